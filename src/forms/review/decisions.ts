import type { DecidedGrade } from '../../assessment/grade';
import { isAgainstRule, isAssessedHere, type PersonReview, type QuarterReview } from '../../assessment/quarterly';
import { namesAmong } from '../book/told';
import type { Problem } from '../grid/problem';
import { problem } from './problems';
import type { ReviewLine } from './read';

/** The person of the review that each line is about, by key. */
export function reviewedPeople({ people }: QuarterReview): ReadonlyMap<string, PersonReview> {
  return new Map(people.map((person) => [person.key, person]));
}

/**
 * 建议等次 of a line: by a special rule, else as the score sheets give it now; as it stands there where they do not know
 * the person, or are not all in the workbook (rule 61).
 */
export function suggestedGrade(line: ReviewLine, person: PersonReview | undefined): DecidedGrade | null {
  if (person === undefined) return line.suggestion;
  const { months, ruling, suggestedGrade: now } = person;
  const isElsewhereScored = months.some(({ raters }, i) => raters === 0 && line.months[i]?.total != null);
  return isElsewhereScored && !ruling.fixed ? (line.suggestion ?? now) : (now ?? line.suggestion);
}

/**
 * Who takes part here: the others need neither opinions nor a decision of this group. Their status follows from 特殊情形登记
 * (五·4, 五·6); where the group says it all the same, that stands.
 */
export function isAssessed(line: ReviewLine, person: PersonReview | undefined): boolean {
  return isAssessedHere({ grade: suggestedGrade(line, person) });
}

/** The group still has to decide: what next step, notice, seal, documents and year ask alike. */
export function isUndecided(line: ReviewLine, person: PersonReview | undefined): boolean {
  return line.decision === null && isAssessed(line, person);
}

/** R22: 审定等次 that is not the suggested one needs a reason in 备注. Nothing is suggested where no month has a total. */
export function decisionProblems(lines: readonly ReviewLine[], review: QuarterReview): Problem[] {
  const people = reviewedPeople(review);
  const told = namesAmong(lines);
  return lines.flatMap((line) => {
    const { key, sheet, cell, decision, remark, typedSuggestion } = line;
    const suggested = typedSuggestion ?? suggestedGrade(line, people.get(key));
    if (decision === null || suggested === null || decision === suggested || remark !== '') return [];
    return [problem.reviewReasonMissing(sheet, cell, told(line), decision, suggested)];
  });
}

/**
 * Decisions that a special rule does not allow, whatever 备注 says, also where the rule came about afterwards: they are
 * named and never rewritten (五·5, ambiguities 29 and 30).
 */
export function decisionsAgainstRules(lines: readonly ReviewLine[], review: QuarterReview): Problem[] {
  const people = reviewedPeople(review);
  const told = namesAmong(lines);
  return lines.flatMap((line) => {
    const { key, sheet, cell, decision } = line;
    const ruling = people.get(key)?.ruling;
    if (decision === null || ruling === undefined || !isAgainstRule(decision, ruling)) return [];
    return [problem.decisionAgainstRule(sheet, cell, told(line), decision, ruling.reasons.join('；'))];
  });
}
