/** Address arithmetic of a worksheet: areas counted from 0, A1 text in both directions, sheet names in quotes. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells; rows and columns are counted from 0, sizes are at least 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The letters of a column counted from 0: 0 → `A`, 26 → `AA`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** The column, counted from 0, of its letters in either case; undefined beyond `XFD` or when it is no column. */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return undefined;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_COLUMNS ? index - 1 : undefined;
}

/** The key of a cell in a sheet's map of cells. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

/** The row and column of a key made by {@link cellKey}; without texts in between, since every cell is asked often. */
export function parseCellKey(key: string): { row: number; column: number } {
  let row = 0;
  let column = 0;
  let at = 0;
  for (; key[at] !== ','; at++) row = row * 10 + key.charCodeAt(at) - DIGIT_0;
  for (at++; at < key.length; at++) column = column * 10 + key.charCodeAt(at) - DIGIT_0;
  return { row, column };
}

const DIGIT_0 = '0'.charCodeAt(0);

const A1_PART = /^(\$?[A-Za-z]{1,3})?(\$?[1-9][0-9]{0,6})?$/;

/** One side of a range: a cell, or only its column (`A:C`), or only its row (`3:5`). */
function parsePart(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = A1_PART.exec(text);
  if (!match || text === '') return undefined;
  const column = match[1] === undefined ? undefined : columnIndex(match[1].replace('$', ''));
  const row = match[2] === undefined ? undefined : Number(match[2].replace('$', '')) - 1;
  if ((match[1] !== undefined && column === undefined) || (row !== undefined && row >= MAX_ROWS)) return undefined;
  return { row, column };
}

/**
 * The area of an A1 text without a sheet: `A1`, `A1:B2`, whole columns `A:C`, whole rows `3:5`, `$` anywhere allowed,
 * corners in any order. Undefined when the text is no such address.
 */
export function parseA1(text: string): Area | undefined {
  const parts = text.split(':');
  const [first, second = first] = parts;
  if (first === undefined || second === undefined || parts.length > 2) return undefined;
  const start = parsePart(first);
  const end = parsePart(second);
  if (!start || !end) return undefined;
  const missingRow = start.row === undefined;
  const missingColumn = start.column === undefined;
  if (missingRow !== (end.row === undefined) || missingColumn !== (end.column === undefined)) return undefined;
  // A lone `A` or `3` is a name or a number; only `A:A` and `3:3` mean a whole column or row.
  if ((missingRow || missingColumn) && parts.length === 1) return undefined;
  return areaBetween(start.row ?? 0, start.column ?? 0, end.row ?? MAX_ROWS - 1, end.column ?? MAX_COLUMNS - 1);
}

/** The area with these two corners, given in any order. */
export function areaBetween(row1: number, column1: number, row2: number, column2: number): Area {
  return {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row1 - row2) + 1,
    columns: Math.abs(column1 - column2) + 1,
  };
}

/** The A1 text of an area: `A1`, `A1:B2`, whole columns `A:C`, whole rows `3:5`. */
export function formatA1(area: Area): string {
  const lastRow = area.row + area.rows;
  const lastColumn = area.column + area.columns - 1;
  if (isWholeColumns(area)) return `${columnName(area.column)}:${columnName(lastColumn)}`;
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow}`;
  const start = `${columnName(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? start : `${start}:${columnName(lastColumn)}${lastRow}`;
}

/** Whether the area is every row of its columns. */
export function isWholeColumns(area: Area): boolean {
  return area.row === 0 && area.rows === MAX_ROWS;
}

/** Whether the area is every column of its rows. */
export function isWholeRows(area: Area): boolean {
  return area.column === 0 && area.columns === MAX_COLUMNS;
}

/** The common part of two areas, if any. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function isSameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** Whether the second area lies wholly in the first. */
export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== undefined && common.rows === inner.rows && common.columns === inner.columns;
}

// Excel writes a name bare only when no reader could take it for anything else.
const BARE_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_REFERENCE = /^([A-Za-z]{1,3}[0-9]+|[Rr]([0-9]*)([Cc][0-9]*)?|[Cc][0-9]*|TRUE|FALSE)$/i;

/** A sheet name as it stands before `!` in a formula, in quotes (`''` for a quote within) where Excel needs them. */
export function quoteSheet(name: string): string {
  if (BARE_SHEET_NAME.test(name) && !LOOKS_LIKE_REFERENCE.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'表 一'!A1` into the plain sheet name and the rest; an address without `!` has no sheet. */
export function splitSheet(text: string): { sheet: string | undefined; address: string } {
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { sheet: undefined, address: text };
  const name = text.slice(0, bang);
  const quoted = name.length >= 2 && name.startsWith("'") && name.endsWith("'");
  return { sheet: quoted ? name.slice(1, -1).replaceAll("''", "'") : name, address: text.slice(bang + 1) };
}
