import { SETTING_TABLE } from '../../assessment/settingTable';
import type { SheetGrid } from '../grid/sheetGrid';
import { normalizeLabel } from '../words/text';

/** 考核设置: what the office can change, beside its allowed values and its clause; formulas refer to its cells by name. */
export const SETTINGS_SHEET = '考核设置';

/** Whether a sheet is 考核设置 with any of its lines: its rows of indicators and numbers are no score sheet. */
export function isSettingsSheet(grid: SheetGrid): boolean {
  return grid.name === SETTINGS_SHEET && SETTING_TABLE.some(({ name }) => labelRow(grid, name) !== undefined);
}

/** The line of a setting, by its name in the first column. */
export function labelRow(grid: SheetGrid, name: string): number | undefined {
  for (let row = 0; row < grid.rowEnd; row++) {
    if (normalizeLabel(String(grid.value(row, 0))) === normalizeLabel(name)) return row;
  }
  return undefined;
}
