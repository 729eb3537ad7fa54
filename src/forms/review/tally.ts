import { decidedQuota } from '../../assessment/decidedQuota';
import { GRADES, type DecidedGrade } from '../../assessment/grade';
import type { QuotaReport } from '../../assessment/pool';
import type { QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { isElsewhere, reviewedPeople } from './decisions';
import type { ReviewLine } from './read';

/** How a quarter's people are graded: by 审定等次 as soon as anybody has one, by 建议等次 before. */
export interface Tally {
  readonly by: '审定等次' | '建议等次';
  /** People by grade, those of the notice first; null for who has none. */
  readonly grades: readonly { readonly grade: DecidedGrade | null; readonly people: number }[];
  /** 好 against the limit (R15), by the same grades. */
  readonly quota: QuotaReport;
  /** With 审定等次, and still to be decided here; both 0 where there is no 审定表. */
  readonly decided: number;
  readonly undecided: number;
}

/**
 * Counts a quarter once for all who show it.
 *
 * @param lines of the 审定表; null where there is none
 */
export function tallyOf(lines: readonly ReviewLine[] | null, review: QuarterReview, settings: Settings): Tally {
  const reviewed = reviewedPeople(review);
  const decided = lines?.filter(({ decision }) => decision !== null) ?? [];
  const undecided = lines?.filter((line) => line.decision === null && !isElsewhere(line, reviewed.get(line.key))) ?? [];
  const numbers = { decided: decided.length, undecided: undecided.length };
  if (lines === null || decided.length === 0) {
    const suggested = review.people.map(({ suggestedGrade }) => suggestedGrade);
    return { by: '建议等次', grades: countOf(suggested), quota: review.quarterQuota, ...numbers };
  }
  const grades = lines.map((line) => line.decision ?? (undecided.includes(line) ? null : '由外单位考核'));
  const decisions = new Map(decided.map(({ key, decision }) => [key, decision ?? '']));
  return { by: '审定等次', grades: countOf(grades), quota: decidedQuota(review, decisions, settings), ...numbers };
}

function countOf(grades: readonly (DecidedGrade | null)[]): Tally['grades'] {
  const counts = new Map<DecidedGrade | null, number>(GRADES.map((grade) => [grade, 0]));
  for (const grade of grades) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts].map(([grade, people]) => ({ grade, people }));
}
