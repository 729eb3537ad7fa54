import {
  type SheetPlan,
  type NamePlan,
  emptySheetPlan,
  type CellBlock,
  type FormatStep,
  type ValidationStep,
  type CellContent,
} from '../grid/plan';
import type { Problem } from '../grid/problem';
import { SheetGrid } from '../grid/sheetGrid';
import { type Settings, DEFAULT_SETTINGS } from '../../assessment/settings';
import { problem } from './problems';
import { checkSettings, SETTING_TABLE, type Setting } from '../../assessment/settingTable';
import { lineHeights } from '../grid/rowHeights';
import type { Area } from '../grid/snapshot';
import { tablePage } from '../grid/tablePage';
import { areaAddress, cellAddress } from '../grid/address';
import { SETTING_CELL_NAMES, SETTING_NAMES } from './names';
import { cellCount, shown } from './read';
import { labelRow, SETTINGS_SHEET } from './sheet';
import { GRADES } from '../../assessment/grade';
import { INDICATORS } from '../../assessment/indicator';
import { settingClause, settingText } from '../../assessment/settingsNote';

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
  const closed = grid?.protected === true && !layout.isComplete;
  const planned = layout.names(closed);
  const taken = planned.flatMap(({ name, area }) => {
    const formula = names.get(name);
    return formula === undefined || refersTo(formula, area) ? [] : [problem.nameTaken(SETTINGS_SHEET, name, formula)];
  });
  return {
    sheets: layout.isComplete || closed ? [] : [layout.plan()],
    names: planned.filter(({ name }) => !names.has(name)),
    problems: [...taken, ...(closed ? layout.missingProblems() : [])],
  };
}

export interface SettingChanges extends SettingsLayout {
  readonly refused: boolean;
}

/**
 * Plans new values of settings: their cells alone, and what 考核设置 still lacks. Refused while the settings as they would
 * then be contradict each other or the notice, each with its cell.
 *
 * @param written what the cells say now
 */
export function layoutSettingChanges(
  grid: SheetGrid | undefined,
  names: ReadonlyMap<string, string>,
  written: Settings,
  changes: Partial<Settings>,
): SettingChanges {
  const wanted = { ...written, ...changes };
  const sheet = new SettingsSheet(grid, wanted);
  const lacking = layoutSettings(grid, names, wanted);
  const contradictions = checkSettings(wanted).map(({ severity, setting, message }) =>
    (severity === 'error' ? problem.settingContradicts : problem.settingUnusual)(
      SETTINGS_SHEET,
      sheet.cellOf(setting),
      message,
    ),
  );
  const blocks = SETTING_TABLE.filter(({ id }) => id in changes).flatMap((setting) => sheet.change(setting));
  const [added] = lacking.sheets;
  const sheets =
    blocks.length === 0
      ? lacking.sheets
      : [{ ...(added ?? emptySheetPlan(SETTINGS_SHEET, false)), blocks: [...(added?.blocks ?? []), ...blocks] }];
  const closed = grid?.protected === true && blocks.length > 0 ? [problem.settingsClosed(SETTINGS_SHEET)] : [];
  const problems = [...closed, ...contradictions, ...lacking.problems];
  const refused = problems.some(({ severity }) => severity === 'error');
  return { sheets: refused ? [] : sheets, names: refused ? [] : lacking.names, problems, refused };
}

