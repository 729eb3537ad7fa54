/** The opened package: which part is which sheet, and what of it the model does not hold but saving must give back. */
import { unzipSync } from 'fflate';
import {
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
  /** Document properties right after reading, as JSON. */
  properties: string;
  /** The number that a format has in the file, of cells (`<cellXfs>`) and of conditional formats (`<dxfs>`). */
  readonly styleNumbers: WeakMap<object, number>;
  readonly formatNumbers: WeakMap<object, number>;
  /** The name space of ISO 29500 strict: its parts cannot be mixed with the ordinary ones that this host writes. */
  readonly strict: boolean;
  /** Sheets that are no worksheets (charts, macros, dialogs), which this host does not keep. */
  readonly otherSheets: readonly { readonly name: string; readonly kind: string }[];
  /** Contents of cells that could not be read as they were. */
  readonly unread: { readonly kind: string; readonly sheet: string; readonly detail: string }[];
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

/** Everything the archive may unpack to; beyond it a file is an attack and no workbook. */
const MAX_UNPACKED = 1 << 30;

function unpack(bytes: Uint8Array): Parts | Refusal {
  const wrong = refusalOf(bytes);
  if (wrong) return wrong;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= MAX_UNPACKED;
      },
    });
    if (size > MAX_UNPACKED) return refuse('damaged', 'The archive unpacks to more than a gigabyte.');
    const parts: Parts = new Map();
    for (const [path, content] of Object.entries(files))
      if (!path.endsWith('/')) parts.set(path.replaceAll('\\', '/'), content);
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
  if (!(parts instanceof Map)) return parts;
  if (!parts.has(CONTENT_TYPES)) return refuse('notXlsx', 'The archive is no Office document.');
  const damaged = brokenPart(parts);
  if (damaged !== undefined) return refuse('damaged', `The XML of ${damaged} is not well formed.`);
  const main = relationshipsOf(parts, '').find((relationship) => isKind(relationship, 'officeDocument'));
  const xml = main && partText(parts, main.target);
  const workbook = xml === undefined ? undefined : parseXml(xml);
  if (!main || xml === undefined || workbook?.name !== 'workbook')
    return refuse('notXlsx', 'The Office document holds no workbook.');
  const relationships = relationshipsOf(parts, main.target);
  const styles = relationships.find((relationship) => isKind(relationship, 'styles'));
  const kept: KeptPackage = {
    parts,
    workbookPath: main.target,
    workbook: splitDocument(xml),
    relationships,
    types: readContentTypes(parts),
    stylesPath: styles && parts.has(styles.target) ? styles.target : undefined,
    properties: '',
    styleNumbers: new WeakMap(),
    formatNumbers: new WeakMap(),
    strict: (workbook.attributes['xmlns'] ?? '').includes('purl.oclc.org'),
    ...sheetKinds(workbook, relationships),
    unread: [],
  };
  return readSheets(kept, workbook);
}

/** XML parts that this host reads; damage elsewhere is carried along unread. */
const READ_PARTS =
  /(^|\/)(\[Content_Types\]\.xml|workbook\.xml|styles\.xml|sharedStrings\.xml|sheet\d*\.xml|comments\d*\.xml|table\d*\.xml|theme\d*\.xml|(core|app|custom)\.xml|[^/]*\.rels)$/i;

function brokenPart(parts: Parts): string | undefined {
  for (const path of parts.keys()) {
    if (READ_PARTS.test(path) && !isWellFormed(partText(parts, path) ?? '')) return path;
  }
  return undefined;
}

function relationshipId({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

function sheetKinds(workbook: XmlElement, relationships: readonly Relationship[]): Pick<KeptPackage, 'otherSheets'> {
  const otherSheets = sheetElements(workbook).flatMap((sheet) => {
    const relationship = relationships.find(({ id }) => id === relationshipId(sheet));
    if (!relationship || isKind(relationship, 'worksheet')) return [];
    return [
      { name: sheet.attributes['name'] ?? '', kind: relationship.type.slice(relationship.type.lastIndexOf('/') + 1) },
    ];
  });
  return { otherSheets };
}

function sheetElements(workbook: XmlElement): XmlElement[] {
  return childrenOf(workbook, 'sheets').flatMap((sheets) => childrenOf(sheets, 'sheet'));
}

function readSheets(kept: KeptPackage, workbook: XmlElement): Source | Refusal {
  const sheets: SourceSheet[] = [];
  for (const sheet of sheetElements(workbook)) {
    const name = sheet.attributes['name'] ?? '';
    const relationship = kept.relationships.find(({ id }) => id === relationshipId(sheet));
    const xml = relationship && partText(kept.parts, relationship.target);
    if (!relationship || xml === undefined) return refuse('damaged', `The part of the sheet "${name}" is missing.`);
    if (!isKind(relationship, 'worksheet')) continue;
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
