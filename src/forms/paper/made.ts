import { OFFICIAL_CALENDAR, type WorkCalendar } from '../../assessment/calendar';
import { dateTitle, dayTitle, type CalendarDate } from '../../assessment/calendarDate';
import { monthTitle, type Month } from '../../assessment/period';
import { areaAddress } from '../grid/address';
import { problem } from './problems';
import { layoutWeeklyRecord } from '../records/layoutWeekly';
import { emptyFiling, layoutFiling } from '../records/layoutFiling';
import { layoutScoreSheet, SCORE_SHEET_TOP, SCORE_SHEET_WIDTHS } from '../score-sheet/layout';
import { type FormHeader, type FormLayout, type FormPlace } from '../grid/formSketch';
import { RECORD_WIDTHS } from '../records/layoutHeader';
import type { Margins, SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { Directory } from '../book/directory';
import type { Book, Roster, RosterPerson } from '../book/model';
import { SheetNames } from '../grid/sheetNames';
import { normalizeName } from '../words/text';
import { sheetOfForms } from '../grid/formPages';

/** For whom forms are made; an empty department stands for any. */
export type PeopleChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'person'; readonly department: string; readonly name: string };

export interface FormsWanted {
  readonly annex: 1 | 2 | 3;
  readonly month: Month;
  readonly people: PeopleChoice;
  /** 附件3 only: a score sheet for each; none: one joint sheet. */
  readonly raters?: readonly string[];
  /** Protect the sheets without a password; what is to be filled in stays open. */
  readonly protect?: boolean;
  /** 公文边距 for 附件1 and 附件2, 表格边距 20 mm for 附件3, unless chosen. */
  readonly margins?: Margins;
}

/** One form that a plan makes. */
export interface MadeForm {
  readonly annex: 1 | 2 | 3;
  readonly sheet: string;
  /** A1 address of what is printed. */
  readonly range: string;
  readonly month: Month;
  /** 附件1: the week's first and last working day. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** '' for an 附件3 over several departments. */
  readonly department: string;
  /** '' for an 附件3. */
  readonly name: string;
  /** 附件3: how many stand on it, and who is to fill it in. */
  readonly people?: number;
  readonly rater?: string | null;
}

export interface FormsLayout {
  readonly sheets: readonly SheetPlan[];
  readonly forms: readonly MadeForm[];
  readonly problems: readonly Problem[];
}

/** What forms are made from. */
export interface FormSources {
  readonly book: Book;
  /** Names of the workbook's sheets. */
  readonly sheetNames: Iterable<string>;
  /** Whole percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  readonly calendar?: WorkCalendar;
}

/**
 * Plans empty forms of an annex for people of the roster, in its order (机构序): 附件1 for each week of the month and
 * 附件2, one sheet a department with the forms below each other; 附件3, one sheet for each rater. Forms that the book
 * has already are left alone and told.
 */
export function layoutMadeForms(wanted: FormsWanted, sources: FormSources): FormsLayout {
  const chosen = choosePeople(wanted.people, sources.book.roster);
  if ('problem' in chosen) return { sheets: [], forms: [], problems: [chosen.problem] };
  const batch = new Batch(wanted, sources);
  if (wanted.annex === 3) batch.addScoreSheets(chosen.people);
  else batch.addRecords(wanted.annex, chosen.people);
  return batch.layout();
}

/** Whom a choice means, in the order of the roster; why nobody, where it means none. */
export function choosePeople(
  choice: PeopleChoice,
  roster: Roster | null,
): { readonly people: readonly RosterPerson[] } | { readonly problem: Problem } {
  if (roster === null) return { problem: problem.rosterNeeded() };
  const { people, sheet } = roster;
  if (people.length === 0) return { problem: problem.rosterEmpty(sheet) };
  if (choice.kind === 'all') return { people };
  const department = normalizeName(choice.department);
  const inDepartment = people.filter((person) => department === '' || person.department === department);
  if (inDepartment.length === 0) {
    const known = [...new Set(people.map((person) => person.department))].join('、');
    return { problem: problem.rosterWithoutDepartment(sheet, choice.department, known) };
  }
  if (choice.kind === 'department') return { people: inDepartment };
  const found = inDepartment.filter(({ name }) => name === normalizeName(choice.name));
  const departments = [...new Set(found.map((person) => person.department))];
  if (found.length === 0) return { problem: problem.rosterWithoutPerson(sheet, choice.name) };
  if (departments.length > 1) return { problem: problem.rosterPersonAmbiguous(sheet, choice.name, departments) };
  return { people: found };
}

class Batch {
  private readonly sheets: SheetPlan[] = [];
  private readonly forms: MadeForm[] = [];
  private readonly problems: Problem[] = [];
  /** Forms that the book has, for the note: who or whose, when. */
  private readonly existing: string[] = [];
  private readonly names: SheetNames;
  private readonly directory: Directory;
  private readonly calendar: WorkCalendar;

