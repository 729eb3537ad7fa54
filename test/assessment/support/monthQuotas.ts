import type { Month } from '../../../src/assessment/period';
import type { QuotaReport } from '../../../src/assessment/pool';
import type { QuarterReview } from '../../../src/assessment/quarterly';

/** The counts of a quarter's months, each of which has a score sheet. */
export function monthQuotas({ months }: Pick<QuarterReview, 'months'>): (QuotaReport & { readonly month: Month })[] {
  return months.map(({ month, quota }) => {
    if (quota === null) throw new Error(`${month} has no score sheet`);
    return { month, ...quota };
  });
}
