/** Formulas after cells were cut and put elsewhere: what referred to them follows, what referred to the place is gone. */
import { areaBetween, contains, intersection, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Area } from './address';
import { formatCorners, mapTokens, sameName, tokenize, type Corner, type Reference } from './formula';

/** Cells that go from one place to another of the same size, perhaps on another sheet. */
export interface Move {
  readonly from: { readonly sheet: string; readonly area: Area };
  readonly to: { readonly sheet: string; readonly area: Area };
}

/**
 * The formula after the move. `before` and `after` are the sheets that it stands on, which differ when it moves along;
 * its references then name the sheet that they were on.
 */
export function moveFormula({ from, to }: Move, formula: string, before: string, after = before): string {
  const rows = to.area.row - from.area.row;
  const columns = to.area.column - from.area.column;
  return mapTokens(formula, (token) => {
    if (token.kind !== 'reference' || token.sheet?.external || token.sheet?.last !== undefined) return undefined;
    const on = token.sheet?.first ?? before;
    const area = areaOf(token);
    if (sameName(on, from.sheet) && contains(from.area, area)) {
      const { start, end } = token;
      return (
        prefix(token, to.sheet, after) + formatCorners(moved(start, rows, columns), end && moved(end, rows, columns))
      );
    }
    if (sameName(on, to.sheet) && contains(to.area, area)) return '#REF!';
    return sameName(before, after) ? undefined : prefix(token, on, after) + formatCorners(token.start, token.end);
  });
}

function prefix({ sheet }: Reference, name: string, own: string): string {
  return sheet || !sameName(name, own) ? `${quoteSheet(name)}!` : '';
}

function moved(corner: Corner, rows: number, columns: number): Corner {
  const row = corner.row === undefined ? undefined : corner.row + rows;
  return { ...corner, row, column: corner.column === undefined ? undefined : corner.column + columns };
}

/**
 * Whether a reference of the formula has a corner, and not all of it, among the cells that move or that they cover:
 * Excel then stretches or shrinks it.
 */
export function isStretched({ from, to }: Move, formula: string, own: string): boolean {
  return tokenize(formula).some((token) => {
    if (token.kind !== 'reference' || token.sheet?.external) return false;
    if (token.sheet?.last !== undefined) return false;
    const on = token.sheet?.first ?? own;
    const area = areaOf(token);
    if (sameName(on, from.sheet) && contains(from.area, area)) return false;
    return [from, to].some(
      (place) => sameName(on, place.sheet) && !contains(place.area, area) && hasCorner(place.area, area),
    );
  });
}

function hasCorner(place: Area, area: Area): boolean {
  const [bottom, right] = [area.row + area.rows - 1, area.column + area.columns - 1];
  return [area.row, bottom].some((row) =>
    [area.column, right].some((column) => intersection(place, { row, column, rows: 1, columns: 1 }) !== undefined),
  );
}

function areaOf({ start, end = start }: Reference): Area {
  return areaBetween(start.row ?? 0, start.column ?? 0, end.row ?? MAX_ROWS - 1, end.column ?? MAX_COLUMNS - 1);
}
