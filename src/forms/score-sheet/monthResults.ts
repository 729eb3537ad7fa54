import type Fraction from 'fraction.js';
import { monthResult, type MonthResult } from '../../assessment/monthly';
import { monthTitle, type Month } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import { expectedRaters, type RaterGroups, type RaterRow, type RaterSheet } from './raters';
import type { ScoreRow } from './form';

/** The same person twice on one rater's sheets of a month: no row of them gets a total. */
export function blockDuplicates(sheets: readonly RaterSheet[], findings: Findings): void {
  for (const rows of sheets.flatMap(({ byPerson }) => [...byPerson.values()])) {
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
  { sheets }: RaterGroups,
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
  settings: Settings,
  findings: Findings,
): Map<string, MonthResult> {
  const expected = expectedRaters(sheets);
  const bySheet = new Map<string, { sheet: RaterSheet; rows: readonly RaterRow[] }[]>();
  for (const sheet of sheets) {
    for (const [key, rows] of sheet.byPerson) bySheet.set(key, [...(bySheet.get(key) ?? []), { sheet, rows }]);
  }
  const results = new Map<string, MonthResult>();
  for (const [key, present] of bySheet) {
    const raters = present[0] === undefined ? [] : (expected.get(present[0].sheet) ?? []);
    const scored = present.filter(({ rows }) => rows.some(({ row }) => !row.blank));
    const given = present.map(({ rows }) =>
      rows.length === 1 && rows[0] ? (totals.get(rows[0].row.row) ?? null) : null,
    );
    const hasError = present.some(({ rows }, i) => given[i] === null && rows.some(({ row }) => !row.blank));
    results.set(
      key,
      monthResult(month, given, raters.length, hasError ? { ...settings, absentRaters: '待确认' } : settings),
    );
    if (scored.length < raters.length && raters.length > 1) {
      reportAbsent(
        month,
        present,
        raters,
        scored.map(({ sheet }) => sheet),
        settings,
        findings,
      );
    }
  }
  return results;
}

function reportAbsent(
  month: Month,
  present: readonly { rows: readonly RaterRow[] }[],
  raters: readonly RaterSheet[],
  scored: readonly RaterSheet[],
  settings: Settings,
  findings: Findings,
): void {
  const first = present[0]?.rows[0];
  if (first === undefined) return;
  const absent = raters.filter((rater) => !scored.includes(rater)).map(({ label }) => label);
  const outcome =
    settings.absentRaters === '按已打分评委平均'
      ? '按设置以已打分评委平均'
      : '本月未计算；请补打分，或在考核设置中选择“按已打分评委平均”';
  findings.add([
    problem.raterMissing(
      first.draft.cells.name,
      nameCell(first),
      first.row.row.displayName,
      monthTitle(month),
      raters.length,
      scored.length,
      absent.join('、'),
      outcome,
    ),
  ]);
}

function nameCell({ draft, row }: Pick<RaterRow, 'draft' | 'row'>): string {
  return cellAddress(row.row.row, draft.columns.name);
}
