import { quoteSheet } from '../../workbook/values/address';
import { SheetModel } from '../../workbook/model/workbook';
import { colorOf, toColor } from '../cells/color';
import { areaWithin, rangeOnSheet, WHOLE_SHEET } from '../cells/lookup';
import { requireStructureUnprotected } from '../cells/permission';
import { requireFreeName } from '../cells/sheetName';
import { asBoolean, asInteger, asText, type Arguments } from '../core/arguments';
import { eventMembers } from '../core/eventMembers';
import {
  areasObject,
  bind,
  orNotFound,
  rangeObject,
  worksheetObject,
  type HostObject,
  type ObjectClass,
  type Session,
} from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, invalidOperation, itemNotFound, requireFocus } from '../core/refusal';
import { cellsFound, searchOf } from '../range/find';
import { showOutlineLevels } from '../range/outline';
import { autoFilterClass, SheetFilter } from '../tables/autoFilter';
import { tablesClass } from '../tables/tables';
import { TableScope } from '../tables/target';
import { CommentScope, commentsClass } from './comments';
import { freezePanesClass } from './freezePanes';
import { namesClass, NameScope } from './names';
import { PageBreaks, pageBreaksClass } from './pageBreaks';
import { pageLayoutClass } from './pageLayout';
import { sheetProtectionClass } from './protection';
import { shapesClass } from './shapes';

