import { dateTitle, firstDayOf, lastDayOf, monthOf, type CalendarDate } from './calendarDate';
import type { Grade, RuledGrade } from './grade';
import { monthsOf, monthTitle, quarterTitle, type Month, type Quarter } from './period';
import type { PersonQuarterInput, Ruling, SpecialRules } from './quarterly';
import { distinctDays, lastsToYearsEnd, outOfService, timeAway, type CountWorkdays } from './service';
import type { Settings, WarningScope } from './settings';

/** One line of 特殊情形登记: what happened to one person (五·3–6). */
export interface Circumstance {
  readonly kind: CircumstanceKind;
  readonly from: CalendarDate;
  /** The last day; null while it lasts, or where the 情形 is a single event. */
  readonly to: CalendarDate | null;
  /** Working days of leave, halves allowed; null for other 情形. */
  readonly days: number | null;
  /** 作用范围 of the two 直接确定 (ambiguity 18); null for other 情形. */
  readonly scope: '月' | '季' | null;
  /** 依据 and 批准人, for the explanation. */
  readonly basis: string;
  readonly approver: string;
}

/** What a 情形 does to a grade. */
type Effect =
  | 'elsewhere'
  | 'refused'
  | 'undetermined'
  | 'manual'
  | 'directPoor'
  | 'directGood'
  | 'cap'
  /** Changes no grade; explained where it matters. */
  | 'none';

/** When a 情形 touches a period. */
type When =
  | 'never'
  /** Any day of it lies in the period. */
  | 'overlap'
  /** It lasts on the period's last day. */
  | 'atEnd'
  /** More than half of the working days in service of the month lie in it, or what the office has chosen (rule 42). */
  | 'mostDays'
  /** Most of the months in service are elsewhere (rule 43). */
  | 'mostMonths'
  /** Who was in service in the quarter is not any more at its end (rule 43). */
  | 'left'
  /** It began in the period. */
  | 'began'
  /** It began in the period and its 作用范围 is 季. */
  | 'beganForQuarter'
  /** The part of the calendar year in which it began that the office has chosen (ambiguity 30). */
  | 'warned'
  /** The calendar year in which it began. */
  | 'sameYear'
  /** From the period in which it began to the end of that year (ambiguity 34). */
  | 'onward'
  /** Leave of the period makes up more than half of its working days (ambiguity 27). */
  | 'overHalf';

interface CircumstanceRule {
  readonly kind: string;
  readonly effect: Effect;
  readonly month: When;
  readonly quarter: When;
  readonly clause: string;
  /** Why the effect follows, in the notice's words. */
  readonly because: string;
}

const PUNISHED = { effect: 'undetermined', month: 'overlap', quarter: 'atEnd', clause: '五·5' } as const;
const ELSEWHERE = { effect: 'elsewhere', month: 'mostDays', quarter: 'mostMonths', clause: '五·4' } as const;
const LEAVE = { effect: 'undetermined', month: 'never', quarter: 'overHalf', clause: '五·5' } as const;
const NOTED = { effect: 'none', month: 'overlap', quarter: 'overlap', clause: '五·4' } as const;

