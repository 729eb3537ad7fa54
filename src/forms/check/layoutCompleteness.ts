import { monthTitle } from '../../assessment/period';
import type { CompletenessState, MonthCompleteness } from '../evaluation/states';
import { HEADING_ROW, HEADINGS, isCompletenessSheet, TITLE } from './completenessSheet';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { Area } from '../grid/snapshot';
import { tablePage } from '../grid/tablePage';

/** The sheet that shows who has handed in what (R16). */
const COMPLETENESS_SHEET = '材料完整性';
/** Characters of the standard font, in the order of the headings. */
const WIDTHS = [5, 12, 17, 17, 22, 11, 11, 11, 11] as const;
const FONT = '宋体';

/**
 * Plans 材料完整性, made anew: a line for each person and month. Null where the workbook has neither 附件1 nor 附件2 and
 * no such sheet. One of that name that is not the program's, or is protected, is left alone and another name taken.
 *
 * @param grids every sheet's cells by name, in tab order
 * @param otherNames names of sheets that were not read
 */
export function layoutCompleteness(
  months: readonly MonthCompleteness[],
  grids: ReadonlyMap<string, SheetGrid>,
  otherNames: readonly string[] = [],
): SheetPlan | null {
  const present = [...grids.values()].find((grid) => isCompletenessSheet(grid) && !grid.protected);
  const lines = linesOf(months);
  if (lines.length === 0 && present === undefined) return null;
  const grid = present ?? SheetGrid.empty(new SheetNames([...grids.keys(), ...otherNames]).next(COMPLETENESS_SHEET));
  const cells = [[TITLE], ['✓ 齐全；空白 不要求；其余如字面。'], [...HEADINGS], ...lines];
  const rowEnd = Math.max(cells.length, grid.rowEnd);
  const whole = Array.from({ length: rowEnd }, (_, row) => HEADINGS.map((__, column) => cells[row]?.[column] ?? ''));
  return {
    ...emptySheetPlan(grid.name, present === undefined),
    bare: present === undefined ? [] : [area(0, rowEnd)],
    blocks: [grid.block(COMPLETENESS_SHEET, 0, 0, whole)],
    formats: formats(lines.length),
    page: tablePage(HEADING_ROW, area(0, cells.length)),
    freezeRows: HEADING_ROW + 1,
  };
}

function linesOf(months: readonly MonthCompleteness[]): CellContent[][] {
  return months
    .flatMap(({ month, people }) => people.map((person) => ({ month, person })))
    .map(({ month, person }, i) => {
      const { department, displayName, weeks, filing, comment, suggestion, score } = person;
      const marks = [weeksMark(weeks), ...[filing, comment, suggestion, score].map(mark)];
      return [i + 1, monthTitle(month), department, displayName, ...marks];
    });
}

function mark(state: CompletenessState): string {
  return state === '齐' ? '✓' : state === '不要求' ? '' : state;
}

/** The mark that all weeks of the month share, else how many weeks lack what: 缺2周、部分1周. */
function weeksMark(weeks: readonly { readonly state: CompletenessState }[]): string {
  const states = [...new Set(weeks.map(({ state }) => state))];
  const [only] = states;
  if (only !== undefined && states.length === 1) return mark(only);
  const count = (state: CompletenessState) => weeks.filter((week) => week.state === state).length;
  const lacking = states.filter((state) => mark(state) === state);
  return lacking.length === 0 ? '✓' : lacking.map((state) => `${state}${count(state)}周`).join('、');
}

function formats(lines: number): FormatStep[] {
  const body = { fontName: FONT, fontSize: 10.5, vertical: 'Center', horizontal: 'Center', wrap: true } as const;
  return [
    ...WIDTHS.map((columnWidth, column) => ({ area: { row: 0, column, rows: 1, columns: 1 }, columnWidth })),
    { area: { ...area(0, 1), columns: 1 }, fontName: '黑体', fontSize: 16, bold: true, rowHeight: 26 },
    { area: { ...area(1, 1), columns: 1 }, fontName: FONT, fontSize: 11, rowHeight: 17 },
    { area: area(HEADING_ROW, lines + 1), ...body, borders: 'thin', rowHeight: 18 },
    { area: area(HEADING_ROW, 1), fontName: '黑体' },
  ];
}

function area(row: number, rows: number): Area {
  return { row, column: 0, rows, columns: HEADINGS.length };
}
