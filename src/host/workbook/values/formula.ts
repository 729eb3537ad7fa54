/**
 * The text of formulas, cut into tokens so that references can be found and moved. It does not judge whether a formula
 * is right: what it does not know stays as it is. The texts of all tokens together are the formula again.
 */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheet } from './address';

/** One corner of a reference, counted from 0; a whole column has no row and a whole row no column. */
export interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly rowAbsolute: boolean;
  readonly columnAbsolute: boolean;
}

/** The sheet before `!`: `last` for `表1:表3!A1`; `external` when it lies in another workbook (`[1]表1!A1`). */
export interface SheetPart {
  readonly first: string;
  readonly last: string | undefined;
  readonly external: boolean;
  /** As it stands in the formula, `!` included. */
  readonly text: string;
}

export interface Reference {
  readonly kind: 'reference';
  readonly text: string;
  readonly sheet: SheetPart | undefined;
  readonly start: Corner;
  /** The other corner of a range. */
  readonly end: Corner | undefined;
  /** The sheet once more before the other corner, as it stands there: `表!A1:表!B2`. */
  readonly endSheet?: string;
}

export type Token =
  | Reference
  | { readonly kind: 'name'; readonly text: string; readonly sheet: SheetPart | undefined }
  | { readonly kind: 'error'; readonly text: string; readonly sheet: SheetPart | undefined }
  | {
      /** A function's name without its parenthesis, a text, a number, an array constant, `表[列]`, or any other sign. */
      readonly kind: 'function' | 'string' | 'number' | 'array' | 'structured' | 'space' | 'operator';
      readonly text: string;
    };

const SPACE = /\s+/uy;
const STRING = /"(?:[^"]|"")*"/uy;
const ARRAY = /\{(?:"(?:[^"]|"")*"|[^"}])*\}/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!)/iuy;
const NAME = /[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*/uy;
const QUOTED_SHEET = /'((?:[^']|'')*)'!/uy;
const BARE_SHEET = /(\[[^\]]*\])?([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*)?(?::([\p{L}_][\p{L}\p{M}\p{N}_.]*))?!/uy;
/** What follows a reference must not make it a longer name (`A1_`), a function (`LOG10(`) or a sheet (`A1!`). */
const END = String.raw`(?![\p{L}\p{N}_.(!\\?\[])`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})`;
const CELLS = new RegExp(`${CELL}(?::${CELL})?${END}`, 'uy');
const COLUMNS = new RegExp(String.raw`(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})${END}`, 'uy');
const ROWS = new RegExp(String.raw`(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})${END}`, 'uy');
const CELL_ONLY = new RegExp(`^${CELL}$`, 'u');

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

/** The formula cut last: filling down cuts the same one for every row. */
let last: { readonly formula: string; readonly tokens: readonly Token[] } = { formula: '', tokens: [] };

/** Cuts a formula (with or without its `=`) into tokens. */
export function tokenize(formula: string): readonly Token[] {
  if (formula === last.formula) return last.tokens;
  const tokens: Token[] = [];
  for (let position = 0; position < formula.length;) {
    const token = tokenAt(formula, position);
    tokens.push(token);
    position += token.text.length;
  }
  last = { formula, tokens };
  return tokens;
}

function tokenAt(formula: string, position: number): Token {
  const space = matchAt(SPACE, formula, position);
  if (space) return { kind: 'space', text: space[0] };
  const string = matchAt(STRING, formula, position);
  if (string) return { kind: 'string', text: string[0] };
  const array = matchAt(ARRAY, formula, position);
  if (array) return { kind: 'array', text: array[0] };
  const prefix = sheetAt(formula, position);
  const after = position + (prefix?.text.length ?? 0);
  const prefixText = prefix?.text ?? '';
  const error = matchAt(ERROR, formula, after);
  if (error) return { kind: 'error', text: prefixText + error[0], sheet: prefix?.sheet };
  const reference = cornersAt(formula, after);
  if (reference) {
    const { text, start, end } = reference;
    const other = prefix && !end ? otherCorner(formula, after + text.length, prefix.sheet) : undefined;
    if (other)
      return { kind: 'reference', ...other, text: prefixText + text + other.text, sheet: prefix?.sheet, start };
    return { kind: 'reference', text: prefixText + text, sheet: prefix?.sheet, start, end };
  }
  const name = matchAt(NAME, formula, after);
  if (name) return nameToken(formula, prefix?.sheet, prefixText + name[0], after + name[0].length);
  if (prefix) return { kind: 'operator', text: prefixText };
  if (formula[position] === '[') return { kind: 'structured', text: bracketsAt(formula, position) };
  const number = matchAt(NUMBER, formula, position);
  if (number) return { kind: 'number', text: number[0] };
  return { kind: 'operator', text: String.fromCodePoint(formula.codePointAt(position) ?? 0) };
}

/** `:表!B2` after `表!A1`, which names the sheet of a range twice. */
function otherCorner(
  formula: string,
  position: number,
  { first, last, external }: SheetPart,
): { text: string; end: Corner; endSheet: string } | undefined {
  if (formula[position] !== ':' || external || last !== undefined) return undefined;
  const prefix = sheetAt(formula, position + 1);
  if (!prefix || prefix.sheet.external || prefix.sheet.last !== undefined || !sameName(prefix.sheet.first, first))
    return undefined;
  const corners = cornersAt(formula, position + 1 + prefix.text.length);
  if (!corners || corners.end) return undefined;
  return { text: `:${prefix.text}${corners.text}`, end: corners.start, endSheet: prefix.text };
}

function nameToken(formula: string, sheet: SheetPart | undefined, text: string, next: number): Token {
  if (formula[next] === '(') return { kind: 'function', text };
  if (formula[next] === '[') return { kind: 'structured', text: text + bracketsAt(formula, next) };
  return { kind: 'name', text, sheet };
}

/** A structured reference's brackets, nested ones included; `'` takes the next sign as it is. */
function bracketsAt(formula: string, position: number): string {
  let depth = 0;
  for (let index = position; index < formula.length; index++) {
    if (formula[index] === "'") index++;
    else if (formula[index] === '[') depth++;
    else if (formula[index] === ']' && --depth === 0) return formula.slice(position, index + 1);
  }
  return formula.slice(position);
}

