import { poolOf } from '../../assessment/pool';
import type { QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import type { SheetGrid } from '../grid/sheetGrid';
import type { Book } from '../book/model';

/**
 * The pools of the 季度审定表 (ambiguity 13). Who counts where is decided by the program, since neither 单位 nor 职务类别
 * stands on the sheet; the sheet keeps it by 人员键, so that rows can be sorted.
 */

/** How the program's cells of a line begin: its label, and the limit with what is used of it. */
export const POOL_LABEL = '其中：';
export const POOL_LIMIT = '="上限"&';
/** The label of a line that no pool needs any more; its row is hidden and is taken again by the next pool. */
export const NO_POOL = '=""';

/** Each person's pool by key; empty for the pool 全局. */
export function poolsByKey(book: Book, pool: Settings['pool']): ReadonlyMap<string, string> {
  if (pool === '全局') return new Map();
  return new Map(book.people.map((person) => [person.key, poolOf(book.poolFactsOf(person), pool)]));
}

/** The pool of whom the program does not know; '' for the pool 全局. */
export function unknownPool(pool: Settings['pool']): string {
  return pool === '全局' ? '' : poolOf({}, pool);
}

/** The pools that get a line: in the review's order, which sorting the sheet does not change, then those of its other rows. */
export function poolsInOrder(
  { people }: QuarterReview,
  keysOnSheet: readonly string[],
  poolOfKey: (key: string) => string,
): readonly string[] {
  return [...new Set([...people.map(({ key }) => key), ...keysOnSheet].map(poolOfKey))];
}

/** One pool's line below the counts. */
export interface PoolLine {
  readonly row: number;
  /** null for a line of an earlier run that is not needed now. */
  readonly pool: string | null;
  readonly isNew: boolean;
  /** The line was there and counted nothing. */
  readonly wasUnused: boolean;
}

/**
 * Gives each pool a row: those of an earlier run first, then new ones below them.
 *
 * @param above the row of the stricter figure
 * @param columns of the counts
 */
export function placePoolLines(
  grid: SheetGrid,
  above: number,
  columns: readonly number[],
  pools: readonly string[],
): PoolLine[] {
  const present = grid.exists ? poolRows(grid, above + 1, columns) : [];
  const next = (present.at(-1) ?? above) + 1;
  const rows = [...present, ...pools.slice(present.length).map((_, i) => next + i)];
  return rows.map((row, i) => ({
    row,
    pool: pools[i] ?? null,
    isNew: i >= present.length,
    wasUnused: i < present.length && grid.formula(row, 0) === NO_POOL,
  }));
}

/** The rows of the program's lines, also where somebody put other rows between them or typed over some of their cells. */
function poolRows(grid: SheetGrid, from: number, columns: readonly number[]): number[] {
  const begins = (row: number, column: number, start: string) => String(grid.formula(row, column)).startsWith(start);
  const isLine = (row: number) =>
    begins(row, 0, `="${POOL_LABEL}`) ||
    grid.formula(row, 0) === NO_POOL ||
    columns.some((column) => begins(row, column + 1, POOL_LIMIT));
  return Array.from({ length: Math.max(0, grid.rowEnd - from) }, (_, i) => from + i).filter(isLine);
}
