/** Saving: the opened package with its regenerated parts put in, everything else carried along. */
import { zipSync, type Zippable } from 'fflate';
import type { Cell, CellStyle } from '../model/data';
import { BUILT_IN } from '../model/namedStyles';
import { isUntouched } from '../model/snapshot';
import type { SheetModel, WorkbookModel } from '../model/workbook';
import {
  ByPath,
  CONTENT_TYPES,
  contentTypeOf,
  freePath,
  isKind,
  OFFICE_RELATIONSHIPS,
  partsFrom,
  partText,
  readContentTypes,
  relationshipsOf,
  setContentTypes,
  setPartText,
  setRelationships,
  xmlPart,
  type ContentTypes,
  type Parts,
  type Relationship,
} from '../package/parts';
import { settingsPath, settingsXml } from '../package/settings';
import type { KeptPackage } from '../package/source';
import { parseXml } from '../package/xml';
import { stringSources } from '../reading/strings';
import { isChainStale } from './calcChain';
import { SharedStrings } from './cells';
import { personsXml, writeComments } from './comments';
import { writeByHucre, type HucreOutput } from './hucre';
import { rewriteFormulas, shiftDrawing } from './keptParts';
import { freshPrefix, writeSheet } from './sheet';
import { mergeStyles, newStyles } from './styles';
import { tablePart } from './tables';
import { writeWorkbookPart } from './workbook';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPE = {
  workbook: `${SPREADSHEET}.sheet.main+xml`,
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  strings: `${SPREADSHEET}.sharedStrings+xml`,
  persons: 'application/vnd.ms-excel.person+xml',
  xml: 'application/xml',
} as const;

/** The workbook as a file (.xlsx, or .xlsm when it was opened with macros). */
export async function saveWorkbook(workbook: WorkbookModel): Promise<Uint8Array> {
  workbook.settle();
  const { kept } = workbook;
  const { styles, richTexts } = collect(workbook, kept);
  const hucre = await writeByHucre({
    sheets: workbook.sheets,
    styles,
    richTexts,
    font: workbook.data.defaultFont,
    properties: workbook.data.properties,
  });
  const saving = new Saving(workbook, kept, hucre);
  return saving.save();
}

/** Formats without a number in the file, and cells whose texts have fonts. */
function collect(workbook: WorkbookModel, kept: KeptPackage | undefined): { styles: CellStyle[]; richTexts: Cell[] } {
  const styles = new Set<CellStyle>();
  const richTexts: Cell[] = [];
  const add = (style: CellStyle | undefined): void => {
    if (!style || kept?.styleNumbers.has(style)) return;
    styles.add(style);
    const builtin = style.named === undefined ? undefined : BUILT_IN.get(style.named);
    if (builtin) styles.add(builtin.style);
  };
  for (const { data, extras, cells } of workbook.sheets) {
    for (const cell of cells.values()) {
      add(cell.style);
      if (cell.richText) richTexts.push(cell);
    }
    data.columns?.forEach(({ style }) => add(style));
    extras.rowStyles.forEach(add);
  }
  return { styles: [...styles], richTexts };
}

/** Relationships of the workbook that are written anew, or that describe what saving makes untrue. */
const REPLACED = ['worksheet', 'styles', 'sharedStrings', 'revisionHeaders', 'usernames'];
/** Signatures do not hold for a changed package. */
const DROPPED_ROOT = ['officeDocument', 'origin', 'core-properties', 'extended-properties', 'custom-properties'];

/** Whether sheets that are kept as they were, of old macros and dialogs, name shared strings by their numbers. */
function namesStrings({ parts, types }: KeptPackage): boolean {
  return [...parts.keys()].some((path) => /macrosheet|dialogsheet/i.test(contentTypeOf(types, path) ?? ''));
}

/** The relationships that the file's list of sheets names; a worksheet that is not among them stays where it is. */
function sheetIds({ workbook }: KeptPackage): string[] {
  const list = workbook.fragments.find(({ name }) => name === 'sheets')?.xml ?? '';
  return [...list.matchAll(/\s\w+:id\s*=\s*["']([^"']*)["']/g)].map(([, id = '']) => id);
}

