import { circumstancesOn } from '../../forms/book/registerLine';
import type { SheetGrid } from '../../forms/grid/sheetGrid';
import { isOwnSheet } from '../../forms/ownSheets';
import { reviewedQuarters } from '../../forms/review/table';
import { OWN_RESULTS, readingOf, type CommandOptions, type Sheets } from '../reading/reading';
import { readWorkbook } from '../workbook/snapshot';

/**
 * Reads the open workbook with the forms in it, which every command begins with; what stands there and nobody reads is
 * told as well. At most five syncs.
 */
export async function readSheets(context: Excel.RequestContext, options: CommandOptions = {}): Promise<Sheets> {
  // Fetched while Excel answers, so that it is no part of what the pane starts with.
  const apart = import(/* webpackChunkName: "unused" */ '../../forms/nearMisses');
  const sheets = readingOf(await readWorkbook(context, OWN_RESULTS), options);
  const { grids, read, reading } = sheets;
  const { nearMisses, subjectProblems } = await apart;
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
