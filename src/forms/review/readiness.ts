import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import {
  decisionDeadline,
  filingDeadline,
  punctuality,
  type Deadline,
  type Punctuality,
} from '../../assessment/deadlines';
import { monthsOf, monthTitle, quarterTitle, type Month, type Quarter } from '../../assessment/period';
import { isAssessedHere, type PersonReview, type QuarterReview } from '../../assessment/quarterly';
import { checkCompleteness } from '../check/completeness';
import type { MonthCompleteness, PersonCompleteness } from '../evaluation/states';
import { dueTitle } from '../evaluation/checks';
import { leadershipLacks, membersIn, type LeadershipTable } from '../evaluation/leadership';
import type { Book, Person } from '../book/model';
import { namesAmong } from '../book/told';
import { decisionProblems, isAssessed, isUndecided, reviewedPeople } from './decisions';
import type { ReviewLine } from './read';

/** What may be lacking, in the order in which it is worked off; before the group meets, and when it has. */
export const READINESS_KINDS = {
  缺测评表: '会前',
  没有总分: '会前',
  缺备案表: '会前',
  缺评语: '会前',
  缺等次建议: '会前',
  缺外单位材料: '会前',
  缺审定表: '会前',
  缺机关党委意见: '会前',
  缺纪检监察意见: '会前',
  缺领导小组名单: '会前',
  名单不全: '会前',
  未审定: '审定',
  缺理由: '审定',
  逾期: '审定',
} as const satisfies Readonly<Record<string, '会前' | '审定'>>;
export type ReadinessKind = keyof typeof READINESS_KINDS;

/** One thing that lacks. */
export interface ReadinessItem {
  readonly kind: ReadinessKind;
  readonly step: (typeof READINESS_KINDS)[ReadinessKind];
  readonly month: Month | null;
  /** Whom it concerns, by person key; empty where it is nobody's. */
  readonly people: readonly string[];
  /** Chinese: what lacks, of whom, and what to do next. */
  readonly message: string;
}

/** How far a quarter is (R15–R17, R22, R34). */
export interface Readiness {
  readonly quarter: Quarter;
  /** 三（二）4「季度终了10日内」, literal and deferred (ambiguity 23). */
  readonly deadline: Deadline;
  /** Chinese: both days. */
  readonly deadlineText: string;
  /** How today stands to the deadline; null when no day was given. */
  readonly punctuality: Punctuality | null;
  readonly items: readonly ReadinessItem[];
  /** The group can meet: nothing lacks that belongs before. */
  readonly canMeet: boolean;
  /** Everybody has a grade; a reason may still lack. */
  readonly isDecided: boolean;
}

export interface ReadinessInput {
  readonly book: Book;
  readonly review: QuarterReview;
  readonly calendar: WorkCalendar;
  /** The people of the 审定表; null where there is none. */
  readonly decisions: readonly ReviewLine[] | null;
  readonly leadership: LeadershipTable | null;
  /** Without it everything counts as due. */
  readonly today?: CalendarDate;
}

/** What a quarter still lacks before the 考核领导小组 can meet, and then before its result stands. Reads only. */
export function readiness(input: ReadinessInput): Readiness {
  const { review, calendar, today, decisions } = input;
  const { quarter } = review;
  const deadline = decisionDeadline(quarter, calendar);
  const late = today === undefined ? null : punctuality(today, deadline);
  const { months } = checkCompleteness(input.book, today === undefined ? { calendar } : { calendar, today });
  const told = namesAmong([...input.book.people, ...(decisions ?? [])]);
  const open = [
    ...monthsOf(quarter).flatMap((month) => [
      ...scoreItems(month, input, told),
      ...recordItems(month, months, input, told),
    ]),
    ...reviewItems(input, told),
    ...leadershipItems(input),
  ];
  const isDecided = decisions !== null && !open.some(({ kind }) => kind === '未审定');
  const overdue =
    late === null || late === '按期' || isDecided
      ? []
      : [item('逾期', null, [], `审定期限为${dueTitle(deadline)}，已过；请尽快审定（三（二）4）`)];
  return {
    quarter,
    deadline,
    deadlineText:
      deadline.literal === deadline.deferred
        ? `${quarterTitle(quarter)}应在${dateTitle(deadline.literal)}前审定（三（二）4）`
        : `${quarterTitle(quarter)}应在${dateTitle(deadline.literal)}前审定，该日休息，顺延为${dateTitle(deadline.deferred)}（三（二）4）`,
    punctuality: late,
    items: [...open, ...overdue],
    canMeet: !open.some(({ step }) => step === '会前'),
    isDecided,
  };
}

