/** Tables on saving: the file's own text, with what it alone knows, as long as only their place changed. */
import type { SheetModel } from '../model/workbook';
import { isKind, partText } from '../package/parts';
import { childOf, childrenOf, parseXml, type XmlElement } from '../package/xml';
import { shiftAddresses } from './keptParts';

/**
 * The table's part: as hucre wrote it, with a number of its own; or as it was in the file, calculated columns and
 * filters included, when name and columns are the same and its area is where the changes of the sheet put it.
 */
export function currentTable(sheet: SheetModel, written: string, id: number): string {
  const now = parseXml(written);
  const own = ownTable(sheet, now?.attributes['name']);
  if (own !== undefined && now) {
    const moved = shiftAddresses(sheet.extras.changes, own);
    const table = parseXml(moved);
    if (table && table.attributes['ref'] === now.attributes['ref'] && columnNames(table) === columnNames(now))
      return moved;
  }
  return written.replace(/(<table\b[^>]*?\sid=")\d+(")/, `$1${id}$2`);
}

function ownTable({ extras, workbook }: SheetModel, name: string | undefined): string | undefined {
  const { kept } = workbook;
  if (!kept || name === undefined) return undefined;
  return (extras.kept?.relationships ?? [])
    .filter((relationship) => isKind(relationship, 'table'))
    .map(({ target }) => partText(kept.parts, target) ?? '')
    .find((xml) => parseXml(xml)?.attributes['name'] === name);
}

function columnNames(table: XmlElement): string {
  return childrenOf(childOf(table, 'tableColumns'), 'tableColumn')
    .map(({ attributes }) => attributes['name'])
    .join('\n');
}
