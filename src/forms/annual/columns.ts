import type { SheetGrid } from '../grid/sheetGrid';
import { tableOn } from '../words/tables';
import { normalizeLabel } from '../words/text';

/** 年度关联提示, whose sentences need several lines; characters. */
export const HINT_WIDTH = 26;

/** The columns of the 年度汇总表 as it is printed (A:P), apart from the four quarters in E:H; widths in characters. */
export const ANNUAL_COLUMNS = [
  { id: 'index', column: 0, label: '序号', width: 5 },
  { id: 'department', column: 1, label: '科室', width: 9.9 },
  { id: 'name', column: 2, label: '姓名', width: 8 },
  { id: 'position', column: 3, label: '职务', width: 12.5 },
  { id: '好', column: 8, label: '好', width: 5.3 },
  { id: '较好', column: 9, label: '较好', width: 5.3 },
  { id: '一般', column: 10, label: '一般', width: 5.3 },
  { id: '较差', column: 11, label: '较差', width: 5.3 },
  { id: '不确定', column: 12, label: '不确定', width: 5.3 },
  { id: 'hint', column: 13, label: '年度关联提示', width: HINT_WIDTH },
  { id: 'proposal', column: 14, label: '拟定年度等次', width: 7.7 },
  { id: 'remark', column: 15, label: '备注', width: 6.6 },
] as const;
export type AnnualColumn = (typeof ANNUAL_COLUMNS)[number]['id'];

export const QUARTERS_LABEL = '平时考核等次（季度）';
const ANNUAL_KEY_LABEL = '人员键';
const PLACE_LABELS = ['定位1', '定位2', '定位3', '定位4'] as const;
/** What stands in 序号 below the people. */
export const NOTES_LABEL = '说明';
const TITLE = '公务员平时考核年度汇总表';
/** All headings of the program's sheet, each with its text as it is compared. */
const HEADINGS = [...ANNUAL_COLUMNS.map(({ label }) => label), QUARTERS_LABEL, ANNUAL_KEY_LABEL, ...PLACE_LABELS].map(
  (label): [string, string[]] => [label, [normalizeLabel(label)]],
);

/** Where everything stands on a 年度汇总表; columns and rows 0-based. */
export interface AnnualPlace {
  readonly sheet: string;
  /** First of the two heading rows. */
  readonly headerRow: number;
  readonly column: (id: AnnualColumn) => number;
  /** The first of the four quarters. */
  readonly quarters: number;
  readonly key: number;
  /** The person's place on each quarter's 审定表. */
  readonly places: readonly number[];
  /** First row of the people, and the first row below them. */
  readonly firstRow: number;
  readonly endRow: number;
}

/** The title of a year's 年度汇总表, without the office's name. */
export function annualTitle(year: number): string {
  return `${year}年${TITLE}`;
}

/** The program's column headings right of the printed ones. */
export function helperLabels(): readonly string[] {
  return [ANNUAL_KEY_LABEL, ...PLACE_LABELS];
}

/** A 年度汇总表 of whatever year, by its title. */
export function isAnnualSheet(grid: SheetGrid): boolean {
  return titleRow(grid, TITLE) !== undefined;
}

/** The places on a sheet that is still to be made. */
export function newAnnualPlace(sheet: string, people: number): AnnualPlace {
  const key = ANNUAL_COLUMNS.length + 4;
  return {
    sheet,
    headerRow: 2,
    column: columnsBy(({ column }) => column),
    quarters: 4,
    key,
    places: PLACE_LABELS.map((_, i) => key + 1 + i),
    firstRow: 4,
    endRow: 4 + people,
  };
}

/**
 * Finds the 年度汇总表 of a year by its title and headings.
 *
 * @returns undefined when the sheet is none; the missing headings when it was one and its headings were changed
 */
export function findAnnual(
  grid: SheetGrid,
  year: number,
): AnnualPlace | { readonly missing: readonly string[] } | undefined {
  const title = titleRow(grid, annualTitle(year));
  if (title === undefined) return undefined;
  const isHeading = (found: ReadonlyMap<string, number>) => found.has('姓名') || found.has('年度关联提示');
  const table = tableOn(grid, HEADINGS, isHeading, [title + 1, title + 10]);
  if (table === null) return { missing: ['姓名', '年度关联提示'] };
  const { headerRow, columns } = table;
  const missing = HEADINGS.flatMap(([label]) => (columns.has(label) ? [] : [label]));
  if (missing.length > 0) return { missing };
  const column = (label: string) => columns.get(label) ?? 0;
  const firstRow = headerRow + 2;
  let endRow = firstRow;
  while (endRow < grid.rowEnd && normalizeLabel(String(grid.value(endRow, column('序号')))) !== NOTES_LABEL) endRow++;
  return {
    sheet: grid.name,
    headerRow,
    column: columnsBy(({ label }) => column(label)),
    quarters: column(QUARTERS_LABEL),
    key: column(ANNUAL_KEY_LABEL),
    places: PLACE_LABELS.map(column),
    firstRow,
    endRow,
  };
}

function columnsBy(at: (column: (typeof ANNUAL_COLUMNS)[number]) => number): AnnualPlace['column'] {
  const columns = new Map<AnnualColumn, number>(ANNUAL_COLUMNS.map((column) => [column.id, at(column)]));
  return (id) => columns.get(id) ?? 0;
}

/** The title stands in the sheet's first rows. */
function titleRow(grid: SheetGrid, title: string): number | undefined {
  for (let row = 0; row < Math.min(grid.rowEnd, 10); row++) {
    for (let column = 0; column < Math.min(grid.columnEnd, 10); column++) {
      if (normalizeLabel(String(grid.value(row, column))).includes(title)) return row;
    }
  }
  return undefined;
}
