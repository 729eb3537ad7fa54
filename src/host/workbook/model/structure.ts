/** Inserting and deleting cells: everything that has a place on the sheet follows, as in Excel; formulas do not yet. */
import {
  areaBetween,
  cellKey,
  intersection,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  parseA1,
  parseCellKey,
  type Area,
} from '../values/address';
import { parseAreas, without } from '../values/areas';
import { changeOf, shiftArea, shiftAreas, shiftSpan, type Change } from '../values/shift';
import { conditionOn, validationOn } from './anchor';
import type { Cell, MergeRange, Sheet } from './data';
import type { SheetContent } from './sheet';
import { moveTables } from './tables';

/** Makes room for the area; what was there moves down or right and keeps its content. */
export function insertCells(sheet: SheetContent, area: Area, shift: 'Down' | 'Right'): Change {
  return apply(sheet, area, changeOf(sheet.name, area, 'insert', shift === 'Down' ? 'row' : 'column'));
}

/** Takes the area out; what lies below or right of it closes up. */
export function deleteCells(sheet: SheetContent, area: Area, shift: 'Up' | 'Left'): Change {
  return apply(sheet, area, changeOf(sheet.name, area, 'delete', shift === 'Up' ? 'row' : 'column'));
}

function apply(sheet: SheetContent, area: Area, change: Change): Change {
  moveCells(sheet, change);
  const { data } = sheet;
  if (change.kind === 'delete') reanchor(data, area);
  if (change.axis === 'row' && isWholeRows(area)) moveRows(sheet, change);
  if (change.axis === 'column' && isWholeColumns(area)) moveColumns(data, change);
  moveAreas(data, change);
  moveTables(sheet, change);
  sheet.extras.changes.push(change);
  return change;
}

function moveCells(sheet: SheetContent, change: Change): void {
  const byRow = change.axis === 'row';
  const moved: [string, Cell][] = [];
  const inserted = new Map<string, Cell>();
  for (const [key, cell] of [...sheet.cells]) {
    const { row, column } = parseCellKey(key);
    const position = byRow ? row : column;
    const cross = byRow ? column : row;
    if (position < change.at - 1 || cross < change.bandStart || cross > change.bandEnd) continue;
    // New cells look like those before them: above for rows, left for columns.
    if (position === change.at - 1) {
      if (change.kind === 'insert' && cell.style) inheritStyle(inserted, change, row, column, cell);
      continue;
    }
    sheet.cells.delete(key);
    const span = shiftSpan(change, position, position);
    if (!span) continue;
    if (cell.formulaRef !== undefined) cell.formulaRef = shiftAreas(change, cell.formulaRef) ?? cell.formulaRef;
    moved.push([byRow ? cellKey(span[0], column) : cellKey(row, span[0]), cell]);
  }
  for (const [key, cell] of moved) sheet.cells.set(key, cell);
  for (const [key, cell] of inserted) sheet.cells.set(key, cell);
}

function inheritStyle(inserted: Map<string, Cell>, change: Change, row: number, column: number, cell: Cell): void {
  if (!cell.style) return;
  for (let index = 0; index < change.count; index++) {
    const key = change.axis === 'row' ? cellKey(change.at + index, column) : cellKey(row, change.at + index);
    inserted.set(key, { value: null, type: 'empty', style: cell.style });
  }
}

function moveKeys<T>(map: Map<number, T>, change: Change): void {
  const entries = [...map];
  map.clear();
  for (const [index, value] of entries) {
    const span = shiftSpan(change, index, index);
    if (span) map.set(span[0], value);
  }
}

function moveRows(sheet: SheetContent, change: Change): void {
  if (sheet.data.rowDefs) moveKeys(sheet.data.rowDefs, change);
  moveKeys(sheet.extras.automaticHeights, change);
  moveKeys(sheet.extras.rowStyles, change);
  moveKeys(sheet.extras.rowAttributes, change);
  const above = sheet.extras.rowStyles.get(change.at - 1);
  if (change.kind === 'insert' && above) {
    for (let index = 0; index < change.count; index++) sheet.extras.rowStyles.set(change.at + index, above);
  }
  if (sheet.data.rowBreaks) sheet.data.rowBreaks = moveIndexes(sheet.data.rowBreaks, change);
}

