import type { Quarter } from '../../assessment/period';
import type { SheetGrid } from '../grid/sheetGrid';
import { tableOn, type Table } from '../words/tables';
import { normalizeLabel } from '../words/text';
import { monthLabels, REVIEW_COLUMNS, type ReviewColumn } from './columns';
import { COUNTS_LABEL, reviewTitles, type ReviewTitle } from './sheet';

/** A 季度审定表 where it stands: made here or by hand, with 姓名, 审定等次 and whatever other columns it has. */
export interface ReviewTable extends Table<ReviewColumn> {
  readonly quarter: Quarter;
  /** Everything in the heading row, the first of two, by its text without white space. */
  readonly headings: ReadonlyMap<string, number>;
  /** 总分 and 等次 of the three months; null for a column that the sheet lacks. */
  readonly months: readonly { readonly total: number | null; readonly grade: number | null }[];
  /** First row of the people, and the first row below them. */
  readonly firstRow: number;
  readonly endRow: number;
}

/** A 审定表 that cannot be read, since these headings were changed. */
export interface BrokenTable {
  readonly grid: SheetGrid;
  readonly missing: readonly string[];
}

/** Without them nothing can be read of a 审定表. */
const NEEDED: readonly ReviewColumn[] = ['name', 'decision'];
const HEADINGS = REVIEW_COLUMNS.map(({ id, label, also }) => [id, [label, ...also]] as const);
/** The headings stand so many rows below the title at most, where the title is not the program's. */
const NEAR = 10;
/** What the lines below the people begin with. */
const BELOW = /^(统计|合计|应参加|参加人数|(组长|副组长|成员|制表人?|复核人?|审核人?|说明|备注|注)(:|$))/;

/** The 审定表 of a quarter on a sheet, found by its title and headings wherever they stand; undefined when it is none. */
export function findReview(grid: SheetGrid, quarter: Quarter): ReviewTable | BrokenTable | undefined {
  const titles = reviewTitles(grid).filter((title) => title.quarter === quarter);
  for (const title of titles) {
    const table = tableBelow(grid, title);
    if (table !== undefined) return table;
  }
  if (!titles.some(({ isOwn }) => isOwn)) return undefined;
  return { grid, missing: REVIEW_COLUMNS.filter(({ id }) => NEEDED.includes(id)).map(({ label }) => label) };
}

/** The quarters of which there is a 审定表, in order. */
export function reviewedQuarters(grids: Iterable<SheetGrid>): Quarter[] {
  const titles = [...grids].flatMap((grid) =>
    reviewTitles(grid).filter((title) => title.isOwn || tableBelow(grid, title) !== undefined),
  );
  return [...new Set(titles.map(({ quarter }) => quarter))].sort();
}

/** The table of a 审定表 below a title; undefined where its headings are missing. */
export function tableBelow(grid: SheetGrid, { row: title, quarter, isOwn }: ReviewTitle): ReviewTable | undefined {
  const end = isOwn ? grid.rowEnd : Math.min(grid.rowEnd, title + 1 + NEAR);
  const table = tableOn(grid, HEADINGS, NEEDED, [title + 1, end]);
  if (table === null) return undefined;
  const { headerRow, columns } = table;
  const headings = headingsIn(grid, headerRow);
  const name = columns.get('name') ?? 0;
  // Headings of two rows, whether their cells are merged or each has its text.
  const isSecond = ['', '姓名'].includes(labelAt(grid, headerRow + 1, name));
  const firstRow = headerRow + (isSecond ? 2 : 1);
  return {
    grid,
    quarter,
    headerRow,
    headings,
    columns,
    months: monthLabels(quarter).map((label) => monthColumns(grid, headerRow, headings, label)),
    firstRow,
    endRow: endOf(grid, firstRow, Math.min(...columns.values()), name),
  };
}

function headingsIn(grid: SheetGrid, row: number): ReadonlyMap<string, number> {
  const headings = new Map<string, number>();
  for (let column = 0; column < grid.columnEnd; column++) {
    const label = labelAt(grid, row, column);
    if (label !== '' && !headings.has(label)) headings.set(label, column);
  }
  return headings;
}

/** 7月 over 总分 and 等次, or a heading for each: 7月总分, 7月等次. */
function monthColumns(
  grid: SheetGrid,
  headerRow: number,
  headings: ReadonlyMap<string, number>,
  label: string,
): ReviewTable['months'][number] {
  const one = (...labels: readonly string[]) => labels.flatMap((each) => headings.get(label + each) ?? [])[0] ?? null;
  const over = one('', '份');
  const total = over ?? one('总分', '得分', '成绩');
  const grade = one('等次');
  if (over === null || grade !== null) return { total, grade };
  if (labelAt(grid, headerRow + 1, over) === '等次') return { total: null, grade: over };
  return { total, grade: labelAt(grid, headerRow, over + 1) === '' ? over + 1 : null };
}

/** The row of 统计; on a sheet made by hand, the first row that is nobody's but has such a label. */
function endOf(grid: SheetGrid, firstRow: number, first: number, name: number): number {
  const rows = Array.from({ length: Math.max(0, grid.rowEnd - firstRow) }, (_, i) => firstRow + i);
  const labels = (row: number) =>
    Array.from({ length: name - first + 1 }, (_, i) => labelAt(grid, row, first + i)).filter((label) => label !== '');
  const counts = rows.find((row) => labels(row)[0] === COUNTS_LABEL);
  return counts ?? rows.find((row) => labels(row).some((label) => BELOW.test(label))) ?? grid.rowEnd;
}

function labelAt(grid: SheetGrid, row: number, column: number): string {
  return normalizeLabel(String(grid.value(row, column)));
}
