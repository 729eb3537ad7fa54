import type { CalendarDate } from '../../assessment/calendarDate';
import type { Month } from '../../assessment/period';
import type { RosterPerson } from '../book/model';
import { normalizeName } from '../words/text';
import type { Book } from '../book/model';

/** Whether the workbook has somebody's form already, so that making forms twice makes nothing twice. */

/** A weekly record of the person that shares a day with the week. */
export function weeklyExists(
  { weeklyRecords }: Book,
  person: RosterPerson,
  from: CalendarDate,
  to: CalendarDate,
): boolean {
  return weeklyRecords.some(
    (record) =>
      isOf(record.header, person) && record.from !== null && record.from <= to && (record.to ?? record.from) >= from,
  );
}

export function filingExists({ filings }: Book, person: RosterPerson, month: Month): boolean {
  return filings.some((filing) => filing.month === month && isOf(filing.header, person));
}

/** The person stands on a score sheet of the month: the rater's, or any where a joint one is asked for. */
export function scoreSheetExists({ forms }: Book, month: Month, rater: string | null, person: RosterPerson): boolean {
  const wanted = rater === null ? null : normalizeName(rater);
  return forms.some(
    (form) =>
      form.month === month &&
      form.rows.some(
        (row) =>
          isOf({ department: row.department ?? '', name: row.name }, person) &&
          (wanted === null || wanted === normalizeName(row.rater ?? form.rater ?? '')),
      ),
  );
}

/** By name, and by department where the form gives one. */
function isOf({ department, name }: { readonly department: string; readonly name: string }, person: RosterPerson) {
  return name === person.name && (department === '' || department === person.department);
}
