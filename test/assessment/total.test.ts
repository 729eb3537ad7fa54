import fc from 'fast-check';
import Fraction from 'fraction.js';
import { DEFAULT_WEIGHTS } from '../../src/assessment/indicator';
import { mean, weightedTotal } from '../../src/assessment/total';
import { exact, scoreRow } from './support/arbitraries';
import { gradeByTheNotice, totalByTheNotice } from './support/byTheNotice';

test('a total that doubles compute as 84.99999999999999 is exactly 85 and 好', () => {
  const total = totalByTheNotice(exact(85, 88, 87, 88, 81, 86, 88));
  expect(total.equals(85)).toBe(true);
  expect(gradeByTheNotice(total)).toBe('好');
});

test('points within the weights are added, not weighted again', () => {
  expect(weightedTotal(exact(18, 9, 9, 9, 27, 9, 9), '分值制', DEFAULT_WEIGHTS).equals(90)).toBe(true);
});

test('the same ratio of points on either scale gives the same total', () => {
  expect(totalByTheNotice(exact(90, 90, 90, 90, 90, 90, 90)).equals(90)).toBe(true);
});

test('a score too few is refused instead of counting as 0', () => {
  expect(() => totalByTheNotice(exact(85, 88, 87, 88, 81, 86))).toThrow('6 scores for 7 weights');
});

test('no score has no mean', () => {
  expect(mean([])).toBeUndefined();
});

test('the order of the columns does not change a total', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
  fc.assert(
    fc.property(scoreRow, order, (scores, columns) => {
      const moved = columns.map((i) => scores[i] ?? new Fraction(NaN));
      const weights = columns.map((i) => DEFAULT_WEIGHTS[i] ?? NaN);
      return weightedTotal(moved, '百分制', weights).equals(totalByTheNotice(scores));
    }),
  );
});

test('the mean of the raters’ totals is exactly the total of their mean scores', () => {
  fc.assert(
    fc.property(fc.array(scoreRow, { minLength: 1, maxLength: 9 }), (sheets) => {
      const meanScores = DEFAULT_WEIGHTS.map((_weight, i) => mean(sheets.flatMap((scores) => scores[i] ?? [])));
      const ofMeans = totalByTheNotice(meanScores.flatMap((score) => score ?? []));
      return mean(sheets.map((scores) => totalByTheNotice(scores)))?.equals(ofMeans) === true;
    }),
  );
});
