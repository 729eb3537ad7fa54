import { monthsOf, monthTitle, type Quarter } from '../../assessment/period';
import { isAssessedElsewhere, type SpecialRules } from '../../assessment/quarterly';
import type { Book } from '../book/model';
import { namesAmong } from '../book/told';
import type { Problem } from '../grid/problem';
import { cellAddress } from '../grid/address';
import { problem } from './problems';

/** Scores of a quarter that stand on a score sheet and do not count: outside service (rule 41), or while elsewhere (rule 42). */
export function uncountedScores(
  quarter: Quarter,
  { people, scores, poolFactsOf }: Pick<Book, 'people' | 'scores' | 'poolFactsOf'>,
  rules: SpecialRules,
): Problem[] {
  const months: readonly (string | null)[] = monthsOf(quarter);
  const told = namesAmong(people);
  return scores.flatMap(({ form, row, person, month, total }) => {
    if (person === null || month === null || row.scores.every((score) => score === null) || !months.includes(month))
      return [];
    const input = { ...poolFactsOf(person), ...person, months: [] };
    const { outOfService, grade, grounds } = rules.month(input, { month, total, scoreGrade: null, raters: 1 });
    if (!outOfService && !isAssessedElsewhere(grade)) return [];
    const at = cellAddress(row.row, form.columns.name);
    return [problem.scoreUncounted(form.sheet, at, told(person), monthTitle(month), grounds.join('；'))];
  });
}
