// The package's data only: its functions are a day off west of Greenwich, where they mix local days and days in UTC.
import officialLists from 'chinese-days/dist/chinese-days.json';
import { addDays, daysFrom, firstDayOf, lastDayOf, weekdayOf, type CalendarDate } from './calendarDate';
import { monthsOf, type Month, type Quarter } from './period';

export type { CalendarDate } from './calendarDate';

const SATURDAY = 5;
/** 国务院办公厅's lists of holidays and of the weekends that are worked instead (调休), from 2004 on. */
const HOLIDAYS: ReadonlySet<CalendarDate> = new Set(Object.keys(officialLists.holidays));
const WORKING_WEEKENDS: ReadonlySet<CalendarDate> = new Set(Object.keys(officialLists.workdays));

/** What the office's own table makes of a day. */
export type DayKind = '工作日' | '休息日';

/** The office's own table of days; it overrules the official lists. */
interface CalendarOverrides {
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
    hasOfficialList: (year) => isListed(year) || overrides?.completeYears?.includes(year) === true,
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
  return WORKING_WEEKENDS.has(date) || (weekdayOf(date) < SATURDAY && !HOLIDAYS.has(date));
}

/** Every official list has 1 October (国庆节). */
function isListed(year: number): boolean {
  return HOLIDAYS.has(`${year}-10-01`);
}
