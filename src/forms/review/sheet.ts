import { quarterOfYear, quarterTitle, type Quarter } from '../../assessment/period';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SnapshotValue } from '../grid/snapshot';
import { isLogSheet } from '../words/logSheet';
import { normalizeLabel } from '../words/text';

/** By what a 季度审定表 is known. */
const TITLE = '公务员平时考核审定表';
/** Also those that an office writes by hand: 2020年三季度考核等次审定表. */
const ANY_TITLE = /(\d{4})年第?([一二三四1-4])季度.*审定表/;

/** The heading of the lines below the people. */
export const COUNTS_LABEL = '统计';

/** The title of a quarter's 审定表, without the office's name. */
export function reviewTitle(quarter: Quarter): string {
  return `${quarterTitle(quarter)}${TITLE}`;
}

/** Where a sheet bears the title of a 审定表. */
export interface ReviewTitle {
  readonly quarter: Quarter;
  /** -1: the sheet's name. */
  readonly row: number;
  /** In the program's words, which nothing else bears. */
  readonly isOwn: boolean;
}

/** The titles on a sheet, from the top, and its name, which may be the only one. */
export function reviewTitles(grid: SheetGrid): ReviewTitle[] {
  // 操作记录 repeats what was written, title and headings among it.
  if (isLogSheet(grid)) return [];
  const titles: ReviewTitle[] = [];
  for (let row = 0; row < grid.rowEnd; row++) {
    for (let column = 0; column < grid.columnEnd; column++) titles.push(...titleIn(grid.value(row, column), row));
  }
  return [...titles, ...titleIn(grid.name, -1)];
}

function titleIn(value: SnapshotValue, row: number): ReviewTitle[] {
  // Most cells need no normalising.
  if (typeof value !== 'string' || !value.includes('审')) return [];
  const text = normalizeLabel(value);
  const [, year, ordinal] = ANY_TITLE.exec(text) ?? [];
  if (year === undefined || ordinal === undefined) return [];
  return [{ quarter: quarterOfYear(year, ordinal), row, isOwn: row >= 0 && text.includes(TITLE) }];
}

/**
 * The first of the counts below the people on a 审定表 of whatever quarter; the number of rows where the cells are no
 * 审定表. The counts are the program's own and never read back.
 */
export function reviewCountsRow(cells: readonly (readonly SnapshotValue[])[]): number {
  const title = cells.findIndex((line) => line.some((cell) => typeof cell === 'string' && cell.includes(TITLE)));
  const counts = title < 0 ? -1 : cells.findIndex((line, row) => row > title && line.includes(COUNTS_LABEL));
  return counts < 0 ? cells.length : counts;
}
