import type { RaterGroup } from '../../assessment/raterGroup';
import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import { fixedAddress, sheetPrefix } from '../grid/address';
import { keyOnForm, type ScorePlace } from '../scoring/layout';
import type { ScoreForm } from '../score-sheet/form';
import type { Book, ScoreResult } from '../book/model';

/** One rater's score sheet as the 季度审定表 refers to it. */
export interface ScoreReference {
  /** Heading of the review's column for the places on this sheet: 定位7月1. */
  readonly label: string;
  readonly month: Month;
  /** The rater, where one form holds the rows of several; their names are part of the keys there. */
  readonly rater: string | null;
  /** Whom the rater counts with (rule 52). */
  readonly group: RaterGroup | null;
  /** The form has no 科室: its keys are names. */
  readonly byName: boolean;
  /** The live totals and keys with their sheet, fixed. */
  readonly totals: string;
  readonly keys: string;
  /** Its scores, in as few areas as they lie in. */
  readonly scores: readonly string[];
  /** Person → the key that the person's row has on the sheet, without the rater. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** People whose month counts only with this sheet. */
  readonly expects: ReadonlySet<string>;
}

/** The score sheets of a quarter in the order of their months, then of the book. */
export function scoreReferences(
  quarter: Quarter,
  book: Book,
  places: ReadonlyMap<ScoreForm, ScorePlace>,
): ScoreReference[] {
  const results = new Map<ScoreForm, ScoreResult[]>(book.forms.map((form) => [form, []]));
  for (const result of book.scores) results.get(result.form)?.push(result);
  return monthsOf(quarter).flatMap((month) => {
    const parts = book.forms
      .filter((form) => form.month === month)
      .flatMap((form) => raterParts(form, results.get(form) ?? []).map((part) => ({ form, ...part })));
    const expected = expectations(
      parts.map((part) => part.results),
      (key) => book.months.get(month)?.get(key)?.total ?? null,
    );
    return parts.flatMap(({ form, rater, results: ofPart }, i) => {
      const place = places.get(form);
      if (place === undefined) return [];
      const range = (column: number, columns = 1) =>
        sheetPrefix(place.sheet) +
        fixedAddress({ row: form.firstRow, column, rows: form.lastRow - form.firstRow + 1, columns });
      return [
        {
          label: `定位${Number(month.slice(5))}月${i + 1}`,
          month,
          rater,
          group: ofPart[0]?.group ?? null,
          byName: form.columns.department === null,
          totals: range(place.total),
          keys: range(place.key),
          scores: columnRuns(form.columns.scores).map(([first, last]) => range(first, last - first + 1)),
          keyOf: new Map(
            ofPart.flatMap(({ person, row }) => (person === null ? [] : [[person.key, keyOnForm(form, row)] as const])),
          ),
          expects: expected[i] ?? new Set(),
        },
      ];
    });
  });
}

/** Columns side by side as runs from the first to the last; a form may lack some (−1). */
function columnRuns(columns: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of [...columns].filter((each) => each >= 0).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === column - 1) run[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** A form's rows by rater where it has a column of raters, else the form as a whole. */
function raterParts(
  form: ScoreForm,
  results: readonly ScoreResult[],
): { rater: string | null; results: ScoreResult[] }[] {
  if (form.columns.rater === null) return [{ rater: null, results: [...results] }];
  const byRater = new Map<string, ScoreResult[]>();
  for (const result of results) {
    const rater = result.row.rater ?? '';
    const ofRater = byRater.get(rater);
    if (ofRater === undefined) byRater.set(rater, [result]);
    else ofRater.push(result);
  }
  return [...byRater].map(([rater, ofRater]) => ({ rater, results: ofRater }));
}

/**
 * Who is expected on which of a month's sheets: where they stand; and where a month has no total although every row of
 * the person has one, a rater is missing, so that no sheet linked to theirs by a common person may be left out.
 */
function expectations(
  sheets: readonly (readonly ScoreResult[])[],
  totalOf: (key: string) => unknown,
): ReadonlySet<string>[] {
  const expected = sheets.map((results) => new Set(results.flatMap(({ person }) => person?.key ?? [])));
  const groups = linkedSheets(
    expected,
    sheets.map(([first]) => first?.group ?? null),
  );
  const rows = new Map<string, ScoreResult[]>();
  for (const result of sheets.flat()) {
    if (result.person !== null) rows.set(result.person.key, [...(rows.get(result.person.key) ?? []), result]);
  }
  for (const [key, own] of rows) {
    if (totalOf(key) !== null || own.some(({ total }) => total === null)) continue;
    const linked = new Set(groups.filter((_, i) => expected[i]?.has(key)));
    expected.forEach((people, i) => {
      if (linked.has(groups[i] ?? i)) people.add(key);
    });
  }
  return expected;
}

/**
 * For each sheet the number of its group: sheets that share a person, directly or through others, are of one group, but
 * for those of different groups of raters.
 */
function linkedSheets(people: readonly ReadonlySet<string>[], raterGroups: readonly (RaterGroup | null)[]): number[] {
  const group = people.map((_, i) => i);
  const firstSheet = new Map<string, number>();
  people.forEach((keys, i) => {
    for (const person of keys) {
      const key = `${raterGroups[i]?.name ?? ''}|${person}`;
      const other = firstSheet.get(key);
      if (other === undefined) firstSheet.set(key, i);
      else if (group[other] !== group[i]) {
        const [from, to] = [group[i], group[other]];
        group.forEach((each, j) => {
          if (each === from) group[j] = to ?? each;
        });
      }
    }
  });
  return group;
}
