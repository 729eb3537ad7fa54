import type Fraction from 'fraction.js';
import { monthResult, type MonthResult } from '../../assessment/monthly';
import { monthTitle, type Month } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Findings } from '../grid/findings';
import type { Problem } from '../grid/problem';
import { expectedRaters, type RaterGroups, type RaterRow, type RaterMonth } from './raters';
import type { FormDraft } from './draft';
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

/** With groups of raters a sheet that names none of them cannot be counted: no row of it gets a total (rule 52). */
export function blockUngrouped(raters: readonly RaterMonth[], settings: Settings, findings: Findings): void {
  if (settings.raterGroups.length === 0) return;
  const told = new Set<FormDraft>();
  for (const { draft, row } of raters.flatMap(({ group, rows }) => (group === null ? rows : []))) {
    findings.block(row.row, 'program');
    if (told.has(draft)) continue;
    told.add(draft);
    const names = settings.raterGroups.map(({ name }) => name).join('、');
    findings.add([problem.raterGroupUnknown(draft.cells.name, draft.address, names)]);
  }
}

/**
 * Every person's month over all raters (ambiguity 8), by the office's groups of raters where it has set some (rule 52).
 * A rater who lacks the person leaves the month without a total until the office confirms that those present decide; a
 * row with an error always does, since it is to be corrected, and so does a group without a sheet of the person.
 */
export function monthResults(
  month: Month,
  { raters }: RaterGroups,
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
  settings: Settings,
  findings: Findings,
): Map<string, MonthResult> {
  const groups = groupsOf(raters, settings);
  const results = new Map<string, MonthResult>();
  const withoutGroup = new Map<string, string[]>();
  for (const key of new Set(raters.flatMap(({ byPerson }) => [...byPerson.keys()]))) {
    const parts = groups.map((group) => partOf(group, key, totals));
    const hasError = parts.some(({ errors }) => errors);
    results.set(key, monthResult(month, parts, hasError ? { ...settings, absentRaters: '待确认' } : settings));
    const [first] = parts.flatMap(({ present }) => present[0]?.rows[0] ?? []);
    if (first === undefined) continue;
    const missing = parts.flatMap(({ name, present }) => (name !== null && present.length === 0 ? [name] : []));
    if (missing.length > 0) {
      const of = withoutGroup.get(missing.join('、')) ?? [];
      withoutGroup.set(missing.join('、'), [...of, first.row.row.displayName]);
    }
    const wanted = parts.flatMap((part) => part.wanted);
    const absent = parts.flatMap((part) => part.wanted.filter((rater) => !part.scored.includes(rater)));
    if (absent.length > 0 && wanted.length > 1) {
      findings.add([raterMissing(first, { month, absent, wanted, settings })]);
    }
  }
  const [sheet] = raters.flatMap(({ rows }) => rows[0]?.draft.cells.name ?? []);
  for (const [names, people] of withoutGroup) {
    const who = people.length === results.size ? '全部人员' : people.join('、');
    findings.add([problem.raterGroupMissing(sheet ?? '', monthTitle(month), names, who)]);
  }
  return results;
}

interface Group {
  /** null where all raters count alike, and for those of no group. */
  readonly name: string | null;
  readonly weight: number | null;
  readonly raters: readonly RaterMonth[];
  readonly expected: ReadonlyMap<RaterMonth, readonly RaterMonth[]>;
}

/** The month's raters by the office's groups; those who name none stand last, and count nothing. */
function groupsOf(raters: readonly RaterMonth[], { raterGroups }: Settings): readonly Group[] {
  if (raterGroups.length === 0) return [{ name: null, weight: 100, raters, expected: expectedRaters(raters) }];
  return [...raterGroups, null].map((group) => {
    const ofGroup = raters.filter((rater) => rater.group === group);
    const { name, weight } = group ?? { name: null, weight: null };
    return { name, weight, raters: ofGroup, expected: expectedRaters(ofGroup) };
  });
}

/** What one group's raters say of a person. */
function partOf({ name, weight, raters, expected }: Group, key: string, given: ReadonlyMap<ScoreRow, Fraction | null>) {
  const present = raters.flatMap((rater) => {
    const rows = rater.byPerson.get(key);
    return rows === undefined ? [] : [{ rater, rows }];
  });
  const wanted = present[0] === undefined ? [] : (expected.get(present[0].rater) ?? []);
  const totals = present.map(({ rows }) =>
    rows.length === 1 && rows[0] ? (given.get(rows[0].row.row) ?? null) : null,
  );
  const isScored = ({ rows }: { readonly rows: readonly RaterRow[] }) => rows.some(({ row }) => !row.blank);
  return {
    name,
    weight,
    present,
    wanted,
    totals,
    expected: wanted.length,
    scored: present.filter(isScored).map(({ rater }) => rater),
    errors: present.some((each, i) => totals[i] === null && isScored(each)),
  };
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
