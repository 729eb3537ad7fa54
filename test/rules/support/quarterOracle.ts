import Fraction from 'fraction.js';
import {
  monthsOfQuarter,
  OFFICE_DEFAULTS,
  type DescribedEntry,
  type DescribedLine,
  type DescribedPerson,
  type DescribedQuarter,
  type OfficeSettings,
} from './described';
import { hasLeft, isElsewhere, isInService, refuses } from './service';
import { ruledMonth, ruledQuarter, type Ruled } from './specialRules';

/** A second, plain calculation of a quarter from the text of the rules, in exact fractions. */

export type Grade = '好' | '较好' | '一般' | '较差';
export type Result = Grade | '不确定等次' | '不参加考核' | '由外单位考核';

export interface OracleMonth {
  readonly month: string;
  /** Rule 40, 42, 44: out of service, assessed elsewhere, refusing, or assessed here. */
  readonly standing: 'out' | 'elsewhere' | 'refused' | 'here';
  /** Somebody scored the person, rightly or wrongly; a blank line is no score (rule 47). */
  readonly scored: boolean;
  /** Stands on a score sheet, scored or not: takes part (case c11). */
  readonly onSheet: boolean;
  /** What the raters' scores come to, whether they count or not. */
  readonly total: Fraction | null;
  readonly scoreGrade: Grade | null;
  readonly grade: Result | null;
  /** A rule gives the grade (R37, R38). */
  readonly direct: boolean;
}

export interface OraclePerson extends DescribedPerson {
  readonly months: readonly OracleMonth[];
  readonly mean: Fraction | null;
  readonly scoreGrade: Grade | null;
  readonly suggestedGrade: Result | null;
  readonly direct: boolean;
  /** Rule 49: owed a score and never got one, 局领导 outside N excepted (rule 56). */
  readonly unscored: boolean;
}

export interface OracleCount {
  readonly participants: number;
  readonly goodLimit: number;
  readonly good: number;
  readonly over: number;
  /** Direct 好 that take no seat (ambiguity 16). */
  readonly exempt: number;
}

export interface OracleQuota extends OracleCount {
  readonly pools: readonly (OracleCount & { readonly pool: string })[];
}

export interface OracleQuarter {
  readonly people: readonly OraclePerson[];
  /** null for a month without a score sheet (rule 48). */
  readonly months: readonly (OracleQuota | null)[];
  readonly quarterQuota: OracleQuota;
}

export function oracleOf(described: DescribedQuarter): OracleQuarter {
  const settings = described.settings ?? { ...OFFICE_DEFAULTS, weights: described.printedWeights };
  const people = described.people.flatMap((person, i) => {
    const entries = described.entries.filter((entry) => entry.person === i);
    const known = person.onRoster || described.sheets.some(({ lines }) => lines.some((line) => line.person === i));
    const result = known ? quarterOf(described, person, i, entries, settings) : null;
    return result === null ? [] : [result];
  });
  const months = monthsOfQuarter(described.quarter).map((month, i) => {
    if (!described.sheets.some((sheet) => sheet.month === month)) return null;
    return quotaOf(
      people.flatMap((person) => participantIn(person, person.months[i])),
      settings,
    );
  });
  return { people, months, quarterQuota: quotaOf(people.flatMap(participantOfQuarter), settings) };
}

/** One person's quarter; null for somebody who was out in all three months (rule 40). */
function quarterOf(
  described: DescribedQuarter,
  person: DescribedPerson,
  index: number,
  entries: readonly DescribedEntry[],
  settings: OfficeSettings,
): OraclePerson | null {
  const { quarter } = described;
  const months = monthsOfQuarter(quarter).map((month) => {
    const raters = described.sheets
      .filter((sheet) => sheet.month === month)
      .map(({ group, lines }) => ({ group, line: lines.find((line) => line.person === index) }));
    return monthResult(month, raters, entries, settings);
  });
  const served = months.filter(({ standing }) => standing !== 'out');
  if (served.length === 0) return null;
  const none = { mean: null, scoreGrade: null, direct: false, unscored: false };
  if (served.some(({ standing }) => standing === 'refused')) {
    return { ...person, months, ...none, suggestedGrade: '不参加考核' };
  }
  const away = served.filter(({ standing }) => standing === 'elsewhere');
  if (hasLeft(entries, quarter) || 2 * away.length > served.length) {
    return { ...person, months, ...none, suggestedGrade: '由外单位考核' };
  }
  const here = served.filter(({ standing }) => standing === 'here');
  const mean = meanOf(here.flatMap(({ total }) => total ?? []));
  const scoreGrade = mean === null ? null : gradeOf(mean, settings);
  const proposal = settings.quarterMethod === '多数等次' ? modalGrade(here) : scoreGrade;
  const ruled = ruledQuarter(
    entries,
    quarter,
    served.map(({ month }) => month),
    settings,
  );
  const suggestedGrade = apply(ruled, proposal);
  const sheets = described.sheets.filter(({ month }) => here.some((each) => each.month === month));
  const owed = sheets.length > 0 && (person.identity !== '局领导' || settings.leadersInQuota);
  return {
    ...person,
    months,
    mean,
    scoreGrade,
    suggestedGrade,
    direct: isDirect(ruled, suggestedGrade),
    unscored: owed && here.every(({ scored }) => !scored),
  };
}

