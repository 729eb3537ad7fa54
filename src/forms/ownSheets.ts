import { isAnnualSheet } from './layoutAnnualColumns';
import { isAnnualList } from './annualListSheets';
import { isArchiveSheet } from './archiveSheet';
import { isCalendarSheet } from './calendarSheet';
import { isCheckSheet } from './checkSheet';
import { isEvidenceSheet } from './evidenceLog';
import { isCompletenessSheet } from './completenessSheet';
import { isFollowUpSheet } from './followUp';
import { isObjectionSheet } from './objections';
import { isNoticeSheet } from './publicNoticeSheet';
import { isSealRecord } from './sealRecordSheet';
import { isLeadershipSheet } from './leadership';
import { isPacketSheet } from './disciplinePacketSheet';
import { isLogSheet } from './operationLog';
import { isSettingsSheet } from './settingsSheet';
import type { SheetGrid } from './sheetGrid';

/** Whether a sheet is the program's own and holds what is no source: findings about forms, copies of them, days, settings. */
export function isOwnSheet(grid: SheetGrid): boolean {
  return (
    isCheckSheet(grid) ||
    isLeadershipSheet(grid) ||
    isCompletenessSheet(grid) ||
    isArchiveSheet(grid) ||
    isAnnualSheet(grid) ||
    isAnnualList(grid) ||
    isSealRecord(grid) ||
    isLogSheet(grid) ||
    isPacketSheet(grid) ||
    isNoticeSheet(grid) ||
    isObjectionSheet(grid) ||
    isEvidenceSheet(grid) ||
    isFollowUpSheet(grid) ||
    isCalendarSheet(grid) ||
    isSettingsSheet(grid)
  );
}