/** What people are called in an item. */
type Told = ReturnType<typeof namesAmong>;

/** Months without score sheets, and people without a total in a month that has them (R14, R15). */
function scoreItems(month: Month, { book, review, decisions }: ReadinessInput, told: Told): ReadinessItem[] {
  const title = monthTitle(month);
  const reviewed = reviewedPeople(review);
  const unscored = (people: readonly Named[]) =>
    peopleItem(
      '没有总分',
      month,
      people,
      told,
      (names) => `${title}没有总分：${names}；请补齐测评分数，或登记特殊情形`,
    );
  if (!book.forms.some((form) => form.month === month)) {
    // The score sheets may be elsewhere: then the 审定表 has what they came to (rule 61).
    const at = monthsOf(review.quarter).indexOf(month);
    const isBlank = ({ months }: ReviewLine) => months[at]?.total == null && months[at]?.grade == null;
    if (decisions === null || decisions.every(isBlank)) {
      return [item('缺测评表', month, [], `没有${title}的测评表（附件3）；请组织测评或收集后再审定`)];
    }
    return unscored(
      decisions.filter(
        (line) => isBlank(line) && isAssessed(line, reviewed.get(line.key)) && !book.isAbsent(line, month),
      ),
    );
  }
  return unscored(
    book.people.filter((person) => {
      const own = reviewed.get(person.key);
      if (own !== undefined) return lacksTotal(own, month) && !(book.isAbsent(person, month) && isUnscored(own, month));
      return book.isOnRoster(person) && !book.isAbsent(person, month);
    }),
  );
}

function lacksTotal({ ruling, months }: PersonReview, month: Month): boolean {
  const own = months.find((each) => each.month === month);
  return own !== undefined && own.total === null && own.ruling.grade === null && isAssessedHere(ruling);
}

function isUnscored({ months }: PersonReview, month: Month): boolean {
  return months.some((each) => each.month === month && each.raters === 0);
}

/** 附件2, comment and suggestion of each month (R16, R17, R21), as the completeness check judges them. */
function recordItems(
  month: Month,
  months: readonly MonthCompleteness[],
  { calendar, today }: ReadinessInput,
  told: Told,
): ReadinessItem[] {
  const title = monthTitle(month);
  const people = months.find((each) => each.month === month)?.people;
  if (people === undefined) {
    // What is not due yet is not missing (rule 57).
    if (today !== undefined && today <= filingDeadline(month, calendar).literal) return [];
    return [item('缺备案表', month, [], `没有${title}的任何附件1和附件2，无从核对评语和考核等次建议；请先收集`)];
  }
  const isFiled = ({ filing }: PersonCompleteness) => filing !== '缺' && filing !== '部分';
  const filed = people.filter(isFiled);
  const lacks = (state: PersonCompleteness['comment']) => state === '缺' || state === '部分';
  return [
    ...peopleItem(
      '缺备案表',
      month,
      people.filter((person) => !isFiled(person)),
      told,
      (names) => `缺${title}的附件2：${names}；请催交`,
    ),
    ...peopleItem(
      '缺评语',
      month,
      filed.filter(({ comment }) => lacks(comment)),
      told,
      (names) => `${title}的附件2没有考核评语：${names}；请科长或分管领导填写`,
    ),
    ...peopleItem(
      '缺等次建议',
      month,
      filed.filter(({ suggestion }) => lacks(suggestion)),
      told,
      (names) => `${title}的附件2没有考核等次建议：${names}；请科长或分管领导填写`,
    ),
    ...peopleItem(
      '缺外单位材料',
      month,
      people.filter(({ material }) => material === '缺'),
      told,
      (names) => `${title}在外单位工作或学习，没有所在单位的材料：${names}；请取得后填入特殊情形登记（五·4）`,
    ),
  ];
}

