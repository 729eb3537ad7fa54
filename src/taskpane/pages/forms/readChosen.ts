import type { Settings } from '../../../assessment/settings';
import type { ReadFile } from '../../../files';
import type { Running } from '../../state/paneContext';
import type { AllTexts } from '../usePage';

/** Reads the files that somebody chose. The reader is large and loaded when it is first needed. */
export async function readChosen(
  files: readonly File[],
  { signal, report }: Running,
  texts: AllTexts,
  settings: Settings | undefined,
): Promise<readonly ReadFile[]> {
  const { readFiles } = await import(/* webpackChunkName: "files" */ '../../../files');
  const sources = files.map((file) => ({
    name: file.name,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }));
  return readFiles(sources, {
    signal,
    ...(settings === undefined ? {} : { settings }),
    onProgress: (done, _total, name) => report(texts.forms.readingFiles(done, files.length, name), done / files.length),
  });
}
