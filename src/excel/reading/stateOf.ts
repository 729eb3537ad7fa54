import type { WorkCalendar } from '../../assessment/calendar';
import type { CalendarDate } from '../../assessment/calendarDate';
import { monthOf } from '../../assessment/calendarDate';
import { quarterOf, type Month, type Quarter } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import type { MonthCompleteness } from '../../forms/evaluation/states';
import type { Problem } from '../../forms/grid/problem';
import { reviewedQuarters } from '../../forms/review/table';
import { readSeal } from '../../forms/seal/record';
import { agendaOf, type AgendaItem } from './agenda';
import { checked } from './checked';
import { nextStep, type NextStep } from './nextStep';
import { quarterState, type QuarterState } from './quarterState';
import type { Sheets } from './reading';
import { reviewSheetOf } from './reviewOf';
import type { Book } from '../../forms/book/model';
import type { ReadSettings } from '../../forms/settings/read';

/** All that a workbook says at one moment, for a person to look at. */
export interface WorkbookState {
  readonly book: Book;
  readonly settings: Settings;
  /** The official lists with the workbook's 工作日历 over them. */
  readonly calendar: WorkCalendar;
  /** What the cells of 考核设置 say, whether or not it can be used. */
  readonly office: Pick<ReadSettings, 'written' | 'unusable'>;
  /** What the forms have to say, and which are missing. */
  readonly problems: readonly Problem[];
  readonly completeness: readonly MonthCompleteness[];
  /** Quarters of which there are score sheets, latest first. */
  readonly quarters: readonly Quarter[];
  /** Months of which there are forms of any annex, latest first. */
  readonly months: readonly Month[];
  /** Years of which there are score sheets or 审定表, latest first. */
  readonly years: readonly number[];
  /** The quarter asked for, else the latest; null where there is no score sheet with a month. */
  readonly quarter: QuarterState | null;
  readonly next: NextStep;
  /** The deadlines of that quarter, or of the latest month's: what is overdue first. */
  readonly agenda: readonly AgendaItem[];
}

export interface StateOptions {
  /** Another quarter than the latest. */
  readonly quarter?: Quarter;
  /** What is not yet due on this day is not missing. */
  readonly today: CalendarDate;
}

/** Judges all that was read. */
export function stateOf(sheets: Sheets, { quarter, today }: StateOptions): WorkbookState {
  const { completeness, reading } = checked(sheets, { today });
  const { book, settings, problems } = reading;
  const scored = book.forms.flatMap(({ month }) => month ?? []);
  const filed = [
    ...book.filings.flatMap(({ month }) => month ?? []),
    ...book.weeklyRecords.flatMap(({ from }) => (from === null ? [] : monthOf(from))),
  ];
  const quarters = latestFirst(scored.map(quarterOf));
  const reviewed = reviewedQuarters(sheets.grids.values());
  const wanted = quarter !== undefined && quarters.includes(quarter) ? quarter : quarters[0];
  const sheet = wanted === undefined ? null : reviewSheetOf(sheets, wanted).sheet;
  const state = wanted === undefined ? null : quarterState(sheets, wanted, sheet, today);
  const sealed = wanted !== undefined && readSeal(sheets.grids.values(), wanted) !== null;
  const months = latestFirst([...scored, ...filed]);
  const { calendar } = sheets;
  const due = wanted ?? months.map(quarterOf)[0];
  return {
    book,
    settings,
    calendar,
    office: sheets.office,
    problems,
    completeness,
    quarters,
    months,
    years: latestFirst([...quarters, ...reviewed].map((each) => each.slice(0, 4))).map(Number),
    quarter: state,
    next: nextStep({ book, problems, quarter: state, sheet, sealed, today }),
    agenda: due === undefined ? [] : agendaOf({ quarter: due, completeness, state, calendar, today }),
  };
}

function latestFirst<T extends string>(periods: readonly T[]): T[] {
  return [...new Set(periods)].sort().reverse();
}
