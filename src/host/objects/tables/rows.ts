import { formatA1 } from '../../workbook/values/address';
import { editContent } from '../cells/edits';
import { requireUnprotected } from '../cells/permission';
import { isList, type Argument, type Arguments } from '../core/arguments';
import { bind, rangeObject, type HostObject, type ObjectClass, type Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { invalidArgument, itemNotFound } from '../core/refusal';
import { cellwiseValues, writeCells } from '../range/values';
import { deleteCells, insertCells, rowsBelow } from './shape';
import type { TableTarget } from './target';

/** A row by its place: as in Excel it stays at its index when others come and go. */
class RowTarget {
  constructor(
    readonly owner: TableTarget,
    readonly index: number,
  ) {}

  get range(): RangeRef {
    const { body } = this.owner.areas;
    if (this.index < 0 || this.index >= rowCount(this.owner)) throw itemNotFound('The row is gone.');
    return this.owner.range({ ...body, row: body.row + this.index, rows: 1 });
  }
}

/** A table that waits for its first data has no rows. */
function rowCount(owner: TableTarget): number {
  return owner.isEmpty ? 0 : owner.areas.body.rows;
}

/**
 * `Excel.TableRow`.
 *
 * @public test/project/officeApi finds the host's classes among the exports
 */
export const rowClass: ObjectClass<RowTarget> = {
  name: 'TableRow',
  wants: ({ owner }) => [{ sheet: owner.sheet, area: owner.areas.whole }],
  members: {
    index: { kind: 'value', get: ({ index }) => index },
    values: {
      kind: 'value',
      calculated: true,
      get: ({ range }) => cellwiseValues(range),
      set: ({ range }, value, session) => writeCells(range, value, session),
    },
    getRange: { kind: 'method', call: ({ range }) => rangeObject(range) },
    delete: { kind: 'method', call: ({ owner, range }, _given, session) => remove(owner, range, session) },
  },
};

/** `Excel.TableRowCollection`. */
export const rowsClass: ObjectClass<TableTarget> = {
  name: 'TableRowCollection',
  items: (owner) => Array.from({ length: rowCount(owner) }, (_, index) => bind(rowClass, new RowTarget(owner, index))),
  members: {
    count: { kind: 'value', get: rowCount },
    getCount: { kind: 'method', since: '1.4', call: rowCount },
    getItemAt: {
      kind: 'method',
      call: (owner, given) => {
        const index = given.integer(0);
        if (index < 0 || index >= rowCount(owner)) throw invalidArgument('The row lies outside the table.');
        return bind(rowClass, new RowTarget(owner, index));
      },
    },
    add: { kind: 'method', call: add },
  },
};

function add(owner: TableTarget, given: Arguments, session: Session): HostObject {
  const { sheet } = owner;
  const count = rowCount(owner);
  const wanted = given.integerOr(0, -1);
  const index = wanted < 0 ? count : wanted;
  if (index > count) throw invalidArgument('The row lies outside the table.');
  const values = given.has(1) ? rowValues(given.at(1), owner.table.columns.length) : undefined;
  const rows = values?.length ?? 1;
  requireUnprotected(sheet);
  const { body, totals } = owner.areas;
  const missing = owner.isEmpty ? rows - 1 : rows;
  if (index === count && !totals && missing > 0) {
    rowsBelow(owner, missing, session);
    const { whole } = owner.areas;
    owner.change({ range: formatA1({ ...whole, rows: whole.rows + missing }) });
  } else if (missing > 0) {
    const { whole } = owner.areas;
    const row = body.row + (owner.isEmpty ? 1 : index);
    insertCells(owner, { ...body, row, rows: missing }, 'Down', session);
    // Without a header its first row is its edge, where the table does not grow by itself.
    if (row === whole.row || row === whole.row + whole.rows)
      owner.change({ range: formatA1({ ...whole, rows: whole.rows + missing }) });
  }
  if (owner.isEmpty) {
    const { insertRow: _filled, ...rest } = owner.table;
    owner.replace(rest);
  }
  const area = { ...owner.areas.body, row: body.row + index, rows };
  if (values) writeCells(owner.range(area), values, session);
  else editContent(session, sheet, area, () => {});
  return bind(rowClass, new RowTarget(owner, index));
}

/** Rows of values, each with one for every column; a single value is for a table of one column. */
function rowValues(value: Argument, columns: number): readonly (readonly Argument[])[] {
  const rows = isList(value) ? value : [[value]];
  return rows.map((row) => {
    if (!isList(row) || row.length !== columns)
      throw invalidArgument('A row has a value for each column of the table.');
    return row;
  });
}

function remove(owner: TableTarget, range: RangeRef, session: Session): void {
  const { sheet } = owner;
  requireUnprotected(sheet);
  if (owner.areas.body.rows > 1) {
    deleteCells(owner, range.area, 'Up', session);
    return;
  }
  // The last row stays, empty, and waits for data.
  editContent(session, sheet, range.area, () => sheet.clear(range.area, 'Contents'));
  owner.change({ insertRow: true });
}
