import { GRADES } from '../assessment/grade';
import { INDICATORS } from '../assessment/indicator';
import { checkSettings, DEFAULT_SETTINGS, SETTING_TABLE, type Setting, type Settings } from '../assessment/settings';
import { cellAddress } from './address';
import { problem } from './codes';
import { emptySheetPlan, type CellContent, type NamePlan, type SheetPlan } from './plan';
import type { Problem } from './problem';
import { SETTING_NAMES } from './scoreFormulas';
import { SheetGrid } from './sheetGrid';
import { normalizeLabel } from './text';

/** 考核设置: what the office can change, beside its allowed values and its clause; formulas refer to its cells by name. */
export const SETTINGS_SHEET = '考核设置';

const WEIGHTS_ROW = 3;
const LINES_ROW = 6;
const TABLE_ROW = 9;
/** Lines of the table below the weights and the grade lines, in the order in which they are shown. */
const TABLE = SETTING_TABLE.filter(({ id }) => id !== 'weights' && id !== 'gradeLines');

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/**
 * The settings of a workbook, found by their names in the first column of 考核设置; defaults where there are none.
 * A value that cannot be used is an error with its cell, and the default stands in for it.
 */
export function readSettings(grid: SheetGrid | undefined): ReadSettings {
  if (grid === undefined) return { settings: DEFAULT_SETTINGS, problems: [] };
  const rows = new Map<string, number>();
  for (let row = 0; row < grid.rowEnd; row++) {
    const label = normalizeLabel(String(grid.value(row, 0)));
    if (label !== '' && !rows.has(label)) rows.set(label, row);
  }
  const cellOf = ({ name }: Setting) => cellAddress(rows.get(normalizeLabel(name)) ?? 0, 1);
  let read: Settings = DEFAULT_SETTINGS;
  const problems: Problem[] = [];
  for (const setting of SETTING_TABLE) {
    const row = rows.get(normalizeLabel(setting.name));
    if (row === undefined) continue;
    const values = Array.from({ length: cellCount(setting) }, (_, i) => grid.value(row, 1 + i));
    const wanted = readOne(setting, values, read);
    if (wanted !== undefined) read = wanted;
    else {
      problems.push(
        problem.settingInvalid(grid.name, cellOf(setting), setting.name, values.join('、'), setting.allowed),
      );
    }
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
  return { settings: usable ? read : DEFAULT_SETTINGS, problems };
}

function cellCount({ id }: Setting): number {
  return id === 'weights' ? INDICATORS.length : id === 'gradeLines' ? GRADES.length : 1;
}

/** The settings with one of them taken from its cells; undefined when the cells cannot be read as such. */
function readOne(
  setting: Setting,
  values: readonly (string | number | boolean)[],
  settings: Settings,
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
      return typeof value === 'number' ? { ...settings, quotaPercent: value } : undefined;
    default: {
      const choice = setting.choices?.find((each) => shown(each) === value);
      return choice === undefined ? undefined : { ...settings, [setting.id]: choice };
    }
  }
}

/** A choice as the sheet shows it. */
function shown(choice: string | number | boolean): string | number {
  return typeof choice === 'boolean' ? (choice ? '是' : '否') : choice;
}

export interface SettingsLayout {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  readonly problems: readonly Problem[];
}

