import {
  areaBetween,
  formatA1,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheet,
} from '../workbook/values/address';
import type { Area } from '../workbook/values/address';
import { moveRelative, sameName, sheetText, tokenize } from '../workbook/values/formula';
import type { Reference, Token } from '../workbook/values/formula';
import { areaOfReference, tableNameOf } from '../workbook/values/structured';
import { covers } from './arrayFormulas';
import type { CalculationInput } from './types';

/** Cells that a formula names; the sheet's name is written as in the input. */
export interface NamedArea {
  readonly sheet: string;
  readonly area: Area;
  /** Whether it reads what stands there, and not only where that is. */
  readonly read: boolean;
}

/** A formula with its defined names replaced by what they stand for, and its sheets named as the input names them. */
export interface ReadFormula {
  /** Undefined when it reads what no input has: other workbooks, one cell through many sheets, tables that are not there. */
  readonly formula: string | undefined;
  readonly areas: readonly NamedArea[];
  /** Names of functions in upper case. */
  readonly functions: readonly string[];
  /** Defined names that it uses, or looks for in vain, as {@link nameKey} writes them. */
  readonly names: readonly string[];
  /** Whether it can read cells that it does not name. */
  readonly roving: boolean;
}

export type FormulaReader = (formula: string, at: { sheet: string; row: number; column: number }) => ReadFormula;

const ROVING_FUNCTIONS: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET']);
/** These ask where their first argument stands, not what stands there: `=ROW(A1)` may stand in A1. */
const POSITION_FUNCTIONS: ReadonlySet<string> = new Set(['ROW', 'ROWS', 'COLUMN', 'COLUMNS', 'OFFSET']);

/**
 * A reader of formulas for the sheets and names of an input; a sheet's own names come before the workbook's. Whole
 * columns and rows end with the `used` part of the sheets, for Univer goes through all cells of an area.
 */
export function formulaReader(
  input: CalculationInput,
  used: { readonly rows: number; readonly columns: number },
): FormulaReader {
  const sheetNames = new Map(input.sheets.map(({ name }) => [name.toLowerCase(), name]));
  const tables = input.sheets.flatMap(({ name: sheet, tables: ofSheet = [] }) =>
    ofSheet.map((table) => ({ ...table, sheet })),
  );
  const tableOf = (
    name: string,
    at: { sheet: string; row: number; column: number },
  ): (typeof tables)[number] | undefined =>
    tables.find(({ name: other, sheet, whole }) =>
      name === '' ? sheet === at.sheet && whole !== undefined && covers(whole, at) : sameName(other, name),
    );
  /** The sheets of `一月:三月!A1`, in the order of their tabs. */
  const pile = (first: string, last: string): string[] => {
    const places = [first, last].map((name) => input.sheets.findIndex((sheet) => sameName(sheet.name, name)));
    const [from = -1, to = -1] = places.sort((a, b) => a - b);
    return from < 0 ? [] : input.sheets.slice(from, to + 1).map(({ name }) => name);
  };
  const names = new Map(input.names.map(({ name, sheet, formula }) => [nameKey(name, sheet), formula]));

  return (formula, at) => {
    const areas: NamedArea[] = [];
    const functions: string[] = [];
    const namesUsed: string[] = [];
    const found: { roving: boolean; readable: boolean } = { roving: false, readable: true };

    const expand = (text: string, expanding: readonly string[]): string => {
      const tokens = tokenize(text);
      if (hasUnanswerableOperators(tokens)) found.readable = false;
      return tokens.map((token, index) => expandToken(token, tokens, index, expanding)).join('');
    };
    /** The address of cells of a table. */
    const cellsOf = ({ sheet }: { sheet: string }, area: Area, tokens: readonly Token[], index: number): string => {
      areas.push({ sheet, area, read: !POSITION_FUNCTIONS.has(functionBefore(tokens, index)) });
      return (sheet === at.sheet ? '' : `${quoteSheet(sheet)}!`) + formatA1(area);
    };
    const expandToken = (
      token: Token,
      tokens: readonly Token[],
      index: number,
      expanding: readonly string[],
    ): string => {
      const part = 'sheet' in token ? token.sheet : undefined;
      if (part?.external || part?.last !== undefined) found.readable = false;
      // Another workbook's cells and names are no concern of this one, even where a sheet has the same name.
      if (part?.external) return token.text;
      switch (token.kind) {
        case 'reference': {
          if (token.sheet?.last !== undefined) {
            for (const sheet of pile(token.sheet.first, token.sheet.last))
              areas.push({ sheet, area: referenceArea(token), read: true });
            return token.text;
          }
          const sheet = sheetNames.get((token.sheet?.first ?? at.sheet).toLowerCase());
          if (sheet === undefined) return '#REF!';
          const asked = functionBefore(tokens, index);
          const whole = referenceArea(token);
          // The used part of a whole column does not tell how many rows the column has.
          if ((asked === 'ROWS' && isWholeColumns(whole)) || (asked === 'COLUMNS' && isWholeRows(whole))) {
            found.readable = false;
          }
          const area = usedPart(whole, used);
          areas.push({ sheet, area, read: !POSITION_FUNCTIONS.has(asked) });
          // Univer knows sheets by their exact name only.
          return (token.sheet ? `${quoteSheet(sheet)}!` : '') + formatA1(area);
        }
        case 'name': {
          const name = token.text.slice(sheetText(token).length);
          const own = nameKey(name, token.sheet?.first ?? at.sheet);
          const key = names.has(own) ? own : nameKey(name, undefined);
          const meaning = names.get(key);
          namesUsed.push(own, key);
          const table = meaning === undefined && !token.sheet ? tableOf(name, at) : undefined;
          if (table?.body) return cellsOf(table, table.body, tokens, index);
          if (meaning === undefined || expanding.includes(key)) return token.text;
          // A name's relative references are written as seen from A1.
          const expanded = expand(moveRelative(meaning, at.row, at.column), [...expanding, key]);
          return tokenize(expanded).length === 1 ? expanded : `(${expanded})`;
        }
        case 'function':
          functions.push(token.text.toUpperCase());
          found.roving ||= ROVING_FUNCTIONS.has(token.text.toUpperCase());
          return token.text;
        case 'operator':
          if (token.text !== ':') return token.text;
          // An end that is gone makes the whole range an error, which nothing changes.
          if (tokens[index - 1]?.kind === 'error' || tokens[index + 1]?.kind === 'error') found.readable = false;
          // `A1:INDEX(…)` reads all that lies between; `A1:B2` is one token.
          else found.roving = true;
          return token.text;
        case 'number':
          if (/^\d+\.\d+$/.test(token.text) && isDistance(tokens, index)) return String(Math.trunc(Number(token.text)));
          // Univer takes 1E3 for a text.
          return token.text.replace(/^(.+)e(.+)$/i, '($1*10^$2)');
        case 'string':
          if (/^"\d+(?:\.\d+)?"$/.test(token.text) && isDistance(tokens, index))
            return String(Math.trunc(Number(token.text.slice(1, -1))));
          // Univer takes the text of `-"3"` for a name.
          return /^[+-]$/.test(tokens[index - 1]?.text ?? '') ? `(${token.text})` : token.text;
        case 'structured': {
          const table = tableOf(tableNameOf(token.text), at);
          const area = table && areaOfReference(token.text, table, at.row);
          namesUsed.push(nameKey(table?.name ?? tableNameOf(token.text), undefined));
          if (table && area) return cellsOf(table, area, tokens, index);
          found.readable = false;
          if (table?.whole) areas.push({ sheet: table.sheet, area: table.whole, read: true });
          else found.roving = true;
          return token.text;
        }
        case 'error':
          return token.text.slice(sheetText(token).length);
        default:
          return token.text;
      }
    };

    const expanded = expand(formula, []);
    const { readable, roving } = found;
    return { formula: readable ? expanded : undefined, areas, functions, names: namesUsed, roving };
  };
}

