import { OWN_RESULTS, readingOf, type CommandOptions, type Sheets } from '../reading/reading';
import { readWorkbook } from '../workbook/snapshot';

/** Reads the open workbook with the forms in it, which every command begins with. At most five syncs. */
export async function readSheets(context: Excel.RequestContext, options: CommandOptions = {}): Promise<Sheets> {
  return readingOf(await readWorkbook(context, OWN_RESULTS), options);
}
