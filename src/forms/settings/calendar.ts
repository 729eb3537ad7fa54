import { calendarOf, type DayKind, type WorkCalendar } from '../../assessment/calendar';
import { dateTitle, firstDayOf, lastDayOf, yearOf, type CalendarDate } from '../../assessment/calendarDate';
import type { Circumstance } from '../../assessment/circumstances';
import { monthsOf, type Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { dateOfCell } from '../words/dateText';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import type { WorkbookSnapshot } from '../grid/snapshot';
import type { LabelTable } from '../words/labels';
import { normalizeLabel } from '../words/text';
import { tableOn, type Table } from '../words/tables';

/** 工作日历: the office's own days, which overrule the official lists of holidays and 调休. */
export const CALENDAR_SHEET = '工作日历';

export const DAY_KINDS = ['工作日', '休息日'] as const satisfies readonly DayKind[];

type Column = 'date' | 'kind' | 'note';

const COLUMNS: LabelTable<Column> = [
  ['date', ['日期']],
  ['kind', ['类别']],
  ['note', ['说明']],
];

type CalendarTable = Table<Column, SheetCells>;

export interface ReadCalendar {
  /** The official lists with the office's days over them. */
  readonly calendar: WorkCalendar;
  readonly problems: readonly Problem[];
}

/**
 * The office's calendar out of every 工作日历 of a workbook, the official lists alone where there is none. A line that
 * cannot be used is an error with its cell and changes no day. A year whose 国庆节 (1 October) stands in the table
 * counts as listed completely.
 */
export function readCalendar({ sheets, date1904 }: WorkbookSnapshot): ReadCalendar {
  const days = new Map<CalendarDate, DayKind>();
  const problems: Problem[] = [];
  for (const sheet of sheets) {
    const cells = new SheetCells(sheet, date1904);
    const table = calendarOn(cells);
    if (table === null) continue;
    for (let row = table.headerRow + 1; row < cells.rowEnd; row++) {
      const line = readLine(table, row);
      if (line === null) continue;
      if ('severity' in line) problems.push(line);
      else if ((days.get(line.date) ?? line.kind) === line.kind) days.set(line.date, line.kind);
      else {
        const what = `${dateTitle(line.date)}既写了${days.get(line.date) ?? ''}又写了${line.kind}`;
        problems.push(problem.calendarInvalid(cells.name, cellAddress(row, columnOf(table, 'kind')), what));
      }
    }
  }
  const completeYears = [...days.keys()].filter((date) => date.endsWith('-10-01')).map(yearOf);
  return { calendar: calendarOf({ days, completeYears }), problems };
}

/** The year of a quarter whose 考核天数 are counted without its holidays, because somebody's leave is (五·5). */
export function unlistedLeave(
  quarter: Quarter,
  entries: ReadonlyMap<string, readonly Circumstance[]>,
  calendar: WorkCalendar,
): Problem[] {
  const [first, , last] = monthsOf(quarter);
  const isLeave = ({ kind, from, to }: Circumstance) =>
    (kind === '病假' || kind === '事假') && from <= lastDayOf(last) && (to ?? from) >= firstDayOf(first);
  const year = yearOf(firstDayOf(first));
  const unlisted = !calendar.hasOfficialList(year) && [...entries.values()].flat().some(isLeave);
  return unlisted ? [problem.calendarUnknown(year)] : [];
}

/** Whether a sheet is a 工作日历: named or titled so, with its headings. */
export function isCalendarSheet(grid: SheetGrid): boolean {
  return grid.exists && calendarOn(grid) !== null;
}

/** The days of a sheet that is named or titled 工作日历. */
function calendarOn<On extends SheetGrid | SheetCells>(grid: On): Table<Column, On> | null {
  const isNamed = grid.name.startsWith(CALENDAR_SHEET) || normalizeLabel(String(grid.value(0, 0))) === CALENDAR_SHEET;
  return isNamed ? tableOn(grid, COLUMNS, ['date', 'kind'], [0, grid.rowEnd]) : null;
}

function columnOf({ columns }: CalendarTable, column: Column): number {
  return columns.get(column) ?? 0;
}

/** A day of the table; a problem where it cannot be used, null for an empty line. */
function readLine(
  table: CalendarTable,
  row: number,
): { readonly date: CalendarDate; readonly kind: DayKind } | Problem | null {
  const cells = table.grid;
  const [dateColumn, kindColumn] = [columnOf(table, 'date'), columnOf(table, 'kind')];
  const [dateText, kindText] = [cells.seen(row, dateColumn), normalizeLabel(cells.seen(row, kindColumn))];
  if (dateText === '' && kindText === '') return null;
  const refused = (column: number, what: string) => problem.calendarInvalid(cells.name, cellAddress(row, column), what);
  const date = dateOfCell(cells.value(row, dateColumn), cells.format(row, dateColumn), cells.date1904);
  if (date === null) return refused(dateColumn, `“${dateText}”不是完整的日期，请每行写一天，如2027年10月1日`);
  const kind = DAY_KINDS.find((each) => each === kindText);
  return kind === undefined ? refused(kindColumn, `“${kindText}”应为${DAY_KINDS.join('或')}`) : { date, kind };
}