/** Plans 考核设置 with the settings in force where the workbook has none yet, and the names that formulas use. */
export function layoutSettings(
  grid: SheetGrid | undefined,
  names: ReadonlyMap<string, string>,
  settings: Settings,
): SettingsLayout {
  const rising = [...settings.gradeLines].reverse();
  const area = (row: number, columns: number) => ({ row, column: 1, rows: 1, columns });
  const sheet = SETTINGS_SHEET;
  const rowOf = (id: keyof Settings, otherwise: number) => (grid && labelRow(grid, id)) ?? otherwise;
  const weightsRow = rowOf('weights', WEIGHTS_ROW + 1);
  const linesRow = rowOf('gradeLines', LINES_ROW + 1);
  const wantedNames = [
    { name: SETTING_NAMES.weights, sheet, area: area(weightsRow, INDICATORS.length) },
    { name: SETTING_NAMES.lines, sheet, area: area(linesRow, rising.length) },
    { name: SETTING_NAMES.grades, sheet, area: area(linesRow - 1, rising.length) },
    { name: SETTING_NAMES.quota, sheet, area: area(rowOf('quotaPercent', TABLE_ROW + 1), 1) },
  ].filter(({ name }) => !names.has(name));
  const problems = Object.values(SETTING_NAMES).flatMap((name) => {
    const formula = names.get(name);
    return formula === undefined || formula.includes(SETTINGS_SHEET)
      ? []
      : [problem.nameTaken(SETTINGS_SHEET, name, formula)];
  });
  if (grid !== undefined) return { sheets: [], names: wantedNames, problems };

  const clause = (setting: Setting | undefined) =>
    setting?.clause ?? `方案未明确（规则说明${String(setting?.ambiguity ?? '')}）`;
  const find = (id: keyof Settings) => SETTING_TABLE.find((setting) => setting.id === id);
  const line = (cells: readonly CellContent[]) => [...cells, ...Array<CellContent>(9 - cells.length).fill(null)];
  const cells: CellContent[][] = Array.from({ length: TABLE_ROW + 1 + TABLE.length }, () => line([]));
  cells[0] = line([SETTINGS_SHEET]);
  cells[1] = line(['修改数值后请重新运行“计算得分”和“季度审定”；总分、等次和人数上限的公式直接引用本表。']);
  cells[WEIGHTS_ROW] = line(['指标', ...INDICATORS.map(({ label }) => label), '依据']);
  cells[WEIGHTS_ROW + 1] = line([find('weights')?.name ?? '', ...settings.weights, clause(find('weights'))]);
  cells[LINES_ROW] = line(['等次', ...rising.map(({ grade }) => grade), '依据']);
  cells[LINES_ROW + 1] = line([
    find('gradeLines')?.name ?? '',
    ...rising.map(({ from }) => from),
    clause(find('gradeLines')),
  ]);
  cells[TABLE_ROW] = line(['设置项', '当前值', '可选值', '依据']);
  TABLE.forEach((setting, i) => {
    const value = settings[setting.id];
    const cell = typeof value === 'object' ? null : shown(value);
    cells[TABLE_ROW + 1 + i] = line([setting.name, cell, setting.allowed, clause(setting)]);
  });
  const table = { row: TABLE_ROW, column: 0, rows: TABLE.length + 1, columns: 4 };
  return {
    sheets: [
      {
        ...emptySheetPlan(sheet, true),
        blocks: [SheetGrid.empty(sheet).block('考核设置', 0, 0, cells)],
        formats: [
          { area: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, fontSize: 14 },
          { area: { row: WEIGHTS_ROW, column: 0, rows: 2, columns: 9 }, borders: 'thin', horizontal: 'Center' },
          { area: { row: LINES_ROW, column: 0, rows: 2, columns: 6 }, borders: 'thin', horizontal: 'Center' },
          { area: table, borders: 'thin', vertical: 'Center' },
          ...[WEIGHTS_ROW, LINES_ROW, TABLE_ROW].map((row) => ({
            area: { row, column: 0, rows: 1, columns: 9 },
            bold: true,
          })),
          { area: { row: 0, column: 0, rows: 1, columns: 1 }, columnWidth: 48 },
          { area: { row: 0, column: 1, rows: 1, columns: 8 }, columnWidth: 18 },
        ],
        validations: TABLE.flatMap((setting, i) =>
          setting.choices === null
            ? []
            : [
                {
                  area: { row: TABLE_ROW + 1 + i, column: 1, rows: 1, columns: 1 },
                  rule: { kind: 'list' as const, values: setting.choices.map((choice) => String(shown(choice))) },
                  title: setting.name.slice(0, 30),
                  prompt: '请从下拉列表中选择。',
                  error: `应为${setting.allowed}之一，请从下拉列表中选择。`,
                },
              ],
        ),
      },
    ],
    names: wantedNames,
    problems,
  };
}

function labelRow(grid: SheetGrid, id: keyof Settings): number | undefined {
  const name = normalizeLabel(SETTING_TABLE.find((setting) => setting.id === id)?.name ?? '');
  for (let row = 0; row < grid.rowEnd; row++) if (normalizeLabel(String(grid.value(row, 0))) === name) return row;
  return undefined;
}
