import type { CalendarDate } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import type { Problem } from '../../forms/grid/problem';
import { reminders, type DepartmentReminder } from '../../forms/paper/reminders';
import { problem } from '../../forms/paper/problems';
import { checked } from '../reading/checked';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface ReminderOptions {
  readonly month: Month;
  readonly today: CalendarDate;
}

export interface MonthReminders {
  readonly departments: readonly DepartmentReminder[];
  readonly problems: readonly Problem[];
}

/** Whom to ask for a month's forms, by 科室, with the deadlines; nothing is written. */
export async function monthReminders({ month, today }: ReminderOptions): Promise<MonthReminders> {
  return runReading(async (context) => {
    // Without a day everything counts as due: what is still to come is asked for, too.
    const { completeness, reading, calendar } = checked(await readSheets(context), { month });
    if (reading.book.roster === null) return { departments: [], problems: [problem.remindersNeedRoster()] };
    const people = completeness.flatMap((each) => each.people);
    const departments = reminders(month, people, { calendar, today });
    return { departments, problems: departments.length === 0 ? [problem.nobodyToRemind()] : [] };
  });
}
