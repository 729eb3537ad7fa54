import type { Json } from '../../wire/protocol';
import type { SheetModel } from '../../workbook/model/workbook';
import { formatA1 } from '../../workbook/values/address';
import { valueType } from '../cells/edits';
import { bind, rangeObject, type Member, type ObjectClass, type ValueMember } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';

/** The cells of a range that show, as if those that do not were not there. */
class View {
  constructor(
    readonly range: RangeRef,
    /** Its place among the rows of the view that it was taken from. */
    readonly index = 0,
  ) {}

  get rows(): number[] {
    const { sheet, area } = this.range;
    return shown(area.row, area.rows, (row) => sheet.rowHidden(row));
  }

  get columns(): number[] {
    const { sheet, area } = this.range;
    return shown(area.column, area.columns, (column) => sheet.columnHidden(column));
  }

  cells(read: (sheet: SheetModel, row: number, column: number) => Json): Json {
    const { columns } = this;
    return this.rows.map((row) => columns.map((column) => read(this.range.sheet, row, column)));
  }
}

function shown(start: number, size: number, hidden: (line: number) => boolean): number[] {
  return Array.from({ length: size }, (_, index) => start + index).filter((line) => !hidden(line));
}

function cells(read: (sheet: SheetModel, row: number, column: number) => Json, calculated: boolean): ValueMember<View> {
  return { kind: 'value', calculated, get: (view) => view.cells(read) };
}

const one = (row: number, column: number): string => formatA1({ row, column, rows: 1, columns: 1 });

/**
 * `Excel.RangeView`.
 *
 * @public test/project/officeApi finds the host's classes among the exports
 */
export const viewClass: ObjectClass<View> = {
  name: 'RangeView',
  since: '1.3',
  wants: ({ range: { sheet, area } }) => [{ sheet, area }],
  members: {
    values: cells((sheet, row, column) => sheet.value(row, column), true),
    formulas: cells((sheet, row, column) => sheet.formula(row, column), false),
    text: cells((sheet, row, column) => sheet.text(row, column), true),
    valueTypes: cells((sheet, row, column) => valueType(sheet.value(row, column)), true),
    numberFormat: cells((sheet, row, column) => sheet.style(row, column).numFmt ?? 'General', false),
    cellAddresses: cells((_sheet, row, column) => one(row, column), false),
    rowCount: { kind: 'value', get: ({ rows }) => rows.length },
    columnCount: { kind: 'value', get: ({ columns }) => columns.length },
    index: { kind: 'value', get: ({ index }) => index },
    rows: { kind: 'object', get: (view) => bind(viewsClass, view) },
    getRange: { kind: 'method', call: ({ range }) => rangeObject(range) },
  },
};

function rowViews({ range: { sheet, area }, rows }: View): View[] {
  return rows.map((row, index) => new View(new RangeRef(sheet, { ...area, row, rows: 1 }), index));
}

/**
 * `Excel.RangeViewCollection`: the rows that show, one by one.
 *
 * @public test/project/officeApi finds the host's classes among the exports
 */
export const viewsClass: ObjectClass<View> = {
  name: 'RangeViewCollection',
  since: '1.3',
  items: (view) => rowViews(view).map((row) => bind(viewClass, row)),
  members: {
    getCount: { kind: 'method', since: '1.4', call: ({ rows }) => rows.length },
    getItemAt: {
      kind: 'method',
      call: (view, given) => {
        const row = rowViews(view)[given.integer(0)];
        if (!row) throw invalidArgument();
        return bind(viewClass, row);
      },
    },
  },
};

/** `range.getVisibleView`. */
export const viewMembers: Readonly<Record<string, Member<RangeRef>>> = {
  getVisibleView: { kind: 'method', since: '1.3', call: (range) => bind(viewClass, new View(range)) },
};
