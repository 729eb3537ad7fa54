import Fraction from 'fraction.js';
import { mean } from '../../assessment/total';

/** How values lie; all exact but the deviation, which is a root. */
export interface Spread {
  readonly count: number;
  readonly mean: Fraction;
  readonly lowest: Fraction;
  /** Of an even number the mean of the two in the middle. */
  readonly median: Fraction;
  readonly highest: Fraction;
  /** Standard deviation over all values (not of a sample), rounded half up to hundredths. */
  readonly deviation: Fraction;
}

/** How values lie; null for none. */
export function spreadOf(values: readonly Fraction[]): Spread | null {
  const ranked = [...values].sort((a, b) => a.compare(b));
  const [middle, lowest, highest] = [mean(ranked), ranked[0], ranked.at(-1)];
  const median = mean(ranked.slice(Math.ceil(ranked.length / 2) - 1, Math.floor(ranked.length / 2) + 1));
  if (middle === undefined || lowest === undefined || highest === undefined || median === undefined) return null;
  const squares = ranked.map((value) => value.sub(middle)).map((apart) => apart.mul(apart));
  const variance = mean(squares) ?? new Fraction(0);
  return { count: ranked.length, mean: middle, lowest, median, highest, deviation: rootOf(variance) };
}

/** The square root rounded half up to hundredths, without a floating-point number: the largest k/100 with (2k − 1)² ≤ 40000·value. */
function rootOf(value: Fraction): Fraction {
  return new Fraction((wholeRoot(value.mul(40_000).floor().n) + 1n) / 2n, 100n);
}

/** The largest whole number whose square is not above another (Newton, from above). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = value;
  for (let next = (value + 1n) / 2n; next < root; next = (root + value / root) / 2n) root = next;
  return root;
}
