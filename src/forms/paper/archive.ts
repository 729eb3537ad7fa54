import type { WorkCalendar } from '../../assessment/calendar';
import { monthTitle, type Month } from '../../assessment/period';
import { areaAddress } from '../grid/address';
import { problem } from './problems';
import { periodTitle, type Owner } from '../collect/record';
import type { TakenFiling, TakenWeekly } from '../collect/collection';
import { Owners } from '../collect/owners';
import { submittedScores, type SubmittedScores } from '../collect/scores';
import type { Problem } from '../grid/problem';
import type { RecordHeader } from '../records/record';
import type { WorkbookSnapshot } from '../grid/snapshot';
import { fillingOf } from '../records/filled';
import { homeMonth, workdaysOf } from '../records/weekCoverage';
import type { Book } from '../book/model';

/** A month's forms of the open workbook, those of people in 机构 order. */
export interface ArchiveForms {
  readonly weekly: readonly Omit<TakenWeekly, 'file'>[];
  /** Records of another month that reach into this one: listed, and printed there (rule 58). */
  readonly crossing: readonly (Omit<TakenWeekly, 'file'> & { readonly home: Month | null })[];
  readonly filings: readonly Omit<TakenFiling, 'file'>[];
  readonly scores: readonly SubmittedScores[];
  readonly problems: readonly Problem[];
}

/** An 附件1 belongs to the month with most of its working days; whatever month it reaches into, too, has a line of it. */
export function archiveForms(
  book: Book,
  snapshot: WorkbookSnapshot,
  month: Month,
  calendar: WorkCalendar,
): ArchiveForms {
  const owners = new Owners(book.roster);
  const ownerOf = (header: RecordHeader): Owner => {
    const found = owners.resolve(header);
    return found.kind === 'known' ? found.owner : header;
  };
  const problems: Problem[] = [];
  const weekly = book.weeklyRecords.flatMap((form) => {
    const { from, to, header, sheet, area } = form;
    if (from === null || to === null) {
      problems.push(problem.archiveWithoutPeriod(sheet, areaAddress(area), '附件1', header.displayName));
      return [];
    }
    // An empty form is none (rule 59).
    if (fillingOf(form) === 'blank') return [];
    const workdays = workdaysOf(form, calendar);
    const home = homeMonth(form, workdays);
    return home === month || workdays.has(month) ? [{ form, owner: ownerOf(header), from, to, home }] : [];
  });
  const filings = book.filings.flatMap((form) => {
    const { header, sheet, area } = form;
    if (form.month === null) {
      problems.push(problem.archiveWithoutPeriod(sheet, areaAddress(area), '附件2', header.displayName));
    }
    const isOfMonth = form.month === month && fillingOf(form) !== 'blank';
    return isOfMonth ? [{ form, owner: ownerOf(header), month }] : [];
  });
  const ordered = weekly.sort((a, b) => owners.compare(a.owner, b.owner) || a.from.localeCompare(b.from));
  return {
    weekly: ordered.filter(({ home }) => home === month),
    crossing: ordered.filter(({ home }) => home !== month),
    filings: filings.sort((a, b) => owners.compare(a.owner, b.owner)),
    scores: submittedScores(null, book, snapshot, []).filter((scores) => scores.month === month),
    problems,
  };
}

/** 期间 of a form on lists. */
export const periodOf = {
  weekly: ({ from, to }: Pick<TakenWeekly, 'from' | 'to'>): string => periodTitle(from, to),
  month: (month: Month): string => monthTitle(month),
};
