import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { annualPlanDeadline } from '../../assessment/deadlines';
import { cellAddress } from '../grid/address';
import { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { dateCellText, wholeDateIn } from '../words/dateText';
import type { Problem } from '../grid/problem';
import type { WorkbookSnapshot } from '../grid/snapshot';
import type { LabelTable } from '../words/labels';
import { normalizeName } from '../words/text';
import { tableOn, type Table } from '../words/tables';
import type { Directory } from '../book/directory';
import type { Person } from '../book/model';

type Column = 'department' | 'name' | 'approver' | 'filed';

const COLUMNS: LabelTable<Column> = [
  ['department', ['科室', '部门']],
  ['name', ['姓名']],
  ['approver', ['核准人', '分管领导', '分管领导核准']],
  ['filed', ['备案日期', '备案时间', '报备日期', '报人事科备案日期']],
];

/**
 * Holds the sheet of the year's 年度工作计划, where there is one, against R18 (三（二）1「每年2月底完成，经分管领导核准后，报
 * 人事科备案」): who is late, without approval, or not on it. The notice has no form for it, so that the sheet is known by
 * 计划 in its name and its headings; without one nothing is judged, and a note says so.
 */
export function checkAnnualPlans(
  year: number,
  { sheets, date1904 }: WorkbookSnapshot,
  people: readonly Person[],
  directory: Directory,
  calendar: WorkCalendar,
): Problem[] {
  const due = annualPlanDeadline(year, calendar).literal;
  for (const sheet of sheets) {
    const named = /\d{4}/.exec(sheet.name)?.[0];
    if (!sheet.name.includes('计划') || (named !== undefined && Number(named) !== year)) continue;
    const cells = new SheetCells(sheet, date1904);
    const table = tableOn(cells, COLUMNS, ['name', 'filed'], [0, cells.rowEnd]);
    if (table !== null) return plansOf(table, people, directory, due);
  }
  return [problem.annualPlansUnknown(dateTitle(due))];
}

function plansOf(
  table: Table<Column, SheetCells>,
  people: readonly Person[],
  directory: Directory,
  due: CalendarDate,
): Problem[] {
  const cells = table.grid;
  const problems: Problem[] = [];
  const present = new Set<string>();
  const day = dateTitle(due);
  for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
    const seen = (column: Column) => {
      const index = table.columns.get(column);
      return index === undefined ? '' : cells.seen(row, index);
    };
    const name = seen('name');
    if (name === '') continue;
    const who = directory.resolve({ department: normalizeName(seen('department')), name: normalizeName(name) });
    if (who.kind === 'known') present.add(who.person.key);
    const column = table.columns.get('filed') ?? 0;
    const at = cellAddress(row, column);
    const shown = dateCellText(cells.value(row, column), cells.format(row, column), cells.date1904);
    const filed = wholeDateIn(shown);
    const what =
      shown.trim() === ''
        ? '没有备案日期'
        : filed === null
          ? `备案日期“${shown}”不是完整的日期`
          : filed > due
            ? `${dateTitle(filed)}才备案`
            : '';
    if (what !== '') problems.push(problem.annualPlanLate(cells.name, at, name, what, day));
    else if (table.columns.has('approver') && seen('approver') === '') {
      problems.push(problem.annualPlanLate(cells.name, at, name, '没有分管领导核准', day));
    }
  }
  const missing = people.filter(({ key }) => !present.has(key));
  if (missing.length === 0) return problems;
  const names = missing.slice(0, 5).map(({ displayName }) => displayName);
  const shown = `${names.join('、')}${missing.length > names.length ? '等' : ''}`;
  return [...problems, problem.annualPlanMissing(cells.name, missing.length, shown, day)];
}
