import type { CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import type { QuarterReview } from '../../assessment/quarterly';
import { readLeadership } from '../../forms/evaluation/leadership';
import type { Problem } from '../../forms/grid/problem';
import { quotaProblems } from '../../forms/review/quotaProblems';
import { readiness, type Readiness } from '../../forms/review/readiness';
import type { ReviewLine, ReviewSheet } from '../../forms/review/read';
import type { ReviewTable } from '../../forms/review/table';
import { tallyOf, type Tally } from '../../forms/review/tally';
import { noticeState, type NoticeState } from './noticeState';
import type { Sheets } from './reading';
import { reviewOf } from './reviewOf';
import { warningsOf } from './warnings';

/** How far a quarter is. */
export interface QuarterState {
  readonly review: QuarterReview;
  /** The people of the 审定表; null where there is none yet. */
  readonly decisions: readonly ReviewLine[] | null;
  /** Where they stand; null where there is no 审定表. */
  readonly table: ReviewTable | null;
  readonly readiness: Readiness;
  /** By 审定等次 where there are any, by 建议等次 before: every page and gate counts by this alone. */
  readonly tally: Tally;
  /** What the decisions leave open, of which whoever goes on is warned; none while nothing is decided. */
  readonly warnings: readonly Problem[];
  readonly notice: NoticeState;
  /** Months over the limit, with who stands at its edge; the quarter too while it is counted by 建议等次. */
  readonly quotaProblems: readonly Problem[];
}

/**
 * Judges a quarter.
 *
 * @param sheet its 审定表; null where there is none
 */
export function quarterState(
  sheets: Sheets,
  quarter: Quarter,
  sheet: ReviewSheet | null,
  today: CalendarDate,
): QuarterState {
  const { book, settings } = sheets.reading;
  const now = reviewOf(sheets, quarter);
  const { review } = now;
  const decisions = sheet?.lines ?? null;
  const leadership = readLeadership(sheets.grids.values());
  const tally = tallyOf(decisions, review, settings);
  const isDecided = tally.by === '审定等次';
  return {
    review,
    decisions,
    table: sheet?.table ?? null,
    tally,
    warnings: isDecided ? warningsOf(sheets, review, sheet) : [],
    quotaProblems: quotaProblems(review, settings, isDecided ? 'months' : 'all'),
    readiness: readiness({ book, review, calendar: sheets.calendar, decisions, leadership, today }),
    notice: noticeState(sheets, now, today),
  };
}
