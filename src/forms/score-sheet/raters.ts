import type { FormDraft } from './draft';
import type { RaterGroup } from '../../assessment/raterGroup';
import { raterOfSheetName } from './rater';
import { groupNamed, isGroupName } from './raterGroups';
import type { DraftRow } from './form';

/** The rows of one form that one rater filled in; several parts make up a rater's sheet of the month. */
interface Part {
  readonly draft: FormDraft;
  readonly rater: string | null;
  readonly group: RaterGroup | null;
  readonly rows: readonly RaterRow[];
}

export interface RaterRow {
  readonly draft: FormDraft;
  readonly row: DraftRow;
  /** null where the person is not known. */
  readonly key: string | null;
}

/** Everything one rater scored in one month. */
export interface RaterMonth {
  /** null where nobody is named. */
  readonly rater: string | null;
  /** Whom the rater counts with (rule 52); null where all count alike, or none is named. */
  readonly group: RaterGroup | null;
  /** For messages: the rater, else the sheet. */
  readonly label: string;
  readonly rows: readonly RaterRow[];
  readonly byPerson: ReadonlyMap<string, readonly RaterRow[]>;
}

export interface RaterGroups {
  readonly raters: readonly RaterMonth[];
  /** Sheets without a named rater that share people with another: counted as raters of their own, to be confirmed. */
  readonly unnamed: readonly RaterMonth[];
}

/**
 * Groups a month's forms by rater. Forms that name the same rater belong together; forms that name nobody belong
 * together as long as no person stands on two of them. Where they share people, the rest of the sheet's name
 * (7月张局长) names the rater, as far as it tells the forms apart.
 *
 * @param rowsOf the rows of each form of the month, in tab order
 * @param raterGroups the office's; a rater line that names one says whom the rater counts with, and not who it is
 */
export function groupByRater(
  rowsOf: ReadonlyMap<FormDraft, readonly RaterRow[]>,
  raterGroups: readonly RaterGroup[],
): RaterGroups {
  const parts = nameBySheet([...rowsOf].flatMap(([draft, rows]) => splitByRater(draft, rows, raterGroups)));
  const groups: { rater: string | null; group: RaterGroup | null; rows: RaterRow[]; keys: Set<string> }[] = [];
  for (const { rater, group, rows } of parts) {
    const keys = keysOf(rows);
    const same = groups.find(
      (other) => other.rater === rater && other.group === group && (rater !== null || disjoint(keys, other.keys)),
    );
    if (same === undefined) groups.push({ rater, group, rows: [...rows], keys });
    else {
      same.rows.push(...rows);
      for (const key of keys) same.keys.add(key);
    }
  }
  const raters = groups.map(({ rater, group, rows }) => ({
    rater,
    group,
    label: rater ?? `“${rows[0]?.draft.cells.name ?? ''}”的评委`,
    rows,
    byPerson: byPerson(rows),
  }));
  const sharing = sharedKeys(groups.map(({ keys }) => keys));
  return { raters, unnamed: raters.filter(({ rater }, i) => rater === null && sharing[i]) };
}

/** The 评委 column may name several raters on one form. */
function splitByRater(draft: FormDraft, rows: readonly RaterRow[], groups: readonly RaterGroup[]): Part[] {
  const byRater = new Map<string | null, RaterRow[]>();
  for (const row of rows) {
    const rater = row.row.row.rater ?? draft.rater;
    const of = byRater.get(rater) ?? [];
    of.push(row);
    byRater.set(rater, of);
  }
  return [...byRater].map(([rater, of]) => ({
    draft,
    rater: rater !== null && isGroupName(rater, groups) ? null : rater,
    group: groupNamed(draft, rater, groups),
    rows: of,
  }));
}

function nameBySheet(parts: readonly Part[]): Part[] {
  const sharing = sharedKeys(parts.map(({ rows }) => keysOf(rows)));
  const named = parts.map((part, i) => ({
    ...part,
    rater: part.rater ?? (sharing[i] ? raterOfSheetName(part.draft.cells.name) || null : null),
  }));
  const bySheetName = new Map<string, Part[]>();
  for (const [i, part] of named.entries()) {
    if (parts[i]?.rater !== null || part.rater === null) continue;
    bySheetName.set(part.rater, [...(bySheetName.get(part.rater) ?? []), part]);
  }
  const ambiguous = new Set(
    [...bySheetName.values()].flatMap((same) =>
      sharedKeys(same.map(({ rows }) => keysOf(rows))).includes(true) ? same : [],
    ),
  );
  return named.map((part) => (ambiguous.has(part) ? { ...part, rater: null } : part));
}

/** For each set, whether it has a key in common with another. */
function sharedKeys(sets: readonly ReadonlySet<string>[]): boolean[] {
  const count = new Map<string, number>();
  for (const set of sets) for (const key of set) count.set(key, (count.get(key) ?? 0) + 1);
  return sets.map((set) => [...set].some((key) => (count.get(key) ?? 0) > 1));
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((key) => !b.has(key));
}

function keysOf(rows: readonly RaterRow[]): Set<string> {
  return new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])));
}

function byPerson(rows: readonly RaterRow[]): Map<string, RaterRow[]> {
  const map = new Map<string, RaterRow[]>();
  for (const row of rows) {
    if (row.key === null) continue;
    const of = map.get(row.key) ?? [];
    of.push(row);
    map.set(row.key, of);
  }
  return map;
}

/**
 * The raters who should have scored a person: all that are linked to one of the person's raters by people in common,
 * so that a 分管领导 who scores only his own 科室 is nobody's missing rater.
 */
export function expectedRaters(raters: readonly RaterMonth[]): ReadonlyMap<RaterMonth, readonly RaterMonth[]> {
  const parent = new Map<RaterMonth, RaterMonth>(raters.map((rater) => [rater, rater]));
  const root = (each: RaterMonth): RaterMonth => {
    const above = parent.get(each) ?? each;
    if (above === each) return each;
    const top = root(above);
    parent.set(each, top);
    return top;
  };
  const firstOf = new Map<string, RaterMonth>();
  for (const rater of raters) {
    for (const key of rater.byPerson.keys()) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, rater);
      else parent.set(root(rater), root(first));
    }
  }
  const linked = new Map<RaterMonth, RaterMonth[]>();
  for (const rater of raters) linked.set(root(rater), [...(linked.get(root(rater)) ?? []), rater]);
  return new Map(raters.map((rater) => [rater, linked.get(root(rater)) ?? [rater]]));
}