/** The 情形 of 特殊情形登记 in its own order (五·3–6): what each does, when, and by which clause. */
export const CIRCUMSTANCES = [
  {
    kind: '直接确定为好',
    effect: 'directGood',
    month: 'began',
    quarter: 'beganForQuarter',
    clause: '五·3',
    because: '表现突出、有显著成绩和贡献的，当期可以直接确定为“好”',
  },
  {
    kind: '直接确定为较差',
    effect: 'directPoor',
    month: 'began',
    quarter: 'beganForQuarter',
    clause: '五·3',
    because: '不服从组织安排或推诿扯皮、敷衍塞责造成不良后果的，当期可以直接确定为“较差”',
  },
  { kind: '试用期', ...PUNISHED, because: '新录用公务员在试用期，参加考核、不确定等次' },
  { kind: '病假', ...LEAVE, because: '季考评周期内病事假累计超过考核天数一半，参加考核、不确定等次' },
  { kind: '事假', ...LEAVE, because: '季考评周期内病事假累计超过考核天数一半，参加考核、不确定等次' },
  { kind: '记过', ...PUNISHED, because: '受记过处分期间，参加考核、不确定等次' },
  { kind: '记大过', ...PUNISHED, because: '受记大过处分期间，参加考核、不确定等次' },
  { kind: '降级', ...PUNISHED, because: '受降级处分期间，参加考核、不确定等次' },
  { kind: '撤职', ...PUNISHED, because: '受撤职处分期间，参加考核、不确定等次' },
  {
    kind: '警告',
    effect: 'cap',
    month: 'warned',
    quarter: 'warned',
    clause: '五·5',
    because: '受警告处分当年不得确定为“好”',
  },
  { kind: '立案调查', ...PUNISHED, because: '涉嫌违法违纪被立案调查尚未结案，参加考核、不定等次' },
  {
    kind: '结案不予处分',
    effect: 'none',
    month: 'never',
    quarter: 'never',
    clause: '五·5',
    because: '结案后不给予处分的，补定等次',
  },
  {
    kind: '其他处分',
    effect: 'manual',
    month: 'overlap',
    quarter: 'atEnd',
    clause: '五·5',
    because: '受其他党纪政纪处分，参照年度考核相关规定，由考核领导小组研究确定并说明理由',
  },
  {
    kind: '调入',
    ...NOTED,
    month: 'began',
    quarter: 'began',
    because: '调任、转任或军队转业到机关的，由现工作单位考核，自到任当月计入',
  },
  {
    kind: '调出',
    effect: 'elsewhere',
    month: 'never',
    quarter: 'left',
    clause: '五·4',
    because: '已调出，由现工作单位考核',
  },
  { kind: '退休', ...NOTED, month: 'began', quarter: 'began', because: '退休当月参加考核，其后不再参加' },
  { kind: '派出学习', ...NOTED, because: '派出学习培训的，根据学习培训单位提供的情况考核，须附其材料' },
  { kind: '抽调', ...NOTED, because: '抽调参加专项工作的，根据抽调单位提供的情况考核，须附其材料' },
  { kind: '挂职', ...ELSEWHERE, because: '挂职锻炼人员由挂职单位考核' },
  { kind: '外借', ...ELSEWHERE, because: '外借人员由借用单位考核' },
  {
    kind: '拒不参加',
    effect: 'refused',
    month: 'onward',
    quarter: 'onward',
    clause: '五·6',
    because: '经批评教育后仍拒不参加平时考核，不参加考核',
  },
] as const satisfies readonly CircumstanceRule[];
export type CircumstanceKind = (typeof CIRCUMSTANCES)[number]['kind'];

/** The 情形 by which another unit assesses. */
const ELSEWHERE_KINDS: ReadonlySet<string> = new Set(
  CIRCUMSTANCES.flatMap(({ kind, month }) => (month === 'mostDays' ? [kind] : [])),
);

/**
 * What prevails where several 情形 touch one period (ambiguity 19): 拒不参加 over everything (rule 44), a status over any
 * grade, 较差 over 好, and the limit of 警告 over a direct 好, since 不得 beats 可以.
 */
const PRECEDENCE = [
  { effect: 'refused', result: '不参加考核' },
  { effect: 'elsewhere', result: '由外单位考核' },
  { effect: 'undetermined', result: '不确定等次' },
  { effect: 'manual', result: null },
  { effect: 'directPoor', result: '较差' },
  { effect: 'directGood', result: '好' },
] as const satisfies readonly { effect: Effect; result: RuledGrade | null }[];

const CAPPED: Grade = '较好';

/** When a 警告 keeps from 好, by the office's choice (ambiguity 30). */
const WARNED = { 全年: 'sameYear', 自处分之月起: 'onward' } as const satisfies Record<WarningScope, When>;

/** A month or quarter in days. */
interface Span {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly title: string;
  readonly unit: 'month' | 'quarter';
  readonly months: readonly Month[];
}

type RuleSettings = Pick<Settings, 'warningScope' | 'awayFor'>;

/** What the rules need beside the register. */
interface Policy extends RuleSettings {
  readonly workdays: CountWorkdays;
}

/** A rule of the table with the entry that brings it about. */
interface Active {
  readonly rule: CircumstanceRule;
  readonly entry: Circumstance;
}

/**
 * The special rules of 五·3–6 over a register.
 *
 * @param register person key → that person's entries
 * @param workdays working days from one day to another, both included
 */
export function specialRules(
  register: ReadonlyMap<string, readonly Circumstance[]>,
  workdays: Policy['workdays'],
  { warningScope, awayFor }: RuleSettings,
): SpecialRules {
  const policy = { workdays, warningScope, awayFor };
  const rule = (person: PersonQuarterInput, span: Span, grade: Grade | null): Ruling =>
    judge(register.get(person.key) ?? [], span, grade, policy);
  return {
    month: (person, { month, scoreGrade }) => rule(person, monthSpan(month), scoreGrade),
    quarter: (person, proposal, quarter) => rule(person, quarterSpan(quarter), proposal),
  };
}

