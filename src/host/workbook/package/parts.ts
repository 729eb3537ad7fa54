/** An Office package: parts by path, the relationships between them, and their content types (ECMA-376 part 2). */
import { decodePart, plainXml, utf8Declared } from './encoding';
import { childrenOf, element, parseXml } from './xml';

/** Things by the path of a part. Paths are the same whatever their case (part 2, 6.2.2.3), and keep the one first given. */
export class ByPath<T> extends Map<string, T> {
  private readonly spellings = new Map<string, string>();

  constructor(entries: Iterable<readonly [string, T]> = []) {
    super();
    for (const [path, value] of entries) this.set(path, value);
  }

  /** The path as this map spells it. */
  spelling(path: string): string {
    return this.spellings.get(path.toLowerCase()) ?? path;
  }

  override get(path: string): T | undefined {
    return super.get(this.spelling(path));
  }

  override has(path: string): boolean {
    return super.has(this.spelling(path));
  }

  override set(path: string, value: T): this {
    const spelling = this.spelling(path);
    this.spellings.set(spelling.toLowerCase(), spelling);
    return super.set(spelling, value);
  }

  override delete(path: string): boolean {
    const spelling = this.spelling(path);
    this.spellings.delete(spelling.toLowerCase());
    return super.delete(spelling);
  }
}

export type Parts = ByPath<Uint8Array>;

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The path of the part, or the address as written when it is external. */
  readonly target: string;
  readonly external: boolean;
  /** The target as the file writes it, good wherever the part stays in its folder. */
  readonly written?: string;
  readonly mode?: string;
}

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const CONTENT_TYPES = '[Content_Types].xml';

const encoder = new TextEncoder();

/** A part's text: its encoding, line ends, comments and CDATA sections are the file's affair. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, path: string): string | undefined {
  const bytes = parts.get(path);
  return bytes && plainXml(decodePart(bytes));
}

export function setPartText(parts: Parts, path: string, text: string): void {
  parts.set(path, encoder.encode(utf8Declared(text)));
}

/** A part written by this host, with the declaration that readers expect. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Whether a relationship is of this kind, in the ordinary and the strict name space alike. */
export function isKind(relationship: Relationship, kind: string): boolean {
  return relationship.type.endsWith(`/${kind}`);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Where the relationships of a part stand; '' is the package itself. */
function relationshipsPath(path: string): string {
  const folder = folderOf(path);
  return `${folder}_rels/${path.slice(folder.length)}.rels`;
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The relationships of a part, targets as paths of the package. */
export function relationshipsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Relationship[] {
  const xml = partText(parts, relationshipsPath(path));
  if (xml === undefined) return [];
  return childrenOf(parseXml(xml), 'Relationship').flatMap(({ attributes }) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (id === undefined || type === undefined || target === undefined) return [];
    // `#表!A1` is a place in the workbook, which a few programs write without saying that it is no part.
    const external = mode === 'External' || target.startsWith('#');
    const resolved = external ? target : spellingIn(parts, resolve(folderOf(path), target));
    return [{ id, type, target: resolved, external, written: target, ...(mode !== undefined && { mode }) }];
  });
}

function spellingIn(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  return parts instanceof ByPath ? parts.spelling(path) : path;
}

/** The way from one part's folder to another part: `../drawings/drawing1.xml`. */
function relative(from: string, to: string): string {
  const start = folderOf(from).split('/').filter(Boolean);
  const goal = to.split('/');
  let common = 0;
  while (common < start.length && start[common] === goal[common]) common++;
  return '../'.repeat(start.length - common) + goal.slice(common).join('/');
}

/** Writes a part's relationships; none, and the part that holds them goes. */
export function setRelationships(parts: Parts, path: string, relationships: readonly Relationship[]): void {
  const at = relationshipsPath(path);
  if (relationships.length === 0) {
    parts.delete(at);
    return;
  }
  const entries = relationships.map(({ id, type, target, external, written, mode }) => {
    const same =
      written !== undefined && (external || resolve(folderOf(path), written).toLowerCase() === target.toLowerCase());
    return element('Relationship', {
      Id: id,
      Type: type,
      Target: same ? written : external ? target : relative(path, target),
      TargetMode: written === undefined && external ? 'External' : mode,
    });
  });
  setPartText(parts, at, xmlPart(element('Relationships', { xmlns: RELATIONSHIPS }, entries.join(''))));
}

/** Content types: of single parts, and of all parts with an extension. */
export interface ContentTypes {
  readonly parts: ByPath<string>;
  readonly extensions: Map<string, string>;
}

export function readContentTypes(parts: ReadonlyMap<string, Uint8Array>): ContentTypes {
  const types: ContentTypes = { parts: new ByPath(), extensions: new Map() };
  const xml = partText(parts, CONTENT_TYPES);
  for (const { name, attributes } of (xml === undefined ? undefined : parseXml(xml))?.children ?? []) {
    const { PartName: part, Extension: extension, ContentType: type } = attributes;
    if (type === undefined) continue;
    if (name === 'Override' && part !== undefined) types.parts.set(part.replace(/^\//, ''), type);
    if (name === 'Default' && extension !== undefined) types.extensions.set(extension.toLowerCase(), type);
  }
  return types;
}

export function contentTypeOf(types: ContentTypes, path: string): string | undefined {
  return types.parts.get(path) ?? types.extensions.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

export function setContentTypes(parts: Parts, types: ContentTypes): void {
  const defaults = [...types.extensions].map(([Extension, ContentType]) =>
    element('Default', { Extension, ContentType }),
  );
  const overrides = [...types.parts]
    .filter(([path]) => parts.has(path))
    .map(([path, ContentType]) => element('Override', { PartName: `/${parts.spelling(path)}`, ContentType }));
  setPartText(parts, CONTENT_TYPES, xmlPart(element('Types', { xmlns: TYPES }, [...defaults, ...overrides].join(''))));
}

/** A path that no part has yet: `xl/comments#.xml` with the first free number for `#`. */
export function freePath(parts: ReadonlyMap<string, Uint8Array>, pattern: string): string {
  let number = 1;
  while (parts.has(pattern.replace('#', String(number)))) number++;
  return pattern.replace('#', String(number));
}

/** A part and everything that it leads to, by path. */
export function partsFrom(
  parts: ReadonlyMap<string, Uint8Array>,
  path: string,
  found = new Set<string>(),
): Set<string> {
  if (found.has(path) || !parts.has(path)) return found;
  found.add(path);
  for (const { target, external } of relationshipsOf(parts, path)) if (!external) partsFrom(parts, target, found);
  return found;
}

/** Parts, and the relationships of the workbook among them. */
export interface KeptParts {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly relationships: readonly Relationship[];
}
