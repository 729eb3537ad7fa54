import { parseCalendarDate } from './calendarDate';
import { GRADES, type GradeLine } from './grade';
import { INDICATOR_GROUPS, INDICATORS } from './indicator';
import type { Settings } from './settings';

/** A value that a setting cannot have (error), or that departs from the notice and is to be confirmed (warning). */
export interface Contradiction {
  readonly severity: 'error' | 'warning';
  readonly code:
    | 'WEIGHT_COUNT'
    | 'WEIGHT_NOT_WHOLE'
    | 'WEIGHT_TOTAL'
    | 'WEIGHT_SHARES'
    | 'GRADE_LINES_INCOMPLETE'
    | 'GRADE_LINE_OUT_OF_RANGE'
    | 'GRADE_LINES_NOT_FALLING'
    | 'QUOTA_OUT_OF_RANGE'
    | 'AT_LEAST_ONE_WITHOUT_QUOTA'
    | 'RATER_GROUPS_UNUSABLE'
    | 'LARGEST_OUT_OF_RANGE'
    | 'NOT_A_CHOICE'
    | 'AUTHORITY_UNUSABLE'
    | 'EFFECTIVE_DATE_INVALID'
    | 'SUBJECTS_UNUSABLE';
  readonly setting: keyof Settings;
  /** Chinese: what stands there and what it must be. */
  readonly message: string;
}

/**
 * R04: seven whole weights that total 100 %; a warning where 共性指标 no longer make 40 and 个性指标 60.
 *
 * @param weights percent, in the order of INDICATORS
 */
export function checkWeights(weights: readonly number[]): readonly Contradiction[] {
  if (weights.length !== INDICATORS.length) {
    const message = `有${weights.length}项权重，应为${INDICATORS.length}项`;
    return [contradiction('weights', 'WEIGHT_COUNT', message)];
  }
  const broken = INDICATORS.flatMap(({ label }, i) => {
    const weight = weights[i] ?? NaN;
    return isWholePercent(weight) ? [] : `“${label}”的权重为${weight}，应为0至100的整数`;
  });
  if (broken.length > 0) return broken.map((message) => contradiction('weights', 'WEIGHT_NOT_WHOLE', message));
  const total = sumOf(weights);
  if (total !== 100) return [contradiction('weights', 'WEIGHT_TOTAL', `权重合计${total}%，应为100%`)];
  return INDICATOR_GROUPS.flatMap(({ group, share }) => {
    const actual = sumOf(weights.filter((_weight, i) => INDICATORS[i]?.group === group));
    if (actual === share) return [];
    const message = `${group}合计${actual}%，方案规定为${share}%（二（二）），请确认`;
    return [contradiction('weights', 'WEIGHT_SHARES', message, 'warning')];
  });
}

/** R13: one line for each grade, falling from at most 100 to 0. */
export function checkGradeLines(lines: readonly GradeLine[]): readonly Contradiction[] {
  if (lines.length !== GRADES.length || lines.some(({ grade }, i) => grade !== GRADES[i])) {
    return [contradiction('gradeLines', 'GRADE_LINES_INCOMPLETE', `等次分数线应依次为${GRADES.join('、')}，各一条`)];
  }
  const outside = lines.filter(({ from }, i) => !(i === lines.length - 1 ? from === 0 : from > 0 && from <= 100));
  if (outside.length > 0) {
    return outside.map(({ grade, from }) => {
      const must = grade === '较差' ? '应从0分起' : '应大于0且不超过100';
      return contradiction('gradeLines', 'GRADE_LINE_OUT_OF_RANGE', `“${grade}”的最低分为${from}，${must}`);
    });
  }
  return lines.slice(1).flatMap(({ grade, from }, i) => {
    const better = lines[i];
    if (better === undefined || from < better.from) return [];
    const message = `“${grade}”的最低分${from}不低于“${better.grade}”的${better.from}，分数线应依次递减`;
    return [contradiction('gradeLines', 'GRADE_LINES_NOT_FALLING', message)];
  });
}

