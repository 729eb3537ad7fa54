import { arrayArea } from '../../calculation/arrayFormulas';
import { isProtected } from '../../workbook/model/data';
import type { ClearWhat, SheetModel } from '../../workbook/model/workbook';
import {
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../../workbook/values/address';
import { tearsTable } from '../../workbook/model/tables';
import { changeOf } from '../../workbook/values/shift';
import { editContent, raiseShift } from '../cells/edits';
import { requireEditable, requirePermission, requireUnprotected, touchesTableOrFilter } from '../cells/permission';
import { agreed } from '../cells/uniform';
import { asBoolean, type Argument, type Arguments } from '../core/arguments';
import { rangeObject, type HostObject, type Member, type Session } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, invalidOperation, Refusal } from '../core/refusal';

/** Members that merge, insert, delete, clear and hide cells. */
export const structureMembers: Readonly<Record<string, Member<RangeRef>>> = {
  merge: { kind: 'method', since: '1.2', call: merge },
  unmerge: {
    kind: 'method',
    since: '1.2',
    call: ({ sheet, area }) => {
      requireUnprotected(sheet);
      sheet.unmerge(area);
    },
  },
  insert: { kind: 'method', call: insert },
  delete: { kind: 'method', call: remove },
  clear: {
    kind: 'method',
    call: ({ sheet, area }, given, session) => clear(session, sheet, area, given.choiceOr(0, CLEAR_WORDS, 'All')),
  },
  rowHidden: { kind: 'value', since: '1.2', get: (range) => agreed(rowsHidden(range)), set: hideRows },
  columnHidden: { kind: 'value', since: '1.2', get: (range) => agreed(columnsHidden(range)), set: hideColumns },
  hidden: {
    kind: 'value',
    since: '1.2',
    get: (range) => {
      const rows = agreed(rowsHidden(range));
      const columns = agreed(columnsHidden(range));
      return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
    },
  },
};

function merge({ sheet, area }: RangeRef, given: Arguments, session: Session): void {
  requireUnprotected(sheet);
  if (touchesTableOrFilter(sheet, area))
    throw invalidOperation('Cells of a table or of an AutoFilter cannot be merged.');
  const rows = given.booleanOr(0, false)
    ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
    : [area];
  editContent(session, sheet, area, () => rows.forEach((row) => sheet.merge(row)));
}

function insert(range: RangeRef, given: Arguments, session: Session): HostObject {
  const { sheet, area } = range;
  const shift = given.choice(0, ['Down', 'Right']);
  const whole = isWholeRows(area) ? 'rows' : isWholeColumns(area) ? 'columns' : undefined;
  if (whole === 'rows') requirePermission(sheet, 'insertRows');
  else if (whole === 'columns') requirePermission(sheet, 'insertColumns');
  else requireUnprotected(sheet);
  const axis = whole === 'rows' || (whole === undefined && shift === 'Down') ? 'row' : 'column';
  requireMovable(sheet, area, axis);
  requireWholeArrays(sheet, area, axis, 'insert');
  requireRoom(sheet, area, axis);
  sheet.insertCells(area, axis === 'row' ? 'Down' : 'Right');
  session.references.follow(sheet, changeOf(sheet.name, area, 'insert', axis));
  raiseShift(
    session,
    sheet,
    area,
    whole === 'rows' ? 'RowInserted' : whole === 'columns' ? 'ColumnInserted' : 'CellInserted',
    axis === 'row' ? 'ShiftCellDown' : 'ShiftCellRight',
  );
  return rangeObject(new RangeRef(sheet, area));
}

function remove(range: RangeRef, given: Arguments, session: Session): void {
  const { sheet, area } = range;
  const shift = given.choice(0, ['Up', 'Left']);
  const whole = isWholeRows(area) ? 'rows' : isWholeColumns(area) ? 'columns' : undefined;
  if (whole === undefined) requireUnprotected(sheet);
  else {
    requirePermission(sheet, whole === 'rows' ? 'deleteRows' : 'deleteColumns');
    // Even where deleting is allowed, a line with a locked cell stays.
    if (isProtected(sheet.data.protection)) requireEditable(sheet, area);
  }
  const axis = whole === 'rows' || (whole === undefined && shift === 'Up') ? 'row' : 'column';
  requireMovable(sheet, area, axis);
  requireWholeArrays(sheet, area, axis, 'delete');
  sheet.deleteCells(area, axis === 'row' ? 'Up' : 'Left');
  session.references.follow(sheet, changeOf(sheet.name, area, 'delete', axis));
  raiseShift(
    session,
    sheet,
    area,
    whole === 'rows' ? 'RowDeleted' : whole === 'columns' ? 'ColumnDeleted' : 'CellDeleted',
    axis === 'row' ? 'ShiftCellUp' : 'ShiftCellLeft',
  );
}

/** The area and all that an insertion or deletion there shifts. */
function bandFrom(area: Area, axis: 'row' | 'column'): Area {
  return axis === 'row' ? { ...area, rows: MAX_ROWS - area.row } : { ...area, columns: MAX_COLUMNS - area.column };
}

