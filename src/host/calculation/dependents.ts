import { cellKey, formatA1, intersection, parseCellKey } from '../workbook/values/address';
import type { Area } from '../workbook/values/address';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook/values/address';
import { arrayArea, covers } from './arrayFormulas';
import { formulaReader } from './reading';
import type { CalculationInput, CellSelection } from './types';

/** What changed in a workbook since the values of its formulas were right. */
export interface Changes {
  readonly cells: CellSelection;
  readonly areas: ReadonlyMap<string, readonly Area[]>;
  /** Names that came, went or mean something else, as `nameKey` writes them. */
  readonly names: ReadonlySet<string>;
  /** Whether rows were hidden or shown. */
  readonly rowsHidden: boolean;
}

interface Place {
  readonly sheet: string;
  readonly key: string;
}

const LEAVE_ROWS_OUT: ReadonlySet<string> = new Set(['SUBTOTAL', 'AGGREGATE']);

/** Formulas by sheet: those that read what changed, and, among all that may, those that only may. */
export interface Dependents {
  readonly certain: CellSelection;
  readonly possible: CellSelection;
}

/**
 * The formulas with a known value that read what changed, directly or by way of others; what INDIRECT and OFFSET read
 * is not known, so that any change may be theirs. Formulas without a known value need no telling.
 */
export function dependentsOf(input: CalculationInput, changes: Changes): Dependents {
  const readers = new Readers(changes);
  const rovers: Place[] = [];
  const read = formulaReader(input, { rows: MAX_ROWS, columns: MAX_COLUMNS });
  for (const { name: sheet, cells } of input.sheets) {
    for (const [key, cell] of cells) {
      if (cell.formula === undefined || cell.known === undefined) continue;
      const place = { sheet, key };
      const { areas, functions, names, roving } = read(cell.formula, { sheet, ...parseCellKey(key) });
      const told =
        changes.cells.get(sheet)?.has(key) === true ||
        names.some((name) => changes.names.has(name)) ||
        (changes.rowsHidden && functions.some((name) => LEAVE_ROWS_OUT.has(name)));
      readers.add(place, areas, arrayArea(cell), told);
      if (roving) rovers.push(place);
    }
  }
  const certain = readers.affected();
  return { certain, possible: readers.affectedBy(rovers) };
}

/** Who reads which cells: single cells by their place, larger areas once each, however many formulas read them. */
class Readers {
  private readonly ofCells = new Map<string, Map<string, Place[]>>();
  private readonly ofAreas = new Map<string, Map<string, { readonly area: Area; readonly readers: Place[] }>>();
  private readonly fills = new Map<string, Area>();
  private found = new Map<string, Set<string>>();
  private readonly queue: Place[] = [];

  constructor(private readonly changes: Changes) {}

  add(
    place: Place,
    areas: readonly { readonly sheet: string; readonly area: Area; readonly read: boolean }[],
    fills: Area | undefined,
    told: boolean,
  ): void {
    if (fills) this.fills.set(`${place.sheet}!${place.key}`, fills);
    if (told) {
      this.tell(place);
      return;
    }
    for (const { sheet, area, read } of areas) {
      if (!read) continue;
      if (area.rows === 1 && area.columns === 1) {
        const key = cellKey(area.row, area.column);
        const ofSheet = this.ofCells.get(sheet) ?? new Map<string, Place[]>();
        this.ofCells.set(sheet, ofSheet.set(key, [...(ofSheet.get(key) ?? []), place]));
      } else {
        const ofSheet = this.ofAreas.get(sheet) ?? new Map<string, { area: Area; readers: Place[] }>();
        this.ofAreas.set(sheet, ofSheet);
        const id = formatA1(area);
        const known = ofSheet.get(id);
        if (known) known.readers.push(place);
        else ofSheet.set(id, { area, readers: [place] });
      }
    }
  }

  /** Those that are affected by these beside what is affected already. */
  affectedBy(places: readonly Place[]): Map<string, Set<string>> {
    this.found = new Map([...this.found].map(([sheet, keys]) => [sheet, new Set(keys)]));
    for (const place of places) this.tell(place);
    return this.spread();
  }

  affected(): Map<string, Set<string>> {
    const { cells, areas } = this.changes;
    for (const sheet of new Set([...this.ofCells.keys(), ...this.ofAreas.keys()])) {
      const changed = cells.get(sheet) ?? new Set<string>();
      const changedAreas = areas.get(sheet) ?? [];
      for (const key of changed) this.cellChanged(sheet, key, false);
      for (const [id, { area, readers }] of this.ofAreas.get(sheet) ?? []) {
        const touched = changedAreas.some((one) => intersection(one, area)) || anyWithin(changed, area);
        if (touched) this.areaChanged(sheet, id, readers);
      }
      for (const area of changedAreas)
        for (const key of this.ofCells.get(sheet)?.keys() ?? [])
          if (covers(area, parseCellKey(key))) this.cellChanged(sheet, key, false);
    }
    return this.spread();
  }

  private spread(): Map<string, Set<string>> {
    for (let place = this.queue.pop(); place; place = this.queue.pop()) {
      const fills = this.fills.get(`${place.sheet}!${place.key}`);
      if (fills) this.filledChanged(place.sheet, fills);
      this.cellChanged(place.sheet, place.key, true);
    }
    return this.found;
  }

  private cellChanged(sheet: string, key: string, withAreas: boolean): void {
    for (const reader of this.ofCells.get(sheet)?.get(key) ?? []) this.tell(reader);
    this.ofCells.get(sheet)?.delete(key);
    if (!withAreas) return;
    const place = parseCellKey(key);
    for (const [id, { area, readers }] of this.ofAreas.get(sheet) ?? [])
      if (covers(area, place)) this.areaChanged(sheet, id, readers);
  }

  private filledChanged(sheet: string, filled: Area): void {
    for (const key of [...(this.ofCells.get(sheet)?.keys() ?? [])])
      if (covers(filled, parseCellKey(key))) this.cellChanged(sheet, key, false);
    for (const [id, { area, readers }] of this.ofAreas.get(sheet) ?? [])
      if (intersection(area, filled)) this.areaChanged(sheet, id, readers);
  }

  private areaChanged(sheet: string, id: string, readers: readonly Place[]): void {
    this.ofAreas.get(sheet)?.delete(id);
    for (const reader of readers) this.tell(reader);
  }

  private tell(place: Place): void {
    const ofSheet = this.found.get(place.sheet) ?? new Set<string>();
    if (ofSheet.has(place.key)) return;
    this.found.set(place.sheet, ofSheet.add(place.key));
    this.queue.push(place);
  }
}

/** Whether one of the cells lies in the area: looks at the fewer of the two. */
function anyWithin(keys: ReadonlySet<string>, area: Area): boolean {
  if (keys.size <= area.rows * area.columns) return [...keys].some((key) => covers(area, parseCellKey(key)));
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (keys.has(cellKey(row, column))) return true;
  return false;
}
