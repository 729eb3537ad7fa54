import { DEFAULT_ANNUAL_SETTINGS, HALF_OF_CHOICES, MANY_GOOD_CHOICES, type AnnualSettings } from './annual';
import type { CalendarDate } from './calendarDate';
import {
  checkAuthority,
  checkEffectiveFrom,
  checkGradeLines,
  checkQuota,
  checkWeights,
  contradiction,
  LONGEST_AUTHORITY,
  type Contradiction,
} from './contradiction';
import { DEFAULT_GRADE_LINES, ROUNDINGS, type GradeLine, type Rounding } from './grade';
import { DEFAULT_WEIGHTS } from './indicator';
import { DEFAULT_QUOTA_PERCENT } from './quota';
import { SCALES, type Scale } from './total';

export const SCALE_CHOICES = ['自动', ...SCALES] as const;
export const RATER_METHODS = ['平均', '去掉最高最低后平均'] as const;
export const ABSENT_RATER_CHOICES = ['待确认', '按已打分评委平均'] as const;
export const QUARTER_METHODS = ['平均分', '多数等次'] as const;
export const POOLS = ['全局', '单位', '职务类别'] as const;
/** What a direct grade applies to where its line of 特殊情形登记 says nothing (ambiguity 18). */
export const DIRECT_SCOPES = ['季', '月'] as const;
/** In which part of its year a 警告 keeps from 好 (五·5, ambiguity 30). */
export const WARNING_SCOPES = ['全年', '自处分之月起'] as const;
/** The first of the three working days of 公示 (三（二）5, ambiguity 24). */
export const NOTICE_STARTS = ['当日计入', '次日起'] as const;
/** What the 公示 says of people with 不确定等次: nothing, or their name without the reason (ambiguity 26). */
export const UNDETERMINED_IN_NOTICE_CHOICES = ['不列', '列出不写原因'] as const;

export type RaterMethod = (typeof RATER_METHODS)[number];
export type AbsentRaters = (typeof ABSENT_RATER_CHOICES)[number];
export type QuarterMethod = (typeof QUARTER_METHODS)[number];
export type Pool = (typeof POOLS)[number];
export type DirectScope = (typeof DIRECT_SCOPES)[number];
export type WarningScope = (typeof WARNING_SCOPES)[number];
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
  readonly quarterMethod: QuarterMethod;
  readonly pool: Pool;
  readonly directScope: DirectScope;
  readonly warningScope: WarningScope;
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
  quarterMethod: '平均分',
  pool: '全局',
  directScope: '季',
  warningScope: '全年',
  noticeStart: '当日计入',
  undeterminedInNotice: '不列',
  ...DEFAULT_ANNUAL_SETTINGS,
  authority: '济宁市商务局',
  effectiveFrom: '2020-06-12',
};

/** What the office sees of a setting, and where the choice comes from. */
export interface Setting {
  readonly id: keyof Settings;
  /** Chinese name, as 考核设置 and the outputs print it. */
  readonly name: string;
  readonly default: Settings[keyof Settings];
  /** Chinese: the values that it can have. */
  readonly allowed: string;
  /** The closed list of values; null where any that `check` accepts will do. */
  readonly choices: readonly (string | number | boolean)[] | null;
  /** Clause of the notice that sets the default. */
  readonly clause: string | null;
  /** Number of the ambiguity that leaves the choice (docs/rules.md). */
  readonly ambiguity: number | null;
  readonly check: (settings: Settings) => readonly Contradiction[];
}

/** Beside a choice for which no source is at hand. */
const UNCONFIRMED = '（人事科须核实）';