/** W24: refuses to change a part of an array formula's cells. What spills by itself fills other cells then. */
function requireWholeArrays(sheet: SheetModel, area: Area, axis: 'row' | 'column', doing: 'insert' | 'delete'): void {
  const band = bandFrom(area, axis);
  for (const cell of sheet.cells.values()) {
    const filled = cell.formulaDynamic === true ? undefined : arrayArea(cell);
    if (filled === undefined || intersection(band, filled) === undefined) continue;
    const goesOrMoves = doing === 'insert' || contains(area, filled) || intersection(area, filled) === undefined;
    if (!contains(band, filled) || !goesOrMoves) throw conflict();
  }
}

/** Refuses to shift a band of cells through a merged area or a table that only partly lies in it. */
export function requireMovable(sheet: SheetModel, area: Area, axis: 'row' | 'column'): void {
  const band = bandFrom(area, axis);
  for (const merge of sheet.data.merges ?? []) {
    const merged = {
      row: merge.startRow,
      column: merge.startCol,
      rows: merge.endRow - merge.startRow + 1,
      columns: merge.endCol - merge.startCol + 1,
    };
    const [low, high, from, to] =
      axis === 'row'
        ? [merged.column, merged.column + merged.columns, band.column, band.column + band.columns]
        : [merged.row, merged.row + merged.rows, band.row, band.row + band.rows];
    const beyond = axis === 'row' ? merged.row + merged.rows > area.row : merged.column + merged.columns > area.column;
    const crosses = low < to && high > from && (low < from || high > to);
    if (beyond && crosses) throw conflict();
  }
  if (tearsTable(sheet, area, axis)) throw conflict();
}

function conflict(): Refusal {
  return new Refusal('InsertDeleteConflict', 'The attempted insert or delete operation has resulted in a conflict.');
}

/** Refuses to push filled cells off the end of the sheet. */
function requireRoom(sheet: SheetModel, area: Area, axis: 'row' | 'column'): void {
  const used = sheet.usedArea(true);
  if (!used) return;
  const end = axis === 'row' ? used.row + used.rows + area.rows : used.column + used.columns + area.columns;
  if (end > (axis === 'row' ? MAX_ROWS : MAX_COLUMNS)) {
    throw new Refusal('InsertDeleteConflict', 'Filled cells cannot be moved off the sheet.');
  }
}

/** What `clear` can be told to clear. */
export const CLEAR_WORDS = ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'] as const;
type ClearWord = (typeof CLEAR_WORDS)[number];
const CLEARED: Readonly<Record<ClearWord, ClearWhat>> = {
  All: 'All',
  Contents: 'Contents',
  Formats: 'Formats',
  Hyperlinks: 'Hyperlinks',
  RemoveHyperlinks: 'Hyperlinks',
};

/** Clears cells as `Range.clear` and `RangeAreas.clear` do. */
export function clear(session: Session, sheet: SheetModel, area: Area, what: ClearWord): void {
  if (what !== 'Formats') requireEditable(sheet, area);
  if (what === 'All' || what === 'Formats') requirePermission(sheet, 'formatCells');
  const change = (): void => sheet.clear(area, CLEARED[what]);
  if (what === 'All' || what === 'Contents') editContent(session, sheet, area, change);
  else change();
}

function* rowsHidden({ sheet, area }: RangeRef): Generator<boolean> {
  // Rows without any description are shown; one of them is enough to know that there are some.
  let last = -1;
  for (const row of sheet.data.rowDefs?.keys() ?? []) last = Math.max(last, row);
  const end = Math.min(area.row + area.rows, Math.max(last + 2, area.row + 1));
  for (let row = area.row; row < end; row++) yield sheet.rowHidden(row);
}

function* columnsHidden({ sheet, area }: RangeRef): Generator<boolean> {
  const end = Math.min(area.column + area.columns, Math.max((sheet.data.columns?.length ?? 0) + 1, area.column + 1));
  for (let column = area.column; column < end; column++) yield sheet.columnHidden(column);
}

function hideRows({ sheet, area }: RangeRef, value: Argument): void {
  const hidden = asBoolean(value);
  if (isWholeColumns(area)) throw invalidArgument('All rows of a sheet cannot be hidden.');
  requirePermission(sheet, 'formatRows');
  const rows = (sheet.data.rowDefs ??= new Map());
  const plain = { hidden };
  for (let row = area.row; row < area.row + area.rows; row++) {
    const old = rows.get(row);
    rows.set(row, old ? { ...old, hidden } : plain);
  }
  sheet.workbook.rowsHiddenChanged();
}

function hideColumns({ sheet, area }: RangeRef, value: Argument): void {
  const hidden = asBoolean(value);
  if (isWholeRows(area)) throw invalidArgument('All columns of a sheet cannot be hidden.');
  requirePermission(sheet, 'formatColumns');
  const columns = (sheet.data.columns ??= []);
  for (let column = area.column; column < area.column + area.columns; column++) {
    while (columns.length <= column) columns.push({});
    columns[column] = { ...columns[column], hidden };
  }
}
