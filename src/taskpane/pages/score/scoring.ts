import { exactScore, hasMoreThanTwoDecimals, isWithinLimit, scoreLimit, scoreOfText } from '../../../assessment/score';
import type { Month } from '../../../assessment/period';
import { weightedTotal, type Scale } from '../../../assessment/total';
import type { ScoreForm, ScoreRow } from '../../../forms/score-sheet/form';
import type { Book, ScoreResult } from '../../../forms/book/model';

/** A score sheet, or the lines of one 评委 on a sheet for several. */
export interface ScoringList {
  /** The same as long as the sheet has its name, whatever rows come and go. */
  readonly key: string;
  readonly month: Month | null;
  readonly title: string;
  readonly scale: Scale;
  /** Percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  readonly lines: readonly ScoreLine[];
}

/** One person to be scored. */
export interface ScoreLine {
  readonly key: string;
  readonly form: ScoreForm;
  readonly row: ScoreRow;
  /** Seven scores as they stand in the cells, exactly; '' for none. */
  readonly standing: readonly string[];
}

/** What a field for a score says. */
export type FieldReading =
  | { readonly kind: 'blank' | 'notANumber' | 'outside' }
  | { readonly kind: 'score'; readonly exact: string; readonly value: number; readonly isFine: boolean };

/** Every sheet that somebody can score, in tab order. Lines without a name have nobody to be scored. */
export function scoringLists(book: Book): readonly ScoringList[] {
  const usable = book.forms.filter(({ columns }) => columns.scores.every((column) => column >= 0));
  return usable.flatMap((form) => {
    const ofForm = book.scores.filter((result) => result.form === form && result.row.name !== '');
    const onSheet = book.forms.filter(({ sheet }) => sheet === form.sheet);
    const raters = form.columns.rater === null ? [form.rater] : [...new Set(ofForm.map(({ row }) => row.rater))];
    const place = onSheet.length > 1 ? `（${onSheet.indexOf(form) + 1}）` : '';
    return raters.map((rater): ScoringList => {
      const key = JSON.stringify([form.sheet, onSheet.indexOf(form), rater]);
      const results = form.columns.rater === null ? ofForm : ofForm.filter(({ row }) => row.rater === rater);
      return {
        key,
        month: form.month,
        title: form.sheet + place + (rater === null ? '' : ` ${rater}`),
        scale: form.scale,
        weights: form.weights,
        lines: linesOf(key, results),
      };
    });
  });
}

/** Namesakes on one sheet are told apart by their order. */
function linesOf(sheet: string, results: readonly ScoreResult[]): readonly ScoreLine[] {
  const seen = new Map<string, number>();
  return results.map(({ form, row }) => {
    const person = `${row.departmentText}|${row.nameText}`;
    const before = seen.get(person) ?? 0;
    seen.set(person, before + 1);
    const standing = row.scores.map((score) => score?.toString() ?? '');
    return { key: JSON.stringify([sheet, person, before]), form, row, standing };
  });
}

/** What stands in a field, as the reader of the forms would read it. */
export function readField(text: string, scale: Scale, weight: number): FieldReading {
  if (text.trim() === '') return { kind: 'blank' };
  const score = scoreOfText(text);
  // More digits than a cell can hold.
  if (score === null || !exactScore(score.valueOf()).equals(score)) return { kind: 'notANumber' };
  if (!isWithinLimit(score, scoreLimit(scale, weight))) return { kind: 'outside' };
  return { kind: 'score', exact: score.toString(), value: score.valueOf(), isFine: hasMoreThanTwoDecimals(score) };
}

/** Whether the fields say what already stands there. */
export function saysTheSame(texts: readonly string[], standing: readonly string[]): boolean {
  return texts.every((text, i) => exactText(text) === standing[i]);
}

/** A score exactly (８９.50 is 89.5); what is none as it was typed. */
export function exactText(text: string): string {
  return scoreOfText(text)?.toString() ?? text.trim();
}

/** The exact total of the fields that have a score; the others count nothing yet. */
export function totalSoFar(
  readings: readonly FieldReading[],
  { scale, weights }: ScoringList,
): ReturnType<typeof weightedTotal> {
  const scores = readings.map((reading) => exactScore(reading.kind === 'score' ? reading.value : 0));
  return weightedTotal(scores, scale, weights);
}