/** R15: a whole percentage, and one that is not 0 where the office also wants at least one 好 (ambiguity 12). */
export function checkQuota({
  quotaPercent,
  atLeastOneGood,
}: Pick<Settings, 'quotaPercent' | 'atLeastOneGood'>): readonly Contradiction[] {
  if (!isWholePercent(quotaPercent)) {
    const message = `“好”等次比例上限为${quotaPercent}，应为0至100的整数`;
    return [contradiction('quotaPercent', 'QUOTA_OUT_OF_RANGE', message)];
  }
  if (quotaPercent > 0 || !atLeastOneGood) return [];
  const message = '比例上限为0时不能设置“至少1人为好”，请改其中一项';
  return [contradiction('atLeastOneGood', 'AT_LEAST_ONE_WITHOUT_QUOTA', message)];
}

/** Rule 52: two groups or more, each with a name that no other contains, and whole weights from 1 that total 100. */
export function checkRaterGroups({ raterGroups }: Pick<Settings, 'raterGroups'>): readonly Contradiction[] {
  if (raterGroups.length === 0) return [];
  const total = sumOf(raterGroups.map(({ weight }) => weight));
  const nested = raterGroups.find(({ name }, i) =>
    raterGroups.some((other, j) => i !== j && other.name.includes(name)),
  );
  const broken = raterGroups.find(({ weight }) => !isWholePercent(weight) || weight === 0);
  const faults = [
    ...(raterGroups.length === 1 ? ['只有一个评委组，应有两个以上'] : []),
    ...(nested === undefined ? [] : [`评委组“${nested.name}”的名称与其他组重复或被包含，无法区分`]),
    ...(broken === undefined ? [] : [`评委组“${broken.name}”的权重为${broken.weight}，应为1至100的整数`]),
    ...(total === 100 ? [] : [`评委组权重合计${total}%，应为100%`]),
  ];
  return faults.map((message) => contradiction('raterGroups', 'RATER_GROUPS_UNUSABLE', message));
}

/** Rule 53: a whole number of points. */
export function checkLargest(
  id: 'largestBonus' | 'largestDeduction',
  name: string,
  { [id]: points }: Settings,
): readonly Contradiction[] {
  if (isWholePercent(points)) return [];
  return [contradiction(id, 'LARGEST_OUT_OF_RANGE', `“${name}”为${points}，应为0至100的整数`)];
}

/** Titles of one line have room for so many characters beside what else they say. */
export const LONGEST_AUTHORITY = 30;

/** A name that can stand in titles, file names and the rule version (R02). */
export function checkAuthority({ authority }: Pick<Settings, 'authority'>): readonly Contradiction[] {
  const length = [...authority.trim()].length;
  if (length > 0 && length <= LONGEST_AUTHORITY && !/[\r\n]/.test(authority)) return [];
  const message = length === 0 ? '单位名称为空' : `单位名称“${authority}”有${length}个字或分行`;
  return [contradiction('authority', 'AUTHORITY_UNUSABLE', `${message}，应为1至${LONGEST_AUTHORITY}个字，不分行`)];
}

/** Rule 56: everybody, or 身份 in one line. */
export function checkSubjects({ subjects }: Pick<Settings, 'subjects'>): readonly Contradiction[] {
  if (subjects.trim() !== '' && [...subjects].length <= LONGEST_AUTHORITY && !/[\r\n]/.test(subjects)) return [];
  const message = `考核对象“${subjects}”应为“全部”，或人员名册上的身份（如公务员、参公），不超过${LONGEST_AUTHORITY}个字`;
  return [contradiction('subjects', 'SUBJECTS_UNUSABLE', message)];
}

/** R55: a day that exists. */
export function checkEffectiveFrom({ effectiveFrom }: Pick<Settings, 'effectiveFrom'>): readonly Contradiction[] {
  if (parseCalendarDate(effectiveFrom) !== undefined) return [];
  const message = `方案生效日期“${effectiveFrom}”不是年月日齐全的日期`;
  return [contradiction('effectiveFrom', 'EFFECTIVE_DATE_INVALID', message)];
}

/** One setting's contradiction. */
export function contradiction(
  setting: keyof Settings,
  code: Contradiction['code'],
  message: string,
  severity: Contradiction['severity'] = 'error',
): Contradiction {
  return { severity, code, setting, message };
}

function isWholePercent(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 100;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