  constructor(
    private readonly wanted: FormsWanted,
    private readonly sources: FormSources,
  ) {
    const { roster } = sources.book;
    this.names = new SheetNames(sources.sheetNames);
    this.directory = new Directory(roster?.people ?? [], roster);
    this.calendar = sources.calendar ?? OFFICIAL_CALENDAR;
  }

  layout(): FormsLayout {
    const { sheets, forms, problems, existing } = this;
    const note = existing.length === 0 ? [] : [problem.formsExist(existing.length, existing.join('、'))];
    return { sheets, forms, problems: [...problems, ...note] };
  }

  /** 附件1 or 附件2, stacked on one sheet a department; those of a single person on a sheet of his own. */
  addRecords(annex: 1 | 2, people: readonly RosterPerson[]): void {
    const { month } = this.wanted;
    const year = Number(month.slice(0, 4));
    if (annex === 1 && !this.calendar.hasOfficialList(year)) this.problems.push(problem.weeksWithoutOfficialList(year));
    const single = this.wanted.people.kind === 'person';
    for (const [department, members] of byDepartment(people)) {
      const makers = members.flatMap((person) => (annex === 1 ? this.weeksOf(person) : this.monthOf(person)));
      if (makers.length === 0) continue;
      const sheet = this.sheetName(annex, single ? (members[0]?.displayName ?? '') : department);
      const layouts: FormLayout[] = [];
      for (const { make, about } of makers) {
        const above = layouts.at(-1);
        const layout = make({ sheet, row: above === undefined ? 0 : above.row + above.rows });
        layouts.push(layout);
        this.forms.push({ annex, sheet, range: printedRange(layout), month, ...about });
      }
      this.addSheet(sheet, layouts, 'Portrait', RECORD_WIDTHS, null);
    }
  }

  /** 附件3, one sheet for each rater or a joint one. */
  addScoreSheets(people: readonly RosterPerson[]): void {
    const { month, raters = [], people: choice } = this.wanted;
    const { weights } = this.sources;
    for (const rater of raters.length === 0 ? [null] : raters) {
      const missing = people.filter((person) => !this.isScored(person, rater));
      if (missing.length < people.length) {
        const whose = rater === null ? '' : `评委${rater}的`;
        this.existing.push(`${monthTitle(month)}${whose}测评表（${people.length - missing.length}人已在表上）`);
      }
      if (missing.length === 0) continue;
      const departments = [...new Set(missing.map(({ department }) => department))];
      const department = departments.length === 1 ? (departments[0] ?? '') : '';
      const sheet = this.sheetName(3, rater ?? (choice.kind === 'all' ? '' : department));
      const layout = layoutScoreSheet({ month, rater, weights, people: missing }, { sheet, row: 0 });
      this.forms.push({
        annex: 3,
        sheet,
        range: printedRange(layout),
        month,
        department,
        name: '',
        people: missing.length,
        rater,
      });
      const crowded = missing.length > MOST_ON_A_PAGE;
      this.addSheet(sheet, [layout], 'Landscape', SCORE_SHEET_WIDTHS, crowded ? `$1:$${SCORE_SHEET_TOP}` : null);
    }
  }

