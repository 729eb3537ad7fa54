/** Formulas of cells that are copied with their rows turned into columns. */
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { formatReference, mapTokens, tokenize, type Corner } from './formula';

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * The formula as it reads when its cell is copied and turned: a cell two to the right of it is now two below. What is
 * absolute stays; references that leave the sheet are `#REF!`. Only for formulas that `canTranspose`.
 */
export function transposeFormula(formula: string, from: Place, to: Place): string {
  const turned = (corner: Corner): Corner | undefined => {
    const { row, column, rowAbsolute } = corner;
    if (row === undefined || column === undefined || rowAbsolute) return corner;
    const next = { ...corner, row: to.row + column - from.column, column: to.column + row - from.row };
    const fits = next.row >= 0 && next.row < MAX_ROWS && next.column >= 0 && next.column < MAX_COLUMNS;
    return fits ? next : undefined;
  };
  return mapTokens(formula, (token) => {
    if (token.kind !== 'reference') return undefined;
    const start = turned(token.start);
    const end = token.end && turned(token.end);
    if (!start || (token.end && !end)) return '#REF!';
    return formatReference(token, start, end);
  });
}

/** Whether every reference is wholly relative or wholly absolute, and none to whole rows or columns. */
export function canTranspose(formula: string): boolean {
  return tokenize(formula).every((token) => {
    if (token.kind !== 'reference') return true;
    const corners = token.end ? [token.start, token.end] : [token.start];
    const absolute = token.start.rowAbsolute;
    return corners.every(
      (corner) =>
        corner.row !== undefined &&
        corner.column !== undefined &&
        corner.rowAbsolute === absolute &&
        corner.columnAbsolute === absolute,
    );
  });
}
