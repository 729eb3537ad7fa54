import { GRADES, type Grade } from './grade';
import { quotaReport, type Participant, type QuotaReport } from './pool';
import { isCountedHere, isDirectGood, isScoredHere, type PersonReview, type QuarterReview } from './quarterly';
import type { Settings } from './settings';

/** What would come of other grades than the suggested ones. Nothing is written, and nobody is moved. */
export interface WhatIf {
  /** How many people have each grade, as suggested and after the changes. */
  readonly counts: readonly { readonly grade: Grade; readonly before: number; readonly after: number }[];
  /** The limit of 好, of pools together (rule 51), as suggested and after the changes. */
  readonly before: QuotaReport;
  readonly after: QuotaReport;
  /** Whose grade the changes alter, in the order of the review. */
  readonly moved: readonly {
    readonly key: string;
    readonly from: PersonReview['suggestedGrade'];
    readonly to: Grade;
  }[];
  /** Keys that the review does not count: nobody of that key, or one who is not assessed here. */
  readonly ignored: readonly string[];
}

/**
 * Counts a quarter again with some people's grades changed, so that the 考核领导小组 can see what a choice comes to
 * before it decides (R15, ambiguities 15–17: the program shows choices and demotes nobody). Pure.
 *
 * @param changes person key → the grade to try
 */
export function whatIf(review: QuarterReview, changes: ReadonlyMap<string, Grade>, settings: Settings): WhatIf {
  const counted = review.people.filter(isCounted);
  const gradeAfter = (person: PersonReview) => changes.get(person.key) ?? person.suggestedGrade;
  const gradeBefore = (person: PersonReview) => person.suggestedGrade;
  const countOf = (grade: Grade, of: typeof gradeAfter) => counted.filter((person) => of(person) === grade).length;
  const report = (of: typeof gradeAfter) =>
    quotaReport(
      counted.map((person) => participant(person, of(person))),
      settings,
    );
  const known = new Set(counted.map(({ key }) => key));
  return {
    counts: GRADES.map((grade) => ({
      grade,
      before: countOf(grade, gradeBefore),
      after: countOf(grade, gradeAfter),
    })),
    before: report(gradeBefore),
    after: report(gradeAfter),
    moved: counted.flatMap(({ key, suggestedGrade }) => {
      const to = changes.get(key);
      return to === undefined || to === suggestedGrade ? [] : [{ key, from: suggestedGrade, to }];
    }),
    ignored: [...changes.keys()].filter((key) => !known.has(key)),
  };
}

/** In the quarter's N (ambiguity 11). */
function isCounted(person: PersonReview): boolean {
  return isCountedHere(person.ruling) && (person.suggestedGrade !== null || isScoredHere(person));
}

/** What the limit needs to know of a person with that grade. */
export function participant(person: PersonReview, grade: string | null): Participant {
  return {
    ...person.pool,
    key: person.key,
    leader: person.leader,
    good: grade === '好',
    directGood: isDirectGood(person.ruling),
    undetermined: grade === '不确定等次',
    total: person.ruling.direct ? null : person.mean,
  };
}
