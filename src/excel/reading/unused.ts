import { circumstancesOn } from '../../forms/book/registerLine';
import type { SheetGrid } from '../../forms/grid/sheetGrid';
import { isOwnSheet } from '../../forms/ownSheets';
import { reviewedQuarters } from '../../forms/review/table';
import type * as unusedRoom from '../../forms/nearMisses';
import type { Sheets } from './reading';

type Unused = typeof unusedRoom;

/** What finds out what nobody reads: fetched while Excel answers, so that it is no part of what the pane starts with. */
export function loadUnused(): Promise<Unused> {
  return import(/* webpackChunkName: "unused" */ '../../forms/nearMisses');
}

/** A reading that also says what stands in the workbook and nobody reads. */
export function withUnused(sheets: Sheets, { nearMisses, subjectProblems }: Unused): Sheets {
  const { grids, read, reading } = sheets;
  const near = nearMisses(read.snapshot, reading.book, ({ name }) => isReadElsewhere(grids.get(name)));
  const left = subjectProblems(reading.book.roster, reading.settings);
  return { ...sheets, reading: { ...reading, problems: [...near, ...left, ...reading.problems] } };
}

/** What is no form, and yet a source: the program's own sheets, plans of the year, 特殊情形登记, 审定表. */
function isReadElsewhere(grid: SheetGrid | undefined): boolean {
  if (grid === undefined) return false;
  return (
    isOwnSheet(grid) ||
    grid.name.includes('计划') ||
    circumstancesOn(grid) !== null ||
    reviewedQuarters([grid]).length > 0
  );
}
