import type { ApiVersion } from './objects/core/version';

/**
 * How an Excel behaves where the Excels differ, or where all of them do otherwise than one would think. Each switch has its
 * source beside it; docs/platforms.md has what the add-in does about it, by the same names (R1, W2 …). Most are from
 * Microsoft's documentation and issues; what a real Excel answers corrects a line here, and nothing else.
 */
export interface Profile {
  /** R: requirement sets, "Excel API requirement sets". The client at hand knows 1.15 at most. */
  readonly apiVersion: ApiVersion;
  /** R10, W26: bytes of a request and of an answer, "Resource limits": Excel on the web alone; null for no limit. */
  readonly payloadLimit: number | null;
  /** R1, R2: documented with `getMergedAreasOrNullObject` (most); issue 3611 (those that begin inside alone are told). */
  readonly mergedAreas: { readonly most: number | null; readonly beginInside: boolean };
  /**
   * R4, W25: characters of an address. What is given, "Range return character limit" and issue 5198: longer ones are refused,
   * and whether the sheet's name counts with each area is not said. What is got: not documented, VBA cuts in silence.
   */
  readonly addressLimit: {
    readonly given: number | null;
    readonly countsSheet: boolean;
    readonly got: number | null;
  };
  /** R5: "Go To Special" does not work on a protected sheet; whether the API does is not documented. */
  readonly specialCellsOnProtected: 'work' | 'AccessDenied';
  /** R6: issues 5222 and 6827: of two conditional formats of one kind on the same cells neither can be reached. */
  readonly twinRules: 'work' | 'ItemNotFound';
  /** W2: issue 2594: a rule over cells of which the prompts differ. */
  readonly ruleOverPrompts: 'works' | 'InvalidArgument';
  /** R18: "Implicit intersection operator: @": it is shown in formulas of files without dynamic arrays. */
  readonly implicitIntersection: boolean;
  /**
   * R12: what is asked of a null object's members and children, but by `…OrNullObject`: "application-specific API model" is
   * silent on chains. `leftOut` gives null objects again and does nothing.
   */
  readonly nullObjects: 'leftOut' | 'refuse';
  /**
   * W13: issue 1860: pages wide alone, or tall alone, are not taken while the tab of the page layout is not shown; a scale
   * is. Whether both together are, it does not say (`dropped`: they are not).
   */
  readonly fitToPages: 'kept' | 'wideAndTall' | 'dropped';
  /** R13: issues 4310, 2107 (Mac: `hh` comes back as `h`). R14: issue 2824 (the short date as the region has it). */
  readonly numberFormats: { readonly hours: 'stored' | 'short'; readonly shortDate: 'stored' | 'regional' };
  /** W11: not documented: pasting by hand leaves out rows that a filter hides; perhaps `copyFrom` does, too. */
  readonly hiddenRows: 'pasted' | 'leftOut';
  /** W12: `suspendApiCalculationUntilNextSync`: "it is the developer's responsibility to re-calc the workbook". */
  readonly suspendedValues: 'fresh' | 'stale';
  /** W20: a link gets the Hyperlink style; in VBA that takes its font and size, too. */
  readonly hyperlinkStyle: 'colour' | 'font';
  /** E8: what a read is refused with while a cell is being edited: issue 3388 and "delayForCellEdit" name two codes. */
  readonly cellEditCode: 'InvalidOperationInCellEditMode' | 'InvalidOperation';
  /** E1, E2: issues 1502 (late, with the next request) and 1760 (left out while somebody types fast). */
  readonly events: 'prompt' | 'late' | 'doubledAndLost';
  /** U1: "Undo capabilities": members that clear what a person may undo with Ctrl+Z; here those that the host knows. */
  readonly undoClearedBy: readonly string[];
  /** P11: issues 6134 and 1431: `Office.context.officeTheme`, on Windows alone; here that of Office's usual light look. */
  readonly officeTheme: 'given' | 'missing';
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;
/** Documented for merged areas, by all Excels. */
const MERGED_AREAS = { most: 512, beginInside: true } as const;
/** Documented for addresses that are given. */
const ADDRESS = 8192;

/** Documented for all Excels, and for those on Windows and Mac besides. */
const CLEARS_UNDO = [
  'WorkbookProtection.protect',
  'WorkbookProtection.unprotect',
  'Worksheet.copy',
  'Worksheet.delete',
  'WorksheetProtection.protect',
  'WorksheetProtection.unprotect',
];
const CLEARS_UNDO_ON_DESKTOPS = [...CLEARS_UNDO, 'Worksheet.name', 'Worksheet.position', 'Worksheet.visibility'];

/** What the workbench and the command line are: the file as it is, and Excel's documented limits. */
const reference: Profile = {
  apiVersion: '1.13',
  payloadLimit: FIVE_MEGABYTES,
  mergedAreas: MERGED_AREAS,
  addressLimit: { given: ADDRESS, countsSheet: false, got: null },
  specialCellsOnProtected: 'work',
  twinRules: 'work',
  ruleOverPrompts: 'works',
  implicitIntersection: false,
  nullObjects: 'leftOut',
  fitToPages: 'kept',
  numberFormats: { hours: 'stored', shortDate: 'stored' },
  hiddenRows: 'pasted',
  suspendedValues: 'fresh',
  hyperlinkStyle: 'colour',
  cellEditCode: 'InvalidOperationInCellEditMode',
  events: 'prompt',
  undoClearedBy: CLEARS_UNDO,
  officeTheme: 'missing',
};

/** Excel on the web. */
const web: Profile = {
  ...reference,
  apiVersion: '1.15',
  ruleOverPrompts: 'InvalidArgument',
  implicitIntersection: true,
  fitToPages: 'wideAndTall',
  numberFormats: { hours: 'stored', shortDate: 'regional' },
};

/** Microsoft 365 on Windows. */
const win365: Profile = {
  ...reference,
  apiVersion: '1.15',
  payloadLimit: null,
  specialCellsOnProtected: 'AccessDenied',
  twinRules: 'ItemNotFound',
  ruleOverPrompts: 'InvalidArgument',
  implicitIntersection: true,
  cellEditCode: 'InvalidOperation',
  events: 'late',
  undoClearedBy: CLEARS_UNDO_ON_DESKTOPS,
  officeTheme: 'given',
};

/** LTSC 2021 on Windows: the same with an older requirement set. */
const win2021: Profile = { ...win365, apiVersion: '1.14' };

/** Microsoft 365 on a Mac. */
const mac: Profile = {
  ...reference,
  apiVersion: '1.15',
  payloadLimit: null,
  specialCellsOnProtected: 'AccessDenied',
  ruleOverPrompts: 'InvalidArgument',
  implicitIntersection: true,
  numberFormats: { hours: 'short', shortDate: 'stored' },
  cellEditCode: 'InvalidOperation',
  undoClearedBy: CLEARS_UNDO_ON_DESKTOPS,
};

/** The worst of all: what passes here passes everywhere. */
const strict: Profile = {
  ...reference,
  addressLimit: { given: ADDRESS, countsSheet: true, got: ADDRESS },
  specialCellsOnProtected: 'AccessDenied',
  twinRules: 'ItemNotFound',
  ruleOverPrompts: 'InvalidArgument',
  implicitIntersection: true,
  nullObjects: 'refuse',
  fitToPages: 'dropped',
  numberFormats: { hours: 'short', shortDate: 'regional' },
  hiddenRows: 'leftOut',
  suspendedValues: 'stale',
  hyperlinkStyle: 'font',
  cellEditCode: 'InvalidOperation',
  events: 'doubledAndLost',
  undoClearedBy: CLEARS_UNDO_ON_DESKTOPS,
};

export const PROFILES = { reference, web, 'win-365': win365, 'win-2021': win2021, mac, strict } as const;

/** The name of a profile. */
export type ProfileName = keyof typeof PROFILES;

export const PROFILE_NAMES: readonly ProfileName[] = ['reference', 'web', 'win-365', 'win-2021', 'mac', 'strict'];

/** The name of a profile as somebody wrote it; undefined for anything else. */
export function profileNamed(text: string): ProfileName | undefined {
  return PROFILE_NAMES.find((name) => name === text);
}
