import type { Grade } from '../../assessment/grade';
import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import type { QuarterReview } from '../../assessment/quarterly';
import { problem } from './problems';
import { statusOn } from './checks';
import type { Problem } from '../grid/problem';
import { Directory } from '../book/directory';
import { namesAmong } from '../book/told';
import type { FilingForm } from '../records/record';
import type { Book } from '../book/model';

/** What the 科长 or 分管领导 wrote on 附件2 for one month (R21, 三（二）3). */
export interface Recommendation {
  readonly month: Month;
  readonly grade: Grade | null;
  /** A status in place of a grade; '' for none. */
  readonly status: string;
  readonly filing: FilingForm;
}

/** Person key → the quarter's recommendations in the order of its months; the first 附件2 of a month that has any. */
export type Recommendations = ReadonlyMap<string, readonly Recommendation[]>;

/** Collects 建议等次 of the quarter's 附件2 by person; whose form it is is decided as everywhere else. */
export function recommendationsOf(
  { filings, people, roster }: Pick<Book, 'filings' | 'people' | 'roster'>,
  quarter: Quarter,
): Recommendations {
  const directory = new Directory(people, roster);
  const found = new Map<string, Recommendation[]>();
  for (const month of monthsOf(quarter)) {
    for (const filing of filings) {
      if (filing.month !== month || filing.header.name === '') continue;
      const status = statusOn(filing);
      if (filing.suggestedGrade === null && status === '') continue;
      const owner = directory.resolveOrAdd(filing.header);
      if (owner.kind !== 'known') continue;
      const ofPerson = found.get(owner.person.key) ?? [];
      found.set(owner.person.key, ofPerson);
      if (ofPerson.some((each) => each.month === month)) continue;
      ofPerson.push({ month, grade: filing.suggestedGrade, status, filing });
    }
  }
  return found;
}

/** As 科长/分管领导建议 shows them: 7月好；8月较好. */
export function recommendationText(recommendations: readonly Recommendation[]): string {
  return recommendations.map(({ month, grade, status }) => `${Number(month.slice(5))}月${grade ?? status}`).join('；');
}

/** Months whose 建议等次 is not the score's grade (ambiguity 10: both stand side by side, no automatic winner). */
export function recommendationProblems(review: QuarterReview, recommendations: Recommendations): Problem[] {
  const told = namesAmong(review.people);
  return review.people.flatMap(({ key, name, department, months }) =>
    (recommendations.get(key) ?? []).flatMap(({ month, grade, filing }) => {
      const scored = months.find((each) => each.month === month)?.scoreGrade ?? null;
      if (grade === null || scored === null || grade === scored) return [];
      return [
        problem.suggestionDiffers(filing.sheet, filing.cells.suggestedGrade, told({ name, department }), grade, scored),
      ];
    }),
  );
}
