import { cellAddress } from './address';
import { isFormula, type SheetSnapshot } from './snapshot';

/** What a cell of a circle holds for its readers: Excel shows 0 there, or what the calculation before left. */
export const CIRCULAR = '#循环引用';
/** Functions that ask where a cell stands, not what it holds, with what they ask; and texts. */
const NOT_READ = /"[^"]*"|\b(?:ROWS?|COLUMNS?)\([^()]*\)/gi;
/** A cell, an area or whole columns of the same sheet: A1, $A$1:B2, A:C; @ stands for the formula's own row. */
const REFERENCE =
  /(?<![\p{L}\d_.!:'$])\$?([A-Z]{1,3})\$?(@|\d{1,7})(?::\$?([A-Z]{1,3})\$?(@|\d{1,7}))?(?![\p{L}\d_.(!])|(?<![\p{L}\d_.!:'$])\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\p{L}\d_.(!])/giu;
/** A larger area is only asked whether the formula itself stands in it: everything else in it would be looked at for every one. */
const MOST_CELLS = 400;

/** A sheet whose circular cells say so, and the A1 addresses of those cells. */
export interface Uncircled {
  readonly sheet: SheetSnapshot;
  readonly circular: readonly string[];
}

/** Finds formulas that read their own result, on the same sheet, directly or by way of others. Every reading pays for it. */
export function uncircled(sheet: SheetSnapshot): Uncircled {
  const found = circles(sheet);
  if (found.size === 0) return { sheet, circular: [] };
  const { row, column, columns } = sheet.area;
  const values = sheet.values.map((line, r) => line.map((value, c) => (found.has(r * columns + c) ? CIRCULAR : value)));
  const address = (cell: number) => cellAddress(row + Math.floor(cell / columns), column + (cell % columns));
  return { sheet: { ...sheet, values }, circular: [...found].map(address) };
}

/** The cells of circles by their number in the block, row after row. */
function circles(sheet: SheetSnapshot): ReadonlySet<number> {
  const { area, formulas } = sheet;
  const found = new Set<number>();
  const done = new Set<number>();
  // The way from a start, each cell with what is still to be looked at of what it reads, and where it is on the way.
  const way: { readonly cell: number; readonly reads: number[] }[] = [];
  const onWay = new Map<number, number>();
  const references = new References();
  const enter = (cell: number): void => {
    const formula = formulas[Math.floor(cell / area.columns)]?.[cell % area.columns];
    if (!isFormula(formula) || done.has(cell)) return;
    onWay.set(cell, way.length);
    const row = area.row + Math.floor(cell / area.columns) + 1;
    way.push({ cell, reads: readBy(sheet, cell, references.in(formula, row)) });
  };
  for (let start = 0; start < area.rows * area.columns; start++) {
    enter(start);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const next = here.reads.pop();
      const before = next === undefined ? undefined : onWay.get(next);
      if (before !== undefined) for (const { cell } of way.slice(before)) found.add(cell);
      else if (next !== undefined) enter(next);
      else {
        way.pop();
        onWay.delete(here.cell);
        done.add(here.cell);
      }
    }
  }
  return found;
}

/** One area that a formula names, in columns of the sheet; rows are counted from the formula's own where it stands in it. */
interface Reference {
  readonly columns: readonly [first: number, last: number];
  readonly rows: readonly [top: number | typeof OWN_ROW, bottom: number | typeof OWN_ROW];
}

/** Stands for the row of the formula itself, so that a column of like formulas is taken apart once. */
const OWN_ROW = '@';

/** Takes formulas apart, each shape once. */
class References {
  private readonly shapes = new Map<string, readonly Reference[]>();
  private readonly own = new Map<number, RegExp>();

  /** @param row that the formula stands in, as addresses count */
  in(formula: string, row: number): readonly Reference[] {
    const ownRow = this.own.get(row) ?? new RegExp(`(?<=[A-Za-z$])${row}(?!\\d)`, 'g');
    this.own.set(row, ownRow);
    const shape = formula.replace(ownRow, OWN_ROW);
    const known = this.shapes.get(shape);
    if (known !== undefined) return known;
    const references = referencesOf(shape);
    this.shapes.set(shape, references);
    return references;
  }
}

function referencesOf(shape: string): Reference[] {
  const read = /["(]/.test(shape) ? shape.replace(NOT_READ, '') : shape;
  return [...read.matchAll(REFERENCE)].map(([, left, top, right = left, bottom = top, first, last]) => ({
    columns: sorted(columnIndex(left ?? first ?? ''), columnIndex(right ?? last ?? '')),
    rows: top === undefined ? [1, Infinity] : [rowOf(top), rowOf(bottom ?? top)],
  }));
}

function rowOf(digits: string): Reference['rows'][number] {
  return digits === OWN_ROW ? OWN_ROW : Number(digits);
}

/** The formulas that a formula reads; of a large area only itself, where it stands in it. */
function readBy({ area, formulas }: SheetSnapshot, cell: number, references: readonly Reference[]): number[] {
  const [ownRow, ownColumn] = [Math.floor(cell / area.columns), cell % area.columns];
  const inBlock = (row: Reference['rows'][number]) => (row === OWN_ROW ? ownRow : row - 1 - area.row);
  const reads: number[] = [];
  for (const { columns, rows } of references) {
    const [fromColumn, toColumn] = [columns[0] - area.column, columns[1] - area.column];
    const [fromRow, toRow] = sorted(inBlock(rows[0]), inBlock(rows[1]));
    if ((toColumn - fromColumn + 1) * (toRow - fromRow + 1) > MOST_CELLS) {
      if (ownRow >= fromRow && ownRow <= toRow && ownColumn >= fromColumn && ownColumn <= toColumn) reads.push(cell);
      continue;
    }
    for (let r = Math.max(0, fromRow); r <= Math.min(toRow, area.rows - 1); r++)
      for (let c = Math.max(0, fromColumn); c <= Math.min(toColumn, area.columns - 1); c++)
        if (isFormula(formulas[r]?.[c])) reads.push(r * area.columns + c);
  }
  return reads;
}

function sorted(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
