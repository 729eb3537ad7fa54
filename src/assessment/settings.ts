import { DEFAULT_GRADE_LINES, GRADES, ROUNDINGS, type GradeLine, type Rounding } from './grade';
import { DEFAULT_WEIGHTS, INDICATORS } from './indicator';
import { DEFAULT_QUOTA_PERCENT } from './quota';
import { SCALES, type Scale } from './total';

export const SCALE_CHOICES = ['自动', ...SCALES] as const;
export const RATER_METHODS = ['平均', '去掉最高最低后平均'] as const;
export const ABSENT_RATER_CHOICES = ['待确认', '按已打分评委平均'] as const;
export const QUARTER_METHODS = ['平均分', '多数等次'] as const;
export const POOLS = ['全局', '单位', '职务类别'] as const;

export type RaterMethod = (typeof RATER_METHODS)[number];
export type AbsentRaters = (typeof ABSENT_RATER_CHOICES)[number];
export type QuarterMethod = (typeof QUARTER_METHODS)[number];
export type Pool = (typeof POOLS)[number];

/** What the office can change: where the notice leaves a choice, or may be amended. */
export interface Settings {
  /** Whole percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  /** Best grade first. */
  readonly gradeLines: readonly GradeLine[];
  /** Whole percent of the participants who may be 好. */
  readonly quotaPercent: number;
  readonly atLeastOneGood: boolean;
  /** Whether 不确定等次 participants count in N. */
  readonly undeterminedInQuota: boolean;
  readonly scale: '自动' | Scale;
  readonly rounding: Rounding;
  readonly raterMethod: RaterMethod;
  readonly absentRaters: AbsentRaters;
  readonly quarterMethod: QuarterMethod;
  readonly pool: Pool;
}

/** The notice's own values, and the defaults that the ambiguities settle on. */
export const DEFAULT_SETTINGS: Settings = {
  weights: DEFAULT_WEIGHTS,
  gradeLines: DEFAULT_GRADE_LINES,
  quotaPercent: DEFAULT_QUOTA_PERCENT,
  atLeastOneGood: false,
  undeterminedInQuota: true,
  scale: '自动',
  rounding: '不舍入',
  raterMethod: '平均',
  absentRaters: '待确认',
  quarterMethod: '平均分',
  pool: '全局',
};
