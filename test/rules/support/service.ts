import {
  daysFrom,
  firstDay,
  isWorkingDay,
  lastDay,
  monthOfDay,
  monthsOfQuarter,
  yearOfDay,
  type DescribedEntry,
  type OfficeSettings,
} from './described';

/** Who is assessed here at all: in service (40), elsewhere (42, 43) or refusing (44). */

/** 情形 for whose months the other unit's material is owed (rule 56). */
export const AWAY: readonly string[] = ['挂职', '外借', '派出学习', '抽调'];

/** 调入, 调出 and 退休 of a person by date. Who has none was here before and stays. */
function movesOf(entries: readonly DescribedEntry[]): DescribedEntry[] {
  return entries
    .filter(({ kind }) => kind === '调入' || kind === '调出' || kind === '退休')
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Whether the person is here after these moves; `before` says so of the time before the first. */
function hereAfter(moves: readonly DescribedEntry[], before: boolean, stillServes: (day: string) => boolean): boolean {
  let here = before;
  for (const { kind, from } of moves) {
    if (kind === '调入') here = true;
    else if (kind === '调出') here = false;
    else here = here && stillServes(from);
  }
  return here;
}

/** Rule 40: here at the month's end; who retires in the month is in for the whole of it. */
export function isInService(entries: readonly DescribedEntry[], month: string): boolean {
  const moves = movesOf(entries);
  const past = moves.filter(({ from }) => monthOfDay(from) <= month);
  return hereAfter(past, moves[0]?.kind !== '调入', (day) => monthOfDay(day) === month);
}

/** The same of a single day: from the day of arrival, to the day before the departure, to the day of retirement. */
function isHereOn(entries: readonly DescribedEntry[], day: string): boolean {
  const moves = movesOf(entries);
  const past = moves.filter(({ from }) => from <= day);
  return hereAfter(past, moves[0]?.kind !== '调入', (retired) => retired === day);
}

/** Rule 43: the person was here in the quarter and works elsewhere at its end because of a 调出. */
export function hasLeft(entries: readonly DescribedEntry[], quarter: string): boolean {
  const [, , last] = monthsOfQuarter(quarter);
  if (isInService(entries, last)) return false;
  // Who has gone by 调出 retires from another unit.
  let gone: string | null = null;
  for (const { kind, from } of movesOf(entries)) {
    if (monthOfDay(from) <= last) gone = kind === '调入' ? null : (gone ?? kind);
  }
  return gone === '调出';
}

/** Rule 42: more than half of the person's working days of the month lie in 挂职 or 外借; or one day, as the office has it. */
export function isElsewhere(
  entries: readonly DescribedEntry[],
  month: string,
  { elsewhere }: Pick<OfficeSettings, 'elsewhere'>,
): boolean {
  const away = entries.filter(({ kind }) => kind === '挂职' || kind === '外借');
  if (away.length === 0) return false;
  const days = daysFrom(firstDay(month), lastDay(month)).filter((day) => isHereOn(entries, day));
  const isAway = (day: string) => away.some((entry) => covers(entry, day));
  if (elsewhere === '有一天即算') return days.some(isAway);
  const working = days.filter(isWorkingDay);
  return 2 * working.filter(isAway).length > working.length;
}

/** Rule 56: more than half of the working days of the month lie in any of the four kinds of being away. */
export function isMostlyAway(entries: readonly DescribedEntry[], month: string): boolean {
  const away = entries.filter(({ kind }) => AWAY.includes(kind));
  const days = daysFrom(firstDay(month), lastDay(month)).filter((day) => isHereOn(entries, day) && isWorkingDay(day));
  return 2 * days.filter((day) => away.some((entry) => covers(entry, day))).length > days.length;
}

/** Rule 44 and ambiguity 34: from the month of the refusal to the end of its year, whatever end is registered. */
export function refuses(entries: readonly DescribedEntry[], month: string): boolean {
  return entries.some(
    ({ kind, from }) => kind === '拒不参加' && yearOfDay(from) === month.slice(0, 4) && monthOfDay(from) <= month,
  );
}

/** A line without an end lasts. */
export function covers({ from, to }: DescribedEntry, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

export function overlaps({ from, to }: DescribedEntry, month: string): boolean {
  return from <= lastDay(month) && (to === null || firstDay(month) <= to);
}
