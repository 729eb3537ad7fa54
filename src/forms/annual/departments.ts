import type Fraction from 'fraction.js';
import { GRADES, STATUSES, type DecidedGrade } from '../../assessment/grade';
import type { QuarterReview } from '../../assessment/quarterly';
import { mean } from '../../assessment/total';
import { groupedBy } from '../grid/groupedBy';
import { normalizeName } from '../words/text';
import { reviewedPeople } from '../review/decisions';
import type { ReviewLine } from '../review/read';
import { gradesInForce, type Tally } from '../review/tally';

/** What somebody may have, in the order in which it is drawn: grades, what stands in their place, nothing yet. */
const IN_ORDER = [...GRADES, ...STATUSES, null] as const;

/** How many people have a grade; null for none. */
export interface GradeCount {
  readonly grade: DecidedGrade | null;
  readonly people: number;
}

/** A 科室 of a quarter. */
export interface DepartmentGrades {
  /** As the book has it; '' for people of whom none is known. */
  readonly department: string;
  readonly people: number;
  /** Those that somebody has, in one order for all 科室. */
  readonly grades: readonly GradeCount[];
  /** Of the people's means, exact; null where nobody has one. */
  readonly mean: Fraction | null;
}

/**
 * A quarter's grades by 科室, in the order of the people, counted as the quarter is: every count adds up to that of the tally.
 *
 * @param lines of the 审定表; null where there is none
 */
export function departmentGrades(
  lines: readonly ReviewLine[] | null,
  review: QuarterReview,
): { readonly by: Tally['by']; readonly departments: readonly DepartmentGrades[] } {
  const { by, people } = gradesInForce(lines, review);
  const reviewed = reviewedPeople(review);
  const written = new Map((lines ?? []).map((line) => [line.key, line.mean]));
  const departments = groupedBy(people, ({ department }) => normalizeName(department));
  return {
    by,
    departments: [...departments].map(([department, members]) => ({
      department,
      people: members.length,
      grades: countGrades(members.map(({ grade }) => grade)),
      mean: mean(members.flatMap(({ key }) => reviewed.get(key)?.mean ?? written.get(key) ?? [])) ?? null,
    })),
  };
}

/** People by grade, in the order in which grades are shown; only what somebody has. */
export function countGrades(grades: readonly (DecidedGrade | null)[]): GradeCount[] {
  return IN_ORDER.map((grade) => ({ grade, people: grades.filter((each) => each === grade).length })).filter(
    ({ people }) => people > 0,
  );
}
