import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { layoutSettings, readSettings } from '../../src/forms/settingsSheet';
import { SheetGrid } from '../../src/forms/sheetGrid';
import type { SnapshotValue } from '../../src/forms/snapshot';

/** 考核设置 as the program lays it out, with some cells changed by hand. */
function settingsSheet(changes: Readonly<Record<string, SnapshotValue>> = {}): SheetGrid {
  const [block] = layoutSettings(undefined, new Map(), DEFAULT_SETTINGS).sheets.flatMap(({ blocks }) => blocks);
  const values = (block?.cells ?? []).map((line) =>
    line.map((content): SnapshotValue => (typeof content === 'object' ? '' : content)),
  );
  const column = (label: string) => values.find(([first]) => first === label) ?? [];
  for (const [label, value] of Object.entries(changes)) column(label)[1] = value;
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
