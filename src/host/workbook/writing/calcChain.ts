/** The order in which Excel calculated last: kept as long as it names just the cells that have formulas. */
import type { WorkbookModel } from '../model/workbook';
import { partText } from '../package/parts';
import type { KeptPackage } from '../package/source';
import { childrenOf, parseXml } from '../package/xml';
import { columnName, parseCellKey } from '../values/address';

/** Whether the chain names a cell without a formula, which makes Excel offer a repair, or lacks one. */
export function isChainStale({ sheets }: WorkbookModel, kept: KeptPackage, path: string): boolean {
  const formulas = new Set<string>();
  for (const { cells, extras } of sheets)
    for (const [key, { formula }] of cells) {
      if (formula === undefined) continue;
      if (!extras.kept) return true;
      const { row, column } = parseCellKey(key);
      formulas.add(`${extras.kept.sheetId}!${columnName(column)}${row + 1}`);
    }
  const named = new Set<string>();
  let sheet = '';
  for (const { attributes } of childrenOf(parseXml(partText(kept.parts, path) ?? ''), 'c')) {
    sheet = attributes['i'] ?? sheet;
    named.add(`${sheet}!${attributes['r'] ?? ''}`);
  }
  return named.size !== formulas.size || [...named].some((cell) => !formulas.has(cell));
}