function judge(entries: readonly Circumstance[], span: Span, grade: Grade | null, policy: Policy): Ruling {
  const inService = span.months.filter((month) => outOfService(entries, month) === null);
  if (inService.length === 0) return notInService(span, entries);
  const touching = entries.flatMap((entry) =>
    CIRCUMSTANCES.filter(({ kind }) => kind === entry.kind)
      .filter((rule) => touches(rule[span.unit], entry, span, entries, policy))
      .map((rule): Active => ({ rule, entry })),
  );
  const released = touching.flatMap(({ entry }) => closing(entry, entries) ?? []);
  const active = touching.filter(({ entry }) => closing(entry, entries) === null);
  const of = (effect: Effect) => active.filter(({ rule }) => rule.effect === effect);
  // What a 警告 makes up for is at most 较好, in whatever year or month it was given (ambiguity 29).
  const limited = of('cap').length > 0 || released.some(({ kind }) => kind === '警告');

  const [head, ...beaten] = PRECEDENCE.filter(({ effect }) => of(effect).length > 0);
  const ruled = head === undefined ? grade : head.result;
  const capped = ruled === '好' && limited;
  const said: Said[] = [
    ...released.map((end) => sayRelease(end, span)),
    ...(head === undefined ? [] : of(head.effect).map((each) => say(each, span, ruled))),
    ...(capped ? of('cap').map((each) => say(each, span, CAPPED)) : []),
    ...beaten.flatMap(({ effect }) => of(effect)).map((each) => sayBeaten(each, span, ruled)),
    ...of('none').map(sayNoted),
  ];
  return {
    grade: capped ? CAPPED : ruled,
    fixed: head !== undefined,
    cap: limited ? CAPPED : null,
    outOfService: false,
    direct: head?.effect === 'directGood' || head?.effect === 'directPoor',
    grounds: unique(said.map(({ ground }) => ground)),
    reasons: unique(said.map(({ reason }) => reason)),
  };
}

/** Out means out: no status, no seat, no grade, whatever else lasts (rule 40). */
function notInService({ months, title }: Span, entries: readonly Circumstance[]): Ruling {
  const [month = ''] = months;
  const why = outOfService(entries, month);
  const said = why === null ? [] : [{ ground: groundOfAbsence(why), reason: title + groundOfAbsence(why) }];
  return {
    grade: null,
    fixed: true,
    cap: null,
    outOfService: true,
    direct: false,
    grounds: said.map(({ ground }) => ground),
    reasons: said.map(({ reason }) => reason),
  };
}

function groundOfAbsence({ kind, from }: Circumstance): string {
  return `不在本单位任职（${kind} ${dateTitle(from)}），不计入考核（五·4）`;
}

function touches(
  when: When,
  entry: Circumstance,
  span: Span,
  entries: readonly Circumstance[],
  policy: Policy,
): boolean {
  const { workdays, warningScope } = policy;
  const inService = span.months.filter((month) => outOfService(entries, month) === null);
  const began = entry.from >= span.first && entry.from <= span.last;
  switch (when) {
    case 'never':
      return false;
    case 'overlap':
      return entry.from <= span.last && (entry.to === null || entry.to >= span.first);
    case 'atEnd':
      return entry.from <= span.last && (entry.to === null || entry.to >= span.last);
    case 'mostDays':
      return touches('overlap', entry, span, entries, policy) && isElsewhere(entries, span.months[0] ?? '', policy);
    case 'mostMonths': {
      const away = inService.filter((month) => isElsewhere(entries, month, policy));
      const isOneOf = away.some((month) => touches('overlap', entry, monthSpan(month), entries, policy));
      return isOneOf && 2 * away.length > inService.length;
    }
    case 'left':
      return outOfService(entries, span.months.at(-1) ?? '') === entry;
    case 'began':
      return began;
    case 'beganForQuarter':
      return began && entry.scope === '季' && inService.includes(monthOf(entry.from));
    case 'warned':
      return touches(WARNED[warningScope], entry, span, entries, policy);
    case 'sameYear':
      return entry.from.slice(0, 4) === span.first.slice(0, 4);
    case 'onward':
      return inService.some((month) => lastsToYearsEnd(entry.from, month));
    case 'overHalf':
      return (
        2 * leaveDays(entries, span, workdays) > workdays(span.first, span.last) &&
        (leaveIn(entry, span, workdays) > 0 || (entry.days !== null && began))
      );
  }
}

