import { cellAddress } from './address';
import { isFormula, type SheetSnapshot } from './snapshot';

/** What a cell of a circle holds for its readers: Excel shows 0 there, or what the calculation before left. */
export const CIRCULAR = '#循环引用';
/** Functions that ask where a cell stands, not what it holds, with what they ask; and texts. */
const NOT_READ = /"[^"]*"|\b(?:ROWS?|COLUMNS?)\([^()]*\)/gi;
/** A cell, an area or whole columns of the same sheet: A1, $A$1:B2, A:C. */
const REFERENCE =
  /(?<![\p{L}\d_.!:'$])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\d_.(!])|(?<![\p{L}\d_.!:'$])\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\p{L}\d_.(!])/giu;
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
  const enter = (cell: number): void => {
    const formula = formulas[Math.floor(cell / area.columns)]?.[cell % area.columns];
    if (!isFormula(formula) || done.has(cell)) return;
    onWay.set(cell, way.length);
    way.push({ cell, reads: readBy(sheet, cell, formula) });
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

/** The formulas that a formula reads; of a large area only itself, where it stands in it. */
function readBy({ area, formulas }: SheetSnapshot, cell: number, formula: string): number[] {
  const [ownRow, ownColumn] = [Math.floor(cell / area.columns), cell % area.columns];
  const reads: number[] = [];
  const read = /["(]/.test(formula) ? formula.replace(NOT_READ, '') : formula;
  for (const [, left, top, right = left, bottom = top, first, last] of read.matchAll(REFERENCE)) {
    const [fromColumn, toColumn] = sorted(
      columnIndex(left ?? first ?? '') - area.column,
      columnIndex(right ?? last ?? '') - area.column,
    );
    const [fromRow, toRow] =
      top === undefined ? [0, Infinity] : sorted(Number(top) - 1 - area.row, Number(bottom) - 1 - area.row);
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
