import { INDICATORS } from '../../assessment/indicator';
import { problem } from './problems';
import { cellsWithRole, type Heading } from './heading';
import type { Problem } from '../grid/problem';

/** The weights that a form is computed with. */
export interface FormWeights {
  /** Percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  readonly from: 'printed' | 'default';
  /** They make 100. */
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}

/**
 * The printed weights of a form: in the headings or in a row below them. Where none is printed, the office's weights
 * hold; where only some are, these fill the gaps. Other weights than the office's are used, and reported.
 *
 * @param settings the office's weights, percent
 * @param at A1 address of the heading
 */
export function formWeights(sheet: string, at: string, heading: Heading, settings: readonly number[]): FormWeights {
  const printed = INDICATORS.map(({ id }) => {
    const [cell] = cellsWithRole(heading, id);
    return cell === undefined ? null : (cell.label?.weight ?? heading.weightsBelow.get(cell.column) ?? null);
  });
  const weights = printed.map((weight, i) => weight ?? settings[i] ?? 0);
  const sum = Number(weights.reduce((total, weight) => total + weight, 0).toFixed(6));
  const list = (values: readonly number[]) => values.join('/');
  const result = (from: FormWeights['from'], problems: readonly Problem[]) => ({
    weights,
    from,
    valid: sum === 100,
    problems,
  });

  if (printed.every((weight) => weight === null)) {
    return result('default', [problem.weightsMissing(sheet, at, list(settings))]);
  }
  if (sum !== 100) return result('printed', [problem.weightsTotal(sheet, at, String(sum))]);
  const blank = INDICATORS.filter(({ id }, i) => printed[i] === null && cellsWithRole(heading, id).length > 0).map(
    ({ label }) => `“${label}”`,
  );
  if (blank.length > 0) return result('printed', [problem.weightsPartial(sheet, at, blank.join(''), list(weights))]);
  const changed = weights.some((weight, i) => weight !== settings[i]);
  return result('printed', changed ? [problem.weightsChanged(sheet, at, list(weights), list(settings))] : []);
}
