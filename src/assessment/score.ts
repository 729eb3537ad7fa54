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
