import type { QuarterReview } from '../../assessment/quarterly';
import { monthLabels } from './columns';
import type { ReviewPlace } from './place';
import { WHOLE_QUARTER } from './seats';
import type { ScoreReference } from './sources';

/** A period whose grades are counted below the people: a month, the quarter's suggestions, its decisions. */
export interface ReviewPeriod {
  readonly label: string;
  /** The column of its counts, and those of its totals and grades. */
  readonly column: number;
  readonly totals: readonly number[];
  readonly grades: number;
  /** Of decisions the column of suggestions, which say who needs none; null of all else. */
  readonly suggestions: number | null;
  /** What names it in 名额口径. */
  readonly seats: string;
}

/** The periods of a 审定表; a month without score sheets has no counts. */
export function reviewPeriods(
  { column, months }: ReviewPlace,
  review: QuarterReview,
  sources: readonly ScoreReference[],
): ReviewPeriod[] {
  const labels = monthLabels(review.quarter);
  const ofMonths = months.flatMap((total, i): ReviewPeriod[] => {
    const [label = '', month] = [labels[i], review.months[i]?.month];
    if (!sources.some((source) => source.month === month)) return [];
    return [{ label, column: total, totals: [total], grades: total + 1, suggestions: null, seats: label }];
  });
  // A month without score sheets shows nothing, which is not 未测评.
  const suggestions = column('suggestion');
  const quarter = { totals: ofMonths.flatMap(({ totals }) => totals), seats: WHOLE_QUARTER };
  return [
    ...ofMonths,
    { ...quarter, label: '本季度（建议）', column: column('mean'), grades: suggestions, suggestions: null },
    { ...quarter, label: '本季度（审定）', column: column('decision'), grades: column('decision'), suggestions },
  ];
}
