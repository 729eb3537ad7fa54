import fc from 'fast-check';
import { DEFAULT_WEIGHTS } from '../../src/assessment/indicator';
import { detectScale, rowScaleFit } from '../../src/assessment/score';
import { exact, score } from './support/arbitraries';

const points = exact(18, 9, 9, 9, 27, 9, 9);
const percent = exact(90, 88, 92, 85, 87, 90, 91);
const zeros = exact(0, 0, 0, 0, 0, 0, 0);

test('scores that all lie within their weights are 分值制', () => {
  expect(detectScale([points, zeros, exact(20, 10, 10, 10, 30, 10, 10)], DEFAULT_WEIGHTS)).toBe('分值制');
});

test('a single score above its weight makes the month 百分制', () => {
  expect(detectScale([points, exact(18, 9, 9, 9, 27, 9, '10.01')], DEFAULT_WEIGHTS)).toBe('百分制');
});

test('zeros, blanks and empty months say nothing of 分值制', () => {
  expect(detectScale([zeros], DEFAULT_WEIGHTS)).toBe('百分制');
  expect(detectScale([[null, null, null, null, null, null, null]], DEFAULT_WEIGHTS)).toBe('百分制');
  expect(detectScale([], DEFAULT_WEIGHTS)).toBe('百分制');
});

test('a blank beside points does not change the scale', () => {
  expect(detectScale([[...points.slice(0, 6), null]], DEFAULT_WEIGHTS)).toBe('分值制');
});

test.each([
  [percent, 'fits'],
  [points, 'mixed'],
  [exact(18, 9, 9, 9, 87, 90, 91), 'mixed'],
  [exact(20, 10, 10, 10, 87, 90, 91), 'mixed'],
  [[null, ...exact(9, 9, 85, 87, 90, 91)], 'low'],
  [exact(18, 9, 9, 85, 87, 90, 91), 'low'],
  [exact(18, 88, 92, 85, 87, 90, 91), 'low'],
  [exact(18, 9, 9, 0, 87, 90, 91), 'low'],
  [zeros, 'fits'],
])('in a 百分制 month the row %s is %s', (row, fit) => {
  expect(rowScaleFit(row, DEFAULT_WEIGHTS)).toBe(fit);
});

test('the order of the rows does not change the scale', () => {
  const cell = fc.option(fc.oneof(score, fc.constantFrom(...points)));
  const rows = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 6 });
  const shuffled = rows.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(
      shuffled,
      ([given, moved]) => detectScale(given, DEFAULT_WEIGHTS) === detectScale(moved, DEFAULT_WEIGHTS),
    ),
  );
});