/** Whether another unit assesses a month: most working days in service lie in 挂职 or 外借, or any day (rule 42). */
export function isElsewhere(
  entries: Parameters<typeof timeAway>[0],
  month: Month,
  { workdays, awayFor }: Pick<Policy, 'workdays' | 'awayFor'>,
): boolean {
  const { anyDay, mostDays } = timeAway(entries, ELSEWHERE_KINDS, month, workdays);
  return awayFor === '有一天即算' ? anyDay : mostDays;
}

/**
 * 病假 and 事假 of a period, in working days (R44, ambiguity 27: exactly half is not over): those registered, and where a line
 * reaches beyond, at most its days inside. Lines without 天数 count each day once.
 */
function leaveDays(entries: readonly Circumstance[], span: Span, workdays: Policy['workdays']): number {
  const leave = entries.filter(({ kind }) => kind === '病假' || kind === '事假');
  const counted = leave.reduce((sum, { from, to, days }) => {
    if (days === null) return sum;
    const isInside = from >= span.first && (to ?? from) <= span.last;
    return sum + (isInside ? days : Math.min(days, leaveIn({ from, to }, span, workdays)));
  }, 0);
  const open = leave.filter(({ days }) => days === null).map((entry) => ({ ...entry, to: entry.to ?? entry.from }));
  return counted + distinctDays(open, span, workdays);
}

/** A leave's working days in a period; without an end it is one day. */
function leaveIn(
  { from, to }: Pick<Circumstance, 'from' | 'to'>,
  { first, last }: Span,
  workdays: Policy['workdays'],
): number {
  const end = to ?? from;
  return end < first || from > last ? 0 : workdays(from < first ? first : from, end > last ? last : end);
}

/**
 * What closed a 立案调查 so that the grade is 补定 (R47, ambiguity 29): 结案不予处分, or a 警告 after it. Heavier
 * penalties do not.
 */
function closing(entry: Circumstance, entries: readonly Circumstance[]): Circumstance | null {
  if (entry.kind !== '立案调查') return null;
  const later = entries.filter(({ from }) => from >= entry.from);
  const without = later.find(({ kind }) => kind === '结案不予处分');
  if (without !== undefined) return without;
  return entry.to === null ? null : (later.find(({ kind }) => kind === '警告') ?? null);
}

/** What a rule says of a period: on what ground, and with what it comes to there. */
interface Said {
  readonly ground: string;
  readonly reason: string;
}

function sayRelease({ kind, from }: Circumstance, span: Span): Said {
  const day = dateTitle(from);
  const say = (title: string) =>
    kind === '警告'
      ? `立案调查已结案并给予警告处分（${day}），${title}补定等次且不得为“好”（五·5），请考核领导小组确认`
      : `立案调查已于${day}结案、不给予处分，${title}按得分补定等次（五·5）`;
  return { ground: say(''), reason: say(span.title) };
}

function say({ rule, entry }: Active, span: Span, result: RuledGrade | null): Said {
  const basis = [entry.basis, entry.approver === '' ? '' : `${entry.approver}批准`]
    .filter((part) => part !== '')
    .join('，');
  const ground = `${rule.because}（${rule.clause}）${basis === '' ? '' : `；依据：${basis}`}`;
  return { ground, reason: `${ground}；${span.title}${result === null ? '不作计算' : `为“${result}”`}` };
}

function sayBeaten({ rule }: Active, span: Span, result: RuledGrade | null): Said {
  const ground = `同时登记“${rule.kind}”（${rule.clause}），以“${result ?? '集体研究'}”为准，请考核领导小组核对`;
  return { ground, reason: span.title + ground };
}

function sayNoted({ rule, entry }: Active): Said {
  const ground = `${rule.kind}（${dateTitle(entry.from)}）：${rule.because}（${rule.clause}）`;
  return { ground, reason: ground };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function monthSpan(month: Month): Span {
  return { first: firstDayOf(month), last: lastDayOf(month), title: monthTitle(month), unit: 'month', months: [month] };
}

function quarterSpan(quarter: Quarter): Span {
  const months = monthsOf(quarter);
  const [first, , last] = months;
  return { first: firstDayOf(first), last: lastDayOf(last), title: quarterTitle(quarter), unit: 'quarter', months };
}
