import { addDays, addMonths, type CalendarDate } from './calendarDate';
import type { CircumstanceKind } from './circumstances';

/**
 * How many months each 处分 lasts (《中华人民共和国公务员法》 2018, 第六十四条: 警告，六个月；记过，十二个月；记大过，十八个月；
 * 降级、撤职，二十四个月). The notice says nothing of it: an offer that 人事科 has to confirm (ambiguity 28).
 */
export const PENALTY_MONTHS: ReadonlyMap<CircumstanceKind, number> = new Map([
  ['警告', 6],
  ['记过', 12],
  ['记大过', 18],
  ['降级', 24],
  ['撤职', 24],
]);

/** The last day of so many months that begin on a day: from 15 June to 14 June, from 31 August to 28 February. */
export function lastDayOfMonths(from: CalendarDate, months: number): CalendarDate {
  const same = addMonths(from, months);
  return same.slice(8) === from.slice(8) ? addDays(same, -1) : same;
}