function moveColumns(data: Sheet, change: Change): void {
  if (data.columns && change.at < data.columns.length) {
    const before = data.columns[change.at - 1];
    if (change.kind === 'delete') data.columns.splice(change.at, change.count);
    // A new column is as wide as the one on its left, but shown.
    else {
      const added = Array.from({ length: change.count }, () => ({ ...before, hidden: false }));
      data.columns.splice(change.at, 0, ...added);
      data.columns.length = Math.min(data.columns.length, MAX_COLUMNS);
    }
  }
  if (data.colBreaks) data.colBreaks = moveIndexes(data.colBreaks, change);
}

function moveIndexes(indexes: readonly number[], change: Change): number[] {
  return indexes.flatMap((index) => shiftSpan(change, index, index)?.[0] ?? []);
}

/** Everything that names its place by an address on its own sheet. */
function moveAreas(data: Sheet, change: Change): void {
  if (data.merges) data.merges = data.merges.flatMap((merge) => moveMerge(merge, change));
  const moveRange = <T extends { range: string }>(rule: T): T[] => {
    const range = shiftAreas(change, rule.range);
    return range === undefined ? [] : [{ ...rule, range }];
  };
  if (data.dataValidations) data.dataValidations = data.dataValidations.flatMap(moveRange);
  if (data.conditionalRules) data.conditionalRules = data.conditionalRules.flatMap(moveRange);
  moveFilter(data, change);
  movePrintAreas(data, change);
}

/** Rules whose first cell goes are written as seen from the first that stays, lest its own cell be `#REF!` to all. */
function reanchor(data: Sheet, area: Area): void {
  const loses = ({ range }: { range: string }): boolean => {
    const [first] = parseAreas(range);
    return first !== undefined && intersection({ ...first, rows: 1, columns: 1 }, area) !== undefined;
  };
  const rest = ({ range }: { range: string }): Area[] => without(parseAreas(range), [area]);
  if (data.dataValidations)
    data.dataValidations = data.dataValidations.map((rule) =>
      loses(rule) && rest(rule).length > 0 ? validationOn(rule, rest(rule)) : rule,
    );
  if (data.conditionalRules)
    data.conditionalRules = data.conditionalRules.map((rule) =>
      loses(rule) && rest(rule).length > 0 ? conditionOn(rule, rest(rule)) : rule,
    );
}

function moveMerge(merge: MergeRange, change: Change): MergeRange[] {
  const area = shiftArea(change, areaBetween(merge.startRow, merge.startCol, merge.endRow, merge.endCol));
  if (!area || (area.rows === 1 && area.columns === 1)) return [];
  const { row, column, rows, columns } = area;
  return [{ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 }];
}

function moveFilter(data: Sheet, change: Change): void {
  if (!data.autoFilter) return;
  const old = parseA1(data.autoFilter.range);
  const range = shiftAreas(change, data.autoFilter.range);
  if (range === undefined) {
    delete data.autoFilter;
    return;
  }
  const area = parseA1(range);
  const columns = data.autoFilter.columns?.flatMap((column) => {
    if (!old || !area || change.axis !== 'column') return [column];
    const span = shiftSpan(change, old.column + column.colIndex, old.column + column.colIndex);
    return span ? [{ ...column, colIndex: span[0] - area.column }] : [];
  });
  data.autoFilter = { range, ...(columns && { columns }) };
}

function movePrintAreas(data: Sheet, change: Change): void {
  for (const member of ['printArea', 'printTitlesRow', 'printTitlesColumn'] as const) {
    const setup = data.pageSetup;
    const text = setup?.[member];
    if (!setup || text === undefined) continue;
    const next = shiftAreas(change, text, ',');
    const { [member]: _old, ...rest } = setup;
    data.pageSetup = next === undefined ? rest : { ...rest, [member]: next };
  }
}

/** Whether inserting the area would push a filled cell over the sheet's edge, which Excel refuses. */
export function insertWouldLoseCells(sheet: SheetContent, area: Area, shift: 'Down' | 'Right'): boolean {
  const change = changeOf(sheet.name, area, 'insert', shift === 'Down' ? 'row' : 'column');
  const edge = (shift === 'Down' ? MAX_ROWS : MAX_COLUMNS) - change.count;
  for (const [key, cell] of sheet.cells) {
    if (cell.formula === undefined && cell.value === null) continue;
    const { row, column } = parseCellKey(key);
    const [position, cross] = shift === 'Down' ? [row, column] : [column, row];
    if (position >= edge && position >= change.at && cross >= change.bandStart && cross <= change.bandEnd) return true;
  }
  return false;
}
