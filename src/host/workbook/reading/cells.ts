/** The cells and rows of a worksheet's `<sheetData>`: one pass over its text, into plain values. */
import type { Cell, CellStyle, RowDef } from '../model/data';
import { decodeXml, isOn, readAttributes } from '../package/xml';
import { cellKey, columnIndex, MAX_COLUMNS, MAX_ROWS } from '../values/address';
import { moveRelative } from '../values/formula';
import { withoutPrefixes } from '../values/functions';
import { dateSerial } from '../values/serial';

/** A shared string: plain, or with runs of different fonts. */
export type SharedText = Pick<Cell, 'value' | 'richText' | 'shared'>;

export interface ReadingContext {
  readonly strings: readonly SharedText[];
  /** Formats by their number; undefined for the default. */
  readonly styles: readonly (CellStyle | undefined)[];
  readonly date1904: boolean;
  /** Texts within cells themselves whose runs have fonts, by their XML. */
  readonly richInline: ReadonlyMap<string, SharedText>;
}

export interface ReadCells {
  readonly cells: Map<string, Cell>;
  readonly rows: Map<number, RowDef>;
  readonly rowStyles: Map<number, CellStyle>;
  readonly automaticHeights: Map<number, number>;
  readonly rowAttributes: Map<number, Readonly<Record<string, string>>>;
}

const ROW_OR_CELL = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g;
const FORMULA = /<(?:\w+:)?f(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;
const OWN_TEXT = /<(?:\w+:)?is(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?is>/;
const ATTRIBUTE = /\s([\w:]+)="([^"]*)"/g;

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Attributes of rows and cells are plain: one cheap pass, the careful way only for single quotes. */
function attributesOf(tag: string): Record<string, string> {
  if (tag.includes("'")) return readAttributes(tag);
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of tag.matchAll(ATTRIBUTE)) attributes[name] = value;
  return attributes;
}

/** Reads a whole `<sheetData>`. Cells outside the sheet's bounds are no cells. */
export function readCells(xml: string, context: ReadingContext): ReadCells {
  const read: ReadCells = {
    cells: new Map(),
    rows: new Map(),
    rowStyles: new Map(),
    automaticHeights: new Map(),
    rowAttributes: new Map(),
  };
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  let column = -1;
  ROW_OR_CELL.lastIndex = 0;
  for (let match = ROW_OR_CELL.exec(xml); match; match = ROW_OR_CELL.exec(xml)) {
    const tag = match[2] ?? '';
    const attributes = attributesOf(tag);
    if (match[1] === 'row') {
      row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
      column = -1;
      readRow(row, attributes, context, read);
      continue;
    }
    // Both references may be left out: then a cell follows the one before it.
    const place = placeOf(attributes['r']) ?? { row, column: column + 1 };
    column = place.column;
    let body = '';
    if (!tag.endsWith('/')) {
      body = cellBody(xml, ROW_OR_CELL.lastIndex);
      ROW_OR_CELL.lastIndex += body.length;
    }
    if (place.row < 0 || place.row >= MAX_ROWS || place.column >= MAX_COLUMNS) continue;
    const cell = readCell(body, attributes, place, context, shared);
    if (cell) read.cells.set(cellKey(place.row, place.column), cell);
  }
  return read;
}

const CELL_END = /<\/(?:\w+:)?c>/g;

function cellBody(xml: string, start: number): string {
  CELL_END.lastIndex = start;
  return xml.slice(start, CELL_END.exec(xml)?.index ?? xml.length);
}

function placeOf(reference: string | undefined): { row: number; column: number } | undefined {
  const match = reference === undefined ? undefined : /^([A-Za-z]{1,3})(\d+)$/.exec(reference);
  const column = match?.[1] === undefined ? undefined : columnIndex(match[1]);
  return column === undefined ? undefined : { row: Number(match?.[2]) - 1, column };
}

/** Attributes that the model holds, and `spans`, which is true only until a cell is added. */
const OF_ROW = new Set([
  'r',
  'spans',
  's',
  'customFormat',
  'ht',
  'customHeight',
  'hidden',
  'outlineLevel',
  'collapsed',
]);

function readRow(row: number, attributes: Record<string, string>, context: ReadingContext, read: ReadCells): void {
  const height = attributes['ht'] === undefined ? undefined : Number(attributes['ht']);
  const custom = isOn(attributes['customHeight']);
  const level = Number(attributes['outlineLevel'] ?? 0);
  const definition: RowDef = {
    ...(height !== undefined && custom && { height }),
    ...(isOn(attributes['hidden']) && { hidden: true }),
    ...(level > 0 && { outlineLevel: level }),
    ...(isOn(attributes['collapsed']) && { collapsed: true }),
  };
  if (Object.keys(definition).length > 0) read.rows.set(row, definition);
  if (height !== undefined && !custom) read.automaticHeights.set(row, height);
  const others = Object.entries(attributes).filter(([name]) => !OF_ROW.has(name));
  if (others.length > 0) read.rowAttributes.set(row, Object.fromEntries(others));
  const style = isOn(attributes['customFormat']) ? context.styles[Number(attributes['s'] ?? 0)] : undefined;
  if (style) read.rowStyles.set(row, style);
}

