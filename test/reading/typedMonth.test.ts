/** 任现职时间 that was typed as a number. */
import { layoutRegisters } from '../../src/forms/paper/layoutRegisters';
import { SheetCells } from '../../src/forms/grid/cells';
import { typedMonth } from '../../src/forms/words/typedMonth';
import { read, sheet, type Cell } from '../forms/support/sheets';

const MONTH = 'yyyy"年"m"月"';
const roster = (since: Cell) =>
  read(
    sheet('人员名册', [
      ['科室', '姓名', '职务', '任现职时间', '身份'],
      ['办公室', '张三', '科员', since, '公务员'],
    ]),
  );
const readAs = (since: Cell) => {
  const book = roster(since);
  return [book.roster?.people[0]?.since, ...book.problems.map(({ message }) => message)];
};

test('2020.3 in a cell that shows 1905年7月 is 2020年3月, with a warning', () => {
  const book = roster({ value: 2020.3, format: MONTH });
  expect(book.roster?.people[0]?.since).toBe('2020年3月');
  expect(book.problems).toEqual([
    {
      severity: 'warning',
      code: 'MONTH_TYPED_AS_NUMBER',
      sheet: '人员名册',
      cell: 'D2',
      message: '人员名册 D2：显示为1905年7月，实际填的是数字2020.3，已按2020年3月读取；请把单元格改为文本格式后重填',
    },
  ]);
});

test.each([
  [2018.03, MONTH, '1905年7月', '2018.03', '2018年3月'],
  [2018.11, 'yyyy/m/d', '1905年7月10日', '2018.11', '2018年11月'],
  [2018, MONTH, '1905年7月', '2018', '2018年'],
  [201803, MONTH, '2452年7月', '201803', '2018年3月'],
  [1998.7, 'yyyy/m', '1905年6月', '1998.7', '1998年7月'],
])('%d as %s shows %s and is %s', (value, format, seen, typed, text) => {
  expect(readAs({ value, format })).toEqual([
    text,
    `人员名册 D2：显示为${seen}，实际填的是数字${typed}，已按${text}读取；请把单元格改为文本格式后重填`,
  ]);
});

test('2020.10 is the number 2020.1: whether January or October is left to people', () => {
  expect(readAs({ value: 2020.1, format: MONTH })).toEqual([
    '2020.1',
    '人员名册 D2：显示为1905年7月，实际填的是数字2020.1，不知是1月还是10月，未判断；' + '请把单元格改为文本格式后重填',
  ]);
  expect(readAs(2020.1)).toEqual(['2020.1', '人员名册 D2“2020.1”不明确（1月或10月），请写成2020年6月7日的样子']);
});

test('what says itself stays as it is: text, dates, numbers that show their month', () => {
  expect(readAs('2020.1')).toEqual(['2020.1']);
  expect(readAs('2020.3')).toEqual(['2020.3']);
  expect(readAs(2020.3)).toEqual(['2020.3']);
  expect(readAs({ value: 2020.1, format: '0.00' })).toEqual(['2020.10']);
  expect(readAs({ value: 43160, format: MONTH })).toEqual(['2018年3月']);
  expect(readAs({ value: 43160, format: 'yyyy-m-d' })).toEqual(['2018年3月1日']);
  expect(readAs({ value: 2020.3, format: '@' })).toEqual(['2020.3']);
});

test('forms keep it as a month or a day', () => {
  const key = (value: number) =>
    typedMonth(new SheetCells(sheet('附件2', [[{ value, format: MONTH }]]), false), 0, 0)?.key ?? null;
  expect([2020.3, 2020.12, 20200306, 2020, 2020.1, 2020.13, 43160].map(key)).toEqual([
    '2020-03',
    '2020-12',
    '2020-03-06',
    '2020年',
    '2020.1',
    null,
    null,
  ]);
});

test('the program’s own roster keeps 任现职时间 as text', () => {
  const { sheets } = layoutRegisters({ only: '人员名册' }, null, new Map());
  const formats = sheets[0]?.formats.filter(({ numberFormat }) => numberFormat !== undefined);
  expect(formats?.map(({ area, numberFormat }) => [area.row, area.column, numberFormat])).toEqual([[1, 5, '@']]);
});