/** `Excel.Worksheet`. */
export const worksheetClass: ObjectClass<SheetModel> = {
  name: 'Worksheet',
  identity: (sheet) => ({ Id: sheet.id }),
  members: {
    id: { kind: 'value', get: (sheet) => sheet.id },
    name: {
      kind: 'value',
      get: (sheet) => sheet.name,
      set: (sheet, value) => {
        const name = asText(value);
        requireStructureUnprotected(sheet.workbook);
        requireFreeName(sheet.workbook, name, sheet);
        sheet.workbook.renameSheet(sheet, name);
      },
    },
    position: {
      kind: 'value',
      get: (sheet) => sheet.workbook.sheets.indexOf(sheet),
      set: (sheet, value) => {
        const position = asInteger(value);
        if (position < 0 || position >= sheet.workbook.sheets.length) throw invalidArgument();
        requireStructureUnprotected(sheet.workbook);
        sheet.workbook.moveSheet(sheet, position);
      },
    },
    visibility: { kind: 'value', get: visibility, set: (sheet, value) => setVisibility(sheet, asText(value)) },
    tabColor: {
      kind: 'value',
      since: '1.7',
      get: (sheet) => (sheet.data.view?.tabColor ? colorOf(sheet.data.view.tabColor, sheet.workbook) : ''),
      set: (sheet, value) => {
        const text = asText(value);
        const { tabColor: _old, ...rest } = sheet.data.view ?? {};
        sheet.data.view = text === '' ? rest : { ...rest, tabColor: toColor(text) };
      },
    },
    showGridlines: { kind: 'value', since: '1.8', get: (sheet) => sheet.data.view?.showGridLines !== false },
    // The client writes `showGridlines` and `showHeadings` under these names.
    gridlines: {
      kind: 'value',
      since: '1.8',
      set: (sheet, value) => {
        sheet.data.view = { ...sheet.data.view, showGridLines: asBoolean(value) };
      },
    },
    showHeadings: { kind: 'value', since: '1.8', get: (sheet) => sheet.data.view?.showRowColHeaders !== false },
    headings: {
      kind: 'value',
      since: '1.8',
      set: (sheet, value) => {
        sheet.data.view = { ...sheet.data.view, showRowColHeaders: asBoolean(value) };
      },
    },
    activate: {
      kind: 'method',
      call: (sheet, _given, session) => {
        requireFocus(session.state);
        if (visibility(sheet) !== 'Visible') throw invalidOperation('A hidden sheet cannot be activated.');
        session.selection.activate(sheet);
      },
    },
    delete: {
      kind: 'method',
      call: (sheet, _given, session) => {
        requireFocus(session.state, 'InvalidSelection');
        requireStructureUnprotected(sheet.workbook);
        requireAnotherVisible(sheet);
        // Listeners are found by the sheet's id, which lasts.
        session.events.raise('Deleted', sheet, () => ({ source: 'Local' }));
        session.workbook.deleteSheet(sheet);
      },
    },
    copy: { kind: 'method', since: '1.7', call: copySheet },
    calculate: {
      kind: 'method',
      since: '1.6',
      call: (sheet) => sheet.workbook.calculate([{ sheet, area: WHOLE_SHEET }]),
    },
    names: { kind: 'object', since: '1.4', get: (sheet) => bind(namesClass, new NameScope(sheet.workbook, sheet)) },
    protection: { kind: 'object', since: '1.2', get: (sheet) => bind(sheetProtectionClass, sheet) },
    freezePanes: { kind: 'object', since: '1.7', get: (sheet) => bind(freezePanesClass, sheet) },
    pageLayout: { kind: 'object', since: '1.9', get: (sheet) => bind(pageLayoutClass, sheet) },
    horizontalPageBreaks: {
      kind: 'object',
      since: '1.9',
      get: (sheet) => bind(pageBreaksClass, new PageBreaks(sheet, 'horizontal')),
    },
    verticalPageBreaks: {
      kind: 'object',
      since: '1.9',
      get: (sheet) => bind(pageBreaksClass, new PageBreaks(sheet, 'vertical')),
    },
    tables: { kind: 'object', get: (sheet) => bind(tablesClass, new TableScope(sheet.workbook, sheet)) },
    autoFilter: { kind: 'object', since: '1.9', get: (sheet) => bind(autoFilterClass, new SheetFilter(sheet)) },
    shapes: { kind: 'object', since: '1.9', get: (sheet) => bind(shapesClass, sheet) },
    comments: {
      kind: 'object',
      since: '1.10',
      get: (sheet) => bind(commentsClass, new CommentScope(sheet.workbook, sheet)),
    },
    getRanges: {
      kind: 'method',
      since: '1.9',
      call: (sheet, given, { profile: { addressLimit } }) => {
        const texts = given.textOr(0, undefined)?.split(',');
        const areas = texts?.map((text) => rangeOnSheet(sheet, text.trim()).area) ?? [WHOLE_SHEET];
        const named = addressLimit.countsSheet ? areas.length * (quoteSheet(sheet.name).length + 1) : 0;
        if (addressLimit.given !== null && named + (texts?.join().length ?? 0) > addressLimit.given)
          throw invalidArgument(`An address has at most ${addressLimit.given} characters.`);
        return areasObject(sheet, areas);
      },
    },
    getRange: {
      kind: 'method',
      call: (sheet, given) => {
        const address = given.textOr(0, undefined);
        return rangeObject(address === undefined ? new RangeRef(sheet, WHOLE_SHEET) : rangeOnSheet(sheet, address));
      },
    },
    getRangeByIndexes: {
      kind: 'method',
      since: '1.7',
      call: (sheet, given) =>
        rangeObject(
          new RangeRef(sheet, areaWithin(given.integer(0), given.integer(1), given.integer(2), given.integer(3))),
        ),
    },
    findAll: {
      kind: 'method',
      since: '1.9',
      call: async (sheet, given) => orNotFound(await findAll(sheet, given), 'Nothing was found.'),
    },
    findAllOrNullObject: { kind: 'method', since: '1.9', call: findAll },
    replaceAll: {
      kind: 'method',
      since: '1.9',
      call: (sheet, given, session) => rangeObject(new RangeRef(sheet, WHOLE_SHEET)).call('replaceAll', given, session),
    },
    showOutlineLevels: {
      kind: 'method',
      since: '1.10',
      call: (sheet, given) => showOutlineLevels(sheet, given.integer(0), given.integer(1)),
    },
    getCell: {
      kind: 'method',
      call: (sheet, given) => rangeObject(new RangeRef(sheet, areaWithin(given.integer(0), given.integer(1), 1, 1))),
    },
    getUsedRange: {
      kind: 'method',
      // Excel gives A1 for an empty sheet.
      call: (sheet, given) =>
        used(sheet, given) ?? rangeObject(new RangeRef(sheet, { row: 0, column: 0, rows: 1, columns: 1 })),
    },
    getUsedRangeOrNullObject: { kind: 'method', since: '1.4', call: used },
    getNext: { kind: 'method', since: '1.5', call: (sheet, given) => orNotFound(neighbour(sheet, given, 1)) },
    getNextOrNullObject: { kind: 'method', since: '1.5', call: (sheet, given) => neighbour(sheet, given, 1) },
    getPrevious: { kind: 'method', since: '1.5', call: (sheet, given) => orNotFound(neighbour(sheet, given, -1)) },
    getPreviousOrNullObject: { kind: 'method', since: '1.5', call: (sheet, given) => neighbour(sheet, given, -1) },
    // How the client finds again what `copy` and `getNext` gave.
    _GetAnotherWorksheetById: { kind: 'method', since: '1.7', call: sheetById },
    _GetSheetById: { kind: 'method', since: '1.7', call: sheetById },
    ...eventMembers<SheetModel>(
      {
        DataChanged: '1.7',
        Activated: '1.7',
        Deactivated: '1.7',
        SelectionChanged: '1.7',
        RowSorted: '1.10',
        FormulaChanged: '1.13',
        ProtectionChanged: '1.14',
      },
      (sheet) => sheet.id,
    ),
  },
};

