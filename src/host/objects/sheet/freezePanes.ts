import type { FreezePane } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/values/address';
import { rangeArgument } from '../cells/lookup';
import type { Arguments } from '../core/arguments';
import { orNotFound, rangeObject, type HostObject, type ObjectClass, type SessionState } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, requireFocus } from '../core/refusal';

/** `Excel.WorksheetFreezePanes`. */
export const freezePanesClass: ObjectClass<SheetModel> = {
  name: 'WorksheetFreezePanes',
  since: '1.7',
  members: {
    freezeRows: {
      kind: 'method',
      call: (sheet, given, { state }) => freeze(sheet, { rows: count(given, MAX_ROWS) }, state),
    },
    freezeColumns: {
      kind: 'method',
      call: (sheet, given, { state }) => freeze(sheet, { columns: count(given, MAX_COLUMNS) }, state),
    },
    freezeAt: {
      kind: 'method',
      // Everything above and left of the range is frozen with it; whole rows or columns freeze only their own way.
      call: (sheet, given, { state }) => {
        const { area } = rangeArgument(given.at(0), sheet);
        const pane: FreezePane = {};
        if (area.rows < MAX_ROWS) pane.rows = area.row + area.rows;
        if (area.columns < MAX_COLUMNS) pane.columns = area.column + area.columns;
        freeze(sheet, pane, state);
      },
    },
    unfreeze: {
      kind: 'method',
      call: (sheet, _given, { state }) => {
        requireFocus(state);
        delete sheet.data.freezePane;
      },
    },
    getLocation: {
      kind: 'method',
      call: (sheet, _given, { state }) => orNotFound(frozen(sheet, state)),
    },
    getLocationOrNullObject: { kind: 'method', call: (sheet, _given, { state }) => frozen(sheet, state) },
  },
};

function freeze(sheet: SheetModel, pane: FreezePane, state: SessionState): void {
  requireFocus(state);
  delete sheet.data.splitPane;
  sheet.data.freezePane = pane;
}

function count(given: Arguments, end: number): number {
  const lines = given.integerOr(0, 1);
  if (lines < 1 || lines >= end) throw invalidArgument();
  return lines;
}

function frozen(sheet: SheetModel, state: SessionState): HostObject | null {
  requireFocus(state);
  const { rows = 0, columns = 0 } = sheet.data.freezePane ?? {};
  if (rows === 0 && columns === 0) return null;
  const area = {
    row: 0,
    column: 0,
    rows: rows === 0 ? MAX_ROWS : rows,
    columns: columns === 0 ? MAX_COLUMNS : columns,
  };
  return rangeObject(new RangeRef(sheet, area));
}
