import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { layoutSettings, readSettings, type SettingsLayout } from '../../src/forms/settingsSheet';
import { SheetGrid } from '../../src/forms/sheetGrid';
import type { SnapshotValue } from '../../src/forms/snapshot';

/** A sheet 考核设置 with these rows. */
function sheetOf(values: readonly (readonly SnapshotValue[])[]): SheetGrid {
  return SheetGrid.of({
    name: '考核设置',
    visibility: 'Visible',
    protected: false,
    area: { row: 0, column: 0, rows: values.length, columns: 9 },
    values,
    formulas: values,
    numberFormats: [],
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  });
}

/** The rows of a sheet after a layout's plan was carried out on these. */
function carriedOut({ sheets }: SettingsLayout, before: readonly (readonly SnapshotValue[])[] = []): SnapshotValue[][] {
  const rows = before.map((line) => [...line]);
  for (const { row, cells } of sheets.flatMap(({ blocks }) => blocks)) {
    cells.forEach((line, i) => {
      while (rows.length <= row + i) rows.push([]);
      rows[row + i] = line.map((content) => (typeof content === 'object' ? '' : content));
    });
  }
  return rows;
}

/** 考核设置 as the program lays it out, with some cells changed by hand. */
function settingsSheet(changes: Readonly<Record<string, SnapshotValue>> = {}): SheetGrid {
  const rows = carriedOut(layoutSettings(undefined, new Map(), DEFAULT_SETTINGS));
  for (const [label, value] of Object.entries(changes)) {
    const line = rows.find(([first]) => first === label);
    if (line !== undefined) line[1] = value;
  }
  return sheetOf(rows);
}

test('what the program lays out reads back as the same settings', () => {
  expect(readSettings(settingsSheet())).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test('a workbook without the sheet has the defaults', () => {
  expect(readSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test('changed cells change the settings', () => {
  const { settings, problems } = readSettings(
    settingsSheet({
      打分制: '分值制',
      '比较等次前保留的小数位数（四舍五入）': 2,
      '人数过少时至少1人为“好”': '是',
      '“好”等次比例上限（%）': 30,
    }),
  );
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    ...DEFAULT_SETTINGS,
    scale: '分值制',
    rounding: 2,
    atLeastOneGood: true,
    quotaPercent: 30,
  });
});

test('weights that do not make 100 are refused with their cell', () => {
  const { settings, problems } = readSettings(settingsSheet({ '指标权重（%）': 15 }));
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(problems).toMatchObject([{ severity: 'error', code: 'SETTING_CONTRADICTS', sheet: '考核设置', cell: 'B5' }]);
  expect(problems[0]?.message).toContain('权重合计95%，应为100%');
});

test('a value outside its list is refused with its cell and the values it can have', () => {
  const { problems } = readSettings(settingsSheet({ 打分制: '十分制' }));
  expect(problems).toMatchObject([{ severity: 'error', code: 'SETTING_INVALID', sheet: '考核设置' }]);
  expect(problems[0]?.message).toContain('“打分制”为“十分制”，应为自动、百分制、分值制');
});

test('a sheet that has only some of the settings keeps them and gets the others below', () => {
  const own = [['“好”等次比例上限（%）', 30]];
  const { settings } = readSettings(sheetOf(own));
  const layout = layoutSettings(sheetOf(own), new Map(), settings);
  const rows = carriedOut(layout, own);
  expect(rows[0]).toEqual(own[0]);
  expect(readSettings(sheetOf(rows))).toEqual({ settings: { ...DEFAULT_SETTINGS, quotaPercent: 30 }, problems: [] });
  for (const { name, area } of layout.names) {
    const cells = rows[area.row]?.slice(area.column, area.column + area.columns);
    expect({ name, cells }).toEqual({
      name,
      cells: {
        考核权重: [20, 10, 10, 10, 30, 10, 10],
        考核等次线: [0, 60, 75, 85],
        考核等次名称: ['较差', '一般', '较好', '好'],
        考核好等次比例: [30],
      }[name],
    });
  }
  expect(layoutSettings(sheetOf(rows), new Map(), settings).sheets).toEqual([]);
});
