import type { CalendarDate } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import { checkCompleteness } from '../../forms/check/completeness';
import type { MonthCompleteness } from '../../forms/evaluation/states';
import type { Sheets } from './reading';
import { rulesOf } from './reviewOf';

export interface CheckScope {
  /** What is not yet due on this day is not missing; without it everything counts as due. */
  readonly today?: CalendarDate;
  /** The one month whose material is judged, whether or not there is any; else every month of which there are forms. */
  readonly month?: Month;
}

export interface Checked extends Sheets {
  readonly completeness: readonly MonthCompleteness[];
}

/**
 * A reading with everything that a check has to say: what stands in the forms, in 特殊情形登记, and which forms are missing.
 * The command and the pane say the same.
 */
export function checked(sheets: Sheets, { today, month }: CheckScope): Checked {
  const { reading, calendar } = sheets;
  const { months, problems } = checkCompleteness(reading.book, {
    calendar,
    ...(today === undefined ? {} : { today }),
    ...(month === undefined ? {} : { month }),
  });
  const registered = rulesOf(sheets).register.problems;
  const all = [...reading.problems, ...registered, ...problems];
  return { ...sheets, reading: { ...reading, problems: all }, completeness: months };
}
