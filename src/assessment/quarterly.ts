import type Fraction from 'fraction.js';
import { explainMean, explainMissingMonth, explainMode } from './explain';
import { GRADES, type Grade, type RuledGrade, type ScoreGrade } from './grade';
import { gradeOf, type MonthResult } from './monthly';
import { monthsOf, type Month, type Quarter } from './period';
import { quotaReport, type Participant, type PoolFacts, type QuotaReport } from './pool';
import { QUARTER_METHODS, type QuarterMethod, type Settings } from './settings';
import { mean } from './total';

/** One person of a quarter, with what their score sheets gave. */
export interface PersonQuarterInput extends PoolFacts {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  /** 身份 of the 人员名册 is 局领导. */
  readonly leader?: boolean;
  /** The quarter's three months in order; total null where there is none. */
  readonly months: readonly MonthResult[];
}

/** What the special rules make of a grade. */
export interface Ruling {
  readonly grade: RuledGrade | null;
  /** The grade stands whatever the score becomes. */
  readonly fixed: boolean;
  /** The best grade that the score may give; null for no such limit. */
  readonly cap: Grade | null;
  /** Not in service in the whole period: in no count, whatever is registered or scored (rules 40 and 41). */
  readonly outOfService: boolean;
  /** The rule itself gives the grade, whatever the score is (五·3): a 好 has its seat before those by score. */
  readonly direct: boolean;
  /** Plain Chinese with the clause; empty when the score's grade stands. */
  readonly reasons: readonly string[];
  /** The same without the period, for a person's line: rule, clause and basis once, however many months they touch. */
  readonly grounds: readonly string[];
}

/** The special rules (五·3–6), as the review applies them: first to every month, then to the quarter. */
export interface SpecialRules {
  readonly month: (person: PersonQuarterInput, month: MonthResult) => Ruling;
  /** @param proposal what the quarter's method gives from the months */
  readonly quarter: (person: PersonQuarterInput, proposal: Grade | null, quarter: Quarter) => Ruling;
}

export interface MonthReview extends MonthResult {
  /** 规则后等次. */
  readonly grade: RuledGrade | null;
  readonly ruling: Ruling;
}

/** A month's count of 好; null for a month without any score sheet, which has no participants and no limit (rule 48). */
export interface MonthQuota {
  readonly month: Month;
  readonly quota: QuotaReport | null;
}

/** What another quarter method would suggest. */
interface Alternative {
  readonly method: QuarterMethod;
  readonly grade: RuledGrade;
}

export interface PersonReview {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  /** 身份 of the 人员名册 is 局领导. */
  readonly leader: boolean;
  readonly pool: PoolFacts;
  readonly months: readonly MonthReview[];
  /** Exact mean of the months assessed here that have a total; null for none, or when the person is not assessed here. */
  readonly mean: Fraction | null;
  /** 得分等次 of the mean. */
  readonly scoreGrade: ScoreGrade | null;
  /** 规则后等次 of the quarter by the office's method. A suggestion: the 考核领导小组 decides (R22, ambiguity 5). */
  readonly suggestedGrade: RuledGrade | null;
  readonly ruling: Ruling;
  /** The grade that more months have than any other; null when there is no single one. */
  readonly modalGrade: Grade | null;
  /** Suggestions of the other methods where they differ. */
  readonly alternatives: readonly Alternative[];
  /** Plain Chinese with the clause, in the order in which the suggestion came about. */
  readonly reasons: readonly string[];
}

export interface QuarterReview {
  readonly quarter: Quarter;
  /** The limit that the notice sets (R15). */
  readonly months: readonly MonthQuota[];
  /** The same for the quarter's suggestions: over the limit is only a warning (ambiguity 15). */
  readonly quarterQuota: QuotaReport;
  readonly people: readonly PersonReview[];
}

/**
 * Reviews a quarter in three steps that stay apart (ambiguity 4: months are provisional, the quarter is official):
 * each month's score → the rules for the month; the months → the quarter's proposal by the office's method; the
 * proposal → the rules for the quarter. Then the limit is counted on what the rules left.
 *
 * @param people everyone in service in the quarter (rule 49)
 * @param hasScores whether a month has a score sheet, also one of people who are out of service
 * @throws RangeError when a person's months are not the quarter's
 */
export function reviewQuarter(
  quarter: Quarter,
  people: readonly PersonQuarterInput[],
  settings: Settings,
  rules: SpecialRules,
  hasScores: (month: Month) => boolean = (month) => isScored(people, month),
): QuarterReview {
  const months = monthsOf(quarter);
  for (const { key, months: given } of people) {
    if (given.length !== 3 || given.some(({ month }, i) => month !== months[i])) {
      throw new RangeError(`${key}: the months are not those of ${quarter}`);
    }
  }
  const reviewed = people.map((person) => reviewPerson(person, quarter, settings, rules));
  return {
    quarter,
    months: months.map((month, i) => ({
      month,
      quota: hasScores(month)
        ? quotaReport(
            reviewed.flatMap(({ inMonths }) => inMonths[i] ?? []),
            settings,
          )
        : null,
    })),
    quarterQuota: quotaReport(
      reviewed.flatMap(({ inQuarter }) => inQuarter),
      settings,
    ),
    people: reviewed.map(({ review }) => review),
  };
}

function isScored(people: readonly PersonQuarterInput[], month: Month): boolean {
  return people.some((person) => person.months.some((each) => each.month === month && each.raters > 0));
}

