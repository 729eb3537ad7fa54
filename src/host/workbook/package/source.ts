/** The opened package: which part is which sheet, and what of it the model does not hold but saving must give back. */
import { unzipSync } from 'fflate';
import { excessIn, kindOfPart, UnpackedSize } from './limits';
import {
  ByPath,
  CONTENT_TYPES,
  isKind,
  partText,
  readContentTypes,
  relationshipsOf,
  type ContentTypes,
  type Parts,
  type Relationship,
} from './parts';
import { refusalOf, refuse, type Refusal } from './refusal';
import { isStrict, makeTransitional } from './strict';
import { childrenOf, isWellFormed, parseXml, splitDocument, type SplitDocument, type XmlElement } from './xml';

/** A worksheet's part as read, without its cells. */
export interface KeptSheet {
  readonly path: string;
  /** What other parts call the sheet by. */
  readonly sheetId: number;
  readonly document: SplitDocument;
  readonly relationships: readonly Relationship[];
  /** What the model held right after reading, as JSON by element, so that untouched elements go back as they were. */
  readonly snapshot: Map<string, string>;
}

/** The package as read. */
export interface KeptPackage {
  readonly parts: Parts;
  readonly workbookPath: string;
  readonly workbook: SplitDocument;
  readonly relationships: readonly Relationship[];
  readonly types: ContentTypes;
  readonly stylesPath: string | undefined;
  readonly stringsPath: string | undefined;
  /** Document properties right after reading, as JSON. */
  properties: string;
  /** The number that a format has in the file, of cells (`<cellXfs>`) and of conditional formats (`<dxfs>`). */
  readonly styleNumbers: WeakMap<object, number>;
  readonly formatNumbers: WeakMap<object, number>;
  /** Whether it was in the strict form of ISO 29500; its parts are in the ordinary one since. */
  readonly strict: boolean;
  /** Sheets that are no worksheets, carried along as they are. */
  readonly otherSheets: readonly OtherSheet[];
}

/** A sheet of a chart, a macro or a dialog. */
export interface OtherSheet {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** '' for one without a part. */
  readonly relationshipId: string;
  /** The `sheetId` of the worksheet before it. */
  readonly after: string | undefined;
}

export interface SourceSheet {
  readonly name: string;
  readonly state: string | undefined;
  /** The text of `<sheetData>`. */
  readonly cells: string;
  readonly kept: KeptSheet;
}

export interface Source {
  readonly kept: KeptPackage;
  readonly sheets: readonly SourceSheet[];
  /** For each number that a name's `localSheetId` may have: the worksheet's name. */
  readonly tabNames: readonly string[];
  readonly workbook: XmlElement;
}

