/** The seven indicators of 附件3 in its order, and as it prints them with their weights. */
export const INDICATORS_OF_ANNEX3 = [
  '政治品质',
  '工作作风',
  '廉洁自律',
  '学习指标',
  '业务经办指标',
  '目标实施指标',
  '争先创优指标',
] as const;

export const PRINTED_INDICATORS = [
  '政治品质（20%）',
  '工作作风（10%）',
  '廉洁自律（10%）',
  '学习指标（10%）',
  '业务经办指标（30%）',
  '目标实施指标（10%）',
  '争先创优指标（10%）',
] as const;
