import { findCorrections, type Correction } from '../../forms/check/corrections';
import { layoutCorrections } from '../../forms/check/layoutCorrections';
import type { Preview } from './preview';
import type { CommandOptions } from '../reading/reading';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

/** Lists what can safely be put right in the workbook's forms; nothing is written. */
export async function listCorrections(options: CommandOptions = {}): Promise<readonly Correction[]> {
  return runReading(async (context) => {
    const { reading, read } = await readSheets(context, options);
    return findCorrections(read.snapshot, reading.book);
  });
}

/**
 * Plans the chosen corrections, and nothing else; refused when none of them can be made.
 *
 * @param ids of {@link listCorrections}
 */
export async function previewCorrections(ids: readonly string[], options: CommandOptions = {}): Promise<Preview> {
  return runReading(async (context) => {
    const { reading, read, grids } = await readSheets(context, options);
    const corrections = findCorrections(read.snapshot, reading.book);
    const formats = await readFormats(
      context,
      corrections.filter(({ id, format }) => format !== null && ids.includes(id)),
    );
    const plan = layoutCorrections(ids, corrections, grids, ({ id }) => formats.get(id) ?? 'General');
    const refused = ids.length > 0 && plan.sheets.length === 0;
    return {
      ...reading,
      problems: [...reading.problems, ...plan.problems],
      refused,
      plan: { ...plan, basis: reading.basis },
    };
  });
}

/** The number formats of the cells to be corrected, by the id of the correction. One sync. */
async function readFormats(
  context: Excel.RequestContext,
  corrections: readonly Correction[],
): Promise<ReadonlyMap<string, string>> {
  const found = corrections.map(({ id, sheet, cell }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
    range.load('numberFormat');
    return { id, range };
  });
  if (found.length > 0) await context.sync();
  return new Map(found.map(({ id, range }) => [id, String(range.numberFormat[0]?.[0] ?? 'General')]));
}