interface ReviewedPerson {
  readonly review: PersonReview;
  /** Each month's participant: the person, or nobody when not in that month's N. */
  readonly inMonths: readonly (readonly Participant[])[];
  readonly inQuarter: readonly Participant[];
}

function reviewPerson(
  person: PersonQuarterInput,
  quarter: Quarter,
  settings: Settings,
  rules: SpecialRules,
): ReviewedPerson {
  const ruled = person.months.map((month) => ({ month, ruling: rules.month(person, month) }));
  const months = ruled.map(({ month, ruling: ofMonth }) => ({ ...month, grade: ofMonth.grade, ruling: ofMonth }));
  // A score from before somebody's arrival, after the departure or while another unit assesses is shown, and counts nowhere.
  const counted = months.filter((month) => isCountedHere(month.ruling));
  const average = mean(counted.flatMap(({ total }) => total ?? [])) ?? null;
  const scoreGrade = average && gradeOf(average, settings);
  const mode = modalGrade(counted.map(({ grade }) => grade));
  const proposals: Record<QuarterMethod, Grade | null> = { 平均分: scoreGrade, 多数等次: mode };
  const ruling = rules.quarter(person, proposals[settings.quarterMethod], quarter);
  const scored = isAssessedHere(ruling);
  const present = isScoredHere({ months });
  return {
    review: {
      key: person.key,
      department: person.department,
      name: person.name,
      leader: person.leader ?? false,
      pool: poolFactsOf(person),
      months,
      mean: scored ? average : null,
      scoreGrade: scored ? scoreGrade : null,
      suggestedGrade: ruling.grade,
      ruling,
      modalGrade: scored ? mode : null,
      alternatives: QUARTER_METHODS.flatMap((method) => {
        const grade = proposals[method] && rules.quarter(person, proposals[method], quarter).grade;
        return grade === null || grade === ruling.grade ? [] : { method, grade };
      }),
      reasons: [
        ...(scored ? counted.filter(({ total }) => total === null).map(explainMissingMonth) : []),
        ...ruled.flatMap((each) => each.ruling.reasons),
        ...(scored ? [explainProposal(counted, average, mode, settings)] : []),
        ...ruling.reasons,
      ],
    },
    inMonths: ruled.map((each) => participation(person, each.ruling, each.month.raters > 0, each.month.total)),
    inQuarter: participation(person, ruling, present, average),
  };
}

function explainProposal(
  months: readonly MonthReview[],
  average: Fraction | null,
  mode: Grade | null,
  settings: Settings,
): string {
  return settings.quarterMethod === '平均分' ? explainMean(months, average, settings) : explainMode(months, mode);
}

/**
 * In N (ambiguity 11): who stands on the period's score sheets, with a total or not, and whom a rule gives a result.
 *
 * @param total what ranks the person among those who are 好 by score
 */
function participation(
  person: PersonQuarterInput,
  ruling: Ruling,
  present: boolean,
  total: Fraction | null,
): readonly Participant[] {
  const { key, leader = false } = person;
  const { grade, direct } = ruling;
  if (!isCountedHere(ruling) || (!present && grade === null)) return [];
  const undetermined = grade === '不确定等次';
  const good = grade === '好';
  const ranked = direct ? null : total;
  return [{ ...poolFactsOf(person), key, leader, good, directGood: isDirectGood(ruling), undetermined, total: ranked }];
}

function poolFactsOf({ unit, department, position, supervisor, identity }: PersonQuarterInput): PoolFacts {
  return { unit, department, position, supervisor, identity };
}

/** A rule gives the 好, whatever the score is (五·3). */
export function isDirectGood({ direct, grade }: Ruling): boolean {
  return direct && grade === '好';
}

/** Those who do not take part, or whom another unit assesses, are in no N here (ambiguity 11). */
export function isAssessedHere({ grade }: Pick<Ruling, 'grade'>): boolean {
  return grade !== '不参加考核' && !isAssessedElsewhere(grade);
}

/** In service and assessed here: what is scored of the period counts. */
export function isCountedHere(ruling: Ruling): boolean {
  return !ruling.outOfService && isAssessedHere(ruling);
}

/** Stands on a score sheet of a month that counts here. */
export function isScoredHere({ months }: Pick<PersonReview, 'months'>): boolean {
  return months.some(({ raters, ruling }) => raters > 0 && isCountedHere(ruling));
}

/** Another unit assesses (五·4). */
export function isAssessedElsewhere(suggested: RuledGrade | null): boolean {
  return suggested === '由外单位考核';
}

/** The grade that occurs most often (statuses are none); null when there is none, or several are equally often. */
function modalGrade(grades: readonly (RuledGrade | null)[]): Grade | null {
  const counts = GRADES.map((grade) => ({ grade, count: grades.filter((each) => each === grade).length }));
  const most = Math.max(...counts.map(({ count }) => count));
  const [mode, ...rivals] = counts.filter(({ count }) => count === most);
  return mode === undefined || rivals.length > 0 ? null : mode.grade;
}

/** A grade where the rules give a status, or 好 where they allow 较好 at most. */
export function isAgainstRule(decided: string, { fixed, direct, cap, grade }: Ruling): boolean {
  if (cap !== null && decided === '好') return true;
  return fixed && !direct && grade !== null && decided !== grade;
}
