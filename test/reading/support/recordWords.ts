/** What messy 附件1 and 附件2 are made of: labels as offices write them, tasks that hold words of labels, notes. */
import type { Cell } from '../../forms/support/sheets';

export const HEADER_WORDS = {
  department: ['科室', '科  室', '部门', '所在科室', '科　室：', '内设机构'],
  name: ['姓名', '姓 名 ', '姓　名', '被考核人', '姓名：'],
  position: ['职务', '职  务', '职务（职级）', '现任职务', '职务/职级'],
  since: ['任现职时间', '任现职\n时间', '任职时间', '任现职级时间'],
} as const;

export const TASK_WORDS = {
  section: ['工作任务完成情况', '工作任务\n完成情况', '本月主要任务', '工作任务完成情况\n（本月主要任务）'],
  index: ['序号', '序 号', '编号'],
  progress: ['工作任务进度', '工作任务', '工 作 任 务 进 度', '工作内容', '工作任务进展情况'],
  completion: ['完结情况', '完成情况', '完结\n情况'],
  finished: ['完结时间', '完成时间', '完 结 时 间', '办结时间'],
} as const;

export const SECTION_WORDS = {
  goals: ['科室业务责任目标暨亮点工作', '科室业务责任目标\n暨亮点工作', '科室业务目标及亮点工作'],
  duties: ['个人岗位职责暨承担业务', '个人岗位职责\n暨承担业务', '岗位职责暨承担业务'],
  evaluation: [
    '分管领导或内设机构负责人评语及考核等次建议',
    '分管领导或\n内设机构负责人评语及考核等次\n建议',
    '分管领导评语及等次建议',
    '科室负责人评语',
  ],
  committee: ['考核委员会意见', '考核委员会\n意 见', '考核领导小组意见'],
  statusNote: ['未确定等次或不参加考核情况说明', '未确定等次或\n不参加考核情况说明', '不参加考核情况说明'],
} as const;

export const WEEKLY_TITLES = [
  '公务员每周工作记实',
  '公务员每周工作纪实',
  '济宁市商务局公务员每周工作记实',
  '周工作记实',
];
export const FILING_TITLES = [
  '公务员平时（每月）考核备案表',
  '公务员平时考核备案表',
  '济宁市商务局公务员平时（每月）考核备案表',
];

/** Labels that no annex has, with what stands behind them. */
export const EXTRA_FIELDS: readonly (readonly [label: string, value: Cell])[] = [
  ['政治面貌', '中共党员'],
  ['联系电话', '2345678'],
  ['性别', '女'],
  ['工号', '0312'],
  ['学历', '大学本科'],
  ['出生年月', '1985.3'],
];

export const TASKS = [
  '起草稳外贸工作方案',
  '走访重点外资企业3家',
  '完成情况良好，按期报送二季度总结',
  '整理附件2备案表',
  '填报公务员每周工作记实',
  '备注信息核对',
  '科室业务目标分解落实',
  '考核委员会会议材料准备',
  '撰写评语初稿',
  '姓名、职务信息核对',
  '分管领导批示件督办',
  '个人岗位职责梳理',
  '公务员平时考核测评表汇总',
  '序号重新编排',
  '工作任务进度表更新',
  '办理人大建议1件：已答复',
  '组织召开专题会议\n形成会议纪要',
  '说明材料报送',
  '未确定等次人员名单核对',
];
export const COMPLETIONS: readonly Cell[] = ['已完成', '进行中', '完成', '√', '未完成', null];

export const GOALS = ['稳外贸促增长', '完成全年外资到账目标；打造亮点工作2项', '科室业务目标：稳增长', null];
export const DUTIES = ['外贸统计', '负责综合文字、会务工作', '分管领导交办的其他工作', null];
export const COMMENTS = ['工作认真负责。', '该同志本月工作扎实，完成情况良好。', '能较好履行岗位职责。'];
export const OPINIONS: readonly Cell[] = ['同意。', '同意评语意见', null];
export const STATUS_NOTES: readonly Cell[] = [null, null, null, '试用期'];

/** Lines below a form that are none of its fields. */
export const LINES_BELOW = [
  '备注：此表每月底交局人事科存档',
  '注：本表一式两份，一份存科室，一份报人事科。',
  '科室负责人签字：',
  '填表人：刘洋　　审核人：',
  '说明：完结情况填已完成或进行中',
  '分管领导签字：',
];

/** A list that has nothing to do with records. */
export const OTHER_LIST: readonly (readonly Cell[])[] = [
  ['值班安排'],
  ['周一', '上午', '带班局长'],
  ['周二', '下午', '带班局长'],
];
