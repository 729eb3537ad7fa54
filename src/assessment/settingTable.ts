import { HALF_OF_CHOICES, MANY_GOOD_CHOICES } from './annualSettings';
import {
  checkAuthority,
  checkEffectiveFrom,
  checkGradeLines,
  checkLargest,
  checkQuota,
  checkRaterGroups,
  checkSubjects,
  checkWeights,
  contradiction,
  LONGEST_AUTHORITY,
  type Contradiction,
} from './contradiction';
import { ROUNDINGS } from './grade';
import { NO_GROUPS } from './raterGroup';
import {
  ABSENT_RATER_CHOICES,
  AWAY_FOR,
  DEFAULT_SETTINGS,
  DIRECT_SCOPES,
  NOTICE_STARTS,
  POOLS,
  QUARTER_METHODS,
  RATER_METHODS,
  SCALE_CHOICES,
  UNDETERMINED_IN_NOTICE_CHOICES,
  WARNING_SCOPES,
  type Settings,
} from './settings';

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
  choice('poolsWithinWhole', '各计算范围的上限合计不超过全局上限', [false, true], {
    clause: '二·考核等次',
    ambiguity: 55,
  }),
  choice('scale', '打分制', SCALE_CHOICES, { clause: '二·考核等次', ambiguity: 6 }),
  choice('rounding', '比较等次前保留的小数位数（四舍五入）', ROUNDINGS, { ambiguity: 7 }),
  choice('raterMethod', '多名评委的合成方法（超过5名评委时才去掉最高最低）', RATER_METHODS, { ambiguity: 8 }),
  choice('absentRaters', '有评委未打分时', ABSENT_RATER_CHOICES, { ambiguity: 8 }),
  {
    id: 'raterGroups',
    name: '评委组及权重（%）',
    default: DEFAULT_SETTINGS.raterGroups,
    allowed: `“${NO_GROUPS}”，或组名及权重，如“主要领导40、分管领导30、民主测评30”，权重为整数，合计100`,
    choices: null,
    clause: null,
    ambiguity: 52,
    check: checkRaterGroups,
  },
  largest('largestBonus', '每人每月加分最多计入的分值（0为不计入）'),
  largest('largestDeduction', '每人每月扣分最多计入的分值（0为不计入）'),
  choice('quarterMethod', '季度等次的建议方法', QUARTER_METHODS, { clause: '三（一）考核方法', ambiguity: 5 }),
  choice('directScope', '直接确定等次的默认作用范围', DIRECT_SCOPES, { clause: '五·3', ambiguity: 18 }),
  choice('warningScope', '受警告处分不得确定为好的期间', WARNING_SCOPES, { clause: '五·5', ambiguity: 30 }),
  choice('awayFor', '挂职、外借当月由外单位考核的标准（工作日）', AWAY_FOR, { clause: '五·4', ambiguity: 42 }),
  {
    id: 'subjects',
    name: '考核对象',
    default: DEFAULT_SETTINGS.subjects,
    allowed: '全部，或人员名册上的身份，如公务员、参公',
    choices: null,
    clause: '方案标题',
    ambiguity: 56,
    check: checkSubjects,
  },
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
export type OpenSetting =
  | 'weights'
  | 'gradeLines'
  | 'quotaPercent'
  | 'raterGroups'
  | 'subjects'
  | 'largestBonus'
  | 'largestDeduction'
  | 'authority'
  | 'effectiveFrom';

/** How much of a column beside the seven indicators counts (rule 53). */
function largest(id: 'largestBonus' | 'largestDeduction', name: string): Setting {
  return {
    id,
    name,
    default: DEFAULT_SETTINGS[id],
    allowed: '0至100的整数',
    choices: null,
    clause: null,
    ambiguity: 53,
    check: (settings) => checkLargest(id, name, settings),
  };
}

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
