import type { CalendarDate } from '../../assessment/calendarDate';
import { monthsOf, type Month } from '../../assessment/period';
import type { Book } from '../../forms/book/model';
import { concernedBy } from '../../forms/check/concerned';
import { namesAmong } from '../../forms/book/told';
import { cellAddress } from '../../forms/grid/address';
import type { Problem } from '../../forms/grid/problem';
import { KEY_LABEL } from '../../forms/review/columns';
import type { ReadinessKind } from '../../forms/review/readiness';
import type { ReviewSheet } from '../../forms/review/read';
import type { QuarterState } from './quarterState';

export type NextStepName =
  | 'roster'
  | 'forms'
  | 'months'
  | 'scores'
  | 'errors'
  | 'review'
  | 'update'
  | 'decide'
  | 'reasons'
  | 'notice'
  | 'renew'
  | 'answer'
  | 'wait'
  | 'finalise'
  | 'followUp'
  | 'seal'
  | 'annual';

/** The first thing that is still to be done, in the order of the work, and where. */
export interface NextStep {
  readonly name: NextStepName;
  /** Where in the workbook it is done, the cell null for a whole sheet; null where the pane does it. */
  readonly place: { readonly sheet: string; readonly cell: string | null } | null;
  /** How many it concerns; 0 where nothing is counted. */
  readonly count: number;
  /** The first person of them, or whom the problem is about without naming anybody; '' for nobody. */
  readonly first: string;
  /** What has to be put right. */
  readonly problem: Problem | null;
  /** The month that lacks its score sheets. */
  readonly month: Month | null;
  /** The last day of the notice, or of an answer. */
  readonly day: CalendarDate | null;
  /** It was to be done by then. */
  readonly overdue: boolean;
}

export interface NextStepInput {
  readonly book: Book;
  readonly problems: readonly Problem[];
  readonly quarter: QuarterState | null;
  /** The quarter's 审定表; null where there is none. */
  readonly sheet: ReviewSheet | null;
  readonly sealed: boolean;
  readonly today: CalendarDate;
}

/** What is to be done next, judged by everything that the workbook says. */
export function nextStep(input: NextStepInput): NextStep {
  const { book, quarter } = input;
  const { roster } = book;
  if (quarter === null) {
    if (roster === null) return step('roster');
    return roster.people.length === 0 ? step('roster', { place: { sheet: roster.sheet, cell: null } }) : step('forms');
  }
  const { notice } = quarter;
  if (notice.final !== null) return afterFinal(quarter, input.sealed);
  // Empty score sheets are not to be corrected but to be filled in.
  if (book.scores.every(({ row }) => row.scores.every((score) => score === null))) return step('scores');
  const errors = input.problems.filter(({ severity }) => severity === 'error');
  const [error] = errors;
  // While a notice runs, or has run out, what it waits for is more urgent than a score that nobody waits for any more.
  if (error !== undefined && notice.posted === null) return atProblem(error, errors.length, book);
  return notice.posted === null ? beforeNotice(input, quarter) : sincePosted(input, quarter);
}

function beforeNotice({ book, sheet }: NextStepInput, quarter: QuarterState): NextStep {
  const { review, notice } = quarter;
  if (sheet === null) {
    const broken = notice.decisionProblems.find(({ code }) => code === 'REVIEW_HEADINGS_MISSING');
    if (broken !== undefined) return atProblem(broken, 1, book);
    const held = new Set(book.forms.map(({ month }) => month));
    const month = monthsOf(review.quarter).find((each) => !held.has(each));
    if (month !== undefined) return step('months', { month });
    return step(review.people.some(({ mean }) => mean !== null) ? 'review' : 'scores');
  }
  return (
    missingPeople(quarter, sheet) ?? openDecision(quarter, sheet, book) ?? openReason(quarter, sheet) ?? step('notice')
  );
}

/** Somebody who is assessed and does not stand on the 审定表, where the program keeps it. */
function missingPeople({ review }: QuarterState, { lines, table }: ReviewSheet): NextStep | null {
  if (!table.headings.has(KEY_LABEL)) return null;
  const listed = new Set(lines.map(({ key }) => key));
  const missing = review.people.filter(({ key }) => !listed.has(key));
  const [first] = missing;
  if (first === undefined) return null;
  return step('update', { count: missing.length, first: namesAmong(review.people)(first) });
}