/** Whether a name leads to the very cells that are read, so that formulas and commands cannot differ. */
function refersTo(formula: string, area: Area): boolean {
  return formula.replace(/['$=]/g, '') === `${SETTINGS_SHEET}!${areaAddress(area)}`;
}

/** Settings whose cells the formulas of score and review sheets refer to. */
const USED_BY_FORMULAS: ReadonlySet<keyof Settings> = new Set(['weights', 'gradeLines', 'quotaPercent']);

/** Points. */
const LINE_HEIGHT = 22;
/** Characters: 设置项, 当前值, 默认值, 依据 and 可选值 of the single settings; the weights go on to the right of them. */
const WIDTHS = [28, 12, 12, 16, 20, 7.4, 7.4, 7.4, 7.4, 7.4] as const;

/** The widths of so many cells of a line, the last of which has all columns that are left unless it is one of the table. */
function widthsOf(columns: number): number[] {
  const rest = columns === TABLE_COLUMNS ? WIDTHS.slice(0, columns) : WIDTHS;
  const last = rest.slice(columns - 1).reduce((sum, width) => sum + width, 0);
  return [...rest.slice(0, columns - 1), last];
}

/** Settings whose values stand side by side under headings of their own; the others have a line of one table. */
const WIDE = ['weights', 'gradeLines'] as const;
/** 设置项, 当前值, 默认值, 依据, 可选值. */
const TABLE_COLUMNS = 5;

class SettingsSheet {
  private readonly grid: SheetGrid;
  private readonly rows = new Map<keyof Settings, number>();
  /** Settings without a line on the sheet that there is. */
  private readonly missing: readonly Setting[];
  private readonly blocks: CellBlock[] = [];
  private readonly merges: Area[] = [];
  private readonly formats: FormatStep[] = [];
  private readonly validations: ValidationStep[] = [];
  private next: number;

  constructor(
    private readonly present: SheetGrid | undefined,
    private readonly settings: Settings,
  ) {
    this.grid = present ?? SheetGrid.empty(SETTINGS_SHEET);
    for (const { id, name } of SETTING_TABLE) {
      const row = labelRow(this.grid, name);
      if (row !== undefined) this.rows.set(id, row);
    }
    this.missing = SETTING_TABLE.filter(({ id }) => !this.rows.has(id));
    this.next = present === undefined ? 3 : present.rowEnd + 1;
    if (present === undefined) this.addTitle();
    for (const id of WIDE) if (!this.rows.has(id)) this.addWide(id);
    this.addTable(SETTING_TABLE.filter(({ id }) => !this.rows.has(id)));
  }

  get isComplete(): boolean {
    return this.blocks.length === 0;
  }

  plan(): SheetPlan {
    const { blocks, merges, formats, validations } = this;
    const create = !this.grid.exists;
    const page = create ? { ...tablePage(0), titleRows: null } : null;
    return { ...emptySheetPlan(SETTINGS_SHEET, create), blocks, merges, formats, validations, page };
  }

  /** Where a setting has its value, or the first of them, or will have it. */
  cellOf(id: keyof Settings): string {
    return cellAddress(this.rows.get(id) ?? 0, 1);
  }

  /** The value of a setting in its cells, where they are there and hold something else. */
  change(setting: Setting): CellBlock[] {
    if (this.missing.includes(setting)) return [];
    const { id, name } = setting;
    const values =
      id === 'weights'
        ? this.settings.weights
        : id === 'gradeLines'
          ? linesOf(this.settings)
          : [valueOf(setting, this.settings)];
    const block = this.grid.block(name, this.rows.get(id) ?? 0, 1, [values]);
    return block.cells.flat().every((content) => content === null) ? [] : [block];
  }

  /** A protected sheet cannot get its missing lines: an error where formulas need them. */
  missingProblems(): Problem[] {
    const needed = this.missing.filter(({ id }) => USED_BY_FORMULAS.has(id)).map(({ name }) => `“${name}”`);
    if (needed.length === 0) {
      return [problem.settingsProtected(SETTINGS_SHEET, this.missing.length, this.missing[0]?.name ?? '')];
    }
    const message = `工作表受保护，不能补上公式需要的${needed.join('、')}，须先取消保护`;
    return [problem.settingContradicts(SETTINGS_SHEET, 'A1', message)];
  }

  /** @param onlyPresent leave out settings whose lines the plan would add */
  names(onlyPresent: boolean): NamePlan[] {
    const cells = (id: keyof Settings, columns: number, above = 0) => {
      return { row: (this.rows.get(id) ?? 0) - above, column: 1, rows: 1, columns };
    };
    return [
      ...SETTING_TABLE.filter((setting) => !(onlyPresent && this.missing.includes(setting))).map((setting) => ({
        name: SETTING_CELL_NAMES[setting.id],
        area: cells(setting.id, cellCount(setting)),
      })),
      { name: SETTING_NAMES.grades, area: cells('gradeLines', GRADES.length, 1) },
    ].map((name) => ({ ...name, sheet: SETTINGS_SHEET }));
  }

  private addTitle(): void {
    this.add('标题', 0, [
      [SETTINGS_SHEET],
      [
        '修改“当前值”后，请在窗格的“审定”页点“计算得分”和“预览审定表”；权重、分数线和比例改动后，总分、等次和人数上限的公式随即更新。',
      ],
    ]);
    this.formats.push(
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, fontSize: 14, rowHeight: 28 },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, rowHeight: LINE_HEIGHT },
      ...WIDTHS.map((columnWidth, column) => ({ area: { row: 0, column, rows: 1, columns: 1 }, columnWidth })),
    );
  }

  private addWide(id: (typeof WIDE)[number]): void {
    const setting = SETTING_TABLE.find((each) => each.id === id);
    const [title, labels, values, defaults] =
      id === 'weights'
        ? ['指标', INDICATORS.map(({ label }) => label), this.settings.weights, DEFAULT_SETTINGS.weights]
        : ['等次', [...GRADES].reverse(), linesOf(this.settings), linesOf(DEFAULT_SETTINGS)];
    this.rows.set(id, this.next + 1);
    this.addLines(setting?.name ?? '', [
      [title, ...labels, '依据', '可选值'],
      [setting?.name ?? '', ...values, setting === undefined ? '' : settingClause(setting), setting?.allowed ?? ''],
      ['默认值', ...defaults, '', ''],
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
      ['设置项', '当前值', '默认值', '依据', '可选值'],
      ...settings.map((setting) => [
        setting.name,
        valueOf(setting, this.settings),
        valueOf(setting, DEFAULT_SETTINGS),
        settingClause(setting),
        setting.allowed,
      ]),
    ]);
  }

  /** Lines in a frame, the first of them headings and the last column 可选值, where the sheet is still empty. */
  private addLines(label: string, cells: readonly (readonly CellContent[])[]): void {
    const area = { row: this.next, column: 0, rows: cells.length, columns: cells[0]?.length ?? 1 };
    // 可选值 has the room that is left beside the grades.
    const isWidened = this.present === undefined && area.columns > TABLE_COLUMNS && area.columns < WIDTHS.length;
    const framed = isWidened ? { ...area, columns: WIDTHS.length } : area;
    this.add(label, this.next, cells);
    this.formats.push(
      { area: framed, borders: 'thin', horizontal: 'Center', vertical: 'Center', wrap: true },
      // On a sheet that was there columns may have any width: its rows grow with their texts.
      ...(this.present === undefined ? lineHeights(area.row, cells, widthsOf(area.columns), LINE_HEIGHT) : []),
      { area: { ...area, column: area.columns - 1, columns: 1 }, horizontal: 'Left' },
      { area: { ...area, rows: 1 }, bold: true },
    );
    if (isWidened) {
      const column = area.columns - 1;
      this.merges.push(
        ...cells.map((_, i) => ({ row: area.row + i, column, rows: 1, columns: WIDTHS.length - column })),
      );
    }
    this.next += cells.length;
  }

  private add(label: string, row: number, cells: readonly (readonly CellContent[])[]): void {
    this.blocks.push(this.grid.block(label, row, 0, cells));
  }
}

/** Lowest totals, rising, as LOOKUP wants them. */
function linesOf({ gradeLines }: Settings): number[] {
  return gradeLines.map(({ from }) => from).reverse();
}

/** What a cell of a single setting holds: a number as such, everything else as it is read again. */
function valueOf(setting: Setting, settings: Settings): string | number {
  const value = settings[setting.id];
  return typeof value === 'number' ? value : settingText(setting, settings);
}
