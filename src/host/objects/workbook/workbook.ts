import type { WorkbookModel } from '../../workbook/model/workbook';
import { parseA1, splitSheet } from '../../workbook/values/address';
import type { Arguments } from '../core/arguments';
import { areasObject, bind, rangeObject, type HostObject, type ObjectClass } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidReference } from '../core/refusal';
import { CommentScope, commentsClass } from '../sheet/comments';
import { namesClass, NameScope } from '../sheet/names';
import { tablesClass } from '../tables/tables';
import { TableScope } from '../tables/target';
import { applicationClass } from './application';
import { functionsClass } from './functions';
import { propertiesClass } from './properties';
import { workbookProtectionClass } from './protection';
import { settingsClass } from './settings';
import { worksheetsClass } from './worksheets';

/** `Excel.Workbook`, the root of every object path. */
export const workbookClass: ObjectClass<WorkbookModel> = {
  name: 'Workbook',
  members: {
    name: { kind: 'value', since: '1.7', get: (_workbook, session) => session.fileName },
    readOnly: { kind: 'value', since: '1.8', get: (_workbook, { isReadOnly }) => isReadOnly },
    worksheets: { kind: 'object', get: (workbook) => bind(worksheetsClass, workbook) },
    functions: { kind: 'object', since: '1.2', get: (workbook) => bind(functionsClass, workbook) },
    names: { kind: 'object', get: (workbook) => bind(namesClass, new NameScope(workbook, undefined)) },
    tables: { kind: 'object', get: (workbook) => bind(tablesClass, new TableScope(workbook, undefined)) },
    settings: { kind: 'object', since: '1.4', get: (workbook) => bind(settingsClass, workbook) },
    application: { kind: 'object', get: (workbook) => bind(applicationClass, workbook) },
    properties: { kind: 'object', since: '1.7', get: (workbook) => bind(propertiesClass, workbook) },
    comments: {
      kind: 'object',
      since: '1.10',
      get: (workbook) => bind(commentsClass, new CommentScope(workbook, undefined)),
    },
    protection: { kind: 'object', since: '1.7', get: (workbook) => bind(workbookProtectionClass, workbook) },
    getSelectedRange: {
      kind: 'method',
      call: (_workbook, _given, session) => rangeObject(session.selection.range),
    },
    getSelectedRanges: {
      kind: 'method',
      since: '1.9',
      call: (_workbook, _given, session) => {
        const { sheet, area } = session.selection.range;
        return areasObject(sheet, [area]);
      },
    },
    getActiveCell: {
      kind: 'method',
      since: '1.7',
      call: (_workbook, _given, session) => {
        const { sheet, area } = session.selection.range;
        return rangeObject(new RangeRef(sheet, { ...area, rows: 1, columns: 1 }));
      },
    },
    _RemoveReference: {
      kind: 'method',
      call: (_workbook, given, session) => session.references.remove(given.text(0)),
    },
    _RemoveAllReferences: { kind: 'method', call: (_workbook, _given, session) => session.references.clear() },
    _GetReferenceCount: { kind: 'method', call: (_workbook, _given, session) => session.references.count },
    _GetRangeForEventByReferenceId: {
      kind: 'method',
      call: (workbook, given) => {
        const range = eventRange(workbook, given);
        if (!range) throw invalidReference();
        return range;
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: { kind: 'method', call: eventRange },
  },
};

/** The cells that an event speaks of. */
function eventRange(workbook: WorkbookModel, given: Arguments): HostObject | null {
  const { sheet: id, address } = splitSheet(given.text(0));
  const sheet = workbook.sheetById(id ?? '');
  const area = parseA1(address);
  return sheet && area ? rangeObject(new RangeRef(sheet, area)) : null;
}
