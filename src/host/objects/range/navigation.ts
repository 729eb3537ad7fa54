import { areaBetween, intersection, MAX_COLUMNS, MAX_ROWS, type Area } from '../../workbook/values/address';
import { fullAddress, rangeArgument, areaWithin } from '../cells/lookup';
import type { Arguments } from '../core/arguments';
import { orNotFound, rangeObject, type HostObject, type Member } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';

/** Where a range is, and other ranges from there. */
export const navigationMembers: Readonly<Record<string, Member<RangeRef>>> = {
  address: { kind: 'value', get: fullAddress },
  addressLocal: { kind: 'value', get: fullAddress },
  rowIndex: { kind: 'value', get: (range) => range.area.row },
  columnIndex: { kind: 'value', get: (range) => range.area.column },
  rowCount: { kind: 'value', get: (range) => range.area.rows },
  columnCount: { kind: 'value', get: (range) => range.area.columns },
  // Excel gives -1 where the number is too large for it.
  cellCount: {
    kind: 'value',
    get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
  },
  isEntireColumn: { kind: 'value', since: '1.7', get: ({ area }) => area.rows === MAX_ROWS },
  isEntireRow: { kind: 'value', since: '1.7', get: ({ area }) => area.columns === MAX_COLUMNS },
  getCell: {
    kind: 'method',
    // The cell may lie outside the range, as long as it is on the sheet.
    call: (range, given) => at(range, range.area.row + given.integer(0), range.area.column + given.integer(1), 1, 1),
  },
  getRow: {
    kind: 'method',
    call: (range, given) => at(range, range.area.row + given.integer(0), range.area.column, 1, range.area.columns),
  },
  getColumn: {
    kind: 'method',
    call: (range, given) => at(range, range.area.row, range.area.column + given.integer(0), range.area.rows, 1),
  },
  getEntireRow: { kind: 'method', call: ({ sheet, area }) => of(sheet, { ...area, column: 0, columns: MAX_COLUMNS }) },
  getEntireColumn: { kind: 'method', call: ({ sheet, area }) => of(sheet, { ...area, row: 0, rows: MAX_ROWS }) },
  getLastRow: { kind: 'method', call: ({ sheet, area }) => of(sheet, { ...area, row: lastRow(area), rows: 1 }) },
  getLastColumn: {
    kind: 'method',
    call: ({ sheet, area }) => of(sheet, { ...area, column: lastColumn(area), columns: 1 }),
  },
  getLastCell: {
    kind: 'method',
    call: ({ sheet, area }) => of(sheet, { row: lastRow(area), column: lastColumn(area), rows: 1, columns: 1 }),
  },
  getResizedRange: {
    kind: 'method',
    since: '1.3',
    call: (range, given) => {
      const { row, column } = range.area;
      const [bottom, right] = [lastRow(range.area) + given.integer(0), lastColumn(range.area) + given.integer(1)];
      if (bottom < 0 || right < 0) throw invalidArgument();
      // One that shrinks beyond its upper left cell reaches out to the other side of it.
      const area = areaBetween(row, column, bottom, right);
      return at(range, area.row, area.column, area.rows, area.columns);
    },
  },
  getAbsoluteResizedRange: {
    kind: 'method',
    since: '1.7',
    call: (range, given) => at(range, range.area.row, range.area.column, given.integer(0), given.integer(1)),
  },
  getOffsetRange: {
    kind: 'method',
    call: (range, given) => {
      const { row, column, rows, columns } = range.area;
      return at(range, row + given.integer(0), column + given.integer(1), rows, columns);
    },
  },
  getRowsAbove: { kind: 'method', since: '1.3', call: (range, given) => beside(range, 'rows', -count(given)) },
  getRowsBelow: { kind: 'method', since: '1.3', call: (range, given) => beside(range, 'rows', count(given)) },
  getColumnsBefore: { kind: 'method', since: '1.3', call: (range, given) => beside(range, 'columns', -count(given)) },
  getColumnsAfter: { kind: 'method', since: '1.3', call: (range, given) => beside(range, 'columns', count(given)) },
  getIntersection: { kind: 'method', call: (range, given) => orNotFound(common(range, given)) },
  getIntersectionOrNullObject: { kind: 'method', since: '1.4', call: common },
  getBoundingRect: {
    kind: 'method',
    call: (range, given) => {
      const other = partner(range, given);
      return of(range.sheet, bounding(range.area, other.area));
    },
  },
  getUsedRange: {
    kind: 'method',
    // Without any content Excel gives the upper left cell of the range.
    call: (range, given) => used(range, given) ?? at(range, range.area.row, range.area.column, 1, 1),
  },
  getUsedRangeOrNullObject: { kind: 'method', since: '1.4', call: used },
};

function of(sheet: RangeRef['sheet'], area: Area): HostObject {
  return rangeObject(new RangeRef(sheet, area));
}

function at(range: RangeRef, row: number, column: number, rows: number, columns: number): HostObject {
  return of(range.sheet, areaWithin(row, column, rows, columns));
}

function lastRow(area: Area): number {
  return area.row + area.rows - 1;
}

function lastColumn(area: Area): number {
  return area.column + area.columns - 1;
}

function count(given: Arguments): number {
  const number = given.integerOr(0, 1);
  if (number === 0) throw invalidArgument();
  return number;
}

/** `size` rows or columns after the range, or before it when negative. */
function beside(range: RangeRef, along: 'rows' | 'columns', size: number): HostObject {
  const { row, column, rows, columns } = range.area;
  const length = Math.abs(size);
  return along === 'rows'
    ? at(range, size > 0 ? row + rows : row - length, column, length, columns)
    : at(range, row, size > 0 ? column + columns : column - length, rows, length);
}

function partner(range: RangeRef, given: Arguments): RangeRef {
  const other = rangeArgument(given.at(0), range.sheet);
  if (other.sheet !== range.sheet) throw invalidArgument('Both ranges must be on one sheet.');
  return other;
}

function common(range: RangeRef, given: Arguments): HostObject | null {
  const area = intersection(range.area, partner(range, given).area);
  return area ? of(range.sheet, area) : null;
}

function used(range: RangeRef, given: Arguments): HostObject | null {
  const whole = range.sheet.usedArea(given.booleanOr(0, false));
  const candidate = whole && intersection(whole, range.area);
  const area = candidate && shrink(range, candidate, given.booleanOr(0, false));
  return area ? of(range.sheet, area) : null;
}

/** The smallest rectangle around the used cells of the candidate area. */
function shrink({ sheet }: RangeRef, candidate: Area, valuesOnly: boolean): Area | undefined {
  let result: Area | undefined;
  for (const [key, cell] of sheet.cellsIn(candidate)) {
    const filled = cell.formula !== undefined || (cell.value !== null && cell.value !== '');
    if (!filled && (valuesOnly || !cell.style)) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    const one = { row, column, rows: 1, columns: 1 };
    result = result ? bounding(result, one) : one;
  }
  return result;
}

function bounding(a: Area, b: Area): Area {
  return areaBetween(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRow(a), lastRow(b)),
    Math.max(lastColumn(a), lastColumn(b)),
  );
}
