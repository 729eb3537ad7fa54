/**
 * What one workbook file has that another has not: parts, relationships, elements with their attributes, cells. It knows
 * nothing of how the host saves; whatever workbook it is given is compared.
 */
import { unzipSync } from 'fflate';
import { isStrict, makeTransitional } from '../../src/host/workbook/package/strict';
import { ByPath, relationshipsOf, type Parts, type Relationship } from '../../src/host/workbook/package/parts';
import { decodePart, plainXml } from '../../src/host/workbook/package/encoding';
import { columnName, parseA1 } from '../../src/host/workbook/values/address';
import { childOf, childrenOf, isOn, parseXml, type XmlElement } from '../../src/host/workbook/package/xml';

/** One thing that differs; `kind` says what sort of thing, `detail` which. */
export interface Difference {
  readonly kind: 'part' | 'relationship' | 'content' | 'element' | 'value' | 'formula' | 'cell';
  readonly detail: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Paths of parts that the second file has in the place of the first one's. */
  readonly places: ReadonlyMap<string, string>;
}

/** The address of a cell that was changed on purpose, by sheet name. */
export interface Changed {
  readonly sheet: string;
  readonly address: string;
}

/** Parts whose text may be another although they say the same: those that a writer has to join or number anew. */
const WRITTEN_ANEW = /\/(?:officeDocument|worksheet|chartsheet|styles|sharedStrings|table|metadata)$/;
/** Parts that describe the file rather than its content, or are true only until something changes. */
const NOT_COMPARED = /\/(?:calcChain|thumbnail)$/;

/** Compares `after` with `before`, but for the cell that was changed. */
export function compareWorkbooks(before: Uint8Array, after: Uint8Array, changed?: Changed): Comparison {
  const [old, now] = [partsOf(before), partsOf(after)];
  const differences: Difference[] = [];
  const places = new Map<string, string>();
  const report = (kind: Difference['kind'], detail: string): void => void differences.push({ kind, detail });
  const queue: [string, string][] = [['', '']];
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const [from, to] = pair;
    for (const [relationship, partner] of matched(relationshipsOf(old, from), relationshipsOf(now, to), old, now)) {
      const { type, target, external } = relationship;
      if (NOT_COMPARED.test(type)) continue;
      if (!partner) {
        if (external || old.has(target)) report('relationship', `${from || 'package'} → ${kindOf(type)} ${target}`);
        continue;
      }
      if (external || places.has(target) || !old.has(target)) continue;
      places.set(target, partner.target);
      queue.push([target, partner.target]);
      const [oldPart, newPart] = [old.get(target), now.get(partner.target)];
      if (!newPart) report('part', target);
      else if (oldPart && !WRITTEN_ANEW.test(type) && !sameContent(oldPart, newPart)) report('content', target);
    }
  }
  compareSheets(old, now, report, changed);
  return { differences, places };
}

function partsOf(bytes: Uint8Array): Parts {
  const parts: Parts = new ByPath();
  for (const [path, content] of Object.entries(unzipSync(bytes)))
    if (!path.endsWith('/')) parts.set(path.replaceAll('\\', '/'), content);
  if (isStrict(parts)) makeTransitional(parts);
  return withoutCase(parts);
}

/** Part names are compared without case: all in small letters. */
function withoutCase(parts: Parts): Parts {
  return new ByPath([...parts].map(([path, bytes]) => [path.toLowerCase(), bytes]));
}

const kindOf = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

function* matched(
  old: readonly Relationship[],
  now: readonly Relationship[],
  _oldParts: Parts,
  _newParts: Parts,
): Generator<[Relationship, Relationship | undefined]> {
  const left = now.map((one) => ({ ...one, target: one.external ? one.target : one.target.toLowerCase() }));
  const same = (a: Relationship, b: Relationship): boolean =>
    kindOf(a.type) === kindOf(b.type) && a.external === b.external;
  const take = (at: number): Relationship | undefined => (at < 0 ? undefined : left.splice(at, 1)[0]);
  const lowered = old.map((one) => ({ ...one, target: one.external ? one.target : one.target.toLowerCase() }));
  const rest: Relationship[] = [];
  const pairs: [Relationship, Relationship | undefined][] = [];
  for (const one of lowered) {
    const exact = left.findIndex((other) => same(one, other) && one.target === other.target);
    if (exact >= 0) pairs.push([one, take(exact)]);
    else rest.push(one);
  }
  for (const one of rest) pairs.push([one, take(left.findIndex((other) => same(one, other)))]);
  yield* pairs;
}

