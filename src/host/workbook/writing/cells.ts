/** The `<cols>` and `<sheetData>` of a sheet. */
import type { Cell, CellStyle, RowDef } from '../model/data';
import { isErrorText } from '../model/sheet';
import type { SheetModel } from '../model/workbook';
import { element, escapeXml, writeAttributes } from '../package/xml';
import { columnName, parseCellKey } from '../values/address';
import { withPrefixes } from '../values/functions';
import { shiftAddresses } from './keptParts';

export interface WritingContext {
  /** The number of a format in the file. */
  styleNumber(style: CellStyle | undefined): number;
  /** The number of a text among the shared strings; `source` is the inside of one that is more than a text. */
  stringNumber(text: string, source?: string): number;
  /** The XML of a text with fonts, `<is>` and all. */
  richText(cell: Cell): string;
}

/** `<cols>`, runs of like columns in one entry; '' when no column has anything of its own. */
export function writeColumns(sheet: SheetModel, context: WritingContext): string {
  const entries: string[] = [];
  const columns = sheet.data.columns ?? [];
  const attributesAt = (column: number): string => {
    const { width, hidden, outlineLevel, collapsed, style, bestFit } = columns[column] ?? {};
    const number = style ? context.styleNumber(style) : 0;
    if (width === undefined && !hidden && !outlineLevel && !collapsed && number === 0) return '';
    return writeAttributes({
      width: width ?? sheet.extras.defaultColumnWidth,
      customWidth: width === undefined ? undefined : 1,
      style: number === 0 ? undefined : number,
      bestFit: bestFit && width !== undefined ? 1 : undefined,
      hidden: hidden ? 1 : undefined,
      outlineLevel: outlineLevel === 0 ? undefined : outlineLevel,
      collapsed: collapsed ? 1 : undefined,
    });
  };
  for (let column = 0; column < columns.length;) {
    const attributes = attributesAt(column);
    const first = column++;
    while (column < columns.length && attributesAt(column) === attributes) column++;
    if (attributes !== '') entries.push(`<col min="${first + 1}" max="${column}"${attributes}/>`);
  }
  return entries.length === 0 ? '' : `<cols>${entries.join('')}</cols>`;
}

/** `<sheetData>`; stale formulas are written without a value. */
export function writeCells(sheet: SheetModel, context: WritingContext): string {
  const rows = new Map<number, [column: number, cell: Cell][]>();
  for (const [key, cell] of sheet.cells) {
    const { row, column } = parseCellKey(key);
    const cells = rows.get(row);
    if (cells) cells.push([column, cell]);
    else rows.set(row, [[column, cell]]);
  }
  const { rowStyles, automaticHeights, rowAttributes: others } = sheet.extras;
  const numbers = new Set([
    ...rows.keys(),
    ...(sheet.data.rowDefs?.keys() ?? []),
    ...rowStyles.keys(),
    ...automaticHeights.keys(),
  ]);
  const written: string[] = [];
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const cells = (rows.get(row) ?? []).sort(([a], [b]) => a - b);
    const content = cells
      .map(([column, cell]) => writeCell(sheet, `${columnName(column)}${row + 1}`, cell, context))
      .join('');
    const attributes = rowAttributes(
      sheet.data.rowDefs?.get(row),
      automaticHeights.get(row),
      rowStyles.get(row),
      others.get(row),
      context,
    );
    if (content !== '' || attributes !== '') written.push(`<row r="${row + 1}"${attributes}>${content}</row>`);
  }
  return element('sheetData', {}, written.join(''));
}

function rowAttributes(
  definition: RowDef | undefined,
  automatic: number | undefined,
  style: CellStyle | undefined,
  others: Readonly<Record<string, string>> | undefined,
  context: WritingContext,
): string {
  const { height, hidden, outlineLevel, collapsed } = definition ?? {};
  return writeAttributes({
    s: style ? context.styleNumber(style) : undefined,
    customFormat: style ? 1 : undefined,
    ht: height ?? automatic,
    customHeight: height === undefined ? undefined : 1,
    hidden: hidden ? 1 : undefined,
    outlineLevel: outlineLevel === 0 ? undefined : outlineLevel,
    collapsed: collapsed ? 1 : undefined,
    ...others,
  });
}

function writeCell(sheet: SheetModel, reference: string, cell: Cell, context: WritingContext): string {
  const style = context.styleNumber(cell.style);
  const place = `<c r="${reference}"${style === 0 ? '' : ` s="${style}"`}${cell.metadata ? writeAttributes(cell.metadata) : ''}`;
  if (cell.formula !== undefined) return `${place}${formulaContent(sheet, cell)}</c>`;
  const { value } = cell;
  if (cell.dataTable !== undefined) {
    const formula = shiftAddresses(sheet.extras.changes, cell.dataTable);
    return `${place}${resultContent(formula, value instanceof Date ? null : value)}</c>`;
  }
  if (cell.shared !== undefined) return `${place} t="s"><v>${context.stringNumber(String(value), cell.shared)}</v></c>`;
  if (cell.richText) return `${place} t="inlineStr">${context.richText(cell)}</c>`;
  if (value === null || value instanceof Date) return style === 0 && !cell.metadata ? '' : `${place}/>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `${place}><v>${value}</v></c>` : `${place}/>`;
  if (typeof value === 'boolean') return `${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (cell.type === 'error') return `${place} t="e"><v>${escapeXml(value)}</v></c>`;
  return `${place} t="s"><v>${context.stringNumber(value)}</v></c>`;
}

function formulaContent(sheet: SheetModel, cell: Cell): string {
  const attributes = {
    ...(cell.formulaType === 'array' && { t: 'array', ref: cell.formulaRef }),
    ...cell.formulaAttributes,
  };
  const formula = `<f${writeAttributes(attributes)}>${escapeXml(withPrefixes(cell.formula ?? ''))}</f>`;
  return resultContent(formula, sheet.workbook.hasValue(cell) ? cell.formulaResult : undefined, cell.textResult);
}

/** What follows a cell's tag: the type of the result, the formula, the result. */
function resultContent(formula: string, value: Cell['formulaResult'], isText = false): string {
  if (typeof value === 'number') return `>${formula}<v>${value}</v>`;
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${value ? 1 : 0}</v>`;
  if (typeof value === 'string')
    return ` t="${isErrorText(value) && !isText ? 'e' : 'str'}">${formula}<v>${escapeString(value)}</v>`;
  return `>${formula}`;
}

/** The shared strings, each text once, numbered as they come. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private readonly entries: string[];

  /** `first` are texts that keep their numbers, since parts that are not written anew name them. */
  constructor(first: readonly string[] = []) {
    this.entries = [...first];
    first.forEach((source, number) => {
      if (!this.numbers.has(source)) this.numbers.set(source, number);
    });
  }

  /** `source` is the inside of a string that is more than its text. */
  number(text: string, source = `<t xml:space="preserve">${escapeString(text)}</t>`): number {
    const known = this.numbers.get(source);
    if (known !== undefined) return known;
    this.numbers.set(source, this.entries.length);
    return this.entries.push(source) - 1;
  }

  get size(): number {
    return this.entries.length;
  }

  xml(): string {
    const entries = this.entries.map((source) => `<si>${source}</si>`);
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.size}">${entries.join('')}</sst>`;
  }
}

/** Signs that XML cannot hold are written as `_xHHHH_`, and so is an underscore that would begin such a sign. */
function escapeString(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escapeXml(
    escaped.replace(
      // In an expression without pairs a surrogate is one that stands alone.
      /(?![\t\n\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}
