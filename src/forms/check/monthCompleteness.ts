import type { Week, WorkCalendar } from '../../assessment/calendar';
import { dayTitle, type CalendarDate } from '../../assessment/calendarDate';
import {
  archiveDeadline,
  decisionDeadline,
  evaluationDeadline,
  filingDay,
  filingDeadline,
} from '../../assessment/deadlines';
import { monthTitle, quarterOf, type Month } from '../../assessment/period';
import { problem } from './problems';
import type { CompletenessState, MonthCompleteness, PersonCompleteness } from '../evaluation/states';
import { dueTitle, statusOn, type EvaluationDates, type Evaluations } from '../evaluation/checks';
import { daysTitle, type PersonRecords, type RecordBook, type RecordsByPerson } from './personRecords';
import type { Problem } from '../grid/problem';
import type { FilingForm } from '../records/record';
import type { Person } from '../book/model';

interface WeekDays extends Week {
  readonly days: readonly CalendarDate[];
}

/** One month: the row of every person, and what is missing of whom. */
export class MonthCheck {
  readonly problems: Problem[] = [];
  private readonly weeks: readonly WeekDays[];
  private readonly dates: EvaluationDates;
  private readonly title: string;
  private readonly withoutRecords: string[] = [];
  private readonly withoutFiling: string[] = [];
  private readonly withoutMaterial: string[] = [];
  private readonly explained: string[] = [];

  constructor(
    private readonly month: Month,
    private readonly book: RecordBook,
    private readonly handedIn: RecordsByPerson,
    private readonly evaluations: Evaluations,
    private readonly calendar: WorkCalendar,
    /** undefined: every day is past. */
    private readonly today: CalendarDate | undefined,
  ) {
    this.title = monthTitle(month);
    this.weeks = calendar.weeksOf(month).map((week) => ({ ...week, days: calendar.workdaysFrom(week.from, week.to) }));
    const evaluation = evaluationDeadline(month, calendar);
    this.dates = {
      filingDay: filingDay(month, calendar),
      evaluation,
      decision: decisionDeadline(quarterOf(month), calendar),
      due: this.isPast(evaluation.literal),
    };
  }

  run(): MonthCompleteness {
    const people = this.people().map((person) => this.personRow(person));
    this.report();
    return { month: this.month, people };
  }

  private isPast(day: CalendarDate): boolean {
    return this.today === undefined || this.today > day;
  }

  /**
   * Those of the roster who owe anything at all, and whoever has handed in something. Without a roster, everybody whom a
   * form names.
   */
  private people(): Person[] {
    const { people, roster, months } = this.book;
    const scored = months.get(this.month);
    const onRoster = new Set(roster?.people.map(({ key }) => key));
    const isActive = (person: Person) => {
      const records = this.handedIn.records.get(person);
      return scored?.has(person.key) === true || (records !== undefined && this.hasForms(records));
    };
    const isExpected = (person: Person) =>
      roster === null ? this.handedIn.records.has(person) : onRoster.has(person.key) && this.book.isOwing(person);
    const everybody = new Set([...people, ...this.handedIn.records.keys()]);
    return [...everybody].filter((person) => isExpected(person) || isActive(person));
  }

  private hasForms({ coverage, filings, begun }: PersonRecords): boolean {
    return (
      filings.has(this.month) ||
      begun.has(this.month) ||
      this.weeks.some(({ days }) => days.some((day) => coverage.recordOf(day)))
    );
  }

  private personRow(person: Person): PersonCompleteness {
    const { key, department, name, displayName } = person;
    const records = this.handedIn.records.get(person);
    const filing = records?.filings.get(this.month);
    const excused = this.book.isAbsent(person, this.month) || (filing !== undefined && takesNoPart(filing));
    const row = {
      key,
      department,
      name,
      displayName,
      weeks: this.weekStates(records, excused),
      filing: this.filingState(records, excused),
      score: this.scoreState(person, excused),
      material: this.materialState(person, filing),
    };
    const named = { ...person, displayName: this.handedIn.told(person) };
    const evaluated = this.evaluationStates(named, filing, excused);
    this.note(person, records, row.weeks, row.filing);
    return { ...row, ...evaluated };
  }

  private weekStates(records: PersonRecords | undefined, excused: boolean): PersonCompleteness['weeks'] {
    return this.weeks.map(({ from, to, days }) => {
      const covered = days.filter((day) => records?.coverage.recordOf(day) !== undefined).length;
      if (covered === days.length) return { from, to, state: '齐' };
      // Due by the month's last working day (rule 57), whichever week it is.
      if (!this.isPast(this.dates.filingDay)) return { from, to, state: '未到期' };
      return { from, to, state: excused ? '不要求' : covered > 0 ? '部分' : '缺' };
    });
  }

  private filingState(records: PersonRecords | undefined, excused: boolean): CompletenessState {
    if (records?.filedTwice.has(this.month) === true) return '重复';
    if (records?.filings.has(this.month) === true) return '齐';
    if (excused) return '不要求';
    if (!this.isPast(filingDeadline(this.month, this.calendar).literal)) return '未到期';
    return records?.begun.has(this.month) === true ? '部分' : '缺';
  }

