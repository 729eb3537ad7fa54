import type { WorkbookModel } from './model';
import { readWorkbook } from './read';
import { refuse, type Refusal, type RefusalKind } from './refusal';
import { readSource } from './source';

export type { Refusal, RefusalKind };
export { losses, type Loss } from './losses';
export { saveWorkbook } from './write';

export type OpenResult = { readonly ok: true; readonly workbook: WorkbookModel } | Refusal;

/** Opens a workbook (.xlsx, .xlsm); a file that is none, is encrypted, or is damaged is refused, never thrown at. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenResult> {
  const source = readSource(bytes);
  if ('ok' in source) return source;
  try {
    return { ok: true, workbook: await readWorkbook(source) };
  } catch (error) {
    // hucre throws at parts that it cannot make sense of.
    return refuse('damaged', error instanceof Error ? error.message : String(error));
  }
}
