import { dateTitle, type CalendarDate } from '../assessment/calendarDate';
import { monthTitle, type Month } from '../assessment/period';
import { monthReminders } from '../excel';
import { reminderLines } from '../forms/paper/reminders';
import { problemOf, readBook, type ReadGiven } from './answer';
import type { Answer } from './outcome';
import { title } from './report';

interface RemindGiven extends ReadGiven {
  readonly month: Month;
  readonly today: CalendarDate;
}

/**
 * Lists whom to ask for a month's forms.
 *
 * @throws NotDone when there is no roster
 */
export function remindOf({ month, today, ...given }: RemindGiven): Promise<Answer> {
  return readBook(given, {
    read: () => monthReminders({ month, today }),
    nothing: problemOf('REMINDERS_NEED_ROSTER'),
    json: ({ departments }) => ({ month, today, departments }),
    report: ({ departments }) => [
      title(`【${monthTitle(month)}催交名单】${dateTitle(today)}`),
      ...reminderLines(month, departments),
    ],
  });
}
