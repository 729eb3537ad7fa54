import type { WorkbookModel } from './model/workbook';
import { refuse, type Refusal } from './package/refusal';
import { readSource } from './package/source';
import { readWorkbook } from './reading/read';

export type { Refusal };
export { losses, type Loss } from './writing/losses';
export { saveWorkbook } from './writing/write';

export type OpenResult = { readonly ok: true; readonly workbook: WorkbookModel } | Refusal;

/** Opens a workbook (.xlsx, .xlsm); a file that is none, is encrypted, or is damaged is refused, never thrown at. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenResult> {
  try {
    const source = readSource(bytes);
    if ('ok' in source) return source;
    return { ok: true, workbook: await readWorkbook(source) };
  } catch (error) {
    // A text beyond what the engine of JavaScript can hold, or an array beyond its arguments.
    if (error instanceof RangeError) return refuse('tooLarge', error.message);
    // hucre throws at parts that it cannot make sense of.
    return refuse('damaged', error instanceof Error ? error.message : String(error));
  }
}
