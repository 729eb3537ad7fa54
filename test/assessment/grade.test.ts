import fc from 'fast-check';
import Fraction from 'fraction.js';
import { roundHalfUp } from '../../src/assessment/decimal';
import { DEFAULT_GRADE_LINES, GRADES, scoreGrade, STATUSES, type Rounding } from '../../src/assessment/grade';
import { mean } from '../../src/assessment/total';
import { exact, score, scoreRow, total } from './support/arbitraries';
import { gradeByTheNotice, totalByTheNotice } from './support/byTheNotice';

test.each([
  ['100', '好'],
  ['85', '好'],
  ['84.995', '较好'],
  ['84.99999999999999', '较好'],
  ['75', '较好'],
  ['74.999999', '一般'],
  ['60', '一般'],
  ['59.9', '较差'],
  ['0', '较差'],
])('a total of %s is %s', (value, grade) => {
  expect(gradeByTheNotice(new Fraction(value))).toBe(grade);
});

test('two raters at 84.99 and 85.00 stay below 好, and reach it when totals are first rounded to 2 decimals', () => {
  const between = mean(exact('84.99', '85.00')) ?? new Fraction(0);
  expect(between.equals('84.995')).toBe(true);
  expect(gradeByTheNotice(between)).toBe('较好');
  expect(scoreGrade(between, DEFAULT_GRADE_LINES, 2)).toBe('好');
});

test.each<[string, Rounding, string]>([
  ['84.4999', 0, '较好'],
  ['84.5', 0, '好'],
  ['84.9499', 1, '较好'],
  ['84.95', 1, '好'],
  ['84.9949', 2, '较好'],
  ['84.999999', '不舍入', '较好'],
])('%s with rounding %s is %s', (value, rounding, grade) => {
  expect(scoreGrade(new Fraction(value), DEFAULT_GRADE_LINES, rounding)).toBe(grade);
});

test('a line that is no whole number is compared as the decimal it shows', () => {
  // fraction.js by itself would take 59.99999999 for 60.
  const lines = [
    { grade: '好', from: 84.95 },
    { grade: '一般', from: 59.99999999 },
    { grade: '较差', from: 0 },
  ] as const;
  const grades = ['84.95', '84.9499999999', '59.99999999', '59.999999989'].map((value) =>
    scoreGrade(new Fraction(value), lines, '不舍入'),
  );
  expect(grades).toEqual(['好', '一般', '一般', '较差']);
});

test('a total below every line is a bug, not a grade', () => {
  expect(() => gradeByTheNotice(new Fraction(-1))).toThrow(new RangeError('total -1 is below every grade line'));
});

test('the four grades are a closed list, and no status is among them', () => {
  expect(GRADES).toEqual(['好', '较好', '一般', '较差']);
  expect(new Set<string>([...GRADES, ...STATUSES]).size).toBe(7);
});

test('rounding never moves a total by more than half a unit', () => {
  fc.assert(
    fc.property(total, fc.constantFrom(0, 1, 2), (value, places) => {
      const moved = roundHalfUp(value, places).sub(value).abs();
      return moved.compare(new Fraction(1, 2 * 10 ** places)) <= 0;
    }),
  );
});

test('raising one score never lowers the grade, whatever the rounding', () => {
  const rounding = fc.constantFrom<Rounding>('不舍入', 0, 1, 2);
  fc.assert(
    fc.property(scoreRow, fc.nat(6), score, rounding, (scores, column, other, decimals) => {
      const [low, high] = [scores[column] ?? other, other].sort((a, b) => a.compare(b));
      const rank = (at: Fraction | undefined) =>
        GRADES.indexOf(
          scoreGrade(
            totalByTheNotice(scores.map((given, i) => (i === column ? (at ?? other) : given))),
            DEFAULT_GRADE_LINES,
            decimals,
          ),
        );
      return rank(high) <= rank(low);
    }),
  );
});
