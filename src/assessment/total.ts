import Fraction from 'fraction.js';

/** 百分制: each indicator 0–100, then weighted. 分值制: points within the indicator's weight (ambiguity 6). */
export const SCALES = ['百分制', '分值制'] as const;
export type Scale = (typeof SCALES)[number];

/**
 * The exact weighted total, points of 100: Σ(score × weight)/100, or Σ score on 分值制 (R05–R11).
 *
 * @param scores one exact score per indicator, in the order of INDICATORS
 * @param weights whole percent, same length and order
 */
export function weightedTotal(scores: readonly Fraction[], scale: Scale, weights: readonly number[]): Fraction {
  if (scores.length !== weights.length) {
    throw new RangeError(`${scores.length} scores for ${weights.length} weights`);
  }
  if (scale === '分值制') return sum(scores);
  return sum(scores.map((score, i) => score.mul(weights[i] ?? 0))).div(100);
}

/** The exact arithmetic mean; undefined for no values (never 0). */
export function mean(values: readonly Fraction[]): Fraction | undefined {
  return values.length === 0 ? undefined : sum(values).div(values.length);
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), new Fraction(0));
}
