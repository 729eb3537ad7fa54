import fc from 'fast-check';
import Fraction from 'fraction.js';
import { gradeOf, monthResult, monthTotal } from '../../src/assessment/monthly';
import { oneGroup } from './support/oneGroup';
import { DEFAULT_SETTINGS, type Settings } from '../../src/assessment/settings';
import { exact, score } from './support/arbitraries';

const settings = (given: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, ...given });
const trimmed = settings({ raterMethod: '去掉最高最低后平均' });
const sixRaters = exact('87.5', '83.9', '85.8', '92.5', '72.5', '85.0');

test('six raters have a mean of 84.5333… 较好', () => {
  const total = monthTotal(sixRaters, settings());
  expect(total?.equals(new Fraction(5072, 60))).toBe(true);
  expect(total && gradeOf(total, settings())).toBe('较好');
});

test('without the highest and the lowest of six raters it is 85.55 好', () => {
  const total = monthTotal(sixRaters, trimmed);
  expect(total?.equals('85.55')).toBe(true);
  expect(total && gradeOf(total, trimmed)).toBe('好');
});

test('five raters or fewer are never trimmed', () => {
  const five = sixRaters.slice(0, 5);
  expect(monthTotal(five, trimmed)?.equals(monthTotal(five, settings()) ?? NaN)).toBe(true);
});

test('one highest and one lowest are left out, not everyone who ties with them', () => {
  expect(monthTotal(exact(90, 90, 90, 60, 60, 60), trimmed)?.equals(75)).toBe(true);
});

test('the trimmed mean lies between the lowest and the highest rater', () => {
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 12 }), (totals) => {
      const ranked = [...totals].sort((a, b) => a.compare(b));
      const total = monthTotal(totals, trimmed);
      return (
        total !== null && total.compare(ranked[0] ?? NaN) >= 0 && total.compare(ranked[ranked.length - 1] ?? NaN) <= 0
      );
    }),
  );
});

test('no rater gives no total, never 0', () => {
  expect(monthTotal([], settings())).toBeNull();
  expect(monthResult('2020-07', oneGroup([], 0), settings())).toEqual({
    month: '2020-07',
    total: null,
    scoreGrade: null,
    raters: 0,
  });
});

test('a missing rater leaves the month without a total until the office confirms those present', () => {
  const given = [...exact('84', '86', '88', '90')];
  expect(monthResult('2020-07', oneGroup(given, 5), settings())).toEqual({
    month: '2020-07',
    total: null,
    scoreGrade: null,
    raters: 4,
  });
  const confirmed = monthResult('2020-07', oneGroup(given, 5), settings({ absentRaters: '按已打分评委平均' }));
  expect(confirmed).toMatchObject({ scoreGrade: '好', raters: 4 });
  expect(confirmed.total?.equals(87)).toBe(true);
});

test('a row with an error counts as a sheet the person stands on, but not as 0', () => {
  expect(monthResult('2020-07', oneGroup([null], 1), settings())).toMatchObject({
    total: null,
    scoreGrade: null,
    raters: 1,
  });
  const confirmed = monthResult(
    '2020-07',
    oneGroup([null, new Fraction(86)], 2),
    settings({ absentRaters: '按已打分评委平均' }),
  );
  expect(confirmed.total?.equals(86)).toBe(true);
});

test('the month’s grade follows the office’s lines and rounding', () => {
  const total = new Fraction('84.995');
  expect(gradeOf(total, settings({ rounding: 2 }))).toBe('好');
  const gradeLines = [{ grade: '好' as const, from: 84 }, ...DEFAULT_SETTINGS.gradeLines.slice(1)];
  expect(gradeOf(total, settings({ gradeLines }))).toBe('好');
});
