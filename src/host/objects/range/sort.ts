import type { Cell, SortKey } from '../../workbook/model/data';
import { isErrorText, type CellValue } from '../../workbook/model/sheet';
import { cellKey, formatA1, isWholeColumns, isWholeRows } from '../../workbook/values/address';
import { moveRelative } from '../../workbook/values/formula';
import { editContent } from '../cells/edits';
import { requireEditable, requirePermission } from '../cells/permission';
import { asBoolean, asChoice, asInteger, asList, asRecord, type Argument, type Arguments } from '../core/arguments';
import type { ObjectClass, Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { apiNotFound, invalidArgument, invalidOperation } from '../core/refusal';

/** `Excel.RangeSort`: rows in the order of their values, as Excel's sort dialog puts them. */
export const sortClass: ObjectClass<RangeRef> = {
  name: 'RangeSort',
  since: '1.2',
  wants: ({ sheet, area }) => [{ sheet, area }],
  members: { apply: { kind: 'method', calculated: true, call: apply } },
};

/** How rows are sorted. */
export interface Sorting {
  readonly keys: readonly SortKey[];
  readonly matchCase: boolean;
  readonly method: SortMethod;
}

const METHODS = ['PinYin', 'StrokeCount'] as const;
type SortMethod = (typeof METHODS)[number];

function apply(range: RangeRef, given: Arguments, session: Session): void {
  if (given.choiceOr(3, ['Rows', 'Columns'], 'Rows') !== 'Rows') throw apiNotFound('RangeSort.apply (Columns)');
  const sorting = {
    keys: sortKeys(given.at(0), range.area.columns),
    matchCase: given.booleanOr(1, false),
    method: sortMethod(given, 4),
  };
  sortRows(range, sorting, given.booleanOr(2, false) ? 1 : 0, session);
}

/** The fields to sort by. */
export function sortKeys(fields: Argument, columns: number): SortKey[] {
  const keys = asList(fields).map((field) => keyOf(field, columns));
  if (keys.length === 0) throw invalidArgument();
  return keys;
}

export function sortMethod(given: Arguments, index: number): SortMethod {
  return given.choiceOr(index, METHODS, 'PinYin');
}

/** Puts the rows of the range in order; the first `headers` of them stay where they are. */
export function sortRows(range: RangeRef, sorting: Sorting, headers: number, session: Session): void {
  const { sheet, area } = range;
  const { keys } = sorting;
  const collator = collatorFor(sorting.matchCase, sorting.method);
  if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument('Sort the used part of whole columns.');
  requirePermission(sheet, 'sort');
  requireEditable(sheet, area);
  if ((sheet.data.merges ?? []).some((m) => m.startRow < area.row + area.rows && m.endRow >= area.row)) {
    throw invalidOperation('Merged cells cannot be sorted.');
  }
  // Rows that do not show keep their place, as in Excel.
  const places = Array.from({ length: area.rows - headers }, (_, index) => area.row + headers + index).filter(
    (row) => !sheet.rowHidden(row),
  );
  const value = (row: number, key: SortKey): CellValue => sheet.value(row, area.column + key.column);
  const order = [...places].sort((a, b) => {
    for (const key of keys) {
      const difference = compare(value(a, key), value(b, key), key.ascending, collator);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  editContent(session, sheet, area, () => {
    const rows = order.map((row, index) => rowCells(range, row, places[index] ?? row));
    places.forEach((row, index) => {
      rows[index]?.forEach((cell, offset) => {
        const key = cellKey(row, area.column + offset);
        if (cell) sheet.cells.set(key, cell);
        else sheet.cells.delete(key);
        if (order[index] !== row) session.workbook.cellChanged(sheet, key);
      });
    });
  });
  const address = formatA1(area);
  session.events.raise('RowSorted', sheet, () => ({ address, source: 'Local' }));
}

function keyOf(field: Argument, columns: number): SortKey {
  const record = asRecord(field);
  const column = asInteger(record['key'] ?? null);
  if (column < 0 || column >= columns) throw invalidArgument('A sort key lies outside the range.');
  const sortOn = record['sortOn'];
  if (sortOn !== undefined && sortOn !== null && asChoice(sortOn, SORT_ON) !== 'Value') {
    throw apiNotFound('SortField.sortOn');
  }
  const ascending = record['ascending'];
  return { column, ascending: ascending === undefined || ascending === null ? true : asBoolean(ascending) };
}

const SORT_ON = ['Value', 'CellColor', 'FontColor', 'Icon'] as const;

function collatorFor(matchCase: boolean, method: SortMethod): Intl.Collator {
  const order = method === 'PinYin' ? 'pinyin' : 'stroke';
  return new Intl.Collator(`zh-CN-u-co-${order}`, { sensitivity: matchCase ? 'variant' : 'accent' });
}

/** The cells of a row as they are in the row where they go: relative references move with them. */
function rowCells({ sheet, area }: RangeRef, from: number, to: number): (Cell | undefined)[] {
  return Array.from({ length: area.columns }, (_, offset) => {
    const cell = sheet.cell(from, area.column + offset);
    if (!cell || cell.formula === undefined || from === to) return cell;
    const { known: _known, ...moved } = cell;
    return { ...moved, formula: moveRelative(cell.formula, to - from, 0) };
  });
}

/** Numbers before texts before truth values before errors; empty cells last whichever way the rest goes. */
function compare(a: CellValue, b: CellValue, ascending: boolean, collator: Intl.Collator): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const difference = rank(a) - rank(b) || within(a, b, collator);
  return ascending ? difference : -difference;
}

function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return 2;
  return isErrorText(value) ? 3 : 1;
}

function within(a: CellValue, b: CellValue, collator: Intl.Collator): number {
  if (typeof a === 'string' && typeof b === 'string') return isErrorText(a) ? 0 : collator.compare(a, b);
  return Number(a) - Number(b);
}
