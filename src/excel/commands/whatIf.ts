import type { Grade } from '../../assessment/grade';
import type { Quarter } from '../../assessment/period';
import { isAgainstRule, type PersonReview, type QuarterReview } from '../../assessment/quarterly';
import type { Pool } from '../../assessment/settings';
import { whatIf, type WhatIf } from '../../assessment/whatIf';
import { problem } from '../../forms/review/writingProblems';
import type { Problem } from '../../forms/grid/problem';
import { shownPerson } from '../../forms/seal/content';
import { perhapsMeant } from '../../forms/book/similarPeople';
import { normalizeName } from '../../forms/words/text';
import { readSheets } from './sheets';
import { reviewOf } from '../reading/reviewOf';
import { runReading } from '../workbook/running';

/** A grade to try on somebody. */
export interface GradeChange {
  /** A name, or a person key where several bear it. */
  readonly person: string;
  readonly grade: Grade;
}

export interface WhatIfOptions {
  readonly quarter: Quarter;
  readonly changes: readonly GradeChange[];
}

/** What other grades than the suggested ones would come to. */
export interface QuarterWhatIf {
  /** Null where a change is not of exactly one person; the problems say which. */
  readonly whatIf: WhatIf | null;
  /** Which people the limit is set for; the what-if is of the whole bureau. */
  readonly pool: Pool;
  /** Everybody of the review by person key. */
  readonly people: ReadonlyMap<string, Pick<PersonReview, 'department' | 'name'>>;
  readonly problems: readonly Problem[];
}

/** Counts a quarter again with other grades for some people (R15). Nothing is written. */
export async function quarterWhatIf({ quarter, changes }: WhatIfOptions): Promise<QuarterWhatIf> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const { settings } = sheets.reading;
    const { review } = reviewOf(sheets, quarter);
    const people = new Map(review.people.map((person) => [person.key, person]));
    const { grades, problems } = resolve(changes, review);
    const answer = { pool: settings.pool, people };
    if (problems.length > 0) return { ...answer, whatIf: null, problems };
    const tried = whatIf(review, grades, settings);
    return {
      ...answer,
      whatIf: tried,
      problems: [
        ...tried.ignored.map((key) =>
          problem.whatIfNotCounted(shownPerson(key), people.get(key)?.suggestedGrade ?? '没有等次'),
        ),
        ...tried.moved.flatMap(({ key, to }) => {
          const ruling = people.get(key)?.ruling;
          if (ruling === undefined || !isAgainstRule(to, ruling)) return [];
          return [problem.whatIfAgainstRule(shownPerson(key), to, ruling.reasons.join('；'))];
        }),
        ...(settings.pool === '全局' ? [] : [problem.whatIfPool(settings.pool)]),
      ],
    };
  });
}

/** Whose grade each change is; namesakes, strangers and contradictions are refused by name. */
function resolve(
  changes: readonly GradeChange[],
  { people }: QuarterReview,
): { readonly grades: ReadonlyMap<string, Grade>; readonly problems: readonly Problem[] } {
  const grades = new Map<string, Grade>();
  const problems: Problem[] = [];
  for (const { person, grade } of changes) {
    const bearers = found(person, people);
    const [only] = bearers;
    if (only === undefined || bearers.length > 1) {
      const namesakes = bearers.map(({ key }) => shownPerson(key));
      const similar = bearers.length > 0 ? [] : perhapsMeant(normalizeName(person), people);
      problems.push(problem.whatIfPerson(shownPerson(person), namesakes, similar));
      continue;
    }
    const before = grades.get(only.key) ?? grade;
    if (before !== grade) problems.push(problem.whatIfTwice(shownPerson(only.key)));
    grades.set(only.key, grade);
  }
  return { grades, problems };
}

function found(person: string, people: readonly PersonReview[]): PersonReview[] {
  const wanted = normalizeName(person);
  return people.filter(({ key, name }) => key === wanted || normalizeName(name) === wanted);
}
