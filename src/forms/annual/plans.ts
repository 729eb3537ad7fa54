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
import { namesAmong } from '../book/told';
import type { Person } from '../book/model';

type Column = 'department' | 'name' | 'done' | 'approver' | 'filed';

const COLUMNS: LabelTable<Column> = [
  ['department', ['科室', '部门']],
  ['name', ['姓名']],
  ['done', ['完成日期', '完成时间', '计划完成日期', '制定日期', '拟定日期']],
  ['approver', ['核准人', '核准', '批准人', '分管领导', '分管领导核准']],
  ['filed', ['备案日期', '备案时间', '报备日期', '报人事科备案日期']],
];

/** 姓名, and a day on which the plan was finished or filed. */
function isPlanHeading(columns: ReadonlyMap<Column, number>): boolean {
  return columns.has('name') && (columns.has('done') || columns.has('filed'));
}

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
    const table = tableOn(cells, COLUMNS, isPlanHeading, [0, cells.rowEnd]);
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
  const told = namesAmong(people);
  for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
    const seen = (column: Column) => {
      const index = table.columns.get(column);
      return index === undefined ? '' : cells.seen(row, index);
    };
    const name = normalizeName(seen('name'));
    if (name === '') continue;
    const who = directory.resolve({ department: normalizeName(seen('department')), name });
    if (who.kind === 'known') present.add(who.person.key);
    const shown = who.kind === 'known' ? told(who.person) : name;
    problems.push(...planProblems(new PlanLine(table, row), shown, due));
  }
  const missing = people.filter(({ key }) => !present.has(key));
  if (missing.length === 0) return problems;
  const names = missing.slice(0, 5).map(told);
  const shown = `${names.join('、')}${missing.length > names.length ? '等' : ''}`;
  return [...problems, problem.annualPlanMissing(cells.name, missing.length, shown, day)];
}

/** A line of the list of plans, read cell by cell. */
class PlanLine {
  constructor(
    private readonly table: Table<Column, SheetCells>,
    private readonly row: number,
  ) {}

  get sheet(): string {
    return this.table.grid.name;
  }

  has(column: Column): boolean {
    return this.table.columns.has(column);
  }

  at(column: Column): string {
    return cellAddress(this.row, this.table.columns.get(column) ?? 0);
  }

  /** What the cell shows, with dates written out; '' for a blank, or without such a column. */
  text(column: Column): string {
    const { grid, columns } = this.table;
    const index = columns.get(column);
    if (index === undefined) return '';
    return dateCellText(grid.value(this.row, index), grid.format(this.row, index), grid.date1904).trim();
  }
}

/**
 * Everything that a line lacks (R18, rule 64). Only 完成 has a deadline: a plan that was finished in time and filed later is
 * a note. Where no 完成日期 stands anywhere, being filed in time shows that it was finished in time.
 */
function planProblems(line: PlanLine, name: string, due: CalendarDate): Problem[] {
  const day = dateTitle(due);
  const late = (column: Column, what: string) => problem.annualPlanLate(line.sheet, line.at(column), name, what, day);
  const dateFault = (column: Column, label: string, date: CalendarDate | null): Problem[] => {
    if (date !== null || !line.has(column)) return [];
    const text = line.text(column);
    return [late(column, text === '' ? `没有${label}` : `的${label}“${text}”不是完整的日期`)];
  };
  const [done, filed] = [wholeDateIn(line.text('done')), wholeDateIn(line.text('filed'))];
  const isDoneLate = done !== null && done > due;
  const isFiledLate = filed !== null && filed > due;
  const isBefore = done !== null && filed !== null && filed < done;
  return [
    ...dateFault('done', '完成日期', done),
    ...(isDoneLate ? [late('done', `${dateTitle(done)}才完成`)] : []),
    ...dateFault('filed', '备案日期', filed),
    ...(isBefore ? [late('filed', `的备案日期${dateTitle(filed)}早于完成日期${dateTitle(done)}，请核对`)] : []),
    ...(isFiledLate && done === null ? [late('filed', `${dateTitle(filed)}才备案，不能证明已按期完成`)] : []),
    ...(isFiledLate && done !== null && !isDoneLate
      ? [problem.annualPlanFiledLate(line.sheet, line.at('filed'), name, dateTitle(filed), day)]
      : []),
    ...(line.has('approver') && line.text('approver') === '' ? [late('approver', '没有分管领导核准')] : []),
  ];
}
