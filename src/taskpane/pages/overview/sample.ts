import type { Excel } from '../../state/excel';
import type { Proposed } from '../../state/paneContext';

const SAMPLE = '2020Q3.xlsx';

/** A quarter of 19 people, as it lies beside the pane. The reader of files is large and loaded when it is needed. */
export async function loadSample(excel: Excel): Promise<Proposed> {
  const { readFiles } = await import(/* webpackChunkName: "files" */ '../../../files');
  const [file] = await readFiles([
    {
      name: SAMPLE,
      bytes: async () => {
        const answer = await fetch(`samples/${SAMPLE}`);
        return new Uint8Array(await answer.arrayBuffer());
      },
    },
  ]);
  if (file !== undefined && 'snapshot' in file) return excel.previewSample(file.snapshot);
  const problems = file === undefined ? [] : [file.problem];
  return { plan: { sheets: [], names: [], problems }, refused: true, problems };
}
