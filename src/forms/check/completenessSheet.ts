import type { SheetGrid } from '../grid/sheetGrid';

/** What the first cell of 材料完整性 says: by it and the headings the program knows its own sheet. */
export const TITLE = '平时考核材料完整性';
export const HEADINGS = ['序号', '月份', '科室', '人员', '周记实', '备案表', '评语', '等次建议', '小组打分'] as const;
export const HEADING_ROW = 2;

/** Whether a sheet is the program's 材料完整性, whatever its name. */
export function isCompletenessSheet(grid: SheetGrid): boolean {
  return grid.value(0, 0) === TITLE && HEADINGS.every((heading, column) => grid.value(HEADING_ROW, column) === heading);
}
