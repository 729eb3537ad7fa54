import { type CollectedColumn, COLLECTED_COLUMNS } from './record';
import { type Table, tableOn } from '../words/tables';
import type { SheetGrid } from '../grid/sheetGrid';

/** Headings that no other sheet has together. */
const TELLING: readonly CollectedColumn[] = ['附件', '期间', '工作任务进度', '来源文件'];

export type CollectedTable = Table<CollectedColumn>;

/** The workbook's 收集汇总, known by its headings. */
export function findCollectedTable(grids: Iterable<SheetGrid>): CollectedTable | null {
  for (const grid of grids) {
    const table = tableOn(grid, COLLECTED_COLUMNS, TELLING);
    if (table !== null) return table;
  }
  return null;
}

/** Whether a sheet is 收集汇总. */
export function isCollectedSheet(grid: SheetGrid): boolean {
  return findCollectedTable([grid]) !== null;
}