function sheetAt(formula: string, position: number): { text: string; sheet: SheetPart } | undefined {
  const quoted = matchAt(QUOTED_SHEET, formula, position);
  if (quoted) return { text: quoted[0], sheet: sheetPart(quoted[0], (quoted[1] ?? '').replaceAll("''", "'")) };
  const bare = matchAt(BARE_SHEET, formula, position);
  if (!bare || bare[0] === '!') return undefined;
  const [text, book = '', first = '', last] = bare;
  // `A1:表2!B2` is a range that ends on another sheet, not a pile of sheets from A1 on: such a name needs quotes.
  if (last !== undefined && book === '' && CELL_ONLY.test(first)) return undefined;
  return { text, sheet: { first, last, external: book !== '', text } };
}

/** A quoted name may hold a path and `[book]`, and both ends of a pile of sheets (a name itself never has a colon). */
function sheetPart(text: string, name: string): SheetPart {
  const bracket = name.lastIndexOf(']');
  const [first = '', last] = name.slice(bracket + 1).split(':');
  return { first, last, external: bracket >= 0, text };
}

function corner(columnMark = '', letters: string | undefined, rowMark = '', digits: string | undefined): Corner {
  return {
    row: digits === undefined ? undefined : Number(digits) - 1,
    column: letters === undefined ? undefined : columnIndex(letters),
    rowAbsolute: rowMark === '$',
    columnAbsolute: columnMark === '$',
  };
}

function withinSheet({ row, column }: Corner, hasRow: boolean, hasColumn: boolean): boolean {
  return (!hasRow || (row !== undefined && row < MAX_ROWS)) && (!hasColumn || column !== undefined);
}

function cornersAt(
  formula: string,
  position: number,
): { text: string; start: Corner; end: Corner | undefined } | undefined {
  const cells = matchAt(CELLS, formula, position);
  if (cells) {
    const start = corner(cells[1], cells[2], cells[3], cells[4]);
    const end = cells[6] === undefined ? undefined : corner(cells[5], cells[6], cells[7], cells[8]);
    if (!withinSheet(start, true, true) || (end && !withinSheet(end, true, true))) return undefined;
    return { text: cells[0], start, end };
  }
  const columns = matchAt(COLUMNS, formula, position);
  if (columns) {
    const start = corner(columns[1], columns[2], undefined, undefined);
    const end = corner(columns[3], columns[4], undefined, undefined);
    if (withinSheet(start, false, true) && withinSheet(end, false, true)) return { text: columns[0], start, end };
  }
  const rows = matchAt(ROWS, formula, position);
  if (rows) {
    const start = corner(undefined, undefined, rows[1], rows[2]);
    const end = corner(undefined, undefined, rows[3], rows[4]);
    if (withinSheet(start, true, false) && withinSheet(end, true, false)) return { text: rows[0], start, end };
  }
  return undefined;
}

