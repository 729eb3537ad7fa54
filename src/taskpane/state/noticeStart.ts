import type { WorkCalendar } from '../../assessment/calendar';
import type { CalendarDate } from '../../assessment/calendarDate';
import type { NoticeStart } from '../../assessment/settings';
import type { PostedNotice } from '../../excel/reading/noticeState';

/** The day on which the notice was posted, else today, on a day that is no working day the next one that is. */
export function usualStart(
  posted: PostedNotice | null,
  today: CalendarDate,
  calendar: WorkCalendar,
  counted: NoticeStart,
): CalendarDate {
  if (posted?.period == null) return calendar.firstWorkdayOnOrAfter(today);
  return counted === '当日计入' ? posted.period.from : calendar.addWorkdays(posted.period.from, -1);
}
