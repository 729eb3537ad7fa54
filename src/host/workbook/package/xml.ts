/** The little XML that OOXML parts need: checked, read into elements that remember their own text, and written. */

/** An element; `name` is without its prefix, `source` its whole text in the document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly within, entities decoded. */
  readonly text: string;
  readonly source: string;
  /** The text between its tags. */
  readonly inner: string;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities and character references as the characters they stand for. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

// Control characters have no place in XML; OOXML writes them as _xHHHH_ where a text may hold them.
const FORBIDDEN = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\uFFFE\uFFFF]/gu;
const SPECIAL = /[&<>"\p{Cc}\uFFFE\uFFFF]/u;

/** Text for between tags or within double quotes. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Attribute text keeps line breaks and tabs only when they are written as references. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
}

/** A tag's attributes as read. */
export function readAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name !== undefined) attributes[name] = decodeXml(double ?? single ?? '');
  }
  return attributes;
}

export function writeAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return text;
}

/** An element of text; empty content makes it self-closing. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const open = `<${name}${writeAttributes(attributes)}`;
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

const NAME = /[^\s/>]+/y;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
}

/** The next tag from a position on, comments, instructions and CDATA passed over; undefined at the end or when cut off. */
function nextTag(xml: string, from: number): Tag | undefined {
  for (let start = xml.indexOf('<', from); start >= 0; start = xml.indexOf('<', start)) {
    const sign = xml[start + 1];
    const skipped =
      sign === '!' || sign === '?' ? SKIPPED.find(([opening]) => xml.startsWith(opening, start)) : undefined;
    if (skipped) {
      const close = xml.indexOf(skipped[1], start + skipped[0].length);
      if (close < 0) return undefined;
      start = close + skipped[1].length;
      continue;
    }
    const end = tagEnd(xml, start);
    if (end === undefined) return undefined;
    const closing = sign === '/';
    NAME.lastIndex = start + (closing ? 2 : 1);
    const kind = closing ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open';
    return { start, end, name: NAME.exec(xml)?.[0] ?? '', kind };
  }
  return undefined;
}

const SKIPPED: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
];

/** The position after the tag's `>`; a `>` within quotes does not end it. */
function tagEnd(xml: string, start: number): number | undefined {
  let end = xml.indexOf('>', start);
  if (end < 0) return undefined;
  let quotes = countQuotes(xml, start, end);
  while (quotes % 2 === 1) {
    const next = xml.indexOf('>', end + 1);
    if (next < 0) return undefined;
    quotes += countQuotes(xml, end, next);
    end = next;
  }
  return end + 1;
}

const QUOTE = 34;

function countQuotes(xml: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (xml.charCodeAt(at) === QUOTE) count++;
  return count;
}

/**
 * Whether every tag is closed in order, within one root element. A document type is a fault: a package has none (ECMA-376
 * part 2, 9.1), and its entities may grow without end.
 */
export function isWellFormed(xml: string): boolean {
  if (xml.includes('<!DOCTYPE')) return false;
  const open: string[] = [];
  let roots = 0;
  let position = 0;
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, position)) {
    position = tag.end;
    if (tag.name === '' || tag.name.includes('<')) return false;
    if (tag.kind === 'close' && open.pop() !== tag.name) return false;
    if (tag.kind === 'open' && open.push(tag.name) > MAX_DEPTH) return false;
    if (tag.kind !== 'close' && open.length === (tag.kind === 'open' ? 1 : 0)) roots++;
  }
  return open.length === 0 && roots === 1 && !xml.slice(position).includes('<');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reads a document or fragment whose tags are known to close in order; undefined when it holds no element. */
export function parseXml(xml: string): XmlElement | undefined {
  const first = nextTag(xml, 0);
  return first && first.kind !== 'close' ? parseElement(xml, first).element : undefined;
}

/** Deeper than any document of Office: beyond it there is no room for the calls. */
const MAX_DEPTH = 500;

function parseElement(xml: string, opening: Tag, depth = 0): { element: XmlElement; end: number } {
  if (depth > MAX_DEPTH) throw new Error('The XML is nested too deeply.');
  const children: XmlElement[] = [];
  let text = '';
  let position = opening.end;
  let innerEnd = opening.end;
  while (opening.kind === 'open') {
    const tag = nextTag(xml, position);
    innerEnd = tag?.start ?? xml.length;
    text += decodeXml(xml.slice(position, innerEnd));
    position = tag?.end ?? xml.length;
    if (!tag || tag.kind === 'close') break;
    const child = parseElement(xml, tag, depth + 1);
    children.push(child.element);
    position = child.end;
  }
  const parsed: XmlElement = {
    name: localName(opening.name),
    attributes: readAttributes(xml.slice(opening.start, opening.end)),
    children,
    text,
    source: xml.slice(opening.start, position),
    inner: xml.slice(opening.end, innerEnd),
  };
  return { element: parsed, end: position };
}

/** A part cut at its root's children, without reading into them; a worksheet's cells stay one piece of text. */
export interface SplitDocument {
  /** Attributes of the root element, name spaces included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly fragments: readonly { readonly name: string; readonly xml: string }[];
}

/** Cuts a well-formed document at the children of its root. */
export function splitDocument(xml: string): SplitDocument {
  const root = nextTag(xml, 0);
  if (!root) return { attributes: {}, fragments: [] };
  const fragments: { name: string; xml: string }[] = [];
  let position = root.end;
  while (root.kind === 'open') {
    const tag = nextTag(xml, position);
    if (!tag || tag.kind === 'close') break;
    position = tag.kind === 'empty' ? tag.end : closingEnd(xml, tag);
    fragments.push({ name: localName(tag.name), xml: xml.slice(tag.start, position) });
  }
  return { attributes: readAttributes(xml.slice(root.start, root.end)), fragments };
}

/** The position after the closing tag, found by its name alone: fast over a million cells. */
function closingEnd(xml: string, opening: Tag): number {
  const same = new RegExp(`<(/?)${opening.name.replace(/[.]/g, '\\.')}(?=[\\s/>])[^>]*?(/?)>`, 'g');
  same.lastIndex = opening.end;
  let depth = 1;
  if (localName(opening.name) === 'sheetData') {
    return xml.indexOf('>', xml.indexOf(`</${opening.name}`, opening.end)) + 1;
  }
  for (let match = same.exec(xml); match; match = same.exec(xml)) {
    if (match[1] === '/') depth--;
    else if (match[2] !== '/') depth++;
    if (depth === 0) return same.lastIndex;
  }
  return xml.length;
}

/** The children of this name. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** `1` and `true` of an attribute. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
