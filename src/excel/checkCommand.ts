import { readingOf, type CommandOptions, type Reading } from './reading';
import { readWorkbook } from './snapshot';

/** Reads and checks the workbook's score sheets. */
export async function check(options: CommandOptions = {}): Promise<Reading> {
  return Excel.run(async (context) => readingOf(await readWorkbook(context), options).reading);
}