  /** Who has filed nothing cannot be evaluated: nobody is told so twice. */
  private evaluationStates(
    person: Person,
    filing: FilingForm | undefined,
    excused: boolean,
  ): Pick<PersonCompleteness, 'comment' | 'suggestion'> {
    if (filing === undefined) {
      const state = excused ? '不要求' : this.dates.due ? '缺' : '未到期';
      return { comment: state, suggestion: state };
    }
    const scoreGrade = this.book.months.get(this.month)?.get(person.key)?.scoreGrade ?? null;
    return this.evaluations.judge(filing, person, scoreGrade, excused, this.dates);
  }

  private scoreState({ key }: Person, excused: boolean): CompletenessState {
    const result = this.book.months.get(this.month)?.get(key);
    if (result !== undefined) return result.total === null ? '部分' : '齐';
    if (excused) return '不要求';
    return this.isPast(this.dates.decision.literal) ? '缺' : '未到期';
  }

  /** Collects what is missing of one person; a week beside weeks that are there is named at one of these. */
  private note(
    person: Person,
    records: PersonRecords | undefined,
    weeks: PersonCompleteness['weeks'],
    filing: CompletenessState,
  ): void {
    const name = this.handedIn.told(person);
    const covering = this.weeks.flatMap(({ days }) => days.flatMap((day) => records?.coverage.recordOf(day) ?? []));
    const gaps = weeks.flatMap(({ state }, i) => {
      const week = this.weeks[i];
      return week === undefined
        ? []
        : state === '缺'
          ? [daysTitle(week)]
          : state === '部分'
            ? [gapTitle(week, records)]
            : [];
    });
    const [place] = covering;
    if (gaps.length > 0 && place === undefined) this.withoutRecords.push(name);
    if (gaps.length > 0 && place !== undefined) {
      const { sheet, cells } = place;
      this.problems.push(problem.weeksMissing(sheet, cells.period, name, this.title, gaps.join('、')));
    }
    if (filing === '缺') this.withoutFiling.push(name);
    const begun = records?.begun.get(this.month);
    if (filing === '部分' && begun !== undefined) {
      this.problems.push(problem.filingIncomplete(begun.sheet, begun.cells.tasks, name, this.title));
    }
    if (filing === '不要求' || weeks.some(({ state }) => state === '不要求')) this.explained.push(name);
  }

  /** Who is excused by working elsewhere owes the material of that unit instead (R41, R42, rule 56). */
  private materialState(person: Person, filing: FilingForm | undefined): CompletenessState {
    const entries = this.book.awayEntries(person, this.month);
    if (entries.length === 0) return '不要求';
    const lacking = entries.filter(({ hasMaterial }) => !hasMaterial);
    if (lacking.length === 0 || filing !== undefined) return '齐';
    if (!this.dates.due) return '未到期';
    const kinds = [...new Set(lacking.map(({ kind }) => kind))];
    this.withoutMaterial.push(`${this.handedIn.told(person)}（${kinds.join('、')}）`);
    return '缺';
  }

  private report(): void {
    const { weeklyMonths, filingMonths } = this.handedIn;
    const archive = archiveDeadline(this.month, this.calendar);
    const day = dayTitle(this.dates.filingDay);
    const missing = (form: string) => this.problems.push(problem.annexMissing(this.title, form));
    if (this.withoutRecords.length > 0) {
      if (weeklyMonths.has(this.month))
        this.problems.push(problem.recordsMissing(this.title, this.withoutRecords, day, dueTitle(archive)));
      else missing('附件1《公务员每周工作记实》');
    }
    if (this.withoutFiling.length > 0) {
      const due = dueTitle(filingDeadline(this.month, this.calendar));
      if (filingMonths.has(this.month)) {
        this.problems.push(problem.filingsMissing(this.title, this.withoutFiling, day, due));
      } else missing('附件2《公务员平时（每月）考核备案表》');
    }
    if (!this.book.months.has(this.month) && this.isPast(this.dates.decision.literal)) {
      missing('附件3《公务员平时（每月）考核测评表》');
    }
    if (this.withoutMaterial.length > 0) {
      this.problems.push(problem.materialMissing(this.title, this.withoutMaterial, dueTitle(this.dates.evaluation)));
    }
    if (this.explained.length > 0) this.problems.push(problem.recordsExplained(this.title, this.explained));
  }
}

/** 不参加考核 and 由外单位考核: no records of one's own are asked for; 不确定等次 people take part (五·5). */
function takesNoPart(filing: FilingForm): boolean {
  return /参加|外单位/.test(statusOn(filing));
}

/** 7月6日至10日中的8日、9日. */
function gapTitle({ from, to, days }: WeekDays, records: PersonRecords | undefined): string {
  const gaps = days.filter((day) => records?.coverage.recordOf(day) === undefined);
  return `${daysTitle({ from, to })}中的${gaps.map((day) => `${Number(day.slice(8))}日`).join('、')}`;
}
