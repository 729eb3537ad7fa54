/** What the office chooses of the year's hints; apart from them, which the pane does not start with. */

/** 好等次“较多” (ambiguity 21). */
export const MANY_GOOD_CHOICES = ['不少于一半', '至少1次', '超过一半'] as const;
type ManyGood = (typeof MANY_GOOD_CHOICES)[number];

/** What “超过一半” counts against (ambiguity 20). */
export const HALF_OF_CHOICES = ['已确定等次的季度', '固定4个季度'] as const;
type HalfOf = (typeof HALF_OF_CHOICES)[number];

export interface AnnualSettings {
  readonly manyGood: ManyGood;
  readonly halfOf: HalfOf;
}

export const DEFAULT_ANNUAL_SETTINGS: AnnualSettings = { manyGood: '不少于一半', halfOf: '已确定等次的季度' };
