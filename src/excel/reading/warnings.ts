import type { QuarterReview } from '../../assessment/quarterly';
import { readLeadership } from '../../forms/evaluation/leadership';
import type { Problem } from '../../forms/grid/problem';
import { gateProblems } from '../../forms/review/gate';
import type { ReviewSheet } from '../../forms/review/read';
import type { Sheets } from './reading';

/** What the decisions of a 审定表 leave open (R15, R22, R34), as each command tells it that goes on from them; none without. */
export function warningsOf(
  { grids, reading }: Pick<Sheets, 'grids' | 'reading'>,
  review: QuarterReview,
  found: ReviewSheet | null,
): Problem[] {
  if (found === null) return [];
  return gateProblems({ found, review, settings: reading.settings, leadership: readLeadership(grids.values()) });
}
