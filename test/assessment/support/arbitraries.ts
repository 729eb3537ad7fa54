import fc from 'fast-check';
import Fraction from 'fraction.js';

/** Exact numbers from their decimal texts. */
export const exact = (...values: (string | number)[]): Fraction[] => values.map((value) => new Fraction(value));

/** A score of 百分制 in hundredths, 0–100. */
export const score: fc.Arbitrary<Fraction> = fc
  .integer({ min: 0, max: 10_000 })
  .map((cents) => new Fraction(cents, 100));

/** One score for each of the seven indicators. */
export const scoreRow: fc.Arbitrary<Fraction[]> = fc.array(score, { minLength: 7, maxLength: 7 });

/** A total or mean of 0–100 that may have any denominator, often next to a grade line. */
export const total: fc.Arbitrary<Fraction> = fc.oneof(
  fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 9_999 })).map(([n, d]) => new Fraction(n % (100 * d + 1), d)),
  fc
    .tuple(fc.constantFrom(60, 75, 85), fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 9 }))
    .map(([line, steps, decimals]) => new Fraction(line).add(steps, 3 * 10 ** decimals)),
);
