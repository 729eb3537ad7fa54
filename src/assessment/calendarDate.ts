import { type Month } from './period';

/** A day as '2020-07-31': no time, no zone; texts sort like the days. */
export type CalendarDate = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** '2020-02-29' as a day; undefined for anything else, such as '2020-02-30'. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  return DATE.test(trimmed) && Number.isFinite(Date.parse(trimmed)) && fromDayNumber(toDayNumber(trimmed)) === trimmed
    ? trimmed
    : undefined;
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Every day from one to another, both included; empty when the second is earlier. */
export function daysFrom(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => fromDayNumber(first + i));
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return (((toDayNumber(date) + 3) % 7) + 7) % 7;
}

/** Today where the person is. */
export function localDate(now: Date): CalendarDate {
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** Local time to the minute, as people write it: 2020-10-09 14:05. */
export function timeStamp(now: Date): string {
  return `${localDate(now)} ${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** The month that holds a day. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): CalendarDate {
  return addDays(firstDayOf(nextMonth(month)), -1);
}

export function nextMonth(month: Month): Month {
  // No month is longer than 31 days nor shorter than 28.
  return monthOf(addDays(firstDayOf(month), 31));
}

/** The same day so many months later; the month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${twoDigits((count % 12) + 1)}`;
  const day = `${month}-${date.slice(8)}`;
  return parseCalendarDate(day) ?? lastDayOf(month);
}

/** '2020-10-05' → '10月5日'. */
export function dayTitle(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

/** '2020-10-05' → '2020年10月5日'. */
export function dateTitle(date: CalendarDate): string {
  return `${yearOf(date)}年${dayTitle(date)}`;
}

/** Days since 1 January 1970. Dates are parsed where they enter the program; a malformed one here is a bug. */
function toDayNumber(date: CalendarDate): number {
  const match = DATE.exec(date);
  if (match === null) throw new RangeError(`not a date: ${date}`);
  const [, year, month, day] = match;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
}

function fromDayNumber(days: number): CalendarDate {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}
