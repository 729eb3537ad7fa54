import type { SheetGrid } from '../grid/sheetGrid';
import { firstTable, type Table } from '../words/tables';

/** Columns of 导入对照: what a heading of another workbook means. */
export const MEMORY_COLUMNS = ['导入为', '原表头', '对应栏目'] as const;
export type MemoryColumn = (typeof MEMORY_COLUMNS)[number];

/** The workbook's 导入对照, known by its headings. */
export function findMemory(grids: Iterable<SheetGrid>): Table<MemoryColumn> | null {
  return firstTable(grids, MEMORY_COLUMNS, MEMORY_COLUMNS);
}

/** Whether a sheet is 导入对照. */
export function isMemorySheet(grid: SheetGrid): boolean {
  return findMemory([grid]) !== null;
}