/** Who has no decision yet, or one that cannot be read; then whatever else of the 审定表 stands in the way of a notice. */
function openDecision({ readiness, notice }: QuarterState, sheet: ReviewSheet, book: Book): NextStep | null {
  const undecided = atPeople('decide', readiness.items, '未审定', sheet, 'decision');
  if (undecided !== null) return { ...undecided, overdue: readiness.punctuality === '逾期' };
  const errors = notice.decisionProblems.filter(({ severity }) => severity === 'error');
  return errors[0] === undefined ? null : atProblem(errors[0], errors.length, book);
}

function openReason({ readiness }: QuarterState, sheet: ReviewSheet): NextStep | null {
  return atPeople('reasons', readiness.items, '缺理由', sheet, 'remark');
}

function sincePosted({ book, sheet, today }: NextStepInput, quarter: QuarterState): NextStep {
  const { posted, objections, objectionProblems, finalObstacles } = quarter.notice;
  const end = posted?.period?.to ?? null;
  const isOver = end !== null && today > end;
  const decision = sheet === null ? null : openDecision(quarter, sheet, book);
  if (decision !== null) return decision;
  // What the notice says is told to everybody: it is put right before all else.
  const reason = sheet === null || isOver ? null : openReason(quarter, sheet);
  if (posted?.differs === true) return reason ?? step('renew');
  const open = objections.filter((each) => each.open);
  const [objection] = [...open].sort((a, b) => (a.deadline ?? '').localeCompare(b.deadline ?? ''));
  if (objection !== undefined) {
    const { sheet: on, cell, name, deadline, overdue } = objection;
    return step('answer', { place: { sheet: on, cell }, count: open.length, first: name, day: deadline, overdue });
  }
  const unreadable = objectionProblems.find(({ severity }) => severity === 'error');
  if (unreadable !== undefined) return atProblem(unreadable, 1, book);
  if (reason !== null) return reason;
  if (end !== null && !isOver) return step('wait', { day: end });
  return finalObstacles[0] === undefined ? step('finalise') : atProblem(finalObstacles[0], finalObstacles.length, book);
}

function afterFinal({ notice, review }: QuarterState, sealed: boolean): NextStep {
  const talks = notice.followUp.filter(({ grade, done }) => grade !== '好' && !done);
  const [talk] = talks;
  if (talk !== undefined) {
    const { sheet, cell } = talk;
    return step('followUp', { place: { sheet, cell }, count: talks.length, first: namesAmong(review.people)(talk) });
  }
  return step(sealed ? 'annual' : 'seal');
}

/** At the cell of a problem, with whom it is about where its message does not say. */
function atProblem(problem: Problem, count: number, book: Book): NextStep {
  const { sheet, cell, message } = problem;
  const unnamed = concernedBy(book)(problem).filter((person) => !message.includes(person));
  return step('errors', {
    ...{ count, problem },
    place: sheet === null ? null : { sheet, cell },
    first: unnamed.join('、'),
  });
}

/** At the cell of the first person of whom something lacks. */
function atPeople(
  name: 'decide' | 'reasons',
  items: QuarterState['readiness']['items'],
  kind: ReadinessKind,
  { lines, table }: ReviewSheet,
  column: 'decision' | 'remark',
): NextStep | null {
  const people = items.find((item) => item.kind === kind)?.people ?? [];
  const line = lines.find(({ key }) => people.includes(key));
  if (line === undefined) return null;
  const at = table.columns.get(column);
  const cell = at == null ? line.cell : cellAddress(line.row, at);
  return step(name, { place: { sheet: line.sheet, cell }, count: people.length, first: namesAmong(lines)(line) });
}

function step(name: NextStepName, facts: Partial<NextStep> = {}): NextStep {
  return { place: null, count: 0, first: '', problem: null, month: null, day: null, overdue: false, ...facts, name };
}
