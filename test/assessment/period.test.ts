import { monthsOf, monthTitle, parseMonth, parseQuarter, quarterOf, quarterTitle } from '../../src/assessment/period';

test('a quarter is read from its usual spelling and nothing else', () => {
  expect(['2020Q3', ' 2020q3 '].map(parseQuarter)).toEqual(['2020Q3', '2020Q3']);
  expect(['2020Q9', '2020Q0', '20Q3', '2020-07', '2020Q33', '12020Q3', ''].map(parseQuarter)).toEqual(
    Array(7).fill(undefined),
  );
});

test('a month is read from its usual spelling and nothing else', () => {
  expect(['2020-07', ' 2020-07 '].map(parseMonth)).toEqual(['2020-07', '2020-07']);
  expect(['2020-13', '2020-00', '2020-7', '2020Q3', '2020-07-01', '12020-07'].map(parseMonth)).toEqual(
    Array(6).fill(undefined),
  );
});

test('each month belongs to the quarter that lists it, across a century', () => {
  for (let year = 2000; year <= 2100; year++) {
    for (let ordinal = 1; ordinal <= 4; ordinal++) {
      const quarter = `${year}Q${ordinal}`;
      expect(monthsOf(quarter).map(quarterOf)).toEqual([quarter, quarter, quarter]);
    }
  }
  expect(monthsOf('2020Q4')).toEqual(['2020-10', '2020-11', '2020-12']);
  expect(monthsOf('2021Q1')).toEqual(['2021-01', '2021-02', '2021-03']);
});

test('periods are printed without leading zeros', () => {
  expect([quarterTitle('2020Q3'), monthTitle('2020-07'), monthTitle('2020-12')]).toEqual([
    '2020年第三季度',
    '2020年7月',
    '2020年12月',
  ]);
});

test('a malformed period is a bug', () => {
  expect(() => monthsOf('2020Q9')).toThrow(new RangeError('not a period: 2020Q9'));
  expect(() => quarterOf('2020Q3')).toThrow(RangeError);
});
