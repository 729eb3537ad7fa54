import { daysFrom, firstDay, lastDay, monthOfDay, workdaysFrom } from './described';
import type { DescribedFiling, DescribedMonth, DescribedWeekly } from './describedMonth';
import { AWAY, isElsewhere, isInService, isMostlyAway, overlaps, refuses } from './service';

/** A second, plain account of what a month's records have and lack, from the text of rules 56 to 60. */

/** '—': not missing, whether it is not due yet, not owed, or both. */
export type State = '齐' | '部分' | '缺' | '迟' | '早' | '—';

export interface OracleRow {
  readonly department: string;
  readonly name: string;
  readonly weeks: readonly State[];
  readonly filing: State;
  readonly comment: State;
  readonly suggestion: State;
  readonly score: State;
  readonly material: State;
}

export interface OracleRecords {
  /** Months that are judged, each with the people who have a row. */
  readonly months: ReadonlyMap<string, readonly OracleRow[]>;
  /** Lines of 归档清单: annex, 科室, 姓名, period, 缺 or not, note. */
  readonly archive: readonly string[];
  /** Forms that are nobody's, since namesakes have no 科室 on them. */
  readonly ownerless: number;
  /** Forms of a wrong year. */
  readonly strays: number;
}

export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Monday to Sunday within the month, from the first to the last working day; weeks without one are none. */
export function weeksOf(month: string): { readonly from: string; readonly to: string }[] {
  const weeks: string[][] = [];
  for (const day of daysFrom(firstDay(month), lastDay(month))) {
    const isMonday = new Date(day).getUTCDay() === 1;
    if (isMonday || weeks.length === 0) weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  return weeks.flatMap((days) => {
    const working = workdaysFrom(days[0] ?? '', days.at(-1) ?? '');
    const [from, to] = [working[0], working.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** Rule 58: the month with most of its working days, the earlier of two; without any, that of its first day. */
function homeOf({ from, to }: DescribedWeekly): string {
  const days = workdaysFrom(from, to).map(monthOfDay);
  const months = [...new Set(days)];
  const count = (month: string) => days.filter((each) => each === month).length;
  return months.sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0] ?? monthOfDay(from);
}

export function recordsOracle(described: DescribedMonth): OracleRecords {
  const { month, people, weekly, filings, scored } = described;
  const isOwnerless = ({ person, withDepartment }: DescribedWeekly) =>
    !withDepartment && people.filter(({ name }) => name === people[person]?.name).length > 1;
  // Only the year before was ever written by mistake, in one record at most.
  const strays = weekly.filter((record) => record.from.slice(0, 4) < month.slice(0, 4) && homeOf(record) < month);
  const others = weekly.length - strays.length + filings.length + (scored === null ? 0 : 1);
  const isStray = (record: DescribedWeekly) => strays.includes(record) && others > 0;
  const judged = new Set([
    ...weekly.filter((record) => !isOwnerless(record) && !isStray(record)).map(homeOf),
    ...filings.map((filing) => filing.month),
  ]);
  const owned = weekly.filter((record) => !isOwnerless(record));
  const months = new Map([...judged].sort().map((each) => [each, rowsOf(described, owned, each)]));
  return {
    months,
    archive: archiveOf(described, months.get(month) ?? [], isOwnerless),
    ownerless: weekly.filter(isOwnerless).length,
    strays: strays.filter(isStray).length,
  };
}

function rowsOf(described: DescribedMonth, weekly: readonly DescribedWeekly[], month: string): OracleRow[] {
  const { people, scored } = described;
  return people.flatMap((_, i) => {
    const credited = new Set(
      weekly.filter((each) => each.person === i && each.filled).flatMap(({ from, to }) => workdaysFrom(from, to)),
    );
    const filing = described.filings.find((each) => each.person === i && each.month === month);
    const isScored = month === described.month && scored?.includes(i) === true;
    const isActive =
      isScored ||
      (filing !== undefined && filing.filling !== 'blank') ||
      [...credited].some((day) => monthOfDay(day) === month);
    if (!isOwing(described, i) && !isActive) return [];
    return [rowOf(described, i, month, credited, filing, isScored)];
  });
}

/** Rule 56: 身份 excuses 局领导 outside N alone, and whom 考核对象 leaves out. */
function isOwing({ people, leadersInQuota, subjects }: DescribedMonth, i: number): boolean {
  const identity = people[i]?.identity ?? '';
  const isSubject = subjects === '全部' || subjects.split('、').includes(identity);
  return isSubject && (identity !== '局领导' || leadersInQuota);
}

function rowOf(
  described: DescribedMonth,
  i: number,
  month: string,
  credited: ReadonlySet<string>,
  filing: DescribedFiling | undefined,
  isScored: boolean,
): OracleRow {
  const { people, today } = described;
  const { department = '', name = '' } = people[i] ?? {};
  const entries = described.entries.filter((entry) => entry.person === i);
  const isOut = !isInService(entries, month) || refuses(entries, month);
  const isAway =
    isOwing(described, i) &&
    !isOut &&
    (isElsewhere(entries, month, { elsewhere: '过半' }) || isMostlyAway(entries, month));
  const isExcused = !isOwing(described, i) || isOut || isAway;
  const lastWorkday = workdaysFrom(firstDay(month), lastDay(month)).at(-1) ?? '';
  const fifth = `${monthAfter(month)}-05`;
  // What is not due yet, or not owed, is not missing.
  const missing = (due: string): State => (isExcused || today <= due ? '—' : '缺');
  const filled = filing?.filling === 'filled';
  const signed: State =
    filing?.signedOn == null ? '齐' : filing.signedOn > fifth ? '迟' : filing.signedOn < lastWorkday ? '早' : '齐';
  const unfinished: State = filing?.filling === 'duties' && missing(fifth) === '缺' ? '部分' : missing(fifth);
  const away = entries.filter((entry) => AWAY.includes(entry.kind) && overlaps(entry, month));
  return {
    department,
    name,
    weeks: weeksOf(month).map(({ from, to }) => {
      const days = workdaysFrom(from, to);
      const there = days.filter((day) => credited.has(day)).length;
      if (there === days.length) return '齐';
      return missing(lastWorkday) === '缺' && there > 0 ? '部分' : missing(lastWorkday);
    }),
    filing: filled ? '齐' : unfinished,
    comment: filled && filing.comment ? signed : missing(fifth),
    suggestion: !filled || filing.meaning === 'none' ? missing(fifth) : filing.meaning === 'grade' ? signed : '部分',
    score: isScored ? '齐' : missing(decisionDay(month)),
    material: !isAway
      ? '—'
      : filled || away.every((entry) => 'material' in entry && entry.material)
        ? '齐'
        : today <= fifth
          ? '—'
          : '缺',
  };
}

/** 三（二）4: the tenth day after the quarter. */
function decisionDay(month: string): string {
  let last = month;
  while (Number(last.slice(5)) % 3 !== 0) last = monthAfter(last);
  return `${monthAfter(last)}-10`;
}

/** Rules 57 to 59: what was handed in, with the records that reach into the month, and what is missing. */
function archiveOf(
  { month, people, weekly, filings, scored, today }: DescribedMonth,
  rows: readonly OracleRow[],
  isOwnerless: (record: DescribedWeekly) => boolean,
): string[] {
  const line = (annex: string, who: { department: string; name: string }, period: string, there: boolean, note = '') =>
    [annex, who.department, who.name, period, there ? '' : '缺', note].join(' ');
  const who = (i: number) => ({ department: people[i]?.department ?? '', name: people[i]?.name ?? '' });
  const inMonth = weekly.filter(
    (record) =>
      record.filled &&
      (homeOf(record) === month || workdaysFrom(record.from, record.to).some((day) => monthOfDay(day) === month)),
  );
  const group = { department: '', name: '考核领导小组' };
  return [
    ...inMonth.map((record) => {
      const owner = isOwnerless(record) ? { ...who(record.person), department: '' } : who(record.person);
      const note = homeOf(record) === month ? '' : `见${monthTitle(homeOf(record))}`;
      return line('附件1', owner, periodTitle(record), true, note);
    }),
    ...filings
      .filter(({ filling }) => filling !== 'blank')
      .map(({ person, filling }) =>
        line('附件2', who(person), monthTitle(month), true, filling === 'duties' ? '未填完' : ''),
      ),
    ...rows.flatMap((row) => [
      ...weeksOf(month).flatMap((week, i) =>
        row.weeks[i] === '缺' ? [line('附件1', row, periodTitle(week), false)] : [],
      ),
      ...(row.filing === '缺' ? [line('附件2', row, monthTitle(month), false)] : []),
    ]),
    ...(scored !== null
      ? [line('附件3', group, monthTitle(month), true)]
      : today > decisionDay(month)
        ? [line('附件3', group, monthTitle(month), false)]
        : []),
  ].sort();
}

function monthTitle(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function dayTitle(day: string): string {
  return `${monthTitle(day.slice(0, 7))}${Number(day.slice(8))}日`;
}

function periodTitle({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${dayTitle(from)}至${dayTitle(to)}`;
}
