import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, dayTitle, yearOf, type CalendarDate } from '../../assessment/calendarDate';
import type { NoticeStart } from '../../assessment/settings';
import { datesIn, wholeDate } from '../words/dateText';

/** 三（二）5「公示时间为3个工作日」. */
const NOTICE_WORKDAYS = 3;
/** 三（二）5「在5个工作日内予以答复」. */
const REPLY_WORKDAYS = 5;

/** First and last day of a 公示, both working days. */
export interface NoticePeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * R23, 三（二）5: exactly three working days with 调休. The day of posting counts if it is one (ambiguity 24), else the
 * next working day is the first.
 */
export function noticePeriod(posted: CalendarDate, calendar: WorkCalendar, start: NoticeStart): NoticePeriod {
  const from = start === '当日计入' ? calendar.firstWorkdayOnOrAfter(posted) : calendar.addWorkdays(posted, 1);
  return { from, to: calendar.addWorkdays(from, NOTICE_WORKDAYS - 1) };
}

/** R24, 三（二）5: an objection is answered within five working days, from the next one on (ambiguity 25). */
export function replyDeadline(received: CalendarDate, calendar: WorkCalendar): CalendarDate {
  return calendar.addWorkdays(received, REPLY_WORKDAYS);
}

/** '2020年10月12日至10月14日', with the second year where it is another one. */
export function periodTitle({ from, to }: NoticePeriod): string {
  return `${dateTitle(from)}至${yearOf(from) === yearOf(to) ? dayTitle(to) : dateTitle(to)}`;
}

/** The period that a text names behind 公示期; null where it names none that can be read. */
export function readPeriod(text: string): NoticePeriod | null {
  const [first, last] = datesIn(text.slice(text.lastIndexOf('公示期') + 1), false);
  const from = first === undefined ? null : wholeDate(first);
  const to = last === undefined ? null : wholeDate({ ...last, year: last.year ?? first?.year ?? null });
  return from === null || to === null || to < from ? null : { from, to };
}
