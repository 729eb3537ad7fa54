import fc from 'fast-check';
import Fraction from 'fraction.js';
import { roundHalfUp } from '../../src/assessment/decimal';
import { displayTotal, jsonNumber } from '../../src/assessment/display';
import { total } from './support/arbitraries';
import { gradeByTheNotice } from './support/byTheNotice';

test.each([
  ['85', '85'],
  ['92.8', '92.8'],
  ['92.366', '92.37'],
  ['89.735', '89.74'],
  ['84.995', '84.995'],
  ['84.99999996', '84.99999996'],
  ['74.996', '74.996'],
  ['59.9951', '59.995'],
  ['85.004', '85'],
  ['100', '100'],
  ['0', '0'],
])('a total of %s is shown as %s', (value, text) => {
  expect(displayTotal(new Fraction(value))).toBe(text);
});

test('a mean that repeats is cut where it no longer hides the side of the line', () => {
  expect(displayTotal(new Fraction(254999, 3000))).toBe('84.9997');
  expect(displayTotal(new Fraction(2771, 30))).toBe('92.37');
});

test('office lines are kept in view like the notice’s', () => {
  expect(displayTotal(new Fraction('79.999'), [{ grade: '好', from: 80 }])).toBe('79.999');
  expect(displayTotal(new Fraction('79.999'))).toBe('80');
});

test('what is shown has the same grade as the total, and 2 decimals wherever they suffice', () => {
  fc.assert(
    fc.property(total, (value) => {
      const shown = new Fraction(displayTotal(value));
      const twoDecimals = roundHalfUp(value, 2);
      const suffices = gradeByTheNotice(twoDecimals) === gradeByTheNotice(value);
      return gradeByTheNotice(shown) === gradeByTheNotice(value) && (!suffices || shown.equals(twoDecimals));
    }),
  );
});

test.each([
  ['92.8', 92.8],
  ['84.995', 84.995],
  ['0.00000000005', 1e-10],
  ['0.00000000004', 0],
])('%s is the JSON number %d', (value, number) => {
  expect(jsonNumber(new Fraction(value))).toBe(number);
});

test('a repeating mean has ten decimals in JSON', () => {
  expect(jsonNumber(new Fraction(2771, 30))).toBe(92.3666666667);
});
