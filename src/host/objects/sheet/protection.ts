import type { Json } from '../../wire/protocol';
import { isProtected, type SheetProtection } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import type { Permission } from '../cells/permission';
import { asBoolean, asChoice, asRecord, type Arguments } from '../core/arguments';
import type { ObjectClass, Session } from '../core/object';
import { accessDenied, invalidArgument } from '../core/refusal';

/** The options of the API with what the file calls them. */
const OPTIONS = {
  allowAutoFilter: 'autoFilter',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowInsertRows: 'insertRows',
  allowPivotTables: 'pivotTables',
  allowSort: 'sort',
} as const satisfies Record<string, Permission>;

const SELECTION_MODES = ['Normal', 'Unlocked', 'None'] as const;

/** `Excel.WorksheetProtection`. */
export const sheetProtectionClass: ObjectClass<SheetModel> = {
  name: 'WorksheetProtection',
  since: '1.2',
  members: {
    protected: { kind: 'value', get: (sheet) => isProtected(sheet.data.protection) },
    options: { kind: 'value', get: (sheet) => options(sheet.data.protection) },
    protect: {
      kind: 'method',
      call: (sheet, given, session) => {
        protect(sheet, given);
        tell(sheet, session);
      },
    },
    unprotect: {
      kind: 'method',
      call: (sheet, given, session) => {
        const was = isProtected(sheet.data.protection);
        unprotect(sheet, given);
        if (was) tell(sheet, session);
      },
    },
  },
};

function tell(sheet: SheetModel, session: Session): void {
  const protectedNow = isProtected(sheet.data.protection);
  session.events.raise('ProtectionChanged', sheet, () => ({ isProtected: protectedNow, source: 'Local' }));
}

function options(protection: SheetProtection | undefined): Json {
  if (!isProtected(protection)) return null;
  const allowed: Record<string, Json> = {};
  for (const [option, permission] of Object.entries(OPTIONS)) allowed[option] = protection?.[permission] ?? false;
  const selectionMode =
    protection?.selectUnlockedCells === false
      ? 'None'
      : protection?.selectLockedCells === false
        ? 'Unlocked'
        : 'Normal';
  return {
    ...allowed,
    allowEditObjects: protection?.objects !== true,
    allowEditScenarios: protection?.scenarios !== true,
    selectionMode,
  };
}

function protect(sheet: SheetModel, given: Arguments): void {
  if (isProtected(sheet.data.protection)) throw accessDenied();
  const wanted = given.has(0) ? asRecord(given.at(0)) : {};
  const isAllowed = (option: string): boolean => {
    const value = wanted[option];
    return value === undefined || value === null ? false : asBoolean(value);
  };
  for (const option of Object.keys(wanted)) {
    if (!(option in OPTIONS) && !OTHER_OPTIONS.includes(option)) throw invalidArgument(`${option} is no option.`);
  }
  const selection = asChoice(wanted['selectionMode'] ?? 'Normal', SELECTION_MODES);
  const protection: SheetProtection = {
    sheet: true,
    objects: !isAllowed('allowEditObjects'),
    scenarios: !isAllowed('allowEditScenarios'),
    selectLockedCells: selection === 'Normal',
    selectUnlockedCells: selection !== 'None',
  };
  for (const [option, permission] of Object.entries(OPTIONS)) protection[permission] = isAllowed(option);
  const password = given.textOr(1, '');
  if (password !== '') protection.password = password;
  sheet.data.protection = protection;
}

const OTHER_OPTIONS = ['allowEditObjects', 'allowEditScenarios', 'selectionMode'];

/** A password that came with the file is known only by its hash; such a sheet stays protected. */
function unprotect(sheet: SheetModel, given: Arguments): void {
  const { protection } = sheet.data;
  if (!isProtected(protection)) return;
  const isHashed = protection?.password === undefined && sheet.extras.protectionHash !== undefined;
  const isWrong = protection?.password !== undefined && protection.password !== given.textOr(0, '');
  if (isHashed || isWrong) throw accessDenied();
  delete sheet.data.protection;
}
