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

/** Finds formulas that read their own result, on the same sheet, directly or by way of others. */
export function uncircled(sheet: SheetSnapshot): Uncircled {
  const found = circles(sheet);
  if (found.size === 0) return { sheet, circular: [] };
  const { row: top, column: left } = sheet.area;
  const values = sheet.values.map((line, r) =>
    line.map((value, c) => (found.has(cellAddress(top + r, left + c)) ? CIRCULAR : value)),
  );
  return { sheet: { ...sheet, values }, circular: [...found] };
}

function circles({ area, formulas }: SheetSnapshot): ReadonlySet<string> {
  const formulaAt = new Map<string, { row: number; column: number; formula: string }>();
  formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      const [row, column] = [area.row + r, area.column + c];
      if (isFormula(formula)) formulaAt.set(cellAddress(row, column), { row, column, formula });
    }),
  );
  const found = new Set<string>();
  const done = new Set<string>();
  for (const start of formulaAt.keys()) {
    // The way from the start, each cell with what is still to be looked at of what it reads, and where it is on the way.
    const way: { readonly cell: string; readonly reads: string[] }[] = [];
    const onWay = new Map<string, number>();
    const enter = (cell: string): void => {
      const at = formulaAt.get(cell);
      if (at === undefined || done.has(cell)) return;
      onWay.set(cell, way.length);
      way.push({ cell, reads: readBy(at) });
    };
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

/** The cells that a formula reads; of a large area only its own cell, where it stands in it. */
function readBy({ row, column, formula }: { row: number; column: number; formula: string }): string[] {
  return [...formula.replace(NOT_READ, '').matchAll(REFERENCE)].flatMap(
    ([, left, top, right = left, bottom = top, first, last]) => {
      const columns = sorted(columnIndex(left ?? first ?? ''), columnIndex(right ?? last ?? ''));
      const rows = top === undefined ? [0, Infinity] : sorted(Number(top) - 1, Number(bottom) - 1);
      const [[fromColumn = 0, toColumn = 0], [fromRow = 0, toRow = 0]] = [columns, rows];
      if ((toColumn - fromColumn + 1) * (toRow - fromRow + 1) > MOST_CELLS) {
        const isIn = row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn;
        return isIn ? [cellAddress(row, column)] : [];
      }
      const cells: string[] = [];
      for (let r = fromRow; r <= toRow; r++) for (let c = fromColumn; c <= toColumn; c++) cells.push(cellAddress(r, c));
      return cells;
    },
  );
}

function sorted(a: number, b: number): number[] {
  return a < b ? [a, b] : [b, a];
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
