/** Workbooks as files: taken from the person, given back under a new name. */
import { calculateForSaving } from '../host/workbook/model/cachedValues';
import type { WorkbookModel } from '../host/workbook/model/workbook';
import { saveWorkbook } from '../host/workbook/xlsx';

/** The name for a saved copy, never that of the file it came from: `2020Q3.xlsx` → `2020Q3-平时考核.xlsx`. */
export function nameOfCopy(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot) : '.xlsx';
  const copy = /^(.*-平时考核)(\d*)$/.exec(stem);
  return copy ? `${copy[1] ?? ''}${Number(copy[2] || 1) + 1}${extension}` : `${stem}-平时考核${extension}`;
}

/** Lets the browser save the workbook in its folder for downloads. */
export async function download(workbook: WorkbookModel, name: string): Promise<void> {
  await calculateForSaving(workbook);
  const bytes = new Uint8Array(await saveWorkbook(workbook));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has taken the content when the click is done with, some time after it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Calls `open` with the files that somebody drops on the page; not on the pane, which takes files of its own. */
export function acceptDrops(hint: HTMLElement, open: (files: readonly File[]) => void): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hint.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hint.hidden = true;
    open([...(event.dataTransfer?.files ?? [])]);
  });
}
