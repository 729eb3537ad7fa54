import type { SheetGrid } from '../grid/sheetGrid';

export const TITLE = '平时考核纪检材料';
export const HEADINGS = [
  '序号',
  '科室',
  '姓名',
  '期间',
  '事项',
  '原等次',
  '处理后等次',
  '理由',
  '依据',
  '批准人',
  '条款',
  '核查意见',
] as const;
export const HEADING_ROW = 2;

/** Whether a sheet is 纪检材料 of whatever quarter. */
export function isPacketSheet(grid: SheetGrid): boolean {
  return (
    String(grid.value(0, 0)).includes(TITLE) &&
    HEADINGS.every((heading, column) => grid.value(HEADING_ROW, column) === heading)
  );
}
