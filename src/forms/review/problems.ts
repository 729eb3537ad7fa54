import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** Problems of the 审定表. */
export const problem = {
  reviewHeadingsMissing: onSheet(
    'error',
    'REVIEW_HEADINGS_MISSING',
    (labels: readonly string[]) =>
      `审定表的表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  reviewProtected: onSheet('error', 'REVIEW_PROTECTED', () => '审定表受保护，未写入；请先取消保护再运行'),
  reviewPersonGone: onCell(
    'warning',
    'REVIEW_PERSON_GONE',
    (name: string) => `本季度测评表上没有“${name}”，该行保留未动；请核对后自行删除或改正姓名、科室`,
  ),
  reviewReasonMissing: onCell(
    'warning',
    'REVIEW_REASON_MISSING',
    (name: string, decided: string, suggested: string) =>
      `${name}的审定等次“${decided}”与建议等次“${suggested}”不同，而“备注”为空；请在“备注”中写明理由（三（二）4）`,
  ),
  decisionAgainstRule: onCell(
    'warning',
    'DECISION_AGAINST_RULE',
    (name: string, decided: string, reasons: string) =>
      `${name}的审定等次“${decided}”与特殊规定不符：${reasons}；原值未改动，请考核领导小组复议`,
  ),
  quotaOver: onWorkbook(
    'warning',
    'QUOTA_OVER',
    (title: string, participants: number, good: number, limit: number, over: number, edge: string) =>
      `${title}：参加${participants}人，“好”${good}人，上限${limit}人，超出${over}人${edge === '' ? '' : `；${edge}`}；由考核领导小组研究确定（二·考核等次）`,
  ),
  quotaStricter: onWorkbook(
    'note',
    'QUOTA_STRICTER',
    (title: string, participants: number, limit: number, over: number) =>
      `${title}：“好”未超上限；如不计“不确定等次”人员，参加${participants}人，上限${limit}人，超出${over}人，请一并报考核领导小组`,
  ),
  decisionUnreadable: onCell(
    'error',
    'DECISION_UNREADABLE',
    (name: string, written: string, allowed: readonly string[]) =>
      `${name}的审定等次“${written}”不是规定的等次，按未审定处理；请改为${allowed.join('、')}之一`,
  ),
  reviewPersonTwice: onCell(
    'error',
    'REVIEW_PERSON_TWICE',
    (name: string) => `${name}在本表出现不止一次，按第一行计；请核对，属同名的请填写各自的科室`,
  ),
  explanationsWithoutReview: onWorkbook(
    'error',
    'EXPLANATIONS_WITHOUT_REVIEW',
    (quarter: string) => `没有找到${quarter}的审定表，无处写入说明；请先运行“季度审定”`,
  ),
  explanationCellTaken: onCell(
    'note',
    'EXPLANATION_CELL_TAKEN',
    () => '单元格已有别的数据验证，未写入说明；可在窗格中查看该人的说明',
  ),
  whatIfPerson: onWorkbook('error', 'WHAT_IF_PERSON', (person: string, namesakes: readonly string[]) =>
    namesakes.length === 0
      ? `本季度的审定人员中没有“${person}”，未试算；请核对科室和姓名`
      : `“${person}”不能确定是谁（${namesakes.join('、')}），未试算；请写明科室和姓名`,
  ),
  whatIfTwice: onWorkbook(
    'error',
    'WHAT_IF_TWICE',
    (person: string) => `${person}给了几个不同的等次，未试算；请只留一个`,
  ),
  whatIfNotCounted: onWorkbook(
    'warning',
    'WHAT_IF_NOT_COUNTED',
    (person: string, status: string) => `${person}${status}，不计入参加考核人数，试算中没有改动`,
  ),
  whatIfAgainstRule: onWorkbook(
    'warning',
    'WHAT_IF_AGAINST_RULE',
    (person: string, grade: string, reasons: string) => `${person}不能改为“${grade}”：${reasons}；试算仍按此计算`,
  ),
  whatIfPool: onWorkbook(
    'note',
    'WHAT_IF_POOL',
    (pool: string) => `考核设置按${pool}分别计算名额，试算只按全局计算；各${pool}的名额请看审定表`,
  ),
};
