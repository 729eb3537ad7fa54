import { collect } from '../../forms/collect/collect';
import type { Choices, CollectedFile, Collection } from '../../forms/collect/collection';
import { layoutCollectedRows, readCollected } from '../../forms/collect/layoutRows';
import { layoutCollectedScores, layoutCollectedSheets } from '../../forms/collect/layoutForms';
import { fillEmptyForms } from '../../forms/collect/fillEmpty';
import { Owners } from '../../forms/collect/owners';
import { submittedScores } from '../../forms/collect/scores';
import { SheetNames } from '../../forms/grid/sheetNames';
import type { Problem } from '../../forms/grid/problem';
import type { SheetPlan } from '../../forms/grid/plan';
import { previewOf, type Preview } from './preview';
import type { Sheets } from '../reading/reading';
import { readSheets } from './sheets';
import { findCollectedTable } from '../../forms/collect/sheet';
import { runReading } from '../workbook/running';

export interface CollectOptions {
  /**
   * `sheets`: every record as our printed form, 附件1 and 附件2 stacked by 科室; `rows`: as lines of 收集汇总, except
   * for 附件3, whose scores only count on a score sheet.
   */
  readonly as: 'sheets' | 'rows';
  /** For contradictions of an earlier preview: their key → the file to take. */
  readonly choices?: Choices;
}

export interface CollectPreview extends Preview {
  readonly collection: Collection;
}

/** A file that was read, or the problem that kept it from being read. */
export type ChosenFile = CollectedFile | { readonly name: string; readonly problem: Problem };

/**
 * Plans to take over the forms of other files into the open workbook, on new sheets or below the lines of 收集汇总. What
 * the workbook already holds is not taken again. The problems are those of collecting alone.
 */
export async function previewCollect(files: readonly ChosenFile[], options: CollectOptions): Promise<CollectPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { includeHidden: true });
    const { reading, read } = sheets;
    const table = findCollectedTable(sheets.grids.values());
    const readable = files.filter((file) => 'book' in file);
    const unreadable = files.flatMap((file) => ('problem' in file ? [file.problem] : []));
    const collection = collect(
      readable,
      { book: reading.book, snapshot: read.snapshot },
      readCollected(table),
      options.choices ?? new Map(),
    );
    const layout = layoutCollection(collection, options.as, table, sheets);
    const refused = layout.problems.length > 0;
    const problems = [...unreadable, ...collection.problems, ...layout.told, ...layout.problems];
    return { ...previewOf(reading, { sheets: layout.sheets, refused, problems }), collection };
  });
}

export interface CollectLayout {
  readonly sheets: readonly SheetPlan[];
  /** What stands in the way of writing anything. */
  readonly problems: readonly Problem[];
  /** What became of the empty forms. */
  readonly told: readonly Problem[];
}

/** Plans what is taken: into the empty forms that wait, else on new sheets or below the lines of 收集汇总. */
export function layoutCollection(
  collection: Collection,
  as: CollectOptions['as'],
  table: Parameters<typeof layoutCollectedRows>[1],
  { grids, reading, read }: Sheets,
): CollectLayout {
  const { book } = reading;
  const submitted = submittedScores(null, book, read.snapshot, []);
  const waiting = { book, owners: new Owners(book.roster), submitted };
  const { sheets, rest, problems: told } = fillEmptyForms(collection, waiting, grids, as === 'rows');
  if (as === 'sheets') {
    return { sheets: [...sheets, ...layoutCollectedSheets(rest, grids.keys())], problems: [], told };
  }
  const rows = layoutCollectedRows(rest, table, grids.keys());
  const scores = layoutCollectedScores(rest.scoreSheets, new SheetNames(grids.keys()));
  return { sheets: [...rows.sheets, ...sheets, ...scores], problems: rows.problems, told };
}
