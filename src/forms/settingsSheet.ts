import { GRADES } from '../assessment/grade';
import { INDICATORS } from '../assessment/indicator';
import { checkSettings, DEFAULT_SETTINGS, SETTING_TABLE, type Setting, type Settings } from '../assessment/settings';
import { cellAddress } from './address';
import { problem } from './codes';
import {
  emptySheetPlan,
  TABLE_MARGINS,
  type CellBlock,
  type CellContent,
  type FormatStep,
  type NamePlan,
  type SheetPlan,
  type ValidationStep,
} from './plan';
import type { Problem } from './problem';
import { SETTING_NAMES } from './scoreFormulas';
import { SheetGrid } from './sheetGrid';
import { normalizeLabel } from './text';

/** 考核设置: what the office can change, beside its allowed values and its clause; formulas refer to its cells by name. */
export const SETTINGS_SHEET = '考核设置';

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
  const cellOf = ({ name }: Setting) => cellAddress(labelRow(grid, name) ?? 0, 1);
  let read: Settings = DEFAULT_SETTINGS;
  const problems: Problem[] = [];
  for (const setting of SETTING_TABLE) {
    const row = labelRow(grid, setting.name);
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

/**
 * Plans 考核设置 with the settings in force, or the lines that a sheet of that name still lacks, and the names that
 * formulas use.
 *
 * @param names the workbook's names with what each refers to
 */
export function layoutSettings(
  grid: SheetGrid | undefined,
  names: ReadonlyMap<string, string>,
  settings: Settings,
): SettingsLayout {
  const layout = new SettingsSheet(grid, settings);
  const problems = Object.values(SETTING_NAMES).flatMap((name) => {
    const formula = names.get(name);
    const taken = formula !== undefined && !formula.includes(SETTINGS_SHEET);
    return taken ? [problem.nameTaken(SETTINGS_SHEET, name, formula)] : [];
  });
  return {
    sheets: layout.isComplete ? [] : [layout.plan()],
    names: layout.names().filter(({ name }) => !names.has(name)),
    problems,
  };
}

/** Settings whose values stand side by side under headings of their own; the others have a line of one table. */
const WIDE = ['weights', 'gradeLines'] as const;

class SettingsSheet {
  private readonly grid: SheetGrid;
  private readonly rows = new Map<keyof Settings, number>();
  private readonly blocks: CellBlock[] = [];
  private readonly formats: FormatStep[] = [];
  private readonly validations: ValidationStep[] = [];
  private next: number;

  constructor(
    present: SheetGrid | undefined,
    private readonly settings: Settings,
  ) {
    this.grid = present ?? SheetGrid.empty(SETTINGS_SHEET);
    for (const { id, name } of SETTING_TABLE) {
      const row = labelRow(this.grid, name);
      if (row !== undefined) this.rows.set(id, row);
    }
    this.next = present === undefined ? 3 : present.rowEnd + 1;
    if (present === undefined) this.addTitle();
    for (const id of WIDE) if (!this.rows.has(id)) this.addWide(id);
    this.addTable(SETTING_TABLE.filter(({ id }) => !this.rows.has(id)));
  }

  get isComplete(): boolean {
    return this.blocks.length === 0;
  }

  plan(): SheetPlan {
    const { blocks, formats, validations } = this;
    const create = !this.grid.exists;
    const page = create
      ? { orientation: 'Landscape' as const, margins: TABLE_MARGINS, printArea: null, titleRows: null }
      : null;
    return { ...emptySheetPlan(SETTINGS_SHEET, create), blocks, formats, validations, page };
  }

  names(): NamePlan[] {
    const cells = (id: keyof Settings, columns: number, above = 0) => {
      return { row: (this.rows.get(id) ?? 0) - above, column: 1, rows: 1, columns };
    };
    return [
      { name: SETTING_NAMES.weights, area: cells('weights', INDICATORS.length) },
      { name: SETTING_NAMES.lines, area: cells('gradeLines', GRADES.length) },
      { name: SETTING_NAMES.grades, area: cells('gradeLines', GRADES.length, 1) },
      { name: SETTING_NAMES.quota, area: cells('quotaPercent', 1) },
    ].map((name) => ({ ...name, sheet: SETTINGS_SHEET }));
  }

  private addTitle(): void {
    this.add('标题', 0, [
      [SETTINGS_SHEET],
      ['修改数值后请重新运行“计算得分”和“季度审定”；总分、等次和人数上限的公式直接引用本表。'],
    ]);
    this.formats.push(
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, fontSize: 14, columnWidth: 48 },
      { area: { row: 0, column: 1, rows: 1, columns: INDICATORS.length + 1 }, columnWidth: 18 },
    );
  }

  private addWide(id: (typeof WIDE)[number]): void {
    const rising = [...this.settings.gradeLines].reverse();
    const setting = SETTING_TABLE.find((each) => each.id === id);
    const [title, labels, values] =
      id === 'weights'
        ? ['指标', INDICATORS.map(({ label }) => label), this.settings.weights]
        : ['等次', rising.map(({ grade }) => grade), rising.map(({ from }) => from)];
    this.rows.set(id, this.next + 1);
    this.addLines(setting?.name ?? '', [
      [title, ...labels, '依据'],
      [setting?.name ?? '', ...values, clauseOf(setting)],
    ]);
    this.next++;
  }

  private addTable(settings: readonly Setting[]): void {
    if (settings.length === 0) return;
    settings.forEach((setting, i) => {
      const row = this.next + 1 + i;
      this.rows.set(setting.id, row);
      if (setting.choices === null) return;
      this.validations.push({
        area: { row, column: 1, rows: 1, columns: 1 },
        rule: { kind: 'list', values: setting.choices.map((choice) => String(shown(choice))) },
        title: setting.name.slice(0, 30),
        prompt: '请从下拉列表中选择。',
        error: `应为${setting.allowed}之一，请从下拉列表中选择。`,
      });
    });
    this.addLines('设置项', [
      ['设置项', '当前值', '可选值', '依据'],
      ...settings.map((setting) => {
        const value = this.settings[setting.id];
        return [setting.name, typeof value === 'object' ? null : shown(value), setting.allowed, clauseOf(setting)];
      }),
    ]);
  }

  /** Lines in a frame, the first of them headings, where the sheet is still empty. */
  private addLines(label: string, cells: readonly (readonly CellContent[])[]): void {
    const area = { row: this.next, column: 0, rows: cells.length, columns: cells[0]?.length ?? 1 };
    this.add(label, this.next, cells);
    this.formats.push(
      { area, borders: 'thin', horizontal: 'Center', vertical: 'Center' },
      { area: { ...area, rows: 1 }, bold: true },
    );
    this.next += cells.length;
  }

  private add(label: string, row: number, cells: readonly (readonly CellContent[])[]): void {
    this.blocks.push(this.grid.block(label, row, 0, cells));
  }
}

function clauseOf(setting: Setting | undefined): string {
  return setting?.clause ?? `方案未明确（规则说明${String(setting?.ambiguity ?? '')}）`;
}

function labelRow(grid: SheetGrid, name: string): number | undefined {
  for (let row = 0; row < grid.rowEnd; row++) {
    if (normalizeLabel(String(grid.value(row, 0))) === normalizeLabel(name)) return row;
  }
  return undefined;
}
