import type { Settings } from '../../assessment/settings';
import { SETTINGS_SHEET } from '../../forms/settings/sheet';
import type { Preview } from './preview';
import { fitPlan } from '../workbook/fit';
import { readSheets } from './sheets';
import { layoutSettingChanges } from '../../forms/settings/layout';
import { runReading } from '../workbook/running';

/** Plans new values in 考核设置, which is made where there is none; refused with the cell where they contradict. */
export async function previewSettings(changes: Partial<Settings>): Promise<Preview> {
  return runReading(async (context) => {
    const { read, grids, office, reading } = await readSheets(context);
    const layout = layoutSettingChanges(grids.get(SETTINGS_SHEET), read.names, office.written, changes);
    const { sheets, names, problems } = layout;
    const plan = await fitPlan(context, { sheets, names, problems, basis: reading.basis });
    return { ...reading, plan, refused: layout.refused, problems };
  });
}
