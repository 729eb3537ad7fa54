import type { Circumstance } from '../../src/assessment/circumstances';
import { entry, results, reviewWith } from './support/registered';

describe('a 处分 with its first and last day: any overlap makes a month 不确定, the quarter is judged at its end', () => {
  test.each([
    ['2019-07-01', '2020-06-30', '好 好 好 | 好'],
    ['2019-07-02', '2020-07-01', '不确定 好 好 | 好'],
    ['2019-08-01', '2020-07-31', '不确定 好 好 | 好'],
    ['2019-08-02', '2020-08-01', '不确定 不确定 好 | 好'],
    ['2019-09-30', '2020-09-29', '不确定 不确定 不确定 | 好'],
    ['2019-10-01', '2020-09-30', '不确定 不确定 不确定 | 不确定'],
    ['2020-07-31', '2021-07-30', '不确定 不确定 不确定 | 不确定'],
    ['2020-08-31', '2021-08-30', '好 不确定 不确定 | 不确定'],
    ['2020-09-30', '2021-09-29', '好 好 不确定 | 不确定'],
    ['2020-09-30', null, '好 好 不确定 | 不确定'],
    ['2020-10-01', '2021-09-30', '好 好 好 | 好'],
  ])('记过 from %s to %s: %s', (from, to, expected) => {
    expect(results([entry('记过', from, to)])).toBe(expected);
  });
});

test.each([
  ['2020-06-30', '2020-06-30', '好 好 好 | 好'],
  ['2020-06-30', '2020-07-01', '— 好 好 | 好'],
  ['2020-07-31', '2020-08-01', '— — 好 | 好'],
  ['2020-09-30', '2021-03-29', '好 好 — | —'],
  ['2020-10-01', null, '好 好 好 | 好'],
])('其他处分 from %s to %s leaves what it touches to the group: %s', (from, to, expected) => {
  expect(results([entry('其他处分', from, to)])).toBe(expected);
});

test.each([
  ['2020-06-30', null, '由外单位考核 由外单位考核 由外单位考核 | 由外单位考核'],
  ['2020-06-30', '2020-08-31', '由外单位考核 由外单位考核 好 | 由外单位考核'],
  // Most months in service decide the quarter, most working days a month (rules 42 and 43).
  ['2020-08-31', '2020-09-30', '好 好 由外单位考核 | 好'],
  // 11 and 10 of August's 21 working days.
  ['2020-08-17', '2020-09-30', '好 由外单位考核 由外单位考核 | 由外单位考核'],
  ['2020-08-18', '2020-09-30', '好 好 由外单位考核 | 好'],
  ['2020-10-01', null, '好 好 好 | 好'],
])('挂职 from %s to %s: %s', (from, to, expected) => {
  expect(results([entry('挂职', from, to)])).toBe(expected);
});

describe('a direct grade applies where it was earned', () => {
  test.each([
    ['2020-06-30', '月', '好 好 好 | 好'],
    ['2020-07-01', '月', '较差 好 好 | 好'],
    ['2020-07-31', '月', '较差 好 好 | 好'],
    ['2020-09-30', '月', '好 好 较差 | 好'],
    ['2020-06-30', '季', '好 好 好 | 好'],
    ['2020-07-01', '季', '较差 好 好 | 较差'],
    ['2020-09-30', '季', '好 好 较差 | 较差'],
    ['2020-10-01', '季', '好 好 好 | 好'],
  ] as const)('直接确定为较差 of %s for the %s: %s', (day, scope, expected) => {
    expect(results([entry('直接确定为较差', day, null, { scope })])).toBe(expected);
  });
});

describe('警告 keeps from 好', () => {
  test.each([
    ['2019-12-31', '好 好 好 | 好'],
    ['2020-01-01', '较好 较好 较好 | 较好'],
    ['2020-12-31', '较好 较好 较好 | 较好'],
    ['2021-01-01', '好 好 好 | 好'],
  ])('all year where it was given on %s: %s', (day, expected) => {
    expect(results([entry('警告', day)])).toBe(expected);
  });

  test.each([
    ['2019-12-31', '好 好 好 | 好'],
    ['2020-07-31', '较好 较好 较好 | 较好'],
    ['2020-08-01', '好 较好 较好 | 较好'],
    ['2020-09-30', '好 好 较好 | 较好'],
    ['2020-10-01', '好 好 好 | 好'],
  ])('from its month on, where the office says so and it was given on %s: %s', (day, expected) => {
    expect(results([entry('警告', day)], { warningScope: '自处分之月起' })).toBe(expected);
  });
});

test.each([
  ['2019-12-31', '好 好 好 | 好'],
  ['2020-07-31', '不参加考核 不参加考核 不参加考核 | 不参加考核'],
  ['2020-08-01', '好 不参加考核 不参加考核 | 不参加考核'],
  ['2020-09-30', '好 好 不参加考核 | 不参加考核'],
  ['2020-10-01', '好 好 好 | 好'],
])('who refuses from %s takes no part from that month to the end of the year: %s', (day, expected) => {
  expect(results([entry('拒不参加', day)])).toBe(expected);
});

