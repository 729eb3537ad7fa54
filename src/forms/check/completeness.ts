import { OFFICIAL_CALENDAR, type Week, type WorkCalendar } from '../../assessment/calendar';
import { yearOf, type CalendarDate } from '../../assessment/calendarDate';
import { evaluationDeadline } from '../../assessment/deadlines';
import type { Month } from '../../assessment/period';
import { problem } from './problems';
import { problem as settingsProblem } from '../settings/problems';
import { Evaluations, selfScorings } from '../evaluation/checks';
import { MonthCheck } from './monthCompleteness';
import { recordsByPerson, type RecordBook } from './personRecords';
import type { Problem } from '../grid/problem';

/**
 * How far a part of the month's material is: 部分: some days of a week, a suggestion in no grade's words, a score with
 * an error; 迟, 早: signed after the 5th, before the month's last working day; 重复: filed twice; 不要求: explained, or a
 * status stands in place of a grade.
 */
export type CompletenessState = '齐' | '部分' | '缺' | '迟' | '早' | '重复' | '未到期' | '不要求';

/** One person's month: 个人自评 (附件1, 附件2), 评鉴 (comment, suggested grade) and 民主考评 (score) of R16. */
export interface PersonCompleteness {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly weeks: readonly (Week & { readonly state: CompletenessState })[];
  readonly filing: CompletenessState;
  readonly comment: CompletenessState;
  readonly suggestion: CompletenessState;
  readonly score: CompletenessState;
}

export interface MonthCompleteness {
  readonly month: Month;
  /** Roster order, then as their forms stand. */
  readonly people: readonly PersonCompleteness[];
}

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
}

/**
 * What of 周记实、月考核 is there, and what is wrong with it (R16, R17, R19–R21, R34, R52, R53). Only months with any
 * 附件1 or 附件2 are judged, so that a workbook of score sheets alone is not told that all else is missing. Costs one
 * pass over the forms, and one over the people for each month.
 */
export function checkCompleteness(book: RecordBook, options: CompletenessOptions = {}): Completeness {
  const calendar = options.calendar ?? OFFICIAL_CALENDAR;
  const handedIn = recordsByPerson(book, calendar);
  const judged = [...new Set([...handedIn.weeklyMonths, ...handedIn.filingMonths])].sort();
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
