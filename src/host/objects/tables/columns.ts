import type { TableColumn } from '../../workbook/model/data';
import { newColumn } from '../../workbook/model/tables';
import { formatA1, type Area } from '../../workbook/values/address';
import { editContent } from '../cells/edits';
import { requireUnprotected } from '../cells/permission';
import { asText, isList, type Argument, type Arguments } from '../core/arguments';
import { bind, orNotFound, rangeObject, type HostObject, type ObjectClass, type Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { invalidArgument, invalidOperation, itemNotFound } from '../core/refusal';
import { cellwiseValues, cellInput, writeCells } from '../range/values';
import { TableFilter } from './autoFilter';
import { columnFilterClass, ColumnFilter } from './filter';
import { filterColumn } from './filters';
import { deleteCells, insertCells } from './shape';
import type { TableTarget } from './target';

/** A column, found by its number however it moves. */
class ColumnTarget {
  constructor(
    readonly owner: TableTarget,
    readonly id: number,
  ) {}

  get index(): number {
    const index = this.owner.table.columns.findIndex(({ id }) => id === this.id);
    if (index < 0) throw itemNotFound('The column is gone.');
    return index;
  }

  get column(): TableColumn {
    const column = this.owner.table.columns[this.index];
    if (!column) throw itemNotFound('The column is gone.');
    return column;
  }

  cut(area: Area | undefined): RangeRef | undefined {
    return area && this.owner.range({ ...area, column: area.column + this.index, columns: 1 });
  }
}

/**
 * `Excel.TableColumn`.
 *
 * @public test/project/officeApi finds the host's classes among the exports
 */
export const columnClass: ObjectClass<ColumnTarget> = {
  name: 'TableColumn',
  identity: ({ id }) => ({ Id: id }),
  wants: ({ owner }) => [{ sheet: owner.sheet, area: owner.areas.whole }],
  members: {
    id: { kind: 'value', get: ({ column }) => column.id },
    index: { kind: 'value', get: ({ index }) => index },
    name: {
      kind: 'value',
      get: ({ column }) => column.name,
      set: (target, value, session) => rename(target, asText(value), session),
    },
    values: {
      kind: 'value',
      calculated: true,
      get: (target) => cellwiseValues(requireRange(target.cut(target.owner.areas.whole))),
      set: (target, value, session) => writeCells(requireRange(target.cut(target.owner.areas.whole)), value, session),
    },
    filter: {
      kind: 'object',
      since: '1.2',
      get: (target) => bind(columnFilterClass, new ColumnFilter(target.owner, () => target.index)),
    },
    getRange: { kind: 'method', call: (target) => part(target.cut(target.owner.areas.whole)) },
    getHeaderRowRange: { kind: 'method', call: (target) => part(target.cut(target.owner.areas.header)) },
    getDataBodyRange: { kind: 'method', call: (target) => part(target.cut(target.owner.areas.body)) },
    getTotalRowRange: { kind: 'method', call: (target) => part(target.cut(target.owner.areas.totals)) },
    delete: { kind: 'method', call: remove },
  },
};

function part(range: RangeRef | undefined): HostObject {
  return orNotFound(range ? rangeObject(range) : null);
}

function requireRange(range: RangeRef | undefined): RangeRef {
  if (!range) throw itemNotFound();
  return range;
}

function rename(target: ColumnTarget, name: string, session: Session): void {
  if (name === '') throw invalidArgument('A column of a table has a name.');
  const { owner, index } = target;
  requireUnprotected(owner.sheet);
  const { header } = owner.areas;
  if (!header) {
    owner.change({ columns: owner.table.columns.map((one) => (one.id === target.id ? { ...one, name } : one)) });
    return;
  }
  const cell = { ...header, column: header.column + index, columns: 1 };
  editContent(session, owner.sheet, cell, () => owner.sheet.setValue(cell.row, cell.column, name));
}

async function remove(target: ColumnTarget, _given: Arguments, session: Session): Promise<void> {
  const { owner, index } = target;
  requireUnprotected(owner.sheet);
  if (owner.table.columns.length === 1) throw invalidOperation('A table has at least one column.');
  if (owner.table.filter?.some(({ colIndex }) => colIndex === index))
    await filterColumn(new TableFilter(owner), index, undefined);
  const range = requireRange(target.cut(owner.areas.whole));
  deleteCells(owner, range.area, 'Left', session);
}

/** `Excel.TableColumnCollection`. */
export const columnsClass: ObjectClass<TableTarget> = {
  name: 'TableColumnCollection',
  items: (owner) => owner.table.columns.map(({ id }) => bind(columnClass, new ColumnTarget(owner, id))),
  item: (owner, given) => orNotFound(find(owner, given.at(0))),
  members: {
    count: { kind: 'value', get: ({ table }) => table.columns.length },
    getCount: { kind: 'method', since: '1.4', call: ({ table }) => table.columns.length },
    getItemAt: {
      kind: 'method',
      call: (owner, given) => {
        const column = owner.table.columns[given.integer(0)];
        if (!column) throw invalidArgument();
        return bind(columnClass, new ColumnTarget(owner, column.id));
      },
    },
    getItemOrNullObject: { kind: 'method', since: '1.4', call: (owner, given) => find(owner, given.at(0)) },
    add: { kind: 'method', call: add },
  },
};

/** A column by its name or its number. */
function find(owner: TableTarget, key: Argument): HostObject | null {
  const wanted = typeof key === 'number' ? key : asText(key).toLowerCase();
  const column = owner.table.columns.find(({ id, name }) =>
    typeof wanted === 'number' ? id === wanted : name.toLowerCase() === wanted,
  );
  return column ? bind(columnClass, new ColumnTarget(owner, column.id)) : null;
}

function add(owner: TableTarget, given: Arguments, session: Session): HostObject {
  const { sheet } = owner;
  const count = owner.table.columns.length;
  const wanted = given.integerOr(0, -1);
  const index = wanted < 0 ? count : wanted;
  if (index > count) throw invalidArgument('The column lies outside the table.');
  const name = given.textOr(2, undefined);
  requireUnprotected(sheet);
  const { whole, header } = owner.areas;
  const values = given.has(1) ? columnValues(given.at(1), whole.rows) : undefined;
  const area = { ...whole, column: whole.column + index, columns: 1 };
  insertCells(owner, area, 'Right', session);
  // At its edges the table does not grow by itself.
  if (index === 0 || index === count) growAtEdge(owner, index, whole);
  if (values) writeCells(owner.range(area), values, session);
  if (header) {
    const text = name ?? (values ? sheet.text(area.row, area.column) : owner.table.columns[index]?.name);
    editContent(session, sheet, { ...area, rows: 1 }, () => sheet.setValue(area.row, area.column, text ?? ''));
  }
  const column = owner.table.columns[index];
  if (!column) throw itemNotFound();
  return bind(columnClass, new ColumnTarget(owner, column.id));
}

function growAtEdge(owner: TableTarget, index: number, whole: Area): void {
  const { table } = owner;
  const columns = [...table.columns];
  columns.splice(index, 0, newColumn(columns));
  const range = formatA1({ ...whole, columns: columns.length });
  const step = index === 0 ? 1 : 0;
  const filter = table.filter?.map((column) => ({ ...column, colIndex: column.colIndex + step }));
  const keys = table.sort?.keys.map((key) => ({ ...key, column: key.column + step }));
  owner.change({
    columns,
    range,
    ...(filter && { filter }),
    ...(table.sort && keys && { sort: { ...table.sort, keys } }),
  });
}

/** The values of a whole column, its header included; a single one fills it. */
function columnValues(value: Argument, rows: number): Argument {
  if (!isList(value)) return Array.from({ length: rows }, () => [value]);
  if (value.length !== rows) throw invalidArgument('A column has a value for each row of the table.');
  for (const row of value) {
    if (!isList(row) || row.length !== 1) throw invalidArgument('A column has one value in each row.');
    if (row[0] !== null && row[0] !== undefined) cellInput(row[0]);
  }
  return value;
}
