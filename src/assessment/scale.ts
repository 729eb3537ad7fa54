import type Fraction from 'fraction.js';
import type { Scale } from './total';

/**
 * The scale of one month's scores (ambiguity 6): 分值制 when every score is within its indicator's weight and at
 * least one is not 0, else 百分制. 分值制 found in this way is to be confirmed by a person.
 *
 * @param rows people × indicators, null for a score that is missing or unreadable
 * @param weights whole percent, one per indicator
 */
export function detectScale(rows: readonly (readonly (Fraction | null)[])[], weights: readonly number[]): Scale {
  const given = rows.flatMap((row) => row.map((score, i) => ({ score, weight: weights[i] ?? 0 })));
  const within = given.every(({ score, weight }) => score === null || score.compare(weight) <= 0);
  const nonZero = given.some(({ score }) => score !== null && !score.equals(0));
  return within && nonZero ? '分值制' : '百分制';
}

/** How a row of a 百分制 month looks: `mixed` is an error (it was scored in points), `low` a warning. */
type RowScaleFit = 'fits' | 'low' | 'mixed';

/** From so many non-zero scores within their weights, a row of seven looks scored in points. */
const MIXED_FROM = 4;

/**
 * Whether a row of a 百分制 month looks as if it was scored on 分值制 (ambiguity 6「mixed rows ⇒ error」).
 * Zeros say nothing about the scale and are not counted.
 *
 * @param scores one per indicator, null for a score that is missing or unreadable
 */
export function rowScaleFit(scores: readonly (Fraction | null)[], weights: readonly number[]): RowScaleFit {
  const inPoints = scores.filter(
    (score, i) => score !== null && !score.equals(0) && score.compare(weights[i] ?? 0) <= 0,
  ).length;
  if (inPoints >= MIXED_FROM) return 'mixed';
  return inPoints > 0 ? 'low' : 'fits';
}
