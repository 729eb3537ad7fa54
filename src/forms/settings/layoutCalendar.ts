import { CALENDAR_SHEET, DAY_KINDS, isCalendarSheet } from './calendar';
import { problem } from './problems';
import { FONTS, SIZES } from '../grid/fonts';
import { emptySheetPlan, TABLE_MARGINS, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { TABLE_CELL } from '../grid/registerLook';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';

const COLUMNS = [
  { label: '日期', width: 20 },
  { label: '类别', width: 14 },
  { label: '说明', width: 40 },
] as const;

const EXPLANATION =
  '每行一天，优先于程序内置的放假调休安排：放假填“休息日”，调休上班填“工作日”，没有列出的日子不变。列有某年10月1日，即视为该年已列全。';

const HEADING_ROW = 2;
/** Lines that are ruled, and lines whose entries are checked. */
const RULED_ROWS = 30;
const CHECKED_ROWS = 500;

/**
 * Plans an empty 工作日历, unless the workbook has one.
 *
 * @param grids the workbook's sheets by name
 */
export function layoutCalendar(grids: ReadonlyMap<string, SheetGrid>): {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
} {
  const present = [...grids.values()].find(isCalendarSheet);
  if (present !== undefined) return { sheets: [], problems: [problem.registerExists(present.name, CALENDAR_SHEET)] };
  return { sheets: [emptyCalendar(new SheetNames(grids.keys()).next(CALENDAR_SHEET))], problems: [] };
}

function emptyCalendar(sheet: string): SheetPlan {
  const table = { row: HEADING_ROW, column: 0, rows: RULED_ROWS + 1, columns: COLUMNS.length };
  const entries = (column: number) => ({ row: HEADING_ROW + 1, column, rows: CHECKED_ROWS, columns: 1 });
  const cells = [[CALENDAR_SHEET, '', ''], [EXPLANATION, '', ''], COLUMNS.map(({ label }) => label)];
  const wide = { row: 0, column: 0, rows: 1, columns: COLUMNS.length };
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: '工作日历表头', row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
    merges: [wide, { ...wide, row: 1 }],
    formats: [
      { area: wide, fontName: FONTS.heading, fontSize: SIZES.三号, horizontal: 'Center', rowHeight: 30 },
      { area: { ...wide, row: 1 }, fontName: FONTS.body, wrap: true, vertical: 'Center', rowHeight: 48 },
      { area: table, ...TABLE_CELL, rowHeight: 24 },
      { area: { ...table, rows: 1 }, bold: true },
      ...COLUMNS.map(({ width }, column) => ({ area: { ...wide, column, columns: 1 }, columnWidth: width })),
      { area: entries(0), numberFormat: 'yyyy"年"m"月"d"日"' },
    ],
    validations: [
      {
        area: entries(1),
        rule: { kind: 'list', values: DAY_KINDS },
        title: '类别',
        prompt: '放假选“休息日”，调休上班选“工作日”。',
        error: '类别须为工作日或休息日，请从下拉列表中选择。',
      },
    ],
    page: { orientation: 'Portrait', margins: TABLE_MARGINS, printArea: null, titleRows: '$3:$3', pageNumbers: true },
    freezeRows: HEADING_ROW + 1,
  };
}
