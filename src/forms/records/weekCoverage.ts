import type { WorkCalendar } from '../../assessment/calendar';
import { addDays, monthOf, type CalendarDate } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import type { WeeklyRecord } from './record';

/** Working days by month, in order. */
export type DaysByMonth = ReadonlyMap<Month, readonly CalendarDate[]>;

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

/** The working days of a record's period (R19: credit by working days); empty without a period, or with an overlong one. */
export function workdaysOf(record: WeeklyRecord, calendar: WorkCalendar): DaysByMonth {
  const { from, to } = record;
  const months = new Map<Month, CalendarDate[]>();
  if (from === null || to === null || isOverlong(record)) return months;
  for (const day of calendar.workdaysFrom(from, to)) {
    const month = monthOf(day);
    const days = months.get(month);
    if (days === undefined) months.set(month, [day]);
    else days.push(day);
  }
  return months;
}

/** The month that a record belongs to: the one with most of its working days, the earlier of two, else its first day's. */
export function homeMonth({ from, to }: WeeklyRecord, workdays: DaysByMonth): Month | null {
  if (from === null || to === null) return null;
  const [home] = [...workdays].sort(([, a], [, b]) => b.length - a.length);
  return home?.[0] ?? monthOf(from);
}

/** The working days that one person's records cover; each counts once. */
export class Coverage {
  private readonly days = new Map<CalendarDate, WeeklyRecord>();

  /** Adds a record's days, and tells which of them earlier records cover already. */
  add(record: WeeklyRecord, workdays: DaysByMonth): Overlap[] {
    const again = new Map<WeeklyRecord, CalendarDate[]>();
    for (const day of [...workdays.values()].flat()) {
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
