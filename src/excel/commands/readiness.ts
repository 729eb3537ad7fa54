import type { CalendarDate } from '../../assessment/calendarDate';
import type { Quarter } from '../../assessment/period';
import { readLeadership } from '../../forms/evaluation/leadership';
import { readiness, type Readiness } from '../../forms/review/readiness';
import { reviewOf, reviewSheetOf } from '../reading/reviewOf';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface ReadinessOptions {
  readonly quarter: Quarter;
  /** What is not yet due on this day is not lacking; without it everything counts as due. */
  readonly today?: CalendarDate;
}

/** What a quarter still lacks before the 考核领导小组 can meet and its result stands (R22, R34). Nothing is written. */
export async function quarterReadiness({ quarter, today }: ReadinessOptions): Promise<Readiness> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const input = {
      book: sheets.reading.book,
      review: reviewOf(sheets, quarter).review,
      calendar: sheets.calendar,
      decisions: reviewSheetOf(sheets, quarter).sheet?.lines ?? null,
      leadership: readLeadership(sheets.grids.values()),
    };
    return readiness(today === undefined ? input : { ...input, today });
  });
}
