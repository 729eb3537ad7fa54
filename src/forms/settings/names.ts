import type { Settings } from '../../assessment/settings';
import { SETTING_NAMES } from '../score-sheet/formulas';

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
  scale: '考核计分制',
  rounding: '考核舍入位数',
  raterMethod: '考核评委合成方法',
  absentRaters: '考核评委缺席处理',
  quarterMethod: '考核季度方法',
  directScope: '考核直接确定范围',
  warningScope: '考核警告期间',
  noticeStart: '考核公示起始',
  undeterminedInNotice: '考核公示不确定等次',
  manyGood: '考核好较多标准',
  halfOf: '考核过半基数',
  authority: '考核单位名称',
  effectiveFrom: '考核方案生效日期',
};
