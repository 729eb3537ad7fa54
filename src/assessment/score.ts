import Fraction from 'fraction.js';
import { exactDecimal, hasAtMostDecimals } from './decimal';
import type { Scale } from './total';

/** A score that stands in a cell, as Excel shows it: 15 significant digits, exactly. */
export function exactScore(value: number): Fraction {
  return exactDecimal(value);
}

/**
 * A score as people type it: digits of any width, with or without 分 (８５, 85分, ' 85 ', '85). Null for anything else,
 * which is never guessed: 85。5, 85,5, 八十五, 优, 90-95.
 */
export function scoreOfText(text: string): Fraction | null {
  const digits = text
    .normalize('NFKC')
    .trim()
    .replace(/^['’‘`]\s*/, '')
    .replace(/\s*分$/, '');
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(digits) ? new Fraction(digits) : null;
}

/**
 * The highest score an indicator can have: 100 on 百分制 (R13「按照100分制」), its weight on 分值制 (ambiguity 6).
 *
 * @param weight the indicator's weight, whole percent
 */
export function scoreLimit(scale: Scale, weight: number): number {
  return scale === '百分制' ? 100 : weight;
}

/** Whether 0 ≤ score ≤ limit. A score outside is an error; its row gets no total. */
export function isWithinLimit(score: Fraction, limit: number): boolean {
  return score.compare(0) >= 0 && score.compare(limit) <= 0;
}

/** Whether a score is finer than hundredths: usable, but to be looked at. */
export function hasMoreThanTwoDecimals(score: Fraction): boolean {
  return !hasAtMostDecimals(score, 2);
}

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
