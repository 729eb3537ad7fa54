import { GRADES, type DecidedGrade } from '../../../assessment/grade';
import type { PersonReview } from '../../../assessment/quarterly';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { isAssessed, reviewedPeople, suggestedGrade } from '../../../forms/review/decisions';
import type { ReviewLine } from '../../../forms/review/read';

/** What the group may decide of somebody, in the order of the keys 1 to 5. */
export const CHOICES = [...GRADES, '不确定等次'] as const satisfies readonly DecidedGrade[];
export type Choice = (typeof CHOICES)[number];

/** What the group has said of somebody. */
export interface Said {
  readonly decision: DecidedGrade | null;
  readonly remark: string;
}

/** Somebody about whom the group decides, or whom it sees without deciding. */
export interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly department: string;
  readonly position: string;
  /** The review by the score sheets; undefined for who stands on the 审定表 alone. */
  readonly person: PersonReview | undefined;
  /** The person's line of the 审定表; null where there is none. */
  readonly line: ReviewLine | null;
  readonly suggestion: DecidedGrade | null;
  /** Another unit decides (五·4), or the person does not take part (五·6): no choice here. */
  readonly excused: boolean;
  /** At the edge of the limit of 好 or beyond it, ties among them (R15, ambiguity 17). */
  readonly atEdge: boolean;
}

/** Everybody of a quarter: in the order of the 审定表, then those who do not stand there. */
export function candidatesOf({ review, decisions }: QuarterState): readonly Candidate[] {
  const people = reviewedPeople(review);
  const edges = [review.quarterQuota, ...review.quarterQuota.pools].flatMap(({ edge }) => edge ?? []);
  const atEdge = new Set(edges.flatMap((edge) => [...edge.atEdge, ...edge.below]));
  const listed = (decisions ?? []).map((line): Candidate => {
    const person = people.get(line.key);
    return {
      key: line.key,
      name: line.displayName,
      department: line.department,
      position: line.position,
      person,
      line,
      suggestion: suggestedGrade(line, person),
      excused: !isAssessed(line, person),
      atEdge: atEdge.has(line.key),
    };
  });
  const onSheet = new Set(listed.map(({ key }) => key));
  const others = review.people
    .filter(({ key }) => !onSheet.has(key))
    .map((person): Candidate => ({
      key: person.key,
      name: person.name,
      department: person.department,
      position: '',
      person,
      line: null,
      suggestion: person.suggestedGrade,
      excused: false,
      atEdge: atEdge.has(person.key),
    }));
  return [...listed, ...others];
}

/** What a list can be narrowed to. */
export const FILTERS = ['全部', '未审定', '边缘与同分', '与建议不同', '特殊情形'] as const;
export type Filter = (typeof FILTERS)[number];

/** Whether somebody belongs to a filter, with the decision as it stands now. */
export function isIn(filter: Filter, candidate: Candidate, decision: DecidedGrade | null): boolean {
  switch (filter) {
    case '全部':
      return true;
    case '未审定':
      return decision === null && !candidate.excused;
    case '边缘与同分':
      return candidate.atEdge;
    case '与建议不同':
      return departs(candidate, decision);
    case '特殊情形':
      return (candidate.person?.ruling.reasons.length ?? 0) > 0 || (candidate.line?.circumstances ?? '') !== '';
  }
}

/** A decision that is not the suggested one needs a reason (R22). */
export function departs({ suggestion }: Candidate, decision: DecidedGrade | null): boolean {
  return decision !== null && suggestion !== null && decision !== suggestion;
}

/** What 按建议填入未审定的 gives somebody; null for who has a decision, or no suggestion that may be decided. */
export function fillOf({ line, suggestion, excused }: Candidate): Choice | null {
  if (line === null || excused || line.writtenDecision !== '') return null;
  return CHOICES.find((choice) => choice === suggestion) ?? null;
}
