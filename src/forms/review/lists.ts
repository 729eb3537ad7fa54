import { columnName } from '../grid/address';
import type { CellBlock } from '../grid/plan';
import { LISTS, type ListColumn, type ListId } from './columns';
import { allRows, peopleRange, personColumn, type ReviewDraft } from './draft';
import { listedFormula } from './formulas';
import { keyOnSheet } from './place';

/** The columns of a list that the sheet has; empty when it is not used now. */
export function listBlocks(draft: ReviewDraft, id: ListId): CellBlock[] {
  const { place, grid, lists } = draft;
  const { isUsed, entryOf, unknown } = lists[id];
  const { keys, entries, shown } = LISTS[id];
  const at = (label: ListColumn) => place.lists.get(label);
  const heading = (label: ListColumn, column: number) =>
    grid.block(`${shown}标题`, place.headerRow, column, [[isUsed ? label : '']]);
  const listed = (label: ListColumn, contentOf: (key: string) => string): CellBlock[] => {
    const column = at(label);
    if (column === undefined) return [];
    const cells = allRows(draft).map((row) => [row === undefined || entryOf(row.key) === '' ? '' : contentOf(row.key)]);
    return [heading(label, column), grid.block(label, place.firstRow, column, cells)];
  };
  const column = at(shown);
  const [ofKeys, ofEntries] = [peopleRange(draft, at(keys) ?? 0), peopleRange(draft, at(entries) ?? 0)];
  const formula = listedFormula(`$${columnName(place.key)}{r}`, ofKeys, ofEntries, unknown);
  return [
    ...listed(keys, keyOnSheet),
    ...listed(entries, entryOf),
    ...(column === undefined
      ? []
      : [heading(shown, column), personColumn(draft, shown, column, () => (isUsed ? { formula } : ''))]),
  ];
}
