/** A worksheet's part on saving: hucre's elements for what the model holds, the file's own for what nobody touched. */
import type { ConditionalRule } from '../model/data';
import { isUntouched } from '../model/snapshot';
import type { SheetModel } from '../model/workbook';
import { composePart, elementsOf, setElement, WORKSHEET_ORDER, type Elements } from '../package/compose';
import { isKind, type Relationship } from '../package/parts';
import { childOf, element, parseXml, splitDocument } from '../package/xml';
import { messageOnlyValidations, repairConditions, repairValidations } from '../reading/rules';
import { sizesOf } from '../reading/sheet';
import { writeCells, writeColumns, type WritingContext } from './cells';
import { currentElement } from './keptParts';
import type { WrittenComments } from './comments';
import { filterElement } from './tables';
import { writeHyperlinks, writeMerges, type WrittenLinks } from './links';

/** A sheet as hucre wrote it. */
export interface WrittenSheet {
  readonly xml: string;
  readonly relationships: readonly Relationship[];
}

export interface SheetPart {
  readonly xml: string;
  /** Those of the file and those of hucre that the part needs. */
  readonly relationships: readonly Relationship[];
}

export interface SheetWriting extends WritingContext {
  readonly active: boolean;
  /** The sheet's notes and comments, where they are not as the file has them. */
  readonly comments: WrittenComments | undefined;
  formatNumber(rule: ConditionalRule, number: number): number;
}

/** Elements that hucre writes once the model says something else than the file's own. */
const FROM_HUCRE = ['printOptions', 'pageMargins', 'headerFooter', 'rowBreaks', 'colBreaks'];

/** The sheet's part and its relationships. */
export function writeSheet(sheet: SheetModel, written: WrittenSheet, writing: SheetWriting): SheetPart {
  const { kept } = sheet.extras;
  const own = elementsOf(kept?.document);
  const prefix = freshPrefix(sheet);
  const hucre = elementsOf(splitDocument(withOwnIds(written.xml, prefix)));
  const elements: Elements = new Map();
  for (const [name, xmls] of own)
    elements.set(
      name,
      xmls.map((xml) => currentElement(sheet, xml)),
    );
  const take = (name: string): void => {
    const xmls = hucre.get(name);
    if (xmls) elements.set(name, xmls);
    else elements.delete(name);
  };
  const put = (name: string, write: () => string | undefined): void => {
    if (!isUntouched(sheet, name)) setElement(elements, name, write());
  };
  FROM_HUCRE.filter((name) => !isUntouched(sheet, name)).forEach(take);
  // hucre writes margins whether there are any or not.
  if (!sheet.data.pageSetup?.margins) elements.delete('pageMargins');
  if (!isFilterKept(sheet)) {
    const { autoFilter } = sheet.data;
    setElement(elements, 'autoFilter', autoFilter && filterElement(autoFilter));
    elements.delete('sortState');
  }
  const links: WrittenLinks = isUntouched(sheet, 'hyperlinks')
    ? { xml: elements.get('hyperlinks')?.[0], relationships: [] }
    : writeHyperlinks(sheet, prefix);
  setElement(elements, 'hyperlinks', links.xml);
  if (writing.comments) setElement(elements, 'legacyDrawing', writing.comments.legacyDrawing);
  if (!isUntouched(sheet, 'tables')) take('tableParts');
  put('sheetProtection', () => protection(sheet, hucre));
  put('mergeCells', () => writeMerges(sheet));
  elements.delete('dimension');
  if (!isFilterKept(sheet) || !isUntouched(sheet, 'sheetPr'))
    setElement(elements, 'sheetPr', sheetProperties(sheet, own, hucre));
  setElement(elements, 'sheetViews', sheetViews(sheet, own, hucre, writing.active));
  put('sheetFormatPr', () => sheetFormat(sheet));
  put('cols', () => writeColumns(sheet, writing));
  setElement(elements, 'sheetData', writeCells(sheet, writing));
  put('pageSetup', () => pageSetup(sheet, own, hucre));
  writeRules(sheet, own, hucre, elements, writing);
  const xml = composePart('worksheet', kept?.document.attributes ?? {}, elements, WORKSHEET_ORDER);
  const needed = neededRelationships(sheet, written, xml, prefix, writing.comments);
  return { xml, relationships: [...needed, ...links.relationships] };
}

/** Whether the filter's own element still holds: its criteria are the file's, and its area is where the cells went. */
export function isFilterKept(sheet: SheetModel): boolean {
  if (isUntouched(sheet, 'autoFilter')) return true;
  const own = elementsOf(sheet.extras.kept?.document).get('autoFilter')?.[0];
  const moved = own === undefined ? undefined : parseXml(currentElement(sheet, own));
  const columnsMoved = sheet.extras.changes.some(({ axis }) => axis === 'column');
  return (
    !columnsMoved && isUntouched(sheet, 'filterColumns') && moved?.attributes['ref'] === sheet.data.autoFilter?.range
  );
}

