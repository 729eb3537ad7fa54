/** The workbook model of an opened package. */
import { readXlsx } from 'hucre/xlsx';
import { emptySheet, type Cell, type CellStyle, type Sheet, type Workbook } from '../model/data';
import { takeSnapshot } from '../model/snapshot';
import { WorkbookModel, type SheetModel } from '../model/workbook';
import { readSettings } from '../package/settings';
import { isKind, partText } from '../package/parts';
import type { Source, SourceSheet } from '../package/source';
import { childOf, isOn, parseXml } from '../package/xml';
import { cellKey, parseCellKey } from '../values/address';
import { inlineText, readCells, type ReadCells, type SharedText } from './cells';
import { completeNotes, readPersons } from './comments';
import { readGallery } from './gallery';
import { prepare, PROBE_ROWS, type Probe } from './prepare';
import { readFilter, readTable } from './tables';
import { completeConditions, completeValidations, validationsForHucre } from './rules';
import { readColumns, readHyperlinks, readMerges, readProtectionHash, readSheetFormat } from './sheet';
import { asRuns, collectTexts } from './strings';
import { readActiveTab, readCalculation, readDefaultFont, readNames } from './workbook';

type HucreSheet = Workbook['sheets'][number];

/** Reads the workbook; what hucre throws at the parts that it reads comes through. */
export async function readWorkbook(source: Source): Promise<WorkbookModel> {
  // hucre reads the fonts within texts.
  const texts = collectTexts(source);
  const { bytes, probe } = prepare(source, texts.rich);
  const read = await readXlsx(bytes, { readStyles: true });
  const probed = read.sheets.pop();
  const gallery = readGallery(source.kept);
  const everyStyle = probed ? probeStyles(probed, probe) : [];
  const styles = everyStyle.slice(0, gallery.formats).map((style, number): CellStyle | undefined => {
    const named = gallery.wordOf(number);
    return named === undefined ? style : { ...style, named };
  });
  const rich = probed ? probeStrings(probed, probe) : [];
  const richInline = new Map(
    texts.rich.map((text, index): [string, SharedText] => [
      text,
      { ...rich[index], value: inlineText(text), shared: asRuns(text) },
    ]),
  );
  const strings = texts.shared.map((text): SharedText => {
    if (!('rich' in text)) return text;
    return richInline.get(text.rich) ?? { value: '' };
  });
  styles.forEach((style, number) => style && source.kept.styleNumbers.set(style, number));
  const context = { strings, styles, date1904: read.dateSystem === '1904', richInline };
  const cells = source.sheets.map((sheet) => readCells(sheet.cells, context));
  const sheets = source.sheets.map((sheet, index) =>
    sheetData(sheet, read.sheets[index], cells[index], styles, source),
  );
  const { sheets: _read, namedRanges: _names, ...rest } = read;
  const font = readDefaultFont(source);
  const workbook = new WorkbookModel({ ...rest, ...(font && { defaultFont: font }), sheets, namedRanges: [] });
  workbook.kept = source.kept;
  const persons = readPersons(source.kept);
  if (persons) workbook.data.persons = persons;
  for (const [word, style] of gallery.styles(everyStyle)) workbook.namedStyles.set(word, style);
  source.kept.properties = JSON.stringify([workbook.data.properties]);
  readNames(source, workbook);
  readActiveTab(source, workbook);
  readCalculation(source, workbook);
  const known = workbook.asksForCalculation ? 'doubted' : 'right';
  for (const [key, value] of readSettings(source.kept)) workbook.settings.set(key, value);
  workbook.sheets.forEach((sheet, index) => {
    const from = source.sheets[index];
    const own = cells[index];
    if (from && own) completeSheet(sheet, from, own);
    if (from) completeNotes(sheet.cells, source.kept, from.kept);
    for (const cell of sheet.cells.values()) if (cell.formulaResult !== undefined) cell.known = known;
    takeSnapshot(sheet);
  });
  return workbook;
}

