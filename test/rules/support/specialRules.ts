import {
  firstDay,
  lastDay,
  monthOfDay,
  monthsOfQuarter,
  workdaysFrom,
  yearOfDay,
  type DescribedEntry,
  type OfficeSettings,
} from './described';
import { covers, overlaps } from './service';

/** What a rule says of a month or a quarter in place of the score's grade (五·3, 五·5). */
export interface Ruled {
  /** R43–R46: takes part, 不确定等次. */
  readonly undetermined: boolean;
  /** R49: 其他处分, no computed grade. */
  readonly manual: boolean;
  /** R37, R38; 较差 before 好 (case c14). */
  readonly direct: '好' | '较差' | null;
  /** R48, ambiguity 29: at most 较好. */
  readonly capped: boolean;
}

type Settings = Pick<OfficeSettings, 'directScope' | 'warningScope'>;

/** Penalties that leave a grade undetermined while they last (R45). */
const HEAVY: readonly string[] = ['记过', '记大过', '降级', '撤职'];

/** R43, R45, R46, R48, R49 of a month: what overlaps it counts (ambiguity 28). */
export function ruledMonth(entries: readonly DescribedEntry[], month: string, settings: Settings): Ruled {
  const touches = (entry: DescribedEntry) => overlaps(entry, month);
  const direct = entries.filter((entry) => monthOfDay(entry.from) === month && isDirect(entry));
  return {
    undetermined: entries.some((entry) => leavesOpen(entry, entries) && touches(entry)),
    manual: entries.some((entry) => entry.kind === '其他处分' && touches(entry)),
    direct: directGrade(direct),
    capped:
      entries.some((entry) => isWarnedIn(entry, month, settings)) ||
      entries.some((entry) => caseOf(entry, entries) === '警告' && touches(entry)),
  };
}

/**
 * The same of a quarter, judged by its last day (ambiguity 28, rule 45), with leave (R44).
 *
 * @param served the months in service: a direct grade of another month was not earned here
 */
export function ruledQuarter(
  entries: readonly DescribedEntry[],
  quarter: string,
  served: readonly string[],
  settings: Settings,
): Ruled {
  const [, , lastMonth] = monthsOfQuarter(quarter);
  const end = lastDay(lastMonth);
  const direct = entries.filter(
    (entry) =>
      isDirect(entry) && served.includes(monthOfDay(entry.from)) && (entry.scope || settings.directScope) === '季',
  );
  return {
    undetermined:
      entries.some((entry) => leavesOpen(entry, entries) && covers(entry, end)) || isMostlyOnLeave(entries, quarter),
    manual: entries.some((entry) => entry.kind === '其他处分' && covers(entry, end)),
    direct: directGrade(direct),
    capped:
      entries.some((entry) => isWarnedIn(entry, lastMonth, settings)) ||
      entries.some((entry) => caseOf(entry, entries) === '警告' && covers(entry, end)),
  };
}

function isDirect({ kind }: DescribedEntry): boolean {
  return kind === '直接确定为好' || kind === '直接确定为较差';
}

function directGrade(direct: readonly DescribedEntry[]): '好' | '较差' | null {
  if (direct.some(({ kind }) => kind === '直接确定为较差')) return '较差';
  return direct.length > 0 ? '好' : null;
}

function leavesOpen(entry: DescribedEntry, entries: readonly DescribedEntry[]): boolean {
  return entry.kind === '试用期' || HEAVY.includes(entry.kind) || caseOf(entry, entries) === 'open';
}

/**
 * How a 立案调查 stands (R46, R47, ambiguity 29): closed without 处分 by a 结案不予处分 from its first day on; by a 警告 when it
 * has an end and the 警告 is not older; else open for as long as it lasted, which a heavier 处分 leaves as it is.
 */
function caseOf(entry: DescribedEntry, entries: readonly DescribedEntry[]): 'none' | 'open' | '无处分' | '警告' {
  if (entry.kind !== '立案调查') return 'none';
  const later = entries.filter(({ from }) => from >= entry.from);
  if (later.some(({ kind }) => kind === '结案不予处分')) return '无处分';
  if (entry.to === null || later.some(({ kind }) => HEAVY.includes(kind))) return 'open';
  return later.some(({ kind }) => kind === '警告') ? '警告' : 'open';
}

/** R48, ambiguity 30: all the calendar year of the 警告, or from its month on. */
function isWarnedIn({ kind, from }: DescribedEntry, month: string, { warningScope }: Settings): boolean {
  if (kind !== '警告' || yearOfDay(from) !== month.slice(0, 4)) return false;
  return warningScope === '全年' || monthOfDay(from) <= month;
}

/** R44, ambiguity 27: leave makes up more than half of the quarter's working days. */
function isMostlyOnLeave(entries: readonly DescribedEntry[], quarter: string): boolean {
  const [first, , last] = monthsOfQuarter(quarter);
  const [start, end] = [firstDay(first), lastDay(last)];
  let registered = 0;
  const counted = new Set<string>();
  for (const { kind, from, to: until, days } of entries) {
    if (kind !== '病假' && kind !== '事假') continue;
    const to = until ?? from;
    const workdays = workdaysFrom(from < start ? start : from, to > end ? end : to);
    if (days === null) for (const day of workdays) counted.add(day);
    else if (from >= start && from <= end && to <= end) registered += days;
    else registered += Math.min(days, workdays.length);
  }
  return 2 * (registered + counted.size) > workdaysFrom(start, end).length;
}
