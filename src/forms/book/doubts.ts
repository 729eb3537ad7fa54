import type { IsAbsent } from './absence';
import { monthTitle, quarterOf, type Month } from '../../assessment/period';
import { goodLimit } from '../../assessment/quota';
import type { Settings } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import type { Findings } from '../grid/findings';
import type { Problem } from '../grid/problem';
import type { FormDraft } from '../score-sheet/draft';
import type { DraftRow, ScoreRow } from '../score-sheet/form';
import { similarNames } from '../words/similarNames';
import type { Directory } from './directory';
import { namesAmong } from './told';
import type { Person } from './model';
import type { Period } from './periods';
import { problem } from './problems';

/** What is known of the people when it is asked who may be nobody. */
export interface Counted {
  readonly periods: readonly Period[];
  readonly persons: ReadonlyMap<ScoreRow, Person>;
  readonly directory: Directory;
  readonly settings: Settings;
}

/**
 * Whoever is counted and may be nobody, or somebody else: not on the roster, written with something beside a name that
 * nobody has, hardly told from a summary, or like another name. The limit of 好 follows from the number of people (R15),
 * so each is named with what it does to both.
 */
export function reportDoubts(counted: Counted, findings: Findings): void {
  const { periods, persons, directory } = counted;
  const reported = new Set<string>();
  const once = (key: string) => !reported.has(key) && reported.add(key).size > 0;
  const twins = directory.hasRoster ? new Map<Person, Person>() : likePeople(periods, persons);
  for (const period of periods) {
    const count = new Set(period.rows.flatMap(({ key }) => (key === null ? [] : [key]))).size;
    const effect = effectOn(period.month, count, counted.settings);
    const present = new Set(period.rows.map(({ row }) => persons.get(row.row)));
    const absent = directory.rosterPeople.filter((person) => !present.has(person));
    for (const { draft, row } of period.rows) {
      const person = persons.get(row.row);
      // A line that is torn, or its form, has been told of already.
      if (person === undefined || findings.blockedBy(row.row) === 'program') continue;
      const found = doubtOf(
        counted,
        { draft, row, person, absent: namesFrom(person, absent), effect: effect.counted },
        twins,
      );
      if (found !== null && once(person.key)) findings.add([found]);
    }
    for (const { cells, block } of period.drafts) {
      for (const { row, text, doubtful } of block.skipped) {
        const at = cellAddress(row, block.heading.firstColumn);
        if (doubtful) findings.add([problem.rowNotCounted(cells.name, at, text, effect.leftOut)]);
      }
    }
  }
}

interface Line {
  readonly draft: FormDraft;
  readonly row: DraftRow;
  readonly person: Person;
  /** Names of the roster that stand on no sheet of the month, those of the line's own 科室 first. */
  readonly absent: readonly string[];
  readonly effect: string;
}

function doubtOf(
  { directory }: Counted,
  { draft, row: { row, name }, person, absent, effect }: Line,
  twins: ReadonlyMap<Person, Person>,
): Problem | null {
  const at = [draft.cells.name, cellAddress(row.row, draft.columns.name)] as const;
  const text = row.nameText.trim();
  if (directory.isOnRoster(person)) return null;
  if (directory.hasRoster) {
    return name.unreadable ? null : problem.notOnRoster(...at, text, similarNames(person.name, absent), effect);
  }
  if (row.beside.length > 0 && !directory.isPlain(row.name)) {
    return problem.nameBesideUnknown(...at, text, person.name, effect);
  }
  if (draft.block.doubtfulRows.includes(row.row)) return problem.rowCounted(...at, text, effect);
  const twin = twins.get(person);
  return twin === undefined ? null : problem.nameSimilar(...at, text, twin.displayName, effect);
}

function namesFrom({ department }: Person, people: readonly Person[]): string[] {
  const isOwn = (person: Person) => person.department === department;
  return [...people.filter(isOwn), ...people.filter((person) => !isOwn(person))].map(({ name }) => name);
}

/** What one person more or less does to a month's people and its limit of 好. */
function effectOn(
  month: Month | null,
  count: number,
  { quotaPercent, atLeastOneGood }: Settings,
): { counted: string; leftOut: string } {
  const limit = (people: number) => goodLimit(people, quotaPercent, atLeastOneGood);
  const title = month === null ? '该表' : monthTitle(month);
  const said = (people: number) => `${people}人、“好”上限${limit(people)}人`;
  return {
    counted: `${title}计入为${said(count)}，不计为${said(Math.max(0, count - 1))}`,
    leftOut: `${title}不计为${said(count)}，计入为${said(count + 1)}`,
  };
}

/**
 * People who differ in one character of the name and never stand on the sheets of one month: perhaps the same person.
 * Without a roster nothing else tells. Costs one pass over the characters of all names.
 */
function likePeople(periods: readonly Period[], persons: ReadonlyMap<ScoreRow, Person>): Map<Person, Person> {
  const monthsOf = new Map<Person, Set<Period>>();
  for (const period of periods) {
    for (const { row } of period.rows) {
      const person = persons.get(row.row);
      if (person !== undefined) monthsOf.set(person, (monthsOf.get(person) ?? new Set()).add(period));
    }
  }
  const byPattern = new Map<string, Person[]>();
  for (const person of monthsOf.keys()) {
    const characters = [...person.name];
    // The surname stays: whoever has another is somebody else.
    for (let i = 1; i < characters.length; i++) {
      const pattern = characters.map((character, at) => (at === i ? '?' : character)).join('');
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), person]);
    }
  }
  const twins = new Map<Person, Person>();
  for (const alike of byPattern.values()) {
    for (const [i, person] of alike.entries()) {
      const apart = alike.slice(0, i).find((other) => {
        const shared = [...(monthsOf.get(other) ?? [])].some((period) => monthsOf.get(person)?.has(period));
        const departments = new Set([other.department, person.department].filter((each) => each !== ''));
        return !shared && other.name !== person.name && departments.size <= 1;
      });
      if (apart !== undefined) twins.set(person, apart);
    }
  }
  return twins;
}

/**
 * Without a roster, the sheets of a quarter's months tell of each other who is missing (R14: one record per person and
 * month): one warning a month with all names.
 */
export function reportMissingAmongMonths(
  { periods, persons, directory }: Counted,
  isExplained: IsAbsent,
  findings: Findings,
): void {
  if (directory.hasRoster) return;
  const peopleOf = ({ rows }: Period) => rows.flatMap(({ row }) => persons.get(row.row) ?? []);
  const all = new Map<string, Set<Person>>();
  for (const period of periods) {
    if (period.month === null) continue;
    const quarter = quarterOf(period.month);
    all.set(quarter, new Set([...(all.get(quarter) ?? []), ...peopleOf(period)]));
  }
  for (const period of periods) {
    const [first] = period.drafts;
    const { month } = period;
    if (month === null || first === undefined) continue;
    const present = new Set(peopleOf(period));
    const missing = [...(all.get(quarterOf(month)) ?? [])].filter(
      (person) => !present.has(person) && !isExplained(person, month),
    );
    if (missing.length > 0) {
      const names = missing.map(namesAmong(persons.values()));
      findings.add([problem.peopleMissingHere(first.cells.name, monthTitle(month), names)]);
    }
  }
}
