import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import { specialRules, type Circumstance, type CircumstanceKind } from '../../../src/assessment/circumstances';
import { reviewQuarter, type PersonReview } from '../../../src/assessment/quarterly';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/assessment/settings';
import { scored } from './scoredPeople';

/** Working days from one day to another, by the official lists. */
export const workdays = (from: string, to: string): number => OFFICIAL_CALENDAR.workdaysBetween(from, to);

/** A line of 特殊情形登记; it lasts, or is a single event, where no last day is given. */
export function entry(
  kind: CircumstanceKind,
  from: string,
  to: string | null = null,
  more: Partial<Circumstance> = {},
): Circumstance {
  return { kind, from, to, days: null, scope: null, basis: '', approver: '', ...more };
}

/** The third quarter of 2020 of one person with these lines of 特殊情形登记 and a total in each month, or three. */
export function reviewWith(
  entries: readonly Circumstance[],
  settings: Partial<Settings> = {},
  total: number | null | readonly (number | null)[] = 90,
): PersonReview {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const person = scored('李敏', Array.isArray(total) ? total : [total, total, total]);
  const rules = specialRules(new Map([[person.key, entries]]), workdays, all);
  const [reviewed] = reviewQuarter('2020Q3', [person], all, rules).people;
  if (reviewed === undefined) throw new Error('nobody was reviewed');
  return reviewed;
}

/** What becomes of 90 points in July, August and September, and after the bar in the quarter; — for no result. */
export function results(entries: readonly Circumstance[], settings: Partial<Settings> = {}): string {
  const { months, suggestedGrade } = reviewWith(entries, settings);
  const short = (grade: string | null) => grade?.replace('等次', '') ?? '—';
  return `${months.map(({ grade }) => short(grade)).join(' ')} | ${short(suggestedGrade)}`;
}