/** One object per format of the file, so that cells share it. */
function probeStyles(sheet: HucreSheet, { styles }: Probe): (CellStyle | undefined)[] {
  return Array.from({ length: styles }, (_none, number) => {
    const style = sheet.cells?.get(cellKey(number % PROBE_ROWS, Math.floor(number / PROBE_ROWS)))?.style;
    // The first format is what cells have that name none.
    return number === 0 && (!style || Object.keys(style).length === 0) ? undefined : { ...style };
  });
}

function probeStrings(sheet: HucreSheet, { strings, stringColumn }: Probe): SharedText[] {
  return Array.from({ length: strings }, (_none, number): SharedText => {
    const row = number % PROBE_ROWS;
    const column = stringColumn + Math.floor(number / PROBE_ROWS);
    const cell = sheet.cells?.get(cellKey(row, column));
    return {
      value: cell?.value ?? sheet.rows[row]?.[column] ?? '',
      ...(cell?.richText && { richText: cell.richText }),
    };
  });
}

function sheetData(
  source: SourceSheet,
  hucre: HucreSheet | undefined,
  read: ReadCells | undefined,
  styles: readonly (CellStyle | undefined)[],
  { kept }: Source,
): Sheet {
  const { fragments } = source.kept.document;
  const of = (name: string): string | undefined => fragments.find((fragment) => fragment.name === name)?.xml;
  const conditions = fragments
    .filter(({ name }) => name === 'conditionalFormatting')
    .flatMap(({ xml }) => parseXml(xml) ?? []);
  const columns = readColumns(of('cols'), styles);
  const merges = readMerges(of('mergeCells'));
  const {
    conditionalRules,
    dataValidations,
    cells: noted,
    rows: _rows,
    columns: _columns,
    tables: _tables,
    autoFilter: _filter,
    ...rest
  } = hucre ?? emptySheet(source.name);
  const cells = read?.cells ?? new Map<string, Cell>();
  for (const [key, { comment }] of noted ?? []) {
    if (comment) cells.set(key, { ...(cells.get(key) ?? { value: null, type: 'empty' }), comment });
  }
  const tables = source.kept.relationships.flatMap((relationship) =>
    isKind(relationship, 'table') ? (readTable(partText(kept.parts, relationship.target) ?? '') ?? []) : [],
  );
  const autoFilter = readFilter(of('autoFilter'));
  const validations = validationsForHucre(of('dataValidations'), of('extLst'));
  // hucre takes the mere presence of a number of pages for the wish to fit them.
  if (rest.pageSetup && !fitsToPage(of('sheetPr'))) delete rest.pageSetup.fitToPage;
  return {
    ...rest,
    name: source.name,
    rows: [],
    cells,
    ...(merges.length > 0 && { merges }),
    ...(tables.length > 0 && { tables }),
    ...(autoFilter && { autoFilter }),
    ...(columns && { columns }),
    ...(read && read.rows.size > 0 && { rowDefs: read.rows }),
    ...(conditionalRules && { conditionalRules: completeConditions(conditionalRules, conditions, kept.formatNumbers) }),
    ...(dataValidations && { dataValidations: completeValidations(dataValidations, validations) }),
  };
}

function fitsToPage(xml: string | undefined): boolean {
  const setup = xml === undefined ? undefined : childOf(parseXml(xml), 'pageSetUpPr');
  return isOn(setup?.attributes['fitToPage']);
}

function completeSheet(sheet: SheetModel, source: SourceSheet, read: ReadCells): void {
  const { extras } = sheet;
  extras.kept = source.kept;
  for (const [row, style] of read.rowStyles) extras.rowStyles.set(row, style);
  for (const [row, attributes] of read.rowAttributes) extras.rowAttributes.set(row, attributes);
  for (const [row, height] of read.automaticHeights) extras.automaticHeights.set(row, height);
  const { fragments } = source.kept.document;
  const of = (name: string): string | undefined => fragments.find((fragment) => fragment.name === name)?.xml;
  readSheetFormat(of('sheetFormatPr'), extras);
  extras.protectionHash = readProtectionHash(of('sheetProtection'));
  for (const { key, link } of readHyperlinks(of('hyperlinks'), source.kept.relationships)) {
    const { row, column } = parseCellKey(key);
    sheet.cells.set(key, { ...(sheet.cell(row, column) ?? { value: null, type: 'empty' }), hyperlink: link });
  }
}
