import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { requireStructureUnprotected } from '../cells/permission';
import { requireFreeName } from '../cells/sheetName';
import type { Arguments } from '../core/arguments';
import { eventMembers } from '../core/eventMembers';
import { WORKBOOK_TARGET } from '../core/events';
import { worksheetObject, type HostObject, type ObjectClass } from '../core/object';
import { itemNotFound, requireFocus } from '../core/refusal';
import { visibility } from '../sheet/worksheet';

/** `Excel.WorksheetCollection`. */
export const worksheetsClass: ObjectClass<WorkbookModel> = {
  name: 'WorksheetCollection',
  items: (workbook) => workbook.sheets.map(worksheetObject),
  item: (workbook, given) => {
    const sheet = find(workbook, given.text(0));
    if (!sheet) throw itemNotFound(given.text(0));
    return worksheetObject(sheet);
  },
  members: {
    add: {
      kind: 'method',
      call: (workbook, given, session) => {
        requireFocus(session.state);
        requireStructureUnprotected(workbook);
        const name = given.textOr(0, undefined);
        if (name !== undefined) requireFreeName(workbook, name);
        const sheet = workbook.addSheet(name);
        session.events.raise('Added', sheet, () => ({ source: 'Local' }));
        return worksheetObject(sheet);
      },
    },
    getActiveWorksheet: { kind: 'method', call: (workbook) => worksheetObject(workbook.activeSheet) },
    getCount: { kind: 'method', since: '1.4', call: (workbook, given) => shown(workbook, given).length },
    getFirst: { kind: 'method', since: '1.5', call: (workbook, given) => orNotFound(shown(workbook, given)[0]) },
    getLast: { kind: 'method', since: '1.5', call: (workbook, given) => orNotFound(shown(workbook, given).at(-1)) },
    getItemOrNullObject: {
      kind: 'method',
      since: '1.4',
      call: (workbook, given) => {
        const sheet = find(workbook, given.text(0));
        return sheet ? worksheetObject(sheet) : null;
      },
    },
    ...eventMembers<WorkbookModel>(
      {
        DataChanged: '1.9',
        Activated: '1.7',
        Deactivated: '1.7',
        Added: '1.7',
        Deleted: '1.7',
        SelectionChanged: '1.9',
        RowSorted: '1.10',
        FormulaChanged: '1.13',
        ProtectionChanged: '1.14',
      },
      () => WORKBOOK_TARGET,
    ),
  },
};

/** A sheet by its name or its id. */
function find(workbook: WorkbookModel, key: string): SheetModel | undefined {
  return workbook.sheetByName(key) ?? workbook.sheetById(key);
}

function shown(workbook: WorkbookModel, given: Arguments): readonly SheetModel[] {
  const visibleOnly = given.booleanOr(0, false);
  return workbook.sheets.filter((sheet) => !visibleOnly || visibility(sheet) === 'Visible');
}

function orNotFound(sheet: SheetModel | undefined): HostObject {
  if (!sheet) throw itemNotFound();
  return worksheetObject(sheet);
}
