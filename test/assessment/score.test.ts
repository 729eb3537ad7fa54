import fc from 'fast-check';
import Fraction from 'fraction.js';
import { exactScore, hasMoreThanTwoDecimals, isWithinLimit, scoreLimit, scoreOfText } from '../../src/assessment/score';

test.each([
  [85, '85'],
  [85.4, '85.4'],
  [0.1 + 0.2, '0.3'],
  [84.9999999999999, '84.9999999999999'],
  [84.99999999999999, '85'],
  [1e-7, '0.0000001'],
  [1.5e21, '1500000000000000000000'],
  [-0.5, '-0.5'],
  [-0, '0'],
])('%d is exactly %s', (value, text) => {
  expect(exactScore(value).equals(new Fraction(text))).toBe(true);
});

test('every number of at most 15 digits is read back as the decimal that was typed', () => {
  const digits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  fc.assert(
    fc.property(digits, fc.integer({ min: -30, max: 30 }), (n, exponent) => {
      const power = 10n ** BigInt(Math.abs(exponent));
      const typed = exponent < 0 ? new Fraction(BigInt(n), power) : new Fraction(BigInt(n) * power, 1n);
      return exactScore(Number(`${n}e${exponent}`)).equals(typed);
    }),
  );
});

test('every double is read as the 15 digits that Excel shows of it', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
      const shown = exactScore(value);
      return Number(shown.valueOf().toPrecision(15)) === Number(value.toPrecision(15)) || Math.abs(value) < 1e-290;
    }),
  );
});

test.each([
  ['85', '85'],
  ['８５．５', '85.5'],
  [' 85 ', '85'],
  ['　85　', '85'],
  ['85分', '85'],
  ['85.25 分', '85.25'],
  ["'85", '85'],
  ['‘ 85', '85'],
  ['-5', '-5'],
  ['123456789012345.123456789012345', '123456789012345.123456789012345'],
])('“%s” is typed for %s', (text, score) => {
  expect(scoreOfText(text)?.equals(new Fraction(score))).toBe(true);
});

test.each([
  '',
  '分',
  '85。5',
  '85,5',
  '八十五',
  '优',
  '90-95',
  '8分5',
  '85分钟',
  '约85',
  '85.',
  '.5',
  '1e2',
  "8'5",
  '8 5',
])('“%s” is no score and is not guessed', (text) => {
  expect(scoreOfText(text)).toBeNull();
});

test('a number of more than 15 digits before or behind the point is none that Excel could show', () => {
  expect(['1234567890123456', '0.1234567890123456'].map(scoreOfText)).toEqual([null, null]);
});

test('what no cell can hold is refused', () => {
  expect(() => exactScore(NaN)).toThrow(new RangeError('not a finite number: NaN'));
  expect(() => exactScore(Infinity)).toThrow(RangeError);
});

test('a score is limited to 100, on 分值制 to its weight', () => {
  expect([scoreLimit('百分制', 20), scoreLimit('分值制', 20)]).toEqual([100, 20]);
  expect(['0', '100', '100.01', '-0.01'].map((value) => isWithinLimit(new Fraction(value), 100))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a score finer than hundredths is to be looked at', () => {
  expect([85, 85.4, 85.45, 85.456].map((value) => hasMoreThanTwoDecimals(exactScore(value)))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});
