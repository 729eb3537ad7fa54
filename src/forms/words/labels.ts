import type { IndicatorId } from '../../assessment/indicator';

/** Headings of the columns that the program writes beside a form; a reader of forms passes over them. */
export const COMPUTED_TOTAL = '重算总分';
export const SCORE_GRADE = '得分等次';
export const PERSON_KEY = '人员键';

/** 规则后等次 and 校验 stand outside the print area of the forms that the program lays out. */
export const OWN_COLUMNS: readonly string[] = [COMPUTED_TOTAL, SCORE_GRADE, PERSON_KEY, '规则后等次', '校验'];

/** What each column may be called, without white space. */
export type LabelTable<Column extends string> = readonly (readonly [column: Column, labels: readonly string[]])[];

/** What a column of 附件3 may be, apart from the seven indicators. */
export type ColumnRole = 'name' | 'department' | 'position' | 'staffNumber' | 'rater' | 'total' | 'grade' | 'other';

/**
 * Indicator headings without white space, weight and the endings of {@link LABEL_ENDINGS} (ambiguity 1: the notice's
 * text and its annex differ in 业务指标/业务经办指标, 创先争优/争先创优, 政治品质和道德水平/政治品质).
 */
export const INDICATOR_ALIASES: LabelTable<IndicatorId> = [
  [
    'politics',
    [
      '政治品质',
      '政治品质和道德水平',
      '政治品质与道德水平',
      '政治品质及道德水平',
      '政治品质、道德水平',
      '政治品质道德水平',
      '政治素质',
    ],
  ],
  ['conduct', ['工作作风', '作风']],
  ['integrity', ['廉洁自律', '廉洁', '廉洁从政', '廉政']],
  ['learning', ['学习']],
  ['business', ['业务', '业务经办', '业务工作', '业务能力']],
  ['goals', ['目标实施', '目标', '目标完成', '目标任务']],
  ['excellence', ['争先创优', '创先争优', '争创']],
];

export const ROLE_ALIASES: LabelTable<ColumnRole> = [
  ['name', ['姓名', '被测评人', '被考核人', '被考核人姓名', '测评对象', '考核对象', '人员姓名', '被测评人姓名']],
  ['department', ['科室', '部门', '所在科室', '内设机构', '处室', '科室名称']],
  ['position', ['职务', '职级', '职务职级']],
  ['staffNumber', ['工号', '人员编号']],
  ['rater', ['评委', '打分人', '测评人', '评分人', '评委姓名']],
  ['total', ['总分', '合计', '合计分', '总得分', '得分', '加权总分', '加权得分', '总评分']],
  ['grade', ['等次', '考核等次', '建议等次', '等次建议', '评定等次', '考核等次建议']],
  ['other', ['序号', '编号', '备注', '单位', '名次', '排名', '签字', '签名', '共性指标', '个性指标']],
];

/** Endings and beginnings of a heading that say nothing about which column it is. */
export const LABEL_ENDINGS: readonly string[] = ['指标', '情况', '得分', '评分', '分数', '打分'];

/** Words in the title lines above a heading row. */
export const TITLE_WORDS: readonly string[] = [
  '测评表',
  '打分表',
  '评分表',
  '考核表',
  '评议表',
  '测评',
  '附件3',
  '附件:3',
  '附件三',
];

/** Labels before the name of the person who scored a whole form. */
export const RATER_LABELS: readonly string[] = ['评委姓名', '评委', '打分人', '测评人', '评分人'];
/** The signature of 附件3: a name typed after it stands for the rater where no rater is named. */
export const SIGNER_LABELS: readonly string[] = ['分管领导签字', '分管领导签名', '分管领导'];

/** Words of a sheet's name that do not name a rater. */
export const SHEET_NAME_WORDS: readonly string[] = [
  '济宁市商务局',
  '公务员',
  '平时',
  '每月',
  '月度',
  '考核',
  '测评表',
  '测评',
  '打分表',
  '打分',
  '评分表',
  '评分',
  '附件3',
  '附件三',
  '附件',
  '月份',
  '副本',
  '汇总',
  '分管领导',
  '评委',
  '表',
  'Sheet',
  'sheet',
];

/** Words that people write for a grade instead of 好/较好/一般/较差, with the grade to propose; null: not one of the four. */
export const GRADE_WORDS: Readonly<Record<string, '好' | '较好' | '一般' | '较差'>> = {
  优秀: '好',
  优: '好',
  A: '好',
  优良: '较好',
  良好: '较好',
  良: '较好',
  B: '较好',
  合格: '一般',
  称职: '一般',
  中: '一般',
  中等: '一般',
  及格: '一般',
  C: '一般',
  基本合格: '较差',
  基本称职: '较差',
  不合格: '较差',
  不称职: '较差',
  不及格: '较差',
  差: '较差',
  D: '较差',
};

/** Statuses that may stand in a grade column without being a grade (五·5; they come from 特殊情形登记). */
export const GRADE_STATUSES: ReadonlySet<string> = new Set([
  '不确定等次',
  '不定等次',
  '未确定等次',
  '不参加考核',
  '不参加',
  '未参加',
  '由外单位考核',
  '补定等次',
  '-',
  '—',
  '/',
  '无',
]);

export type RosterColumn =
  'unit' | 'department' | 'name' | 'position' | 'since' | 'identity' | 'supervisor' | 'note' | 'staffNumber';

export const ROSTER_ALIASES: LabelTable<RosterColumn> = [
  ['unit', ['单位', '工作单位', '所在单位']],
  ['department', ['科室', '部门', '所在科室', '内设机构', '处室']],
  ['name', ['姓名']],
  ['position', ['职务', '职级', '职务职级']],
  ['since', ['任现职时间', '任职时间', '任现职级时间']],
  ['identity', ['身份', '人员身份', '编制', '编制性质']],
  ['supervisor', ['分管领导', '分管局领导']],
  ['note', ['备注']],
  ['staffNumber', ['工号', '人员编号']],
];

/** Words of 备注 on the roster by which somebody may stand on no score sheet, once it is registered (五·4, rule 56). */
export const ABSENCE_WORDS: readonly string[] = [
  '退休',
  '调出',
  '调离',
  '调入',
  '挂职',
  '外借',
  '借调',
  '借出',
  '抽调',
  '派出',
  '离职',
  '辞职',
  '去世',
  '拒不参加',
  '不参加',
  '长期病',
];

export type CircumstanceColumn =
  'department' | 'name' | 'kind' | 'from' | 'to' | 'days' | 'scope' | 'basis' | 'approver' | 'approvedOn' | 'material';

export const CIRCUMSTANCE_ALIASES: LabelTable<CircumstanceColumn> = [
  ['department', ['科室', '部门']],
  ['name', ['姓名']],
  ['kind', ['情形', '特殊情形']],
  ['from', ['开始日期', '起始日期', '日期']],
  ['to', ['结束日期', '截止日期']],
  ['days', ['天数']],
  ['scope', ['作用范围']],
  ['basis', ['依据']],
  ['approver', ['批准人']],
  ['approvedOn', ['批准日期']],
  ['material', ['外单位材料', '所在单位材料', '所在单位意见', '考核材料', '鉴定材料', '外单位考核结果', '证明材料']],
];
