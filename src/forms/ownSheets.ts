import { isArchiveSheet } from './archiveSheet';
import { isCheckSheet } from './checkSheet';
import { isCompletenessSheet } from './layoutCompleteness';
import type { SheetGrid } from './sheetGrid';

/** Whether a sheet is the program's own and holds what is no source: findings about forms, or copies of them. */
export function isOwnSheet(grid: SheetGrid): boolean {
  return isCheckSheet(grid) || isCompletenessSheet(grid) || isArchiveSheet(grid);
}
