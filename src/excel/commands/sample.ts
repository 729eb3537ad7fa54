import { layoutSample } from '../../forms/paper/layoutSample';
import type { WorkbookSnapshot } from '../../forms/grid/snapshot';
import type { Preview } from './review';
import { readingOf } from '../reading/reading';
import { readWorkbook } from '../workbook/snapshot';

/** Plans the sheets of the sample as new sheets of this workbook, for a newcomer to try everything on. */
export async function previewSample(sample: WorkbookSnapshot): Promise<Preview> {
  return Excel.run(async (context) => {
    const { reading, grids } = readingOf(await readWorkbook(context), {});
    const sheets = layoutSample(sample, grids.keys());
    return { ...reading, refused: false, problems: [], plan: { sheets, names: [], problems: [] } };
  });
}