/** Excel's word for whether the sheet's tab shows. */
export function visibility(sheet: SheetModel): 'Visible' | 'Hidden' | 'VeryHidden' {
  if (sheet.data.veryHidden) return 'VeryHidden';
  return sheet.data.hidden ? 'Hidden' : 'Visible';
}

function setVisibility(sheet: SheetModel, value: string): void {
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw invalidArgument();
  requireStructureUnprotected(sheet.workbook);
  if (value !== 'Visible') requireAnotherVisible(sheet);
  sheet.data.hidden = value === 'Hidden';
  sheet.data.veryHidden = value === 'VeryHidden';
}

function requireAnotherVisible(sheet: SheetModel): void {
  const others = sheet.workbook.sheets.filter((one) => one !== sheet && visibility(one) === 'Visible');
  if (others.length === 0) throw invalidOperation('A workbook must contain at least one visible worksheet.');
}

async function findAll(sheet: SheetModel, given: Arguments): Promise<HostObject | null> {
  const search = searchOf(given.text(0), given.at(1));
  await sheet.workbook.calculate([{ sheet, area: WHOLE_SHEET }]);
  return areasObject(sheet, cellsFound(sheet, WHOLE_SHEET, search));
}

/** Where a copy goes; without a place it goes to the end. */
function copySheet(sheet: SheetModel, given: Arguments, session: Session): HostObject {
  const { sheets } = sheet.workbook;
  requireStructureUnprotected(sheet.workbook);
  const place = given.choiceOr(0, ['None', 'Before', 'After', 'Beginning', 'End'], 'None');
  const relative = given.object(1, SheetModel);
  if ((place === 'Before' || place === 'After') && !relative) throw invalidArgument('relativeTo is missing.');
  const beside = relative ? sheets.indexOf(relative) : 0;
  const position = { None: sheets.length, End: sheets.length, Beginning: 0, Before: beside, After: beside + 1 }[place];
  const copy = sheet.workbook.copySheet(sheet, position);
  session.events.raise('Added', copy, () => ({ source: 'Local' }));
  return worksheetObject(copy);
}

function used(sheet: SheetModel, given: Arguments): HostObject | null {
  const area = sheet.usedArea(given.booleanOr(0, false));
  return area ? rangeObject(new RangeRef(sheet, area)) : null;
}

function neighbour(sheet: SheetModel, given: Arguments, step: 1 | -1): HostObject | null {
  const { sheets } = sheet.workbook;
  const visibleOnly = given.booleanOr(0, false);
  for (let index = sheets.indexOf(sheet) + step; ; index += step) {
    const one = sheets[index];
    if (!one) return null;
    if (!visibleOnly || visibility(one) === 'Visible') return worksheetObject(one);
  }
}

function sheetById(sheet: SheetModel, given: Arguments): HostObject {
  const other = sheet.workbook.sheetById(given.text(0));
  if (!other) throw itemNotFound();
  return worksheetObject(other);
}