function readCell(
  body: string,
  attributes: Record<string, string>,
  place: { row: number; column: number },
  context: ReadingContext,
  shared: Map<string, SharedFormula>,
): Cell | undefined {
  const style = context.styles[Number(attributes['s'] ?? 0)];
  const content = body === '' ? undefined : contentOf(body, attributes['t'], context);
  const formula = body.includes('f') ? formulaOf(body, attributes, place, shared) : undefined;
  if (!formula && !content && !style) return undefined;
  const metadata = Object.entries(attributes).filter(([name]) => name === 'cm' || name === 'vm' || name === 'ph');
  return {
    ...(content ?? { value: null, type: 'empty' as const }),
    ...(style && { style }),
    ...formula,
    ...(formula?.formula !== undefined && {
      type: 'formula' as const,
      ...(content && { formulaResult: content.value }),
      ...(content?.type === 'string' && String(content.value).startsWith('#') && { textResult: true as const }),
    }),
    ...(metadata.length > 0 && { metadata: Object.fromEntries(metadata) }),
  };
}

/** What a cell holds of its formula. */
type FormulaMember = 'formula' | 'formulaType' | 'formulaRef' | 'formulaDynamic' | 'formulaAttributes' | 'dataTable';

function formulaOf(
  body: string,
  attributes: Record<string, string>,
  { row, column }: { row: number; column: number },
  shared: Map<string, SharedFormula>,
): Pick<Cell, FormulaMember> | undefined {
  const match = FORMULA.exec(body);
  if (!match) return undefined;
  const { t: kind, si, ref, ...others } = readAttributes(match[1] ?? '');
  const more = Object.keys(others).length > 0 && { formulaAttributes: others };
  const text = withoutPrefixes(decodeEscapes(decodeXml(match[2] ?? '')));
  if (kind === 'dataTable') return { dataTable: match[0] };
  if (kind === 'array') {
    const dynamic = attributes['cm'] !== undefined;
    return {
      formula: text,
      formulaType: 'array',
      ...(ref !== undefined && { formulaRef: ref }),
      ...(dynamic && { formulaDynamic: true }),
      ...more,
    };
  }
  if (kind === 'shared' && si !== undefined) {
    const master = shared.get(si);
    if (text !== '') shared.set(si, { formula: text, row, column });
    else if (master)
      return { formula: moveRelative(master.formula, row - master.row, column - master.column), ...more };
  }
  // A formula without a text says only how it is calculated; its cell keeps it, and the value.
  if (text === '') return more && kind === undefined ? { dataTable: match[0] } : undefined;
  return { formula: text, ...more };
}

function contentOf(
  body: string,
  type: string | undefined,
  context: ReadingContext,
): Pick<Cell, 'value' | 'type' | 'richText' | 'shared'> | undefined {
  if (type === 'inlineStr') {
    const inline = OWN_TEXT.exec(body)?.[1];
    if (inline === undefined) return undefined;
    return /<(?:\w+:)?r[\s>]/.test(inline)
      ? sharedContent(context.richInline.get(inline))
      : textContent(inlineText(inline));
  }
  const value = VALUE.exec(body)?.[1];
  if (value === undefined) return undefined;
  switch (type) {
    case 's':
      return sharedContent(context.strings[Number(value)]);
    case 'str':
      return textContent(decodeEscapes(decodeXml(value)));
    case 'b':
      return { value: isOn(value.toLowerCase()), type: 'boolean' };
    case 'e':
      return { value: decodeXml(value), type: 'error' };
    case 'd':
      return dateContent(value, context.date1904);
    default:
      return numberContent(value.trim());
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Of what is no number as much as tells what it was meant to be. */
const SHOWN_DIGITS = 255;

/** What a program wrote for a number and Excel takes for none (`0x50`, `1E999`) is a text that somebody must look at. */
function numberContent(text: string): Pick<Cell, 'value' | 'type'> | undefined {
  if (text === '') return undefined;
  const number = NUMBER.test(text) ? Number(text) : Infinity;
  return Number.isFinite(number) ? { value: number, type: 'number' } : textContent(text.slice(0, SHOWN_DIGITS));
}

function textContent(value: string): Pick<Cell, 'value' | 'type'> {
  return { value, type: 'string' };
}

function sharedContent(text: SharedText | undefined): Pick<Cell, 'value' | 'type' | 'richText' | 'shared'> | undefined {
  return text && { ...text, type: text.richText ? 'richText' : 'string' };
}

/** The text of an `<is>` or `<si>`, without phonetic hints. */
export function inlineText(all: string): string {
  const xml = all.includes('rPh') ? all.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : all;
  const texts = [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)];
  return decodeEscapes(decodeXml(texts.map(([, text = '']) => text).join('')));
}

/** `_x000D_` in a file stands for a sign that XML cannot hold. */
function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Dates as ISO 8601 text, which ISO 29500 strict allows. */
function dateContent(value: string, date1904: boolean): Pick<Cell, 'value' | 'type'> {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d)(?:T|$))?(?:(\d\d):(\d\d):(\d\d(?:\.\d+)?))?/.exec(value);
  if (!match?.[0]) return textContent(value);
  // A time alone is a part of a day.
  const day = match[1] === undefined ? 0 : dateSerial(Number(match[1]), Number(match[2]), Number(match[3]), date1904);
  if (day === undefined) return textContent(value);
  const seconds = Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0);
  return { value: day + seconds / 86_400, type: 'number' };
}
