import type { SheetGrid } from '../grid/sheetGrid';
import { firstTable, type Table } from '../words/tables';
import { COLLECTED_COLUMNS, type CollectedColumn } from './record';

/** Headings that no other sheet has together. */
const TELLING: readonly CollectedColumn[] = ['附件', '期间', '工作任务进度', '来源文件'];

export type CollectedTable = Table<CollectedColumn>;

/** The workbook's 收集汇总, known by its headings. */
export function findCollectedTable(grids: Iterable<SheetGrid>): CollectedTable | null {
  return firstTable(grids, COLLECTED_COLUMNS, TELLING);
}

/** Whether a sheet is 收集汇总. */
export function isCollectedSheet(grid: SheetGrid): boolean {
  return findCollectedTable([grid]) !== null;
}
