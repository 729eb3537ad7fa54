import { isAnnualSheet } from './annual/columns';
import { isAnnualList } from './annual/listSheets';
import { isArchiveSheet } from './paper/archiveSheet';
import { isFilingList } from './paper/filingSheet';
import { isCollectedSheet } from './collect/sheet';
import { isCalendarSheet } from './settings/calendar';
import { isCheckSheet } from './check/sheet';
import { isEvidenceSheet } from './circumstances/evidenceSheet';
import { isCompletenessSheet } from './check/completenessSheet';
import { isFollowUpSheet } from './notice/followUp';
import { isObjectionSheet } from './notice/objections';
import { isNoticeSheet } from './notice/sheet';
import { isSealRecord } from './seal/recordSheet';
import { isMemorySheet } from './import/memorySheet';
import { isLeadershipSheet } from './evaluation/leadership';
import { isPacketSheet } from './seal/packetSheet';
import { isLogSheet } from './words/logSheet';
import { isSettingsSheet } from './settings/sheet';
import type { SheetGrid } from './grid/sheetGrid';

/**
 * Whether a sheet is the program's own and holds what is no source: findings about forms, lists and copies of them, days,
 * settings.
 */
export function isOwnSheet(grid: SheetGrid): boolean {
  return (
    isCheckSheet(grid) ||
    isLeadershipSheet(grid) ||
    isCompletenessSheet(grid) ||
    isArchiveSheet(grid) ||
    isFilingList(grid) ||
    isCollectedSheet(grid) ||
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
    isMemorySheet(grid) ||
    isSettingsSheet(grid)
  );
}