function unpack(bytes: Uint8Array): Parts | Refusal {
  const wrong = refusalOf(bytes);
  if (wrong) return wrong;
  const unpacked = new UnpackedSize();
  try {
    const files = unzipSync(bytes, { filter: (entry) => unpacked.allows(entry) });
    if (unpacked.excess !== undefined) return refuse('tooLarge', unpacked.excess);
    const parts: Parts = new ByPath();
    for (const [path, content] of Object.entries(files))
      if (!path.endsWith('/')) parts.set(path.replaceAll('\\', '/').replace(/^\//, ''), content);
    return parts;
  } catch (error) {
    return refuse(
      'damaged',
      `The archive cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Reads the package down to its sheets; a refusal when it is none or its XML is damaged. */
export function readSource(bytes: Uint8Array): Source | Refusal {
  const parts = unpack(bytes);
  if (!(parts instanceof ByPath)) return parts;
  if (!parts.has(CONTENT_TYPES)) return refuse('notXlsx', 'The archive is no Office document.');
  const strict = isStrict(parts);
  if (strict) makeTransitional(parts);
  const wrong = wrongPart(parts);
  if (wrong) return wrong;
  const main = relationshipsOf(parts, '').find((relationship) => isKind(relationship, 'officeDocument'));
  const xml = main && partText(parts, main.target);
  const excess = xml === undefined ? undefined : excessIn('workbook', xml);
  if (excess !== undefined) return refuse('tooLarge', excess);
  const workbook = xml === undefined ? undefined : parseXml(xml);
  if (!main || xml === undefined || workbook?.name !== 'workbook')
    return refuse('notXlsx', 'The Office document holds no workbook.');
  const relationships = relationshipsOf(parts, main.target);
  const partOf = (kind: string): string | undefined => {
    const target = relationships.find((relationship) => isKind(relationship, kind))?.target;
    return target !== undefined && parts.has(target) ? target : undefined;
  };
  const [stylesPath, stringsPath] = [partOf('styles'), partOf('sharedStrings')];
  for (const [kind, path] of [
    ['styles', stylesPath],
    ['sharedStrings', stringsPath],
  ] as const) {
    const tooMany = path === undefined ? undefined : excessIn(kind, partText(parts, path) ?? '');
    if (tooMany !== undefined) return refuse('tooLarge', tooMany);
  }
  const kept: KeptPackage = {
    parts,
    workbookPath: main.target,
    workbook: splitDocument(xml),
    relationships,
    types: readContentTypes(parts),
    stylesPath,
    stringsPath,
    properties: '',
    styleNumbers: new WeakMap(),
    formatNumbers: new WeakMap(),
    strict,
    otherSheets: otherSheets(workbook, relationships),
  };
  return readSheets(kept, workbook);
}

/** XML parts that this host reads; damage elsewhere is carried along unread. */
const READ_PARTS =
  /(^|\/)(\[Content_Types\]\.xml|workbook\.xml|styles\.xml|sharedStrings\.xml|sheet\d*\.xml|comments\d*\.xml|table\d*\.xml|theme\d*\.xml|(core|app|custom)\.xml|[^/]*\.rels)$/i;

function wrongPart(parts: Parts): Refusal | undefined {
  for (const path of parts.keys()) {
    if (!READ_PARTS.test(path)) continue;
    const text = partText(parts, path) ?? '';
    const kind = kindOfPart(path);
    const excess = kind && excessIn(kind, text);
    if (excess !== undefined) return refuse('tooLarge', excess);
    if (!isWellFormed(text)) return refuse('damaged', `The XML of ${path} is not well formed.`);
  }
  return undefined;
}

function relationshipId({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

/** Whether a sheet is none of cells: a chart, a macro, a dialog, or a module of Excel 95, which has no part. */
function isOther(sheet: XmlElement, relationships: readonly Relationship[]): boolean {
  const id = relationshipId(sheet) ?? '';
  const relationship = relationships.find((one) => one.id === id);
  return relationship ? !isKind(relationship, 'worksheet') : id === '';
}

function otherSheets(workbook: XmlElement, relationships: readonly Relationship[]): OtherSheet[] {
  const all = sheetElements(workbook);
  return all.flatMap((sheet, index) => {
    if (!isOther(sheet, relationships)) return [];
    const before = all
      .slice(0, index)
      .filter((one) => !isOther(one, relationships))
      .at(-1);
    return [
      {
        name: sheet.attributes['name'] ?? '',
        attributes: sheet.attributes,
        relationshipId: relationshipId(sheet) ?? '',
        after: before?.attributes['sheetId'],
      },
    ];
  });
}

function sheetElements(workbook: XmlElement): XmlElement[] {
  return childrenOf(workbook, 'sheets').flatMap((sheets) => childrenOf(sheets, 'sheet'));
}

function readSheets(kept: KeptPackage, workbook: XmlElement): Source | Refusal {
  const sheets: SourceSheet[] = [];
  for (const sheet of sheetElements(workbook)) {
    if (isOther(sheet, kept.relationships)) continue;
    const name = sheet.attributes['name'] ?? '';
    const relationship = kept.relationships.find(({ id }) => id === relationshipId(sheet));
    const xml = relationship && partText(kept.parts, relationship.target);
    if (!relationship || xml === undefined) return refuse('damaged', `The part of the sheet "${name}" is missing.`);
    const excess = excessIn('worksheet', xml);
    if (excess !== undefined) return refuse('tooLarge', excess);
    if (!READ_PARTS.test(relationship.target) && !isWellFormed(xml))
      return refuse('damaged', `The XML of ${relationship.target} is not well formed.`);
    const document = splitDocument(xml);
    const isCells = ({ name: fragment }: { name: string }): boolean => fragment === 'sheetData';
    sheets.push({
      name,
      state: sheet.attributes['state'],
      cells: document.fragments.find(isCells)?.xml ?? '',
      kept: {
        path: relationship.target,
        sheetId: Number(sheet.attributes['sheetId'] ?? 0),
        document: { ...document, fragments: document.fragments.filter((fragment) => !isCells(fragment)) },
        relationships: relationshipsOf(kept.parts, relationship.target),
        snapshot: new Map(),
      },
    });
  }
  if (sheets.length === 0) return refuse('damaged', 'The workbook has no worksheet.');
  return {
    kept,
    sheets,
    workbook,
    tabNames: sheetElements(workbook).map(({ attributes }) => attributes['name'] ?? ''),
  };
}
