import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, dayTitle, type CalendarDate } from '../../assessment/calendarDate';
import { monthTitle, type Month } from '../../assessment/period';
import { problem } from './problems';
import { HeaderComparison } from './headerComparison';
import type { Problem } from '../grid/problem';
import { Directory } from '../book/directory';
import type { FilingForm, WeeklyRecord } from '../records/record';
import { Coverage, homeMonth, isOverlong, workdaysOf, type DaysByMonth } from '../records/weekCoverage';
import type { Book, Person } from '../book/model';

/** The parts of a book that the completeness is judged by. */
export type RecordBook = Pick<Book, 'people' | 'roster' | 'scores' | 'months' | 'isAbsent'> & {
  readonly weeklyRecords: readonly WeeklyRecord[];
  readonly filings: readonly FilingForm[];
};

/** What one person has handed in. */
export interface PersonRecords {
  readonly person: Person;
  readonly coverage: Coverage;
  /** The filled 附件2 of a month; the first where there are several. */
  readonly filings: ReadonlyMap<Month, FilingForm>;
  /** Months with several filled 附件2. */
  readonly filedTwice: ReadonlySet<Month>;
}

export interface RecordsByPerson {
  /** In the order in which their forms stand. */
  readonly records: ReadonlyMap<Person, PersonRecords>;
  /** Months that a form with a name belongs to, blank or filled. */
  readonly weeklyMonths: ReadonlySet<Month>;
  readonly filingMonths: ReadonlySet<Month>;
  readonly problems: readonly Problem[];
}

interface Draft extends PersonRecords {
  readonly filings: Map<Month, FilingForm>;
  readonly filedTwice: Set<Month>;
}

/** Whose each 附件1 and 附件2 is, and what is wrong with it by itself or beside the same person's others. */
export function recordsByPerson(book: RecordBook, calendar: WorkCalendar): RecordsByPerson {
  const directory = new Directory(book.people, book.roster);
  const headers = new HeaderComparison(book.roster);
  const records = new Map<Person, Draft>();
  const problems: Problem[] = [];
  const ownerOf = (form: WeeklyRecord | FilingForm): Draft | null => {
    if (form.header.name === '') return null;
    const owner = directory.resolveOrAdd(form.header);
    if (owner.kind === 'namesakes') {
      const { sheet, cells, header } = form;
      problems.push(problem.recordNamesake(sheet, cells.name, header.displayName, owner.departments));
      return null;
    }
    headers.compare(form, owner.person);
    const known = records.get(owner.person);
    if (known !== undefined) return known;
    const { person } = owner;
    const draft: Draft = { person, coverage: new Coverage(), filings: new Map(), filedTwice: new Set() };
    records.set(person, draft);
    return draft;
  };

  const weeklyMonths = new Set<Month>();
  for (const record of book.weeklyRecords) {
    const workdays = workdaysOf(record, calendar);
    const home = homeMonth(record, workdays);
    const owner = ownerOf(record);
    if (owner === null || home === null) continue;
    weeklyMonths.add(home);
    problems.push(...addWeek(owner, record, workdays));
  }
  const filingMonths = new Set<Month>();
  for (const filing of book.filings) {
    const owner = ownerOf(filing);
    if (owner === null || filing.month === null) continue;
    filingMonths.add(filing.month);
    if (isFilled(filing)) problems.push(...addFiling(owner, filing, filing.month));
  }
  return { records, weeklyMonths, filingMonths, problems: [...problems, ...headers.problems()] };
}

/** '7月6日至10日', '9月28日至10月9日', '7月6日'. */
export function daysTitle({ from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }): string {
  if (from === to) return dayTitle(from);
  return `${dayTitle(from)}至${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dayTitle(to)}`;
}

function addWeek({ person, coverage }: Draft, record: WeeklyRecord, workdays: DaysByMonth): Problem[] {
  const { sheet, cells, from, to } = record;
  if (from === null || to === null) return [];
  if (isOverlong(record)) {
    return [problem.weekOverlong(sheet, cells.period, `${dateTitle(from)}至${dateTitle(to)}`)];
  }
  // A form that was only printed stands for nothing.
  if (record.tasks.length === 0) return [];
  const problems: Problem[] = [];
  if (workdays.size > 1) {
    const shares = [...workdays].map(([month, days]) => `${monthTitle(month)}${days.length}天`).join('、');
    problems.push(problem.weekCrossesMonths(sheet, cells.period, shares));
  }
  for (const { earlier, days } of coverage.add(record, workdays)) {
    const other = `${earlier.sheet} ${earlier.cells.period}`;
    const sameWeek = earlier.from === from && earlier.to === to;
    problems.push(
      sameWeek
        ? problem.weekDuplicate(sheet, cells.period, person.displayName, daysTitle({ from, to }), other)
        : problem.weeksOverlap(sheet, cells.period, person.displayName, days.map(dayTitle).join('、'), other),
    );
  }
  return problems;
}

function addFiling({ person, filings, filedTwice }: Draft, filing: FilingForm, month: Month): Problem[] {
  const first = filings.get(month);
  if (first === undefined) {
    filings.set(month, filing);
    return [];
  }
  filedTwice.add(month);
  const other = `${first.sheet} ${first.cells.name}`;
  return [problem.filingDuplicate(filing.sheet, filing.cells.name, person.displayName, monthTitle(month), other)];
}

/** A form that was only printed, with names and duties, is not handed in yet. */
function isFilled({ tasks, comment, suggestedText, statusNote }: FilingForm): boolean {
  return tasks.length > 0 || [comment, suggestedText, statusNote].some((text) => text.trim() !== '');
}
