import { addDays, firstDayOf, lastDayOf, monthOf, nextMonth, type CalendarDate } from './calendarDate';
import type { Month } from './period';

/** An entry of 特殊情形登记 by which somebody comes or goes, or any other. */
interface Entry {
  readonly kind: string;
  readonly from: CalendarDate;
}

/** An entry that lasts: to its last day, or without one until something ends it. */
interface LastingEntry extends Entry {
  readonly to: CalendarDate | null;
}

/** Working days from one day to another, both included. */
export type CountWorkdays = (from: CalendarDate, to: CalendarDate) => number;

/** From when on somebody is in service, or out of it (五·4, rule 40). */
const SERVICE: Readonly<
  Record<string, { readonly inService: boolean; readonly since: (from: CalendarDate) => Month }>
> = {
  // R39: from the month of arrival on.
  调入: { inService: true, since: monthOf },
  // The unit where one works at the month's end assesses.
  调出: { inService: false, since: monthOf },
  // R40: in for the month of retirement.
  退休: { inService: false, since: (from) => nextMonth(monthOf(from)) },
};

/**
 * What keeps somebody out of service in a month (rule 40): the last 调出 or 退休 before its end that no 调入 followed, or
 * the first 调入 where it comes later. Null for who is in service.
 */
export function outOfService<E extends Entry>(entries: readonly E[], month: Month): E | null {
  const changes = entries
    .flatMap((entry) => {
      const change = SERVICE[entry.kind];
      return change === undefined ? [] : [{ entry, since: change.since(entry.from), inService: change.inService }];
    })
    .sort((a, b) => (a.entry.from < b.entry.from ? -1 : Number(a.entry.from > b.entry.from)));
  const [first] = changes;
  // Who has left does not leave again: 退休 after 调出 is another unit's.
  const moves = changes.filter(({ inService }, i) => inService || (changes[i - 1]?.inService ?? true));
  const last = moves.filter(({ since }) => since <= month).at(-1);
  if (last !== undefined) return last.inService ? null : last.entry;
  return first?.inService === true ? first.entry : null;
}

/** Whether what began on a day holds in a month: from its month to the end of its year (ambiguities 30 and 34). */
export function lastsToYearsEnd(from: CalendarDate, month: Month): boolean {
  return from.slice(0, 4) === month.slice(0, 4) && monthOf(from) <= month;
}

/** How much of a month in service lies in entries of some kinds: any day of it, and more than half of its working days. */
export function timeAway(
  entries: readonly LastingEntry[],
  kinds: ReadonlySet<string>,
  month: Month,
  workdays: CountWorkdays,
): { readonly anyDay: boolean; readonly mostDays: boolean } {
  const { first, last } = daysOfService(entries, month);
  const stays = entries.filter(({ kind, from, to }) => kinds.has(kind) && from <= last && (to === null || to >= first));
  return {
    anyDay: stays.length > 0,
    mostDays: 2 * distinctDays(stays, { first, last }, workdays) > workdays(first, last),
  };
}

/** The working days of a period that lie in any of some entries; days that two of them have in common count once. */
export function distinctDays(
  entries: readonly LastingEntry[],
  { first, last }: { readonly first: CalendarDate; readonly last: CalendarDate },
  workdays: CountWorkdays,
): number {
  const stays = entries
    .map(({ from, to }) => ({ from: from < first ? first : from, to: to === null || to > last ? last : to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let [days, until] = [0, ''];
  for (const { from, to } of stays) {
    const start = from > until ? from : addDays(until, 1);
    if (start > to) continue;
    days += workdays(start, to);
    until = to;
  }
  return days;
}

/** The days of service in a month where somebody comes or goes within it; a month in service has at least one. */
function daysOfService(
  entries: readonly Entry[],
  month: Month,
): { readonly first: CalendarDate; readonly last: CalendarDate } {
  const [begin, end] = [firstDayOf(month), lastDayOf(month)];
  const within = (kind: string) =>
    entries.flatMap(({ kind: own, from }) => (own === kind && monthOf(from) === month ? [from] : []));
  const [first = begin] = within('调入').sort();
  const last = within('退休').sort().at(-1) ?? end;
  return { first, last: last < first ? end : last };
}