function sameContent(a: Uint8Array, b: Uint8Array): boolean {
  return (
    (a.length === b.length && a.every((byte, index) => byte === b[index])) ||
    canonical(plainXml(decodePart(a))) === canonical(plainXml(decodePart(b)))
  );
}

function canonical(text: string): string {
  const root = text.trimStart().startsWith('<') ? parseXml(text) : undefined;
  return root ? elementText(root) : text;
}

/** An element in one way of writing: attributes in order, white space between elements left out. */
function elementText({ name, attributes, children, text }: XmlElement): string {
  const given = Object.entries(attributes)
    .filter(([key]) => !key.startsWith('xmlns') && key !== 'tabSelected')
    .map(([key, value]) => `${key.slice(key.indexOf(':') + 1)}=${{ true: '1', false: '0' }[value] ?? value}`)
    .sort();
  return `<${name} ${given.join(' ')}>${children.length === 0 ? text : text.trim()}${children.map(elementText).join('')}</>`;
}

interface OpenedSheet {
  readonly name: string;
  readonly root: XmlElement;
}

interface OpenedBook {
  readonly sheets: readonly OpenedSheet[];
  readonly strings: readonly string[];
  readonly workbook: XmlElement | undefined;
  readonly styles: XmlElement | undefined;
}

function openBook(parts: Parts): OpenedBook {
  const of = (from: string, kind: string): string | undefined => {
    const target = relationshipsOf(parts, from).find(({ type }) => kindOf(type) === kind)?.target;
    return target?.toLowerCase();
  };
  const xml = (path: string | undefined): XmlElement | undefined => {
    const bytes = path === undefined ? undefined : parts.get(path);
    return bytes && parseXml(plainXml(decodePart(bytes)));
  };
  const main = of('', 'officeDocument') ?? '';
  const workbook = xml(main);
  const targets = new Map(relationshipsOf(parts, main).map(({ id, target }) => [id, target.toLowerCase()]));
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const root = xml(targets.get(id));
    return root ? [{ name: attributes['name'] ?? '', root }] : [];
  });
  const strings = childrenOf(xml(of(main, 'sharedStrings')), 'si').map(textOf);
  return { sheets, strings, workbook, styles: xml(of(main, 'styles')) };
}

