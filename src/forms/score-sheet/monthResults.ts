import type Fraction from 'fraction.js';
import { monthResult, type MonthResult } from '../../assessment/monthly';
import { monthTitle, type Month } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import type { Problem } from '../grid/problem';
import { expectedRaters, type RaterGroups, type RaterRow, type RaterMonth } from './raters';
import type { ScoreRow } from './form';

/** The same person twice on one rater's sheets of a month: no row of them gets a total. */
export function blockDuplicates(raters: readonly RaterMonth[], findings: Findings): void {
  for (const rows of raters.flatMap(({ byPerson }) => [...byPerson.values()])) {
    if (rows.length < 2) continue;
    const places = rows.map(({ draft, row }) => `${draft.cells.name} ${nameCell({ draft, row })}`).join('、');
    for (const { draft, row } of rows) {
      const at = nameCell({ draft, row });
      findings.block(row.row, 'program', problem.duplicatePerson(draft.cells.name, at, row.row.displayName, places));
    }
  }
}

/**
 * Every person's month over all raters (ambiguity 8). A rater who lacks the person leaves the month without a total
 * until the office confirms that those present decide; a row with an error always does, since it is to be corrected.
 */
export function monthResults(
  month: Month,
  { raters }: RaterGroups,
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
  settings: Settings,
  findings: Findings,
): Map<string, MonthResult> {
  const expected = expectedRaters(raters);
  const byPerson = new Map<string, { rater: RaterMonth; rows: readonly RaterRow[] }[]>();
  for (const rater of raters) {
    for (const [key, rows] of rater.byPerson) byPerson.set(key, [...(byPerson.get(key) ?? []), { rater, rows }]);
  }
  const results = new Map<string, MonthResult>();
  for (const [key, present] of byPerson) {
    const wanted = present[0] === undefined ? [] : (expected.get(present[0].rater) ?? []);
    const scored = present.filter(({ rows }) => rows.some(({ row }) => !row.blank));
    const given = present.map(({ rows }) =>
      rows.length === 1 && rows[0] ? (totals.get(rows[0].row.row) ?? null) : null,
    );
    const hasError = present.some(({ rows }, i) => given[i] === null && rows.some(({ row }) => !row.blank));
    results.set(
      key,
      monthResult(month, given, wanted.length, hasError ? { ...settings, absentRaters: '待确认' } : settings),
    );
    if (scored.length < wanted.length && wanted.length > 1) {
      const absent = wanted.filter((rater) => !scored.some((each) => each.rater === rater));
      const first = present[0]?.rows[0];
      if (first !== undefined) findings.add([raterMissing(first, { month, absent, wanted, settings })]);
    }
  }
  return results;
}

interface Absence {
  readonly month: Month;
  readonly wanted: readonly RaterMonth[];
  readonly absent: readonly RaterMonth[];
  readonly settings: Settings;
}

function raterMissing(first: RaterRow, { month, wanted, absent, settings }: Absence): Problem {
  const outcome =
    settings.absentRaters === '按已打分评委平均'
      ? '按设置以已打分评委平均'
      : '本月未计算；请补打分，或在考核设置中选择“按已打分评委平均”';
  return problem.raterMissing(
    first.draft.cells.name,
    nameCell(first),
    first.row.row.displayName,
    monthTitle(month),
    wanted.length,
    wanted.length - absent.length,
    absent.map(({ label }) => label).join('、'),
    outcome,
  );
}

function nameCell({ draft, row }: Pick<RaterRow, 'draft' | 'row'>): string {
  return cellAddress(row.row.row, draft.columns.name);
}
