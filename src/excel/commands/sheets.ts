import { OWN_RESULTS } from '../reading/ownResults';
import { readingOf, type CommandOptions, type Sheets } from '../reading/reading';
import { loadUnused, withUnused } from '../reading/unused';
import { breathe } from '../workbook/running';
import { readWorkbook } from '../workbook/snapshot';

/**
 * Reads the open workbook with the forms in it, which every command begins with; what stands there and nobody reads is
 * told as well. At most five syncs.
 */
export async function readSheets(context: Excel.RequestContext, options: CommandOptions = {}): Promise<Sheets> {
  const unused = loadUnused();
  const read = await readWorkbook(context, OWN_RESULTS);
  await breathe();
  const sheets = withUnused(readingOf(read, options), await unused);
  await breathe();
  return sheets;
}
