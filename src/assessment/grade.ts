import type Fraction from 'fraction.js';

/** 等次 (二·考核等次): a closed list, best first. 不确定等次 and 不参加考核 are statuses, not grades. */
export const GRADES = ['好', '较好', '一般', '较差'] as const;
export type Grade = (typeof GRADES)[number];

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

/**
 * 得分等次 of an exact total (R13). No rounding before the comparison (ambiguity 7).
 *
 * @param total points of 100, 0 ≤ total ≤ 100
 */
export function scoreGrade(total: Fraction, lines: readonly GradeLine[] = DEFAULT_GRADE_LINES): Grade {
  const line = lines.find(({ from }) => total.compare(from) >= 0);
  if (line === undefined) throw new RangeError(`total ${total.toString()} is below every grade line`);
  return line.grade;
}
