import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, dayTitle, type CalendarDate } from '../../assessment/calendarDate';
import { monthTitle, type Month } from '../../assessment/period';
import { problem } from './problems';
import { HeaderComparison } from './headerComparison';
import type { Problem } from '../grid/problem';
import { Directory } from '../book/directory';
import { namesAmong } from '../book/told';
import { fillingOf } from '../records/filled';
import type { FilingForm, WeeklyRecord } from '../records/record';
import { Coverage, homeMonth, isOverlong, workdaysOf, type DaysByMonth } from '../records/weekCoverage';
import type { Book, Person } from '../book/model';

/** The parts of a book that the completeness is judged by. */
export type RecordBook = Pick<
  Book,
  'people' | 'roster' | 'scores' | 'months' | 'strays' | 'isAbsent' | 'isOwing' | 'awayEntries'
> & {
  readonly weeklyRecords: readonly WeeklyRecord[];
  readonly filings: readonly FilingForm[];
};

/** What one person has handed in. */
export interface PersonRecords {
  readonly person: Person;
  readonly coverage: Coverage;
  /** The filled 附件2 of a month; the first where there are several. */
  readonly filings: ReadonlyMap<Month, FilingForm>;
  /** 附件2 with no more than header and duties (rule 59). */
  readonly begun: ReadonlyMap<Month, FilingForm>;
  /** Months with several filled 附件2. */
  readonly filedTwice: ReadonlySet<Month>;
}

export interface RecordsByPerson {
  /** In the order in which their forms stand. */
  readonly records: ReadonlyMap<Person, PersonRecords>;
  /** Months that a form with a name belongs to, blank or filled; a stray year makes none (rule 58). */
  readonly weeklyMonths: ReadonlySet<Month>;
  readonly filingMonths: ReadonlySet<Month>;
  /** What people are called in messages. */
  readonly told: ReturnType<typeof namesAmong>;
  readonly problems: readonly Problem[];
}

interface Draft extends PersonRecords {
  readonly filings: Map<Month, FilingForm>;
  readonly begun: Map<Month, FilingForm>;
  readonly filedTwice: Set<Month>;
}

/** Whose each 附件1 and 附件2 is, and what is wrong with it by itself or beside the same person's others. */
export function recordsByPerson(book: RecordBook, calendar: WorkCalendar): RecordsByPerson {
  const { owners, problems } = ownersOf(book);
  const told = namesAmong([...book.people, ...owners.values()]);
  const headers = new HeaderComparison(book.roster);
  const records = new Map<Person, Draft>();
  const draftOf = (form: WeeklyRecord | FilingForm): Draft | null => {
    const person = owners.get(form);
    if (person === undefined) return null;
    headers.compare(form, person, told(person));
    const known = records.get(person);
    if (known !== undefined) return known;
    const draft: Draft = {
      person,
      coverage: new Coverage(),
      filings: new Map(),
      begun: new Map(),
      filedTwice: new Set(),
    };
    records.set(person, draft);
    return draft;
  };

  const weeklyMonths = new Set<Month>();
  for (const record of book.weeklyRecords) {
    const workdays = workdaysOf(record, calendar);
    const home = homeMonth(record, workdays);
    const draft = draftOf(record);
    if (draft === null || home === null) continue;
    if (!book.strays.has(record)) weeklyMonths.add(home);
    problems.push(...addWeek(draft, record, workdays, told(draft.person)));
  }
  const filingMonths = new Set<Month>();
  for (const filing of book.filings) {
    const draft = draftOf(filing);
    const { month } = filing;
    if (draft === null || month === null) continue;
    if (!book.strays.has(filing)) filingMonths.add(month);
    const filling = fillingOf(filing);
    if (filling === 'filled') problems.push(...addFiling(draft, filing, month, told(draft.person)));
    if (filling === 'begun' && !draft.begun.has(month)) draft.begun.set(month, filing);
  }
  return { records, weeklyMonths, filingMonths, told, problems: [...problems, ...headers.problems()] };
}

/** Whose each form is; a name that several people bear is nobody's. */
function ownersOf(book: RecordBook): {
  readonly owners: ReadonlyMap<WeeklyRecord | FilingForm, Person>;
  readonly problems: Problem[];
} {
  const directory = new Directory(book.people, book.roster);
  const owners = new Map<WeeklyRecord | FilingForm, Person>();
  const problems: Problem[] = [];
  for (const form of [...book.weeklyRecords, ...book.filings]) {
    const { sheet, cells, header } = form;
    if (header.name === '') continue;
    const owner = directory.resolveOrAdd(header);
    if (owner.kind === 'known') owners.set(form, owner.person);
    else problems.push(problem.recordNamesake(sheet, cells.name, header.displayName, owner.departments));
  }
  return { owners, problems };
}

/** '7月6日至10日', '9月28日至10月9日', '7月6日'. */
export function daysTitle({ from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }): string {
  if (from === to) return dayTitle(from);
  return `${dayTitle(from)}至${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dayTitle(to)}`;
}

function addWeek({ coverage }: Draft, record: WeeklyRecord, workdays: DaysByMonth, name: string): Problem[] {
  const { sheet, cells, from, to } = record;
  if (from === null || to === null) return [];
  if (isOverlong(record)) {
    return [problem.weekOverlong(sheet, cells.period, `${dateTitle(from)}至${dateTitle(to)}`)];
  }
  // A form that was only printed stands for nothing.
  if (fillingOf(record) === 'blank') return [];
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
        ? problem.weekDuplicate(sheet, cells.period, name, daysTitle({ from, to }), other)
        : problem.weeksOverlap(sheet, cells.period, name, days.map(dayTitle).join('、'), other),
    );
  }
  return problems;
}

function addFiling({ filings, filedTwice }: Draft, filing: FilingForm, month: Month, name: string): Problem[] {
  const first = filings.get(month);
  if (first === undefined) {
    filings.set(month, filing);
    return [];
  }
  filedTwice.add(month);
  const other = `${first.sheet} ${first.cells.name}`;
  return [problem.filingDuplicate(filing.sheet, filing.cells.name, name, monthTitle(month), other)];
}