/** What relationships written now begin with: nothing that the file's own do, which may have been written here too. */
export function freshPrefix({ extras }: SheetModel): string {
  const ids = (extras.kept?.relationships ?? []).map(({ id }) => id);
  let number = 1;
  while (ids.some((id) => id.startsWith(`new${number}-`))) number++;
  return `new${number}-`;
}

function withOwnIds(xml: string, prefix: string): string {
  return xml.replace(/(\sr:id=")(rId\d+")/g, `$1${prefix}$2`);
}

/** Relationships that go with the elements that named them; all others (pivots, queries, views) stay as they are. */
const OF_ELEMENTS = ['hyperlink', 'table', 'vmlDrawing'];
/** Those that go with notes and comments. */
const OF_COMMENTS = ['comments', 'threadedComment'];

function neededRelationships(
  sheet: SheetModel,
  written: WrittenSheet,
  xml: string,
  prefix: string,
  comments: WrittenComments | undefined,
): Relationship[] {
  const named = new Set([...xml.matchAll(/\s\w+:(?:id|embed|pict|link)="([^"]*)"/g)].map(([, id]) => id));
  const own = (sheet.extras.kept?.relationships ?? []).filter((relationship) => {
    if (comments && OF_COMMENTS.some((kind) => isKind(relationship, kind))) return false;
    if (comments?.relationships.includes(relationship)) return false;
    return named.has(relationship.id) || !OF_ELEMENTS.some((kind) => isKind(relationship, kind));
  });
  const added = written.relationships.flatMap((relationship) => {
    const renamed = { ...relationship, id: prefix + relationship.id };
    return named.has(renamed.id) ? [renamed] : [];
  });
  return [...own, ...(comments?.relationships ?? []), ...added];
}

function writeRules(
  sheet: SheetModel,
  own: Elements,
  hucre: Elements,
  elements: Elements,
  writing: SheetWriting,
): void {
  if (!isUntouched(sheet, 'conditionalFormatting')) writeConditions(sheet, own, hucre, elements, writing);
  if (!isUntouched(sheet, 'dataValidations')) writeValidations(sheet, own, hucre, elements);
}

function writeConditions(
  sheet: SheetModel,
  own: Elements,
  hucre: Elements,
  elements: Elements,
  writing: SheetWriting,
): void {
  const conditions = repairConditions(
    hucre.get('conditionalFormatting') ?? [],
    sheet.data.conditionalRules ?? [],
    (rule, number) => writing.formatNumber(rule, number),
  );
  if (conditions.length > 0) elements.set('conditionalFormatting', conditions);
  else elements.delete('conditionalFormatting');
  const extensions = elements.get('extLst')?.[0];
  if (extensions !== undefined) {
    const gone = linkedIds(own.get('conditionalFormatting') ?? []).filter((id) => !linkedIds(conditions).includes(id));
    setElement(elements, 'extLst', withoutLinked(extensions, gone));
  }
}

function writeValidations(sheet: SheetModel, own: Elements, hucre: Elements, elements: Elements): void {
  setElement(elements, 'extLst', withoutNewerValidations(elements.get('extLst')?.[0]));
  const ownValidations = own.get('dataValidations')?.[0];
  const messageOnly = ownValidations === undefined ? [] : messageOnlyValidations(currentElement(sheet, ownValidations));
  const validations = repairValidations(
    hucre.get('dataValidations')?.[0],
    sheet.data.dataValidations ?? [],
    messageOnly,
  );
  setElement(elements, 'dataValidations', validations);
}

/** Data bars and icons name what newer Excel adds to them by an id. */
function linkedIds(conditions: readonly string[]): string[] {
  return conditions.flatMap((xml) => [...xml.matchAll(/<x14:id>([^<]*)<\/x14:id>/g)].map(([, id = '']) => id));
}

/** Elements that hold nothing any more once their rules are gone, from the inside out. */
const EMPTIED = [
  /<x14:conditionalFormatting\b[^>]*>\s*(?:<xm:sqref>[^<]*<\/xm:sqref>)?\s*<\/x14:conditionalFormatting>/g,
  /<ext\b[^>]*>\s*<x14:conditionalFormattings\b[^>]*>\s*<\/x14:conditionalFormattings>\s*<\/ext>/g,
  /^<extLst>\s*<\/extLst>$/,
];

/** What newer Excel adds goes with the rule that it belonged to. */
function withoutLinked(extensions: string, gone: readonly string[]): string {
  if (gone.length === 0) return extensions;
  const rest = extensions.replace(
    /<x14:cfRule\b[^>]*\sid="([^"]*)"[^>]*>[\s\S]*?<\/x14:cfRule>/g,
    (rule, id: string) => (gone.includes(id) ? '' : rule),
  );
  return EMPTIED.reduce((xml, emptied) => xml.replace(emptied, ''), rest);
}

/** The newer validations are among the ordinary ones since reading. */
function withoutNewerValidations(xml: string | undefined): string | undefined {
  const list = xml === undefined ? undefined : parseXml(xml);
  if (!list) return undefined;
  const rest = list.children.filter((extension) => !childOf(extension, 'dataValidations'));
  return rest.length === 0 ? undefined : element('extLst', {}, rest.map(({ source }) => source).join(''));
}

