import { decidedQuota } from '../../assessment/decidedQuota';
import { GRADES, type DecidedGrade } from '../../assessment/grade';
import type { QuotaReport } from '../../assessment/pool';
import type { QuarterReview } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { isUndecided, reviewedPeople, suggestedGrade } from './decisions';
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
  const { by, people, decided, undecided } = gradesInForce(lines, review);
  const grades = countOf(people.map(({ grade }) => grade));
  if (by === '建议等次') return { by, grades, quota: review.quarterQuota, decided, undecided };
  const decisions = new Map((lines ?? []).flatMap(({ key, decision }) => (decision === null ? [] : [[key, decision]])));
  return { by, grades, quota: decidedQuota(review, decisions, settings), decided, undecided };
}

/** Everybody's grade as the quarter is counted. */
export interface GradesInForce extends Pick<Tally, 'by' | 'decided' | 'undecided'> {
  /** grade null for who has none: not decided yet, or nothing to suggest. */
  readonly people: readonly {
    readonly key: string;
    readonly department: string;
    readonly grade: DecidedGrade | null;
  }[];
}

/**
 * The grades that count: 审定等次 as soon as anybody has one, in the order of the 审定表, 建议等次 before.
 *
 * @param lines of the 审定表; null where there is none
 */
export function gradesInForce(lines: readonly ReviewLine[] | null, review: QuarterReview): GradesInForce {
  const reviewed = reviewedPeople(review);
  const isOpen = (line: ReviewLine): boolean => isUndecided(line, reviewed.get(line.key));
  const decided = lines?.filter(({ decision }) => decision !== null).length ?? 0;
  const undecided = lines?.filter(isOpen).length ?? 0;
  if (lines === null || decided === 0) {
    const people = review.people.map(({ key, department, suggestedGrade }) => ({
      ...{ key, department },
      grade: suggestedGrade,
    }));
    return { by: '建议等次', people, decided, undecided };
  }
  const people = lines.map((line) => ({
    key: line.key,
    department: reviewed.get(line.key)?.department ?? line.department,
    grade: line.decision ?? (isOpen(line) ? null : suggestedGrade(line, reviewed.get(line.key))),
  }));
  return { by: '审定等次', people, decided, undecided };
}

function countOf(grades: readonly (DecidedGrade | null)[]): Tally['grades'] {
  const counts = new Map<DecidedGrade | null, number>(GRADES.map((grade) => [grade, 0]));
  for (const grade of grades) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts].map(([grade, people]) => ({ grade, people }));
}