class Saving {
  private readonly parts: Parts = new ByPath();
  private readonly types: ContentTypes = { parts: new ByPath(), extensions: new Map() };
  private readonly strings: SharedStrings;
  private readonly written: ContentTypes;
  private readonly workbookPath: string;
  private readonly workbookRelationships: Relationship[] = [];

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly kept: KeptPackage | undefined,
    private readonly hucre: HucreOutput,
  ) {
    this.written = readContentTypes(hucre.parts);
    this.strings = new SharedStrings(kept && namesStrings(kept) ? stringSources(kept) : []);
    this.workbookPath = kept?.workbookPath ?? 'xl/workbook.xml';
    for (const [extension, type] of [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', TYPE.xml],
    ] as const)
      this.types.extensions.set(extension, type);
  }

  save(): Uint8Array {
    this.carryWorkbookParts();
    const merged = mergeStyles(this.baseStyles(), this.hucre.styles, (style) => this.hucre.styleNumber(style));
    const ids = this.workbook.sheets.map((sheet, index) => this.addSheet(sheet, index, merged));
    const { stylesPath = 'xl/styles.xml', stringsPath = 'xl/sharedStrings.xml' } = this.kept ?? {};
    this.relate('styles', this.add(stylesPath, xmlPart(merged.xml()), TYPE.styles));
    if (this.strings.size > 0 || this.kept?.stringsPath !== undefined)
      this.relate('sharedStrings', this.add(stringsPath, xmlPart(this.strings.xml()), TYPE.strings));
    this.addSettings();
    this.addPersons();
    const mainType = this.kept && contentTypeOf(this.kept.types, this.kept.workbookPath);
    this.add(this.workbookPath, writeWorkbookPart(this.workbook, ids), mainType ?? TYPE.workbook);
    setRelationships(this.parts, this.workbookPath, this.workbookRelationships);
    setRelationships(this.parts, '', this.rootRelationships());
    this.carryOrphans();
    this.bringUpToDate();
    setContentTypes(this.parts, this.types);
    const files: Zippable = {};
    for (const [path, bytes] of [...this.parts].sort(([a], [b]) => firstPath(a) - firstPath(b))) files[path] = bytes;
    return zipSync(files, { level: 6 });
  }

  /** Paths that are not free: of the parts so far, and of those of the file that may come yet. */
  private taken(): Parts {
    return new ByPath([...this.parts, ...(this.kept?.parts ?? [])]);
  }

  private add(path: string, text: string, type: string): string {
    setPartText(this.parts, path, text);
    this.types.parts.set(path, type);
    return path;
  }

  private relate(kind: string, target: string): string {
    const id = `new-${kind}${this.workbookRelationships.length + 1}`;
    this.workbookRelationships.push({ id, type: `${OFFICE_RELATIONSHIPS}/${kind}`, target, external: false });
    return id;
  }

  /** A kept part with all that it leads to. */
  private carry(path: string): void {
    if (!this.kept) return;
    for (const each of partsFrom(this.kept.parts, path)) {
      const bytes = this.kept.parts.get(each);
      // A part that is named and not there stays so.
      if (!bytes || this.parts.has(each)) continue;
      this.parts.set(each, bytes);
      const relationships = relationshipsOf(this.kept.parts, each);
      setRelationships(this.parts, each, relationships);
      const type = contentTypeOf(this.kept.types, each);
      if (type !== undefined) this.types.parts.set(each, type);
    }
  }

  private carryWorkbookParts(): void {
    const named = this.kept ? sheetIds(this.kept) : [];
    const relationships = (this.kept?.relationships ?? []).filter(
      (relationship) =>
        !REPLACED.some((kind) => isKind(relationship, kind)) ||
        (isKind(relationship, 'worksheet') && !named.includes(relationship.id)),
    );
    for (const relationship of relationships) {
      const { target } = relationship;
      if (isKind(relationship, 'calcChain') && this.kept && isChainStale(this.workbook, this.kept, target)) continue;
      if (!relationship.external) this.carry(relationship.target);
      this.workbookRelationships.push(relationship);
    }
    // A file without a theme has Excel's own; a new workbook gets one that its default font belongs to.
    if (this.kept) return;
    const theme = partText(this.hucre.parts, 'xl/theme/theme1.xml');
    if (theme !== undefined)
      this.relate(
        'theme',
        this.add('xl/theme/theme1.xml', theme, 'application/vnd.openxmlformats-officedocument.theme+xml'),
      );
  }

  /** Parts that nothing leads to are somebody's all the same. */
  private carryOrphans(): void {
    if (!this.kept) return;
    const reached = new ByPath<true>();
    for (const { target, external } of relationshipsOf(this.kept.parts, ''))
      if (!external) for (const path of partsFrom(this.kept.parts, target)) reached.set(path, true);
    for (const path of this.kept.parts.keys())
      if (path !== CONTENT_TYPES && !path.endsWith('.rels') && !reached.has(path)) this.carry(path);
  }

  private baseStyles(): string {
    const own = this.kept?.stylesPath === undefined ? undefined : partText(this.kept.parts, this.kept.stylesPath);
    return own ?? newStyles(this.workbook.data.defaultFont ?? { name: 'Calibri', size: 11 });
  }

  private addSheet(sheet: SheetModel, index: number, merged: ReturnType<typeof mergeStyles>): string {
    const comments = isUntouched(sheet, 'comments')
      ? undefined
      : writeComments(sheet, index, freshPrefix(sheet), this.taken());
    for (const { path, text, type } of comments?.parts ?? []) this.add(path, text, type);
    const { xml, relationships } = writeSheet(sheet, this.hucre.sheet(index), {
      comments,
      active: sheet === this.workbook.activeSheet,
      styleNumber: (style: CellStyle | undefined) => {
        if (!style) return 0;
        return this.kept?.styleNumbers.get(style) ?? merged.cellFormat(this.hucre.styleNumber(style), style.named);
      },
      stringNumber: (text, source) => this.strings.number(text, source),
      richText: (cell) => this.hucre.richText(cell),
      formatNumber: (rule, number) =>
        (rule.style && this.kept?.formatNumbers.get(rule.style)) ?? merged.conditionalFormat(number),
    });
    const path = this.add(
      sheet.extras.kept?.path ?? freePath(this.taken(), 'xl/worksheets/sheet#.xml'),
      xml,
      TYPE.worksheet,
    );
    setRelationships(
      this.parts,
      path,
      relationships.map((relationship) =>
        comments?.relationships.includes(relationship) === true ? relationship : this.takePart(sheet, relationship),
      ),
    );
    return this.relate('worksheet', path);
  }

  /** Brings the part that a sheet refers to: a kept one as it is, one of hucre's to a path that is free. */
  private takePart(sheet: SheetModel, relationship: Relationship): Relationship {
    if (relationship.external) return relationship;
    if (sheet.extras.kept?.relationships.includes(relationship)) {
      this.carry(relationship.target);
      return relationship;
    }
    const text = partText(this.hucre.parts, relationship.target) ?? '';
    const pattern = relationship.target.replace(/\d+(?=\.\w+$)/, '#');
    const target = freePath(this.taken(), pattern);
    const name = isKind(relationship, 'table') ? parseXml(text)?.attributes['name'] : undefined;
    const table = sheet.data.tables?.find((one) => one.name === name);
    const xml = table ? tablePart(sheet, table) : text;
    this.add(target, xml, contentTypeOf(this.written, relationship.target) ?? TYPE.xml);
    return { ...relationship, target };
  }

  private addSettings(): void {
    const { settings } = this.workbook;
    const existing = this.kept && settingsPath(this.kept);
    if (settings.size > 0) {
      const path = existing ?? freePath(this.taken(), 'customXml/item#.xml');
      this.add(path, xmlPart(settingsXml(settings)), TYPE.xml);
      if (existing === undefined) this.relate('customXml', path);
    } else if (existing !== undefined) {
      this.parts.delete(existing);
      this.parts.delete(`customXml/_rels/${existing.slice(existing.lastIndexOf('/') + 1)}.rels`);
      const at = this.workbookRelationships.findIndex(({ target }) => target === existing);
      this.workbookRelationships.splice(at, 1);
    }
  }

  /** Those who wrote comments here, among those of the file. */
  private addPersons(): void {
    const known = this.workbookRelationships.find((one) => isKind(one, 'person'))?.target;
    const xml = personsXml(known && partText(this.parts, known), this.workbook.data.persons ?? []);
    if (xml === undefined) return;
    const path = this.add(known ?? freePath(this.taken(), 'xl/persons/person#.xml'), xml, TYPE.persons);
    if (known !== undefined) return;
    const type = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
    this.workbookRelationships.push({ id: 'new-person', type, target: path, external: false });
  }

  private rootRelationships(): Relationship[] {
    const main: Relationship = {
      id: 'new-main',
      type: `${OFFICE_RELATIONSHIPS}/officeDocument`,
      target: this.workbookPath,
      external: false,
    };
    const untouched = this.kept?.properties === JSON.stringify([this.workbook.data.properties]);
    const { parts: source, types } = untouched ? this.kept : { parts: this.hucre.parts, types: this.written };
    const properties = relationshipsOf(source, '').filter(
      (one) =>
        source.has(one.target) &&
        ['core-properties', 'extended-properties', 'custom-properties'].some((kind) => isKind(one, kind)),
    );
    for (const { target } of properties) {
      this.parts.set(target, source.get(target) ?? new Uint8Array());
      this.types.parts.set(target, contentTypeOf(types, target) ?? TYPE.xml);
    }
    const others = (this.kept ? relationshipsOf(this.kept.parts, '') : []).filter(
      (one) => !DROPPED_ROOT.some((kind) => isKind(one, kind)),
    );
    for (const { target, external } of others) if (!external) this.carry(target);
    return [main, ...properties.map((one, index) => ({ ...one, id: `new-properties${index + 1}` })), ...others];
  }

  /** Charts and pivot sources follow what happened to their cells; drawings move with whole rows and columns. */
  private bringUpToDate(): void {
    const { edits } = this.workbook;
    if (edits.length === 0) return;
    for (const path of [...this.parts.keys()].filter(
      (one) => /\/charts?(ex)?\/|\/chartEx\//i.test(one) && one.endsWith('.xml'),
    )) {
      setPartText(this.parts, path, rewriteFormulas(partText(this.parts, path) ?? '', edits));
    }
    for (const { extras } of this.workbook.sheets) {
      const drawing = extras.kept?.relationships.find((relationship) => isKind(relationship, 'drawing'))?.target;
      const xml = drawing === undefined ? undefined : partText(this.parts, drawing);
      if (drawing !== undefined && xml !== undefined)
        setPartText(this.parts, drawing, shiftDrawing(extras.changes, xml));
    }
  }
}

/** Readers that look no further than the first entries find the content types there. */
function firstPath(path: string): number {
  if (path === '[Content_Types].xml') return 0;
  return path.startsWith('_rels/') ? 1 : 2;
}
