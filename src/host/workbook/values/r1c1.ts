/** Formulas in the R1C1 notation: references as they look from their cell, `R[-1]C2` for the row above in column B. */
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { formatCorners, mapTokens, sheetText, type Corner } from './formula';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The formula of the cell in R1C1 notation. */
export function toR1C1(formula: string, at: Place): string {
  return mapTokens(formula, (token) => {
    if (token.kind !== 'reference') return undefined;
    const start = cornerText(token.start, at);
    const end = token.end && cornerText(token.end, at);
    // A single whole row or column is written once.
    const single = end === undefined || (end === start && (token.start.row ?? token.start.column) !== undefined);
    const whole = token.start.row === undefined || token.start.column === undefined;
    const text = single && (whole || end === undefined) ? start : `${start}:${token.endSheet ?? ''}${end}`;
    return sheetText(token) + text;
  });
}

function cornerText({ row, column, rowAbsolute, columnAbsolute }: Corner, at: Place): string {
  const part = (letter: string, index: number | undefined, absolute: boolean, own: number): string => {
    if (index === undefined) return '';
    if (absolute) return `${letter}${index + 1}`;
    return index === own ? letter : `${letter}[${index - own}]`;
  };
  return part('R', row, rowAbsolute, at.row) + part('C', column, columnAbsolute, at.column);
}

/** Texts, sheets in quotes, array constants. */
const SKIPPED = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)|\{(?:"(?:[^"]|"")*"|[^"}])*\}/uy;
/** What stands in the brackets of a table is no reference, but for `R[1]`, whose brackets hold a number. */
const STRUCTURED = /(?:[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*)?\[(?=[^\]\d-])(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]/uy;
const INDEX = String.raw`(?:\[(-?\d+)\]|(\d+))?`;
const CORNER = new RegExp(`(R)${INDEX}(?:(C)${INDEX})?|(C)${INDEX}`, 'iuy');
const WORD = /[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*|\d[\p{N}.]*/uy;
const GOES_ON = /[\p{L}\p{N}_.(!\\?[]/u;

/** The formula in A1 notation; undefined when a reference leaves the sheet or cannot be read. */
export function fromR1C1(formula: string, at: Place): string | undefined {
  let result = '';
  for (let position = 0; position < formula.length;) {
    const skipped = matchAt(SKIPPED, formula, position) ?? matchAt(STRUCTURED, formula, position);
    if (skipped !== undefined) {
      result += skipped;
      position += skipped.length;
      continue;
    }
    const first = cornerAt(formula, position, at);
    if (first) {
      const second = formula[first.end] === ':' ? cornerAt(formula, first.end + 1, at) : undefined;
      const corner = first.corner;
      const other = second?.corner;
      if (!corner || (second && !other)) return undefined;
      const isWhole = corner.row === undefined || corner.column === undefined;
      result += formatCorners(corner, other ?? (isWhole ? corner : undefined));
      position = second?.end ?? first.end;
      continue;
    }
    const text = matchAt(WORD, formula, position) ?? String.fromCodePoint(formula.codePointAt(position) ?? 0);
    result += text;
    position += text.length;
  }
  return result;
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

/** A corner with where it ends; its `corner` is undefined when it is not on the sheet. */
function cornerAt(
  formula: string,
  position: number,
  at: Place,
): { corner: Corner | undefined; end: number } | undefined {
  CORNER.lastIndex = position;
  const match = CORNER.exec(formula);
  if (!match) return undefined;
  const end = position + match[0].length;
  if (GOES_ON.test(formula[end] ?? '')) return undefined;
  const [, r, rowBy, rowAt, c = match[7], columnBy = match[8], columnAt = match[9]] = match;
  const row = r === undefined ? undefined : index(rowBy, rowAt, at.row);
  const column = c === undefined ? undefined : index(columnBy, columnAt, at.column);
  const fits = (row ?? 0) >= 0 && (row ?? 0) < MAX_ROWS && (column ?? 0) >= 0 && (column ?? 0) < MAX_COLUMNS;
  const corner = { row, column, rowAbsolute: rowAt !== undefined, columnAbsolute: columnAt !== undefined };
  return { corner: fits ? corner : undefined, end };
}

function index(by: string | undefined, at: string | undefined, own: number): number {
  return at === undefined ? own + Number(by ?? 0) : Number(at) - 1;
}
