import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import type { Circumstance, CircumstanceKind } from '../../../src/assessment/circumstances';

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
