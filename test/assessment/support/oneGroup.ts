import type Fraction from 'fraction.js';
import type { GroupTotals } from '../../../src/assessment/raterGroup';

/** Raters who all count alike, as one group. */
export function oneGroup(totals: readonly (Fraction | null)[], expected: number): readonly GroupTotals[] {
  return [{ weight: 100, totals, expected }];
}
