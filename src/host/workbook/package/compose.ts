/** Putting a part together again: its own elements, some replaced, in the order that the schema demands. */
import { element, writeAttributes, type SplitDocument } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
export const WORKSHEET_ORDER: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** CT_Workbook (18.2.27), with what newer Excel adds between. */
export const WORKBOOK_ORDER: readonly string[] = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Elements by name; an element may come several times. */
export type Elements = Map<string, string[]>;

/** Controls and embedded objects are wrapped for older readers; they stand where what they wrap would. */
function placeOf(name: string, xml: string): string {
  if (name !== 'AlternateContent') return name;
  return /<(?:\w+:)?oleObjects[\s>]/.test(xml) ? 'oleObjects' : /<(?:\w+:)?controls[\s>]/.test(xml) ? 'controls' : name;
}

export function elementsOf(document: SplitDocument | undefined): Elements {
  const elements: Elements = new Map();
  for (const { name, xml } of document?.fragments ?? []) {
    const place = placeOf(name, xml);
    elements.set(place, [...(elements.get(place) ?? []), xml]);
  }
  return elements;
}

/** Replaces all elements of the name; undefined or '' takes them away. */
export function setElement(elements: Elements, name: string, xml: string | undefined): void {
  if (xml === undefined || xml === '') elements.delete(name);
  else elements.set(name, [xml]);
}

/** The text of the part; elements that the order does not know stand before the extensions. */
export function composePart(
  root: string,
  attributes: SplitDocument['attributes'],
  elements: Elements,
  order: readonly string[],
): string {
  const unknown = [...elements.keys()].filter((name) => !order.includes(name));
  const names = [...order.slice(0, -1), ...unknown, ...order.slice(-1)];
  const content = names.flatMap((name) => elements.get(name) ?? []).join('');
  const spaces = { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS, ...attributes };
  // A part that names its elements with a prefix keeps it for what is kept; new elements need the plain name space.
  const text = content === '' ? element(root, spaces) : `<${root}${writeAttributes(spaces)}>${content}</${root}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
}
