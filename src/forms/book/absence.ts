import { isElsewhere } from '../../assessment/circumstances';
import { lastDayOf, firstDayOf } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import { lastsToYearsEnd, outOfService, timeAway, type CountWorkdays } from '../../assessment/service';
import type { DirectScope, Settings } from '../../assessment/settings';
import { isSubject } from '../../assessment/subjects';
import type { SheetCells } from '../grid/cells';
import type { Problem } from '../grid/problem';
import { ABSENCE_WORDS } from '../words/labels';
import type { Directory } from './directory';
import type { Book, Person, RegisteredEntry, Roster } from './model';
import { problem } from './problems';
import { registerLines } from './registerLine';
import { rosterFacts } from './roster';

/** 情形 by which somebody is away for a time, and another unit has to tell of it (R41, R42). */
const AWAY: ReadonlySet<string> = new Set(['挂职', '外借', '派出学习', '抽调']);

/** A usable line of 特殊情形登记, by 科室 (where it says one) and 姓名. */
export interface RegisteredLine {
  readonly department: string;
  readonly name: string;
  readonly entry: RegisteredEntry;
}

/** The usable lines of 特殊情形登记 on a sheet; the others excuse nobody. */
export function registeredOn(cells: SheetCells, directScope: DirectScope): RegisteredLine[] {
  return registerLines(cells, directScope).flatMap((line) => {
    const entry = line.entry();
    return entry === null ? [] : [{ ...line.person, entry: { ...entry, hasMaterial: line.hasMaterial } }];
  });
}

/** Whether somebody need not stand on a month's score sheets. */
export type IsAbsent = (person: Pick<Person, 'key'>, month: Month) => boolean;

interface AbsenceOptions {
  readonly settings: Pick<Settings, 'leadersInQuota' | 'awayFor' | 'subjects'>;
  readonly workdays: CountWorkdays;
}

/**
 * Who owes forms and scores of a month (rule 56): an entry of 特殊情形登记 excuses in its own dates, 身份 only 局领导 who are
 * in no N, and whom 考核对象 leaves out.
 */
export function explainedAbsence(
  lines: readonly RegisteredLine[],
  directory: Directory,
  roster: Roster | null,
  { settings, workdays }: AbsenceOptions,
): Pick<Book, 'isAbsent' | 'isOwing' | 'awayEntries'> {
  const registered = new Map<string, RegisteredEntry[]>();
  for (const { entry, ...named } of lines) {
    const found = directory.resolve(named);
    if (found.kind === 'known') {
      registered.set(found.person.key, [...(registered.get(found.person.key) ?? []), entry]);
    }
  }
  const { isLeader, identityOf } = rosterFacts(roster);
  const isOwing = ({ key }: Pick<Person, 'key'>) =>
    (settings.leadersInQuota || !isLeader({ key })) && isSubject(identityOf({ key }), settings);
  const standing = ({ key }: Pick<Person, 'key'>, month: Month) =>
    standingOf(registered.get(key) ?? [], month, workdays, settings);
  return {
    isOwing,
    isAbsent: (person, month) => !isOwing(person) || standing(person, month).kind !== 'here',
    awayEntries(person, month) {
      const now = standing(person, month);
      return isOwing(person) && now.kind === 'away' ? now.entries : [];
    },
  };
}

type Standing =
  { readonly kind: 'here' | 'out' } | { readonly kind: 'away'; readonly entries: readonly RegisteredEntry[] };

/** Whether a month's entries leave somebody to owe anything here; of who is away, by which of them. */
function standingOf(
  entries: readonly RegisteredEntry[],
  month: Month,
  workdays: CountWorkdays,
  { awayFor }: Pick<Settings, 'awayFor'>,
): Standing {
  const refuses = entries.some(({ kind, from }) => kind === '拒不参加' && lastsToYearsEnd(from, month));
  if (refuses || outOfService(entries, month) !== null) return { kind: 'out' };
  // Who is assessed elsewhere owes nothing here (rule 42); who works elsewhere for a time, in months mostly away.
  const isAway =
    isElsewhere(entries, month, { workdays, awayFor }) || timeAway(entries, AWAY, month, workdays).mostDays;
  if (!isAway) return { kind: 'here' };
  const touching = entries.filter(
    ({ kind, from, to }) => AWAY.has(kind) && from <= lastDayOf(month) && (to === null || to >= firstDayOf(month)),
  );
  return { kind: 'away', entries: touching };
}

/** Words of 备注 that should be an entry of 特殊情形登记, of those who are missing: a remark excuses nobody (rule 56). */
export function remarksOnAbsence(roster: Roster | null, missing: ReadonlySet<string>): Problem[] {
  return (roster?.people ?? []).flatMap(({ key, displayName, note, noteCell }) => {
    const says = ABSENCE_WORDS.some((word) => note.includes(word));
    if (roster === null || noteCell === null || !says || !missing.has(key)) return [];
    return [problem.absenceOnlyRemarked(roster.sheet, noteCell, displayName, note.trim())];
  });
}
