import { Directory } from '../../../src/forms/book/directory';
import { readCircumstances } from '../../../src/forms/circumstances/register';
import type { SheetSnapshot, SnapshotValue } from '../../../src/forms/grid/snapshot';
import type { Person } from '../../../src/forms/book/model';

const HEADING = ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'];
const person = (department: string, name: string): Person => {
  return { key: `${department}|${name}`, department, name, displayName: name, position: '' };
};
const PEOPLE = [person('办公室', '王建国'), person('外资科', '王建国'), person('外贸科', '赵敏')];

/** 特殊情形登记 with these lines below its heading. */
function register(...lines: readonly (readonly SnapshotValue[])[]) {
  const values = [HEADING, ...lines.map((line) => HEADING.map((_, i) => line[i] ?? ''))];
  const sheet: SheetSnapshot = {
    name: '特殊情形登记',
    visibility: 'Visible',
    protected: false,
    area: { row: 0, column: 0, rows: values.length, columns: HEADING.length },
    values,
    formulas: values,
    numberFormats: values.map((line) =>
      line.map((cell) => (typeof cell === 'number' && cell > 40000 ? 'yyyy/m/d' : 'General')),
    ),
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
  return readCircumstances({ sheets: [sheet], date1904: false }, new Directory(PEOPLE, null));
}

test('a complete line becomes the person’s entry; dates are read as people write them', () => {
  const { entries, problems } = register(
    ['外贸科', '赵 敏', '病假', '2020.7.6', '2020年7月31日', '19.5', '', '病假条', '李局长'],
    ['外贸科', '赵敏', '直接确定为好', 44057, '', '', '', '防汛抢险', '领导小组'],
  );
  expect(problems).toEqual([]);
  expect(entries.get('外贸科|赵敏')).toEqual([
    {
      kind: '病假',
      from: '2020-07-06',
      to: '2020-07-31',
      days: 19.5,
      scope: null,
      basis: '病假条',
      approver: '李局长',
    },
    {
      kind: '直接确定为好',
      from: '2020-08-14',
      to: null,
      days: null,
      scope: '季',
      basis: '防汛抢险',
      approver: '领导小组',
    },
  ]);
});

test('a unique name needs no 科室, a namesake does', () => {
  const { entries, problems } = register(
    ['', '赵敏', '警告', '2020-03-18', '', '', '', '决定', '党组'],
    ['', '王建国', '警告', '2020-03-18', '', '', '', '决定', '党组'],
    ['外资科', '王建国', '退休', '2020-08-20', '', '', '', '批复', '党组'],
  );
  expect([...entries.keys()]).toEqual(['外贸科|赵敏', '外资科|王建国']);
  expect(problems).toMatchObject([
    { severity: 'error', code: 'CIRCUMSTANCE_NAMESAKE', sheet: '特殊情形登记', cell: 'B3' },
  ]);
});

test.each<[string, SnapshotValue[], string, string]>([
  [
    'an unknown person',
    ['办公室', '张三', '警告', '2020-03-18', '', '', '', 'a', 'b'],
    'CIRCUMSTANCE_UNKNOWN_PERSON',
    'B2',
  ],
  ['an unknown 情形', ['外贸科', '赵敏', '旷工', '2020-03-18', '', '', '', 'a', 'b'], 'CIRCUMSTANCE_INVALID', 'C2'],
  ['no beginning', ['外贸科', '赵敏', '警告', '', '', '', '', 'a', 'b'], 'CIRCUMSTANCE_INVALID', 'D2'],
  [
    'a day that does not exist',
    ['外贸科', '赵敏', '警告', '2020-06-31', '', '', '', 'a', 'b'],
    'CIRCUMSTANCE_INVALID',
    'D2',
  ],
  [
    'dates the wrong way round',
    ['外贸科', '赵敏', '病假', '2020-07-06', '2020-07-01', 3, '', 'a', 'b'],
    'CIRCUMSTANCE_INVALID',
    'E2',
  ],
])('%s is an error with its cell, and the line changes nothing', (_, line, code, cell) => {
  const { entries, problems } = register(line);
  expect(entries.size).toBe(0);
  expect(problems).toMatchObject([{ severity: 'error', code, cell }]);
});

test('a missing 依据 or 批准人 is a warning, and the line counts', () => {
  const { entries, problems } = register(['外贸科', '赵敏', '警告', '2020-03-18']);
  expect(entries.get('外贸科|赵敏')).toHaveLength(1);
  expect(problems.map(({ severity, cell }) => [severity, cell])).toEqual([
    ['warning', 'H2'],
    ['warning', 'I2'],
  ]);
});