/** The union and the intersection of areas, and `5%%`, of which Univer makes errors. */
function hasUnanswerableOperators(tokens: readonly Token[]): boolean {
  const withinFunction: boolean[] = [];
  let before: Token | undefined;
  let space = false;
  for (const token of tokens) {
    if (token.kind === 'space') {
      space = true;
      continue;
    }
    const { text } = token;
    if (token.kind === 'operator') {
      if (text === '(') withinFunction.push(before?.kind === 'function');
      if (text === ')') withinFunction.pop();
      if (text === ',' && withinFunction.at(-1) !== true) return true;
      if (text === '%' && before?.text === '%') return true;
    }
    if (space && before && endsArea(before) && startsArea(token)) return true;
    before = token;
    space = false;
  }
  return false;
}

function endsArea({ kind, text }: Token): boolean {
  return kind === 'reference' || kind === 'name' || kind === 'structured' || text === ')';
}

function startsArea({ kind, text }: Token): boolean {
  return kind === 'reference' || kind === 'name' || kind === 'structured' || kind === 'function' || text === '(';
}

/** A name of a sheet, or of the workbook, in any case. */
export function nameKey(name: string, sheet: string | undefined): string {
  return `${(sheet ?? '').toLowerCase()}!${name.toLowerCase()}`;
}

function referenceArea({ start, end = start }: Reference): Area {
  return areaBetween(start.row ?? 0, start.column ?? 0, end.row ?? MAX_ROWS - 1, end.column ?? MAX_COLUMNS - 1);
}

function usedPart(area: Area, used: { readonly rows: number; readonly columns: number }): Area {
  return {
    ...area,
    rows: isWholeColumns(area) ? used.rows : area.rows,
    columns: isWholeRows(area) ? used.columns : area.columns,
  };
}

/** Whether a token is all of an argument of OFFSET: Excel takes a text for its number, and whole cells only; Univer neither. */
function isDistance(tokens: readonly Token[], index: number): boolean {
  const beside = (step: 1 | -1): string | undefined => {
    const at = tokens[index + step]?.kind === 'space' ? index + 2 * step : index + step;
    return tokens[at]?.text;
  };
  const [before, after] = [beside(-1), beside(1)];
  return before === ',' && (after === ',' || after === ')') && functionAround(tokens, index) === 'OFFSET';
}

/** The function among whose arguments a token stands, else ''. */
function functionAround(tokens: readonly Token[], index: number): string {
  let depth = 0;
  for (let at = index - 1; at > 0; at--) {
    const text = tokens[at]?.text;
    if (text === ')') depth++;
    if (text !== '(' || depth-- > 0) continue;
    const before = tokens[at - 1];
    return before?.kind === 'function' ? before.text.toUpperCase() : '';
  }
  return '';
}

/** The function whose first argument begins with a token, else ''. */
function functionBefore(tokens: readonly Token[], index: number): string {
  const before = tokens[index - 2];
  return tokens[index - 1]?.text === '(' && before?.kind === 'function' ? before.text.toUpperCase() : '';
}
