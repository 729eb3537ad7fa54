import { exactDecimal } from '../../../src/assessment/decimal';
import { monthResult } from '../../../src/assessment/monthly';
import { oneGroup } from './oneGroup';
import { monthsOf } from '../../../src/assessment/period';
import type { PersonQuarterInput } from '../../../src/assessment/quarterly';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';

/** The months of the third quarter of 2020, in which everybody here is assessed. */
export const MONTHS = monthsOf('2020Q3');

/** Somebody whom one rater gave these totals, month by month; null where they stand on no score sheet. */
export function scored(name: string, totals: readonly (number | null)[], department = '办公室'): PersonQuarterInput {
  const months = MONTHS.map((month, i) => {
    const total = totals[i] ?? null;
    return monthResult(
      month,
      oneGroup(total === null ? [] : [exactDecimal(total)], total === null ? 0 : 1),
      DEFAULT_SETTINGS,
    );
  });
  return { key: `${department}|${name}`, department, name, months };
}
