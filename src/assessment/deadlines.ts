import { lastDayOf, nextMonth, type CalendarDate } from './calendarDate';
import type { WorkCalendar } from './calendar';
import { monthsOf, quarterOf, type Month, type Quarter } from './period';

/**
 * The last day for something. Where the notice names a day of the calendar that is no working day, the literal one is
 * what alerts, and the deferred one stands beside it (ambiguity 23: Civil Code art. 203 defers, but does not bind here).
 */
export interface Deadline {
  readonly literal: CalendarDate;
  /** The literal day, or the next working day. */
  readonly deferred: CalendarDate;
}

/** How a day stands to a deadline; 顺延期内: after the literal and not after the deferred day. */
export type Punctuality = '按期' | '顺延期内' | '逾期';

/** R18, 三（二）1「每年2月底完成」: the year's plan. */
export function annualPlanDeadline(year: number, calendar: WorkCalendar): Deadline {
  return deadline(lastDayOf(`${year}-02`), calendar);
}

/** R20, 三（二）2「每月最后一个工作日」: the day of 附件2, a working day by itself. */
export function filingDay(month: Month, calendar: WorkCalendar): CalendarDate {
  return calendar.lastWorkdayOf(month);
}

/** R52, 附件1「此表每月底交局人事科存档」: a month's weekly records. */
export function archiveDeadline(month: Month, calendar: WorkCalendar): Deadline {
  return deadline(lastDayOf(month), calendar);
}

/** R21, 三（二）3「每月5日前」: the superior's comment and suggested grade for the month before. */
export function evaluationDeadline(month: Month, calendar: WorkCalendar): Deadline {
  return deadline(`${nextMonth(month)}-05`, calendar);
}

/** When a month's missing 附件2 is warned of: no clause says when it is handed in (ambiguity 36). */
export const filingDeadline = evaluationDeadline;

/** R22, 三（二）4「季度终了10日内」: the leadership group's decision. */
export function decisionDeadline(quarter: Quarter, calendar: WorkCalendar): Deadline {
  return deadline(`${nextMonth(monthsOf(quarter)[2])}-10`, calendar);
}

/** What of a month is due by when: 附件1, 附件2, comment and suggested grade, scores. */
export interface MonthDeadlines {
  readonly weeks: Deadline;
  readonly filing: Deadline;
  readonly evaluation: Deadline;
  readonly score: Deadline;
}

/** R21, R22, R52: every deadline of one month's material. */
export function monthDeadlines(month: Month, calendar: WorkCalendar): MonthDeadlines {
  return {
    weeks: archiveDeadline(month, calendar),
    filing: filingDeadline(month, calendar),
    evaluation: evaluationDeadline(month, calendar),
    score: decisionDeadline(quarterOf(month), calendar),
  };
}

/** The day of the deadline is in time (inclusive, ambiguity 23). */
export function punctuality(date: CalendarDate, { literal, deferred }: Deadline): Punctuality {
  if (date <= literal) return '按期';
  return date <= deferred ? '顺延期内' : '逾期';
}

function deadline(literal: CalendarDate, calendar: WorkCalendar): Deadline {
  return { literal, deferred: calendar.firstWorkdayOnOrAfter(literal) };
}
