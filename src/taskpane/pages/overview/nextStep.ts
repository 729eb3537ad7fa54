import { monthsOf } from '../../../assessment/period';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import type { Page } from '../../state/paneContext';

/** Where each step is done. */
export const PAGE_OF = {
  roster: 'forms',
  forms: 'forms',
  errors: 'check',
  scores: 'score',
  review: 'review',
  decide: 'review',
  reasons: 'review',
  notice: 'notice',
  renew: 'notice',
  finalise: 'notice',
  annual: 'annual',
} as const satisfies Readonly<Record<string, Page>>;
type StepName = keyof typeof PAGE_OF;

/** The first thing that is still to be done, in the order of the work. */
export function nextStep({ book, problems, quarter }: WorkbookState): StepName {
  if (quarter === null) return book.roster === null || book.roster.people.length === 0 ? 'roster' : 'forms';
  // Empty score sheets are not to be corrected but to be filled in.
  if (book.scores.every(({ row }) => row.scores.every((score) => score === null))) return 'scores';
  if (problems.some(({ severity }) => severity === 'error')) return 'errors';
  const { review, decisions, readiness, notice } = quarter;
  if (decisions === null) {
    const months = new Set(book.forms.map(({ month }) => month));
    const isWhole = monthsOf(review.quarter).every((month) => months.has(month));
    return isWhole && review.people.some(({ mean }) => mean !== null) ? 'review' : 'scores';
  }
  if (!readiness.isDecided) return 'decide';
  if (readiness.items.some(({ kind }) => kind === '缺理由')) return 'reasons';
  if (notice.final !== null) return 'annual';
  if (notice.posted === null) return 'notice';
  return notice.posted.differs ? 'renew' : 'finalise';
}