/** The text of a string without its phonetic hints. */
function textOf(string: XmlElement): string {
  return string.children
    .flatMap((child) => (child.name === 'r' ? childrenOf(child, 't') : child.name === 't' ? [child] : []))
    .map(({ text }) => text.replaceAll('\r\n', '\n').replace(/_x000D_\n?/gi, '\n'))
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Elements of a worksheet that the comparison of cells covers, or that say how large the cells' area is. */
const NOT_ELEMENTS = new Set(['sheetData', 'dimension']);

function compareSheets(
  oldParts: Parts,
  newParts: Parts,
  report: (kind: Difference['kind'], detail: string) => void,
  changed: Changed | undefined,
): void {
  const [old, now] = [openBook(oldParts), openBook(newParts)];
  // Where the file asks for it, another value is the one that was asked for; none at all is a loss.
  const recalculated = isOn(childOf(old.workbook, 'calcPr')?.attributes['fullCalcOnLoad']);
  for (const { name, root } of old.sheets) {
    const other = now.sheets.find((sheet) => sheet.name === name)?.root;
    if (!other) {
      report('part', `sheet ${name}`);
      continue;
    }
    compareElements(name, root, other, report);
    compareCells(name, cellsOf(root, old), cellsOf(other, now), { report, changed, recalculated });
  }
  for (const child of old.workbook?.children ?? []) {
    if (['sheets', 'calcPr', 'bookViews', 'fileVersion'].includes(child.name)) continue;
    const others = now.workbook?.children.filter(({ name }) => name === child.name) ?? [];
    if (others.some((one) => elementText(withoutIds(one)) === elementText(withoutIds(child)))) continue;
    if (child.name === 'definedNames') {
      for (const name of child.children)
        if (!others.some((one) => one.children.some((other) => sameName(name, other))))
          report(
            'element',
            `name ${name.attributes['name'] ?? ''}: ${name.text} ${others
              .flatMap((one) => one.children)
              .filter((one) => one.attributes['name'] === name.attributes['name'])
              .map(({ text }) => text)
              .join(' | ')}`,
          );
      continue;
    }
    if (child.children.length + Object.keys(child.attributes).length > 0) report('element', `workbook ${child.name}`);
  }
  for (const list of old.styles?.children ?? []) {
    const entries = childOf(now.styles, list.name)?.children ?? [];
    const lost = list.children.filter((one, index) => {
      const other = entries[index];
      return !other || elementText(one) !== elementText(other);
    });
    if (lost.length > 0) report('element', `styles ${list.name} (${lost.length})`);
  }
}

/** Names are the same wherever the tab of their sheet stands now. */
function sameName(a: XmlElement, b: XmlElement): boolean {
  const plain = ({
    attributes: { localSheetId: _tab, function: _function, vbProcedure: _procedure, hidden, ...rest },
    text,
    ...one
  }: XmlElement): string => {
    // Excel's own names are never shown.
    const shown = (rest['name'] ?? '').startsWith('_xlnm.') || hidden === undefined || /^(?:0|false)$/.test(hidden);
    const attributes = { ...rest, ...(!shown && { hidden: '1' }) };
    return elementText({ ...one, attributes, text: text.replaceAll(/['$]/g, '').trim() });
  };
  return plain(a) === plain(b);
}

/** Relationship ids are the file's own affair. */
function withoutIds(element: XmlElement): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).filter(([name]) => !/:(?:id|embed|link|pict)$/.test(name)),
  );
  return { ...element, attributes, children: element.children.map(withoutIds) };
}

function compareElements(
  sheet: string,
  old: XmlElement,
  now: XmlElement,
  report: (kind: Difference['kind'], detail: string) => void,
): void {
  const texts = (root: XmlElement): Map<string, string[]> => {
    const byName = new Map<string, string[]>();
    for (const child of root.children) {
      if (NOT_ELEMENTS.has(child.name)) continue;
      byName.set(child.name, [...(byName.get(child.name) ?? []), ...pieces(withoutIds(child))]);
    }
    return byName;
  };
  const others = texts(now);
  for (const [name, pieces] of texts(old)) {
    const left = new Map<string, number>();
    for (const text of others.get(name) ?? []) left.set(text, (left.get(text) ?? 0) + 1);
    const lost = pieces.filter((text) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count <= 0;
    });
    if (lost.length > 0)
      report(
        'element',
        `${sheet} ${name}: ${lost[0]?.slice(0, 160) ?? ''}${lost.length > 1 ? ` … ${lost.length}` : ''}`,
      );
  }
}

/** An element cut into pieces that may stand in another order or another number of lists: rules, columns, links. */
function pieces(element: XmlElement): string[] {
  switch (element.name) {
    case 'cols':
      return element.children.flatMap(({ attributes }) => {
        const { min, max, ...rest } = attributes;
        if (Number(max) - Number(min) > 1000) return [`${min}-${max} ${JSON.stringify(columnOf(rest))}`];
        return Array.from(
          { length: Number(max) - Number(min) + 1 },
          (_, index) => `${Number(min) + index} ${JSON.stringify(columnOf(rest))}`,
        );
      });
    case 'conditionalFormatting':
      return element.children.map((rule) => `${element.attributes['sqref'] ?? ''} ${elementText(rule)}`);
    case 'dataValidations':
    case 'hyperlinks':
    case 'mergeCells':
      return element.children.map(elementText);
    case 'extLst':
      return element.children.flatMap((ext) => ext.children.flatMap((list) => list.children.map(elementText)));
    default:
      return element.children.length + Object.keys(element.attributes).length === 0 ? [] : [elementText(element)];
  }
}

function columnOf({ width, hidden, style, ...rest }: Readonly<Record<string, string>>) {
  return {
    width: Number(width),
    hidden: hidden === '1' || hidden === 'true',
    style: Number(style ?? 0),
    level: rest['outlineLevel'] ?? '0',
  };
}

interface PlainCell {
  readonly value: string | undefined;
  readonly formula: string | undefined;
  readonly style: string;
}

function cellsOf(sheet: XmlElement, { strings, styles }: OpenedBook): Map<string, PlainCell> {
  const formats = childOf(styles, 'cellXfs')?.children.length ?? 1;
  const cells = new Map<string, PlainCell>();
  let row = 0;
  for (const line of childOf(sheet, 'sheetData')?.children ?? []) {
    row = Number(line.attributes['r'] ?? row + 1);
    let column = -1;
    for (const cell of line.children) {
      const own = parseA1(cell.attributes['r'] ?? '');
      column = own ? own.column : column + 1;
      const address = `${columnName(column)}${own ? own.row + 1 : row}`;
      const formula = childOf(cell, 'f');
      // A number beyond the list is no format.
      const number = Number(cell.attributes['s'] ?? 0);
      const style = String(number < formats ? number : 0);
      cells.set(address, { value: valueOf(cell, strings), formula: formula?.text, style });
    }
  }
  return cells;
}

function valueOf(cell: XmlElement, strings: readonly string[]): string | undefined {
  const { t } = cell.attributes;
  const inline = childOf(cell, 'is');
  if (t === 'inlineStr') return inline && `text ${textOf(inline)}`;
  const value = childOf(cell, 'v')?.text;
  if (value === undefined) return undefined;
  // A cell that names no string is empty.
  if (t === 's') return value.trim() === '' ? undefined : `text ${strings[Number(value)] ?? ''}`;
  if (t === 'str') return `text ${value}`;
  if (t === 'b' || t === 'e') return `${t} ${value.toUpperCase()}`;
  return value.trim() === '' ? undefined : `number ${t === 'd' ? serialOf(value) : Number(value)}`;
}

/** A date or time of ISO 8601 as the number that means the same, to the second. */
function serialOf(text: string): string {
  const time = /^\d\d:/.test(text) ? `1899-12-30T${text}` : text;
  const milliseconds = Date.parse(`${time.replace(/Z$/, '')}${time.includes('T') ? 'Z' : ''}`);
  return `date ${Math.round(milliseconds / 1000)}`;
}

function isSame(old: string, now: string | undefined): boolean {
  return old === now || isSameDate(old, now);
}

/** Whether a number means the date that stood there as a text. */
function isSameDate(old: string, now: string | undefined): boolean {
  const seconds = /^number date (-?\d+)$/.exec(old)?.[1];
  const serial = /^number ([\d.]+)$/.exec(now ?? '')?.[1];
  if (seconds === undefined || serial === undefined) return false;
  return [25_569, 24_107].some((epoch) => Math.abs((Number(serial) - epoch) * 86_400 - Number(seconds)) < 1.5);
}

function compareCells(
  sheet: string,
  old: ReadonlyMap<string, PlainCell>,
  now: ReadonlyMap<string, PlainCell>,
  {
    report,
    changed,
    recalculated,
  }: {
    readonly report: (kind: Difference['kind'], detail: string) => void;
    readonly changed: Changed | undefined;
    readonly recalculated: boolean;
  },
): void {
  for (const [address, cell] of old) {
    if (changed?.sheet === sheet && changed.address === address) continue;
    const other = now.get(address);
    const at = `${sheet}!${address}`;
    const another = recalculated && cell.formula !== undefined && other?.value !== undefined;
    if (cell.value !== undefined && cell.value !== 'text ' && !another && !isSame(cell.value, other?.value))
      report('value', `${at}: ${cell.value.slice(0, 60)} → ${String(other?.value).slice(0, 60)}`);
    if (cell.formula !== undefined && other?.formula === undefined) report('formula', at);
    if (cell.style !== '0' && cell.style !== (other?.style ?? '0'))
      report('cell', `${at}: style ${cell.style} → ${other?.style ?? '0'}`);
  }
}
