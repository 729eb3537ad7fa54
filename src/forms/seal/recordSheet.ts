import type { SheetGrid } from '../grid/sheetGrid';

export const TITLE = '季度审定封存记录';
/** The first four are those of the first version. */
const FIRST = ['季度', '部分', '对象', '摘要'] as const;
export const HEADINGS = [...FIRST, '位置', '内容', '公式结果'] as const;
export const HEADING_ROW = 2;

/** Whether a sheet is 封存记录, whatever its name. */
export function isSealRecord(grid: SheetGrid): boolean {
  return grid.value(0, 0) === TITLE && FIRST.every((heading, column) => grid.value(HEADING_ROW, column) === heading);
}
