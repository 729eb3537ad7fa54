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
  scoreUncounted: onCell(
    'warning',
    'SCORE_UNCOUNTED',
    (name: string, month: string, why: string) =>
      `${name}的${month}得分不计入：${why}；原值未改动，请核对“特殊情形登记”和测评表`,
  ),
  quotaOver: onWorkbook(
    'warning',
    'QUOTA_OVER',
    (title: string, participants: number, good: number, limit: number, over: number, edge: string) =>
      `${title}：参加${participants}人，“好”${good}人，上限${limit}人，超出${over}人${edge === '' ? '' : `；${edge}`}；由考核领导小组研究确定（二·考核等次）`,
  ),
  decidedOver: onSheet(
    'warning',
    'DECIDED_OVER',
    (participants: number, good: number, limit: number, over: number) =>
      `审定为“好”${good}人，参加${participants}人，上限${limit}人，超出${over}人；请考核领导小组研究调整，或确认后继续（二·考核等次）`,
  ),
  gateLacks: onSheet('warning', 'GATE_LACKS', (message: string) => `${message}；确认后可以继续`),
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
  decisionIsFormula: onCell(
    'warning',
    'DECISION_IS_FORMULA',
    (people: readonly string[]) =>
      `审定等次是公式，会随得分变动：${people.join('、')}；请改为填写等次，或用“选择性粘贴—数值”粘贴（三（二）4）`,
  ),
  reviewPersonTwice: onCell(
    'error',
    'REVIEW_PERSON_TWICE',
    (name: string) => `${name}在本表出现不止一次，按第一行计；请核对，属同名的请填写各自的科室`,
  ),
};
