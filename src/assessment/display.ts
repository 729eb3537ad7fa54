import type Fraction from 'fraction.js';
import { roundHalfUp } from './decimal';
import { DEFAULT_GRADE_LINES, reaches, type GradeLine } from './grade';

/**
 * A total or mean as people read it: at most 2 decimals, and as many more as it takes not to show it on the wrong side
 * of a grade line (ambiguity 7「show more decimals near thresholds」): 84.995 stays 84.995, never 85.
 */
export function displayTotal(total: Fraction, lines: readonly GradeLine[] = DEFAULT_GRADE_LINES): string {
  let places = 2;
  while (crossesLine(total, roundHalfUp(total, places), lines)) places++;
  return decimalText(total, places);
}

/** A total or mean for JSON: 10 decimals, half up, e.g. 92.3666666667. */
export function jsonNumber(value: Fraction): number {
  return Number(decimalText(value, 10));
}

/** Half up to two decimals, both always shown, so that numbers in a column compare: 1.5 is 1.50; −1.255 is −1.26. */
export function twoDecimals(value: Fraction): string {
  const hundredths = roundHalfUp(value.abs(), 2).mul(100).n;
  const digits = String(hundredths).padStart(3, '0');
  return `${value.s < 0n && hundredths > 0n ? '−' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The exact value rounded half up, without trailing zeros. */
function decimalText(value: Fraction, places: number): string {
  // Enough digits asked for: a rounded value terminates, and fraction.js would bracket a repeating one.
  return roundHalfUp(value, places).toString(places);
}

function crossesLine(total: Fraction, shown: Fraction, lines: readonly GradeLine[]): boolean {
  return lines.some(({ from }) => reaches(total, from) !== reaches(shown, from));
}
