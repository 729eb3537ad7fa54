import { OFFICIAL_CALENDAR, type WorkCalendar } from '../../assessment/calendar';
import { yearOf, type CalendarDate } from '../../assessment/calendarDate';
import { evaluationDeadline } from '../../assessment/deadlines';
import type { Month } from '../../assessment/period';
import { problem } from './problems';
import { problem as settingsProblem } from '../settings/problems';
import { Evaluations, selfScorings } from '../evaluation/checks';
import type { MonthCompleteness } from '../evaluation/states';
import { MonthCheck } from './monthCompleteness';
import { recordsByPerson, type RecordBook } from './personRecords';
import type { Problem } from '../grid/problem';

export interface Completeness {
  /** The months of which the workbook holds any 附件1 or 附件2, in order. */
  readonly months: readonly MonthCompleteness[];
  readonly problems: readonly Problem[];
}

export interface CompletenessOptions {
  /** The office's own where it has one; the official lists unless told otherwise. */
  readonly calendar?: WorkCalendar;
  /** What is not yet due on this day is not missing; without it everything counts as due. */
  readonly today?: CalendarDate;
  /** Judged alone, whether or not there is a form of it. */
  readonly month?: Month;
}

/**
 * What of 周记实、月考核 is there, and what is wrong with it (R16, R17, R19–R21, R34, R52, R53). Only months with any
 * 附件1 or 附件2 are judged, unless one is asked for, so that a workbook of score sheets alone is not told that all else is missing. Costs one
 * pass over the forms, and one over the people for each month.
 */
export function checkCompleteness(book: RecordBook, options: CompletenessOptions = {}): Completeness {
  const calendar = options.calendar ?? OFFICIAL_CALENDAR;
  const handedIn = recordsByPerson(book, calendar);
  const held = [...new Set([...handedIn.weeklyMonths, ...handedIn.filingMonths])].sort();
  const judged = options.month === undefined ? held : [options.month];
  const evaluations = new Evaluations(book.roster);
  const months = judged.map((month) => new MonthCheck(month, book, handedIn, evaluations, calendar, options.today));
  const results = months.map((check) => check.run());
  evaluations.reportUnknownSigners();
  const none = book.weeklyRecords.length + book.filings.length === 0 ? [problem.recordsNone()] : [];
  return {
    months: results,
    problems: [
      ...none,
      ...unlistedYears(judged, calendar).map((year) => settingsProblem.calendarUnknown(year)),
      ...handedIn.problems,
      ...months.flatMap(({ problems }) => problems),
      ...evaluations.problems,
      ...selfScorings(book.scores),
    ],
  };
}

/** Years without holidays among those of the months and of the dates by which they are judged. */
function unlistedYears(months: readonly Month[], calendar: WorkCalendar): number[] {
  const days = months.flatMap((month) => [`${month}-01`, evaluationDeadline(month, calendar).literal]);
  return [...new Set(days.map(yearOf))].filter((year) => !calendar.hasOfficialList(year));
}
