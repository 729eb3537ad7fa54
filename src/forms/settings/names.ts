import type { Settings } from '../../assessment/settings';

/** Names of cells on 考核设置 that the formulas use. */
export const SETTING_NAMES = {
  /** 1 × 7 whole percents, in the order of INDICATORS. */
  weights: '考核权重',
  /** 1 × 4 lowest totals, rising. */
  lines: '考核等次线',
  /** 1 × 4 grades beside their lines. */
  grades: '考核等次名称',
  /** Whole percent. */
  quota: '考核好等次比例',
  /** Points of 100 that count at most (rule 53). */
  bonus: '考核加分上限',
  deduction: '考核扣分上限',
} as const;

/** The workbook's name for the cell of each setting, or for its cells; formulas of any sheet can use it. */
export const SETTING_CELL_NAMES: Readonly<Record<keyof Settings, string>> = {
  weights: SETTING_NAMES.weights,
  gradeLines: SETTING_NAMES.lines,
  quotaPercent: SETTING_NAMES.quota,
  atLeastOneGood: '考核至少一人为好',
  undeterminedInQuota: '考核总人数含不确定等次',
  leadersInQuota: '考核总人数含局领导',
  directGoodInQuota: '考核直接好占名额',
  pool: '考核比例范围',
  poolsWithinWhole: '考核范围合计不超全局',
  scale: '考核计分制',
  rounding: '考核舍入位数',
  raterMethod: '考核评委合成方法',
  absentRaters: '考核评委缺席处理',
  raterGroups: '考核评委组',
  largestBonus: SETTING_NAMES.bonus,
  largestDeduction: SETTING_NAMES.deduction,
  quarterMethod: '考核季度方法',
  directScope: '考核直接确定范围',
  warningScope: '考核警告期间',
  awayFor: '考核外单位考核标准',
  subjects: '考核对象范围',
  noticeStart: '考核公示起始',
  undeterminedInNotice: '考核公示不确定等次',
  manyGood: '考核好较多标准',
  halfOf: '考核过半基数',
  authority: '考核单位名称',
  effectiveFrom: '考核方案生效日期',
};

/**
 * The native formulas of score and review sheets: functions that Excel 2016, WPS and LibreOffice all have. `{r}` is the
 * row the formula stands in. Sums are rounded to nine decimals, which takes away the error of binary fractions and
 * nothing else: scores have at most a few decimals (R13, ambiguity 7).
 */
