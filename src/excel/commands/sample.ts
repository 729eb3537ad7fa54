import { layoutSample } from '../../forms/paper/layoutSample';
import type { WorkbookSnapshot } from '../../forms/grid/snapshot';
import { previewOf, type Preview } from './preview';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

/** Plans the sheets of the sample as new sheets of this workbook, for a newcomer to try everything on; again, those that are missing. */
export async function previewSample(sample: WorkbookSnapshot): Promise<Preview> {
  return runReading(async (context) => {
    const { reading, grids } = await readSheets(context);
    return previewOf(reading, { ...layoutSample(sample, grids), refused: false });
  });
}