/** Every setting, in the order in which they are shown. */
export const SETTING_TABLE: readonly Setting[] = [
  {
    id: 'weights',
    name: '指标权重（%）',
    default: DEFAULT_SETTINGS.weights,
    allowed: '7个整数，合计100',
    choices: null,
    clause: '二（二）考核指标',
    ambiguity: 3,
    check: ({ weights }) => checkWeights(weights),
  },
  {
    id: 'gradeLines',
    name: '等次分数线',
    default: DEFAULT_SETTINGS.gradeLines,
    allowed: '“好”“较好”“一般”的最低分，依次递减，0至100；“较差”从0分起',
    choices: null,
    clause: '二·考核等次',
    ambiguity: null,
    check: ({ gradeLines }) => checkGradeLines(gradeLines),
  },
  {
    id: 'quotaPercent',
    name: '“好”等次比例上限（%）',
    default: DEFAULT_SETTINGS.quotaPercent,
    allowed: '0至100的整数',
    choices: null,
    clause: '二·考核等次',
    ambiguity: null,
    check: checkQuota,
  },
  choice('atLeastOneGood', '人数过少时至少1人为“好”', [false, true], { ambiguity: 12 }),
  choice('undeterminedInQuota', '参加考核总人数包含“不确定等次”人员', [true, false], { clause: '五·5', ambiguity: 11 }),
  choice('leadersInQuota', '参加考核总人数包含局领导', [false, true], {
    clause: '二·考核等次',
    ambiguity: 11,
    note: UNCONFIRMED,
  }),
  choice('directGoodInQuota', '直接确定为好占用名额', [true, false], {
    clause: '五·3',
    ambiguity: 16,
    note: UNCONFIRMED,
  }),
  choice('pool', '“好”等次比例的计算范围', POOLS, { clause: '二·考核等次', ambiguity: 13 }),
  choice('scale', '打分制', SCALE_CHOICES, { clause: '二·考核等次', ambiguity: 6 }),
  choice('rounding', '比较等次前保留的小数位数（四舍五入）', ROUNDINGS, { ambiguity: 7 }),
  choice('raterMethod', '多名评委的合成方法（超过5名评委时才去掉最高最低）', RATER_METHODS, { ambiguity: 8 }),
  choice('absentRaters', '有评委未打分时', ABSENT_RATER_CHOICES, { ambiguity: 8 }),
  choice('quarterMethod', '季度等次的建议方法', QUARTER_METHODS, { clause: '三（一）考核方法', ambiguity: 5 }),
  choice('directScope', '直接确定等次的默认作用范围', DIRECT_SCOPES, { clause: '五·3', ambiguity: 18 }),
  choice('warningScope', '受警告处分不得确定为好的期间', WARNING_SCOPES, { clause: '五·5', ambiguity: 30 }),
  choice('noticeStart', '公示起始', NOTICE_STARTS, { clause: '三（二）5', ambiguity: 24 }),
  choice('undeterminedInNotice', '“不确定等次”人员在公示中', UNDETERMINED_IN_NOTICE_CHOICES, {
    clause: '三（二）5',
    ambiguity: 26,
  }),
  choice('manyGood', '年度“好等次较多”的标准', MANY_GOOD_CHOICES, { clause: '四·1', ambiguity: 21 }),
  choice('halfOf', '年度“超过一半”的基数', HALF_OF_CHOICES, { clause: '四·1', ambiguity: 20 }),
  {
    id: 'authority',
    name: '单位名称',
    default: DEFAULT_SETTINGS.authority,
    allowed: `1至${LONGEST_AUTHORITY}个字`,
    choices: null,
    clause: '方案标题',
    ambiguity: null,
    check: checkAuthority,
  },
  {
    id: 'effectiveFrom',
    name: '方案生效日期',
    default: DEFAULT_SETTINGS.effectiveFrom,
    allowed: '年月日齐全的日期，如2020年6月12日',
    choices: null,
    clause: '通知落款日期',
    ambiguity: null,
    check: checkEffectiveFrom,
  },
];

/** Everything that the settings contradict, themselves or the notice; empty when they can be used as they are. */
export function checkSettings(settings: Settings): readonly Contradiction[] {
  return SETTING_TABLE.flatMap(({ check }) => check(settings));
}

/** Settings whose values no list can hold. */
export type OpenSetting = 'weights' | 'gradeLines' | 'quotaPercent' | 'authority' | 'effectiveFrom';

/** A setting with a closed list of values; `note` is shown behind them. */
function choice<Id extends Exclude<keyof Settings, OpenSetting>>(
  id: Id,
  name: string,
  choices: readonly Settings[Id][],
  basis: { readonly clause?: string; readonly ambiguity: number; readonly note?: string },
): Setting {
  const values = choices.map((value) => (typeof value === 'boolean' ? (value ? '是' : '否') : value)).join('、');
  return {
    id,
    name,
    default: DEFAULT_SETTINGS[id],
    allowed: values + (basis.note ?? ''),
    choices,
    clause: basis.clause ?? null,
    ambiguity: basis.ambiguity,
    check: (settings) =>
      choices.includes(settings[id])
        ? []
        : [contradiction(id, 'NOT_A_CHOICE', `“${name}”为“${String(settings[id])}”，应为${values}之一`)],
  };
}