function monthResult(
  month: string,
  raters: readonly RaterLine[],
  entries: readonly DescribedEntry[],
  settings: OfficeSettings,
): OracleMonth {
  const given = raters.filter(({ line }) => line !== undefined && !isBlank(line));
  const onSheet = raters.some(({ line }) => line !== undefined);
  const total = settings.groups.length === 0 ? totalOf(raters, settings) : groupedTotal(raters, settings);
  const scoreGrade = total === null ? null : gradeOf(total, settings);
  const known = { month, scored: given.length > 0, onSheet, total, scoreGrade, direct: false };
  if (!isInService(entries, month)) return { ...known, standing: 'out', grade: null };
  if (refuses(entries, month)) return { ...known, standing: 'refused', grade: '不参加考核' };
  if (isElsewhere(entries, month, settings)) return { ...known, standing: 'elsewhere', grade: '由外单位考核' };
  const ruled = ruledMonth(entries, month, settings);
  const grade = apply(ruled, scoreGrade);
  return { ...known, standing: 'here', grade, direct: isDirect(ruled, grade) };
}

/** Which rule prevails (R12, R49, ambiguity 19). */
function apply({ undetermined, manual, direct, capped }: Ruled, proposal: Grade | null): Result | null {
  if (undetermined) return '不确定等次';
  if (manual) return null;
  const grade = direct ?? proposal;
  return capped && grade === '好' ? '较好' : grade;
}

function isDirect({ direct }: Ruled, grade: Result | null): boolean {
  return direct !== null && grade === direct;
}

/** What a rater's sheet says of the person; no line where the person is not on it. */
interface RaterLine {
  readonly group: string;
  readonly line: DescribedLine | undefined;
}

/** Rule 47: every score is there and is one; else the line is an error and the month has no total. */
function totalOf(raters: readonly RaterLine[], settings: OfficeSettings): Fraction | null {
  const given = raters.flatMap(({ line }) => (line === undefined || isBlank(line) ? [] : [line]));
  const totals = given.map((line) => lineTotal(line, settings));
  const valid = totals.flatMap((total) => total ?? []);
  if (valid.length < totals.length || valid.length === 0) return null;
  // Ambiguity 8: a missing rater leaves no total until the office says otherwise.
  if (valid.length < raters.length && settings.absentRaters === '待确认') return null;
  if (settings.raterMethod === '平均' || valid.length <= 5) return meanOf(valid);
  const sorted = [...valid].sort((a, b) => a.compare(b));
  return meanOf(sorted.slice(1, -1));
}

/** Rule 52: Σ weight × mean of the group; no total without a group, nor with a sheet that names none. */
function groupedTotal(raters: readonly RaterLine[], settings: OfficeSettings): Fraction | null {
  const astray = raters.flatMap(({ group, line }) =>
    line === undefined || settings.groups.some(({ name }) => name === group) ? [] : [line],
  );
  if (astray.some((line) => !isBlank(line) || settings.absentRaters === '待确认')) return null;
  let sum = new Fraction(0);
  for (const { name, weight } of settings.groups) {
    const total = totalOf(
      raters.filter(({ group }) => group === name),
      settings,
    );
    if (total === null) return null;
    sum = sum.add(total.mul(weight).div(100));
  }
  return sum;
}

function isBlank({ scores }: DescribedLine): boolean {
  return scores.every((score) => score === null);
}

/** R05–R11: Σ(score × weight)/100; on 分值制 the sum of the points, each within its weight. */
function lineTotal({ scores, extras }: DescribedLine, settings: OfficeSettings): Fraction | null {
  const { weights, scale } = settings;
  let sum = new Fraction(0);
  for (const [i, score] of scores.entries()) {
    const weight = weights[i] ?? 0;
    if (typeof score !== 'number' || score < 0 || score > (scale === '分值制' ? weight : 100)) return null;
    const exact = new Fraction(String(score));
    sum = sum.add(scale === '分值制' ? exact : exact.mul(weight).div(100));
  }
  const [added, taken] = [
    extraOf(extras[0], settings.largestBonus, false),
    extraOf(extras[1], settings.largestDeduction, true),
  ];
  if (added === null || taken === null) return null;
  const changed = sum.add(added).sub(taken);
  return changed.compare(0) < 0 ? new Fraction(0) : changed.compare(100) > 0 ? new Fraction(100) : changed;
}

