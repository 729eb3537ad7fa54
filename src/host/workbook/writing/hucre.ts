/**
 * What hucre writes on saving: for every sheet all but its cells (cellwriter.ts writes those), and one sheet more with
 * every new format and every text with fonts once, from which their XML is taken.
 */
import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, FontStyle, WorkbookProperties } from '../model/data';
import { isUntouched } from '../model/snapshot';
import type { SheetModel } from '../model/workbook';
import { ByPath, partText, relationshipsOf, type Parts, type Relationship } from '../package/parts';
import { conditionsToWrite, validationsToWrite } from '../reading/rules';
import { cellKey } from '../values/address';
import { writtenNumbers } from './styles';

export interface HucreOutput {
  readonly parts: Parts;
  readonly styles: string;
  sheet(index: number): { xml: string; relationships: readonly Relationship[] };
  /** hucre's number of each new format. */
  styleNumber(style: CellStyle): number;
  /** `<is>…</is>` of a text with fonts. */
  richText(cell: Cell): string;
}

export interface HucreInput {
  readonly sheets: readonly SheetModel[];
  readonly styles: readonly CellStyle[];
  readonly richTexts: readonly Cell[];
  readonly font: FontStyle | undefined;
  readonly properties: WorkbookProperties | undefined;
}

const PROBE_COLUMN = { style: 0, text: 1 } as const;

/** Lets hucre write; sheets are named by number, since the workbook part that names them is written elsewhere. */
export async function writeByHucre({ sheets, styles, richTexts, font, properties }: HucreInput): Promise<HucreOutput> {
  const probe = new Map<string, Cell>();
  styles.forEach((style, row) => probe.set(cellKey(row, PROBE_COLUMN.style), { value: 'x', type: 'string', style }));
  richTexts.forEach(({ value, richText = [] }, row) =>
    probe.set(cellKey(row, PROBE_COLUMN.text), { value, type: 'richText', richText }),
  );
  const bytes = await writeXlsx({
    sheets: [...sheets.map(sheetForHucre), { name: 'probe', cells: probe }],
    stringMode: 'inline',
    ...(font && { defaultFont: font }),
    ...(properties && { properties }),
  });
  const parts: Parts = new ByPath(Object.entries(unzipSync(bytes)));
  const probePath = `xl/worksheets/sheet${sheets.length + 1}.xml`;
  const probeXml = partText(parts, probePath) ?? '';
  const numbers = writtenNumbers(probeXml);
  const styleRows = new Map(styles.map((style, row) => [style, row]));
  const textRows = new Map(richTexts.map((cell, row) => [cell, row]));
  const texts = new Map(
    [...probeXml.matchAll(/<c r="B(\d+)"[^>]*>(<is>[\s\S]*?<\/is>)<\/c>/g)].map(([, row, xml = '']) => [
      Number(row) - 1,
      xml,
    ]),
  );
  return {
    parts,
    styles: partText(parts, 'xl/styles.xml') ?? '',
    sheet: (index) => {
      const path = `xl/worksheets/sheet${index + 1}.xml`;
      return { xml: partText(parts, path) ?? '', relationships: relationshipsOf(parts, path) };
    },
    styleNumber: (style) => numbers.get(styleRows.get(style) ?? -1) ?? 0,
    richText: (cell) => texts.get(textRows.get(cell) ?? -1) ?? '',
  };
}

type SheetForHucre = Parameters<typeof writeXlsx>[0]['sheets'][number];

function sheetForHucre(sheet: SheetModel, index: number): SheetForHucre {
  const { data } = sheet;
  const { printArea: _area, printTitlesRow: _row, printTitlesColumn: _column, ...setup } = data.pageSetup ?? {};
  return {
    name: `sheet${index + 1}`,
    ...(data.dataValidations && { dataValidations: validationsToWrite(data.dataValidations) }),
    ...(data.conditionalRules && { conditionalRules: conditionsToWrite(data.conditionalRules) }),
    ...(data.freezePane && { freezePane: data.freezePane }),
    ...(data.splitPane && { splitPane: data.splitPane }),
    ...(data.protection && { protection: data.protection }),
    ...(data.pageSetup && { pageSetup: setup }),
    ...(data.headerFooter && { headerFooter: data.headerFooter }),
    ...(data.view && { view: data.view }),
    ...(data.tables && data.tables.length > 0 && !isUntouched(sheet, 'tables') && { tables: data.tables }),
    ...(data.rowBreaks && { rowBreaks: data.rowBreaks }),
    ...(data.colBreaks && { colBreaks: data.colBreaks }),
    ...(data.outlineProperties && { outlineProperties: data.outlineProperties }),
  };
}
