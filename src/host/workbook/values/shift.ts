/** Where things are after cells were inserted or deleted: areas, lists of areas, and references in formulas. */
import { formatA1, MAX_COLUMNS, MAX_ROWS, parseA1, type Area } from './address';
import { formatReference, mapTokens, sameName, type Corner, type Reference } from './formula';

/**
 * Cells that come or go on one sheet. Only what lies wholly within the band moves: `count` rows from `at` on, over the
 * columns `bandStart` … `bandEnd` (all columns when whole rows come or go), or the same with rows and columns changed.
 */
export interface Change {
  readonly sheet: string;
  readonly kind: 'insert' | 'delete';
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  readonly bandStart: number;
  readonly bandEnd: number;
}

/** The change that inserting or deleting this area makes on its sheet. */
export function changeOf(sheet: string, area: Area, kind: 'insert' | 'delete', axis: 'row' | 'column'): Change {
  const [at, count, bandStart, band] =
    axis === 'row'
      ? [area.row, area.rows, area.column, area.columns]
      : [area.column, area.columns, area.row, area.rows];
  return { sheet, kind, axis, at, count, bandStart, bandEnd: bandStart + band - 1 };
}

/** First and last position on the axis after the change; undefined when nothing is left. */
export function shiftSpan(change: Change, first: number, last: number): readonly [number, number] | undefined {
  const size = change.axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
  // A whole column stays one whatever rows come and go.
  if (first === 0 && last === size - 1) return [first, last];
  const { at, count } = change;
  if (change.kind === 'insert') {
    const start = first >= at ? first + count : first;
    const end = Math.min(last >= at ? last + count : last, size - 1);
    return start < size ? [start, end] : undefined;
  }
  const start = first < at ? first : Math.max(at, first - count);
  const end = last < at ? last : last < at + count ? at - 1 : last - count;
  return start <= end ? [start, end] : undefined;
}

/** The area after the change; undefined when it was deleted. An area that sticks out of the band stays. */
export function shiftArea(change: Change, area: Area): Area | undefined {
  const byRow = change.axis === 'row';
  const cross = byRow ? area.column : area.row;
  const crossEnd = cross + (byRow ? area.columns : area.rows) - 1;
  if (cross < change.bandStart || crossEnd > change.bandEnd) return area;
  const first = byRow ? area.row : area.column;
  const span = shiftSpan(change, first, first + (byRow ? area.rows : area.columns) - 1);
  if (!span) return undefined;
  const [start, end] = span;
  return byRow ? { ...area, row: start, rows: end - start + 1 } : { ...area, column: start, columns: end - start + 1 };
}

/** A list of areas as files keep them (`A1:B2 D4`, or with commas) after the change; undefined when none is left. */
export function shiftAreas(change: Change, text: string, separator: ' ' | ',' = ' '): string | undefined {
  const areas = text.split(separator).flatMap((part) => {
    const area = parseA1(part);
    if (!area) return [part];
    const shifted = shiftArea(change, area);
    if (!shifted) return [];
    return sameArea(area, shifted) ? [part] : [absoluteAs(part, shifted)];
  });
  return areas.length > 0 ? areas.join(separator) : undefined;
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** Print areas and titles are written with `$`. */
function absoluteAs(pattern: string, area: Area): string {
  const text = formatA1(area);
  return pattern.includes('$') ? text.replace(/[A-Z]+/g, '$$$&').replace(/\d+/g, '$$$&') : text;
}

/** The formula of a cell on `ownSheet` after the change; references to deleted cells are `#REF!`. */
export function shiftFormula(change: Change, formula: string, ownSheet: string): string {
  return mapTokens(formula, (token) => {
    if (token.kind !== 'reference') return undefined;
    const { sheet } = token;
    if (sheet?.external || sheet?.last !== undefined || !sameName(sheet?.first ?? ownSheet, change.sheet))
      return undefined;
    return shiftReference(change, token);
  });
}

function shiftReference(change: Change, reference: Reference): string {
  const { start, end = start } = reference;
  const rows = order(start.row, end.row, MAX_ROWS);
  const columns = order(start.column, end.column, MAX_COLUMNS);
  const area = shiftArea(change, {
    row: rows[0],
    column: columns[0],
    rows: rows[1] - rows[0] + 1,
    columns: columns[1] - columns[0] + 1,
  });
  if (!area) return '#REF!';
  const place = (at: Corner, lower: boolean, right: boolean): Corner => ({
    ...at,
    row: at.row === undefined ? undefined : area.row + (lower ? area.rows - 1 : 0),
    column: at.column === undefined ? undefined : area.column + (right ? area.columns - 1 : 0),
  });
  const startLower = (start.row ?? 0) > (end.row ?? 0);
  const startRight = (start.column ?? 0) > (end.column ?? 0);
  const moved = place(start, startLower, startRight);
  return formatReference(reference, moved, reference.end && place(end, !startLower, !startRight));
}

function order(a: number | undefined, b: number | undefined, size: number): readonly [number, number] {
  if (a === undefined || b === undefined) return [0, size - 1];
  return a <= b ? [a, b] : [b, a];
}
