import { lastDayOfMonths, PENALTY_MONTHS } from '../../src/assessment/penaltyPeriod';

test('each 处分 lasts as many months as 公务员法 says', () => {
  expect([...PENALTY_MONTHS]).toEqual([
    ['警告', 6],
    ['记过', 12],
    ['记大过', 18],
    ['降级', 24],
    ['撤职', 24],
  ]);
});

test.each([
  ['2020-06-15', 12, '2021-06-14'],
  ['2020-07-01', 6, '2020-12-31'],
  ['2020-11-01', 18, '2022-04-30'],
  ['2020-02-29', 12, '2021-02-28'],
  ['2020-02-29', 24, '2022-02-28'],
  ['2020-08-31', 6, '2021-02-28'],
  ['2019-08-31', 6, '2020-02-29'],
  ['2020-12-31', 24, '2022-12-30'],
])('from %s so many months, %i, last until %s', (from, months, last) => {
  expect(lastDayOfMonths(from, months)).toBe(last);
});
