import type { WorkCalendar } from '../../assessment/calendar';
import { daysFrom, type CalendarDate } from '../../assessment/calendarDate';
import { monthDeadlines, punctuality, type Deadline, type Punctuality } from '../../assessment/deadlines';
import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import { isOpen, type MonthCompleteness, type PersonCompleteness } from '../../forms/evaluation/states';
import type { QuarterState } from './quarterState';

/** What has a last day, with the clause that sets it. */
const AGENDA = {
  附件1: '附件1“每月底交局人事科存档”',
  附件2: '三（二）2、3',
  评鉴: '三（二）3',
  审定: '三（二）4',
  公示期满: '三（二）5',
  答复: '三（二）5',
} as const;
type AgendaKind = keyof typeof AGENDA;

/** How a deadline stands: put off is one on a day off until the working day after it (ambiguity 23). */
export type Stand = 'done' | 'late' | 'putOff' | 'today' | 'coming';

/** One deadline of a quarter, and whether what it is for is done. */
export interface AgendaItem {
  readonly kind: AgendaKind;
  readonly clause: string;
  /** Whose month it is; null for what is of the quarter. */
  readonly month: Month | null;
  readonly due: Deadline;
  readonly isDone: boolean;
  readonly stand: Stand;
  /** Days until the literal day, or since then where it is late. */
  readonly days: number;
  /** Of so many people something is open; null where nothing is counted, or nothing is there of anybody. */
  readonly open: number | null;
  /** Whose objection it is; '' elsewhere. */
  readonly name: string;
}

export interface AgendaInput {
  readonly quarter: Quarter;
  readonly completeness: readonly MonthCompleteness[];
  /** The quarter as it stands; null while there is no score sheet of it. */
  readonly state: Pick<QuarterState, 'readiness' | 'notice'> | null;
  readonly calendar: WorkCalendar;
  readonly today: CalendarDate;
}

/**
 * The deadlines of a quarter (R21–R24, R52): what is overdue first, then the next, what is done last, latest first.
 * Where no 附件1 and 附件2 of the quarter are kept in the workbook, nobody is said to be late with them.
 */
export function agendaOf(input: AgendaInput): AgendaItem[] {
  const items = [...monthItems(input), ...quarterItems(input)];
  const byDay = (a: AgendaItem, b: AgendaItem) => a.due.literal.localeCompare(b.due.literal);
  const open = items.filter(({ isDone }) => !isDone).sort(byDay);
  const done = items.filter(({ isDone }) => isDone).sort((a, b) => byDay(b, a));
  return [...open, ...done];
}

const STANDS: Readonly<Record<Punctuality, Stand>> = { 按期: 'coming', 顺延期内: 'putOff', 逾期: 'late' };

type Facts = Pick<AgendaItem, 'kind' | 'due' | 'isDone'> & Partial<Pick<AgendaItem, 'month' | 'open' | 'name'>>;

function item(today: CalendarDate, facts: Facts): AgendaItem {
  const { due, isDone, kind } = facts;
  const stand = isDone ? 'done' : due.literal === today ? 'today' : STANDS[punctuality(today, due)];
  const days =
    daysFrom(...(today > due.literal ? ([due.literal, today] as const) : ([today, due.literal] as const))).length - 1;
  return { ...{ month: null, open: null, name: '', clause: AGENDA[kind], stand, days }, ...facts };
}

function monthItems({ quarter, completeness, calendar, today }: AgendaInput): AgendaItem[] {
  const months = monthsOf(quarter);
  const isKept = completeness.some(({ month }) => months.includes(month));
  const items = months.flatMap((month) => {
    const people = completeness.find((each) => each.month === month)?.people ?? null;
    const due = monthDeadlines(month, calendar);
    const of = (kind: AgendaKind, by: Deadline, owes: (person: PersonCompleteness) => boolean) => {
      const open = people?.filter(owes).length ?? null;
      return item(today, { kind, month, due: by, open, isDone: open === 0 });
    };
    return [
      of('附件1', due.weeks, ({ weeks }) => weeks.some(({ state }) => isOpen(state))),
      of('附件2', due.filing, ({ filing }) => isOpen(filing)),
      of('评鉴', due.evaluation, ({ comment, suggestion }) => isOpen(comment) || isOpen(suggestion)),
    ];
  });
  return isKept ? items : items.filter(({ due }) => today <= due.literal);
}

function quarterItems({ state, today }: AgendaInput): AgendaItem[] {
  if (state === null) return [];
  const { readiness, notice } = state;
  const literally = (day: CalendarDate): Deadline => ({ literal: day, deferred: day });
  const end = notice.posted?.period?.to ?? null;
  const undecided = readiness.items.find(({ kind }) => kind === '未审定')?.people.length ?? null;
  return [
    item(today, { kind: '审定', due: readiness.deadline, isDone: readiness.isDecided, open: undecided }),
    // Nothing has to be done by its last day: it is over the day after.
    ...(end === null ? [] : [item(today, { kind: '公示期满', due: literally(end), isDone: today > end })]),
    ...notice.objections.flatMap(({ deadline, open, name }) =>
      deadline === null ? [] : [item(today, { kind: '答复', due: literally(deadline), isDone: !open, name })],
    ),
  ];
}