function attributesOf(elements: Elements, name: string): Record<string, string> {
  const xml = elements.get(name)?.[0];
  return { ...(xml === undefined ? undefined : parseXml(xml))?.attributes };
}

/** The password's hash stays as long as the model keeps it; a new password takes its place. */
function protection(sheet: SheetModel, hucre: Elements): string | undefined {
  if (!hucre.has('sheetProtection')) return undefined;
  const attributes = attributesOf(hucre, 'sheetProtection');
  const hash = attributes['password'] === undefined ? sheet.extras.protectionHash : undefined;
  return element('sheetProtection', { ...hash, ...attributes });
}

function sheetProperties(sheet: SheetModel, own: Elements, hucre: Elements): string | undefined {
  const ownXml = own.get('sheetPr')?.[0];
  const hucreXml = hucre.get('sheetPr')?.[0];
  const before = ownXml === undefined ? undefined : parseXml(ownXml);
  const now = hucreXml === undefined ? undefined : parseXml(hucreXml);
  const { filterMode, ...attributes } = before?.attributes ?? {};
  const children = ['tabColor', 'outlinePr', 'pageSetUpPr'].map((name) => {
    const old = { ...childOf(before, name)?.attributes };
    const next = childOf(now, name)?.attributes;
    if (name === 'tabColor') return next ? element(name, next) : '';
    delete old['fitToPage'];
    const merged = { ...old, ...next };
    return Object.keys(merged).length === 0 ? '' : element(name, merged);
  });
  const filters = (sheet.data.autoFilter?.columns?.length ?? 0) > 0;
  const filtered = isFilterKept(sheet) ? filterMode !== undefined && { filterMode } : filters && { filterMode: 1 };
  const xml = element('sheetPr', { ...attributes, ...filtered }, children.join(''));
  return xml === '<sheetPr/>' ? undefined : xml;
}

function sheetFormat({ extras }: SheetModel): string | undefined {
  const { sheetFormat: own, defaultRowHeight, defaultColumnWidth } = extras;
  const read = sizesOf(own);
  const width = read.defaultColumnWidth === defaultColumnWidth ? {} : { defaultColWidth: defaultColumnWidth };
  const same = Object.keys(width).length === 0 && read.defaultRowHeight === defaultRowHeight;
  if (same && Object.keys(own).length === 0) return undefined;
  return element('sheetFormatPr', { ...own, defaultRowHeight, ...width });
}

/** Attributes of `<sheetView>` that the model holds; all others are the file's. */
const VIEW_OF_MODEL = new Set([
  'showGridLines',
  'showRowColHeaders',
  'zoomScale',
  'rightToLeft',
  'tabSelected',
  'workbookViewId',
]);

function sheetViews(sheet: SheetModel, own: Elements, hucre: Elements, active: boolean): string {
  const ownXml = own.get('sheetViews')?.[0];
  if (ownXml !== undefined && isUntouched(sheet, 'sheetViews')) return withTabSelected(ownXml, active);
  const before = childOf(ownXml === undefined ? undefined : parseXml(ownXml), 'sheetView');
  const hucreXml = hucre.get('sheetViews')?.[0];
  const now = childOf(hucreXml === undefined ? undefined : parseXml(hucreXml), 'sheetView');
  const keptAttributes = Object.fromEntries(
    Object.entries(before?.attributes ?? {}).filter(([name]) => !VIEW_OF_MODEL.has(name)),
  );
  delete keptAttributes['topLeftCell'];
  const attributes = { ...keptAttributes, ...now?.attributes, ...(active && { tabSelected: 1 }), workbookViewId: '0' };
  return element('sheetViews', {}, element('sheetView', attributes, now?.inner ?? ''));
}

/** The views as they are, but for which tab is chosen. */
function withTabSelected(xml: string, active: boolean): string {
  const selected = /\stabSelected=(["'])(?:1|true)\1/;
  if (selected.test(xml) === active) return xml;
  // Also one that says no: an attribute twice is no XML.
  const bare = xml.replaceAll(/\stabSelected=(?:"[^"]*"|'[^']*')/g, '');
  return active ? bare.replace(/<(?:\w+:)?sheetView\b/, '$& tabSelected="1"') : bare;
}

/** Paper that hucre has no name for, printer settings and the like stay; what the model can say, it says. */
function pageSetup(sheet: SheetModel, own: Elements, hucre: Elements): string | undefined {
  const before = attributesOf(own, 'pageSetup');
  const now = attributesOf(hucre, 'pageSetup');
  delete before['orientation'];
  delete before['scale'];
  if (sheet.data.pageSetup?.fitToPage) {
    delete before['fitToWidth'];
    delete before['fitToHeight'];
  }
  const merged = { ...before, ...now };
  return Object.keys(merged).length === 0 ? undefined : element('pageSetup', merged);
}
