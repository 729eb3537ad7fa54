/**
 * The styles part on saving: the file's own, with what is new added behind, so that every number in the file stays
 * good: named styles, table styles, quote prefixes, and formats that hucre has no word for. hucre turns new formats
 * into XML; its numbers become the file's.
 */
import { BUILTIN_FORMATS } from '../../../ooxml/builtinFormats';
import type { CellStyle, FontStyle } from '../model/data';
import { BUILT_IN, STYLE_PARTS, wordOf } from '../model/namedStyles';
import { childOf, childrenOf, element, parseXml, type XmlElement } from '../package/xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FIRST_CUSTOM_FORMAT = 164;

/** The lists of a styles part that grow. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'] as const;
type List = (typeof LISTS)[number];

export interface MergedStyles {
  /** The number in the file of a cell format that hucre numbered so, and of a conditional format, which is added then. */
  cellFormat(number: number, style?: string): number;
  conditionalFormat(number: number): number;
  /** The part, once every number has been asked for. */
  xml(): string;
}

/** Styles of a new workbook: the default font, no fill, the grey fill that the format demands, no border. */
export function newStyles(font: FontStyle): string {
  const fontXml = [
    font.size !== undefined && element('sz', { val: font.size }),
    element('color', { theme: 1 }),
    font.name !== undefined && element('name', { val: font.name }),
    font.family !== undefined && element('family', { val: font.family }),
    font.charset !== undefined && element('charset', { val: font.charset }),
    font.scheme && element('scheme', { val: font.scheme }),
  ];
  return (
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font>${fontXml.filter(Boolean).join('')}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>' +
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
  );
}

/**
 * Adds the formats of a styles part that hucre wrote to the file's styles part; `builtinNumber` is hucre's number of one
 * of Excel's own styles.
 */
export function mergeStyles(own: string, written: string, builtinNumber: (style: CellStyle) => number): MergedStyles {
  const base = parseXml(own);
  const added = parseXml(written);
  const lists: Record<List, GrowingList> = {
    numFmts: new GrowingList(base, 'numFmts'),
    fonts: new GrowingList(base, 'fonts'),
    fills: new GrowingList(base, 'fills'),
    borders: new GrowingList(base, 'borders'),
    cellStyleXfs: new GrowingList(base, 'cellStyleXfs'),
    cellXfs: new GrowingList(base, 'cellXfs'),
    cellStyles: new GrowingList(base, 'cellStyles'),
    dxfs: new GrowingList(base, 'dxfs'),
  };
  const formats = numberFormats(base, added, lists.numFmts);
  // hucre's first entries (font, two fills, border) are the defaults, which a file has at the same places.
  const place = (list: List, reserved: number): number[] =>
    entriesOf(added, list).map((entry, index) =>
      index < reserved ? index : lists[list].add(list === 'fonts' ? fontInOrder(entry) : entry.source),
    );
  const fonts = place('fonts', 1);
  const fills = place('fills', 2);
  const borders = place('borders', 1);
  const cellFormats = entriesOf(added, 'cellXfs').map((xf) => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0', ...rest } = xf.attributes;
    const attributes = {
      ...rest,
      numFmtId: formats.get(Number(numFmtId)) ?? 0,
      fontId: fonts[Number(fontId)] ?? 0,
      fillId: fills[Number(fillId)] ?? 0,
      borderId: borders[Number(borderId)] ?? 0,
    };
    return { attributes, inner: xf.inner };
  });
  const places = stylePlaces(base);
  /** Where the style of the gallery is in the file, which gets those of Excel's own that it has not. */
  const placeOf = (word: string | undefined): number => {
    const known = word === undefined ? 0 : places.get(word);
    if (known !== undefined) return known;
    const builtin = BUILT_IN.get(word ?? '');
    const format = builtin && cellFormats[builtinNumber(builtin.style)];
    if (!builtin || !format) return 0;
    const leaves = STYLE_PARTS.filter(([part]) => !builtin.parts.includes(part)).map(
      ([, attribute]): [string, number] => [attribute, 0],
    );
    const attributes = Object.entries(format.attributes).filter(([name]) => name !== 'xfId');
    const number = lists.cellStyleXfs.append(
      element('xf', Object.fromEntries([...attributes, ...leaves]), format.inner),
    );
    lists.cellStyles.add(element('cellStyle', { name: builtin.name, xfId: number, builtinId: builtin.builtinId }));
    places.set(word ?? '', number);
    return number;
  };
  const conditional = entriesOf(added, 'dxfs').map((dxf) => conditionalFormat(dxf, formats));
  return {
    cellFormat: (number, style) => {
      const format = cellFormats[number];
      if (!format || (number === 0 && style === undefined)) return 0;
      const linked = style === undefined ? {} : { xfId: placeOf(style) };
      return lists.cellXfs.add(element('xf', { ...format.attributes, ...linked }, format.inner));
    },
    conditionalFormat: (number) => lists.dxfs.add(conditional[number] ?? '<dxf/>'),
    xml: () => compose(base, lists),
  };
}

/** CT_Font as Excel's own schema has it (18.8.22). */
const FONT_ORDER = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);

