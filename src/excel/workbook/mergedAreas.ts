import type { Area } from '../../forms/grid/snapshot';
import { parseAreas } from './address';
import { IncompleteAnswer } from './questions';

/** Excel gives back no more merged areas of one range than this; for a range with more it refuses the question (R1). */
const MOST_MERGES = 512;
/** Columns asked about together, so that even a single row of them cannot hold too many. */
const MOST_COLUMNS = 200;
/** Characters of an address that surely come back whole; whether Excel cuts longer ones in silence is not documented (R4). */
const LONGEST_ADDRESS = 8192;
/** What an area takes of it besides its sheet's name. */
const LONGEST_AREA = ',$ABC$1048576:$ABC$1048576'.length;

/**
 * Queues the question for the merged areas that begin in a range, in bands none of which can hold too many: forty empty
 * 附件2 on one sheet have 680. What is returned gives them after the next sync.
 *
 * @param name of the sheet
 */
export function askMergedAreas(sheet: Excel.Worksheet, name: string, area: Area): () => Area[] {
  const named = name.replaceAll("'", "''").length + "''!".length;
  const most = Math.min(MOST_MERGES, Math.floor(LONGEST_ADDRESS / (named + LONGEST_AREA)));
  const found = bandsOf(area, most).map(({ row, column, rows, columns }) => {
    const merged = sheet.getRangeByIndexes(row, column, rows, columns).getMergedAreasOrNullObject();
    merged.load('address,cellCount');
    return merged;
  });
  return () => found.flatMap((merged) => (merged.isNullObject ? [] : areasOf(merged)));
}

/** @throws where the address has not all the cells: merged areas are then not known, rather than too few of them (R3, R4) */
function areasOf({ address, cellCount }: Excel.RangeAreas): Area[] {
  const areas = parseAreas(address);
  const told = areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (told < cellCount) throw new IncompleteAnswer();
  return areas;
}

/** Excel tells a merged area where it begins, so that bands beside each other neither miss nor repeat one. */
function bandsOf(area: Area, mostMerges: number): Area[] {
  const bands: Area[] = [];
  // A merged area has two cells at least; of those that leave the band below or on the right, one may lie outside.
  const widest = Math.min(MOST_COLUMNS, mostMerges);
  for (let column = 0; column < area.columns; column += widest) {
    const columns = Math.min(widest, area.columns - column);
    const most = Math.max(1, Math.floor((2 * mostMerges - columns) / (columns + 1)));
    for (let row = 0; row < area.rows; row += most) {
      const rows = Math.min(most, area.rows - row);
      bands.push({ row: area.row + row, column: area.column + column, rows, columns });
    }
  }
  return bands;
}
