import Fraction from 'fraction.js';
import { goodLimit, quota } from '../../src/assessment/quota';
import { scoreGrade } from '../../src/assessment/grade';
import { mean, weightedTotal } from '../../src/assessment/total';

const exact = (...values: (string | number)[]) => values.map((value) => new Fraction(value));

test('a total that doubles compute as 84.99999999999999 is exactly 85 and 好', () => {
  const total = weightedTotal(exact(85, 88, 87, 88, 81, 86, 88));
  expect(total.equals(85)).toBe(true);
  expect(scoreGrade(total)).toBe('好');
});

test.each([
  ['85', '好'],
  ['84.995', '较好'],
  ['75', '较好'],
  ['74.999999', '一般'],
  ['60', '一般'],
  ['59.9', '较差'],
  ['0', '较差'],
])('a total of %s is %s', (total, grade) => {
  expect(scoreGrade(new Fraction(total))).toBe(grade);
});

test('points within the weights are added, not weighted again', () => {
  expect(weightedTotal(exact(18, 9, 9, 9, 27, 9, 9), '分值制').equals(90)).toBe(true);
});

test('two raters at 84.99 and 85.00 stay below 好', () => {
  const total = mean(exact('84.99', '85.00'));
  expect(total && scoreGrade(total)).toBe('较好');
});

test('no score has no mean', () => {
  expect(mean([])).toBeUndefined();
});

test('the limit of 好 is rounded down', () => {
  expect([1, 2, 3, 4, 5, 7, 8, 12, 13, 17].map((n) => goodLimit(n))).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 5, 6]);
});

test('the limit never breaks 5 × 好 ≤ 2 × N and is the largest that does not, for all N to 2,000', () => {
  for (let n = 0; n <= 2000; n++) {
    const limit = goodLimit(n);
    expect(5 * limit <= 2 * n && 5 * (limit + 1) > 2 * n).toBe(true);
    for (let k = 0; k <= n; k++) {
      if (quota(n, k).over > 0 !== 5 * k > 2 * n) throw new Error(`N=${n}, k=${k}`);
    }
  }
});
