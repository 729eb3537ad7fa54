/** Elements of a worksheet that hucre reads less of than the model needs. */
import type { CellStyle, ColumnDef, Hyperlink, MergeRange, ProtectionHash, SheetExtras } from '../model/data';
import type { Relationship } from '../package/parts';
import { childrenOf, isOn, parseXml } from '../package/xml';
import { cellKey, parseA1 } from '../values/address';
import { characterWidth, DEFAULT_ROW_HEIGHT } from '../values/size';

/** `<cols>` as one definition per column; undefined when there is none. */
export function readColumns(
  xml: string | undefined,
  styles: readonly (CellStyle | undefined)[],
): ColumnDef[] | undefined {
  if (xml === undefined) return undefined;
  const columns: ColumnDef[] = [];
  for (const { attributes } of childrenOf(parseXml(xml), 'col')) {
    const style = styles[Number(attributes['style'] ?? 0)];
    const level = Number(attributes['outlineLevel'] ?? 0);
    const definition: ColumnDef = {
      ...(attributes['width'] !== undefined && { width: Number(attributes['width']) }),
      ...(isOn(attributes['hidden']) && { hidden: true }),
      ...(level > 0 && { outlineLevel: level }),
      ...(isOn(attributes['collapsed']) && { collapsed: true }),
      ...(style && { style }),
      ...(isOn(attributes['bestFit']) && { bestFit: true }),
    };
    const last = Math.min(Number(attributes['max']), 16_384);
    while (columns.length < last) columns.push({});
    for (let column = Number(attributes['min']) - 1; column < last; column++) columns[column] = { ...definition };
  }
  return columns;
}

/** `<mergeCells>`, whole rows and columns among them. */
export function readMerges(xml: string | undefined): MergeRange[] {
  return childrenOf(xml === undefined ? undefined : parseXml(xml), 'mergeCell').flatMap(({ attributes }) => {
    const area = parseA1(attributes['ref'] ?? '');
    if (!area) return [];
    const { row, column, rows, columns } = area;
    return [{ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 }];
  });
}

/** `<sheetFormatPr>`: sizes of rows and columns that have none of their own. */
export function readSheetFormat(xml: string | undefined, extras: SheetExtras): void {
  const attributes = (xml === undefined ? undefined : parseXml(xml))?.attributes ?? {};
  Object.assign(extras, { sheetFormat: { ...attributes }, ...sizesOf(attributes) });
}

/** Points and characters that attributes of `<sheetFormatPr>` mean. */
export function sizesOf(
  attributes: Readonly<Record<string, string>>,
): Pick<SheetExtras, 'defaultRowHeight' | 'defaultColumnWidth'> {
  const { defaultRowHeight: height, defaultColWidth: width, baseColWidth: base } = attributes;
  return {
    defaultRowHeight: height === undefined ? DEFAULT_ROW_HEIGHT : Number(height),
    defaultColumnWidth: width === undefined ? characterWidth(Number(base ?? 8)) : Number(width),
  };
}

const HASH_ATTRIBUTES = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'];

/** The hash of the password that protects the sheet; undefined without one. */
export function readProtectionHash(xml: string | undefined): ProtectionHash | undefined {
  const attributes = (xml === undefined ? undefined : parseXml(xml))?.attributes ?? {};
  const hash = Object.fromEntries(Object.entries(attributes).filter(([name]) => HASH_ATTRIBUTES.includes(name)));
  return Object.keys(hash).length > 0 ? hash : undefined;
}

/** A link over more cells than this is given to the first only: nobody sees a link on each of a million cells. */
const MAX_LINKED_CELLS = 10_000;
const MAX_LINKED_IN_ALL = 200_000;

/** The links of `<hyperlinks>`, one for every cell that they cover. */
export function readHyperlinks(
  xml: string | undefined,
  relationships: readonly Relationship[],
): { key: string; link: Hyperlink }[] {
  if (xml === undefined) return [];
  let linked = 0;
  return childrenOf(parseXml(xml), 'hyperlink').flatMap(({ attributes }) => {
    const { ref = '', location, tooltip, display } = attributes;
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const address = relationships.find((relationship) => relationship.id === id)?.target;
    const area = parseA1(ref);
    if (!area || (address === undefined && location === undefined)) return [];
    // A place alone lies in this workbook.
    const link: Hyperlink = {
      target: address ?? '',
      ...(location !== undefined && { location }),
      ...(tooltip !== undefined && { tooltip }),
      ...(display !== undefined && { display }),
    };
    linked += area.rows * area.columns;
    const single = area.rows * area.columns > MAX_LINKED_CELLS || linked > MAX_LINKED_IN_ALL;
    const keys: string[] = [];
    for (let row = area.row; row < area.row + (single ? 1 : area.rows); row++)
      for (let column = area.column; column < area.column + (single ? 1 : area.columns); column++)
        keys.push(cellKey(row, column));
    return keys.map((key) => ({ key, link }));
  });
}
