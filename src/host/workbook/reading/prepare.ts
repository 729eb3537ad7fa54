/**
 * A package with only what hucre is to read: no cells (cellreader.ts reads them), rules in the shape that it knows, and
 * one sheet more whose cells carry every format and every shared string once, so that both can be had by number.
 */
import { zipSync, type Zippable } from 'fflate';
import { BUILTIN_FORMATS } from '../../../ooxml/builtinFormats';
import {
  ByPath,
  CONTENT_TYPES,
  isKind,
  OFFICE_RELATIONSHIPS,
  partText,
  relationshipsOf,
  setPartText,
  setRelationships,
  xmlPart,
  type Parts,
  type Relationship,
} from '../package/parts';
import type { Source, SourceSheet } from '../package/source';
import { childOf, childrenOf, element, parseXml, writeAttributes } from '../package/xml';
import { columnName } from '../values/address';
import { conditionsForHucre, validationsForHucre } from './rules';
import { asRuns } from './strings';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Numbers and strings in columns of so many rows, so that neither side of the probe grows long. */
export const PROBE_ROWS = 4096;

/** How many formats and strings the probe carries; strings are in columns after the formats. */
export interface Probe {
  readonly styles: number;
  readonly strings: number;
  readonly stringColumn: number;
}

export interface Prepared {
  readonly bytes: Uint8Array;
  readonly probe: Probe;
}

/** The package for hucre; `richTexts` are the insides of texts with fonts, its only shared strings. */
export function prepare(source: Source, richTexts: readonly string[]): Prepared {
  const { parts } = source.kept;
  const out: Parts = new ByPath();
  const related: Relationship[] = [];
  const relate = (kind: string, target: string): string => {
    const id = `rId${related.length + 1}`;
    related.push({ id, type: `${OFFICE_RELATIONSHIPS}/${kind}`, target, external: false });
    return id;
  };
  const sheets = source.sheets.map((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    prepareSheet(sheet, path, parts, out);
    return element('sheet', {
      name: sheet.name,
      sheetId: index + 1,
      state: sheet.state,
      'r:id': relate('worksheet', path),
    });
  });
  const styles = prepareStyles(source, out);
  if (styles > 0) relate('styles', 'xl/styles.xml');
  const strings = prepareStrings(richTexts, out);
  if (strings > 0) relate('sharedStrings', 'xl/sharedStrings.xml');
  const probe: Probe = { styles, strings, stringColumn: Math.ceil(styles / PROBE_ROWS) };
  setPartText(out, 'xl/worksheets/probe.xml', probeSheet(probe));
  sheets.push(
    element('sheet', {
      name: 'probe',
      sheetId: sheets.length + 1,
      'r:id': relate('worksheet', 'xl/worksheets/probe.xml'),
    }),
  );
  prepareTheme(source, out);
  setPartText(
    out,
    CONTENT_TYPES,
    xmlPart('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  );
  setPartText(out, 'xl/workbook.xml', workbookXml(source, sheets));
  setRelationships(out, 'xl/workbook.xml', related);
  setRelationships(out, '', rootRelationships(source, out));
  const files: Zippable = {};
  for (const [path, bytes] of out) files[path] = [bytes, { level: 0 }];
  return { bytes: zipSync(files), probe };
}

function workbookXml({ workbook }: Source, sheets: readonly string[]): string {
  const kept = workbook.children.filter(({ name }) => name === 'workbookPr' || name === 'workbookProtection');
  const content = kept.map(({ name, attributes }) => element(name, attributes)).join('');
  return xmlPart(
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}">${content}<sheets>${sheets.join('')}</sheets></workbook>`,
  );
}

const PROPERTY_KINDS = ['core-properties', 'extended-properties', 'custom-properties'];

function rootRelationships({ kept }: Source, out: Parts): Relationship[] {
  const properties = relationshipsOf(kept.parts, '').filter(
    (relationship) => PROPERTY_KINDS.some((kind) => isKind(relationship, kind)) && kept.parts.has(relationship.target),
  );
  // hucre looks for these parts at their usual places only.
  for (const { target } of properties) out.set(target, kept.parts.get(target) ?? new Uint8Array());
  const main = {
    id: 'main',
    type: `${OFFICE_RELATIONSHIPS}/officeDocument`,
    target: 'xl/workbook.xml',
    external: false,
  };
  return [main, ...properties];
}

function prepareTheme({ kept }: Source, out: Parts): void {
  const theme = kept.relationships.find((relationship) => isKind(relationship, 'theme'));
  const bytes = theme && kept.parts.get(theme.target);
  if (bytes) out.set('xl/theme/theme1.xml', bytes);
}

/** Elements that hucre reads as they are. */
const PLAIN = new Set([
  'sheetPr',
  'sheetViews',
  'sheetProtection',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
]);

function prepareSheet({ kept }: SourceSheet, path: string, parts: Parts, out: Parts): void {
  const { attributes, fragments } = kept.document;
  const of = (name: string): string | undefined => fragments.find((fragment) => fragment.name === name)?.xml;
  const before = fragments.filter(({ name }) => PLAIN.has(name) || name === 'conditionalFormatting');
  const content = before
    .map(({ name, xml }) => (name === 'conditionalFormatting' ? conditionsForHucre(xml) : xml))
    .join('');
  const validations = validationsForHucre(of('dataValidations'), of('extLst'));
  const spaces = Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('xmlns')));
  setPartText(out, path, xmlPart(`<worksheet${writeAttributes(spaces)}>${content}${validations}</worksheet>`));
  const wanted = kept.relationships.filter(
    (relationship) => !relationship.external && isKind(relationship, 'comments') && parts.has(relationship.target),
  );
  for (const { target } of wanted) setPartText(out, target, partText(parts, target) ?? '');
  setRelationships(out, path, wanted);
}

