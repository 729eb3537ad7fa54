import { type Settings, DEFAULT_SETTINGS } from '../../assessment/settings';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { type Setting, SETTING_TABLE, checkSettings } from '../../assessment/settingTable';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import { GRADES } from '../../assessment/grade';
import { INDICATORS } from '../../assessment/indicator';
import { raterGroupsOf } from '../../assessment/raterGroup';
import { dateOfCell } from '../words/dateText';
import { labelRow } from './sheet';

const GRADE_LINES_LABEL = SETTING_TABLE.find(({ id }) => id === 'gradeLines')?.name ?? '';
const WEIGHTS_LABEL = SETTING_TABLE.find(({ id }) => id === 'weights')?.name ?? '';

export interface ReadSettings {
  /** Those in force. */
  readonly settings: Settings;
  /** What the cells say, contradictions and all; the default where they say nothing usable. */
  readonly written: Settings;
  /** The weights stand there: those that sheets print count no more (rule 50). */
  readonly hasWeights: boolean;
  /** What stands in cells that cannot be read as their setting. */
  readonly unusable: ReadonlyMap<keyof Settings, string>;
  readonly problems: readonly Problem[];
}

/**
 * The settings of a workbook, found by their names in the first column of 考核设置; defaults where there are none.
 * A value that cannot be used is an error with its cell, and the default stands in for it.
 *
 * @param date1904 serial numbers of the workbook count from 1904
 */
export function readSettings(grid: SheetGrid | undefined, date1904 = false): ReadSettings {
  if (grid === undefined) {
    return {
      settings: DEFAULT_SETTINGS,
      written: DEFAULT_SETTINGS,
      hasWeights: false,
      unusable: new Map(),
      problems: [],
    };
  }
  const cellOf = ({ name }: Setting) => cellAddress(labelRow(grid, name) ?? 0, 1);
  let read: Settings = DEFAULT_SETTINGS;
  const problems: Problem[] = [];
  const unusable = new Map<keyof Settings, string>();
  for (const setting of SETTING_TABLE) {
    const row = labelRow(grid, setting.name);
    if (row === undefined) continue;
    const values = Array.from({ length: cellCount(setting) }, (_, i) => grid.value(row, 1 + i));
    const wanted = readOne(setting, values, read, date1904);
    if (wanted !== undefined) read = wanted;
    else {
      const text = values.join('、');
      unusable.set(setting.id, text);
      problems.push(problem.settingInvalid(grid.name, cellOf(setting), setting.name, text, setting.allowed));
    }
  }
  const lines = labelRow(grid, GRADE_LINES_LABEL);
  const unnamed =
    lines !== undefined && [...GRADES].reverse().some((grade, i) => grid.value(lines - 1, 1 + i) !== grade);
  if (unnamed) {
    const message = `“${GRADE_LINES_LABEL}”的上一行应依次写明${[...GRADES].reverse().join('、')}，公式由此得出等次`;
    problems.push(problem.settingContradicts(grid.name, cellAddress(lines, 1), message));
  }
  const contradictions = checkSettings(read);
  for (const { severity, setting: id, message } of contradictions) {
    const setting = SETTING_TABLE.find((each) => each.id === id);
    const place = setting === undefined ? 'A1' : cellOf(setting);
    problems.push(
      (severity === 'error' ? problem.settingContradicts : problem.settingUnusual)(grid.name, place, message),
    );
  }
  const usable = contradictions.every(({ severity }) => severity !== 'error');
  const hasWeights = labelRow(grid, WEIGHTS_LABEL) !== undefined;
  return { settings: usable ? read : DEFAULT_SETTINGS, written: read, hasWeights, unusable, problems };
}

/** Cells side by side that hold a setting. */
export function cellCount({ id }: Setting): number {
  return id === 'weights' ? INDICATORS.length : id === 'gradeLines' ? GRADES.length : 1;
}

/** The settings with one of them taken from its cells; undefined when the cells cannot be read as such. */
function readOne(
  setting: Setting,
  values: readonly (string | number | boolean)[],
  settings: Settings,
  date1904: boolean,
): Settings | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  const [value = ''] = values;
  switch (setting.id) {
    case 'weights':
      return numbers.length === INDICATORS.length ? { ...settings, weights: numbers } : undefined;
    case 'gradeLines': {
      const rising = [...settings.gradeLines].reverse();
      if (values.slice(0, rising.length).some((line) => typeof line !== 'number')) return undefined;
      return { ...settings, gradeLines: rising.map(({ grade }, i) => ({ grade, from: numbers[i] ?? 0 })).reverse() };
    }
    case 'quotaPercent':
    case 'largestBonus':
    case 'largestDeduction':
      return typeof value === 'number' ? { ...settings, [setting.id]: value } : undefined;
    case 'raterGroups': {
      const raterGroups = raterGroupsOf(String(value));
      return raterGroups === undefined ? undefined : { ...settings, raterGroups };
    }
    case 'subjects':
    case 'authority':
      return typeof value === 'string' && value.trim() !== '' ? { ...settings, [setting.id]: value.trim() } : undefined;
    case 'effectiveFrom': {
      const effectiveFrom = dateOfCell(value, '', date1904);
      return effectiveFrom === null ? undefined : { ...settings, effectiveFrom };
    }
    default: {
      const choice = setting.choices?.find((each) => shown(each) === value);
      return choice === undefined ? undefined : { ...settings, [setting.id]: choice };
    }
  }
}

/** A choice as the sheet shows it. */
export function shown(choice: string | number | boolean): string | number {
  return typeof choice === 'boolean' ? (choice ? '是' : '否') : choice;
}
