import { getDayDetail, isWorkday } from 'chinese-days';
import { addDays, daysFrom, firstDayOf, lastDayOf, weekdayOf, yearOf, type CalendarDate } from './calendarDate';
import { monthsOf, type Month, type Quarter } from './period';

export type { CalendarDate } from './calendarDate';

/** What the office's own table makes of a day. */
export type DayKind = '工作日' | '休息日';

/** The office's own table of days; it overrules the official lists. */
export interface CalendarOverrides {
  readonly days: ReadonlyMap<CalendarDate, DayKind>;
  /** Years that the table holds completely, so that nobody is warned of a missing official list. */
  readonly completeYears?: readonly number[];
}

/** First and last working day of a week of 附件1. */
export interface Week {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Working days with public holidays and 调休. */
export interface WorkCalendar {
  isWorkday(date: CalendarDate): boolean;
  /**
   * Whether the year's holidays are known. Where they are not, Monday to Friday are taken for working days, and the
   * caller must say so.
   */
  hasOfficialList(year: number): boolean;
  /** 每月最后一个工作日 (三（二）2). Were a month without any, the last one before its end. */
  lastWorkdayOf(month: Month): CalendarDate;
  /** The day itself, or the next working day: what a deferred date falls on (ambiguity 23). */
  firstWorkdayOnOrAfter(date: CalendarDate): CalendarDate;
  /** The n-th working day after a day, before it for a negative n, the day itself for 0. */
  addWorkdays(date: CalendarDate, n: number): CalendarDate;
  /** Working days from one day to another, both included; empty when the second is earlier. */
  workdaysFrom(from: CalendarDate, to: CalendarDate): readonly CalendarDate[];
  /** Their number. */
  workdaysBetween(from: CalendarDate, to: CalendarDate): number;
  /** 考核天数 of a quarter (五·5, ambiguity 27). */
  workdaysOfQuarter(quarter: Quarter): number;
  /**
   * The weeks of 附件1 (三（一）「周记实」): Monday to Sunday, cut to the month's working days. Working Saturdays and
   * Sundays belong to the week that they end; a week without a working day in the month is left out.
   */
  weeksOf(month: Month): readonly Week[];
}

/** A calendar of the official lists, with the office's own table laid over them. */
export function calendarOf(overrides?: CalendarOverrides): WorkCalendar {
  const isWorking = (date: CalendarDate): boolean => {
    const own = overrides?.days.get(date);
    return own === undefined ? isOfficialWorkday(date) : own === '工作日';
  };
  const nearestWorkday = (date: CalendarDate, step: 1 | -1): CalendarDate => {
    let day = date;
    while (!isWorking(day)) day = addDays(day, step);
    return day;
  };
  const workdaysFrom = (from: CalendarDate, to: CalendarDate) => daysFrom(from, to).filter(isWorking);
  const workdaysBetween = (from: CalendarDate, to: CalendarDate) => workdaysFrom(from, to).length;
  return {
    isWorkday: isWorking,
    hasOfficialList: (year) => isListed(year) || (overrides?.completeYears ?? []).includes(year),
    lastWorkdayOf: (month) => nearestWorkday(lastDayOf(month), -1),
    firstWorkdayOnOrAfter: (date) => nearestWorkday(date, 1),
    addWorkdays(date, n) {
      const step = n < 0 ? -1 : 1;
      let day = date;
      for (let left = Math.abs(n); left > 0; left--) day = nearestWorkday(addDays(day, step), step);
      return day;
    },
    workdaysFrom,
    workdaysBetween,
    workdaysOfQuarter(quarter) {
      const [first, , last] = monthsOf(quarter);
      return workdaysBetween(firstDayOf(first), lastDayOf(last));
    },
    weeksOf: (month) => weeksIn(workdaysFrom(firstDayOf(month), lastDayOf(month))),
  };
}

/** The official lists alone, for offices without a table of their own. */
export const OFFICIAL_CALENDAR: WorkCalendar = calendarOf();

function weeksIn(workdays: readonly CalendarDate[]): Week[] {
  const weeks = new Map<CalendarDate, Week>();
  for (const day of workdays) {
    const monday = addDays(day, -weekdayOf(day));
    weeks.set(monday, { from: weeks.get(monday)?.from ?? day, to: day });
  }
  return [...weeks.values()];
}

function isOfficialWorkday(date: CalendarDate): boolean {
  return isWorkday(localNoon(date));
}

/** Every official list names 国庆节; the package answers with a weekday for years that it has no list of. */
function isListed(year: number): boolean {
  return getDayDetail(localNoon(`${year}-10-01`)).name.includes('国庆节');
}

/** chinese-days takes a text for midnight in UTC and then asks for the local day: one day off west of Greenwich. */
function localNoon(date: CalendarDate): Date {
  return new Date(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8)), 12);
}
