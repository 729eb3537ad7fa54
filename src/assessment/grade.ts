import type Fraction from 'fraction.js';
import { exactDecimal, roundHalfUp } from './decimal';

/** 等次 (R12, 二·考核等次): a closed list, best first. */
export const GRADES = ['好', '较好', '一般', '较差'] as const;
export type Grade = (typeof GRADES)[number];

/** What stands in place of a grade (五·4–6). Statuses are not grades: they have no rank and reach no line. */
export const STATUSES = ['不确定等次', '不参加考核', '由外单位考核'] as const;
type Status = (typeof STATUSES)[number];

/** 得分等次: what the score gives. */
export type ScoreGrade = Grade;
/** 规则后等次: the score's grade after the special rules (五·3–6). */
export type RuledGrade = Grade | Status;
/** 审定等次: what the 考核领导小组 decides (R22). It overwrites neither these results nor 附件2's 建议等次 (R21). */
export type DecidedGrade = Grade | Status;

/** Lowest total, in points of 100, that reaches each grade; best first. */
export interface GradeLine {
  readonly grade: Grade;
  readonly from: number;
}

/** 二·考核等次: 「好」不低于85分, 「较好」不低于75分, 「一般」不低于60分, 「较差」60分以下. */
export const DEFAULT_GRADE_LINES: readonly GradeLine[] = [
  { grade: '好', from: 85 },
  { grade: '较好', from: 75 },
  { grade: '一般', from: 60 },
  { grade: '较差', from: 0 },
];

/** Decimals that a total keeps, half up, before it is compared with the lines (ambiguity 7). */
export const ROUNDINGS = ['不舍入', 0, 1, 2] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Whether an exact total is not below a line (不低于). */
export function reaches(total: Fraction, from: number): boolean {
  return total.compare(exactDecimal(from)) >= 0;
}

/** The value that is compared with the grade lines. */
export function comparedTotal(total: Fraction, rounding: Rounding): Fraction {
  return rounding === '不舍入' ? total : roundHalfUp(total, rounding);
}

/**
 * 得分等次 of an exact total (R13). Without a rounding option nothing is rounded before the comparison (ambiguity 7).
 *
 * @param total points of 100, 0 ≤ total ≤ 100
 */
export function scoreGrade(total: Fraction, lines: readonly GradeLine[], rounding: Rounding): Grade {
  const compared = comparedTotal(total, rounding);
  const line = lines.find(({ from }) => reaches(compared, from));
  if (line === undefined) throw new RangeError(`total ${total.toString()} is below every grade line`);
  return line.grade;
}