/** hucre writes a font's elements in an order of its own. */
function fontInOrder(font: XmlElement): string {
  const rank = ({ name }: XmlElement): number => FONT_ORDER.indexOf(name);
  const children = [...font.children].sort((a, b) => rank(a) - rank(b));
  return element('font', font.attributes, children.map(({ source }) => source).join(''));
}

/** The `xfId` of each style that the file has, by Excel's word or its name. */
function stylePlaces(base: XmlElement | undefined): Map<string, number> {
  const places = new Map<string, number>();
  for (const { attributes } of entriesOf(base, 'cellStyles')) {
    const { name = '', builtinId, iLevel, xfId = '0' } = attributes;
    const number = builtinId === undefined || iLevel !== undefined ? undefined : Number(builtinId);
    const word = wordOf(name, number);
    if (!places.has(word)) places.set(word, Number(xfId));
  }
  return places;
}

function entriesOf(styles: XmlElement | undefined, list: List): readonly XmlElement[] {
  return childOf(styles, list)?.children ?? [];
}

/** A list of the file's styles; what is in it already is found again rather than added twice. */
class GrowingList {
  readonly entries: string[];
  private readonly numbers = new Map<string, number>();
  private readonly first: number;

  constructor(styles: XmlElement | undefined, list: List) {
    this.entries = entriesOf(styles, list).map(({ source }) => source);
    this.first = this.entries.length;
    this.entries.forEach((entry, number) => {
      if (!this.numbers.has(entry)) this.numbers.set(entry, number);
    });
  }

  add(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    this.numbers.set(entry, this.entries.length);
    return this.entries.push(entry) - 1;
  }

  /** Adds an entry of its own even where there is the same. */
  append(entry: string): number {
    return this.entries.push(entry) - 1;
  }

  get grown(): boolean {
    return this.entries.length > this.first;
  }
}

const BUILTIN_NUMBERS = new Map([...BUILTIN_FORMATS].map(([number, code]) => [code, number]));

/** The file's number for each number format that hucre numbered: built in, or the file's own, or a new one. */
function numberFormats(
  base: XmlElement | undefined,
  added: XmlElement | undefined,
  list: GrowingList,
): Map<number, number> {
  const known = new Map<string, number>([['General', 0], ...BUILTIN_NUMBERS]);
  let next = FIRST_CUSTOM_FORMAT;
  for (const { attributes } of entriesOf(base, 'numFmts')) {
    const number = Number(attributes['numFmtId']);
    next = Math.max(next, number + 1);
    const code = attributes['formatCode'];
    if (code !== undefined && !known.has(code)) known.set(code, number);
  }
  const numbers = new Map<number, number>();
  for (const { attributes } of entriesOf(added, 'numFmts')) {
    const code = attributes['formatCode'] ?? 'General';
    const number = known.get(code) ?? next++;
    if (!known.has(code)) list.add(element('numFmt', { numFmtId: number, formatCode: code }));
    known.set(code, number);
    numbers.set(Number(attributes['numFmtId']), number);
  }
  return numbers;
}

/** Excel paints a solid differential fill in its background colour, where cells have their foreground. */
function conditionalFormat(dxf: XmlElement, formats: ReadonlyMap<number, number>): string {
  const content = dxf.children.map((child) => {
    if (child.name === 'font') return fontInOrder(child);
    if (child.name === 'numFmt') {
      const { numFmtId, formatCode } = child.attributes;
      return element('numFmt', { numFmtId: formats.get(Number(numFmtId)) ?? FIRST_CUSTOM_FORMAT, formatCode });
    }
    const pattern = child.name === 'fill' ? childOf(child, 'patternFill') : undefined;
    if (!pattern || pattern.attributes['patternType'] !== 'solid' || childOf(pattern, 'bgColor')) return child.source;
    const color = childOf(pattern, 'fgColor');
    const colors = color ? element('fgColor', color.attributes) + element('bgColor', color.attributes) : '';
    return element('fill', {}, element('patternFill', { patternType: 'solid' }, colors));
  });
  return element('dxf', {}, content.join(''));
}

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

function compose(base: XmlElement | undefined, lists: Readonly<Record<List, GrowingList>>): string {
  const byName = new Map((base?.children ?? []).map(({ name, source }) => [name, source]));
  for (const list of LISTS) {
    const { entries, grown } = lists[list];
    if (grown)
      byName.set(list, element(list, { ...childOf(base, list)?.attributes, count: entries.length }, entries.join('')));
  }
  const names = [...ORDER, ...[...byName.keys()].filter((name) => !ORDER.includes(name))];
  return element(
    'styleSheet',
    { xmlns: MAIN, ...base?.attributes },
    names.map((name) => byName.get(name) ?? '').join(''),
  );
}

/** The number of each cell format in a sheet that hucre wrote with one format a row, in column A. */
export function writtenNumbers(sheetXml: string): Map<number, number> {
  const numbers = new Map<number, number>();
  const data = childrenOf(parseXml(sheetXml), 'sheetData').flatMap((one) => childrenOf(one, 'row'));
  for (const cell of data.flatMap((row) => childrenOf(row, 'c'))) {
    const row = /^A(\d+)$/.exec(cell.attributes['r'] ?? '')?.[1];
    if (row !== undefined) numbers.set(Number(row) - 1, Number(cell.attributes['s'] ?? 0));
  }
  return numbers;
}