/** The text of a sheet part, `!` included. */
function formatSheetPart(text: string, sheet: SheetPart): string {
  // Other workbooks are named by a number or a path that this host does not know; their text stays as it was.
  if (sheet.external) return text;
  if (sheet.last === undefined) return `${quoteSheet(sheet.first)}!`;
  const bare = quoteSheet(sheet.first) === sheet.first && quoteSheet(sheet.last) === sheet.last;
  const both = `${sheet.first}:${sheet.last}`;
  return bare ? `${both}!` : `'${both.replaceAll("'", "''")}'!`;
}

/** The text before the address of a reference, `!` included; '' on the own sheet. */
export function sheetText({ sheet }: { readonly sheet: SheetPart | undefined }): string {
  return sheet?.text ?? '';
}

function formatCorner({ row, column, rowAbsolute, columnAbsolute }: Corner): string {
  const letters = column === undefined ? '' : `${columnAbsolute ? '$' : ''}${columnName(column)}`;
  return letters + (row === undefined ? '' : `${rowAbsolute ? '$' : ''}${row + 1}`);
}

/** `A1` or `A1:B2`, without a sheet. */
export function formatCorners(start: Corner, end: Corner | undefined): string {
  return formatCorner(start) + (end ? `:${formatCorner(end)}` : '');
}

/** The text of a reference with other corners, its sheet as it was. */
export function formatReference(reference: Reference, start: Corner, end: Corner | undefined): string {
  return sheetText(reference) + formatCorner(start) + (end ? `:${reference.endSheet ?? ''}${formatCorner(end)}` : '');
}

/** The formula with some tokens' texts replaced; undefined leaves a token as it is. */
export function mapTokens(formula: string, replace: (token: Token) => string | undefined): string {
  let changed = false;
  let result = '';
  for (const token of tokenize(formula)) {
    const text = replace(token);
    if (text !== undefined && text !== token.text) changed = true;
    result += text ?? token.text;
  }
  return changed ? result : formula;
}

/** The formula as it reads when copied so many rows and columns further; references that leave the sheet are `#REF!`. */
export function moveRelative(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapTokens(formula, (token) => {
    if (token.kind !== 'reference') return undefined;
    const start = moveCorner(token.start, rows, columns);
    const end = token.end && moveCorner(token.end, rows, columns);
    if (!start || (token.end && !end)) return '#REF!';
    return formatReference(token, start, end);
  });
}

function moveCorner(at: Corner, rows: number, columns: number): Corner | undefined {
  const row = at.row === undefined || at.rowAbsolute ? at.row : at.row + rows;
  const column = at.column === undefined || at.columnAbsolute ? at.column : at.column + columns;
  if (row !== undefined && (row < 0 || row >= MAX_ROWS)) return undefined;
  if (column !== undefined && (column < 0 || column >= MAX_COLUMNS)) return undefined;
  return { ...at, row, column };
}

/** The formula after a sheet got another name. */
export function formulaSheetRenamed(formula: string, old: string, name: string): string {
  if (!mentions(formula, old)) return formula;
  const renamed = (sheet: string): string => (sameName(sheet, old) ? name : sheet);
  return mapTokens(formula, (token) => {
    const sheet = 'sheet' in token ? token.sheet : undefined;
    if (!sheet || sheet.external || !('sheet' in token)) return undefined;
    const before = sheetText(token);
    const next = { ...sheet, first: renamed(sheet.first), last: sheet.last && renamed(sheet.last) };
    if (next.first === sheet.first && next.last === sheet.last) return undefined;
    const text = formatSheetPart(before, next);
    if (token.kind === 'reference' && token.endSheet !== undefined && token.end)
      return `${text}${formatCorner(token.start)}:${text}${formatCorner(token.end)}`;
    return text + token.text.slice(before.length);
  });
}

/** The formula after a sheet was deleted: what referred to it is `#REF!`. */
export function formulaSheetDeleted(formula: string, name: string): string {
  if (!mentions(formula, name)) return formula;
  return mapTokens(formula, (token) => {
    const sheet = 'sheet' in token ? token.sheet : undefined;
    if (!sheet || sheet.external) return undefined;
    return sameName(sheet.first, name) || (sheet.last && sameName(sheet.last, name)) ? '#REF!' : undefined;
  });
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A cheap look before cutting a formula: a sheet that it refers to stands in it, quotes in the name doubled. */
function mentions(formula: string, sheet: string): boolean {
  return formula.includes('!') && formula.toLowerCase().includes(sheet.replaceAll("'", "''").toLowerCase());
}