/** Opinions, decisions and reasons on the 审定表 (R22). */
function reviewItems({ decisions, review }: ReadinessInput, told: Told): ReadinessItem[] {
  if (decisions === null) {
    return [item('缺审定表', null, [], `还没有${quarterTitle(review.quarter)}审定表；请先生成审定表`)];
  }
  const reviewed = reviewedPeople(review);
  const unexplained = new Set(decisionProblems(decisions, review).map(({ cell }) => cell));
  return [
    ...opinionItems(decisions, review, told),
    ...peopleItem(
      '未审定',
      null,
      decisions.filter((line) => isUndecided(line, reviewed.get(line.key))),
      told,
      (names) => `没有审定等次：${names}；由考核领导小组审定后填入`,
    ),
    ...peopleItem(
      '缺理由',
      null,
      decisions.filter(({ cell }) => unexplained.has(cell)),
      told,
      (names) => `审定等次与建议等次不同而没有理由：${names}；请在“备注”中写明`,
    ),
  ];
}

/** Opinions of 机关党委 and 纪检监察 on those who are assessed here (R22). */
export function opinionItems(lines: readonly ReviewLine[], review: QuarterReview, told: Told): ReadinessItem[] {
  const reviewed = reviewedPeople(review);
  const assessed = lines.filter((line) => isAssessed(line, reviewed.get(line.key)));
  return [
    ...peopleItem(
      '缺机关党委意见',
      null,
      assessed.filter(({ partyOpinion }) => partyOpinion === ''),
      told,
      (names) => `没有机关党委意见：${names}；请征求后填入审定表`,
    ),
    ...peopleItem(
      '缺纪检监察意见',
      null,
      assessed.filter(({ disciplineOpinion }) => disciplineOpinion === ''),
      told,
      (names) => `没有纪检监察意见：${names}；请征求后填入审定表`,
    ),
  ];
}

/** The list of the 考核领导小组 (R34). */
export function leadershipItems({
  leadership,
  review: { quarter },
}: Pick<ReadinessInput, 'leadership' | 'review'>): ReadinessItem[] {
  const title = quarterTitle(quarter);
  const members = leadership === null ? [] : membersIn(leadership, quarter);
  if (members.length === 0) {
    return [item('缺领导小组名单', null, [], `没有${title}的考核领导小组名单；请生成并填写（五·1）`)];
  }
  const lacks = leadershipLacks(members);
  if (lacks.length === 0) return [];
  return [item('名单不全', null, [], `${title}的考核领导小组名单缺少${lacks.join('、')}；请补填（五·1）`)];
}

type Named = Pick<Person, 'key' | 'department' | 'name'>;

/** The most names in one message. */
const MOST_NAMES = 12;

/** One item for everybody of whom the same lacks; none where it lacks of nobody. */
function peopleItem(
  kind: ReadinessKind,
  month: Month | null,
  people: readonly Named[],
  told: Told,
  text: (names: string) => string,
): ReadinessItem[] {
  if (people.length === 0) return [];
  const names = people.slice(0, MOST_NAMES).map(told);
  const all = people.length > MOST_NAMES ? `${names.join('、')}等${people.length}人` : names.join('、');
  return [
    item(
      kind,
      month,
      people.map(({ key }) => key),
      text(all),
    ),
  ];
}

function item(kind: ReadinessKind, month: Month | null, people: readonly string[], message: string): ReadinessItem {
  return { kind, step: READINESS_KINDS[kind], month, people, message };
}