  private weeksOf(person: RosterPerson): Maker[] {
    return this.calendar.weeksOf(this.wanted.month).flatMap(({ from, to }) => {
      const about = { from, to, department: person.department, name: person.displayName };
      if (this.hasWeekly(person, from, to)) {
        this.existing.push(`${person.displayName}${dateTitle(from)}至${dayTitle(to)}的附件1`);
        return [];
      }
      return [{ about, make: (at) => layoutWeeklyRecord({ header: headerOf(person), from, to, tasks: [] }, at) }];
    });
  }

  private monthOf(person: RosterPerson): Maker[] {
    const { month } = this.wanted;
    const about = { department: person.department, name: person.displayName };
    if (this.hasFiling(person)) {
      this.existing.push(`${person.displayName}${monthTitle(month)}的附件2`);
      return [];
    }
    return [{ about, make: (at) => layoutFiling(emptyFiling(headerOf(person), month), at) }];
  }

  private addSheet(
    sheet: string,
    layouts: readonly FormLayout[],
    orientation: 'Portrait' | 'Landscape',
    widths: readonly number[],
    titleRows: string | null,
  ): void {
    const { margins = orientation === 'Portrait' ? '公文边距' : '表格边距 20 mm', protect = false } = this.wanted;
    this.sheets.push(sheetOfForms(sheet, layouts, { orientation, margins, widths, titleRows, protect }));
  }

  /** 「附件1 2020年7月 外贸科」, unlike every other sheet's. */
  private sheetName(annex: number, whose: string): string {
    return this.names.next(`附件${annex} ${monthTitle(this.wanted.month)} ${whose}`);
  }

  /** A weekly record of the person that shares a day with the week. */
  private hasWeekly(person: RosterPerson, from: CalendarDate, to: CalendarDate): boolean {
    return this.sources.book.weeklyRecords.some(
      (record) =>
        record.from !== null &&
        record.from <= to &&
        (record.to ?? record.from) >= from &&
        this.isOf(record.header, person),
    );
  }

  private hasFiling(person: RosterPerson): boolean {
    const { month } = this.wanted;
    return this.sources.book.filings.some((filing) => filing.month === month && this.isOf(filing.header, person));
  }

  /** The person stands on a score sheet of the month: the rater's, or any where a joint one is asked for. */
  private isScored(person: RosterPerson, rater: string | null): boolean {
    const wanted = rater === null ? null : normalizeName(rater);
    const forms = this.sources.book.forms.filter(({ month }) => month === this.wanted.month);
    return forms.some((form) =>
      form.rows.some(
        (row) =>
          (wanted === null || wanted === normalizeName(row.rater ?? form.rater ?? '')) &&
          this.isOf({ ...row, department: row.department ?? '' }, person),
      ),
    );
  }

  /** A form that names no 科室 may be that of each namesake. */
  private isOf(named: { readonly department: string; readonly name: string }, person: RosterPerson): boolean {
    if (named.name !== person.name) return false;
    const found = this.directory.resolve(named);
    return found.kind === 'known' ? found.person.key === person.key : named.department === '';
  }
}

/** People of an 附件3 beyond whom it goes on over several pages, with its headings on each; fewer are fitted to one. */
const MOST_ON_A_PAGE = 30;

/** A form still to be placed, and what it is about. */
interface Maker {
  readonly about: Pick<MadeForm, 'department' | 'name' | 'from' | 'to'>;
  readonly make: (at: FormPlace) => FormLayout;
}

function headerOf({ department, displayName, position, since }: RosterPerson): FormHeader {
  return { department, displayName, position, since };
}

/** Departments in the order of their first person. */
function byDepartment(people: readonly RosterPerson[]): Map<string, RosterPerson[]> {
  const departments = new Map<string, RosterPerson[]>();
  for (const person of people)
    departments.set(person.department, [...(departments.get(person.department) ?? []), person]);
  return departments;
}

function printedRange({ row, rows, columns }: FormLayout): string {
  return areaAddress({ row, column: 0, rows, columns });
}
