/** References to tables by name, such as `表1[[#Headers],[得分]]`: taken apart, and written anew when names change. */
import { formatA1, quoteSheet, type Area } from './address';
import { mapTokens, sameName } from './formula';

/** What a structured reference names; `table` is '' within the table itself, `columns` none or the first and last. */
interface StructuredParts {
  readonly table: string;
  /** `#All`, `#Data`, `#Headers`, `#Totals`, `#This Row`. */
  readonly items: readonly string[];
  readonly columns: readonly string[];
}

/** The parts of a structured token; undefined for one that is not understood. */
function parseStructured(text: string): StructuredParts | undefined {
  const open = text.indexOf('[');
  if (open < 0 || !text.endsWith(']')) return undefined;
  const items: string[] = [];
  const columns: string[] = [];
  const add = (part: string): void => {
    if (part.startsWith('#')) items.push(part.toLowerCase());
    else if (part !== '') columns.push(unescaped(part));
  };
  let inner = text.slice(open + 1, -1).trim();
  if (inner.startsWith('@')) {
    items.push('#this row');
    inner = inner.slice(1);
  }
  if (inner.includes('[') && inner.startsWith('[')) {
    for (const [, part = ''] of inner.matchAll(/\[((?:'.|[^'[\]])*)\]/g)) add(part);
  } else add(inner);
  return columns.length > 2 ? undefined : { table: text.slice(0, open), items, columns };
}

function unescaped(column: string): string {
  return column.replace(/'(.)/g, '$1');
}

function escaped(column: string): string {
  return column.replace(/['[\]#@]/g, "'$&");
}

/** The formula after a table got another name. */
export function formulaTableRenamed(formula: string, old: string, name: string): string {
  return mapTokens(formula, (token) => {
    if (token.kind === 'name') return token.sheet === undefined && sameName(token.text, old) ? name : undefined;
    if (token.kind !== 'structured') return undefined;
    const open = token.text.indexOf('[');
    return sameName(token.text.slice(0, open), old) ? name + token.text.slice(open) : undefined;
  });
}

/** The formula after a column of a table got another name; `within` says whether it stands in the table itself. */
export function formulaColumnRenamed(
  formula: string,
  table: string,
  old: string,
  name: string,
  within: boolean,
): string {
  if (!formula.includes('[')) return formula;
  return mapTokens(formula, (token) => {
    if (token.kind !== 'structured') return undefined;
    const open = token.text.indexOf('[');
    const owner = token.text.slice(0, open);
    if (!(owner === '' ? within : sameName(owner, table))) return undefined;
    const rest = token.text
      .slice(open)
      .replace(/(\[@?)((?:'.|[^'[\]@#])+)(\])/g, (all, start: string, column: string, end: string) =>
        sameName(unescaped(column), old) ? start + escaped(name) + end : all,
      );
    return owner + rest;
  });
}

/** A table as a formula sees it; without areas it is gone. */
export interface NamedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly whole?: Area;
  readonly header?: Area | undefined;
  readonly body?: Area;
  readonly totals?: Area | undefined;
}

/**
 * The formula with the cells themselves in place of references to the table; `#REF!` where there are none. References
 * to its own row and those without the table's name stay: only a formula within the table can say what they mean.
 */
export function resolveTable(formula: string, table: NamedTable, sheet: string, own: string | undefined): string {
  return mapTokens(formula, (token) => {
    const bare = token.kind === 'name' && token.sheet === undefined && sameName(token.text, table.name);
    const parts = token.kind === 'structured' ? parseStructured(token.text) : undefined;
    if (!bare && !(parts && sameName(parts.table, table.name))) return undefined;
    const area = areaOfParts(parts ?? { table: table.name, items: [], columns: [] }, table);
    if (!area) return parts?.items.includes('#this row') && table.body ? undefined : '#REF!';
    const address = formatA1(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
    return own !== undefined && sameName(own, sheet) ? address : `${quoteSheet(sheet)}!${address}`;
  });
}

/** The table that a structured reference names; '' for the table in which it stands. */
export function tableNameOf(reference: string): string {
  return reference.slice(0, reference.indexOf('['));
}

/** The cells that a structured reference to the table means in a formula of the row; undefined when there are none. */
export function areaOfReference(reference: string, table: NamedTable, row: number): Area | undefined {
  const parts = parseStructured(reference);
  return parts && areaOfParts(parts, table, row);
}

/** The cells of the parts; undefined when there are none, or when they speak of a row that is not given. */
function areaOfParts({ items, columns }: StructuredParts, table: NamedTable, row?: number): Area | undefined {
  const rows = rowsOf(items, table, row);
  if (!rows || columns.length === 0) return rows;
  const places = columns.map((column) => table.columns.findIndex((name) => sameName(name, column)));
  if (places.includes(-1)) return undefined;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return { ...rows, column: rows.column + first, columns: last - first + 1 };
}

function rowsOf(
  items: readonly string[],
  { whole, header, body, totals }: NamedTable,
  row: number | undefined,
): Area | undefined {
  if (items.includes('#this row'))
    return row !== undefined && body && row >= body.row && row < body.row + body.rows
      ? { ...body, row, rows: 1 }
      : undefined;
  if (items.includes('#all')) return whole;
  const parts = [
    items.includes('#headers') ? header : undefined,
    items.length === 0 || items.includes('#data') ? body : undefined,
    items.includes('#totals') ? totals : undefined,
  ].filter((part) => part !== undefined);
  const [first] = parts;
  const last = parts.at(-1);
  return first && last && { ...first, rows: last.row + last.rows - first.row };
}
