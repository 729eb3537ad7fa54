import type { WorkCalendar } from '../assessment/calendar';
import { addDays, monthOf, type CalendarDate } from '../assessment/calendarDate';
import type { Month } from '../assessment/period';
import type { WeeklyRecord } from './records';

/** The working days that one 附件1 stands for, by month; empty where nothing is credited. */
export type Credit = ReadonlyMap<Month, readonly CalendarDate[]>;

/** An earlier record of the same person that stands for some of the same working days. */
export interface Overlap {
  readonly earlier: WeeklyRecord;
  readonly days: readonly CalendarDate[];
}

/** A period of more days is no week, whatever was meant by it. */
const LONGEST_PERIOD = 31;

/** Whether a period is too long to be credited. */
export function isOverlong({ from, to }: WeeklyRecord): boolean {
  return from !== null && to !== null && to > addDays(from, LONGEST_PERIOD - 1);
}

/** What a record is credited with (R19): the working days of its period, provided that a task stands on it. */
export function creditOf(record: WeeklyRecord, calendar: WorkCalendar): Credit {
  const { from, to, tasks } = record;
  const credit = new Map<Month, CalendarDate[]>();
  if (from === null || to === null || tasks.length === 0 || isOverlong(record)) return credit;
  for (const day of calendar.workdaysFrom(from, to)) {
    const month = monthOf(day);
    const days = credit.get(month);
    if (days === undefined) credit.set(month, [day]);
    else days.push(day);
  }
  return credit;
}

/**
 * The month that a record belongs to: the one with most of its working days, the earlier of two; without a working day
 * that of its first day; null without a period.
 */
export function homeMonth({ from, to }: WeeklyRecord, calendar: WorkCalendar): Month | null {
  if (from === null || to === null) return null;
  const counts = new Map<Month, number>();
  const end = to < addDays(from, LONGEST_PERIOD) ? to : addDays(from, LONGEST_PERIOD);
  for (const day of calendar.workdaysFrom(from, end)) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + 1);
  const [home] = [...counts].sort(([, a], [, b]) => b - a);
  return home?.[0] ?? monthOf(from);
}

/** The working days that one person's records cover; each counts once. */
export class Coverage {
  private readonly days = new Map<CalendarDate, WeeklyRecord>();

  /** Adds a record's days, and tells which of them earlier records cover already. */
  add(record: WeeklyRecord, credit: Credit): Overlap[] {
    const again = new Map<WeeklyRecord, CalendarDate[]>();
    for (const day of [...credit.values()].flat()) {
      const earlier = this.days.get(day);
      if (earlier === undefined) this.days.set(day, record);
      else again.set(earlier, [...(again.get(earlier) ?? []), day]);
    }
    return [...again].map(([earlier, days]) => ({ earlier, days }));
  }

  /** The record that covers a day. */
  recordOf(day: CalendarDate): WeeklyRecord | undefined {
    return this.days.get(day);
  }
}
