import { DEFAULT_ANNUAL_SETTINGS, type AnnualSettings } from './annualSettings';
import type { CalendarDate } from './calendarDate';
import { DEFAULT_GRADE_LINES, type GradeLine, type Rounding } from './grade';
import { DEFAULT_WEIGHTS } from './indicator';
import { DEFAULT_QUOTA_PERCENT } from './quota';
import type { RaterGroup } from './raterGroup';
import { SCALES, type Scale } from './total';

export const SCALE_CHOICES = ['自动', ...SCALES] as const;
export const RATER_METHODS = ['平均', '去掉最高最低后平均'] as const;
export const ABSENT_RATER_CHOICES = ['待确认', '按已打分评委平均'] as const;
export const QUARTER_METHODS = ['平均分', '多数等次'] as const;
export const POOLS = ['全局', '单位', '职务类别', '科室', '分管领导', '身份'] as const;
/** What a direct grade applies to where its line of 特殊情形登记 says nothing (ambiguity 18). */
export const DIRECT_SCOPES = ['季', '月'] as const;
/** In which part of its year a 警告 keeps from 好 (五·5, ambiguity 30). */
export const WARNING_SCOPES = ['全年', '自处分之月起'] as const;
/** For how much of a month 挂职 or 外借 makes another unit assess it (五·4, rule 42). */
export const AWAY_FOR = ['过半', '有一天即算'] as const;
/** The first of the three working days of 公示 (三（二）5, ambiguity 24). */
export const NOTICE_STARTS = ['当日计入', '次日起'] as const;
/** What the 公示 says of people with 不确定等次: nothing, or their name without the reason (ambiguity 26). */
export const UNDETERMINED_IN_NOTICE_CHOICES = ['不列', '列出不写原因'] as const;

type RaterMethod = (typeof RATER_METHODS)[number];
type AbsentRaters = (typeof ABSENT_RATER_CHOICES)[number];
export type QuarterMethod = (typeof QUARTER_METHODS)[number];
export type Pool = (typeof POOLS)[number];
export type DirectScope = (typeof DIRECT_SCOPES)[number];
export type WarningScope = (typeof WARNING_SCOPES)[number];
type AwayFor = (typeof AWAY_FOR)[number];
export type NoticeStart = (typeof NOTICE_STARTS)[number];
export type UndeterminedInNotice = (typeof UNDETERMINED_IN_NOTICE_CHOICES)[number];

/** What the office can change: where the notice leaves a choice, or may be amended. */
export interface Settings extends AnnualSettings {
  /** Whole percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  /** Best grade first. */
  readonly gradeLines: readonly GradeLine[];
  /** Whole percent of the participants who may be 好. */
  readonly quotaPercent: number;
  readonly atLeastOneGood: boolean;
  /** Whether 不确定等次 participants count in N. */
  readonly undeterminedInQuota: boolean;
  /** Whether 局领导 count in N, and their 好 with it. */
  readonly leadersInQuota: boolean;
  /** Whether a 好 that a rule gives takes a seat within the limit. */
  readonly directGoodInQuota: boolean;
  readonly scale: '自动' | Scale;
  readonly rounding: Rounding;
  readonly raterMethod: RaterMethod;
  readonly absentRaters: AbsentRaters;
  /** Raters who count together, each group with its share; none where all raters count alike (rule 52). */
  readonly raterGroups: readonly RaterGroup[];
  /** Points of 100 that a row's 加分 may add at most; 0 where it is not counted (rule 53). */
  readonly largestBonus: number;
  /** Points of 100 that a row's 扣分 may take off at most; 0 where it is not counted. */
  readonly largestDeduction: number;
  readonly quarterMethod: QuarterMethod;
  readonly pool: Pool;
  /** Whether the pools' limits together are held to the whole bureau's (rule 55). */
  readonly poolsWithinWhole: boolean;
  readonly directScope: DirectScope;
  readonly warningScope: WarningScope;
  readonly awayFor: AwayFor;
  /** 考核对象: 全部, or the 身份 that are assessed, as written (rule 56). */
  readonly subjects: string;
  readonly noticeStart: NoticeStart;
  readonly undeterminedInNotice: UndeterminedInNotice;
  /** Whose assessment it is, as titles print it. */
  readonly authority: string;
  /** The day of the notice, which names the version of the rules (R02, R55). */
  readonly effectiveFrom: CalendarDate;
}

/** The notice's own values, and the defaults that the ambiguities settle on. */
export const DEFAULT_SETTINGS: Settings = {
  weights: DEFAULT_WEIGHTS,
  gradeLines: DEFAULT_GRADE_LINES,
  quotaPercent: DEFAULT_QUOTA_PERCENT,
  atLeastOneGood: false,
  undeterminedInQuota: true,
  leadersInQuota: false,
  directGoodInQuota: true,
  scale: '自动',
  rounding: '不舍入',
  raterMethod: '平均',
  absentRaters: '待确认',
  raterGroups: [],
  largestBonus: 0,
  largestDeduction: 0,
  quarterMethod: '平均分',
  pool: '全局',
  poolsWithinWhole: false,
  directScope: '季',
  warningScope: '全年',
  awayFor: '过半',
  subjects: '全部',
  noticeStart: '当日计入',
  undeterminedInNotice: '不列',
  ...DEFAULT_ANNUAL_SETTINGS,
  authority: '济宁市商务局',
  effectiveFrom: '2020-06-12',
};