describe('a 立案调查', () => {
  const OPEN = '不确定 不确定 不确定 | 不确定';
  const caseWith = (...entries: readonly Circumstance[]) => results([entry('立案调查', '2020-07-01'), ...entries]);

  test('leaves the grade open while it lasts', () => {
    expect(caseWith()).toBe(OPEN);
  });

  test('is made up for once it is closed without 处分, from its first day on; what was closed before is another case', () => {
    expect(caseWith(entry('结案不予处分', '2020-07-01'))).toBe('好 好 好 | 好');
    expect(caseWith(entry('结案不予处分', '2021-03-01'))).toBe('好 好 好 | 好');
    expect(caseWith(entry('结案不予处分', '2020-06-30'))).toBe(OPEN);
  });

  test('that ends with 警告 is made up for as 较好; while it is open a 警告 closes nothing', () => {
    const closed = entry('立案调查', '2020-07-01', '2020-07-01');
    expect(results([closed, entry('警告', '2020-07-01')])).toBe('较好 较好 较好 | 较好');
    expect(caseWith(entry('警告', '2020-08-03'))).toBe(OPEN);
    // A 警告 of before the case is its own matter: the case stays as it is, in July.
    expect(results([closed, entry('警告', '2020-06-30')])).toBe('不确定 较好 较好 | 较好');
  });

  test('closed without 处分 is made up for in full, whatever else a later 警告 is for', () => {
    const lasted = entry('立案调查', '2020-07-01', '2020-08-31');
    expect(results([lasted, entry('结案不予处分', '2020-08-31'), entry('警告', '2021-02-01')])).toBe('好 好 好 | 好');
  });
});

describe('leave of more than half of the quarter’s 67 working days', () => {
  const leave = (from: string, to: string | null, days: number | null = null) => entry('事假', from, to, { days });

  test('makes the quarter 不确定 and no single month', () => {
    expect(results([leave('2020-07-01', '2020-08-17')])).toBe('好 好 好 | 不确定');
    expect(results([leave('2020-07-01', '2020-08-14')])).toBe('好 好 好 | 好');
  });

  test('is counted by the days that are registered, else by the working days from its first to its last day', () => {
    expect(results([leave('2020-07-01', '2020-09-30', 33.5)])).toBe('好 好 好 | 好');
    expect(results([leave('2020-07-01', '2020-09-30', 34)])).toBe('好 好 好 | 不确定');
    expect(results([leave('2020-07-01', '2020-09-30')])).toBe('好 好 好 | 不确定');
    expect(results([leave('2020-07-01', null)])).toBe('好 好 好 | 好');
  });

  test('counts what lies in the quarter, to its first and its last day', () => {
    // 33 working days from 2 July to 17 August; one more on either end of the quarter makes it 34.
    const most = leave('2020-07-02', '2020-08-17');
    expect(results([most, leave('2020-06-29', '2020-06-30')])).toBe('好 好 好 | 好');
    expect(results([most, leave('2020-06-29', '2020-07-01')])).toBe('好 好 好 | 不确定');
    expect(results([most, leave('2020-09-30', '2020-10-12')])).toBe('好 好 好 | 不确定');
    expect(results([most, leave('2020-10-01', '2020-10-12')])).toBe('好 好 好 | 好');
    expect(results([leave('2020-06-01', '2020-10-30', 34)])).toBe('好 好 好 | 不确定');
    expect(results([leave('2020-06-01', '2020-10-30', 33)])).toBe('好 好 好 | 好');
  });

  test('counts more days than lie between its first and its last only where both are in the quarter', () => {
    // 33 working days from 1 July to 14 August, and as many from 18 August to 30 September.
    expect(results([leave('2020-07-01', '2020-08-14', 34)])).toBe('好 好 好 | 不确定');
    expect(results([leave('2020-08-18', '2020-09-30', 34)])).toBe('好 好 好 | 不确定');
    expect(results([leave('2020-06-30', '2020-08-14', 40)])).toBe('好 好 好 | 好');
    expect(results([leave('2020-08-18', '2020-10-09', 40)])).toBe('好 好 好 | 好');
  });

  test('is 病假 and 事假 and nothing else', () => {
    const away = entry('抽调', '2020-07-01', '2020-09-30', { days: 67 });
    expect(results([leave('2020-07-01', '2020-08-14'), away])).toBe('好 好 好 | 好');
    expect(results([leave('2020-07-01', '2020-07-31'), entry('病假', '2020-08-03', '2020-08-17')])).toBe(
      '好 好 好 | 不确定',
    );
  });

  test('is explained by the leave that lies in the quarter alone', () => {
    const { ruling } = reviewWith([
      entry('病假', '2020-06-01', '2020-06-12', { basis: '上季度' }),
      entry('病假', '2020-07-01', '2020-08-31', { basis: '住院' }),
    ]);
    expect(ruling.grounds).toEqual([
      '季考评周期内病事假累计超过考核天数一半，参加考核、不确定等次（五·5）；依据：住院',
    ]);
  });
});

test('days in two leaves without 天数 count once', () => {
  const leave = (from: string, to: string) => entry('病假', from, to);
  // 31 working days of the quarter's 67 in both together, and 34.
  expect(results([leave('2020-07-01', '2020-07-31'), leave('2020-07-20', '2020-08-12')])).toMatch(/\| 好$/);
  expect(results([leave('2020-07-01', '2020-07-31'), leave('2020-08-03', '2020-08-17')])).toMatch(/\| 不确定$/);
});
