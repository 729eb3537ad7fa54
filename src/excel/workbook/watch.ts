import { runReading } from './running';

/**
 * Calls `onChange` after every edit of a cell and every sheet that comes or goes, by whomever. Events may be missing or
 * doubled; nobody may rely on them alone.
 *
 * @returns what ends the watch
 */
export async function watchWorkbook(onChange: () => void): Promise<() => Promise<void>> {
  const heard = (): Promise<void> => {
    onChange();
    return Promise.resolve();
  };
  return runReading(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onChanged.add(heard), worksheets.onAdded.add(heard), worksheets.onDeleted.add(heard)];
    await context.sync();
    return () =>
      Excel.run(context, async (same) => {
        for (const handler of handlers) handler.remove();
        await same.sync();
      });
  });
}
