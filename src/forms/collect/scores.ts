import type { CalendarDate } from '../../assessment/calendar';
import { monthTitle, type Month } from '../../assessment/period';
import { problem } from './problems';
import { datesIn } from '../words/dateText';
import type { Problem } from '../grid/problem';
import { raterOfSheetName } from '../score-sheet/rater';
import type { ScoreForm } from '../score-sheet/form';
import type { SnapshotValue, WorkbookSnapshot } from '../grid/snapshot';
import { normalizeLabel, normalizeName } from '../words/text';
import { signatureOf } from '../score-sheet/signature';
import type { Book } from '../book/model';

/** One rater's 附件3 of a month, as the cells hold it. */
export interface SubmittedScores {
  readonly form: ScoreForm;
  readonly month: Month;
  /** null where neither the form nor the names of sheet and file say who scored. */
  readonly rater: string | null;
  /** Whose name was typed after 分管领导签字, and the date beside it. */
  readonly signer: string;
  readonly signedOn: CalendarDate | null;
  readonly people: readonly {
    readonly department: string;
    readonly name: string;
    readonly position: string;
    /** Seven, in the order of INDICATORS: as they stand there, readable or not; '' for a blank. */
    readonly scores: readonly (number | string)[];
    /** 总分 that somebody typed; null for a blank or a formula. */
    readonly total: number | string | null;
  }[];
}

export interface ScoreCandidate extends SubmittedScores {
  readonly key: string;
  readonly title: string;
  readonly identity: string;
}

/**
 * The score sheets of a file, or of the open workbook (`file` null). Where the printed form leaves month or rater out,
 * the names of sheet and file may say them: 2020年7月测评表 张局长.xlsx.
 */
export function submittedScores(
  file: string | null,
  book: Book,
  snapshot: WorkbookSnapshot,
  problems: Problem[],
  isNamedAfterNobody = false,
): ScoreCandidate[] {
  return book.forms.flatMap((form) => {
    if (form.rows.length === 0) return [];
    const month = form.month ?? (file === null ? null : monthOfName(file));
    if (month === null) {
      if (file !== null) problems.push(problem.collectWithoutPeriod(file, '附件3', form.sheet));
      return [];
    }
    if (file !== null && form.month === null) problems.push(problem.collectMonthOfName(file, monthTitle(month)));
    const rater = form.rater ?? raterOfNames(isNamedAfterNobody ? null : file, form.sheet);
    if (file !== null && rater === null) problems.push(problem.collectWithoutRater(file, monthTitle(month)));
    const people = peopleOf(form, snapshot);
    const identity = identityOf(form, people);
    // Whoever is not named is told from others by what he scored.
    const key = ['附件3', rater === null ? identity : normalizeName(rater), month].join('|');
    const title = ['附件3', rater === null ? '（未注明评委）' : `评委${rater}`, monthTitle(month)].join(' ');
    return [{ form, month, rater, people, key, title, identity, ...signatureOf(form, snapshot) }];
  });
}

/** Nobody on it has a score, readable or not, or a 总分 that was typed (rule 59). */
export function isUnscored({ people }: SubmittedScores): boolean {
  return people.every(({ scores, total }) => total === null && scores.every((score) => String(score).trim() === ''));
}

function raterOfNames(file: string | null, sheet: string): string | null {
  const names = [sheet, ...(file === null ? [] : [file.replace(/\.[^.]*$/, '')])].map(raterOfSheetName);
  return names.find((name) => /^[\p{L}·]{2,20}$/u.test(name)) ?? null;
}

/** The one month with its year that a file's name holds. */
function monthOfName(file: string): Month | null {
  const months = datesIn(file, false).flatMap(({ year, month, valid }) =>
    valid && year !== null && month !== null ? [`${year}-${String(month).padStart(2, '0')}`] : [],
  );
  const [only, ...others] = new Set(months);
  return only !== undefined && others.length === 0 ? only : null;
}

function peopleOf(form: ScoreForm, snapshot: WorkbookSnapshot): SubmittedScores['people'] {
  const sheet = snapshot.sheets.find(({ name }) => name === form.sheet);
  const valueAt = (row: number, column: number) =>
    cellText(sheet?.values[row - sheet.area.row]?.[column - sheet.area.column] ?? '');
  return form.rows.map(({ row, department, displayName, position, existingTotal, existingTotalFormula }) => ({
    department: department ?? '',
    name: displayName,
    position,
    total: existingTotalFormula !== null || existingTotal === '' ? null : cellText(existingTotal),
    scores: form.columns.scores.map((column) => (column < 0 ? '' : valueAt(row, column))),
  }));
}

function cellText(value: SnapshotValue): number | string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

/** Two sheets with the same people and scores are copies of each other, however the scores are written. */
function identityOf({ rows }: ScoreForm, people: SubmittedScores['people']): string {
  return JSON.stringify(
    rows.map(({ department, name, scores }, i) => [
      department ?? '',
      name,
      ...scores.map((score, k) => score?.toString() ?? normalizeLabel(String(people[i]?.scores[k] ?? ''))),
    ]),
  );
}