/** Rule 53: up to the largest amount; null for what is none. What is taken off may be written as −2. */
function extraOf(written: DescribedLine['extras'][number], largest: number, isDeduction: boolean): Fraction | null {
  if (largest === 0 || written === null || written === '无') return new Fraction(0);
  if (typeof written === 'string' || (written < 0 && !isDeduction)) return null;
  const points = new Fraction(String(Math.abs(written)));
  return points.compare(largest) > 0 ? new Fraction(largest) : points;
}

function meanOf(values: readonly Fraction[]): Fraction | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum.add(value), new Fraction(0)).div(values.length);
}

/** R13, ambiguity 7: rounded half up first where the office says so. */
function gradeOf(total: Fraction, { gradeLines: [fair, better, good], rounding }: OfficeSettings): Grade {
  const factor = rounding === '不舍入' ? null : 10 ** rounding;
  const compared = factor === null ? total : total.mul(factor).add(new Fraction(1, 2)).floor().div(factor);
  if (compared.compare(good) >= 0) return '好';
  if (compared.compare(better) >= 0) return '较好';
  return compared.compare(fair) >= 0 ? '一般' : '较差';
}

/** Rule 46: the one grade that most months have; statuses are none. */
function modalGrade(months: readonly OracleMonth[]): Grade | null {
  const grades: readonly Grade[] = ['好', '较好', '一般', '较差'];
  const counts = grades.map((grade) => ({ grade, count: months.filter((month) => month.grade === grade).length }));
  const most = Math.max(...counts.map(({ count }) => count));
  const modes = counts.filter(({ count }) => count === most);
  return most > 0 && modes.length === 1 ? (modes[0]?.grade ?? null) : null;
}

interface Participant {
  readonly person: DescribedPerson;
  readonly grade: Result | null;
  readonly direct: boolean;
}

/** Ambiguity 11, R43: who is assessed here takes part when on a score sheet, or when a rule gives a grade or 不确定等次. */
function participantIn(person: OraclePerson, month: OracleMonth | undefined): Participant[] {
  if (month?.standing !== 'here') return [];
  const { onSheet, grade, direct } = month;
  return onSheet || grade !== null ? [{ person, grade, direct }] : [];
}

function participantOfQuarter(person: OraclePerson): Participant[] {
  const { suggestedGrade: grade, direct, months } = person;
  if (grade === '不参加考核' || grade === '由外单位考核') return [];
  const onSheet = months.some((month) => month.standing === 'here' && month.onSheet);
  return onSheet || grade !== null ? [{ person, grade, direct }] : [];
}

/** R15 for the whole bureau, or the sums of the pools (rule 51). */
function quotaOf(all: readonly Participant[], settings: OfficeSettings): OracleQuota {
  const counted = all.filter(
    ({ person, grade }) =>
      (settings.leadersInQuota || person.identity !== '局领导') &&
      (settings.undeterminedInQuota || grade !== '不确定等次'),
  );
  const whole = countOf(counted, settings);
  if (settings.pool === '全局') return { ...whole, pools: [] };
  const names = [...new Set(counted.map(({ person }) => poolOf(person, settings.pool)))];
  const pools = names.map((pool) => ({
    pool,
    ...countOf(
      counted.filter(({ person }) => poolOf(person, settings.pool) === pool),
      settings,
    ),
  }));
  const sum = (of: (pool: OracleCount) => number) => pools.reduce((total, pool) => total + of(pool), 0);
  return { ...whole, goodLimit: sum(({ goodLimit }) => goodLimit), over: sum(({ over }) => over), pools };
}

function countOf(members: readonly Participant[], settings: OfficeSettings): OracleCount {
  const allGood = members.filter(({ grade }) => grade === '好');
  const exempt = settings.directGoodInQuota ? 0 : allGood.filter(({ direct }) => direct).length;
  const participants = members.length;
  const good = allGood.length - exempt;
  const share = Math.floor((participants * settings.quotaPercent) / 100);
  const goodLimit = settings.atLeastOneGood && participants > 0 ? Math.max(1, share) : share;
  return { participants, goodLimit, good, over: Math.max(0, good - goodLimit), exempt };
}

/** Ambiguity 13 and rule 55; '' where the roster does not say. */
function poolOf({ unit, department, position, identity }: DescribedPerson, pool: OfficeSettings['pool']): string {
  if (pool === '单位') return unit;
  if (pool === '科室') return department;
  if (pool === '身份') return identity;
  if (position === '') return '';
  return /局长|组长|书记|主任(?!科员)|科长|处长|会长/.test(position) ? '领导职务' : '非领导职务';
}
