import { INDICATORS } from '../../assessment/indicator';
import type { Findings } from '../grid/findings';
import type { Problem } from '../grid/problem';
import { blockForm, type DraftedForm, type FormDraft } from './draft';
import { cellsWithRole, type PrintedWeights } from './heading';
import { problem } from './problems';

/** The weights that hold for every form of a workbook. */
interface WeightsInForce {
  /** Percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  /** Taken from the forms, and not the notice's. */
  readonly fromForms: boolean;
}

/**
 * Gives the forms of a workbook their weights (rule 50). 考核设置 alone counts; a workbook without it takes what its forms
 * print, when all agree and make 100, else what the notice prints. Forms that disagree have no totals until the office
 * has chosen; nor has a form whose own weights do not make 100.
 *
 * @param settings weights of 考核设置, or the notice's
 * @param isChosen the workbook has them in its 考核设置
 */
export function weighForms(
  forms: readonly DraftedForm[],
  settings: readonly number[],
  isChosen: boolean,
  findings: Findings,
): { readonly drafts: readonly FormDraft[]; readonly weights: readonly number[] } {
  const lists = isChosen ? [] : printedLists(forms);
  const [only, ...others] = lists;
  const agreed = others.length === 0 ? only : undefined;
  const weights = agreed ?? settings;
  const inForce = { weights, fromForms: !isSame(weights, settings) };
  const drafts = forms.map((form) => {
    const { printed, cells, headingAddress: at, rows } = form;
    const disagrees = others.length > 0 && isComplete(printed);
    const faults = disagrees
      ? [problem.weightsDisagree(cells.name, at, listOf(filled(printed, settings)), lists.map(listOf))]
      : weightProblems(form, inForce);
    if (rows.length > 0) findings.add(faults);
    if (faults.some(({ severity }) => severity === 'error')) blockForm(form, findings);
    return { ...form, weights };
  });
  return { drafts, weights };
}

/** The different lists of weights that forms print in full and that make 100. */
function printedLists(forms: readonly DraftedForm[]): readonly (readonly number[])[] {
  const lists = forms
    .filter(({ rows, printed }) => rows.length > 0 && isComplete(printed))
    .map(({ printed }) => filled(printed, []));
  return [...new Map(lists.filter((list) => sumOf(list) === 100).map((list) => [listOf(list), list])).values()];
}

function weightProblems(
  { printed, cells, headingAddress: at, block: { heading } }: DraftedForm,
  { weights, fromForms }: WeightsInForce,
): Problem[] {
  const sheet = cells.name;
  const own = filled(printed, weights);
  const sum = sumOf(own);
  if (printed.every((weight) => weight === null)) return [problem.weightsMissing(sheet, at, listOf(weights))];
  if (sum !== 100) return [problem.weightsTotal(sheet, at, String(sum))];
  if (!isSame(own, weights)) return [problem.weightsChanged(sheet, at, listOf(own), listOf(weights))];
  const blank = INDICATORS.filter(({ id }, i) => printed[i] === null && cellsWithRole(heading, id).length > 0);
  if (blank.length > 0) {
    return [problem.weightsPartial(sheet, at, blank.map(({ label }) => `“${label}”`).join(''), listOf(weights))];
  }
  return fromForms ? [problem.weightsPrinted(sheet, at, listOf(weights))] : [];
}

function isComplete(printed: PrintedWeights): boolean {
  return printed.every((weight) => weight !== null);
}

function filled(printed: PrintedWeights, weights: readonly number[]): readonly number[] {
  return printed.map((weight, i) => weight ?? weights[i] ?? 0);
}

function sumOf(weights: readonly number[]): number {
  return Number(weights.reduce((total, weight) => total + weight, 0).toFixed(6));
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.every((weight, i) => weight === other[i]);
}

function listOf(weights: readonly number[]): string {
  return weights.join('/');
}