const CHOICES = /<(\w+):AlternateContent\b[^>]*>([\s\S]*?)<\/\1:AlternateContent>/g;
const FALLBACK = /<(\w+):Fallback\b[^>]*>([\s\S]*?)<\/\1:Fallback>/;

/** What is written in several ways as any program can read it; each stands for one entry of its list. */
export function plainChoices(xml: string): string {
  return xml.replace(CHOICES, (_all, _prefix, content: string) => FALLBACK.exec(content)?.[2] ?? '');
}

/** The styles with a code for each built-in number format; how many formats are to be read. */
function prepareStyles({ kept }: Source, out: Parts): number {
  const xml = kept.stylesPath === undefined ? undefined : partText(kept.parts, kept.stylesPath);
  const styles = xml === undefined ? undefined : parseXml(plainChoices(xml));
  if (!styles) return 0;
  const own = childrenOf(styles, 'numFmts')
    .flatMap((formats) => childrenOf(formats, 'numFmt'))
    .map(({ source }) => source);
  const builtin = [...BUILTIN_FORMATS].map(([numFmtId, formatCode]) => element('numFmt', { numFmtId, formatCode }));
  // The styles of the gallery have formats of their own, which are read behind those of the cells.
  const gallery = childrenOf(childOf(styles, 'cellStyleXfs'), 'xf').map(({ source }) => source);
  const rest = styles.children
    .filter(({ name }) => name !== 'numFmts')
    .map(({ name, attributes, inner, source }) =>
      name === 'cellXfs' ? element(name, attributes, inner + gallery.join('')) : source,
    );
  const content = `<numFmts>${[...builtin, ...own].join('')}</numFmts>${rest.join('')}`;
  setPartText(
    out,
    'xl/styles.xml',
    xmlPart(`<styleSheet${writeAttributes(styles.attributes)}>${content}</styleSheet>`),
  );
  const cells = childrenOf(styles, 'cellXfs').flatMap((formats) => childrenOf(formats, 'xf'));
  return cells.length + gallery.length;
}

function prepareStrings(richTexts: readonly string[], out: Parts): number {
  if (richTexts.length === 0) return 0;
  const entries = richTexts.map((text) => `<si>${asRuns(text)}</si>`);
  setPartText(out, 'xl/sharedStrings.xml', xmlPart(`<sst xmlns="${MAIN}">${entries.join('')}</sst>`));
  return richTexts.length;
}

function probeSheet({ styles, strings, stringColumn }: Probe): string {
  const rows = Array.from({ length: Math.min(Math.max(styles, strings), PROBE_ROWS) }, (): string[] => []);
  const put = (index: number, firstColumn: number, cell: (reference: string) => string): void => {
    const row = index % PROBE_ROWS;
    rows[row]?.push(cell(`${columnName(firstColumn + Math.floor(index / PROBE_ROWS))}${row + 1}`));
  };
  for (let index = 0; index < styles; index++) put(index, 0, (r) => `<c r="${r}" s="${index}" t="str"><v>x</v></c>`);
  for (let index = 0; index < strings; index++)
    put(index, stringColumn, (r) => `<c r="${r}" t="s"><v>${index}</v></c>`);
  const content = rows.map((cells, row) => `<row r="${row + 1}">${cells.join('')}</row>`).join('');
  return xmlPart(`<worksheet xmlns="${MAIN}"><sheetData>${content}</sheetData></worksheet>`);
}
