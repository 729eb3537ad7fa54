import { isArchiveSheet } from './archiveSheet';
import { isCalendarSheet } from './calendarSheet';
import { isCheckSheet } from './checkSheet';
import { isCompletenessSheet } from './layoutCompleteness';
import { isSettingsSheet } from './settingsSheet';
import type { SheetGrid } from './sheetGrid';

/** Whether a sheet is the program's own and holds what is no source: findings about forms, copies of them, days, settings. */
export function isOwnSheet(grid: SheetGrid): boolean {
  return (
    isCheckSheet(grid) ||
    isCompletenessSheet(grid) ||
    isArchiveSheet(grid) ||
    isCalendarSheet(grid) ||
    isSettingsSheet(grid)
  );
}
