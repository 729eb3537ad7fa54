import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { SETTING_TABLE } from '../../../src/assessment/settingTable';
import { areaAddress } from '../../../src/forms/grid/address';
import { SETTING_CELL_NAMES } from '../../../src/forms/settings/names';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import type { SnapshotValue } from '../../../src/forms/grid/snapshot';
import { readSettings } from '../../../src/forms/settings/read';
import { layoutSettings, type SettingsLayout } from '../../../src/forms/settings/layout';

/** A sheet 考核设置 with these rows. */
function sheetOf(values: readonly (readonly SnapshotValue[])[], isProtected = false): SheetGrid {
  return SheetGrid.of({
    name: '考核设置',
    visibility: 'Visible',
    protected: isProtected,
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

/** What the cells of each name hold while every setting has its default. */
const NAMED_DEFAULTS = {
  考核权重: [20, 10, 10, 10, 30, 10, 10],
  考核等次线: [0, 60, 75, 85],
  考核等次名称: ['较差', '一般', '较好', '好'],
  考核好等次比例: [40],
  考核至少一人为好: ['否'],
  考核总人数含不确定等次: ['是'],
  考核总人数含局领导: ['否'],
  考核直接好占名额: ['是'],
  考核比例范围: ['全局'],
  考核范围合计不超全局: ['否'],
  考核计分制: ['自动'],
  考核舍入位数: ['不舍入'],
  考核评委合成方法: ['平均'],
  考核评委缺席处理: ['待确认'],
  考核季度方法: ['平均分'],
  考核直接确定范围: ['季'],
  考核警告期间: ['全年'],
  考核外单位考核标准: ['过半'],
  考核评委组: ['不分组'],
  考核加分上限: [0],
  考核扣分上限: [0],
  考核对象范围: ['全部'],
  考核公示起始: ['当日计入'],
  考核公示不确定等次: ['不列'],
  考核好较多标准: ['不少于一半'],
  考核过半基数: ['已确定等次的季度'],
  考核单位名称: ['济宁市商务局'],
  考核方案生效日期: ['2020年6月12日'],
};

test('what the program lays out reads back as the same settings', () => {
  expect(readSettings(settingsSheet())).toMatchObject({ settings: DEFAULT_SETTINGS, problems: [] });
});

test('a workbook without the sheet has the defaults', () => {
  expect(readSettings(undefined)).toMatchObject({ settings: DEFAULT_SETTINGS, problems: [] });
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
  expect(readSettings(sheetOf(rows))).toMatchObject({
    settings: { ...DEFAULT_SETTINGS, quotaPercent: 30 },
    problems: [],
  });
  const named = layout.names.map(({ name, area }) => {
    return [name, rows[area.row]?.slice(area.column, area.column + area.columns)];
  });
  expect(Object.fromEntries(named)).toEqual({ ...NAMED_DEFAULTS, 考核好等次比例: [30] });
  expect(layoutSettings(sheetOf(rows), new Map(), settings).sheets).toEqual([]);
});

test('every setting has a name for its cell, and its default, allowed values and clause beside it', () => {
  const layout = layoutSettings(undefined, new Map(), { ...DEFAULT_SETTINGS, pool: '单位', quotaPercent: 35 });
  const rows = carriedOut(layout);
  const named = layout.names.map(({ name, area }) => {
    return [name, rows[area.row]?.slice(area.column, area.column + area.columns)];
  });
  expect(Object.fromEntries(named)).toEqual({ ...NAMED_DEFAULTS, 考核比例范围: ['单位'], 考核好等次比例: [35] });
  expect(layout.names.map(({ name }) => name).sort()).toEqual(
    [...SETTING_TABLE.map(({ id }) => SETTING_CELL_NAMES[id]), '考核等次名称'].sort(),
  );
  const line = (name: string) => rows.find(([first]) => first === name);
  expect(line('“好”等次比例的计算范围')).toEqual([
    '“好”等次比例的计算范围',
    '单位',
    '全局',
    '二·考核等次',
    '全局、单位、职务类别、科室、分管领导、身份',
  ]);
  expect(line('“好”等次比例上限（%）')).toEqual(['“好”等次比例上限（%）', 35, 40, '二·考核等次', '0至100的整数']);
  expect(line('指标权重（%）')?.slice(8)).toEqual(['二（二）考核指标', '7个整数，合计100']);
  expect(rows.filter(([first]) => first === '默认值').map((cells) => cells.slice(1, 8))).toEqual([
    [20, 10, 10, 10, 30, 10, 10],
    [0, 60, 75, 85, '', ''],
  ]);
});

test('the choices of a setting are a drop-down on its cell', () => {
  const [plan] = layoutSettings(undefined, new Map(), DEFAULT_SETTINGS).sheets;
  const withList = SETTING_TABLE.filter(({ choices }) => choices !== null);
  expect(plan?.validations.map(({ rule }) => (rule.kind === 'list' ? rule.values.join('、') : ''))).toEqual(
    withList.map(({ allowed }) => allowed.replace(/（.*/, '')),
  );
});

test('the name of the authority and the day of the notice are read from their cells', () => {
  const read = (value: SnapshotValue) =>
    readSettings(settingsSheet({ 单位名称: ' 任城区商务局 ', 方案生效日期: value }));
  for (const value of ['2021年3月1日', '2021-03-01', 44256]) {
    expect(read(value)).toMatchObject({
      settings: { ...DEFAULT_SETTINGS, authority: '任城区商务局', effectiveFrom: '2021-03-01' },
      problems: [],
    });
  }
});

test.each<[string, SnapshotValue, string]>([
  ['公示起始', '第二天', '“公示起始”为“第二天”，应为当日计入、次日起；请改正后重新运行'],
  ['单位名称', '', '“单位名称”为“”，应为1至30个字；请改正后重新运行'],
  ['方案生效日期', '2021年3月', '“方案生效日期”为“2021年3月”，应为年月日齐全的日期，如2020年6月12日；请改正后重新运行'],
  ['年度“超过一半”的基数', 4, '“年度“超过一半”的基数”为“4”，应为已确定等次的季度、固定4个季度；请改正后重新运行'],
])('%s %j is refused with its cell', (label, value, message) => {
  const grid = settingsSheet({ [label]: value });
  const { settings, problems } = readSettings(grid);
  const row = Array.from({ length: grid.rowEnd }, (_, i) => i).find((i) => grid.value(i, 0) === label) ?? -1;
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(problems).toEqual([
    {
      severity: 'error',
      code: 'SETTING_INVALID',
      sheet: '考核设置',
      cell: `B${row + 1}`,
      message: `考核设置 B${row + 1}${message}`,
    },
  ]);
});

test('a name that leads to other cells than those that are read is refused', () => {
  const grid = settingsSheet();
  const { names } = layoutSettings(grid, new Map(), DEFAULT_SETTINGS);
  const formulas = new Map(
    names.map(({ name, area }) => [name, `='考核设置'!${areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`]),
  );
  expect(layoutSettings(grid, formulas, DEFAULT_SETTINGS)).toEqual({ sheets: [], names: [], problems: [] });
  formulas.set('考核计分制', '=考核设置!$B$1');
  expect(layoutSettings(grid, formulas, DEFAULT_SETTINGS).problems.map(({ code, message }) => [code, message])).toEqual(
    [['NAME_TAKEN', '考核设置：名称“考核计分制”已用于=考核设置!$B$1，公式不能使用；请在名称管理器中改名后重新运行']],
  );
});

test('grade lines need their grades in the row above, which formulas look up', () => {
  const found = (rows: SnapshotValue[][]) => readSettings(sheetOf(rows)).problems.map(({ code, cell }) => [code, cell]);
  expect(
    found([
      ['等次', '较差', '一般', '较好', '好'],
      ['等次分数线', 0, 60, 75, 85],
    ]),
  ).toEqual([]);
  expect(
    found([
      ['等次', '好', '较好', '一般', '较差'],
      ['等次分数线', 0, 60, 75, 85],
    ]),
  ).toEqual([['SETTING_CONTRADICTS', 'B2']]);
  expect(found([['等次分数线', 0, 60, 75, 85]])).toEqual([['SETTING_CONTRADICTS', 'B1']]);
});

test('a protected sheet keeps its lines; missing ones have their defaults, and those of formulas are needed', () => {
  const rows = carriedOut(layoutSettings(undefined, new Map(), DEFAULT_SETTINGS));
  const older = rows.filter(([label]) => label !== '公示起始' && label !== '单位名称');
  const { sheets, names, problems } = layoutSettings(sheetOf(older, true), new Map(), DEFAULT_SETTINGS);
  expect(sheets).toEqual([]);
  expect(names.map(({ name }) => name)).not.toContain('考核公示起始');
  expect(names).toHaveLength(SETTING_TABLE.length + 1 - 2);
  expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', '考核设置：工作表受保护，没有补上“公示起始”等2项设置，按默认值计算；如需设置请先取消保护再运行'],
  ]);
  expect(layoutSettings(sheetOf(rows, true), new Map(), DEFAULT_SETTINGS).problems).toEqual([]);
  const broken = rows.filter(([label]) => label !== '指标权重（%）');
  expect(layoutSettings(sheetOf(broken, true), new Map(), DEFAULT_SETTINGS).problems).toMatchObject([
    { severity: 'error', code: 'SETTING_CONTRADICTS' },
  ]);
});

test('a value that its list cannot hold is refused with its cell', () => {
  const long = '某'.repeat(31);
  const { problems } = readSettings(settingsSheet({ 单位名称: long }));
  expect(problems.map(({ code, cell, message }) => [code, cell, message])).toEqual([
    [
      'SETTING_CONTRADICTS',
      'B36',
      `考核设置 B36：单位名称“${long}”有31个字或分行，应为1至30个字，不分行；请改正后重新运行`,
    ],
  ]);
});
