import { onCell, onSheet, onWorkbook } from '../grid/problems';
import { perhaps } from '../words/similarNames';

/** Problems of 公示, 复核 and 定稿. */
export const problem = {
  noticeWithoutReview: onWorkbook(
    'error',
    'NOTICE_WITHOUT_REVIEW',
    (quarter: string) =>
      `没有找到${quarter}的审定表，不能公示；请先生成审定表（“审定”页“预览审定表”），由考核领导小组填写审定等次（三（二）4）`,
  ),
  noticeUndecided: onSheet(
    'error',
    'NOTICE_UNDECIDED',
    (people: readonly string[]) =>
      `还有${people.length}人没有审定等次：${people.join('、')}；请由考核领导小组审定后再公示（三（二）4）`,
  ),
  noticeNameTells: onCell(
    'error',
    'NOTICE_NAME_TELLS',
    () => '姓名栏里有不宜公示的内容（分数、处分、请假等），未生成公示；请只写姓名，说明写在备注',
  ),
  noticeTextTells: onCell(
    'warning',
    'NOTICE_TEXT_TELLS',
    () => '科室或职务栏里有不宜公示的内容（分数、处分、请假等），公示表该处留空；请改正后重新生成，或在公示表上补填',
  ),
  objectionHeadingsMissing: onSheet(
    'error',
    'OBJECTION_HEADINGS_MISSING',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  objectionUndated: onCell(
    'warning',
    'OBJECTION_UNDATED',
    (name: string) => `${name}的异议没有可识别的收到日期，无法计算答复期限；请填写成2020年10月13日的样子`,
  ),
  objectionOutside: onCell(
    'warning',
    'OBJECTION_OUTSIDE',
    (name: string, received: string) => `${name}的异议收到于${received}，当时没有公示；请核对日期`,
  ),
  objectionLate: onCell(
    'warning',
    'OBJECTION_LATE',
    (name: string, received: string, period: string) =>
      `${name}的异议收到于${received}，已过公示期（${period}）；是否受理由考核领导小组决定，请写入复核结果`,
  ),
  objectionAnswerUndated: onCell(
    'warning',
    'OBJECTION_ANSWER_UNDATED',
    (name: string, answer: string) =>
      `${name}的异议的答复日期“${answer}”不是年月日齐全的日期，按未答复计；请填写成2020年10月13日的样子`,
  ),
  objectionAnsweredBefore: onCell(
    'warning',
    'OBJECTION_ANSWER_IMPOSSIBLE',
    (name: string, answer: string, received: string) =>
      `${name}的异议的答复日期${answer}早于收到日期${received}，按未答复计；请核对日期`,
  ),
  objectionAnsweredInFuture: onCell(
    'warning',
    'OBJECTION_ANSWER_IMPOSSIBLE',
    (name: string, answer: string) => `${name}的异议的答复日期${answer}在今天之后，按未答复计；请核对日期`,
  ),
  objectionStranger: onCell(
    'warning',
    'OBJECTION_STRANGER',
    (name: string, similar: readonly string[]) =>
      `${name}不在这次公示的名单上${perhaps(similar, '；')}请核对姓名，或在备注中写明异议是关于谁的`,
  ),
  objectionOverdue: onCell(
    'warning',
    'OBJECTION_OVERDUE',
    (name: string, deadline: string) =>
      `${name}的异议应在${deadline}前答复（三（二）5，5个工作日内），已逾期；请尽快答复`,
  ),
  finalWithoutNotice: onWorkbook(
    'error',
    'FINAL_WITHOUT_NOTICE',
    (quarter: string) => `没有找到${quarter}的公示表，不能定稿；请先公示3个工作日（三（二）5）`,
  ),
  finalPeriodUnreadable: onSheet(
    'error',
    'FINAL_PERIOD_UNREADABLE',
    () => '公示说明里看不出公示期，不能定稿；请写成“公示期：2020年10月12日至10月14日”的样子（三（二）5）',
  ),
  finalTooEarly: onSheet(
    'error',
    'FINAL_TOO_EARLY',
    (period: string, today: string) => `公示期${period}，${today}尚未期满，不能定稿；请在期满后再定稿（三（二）5）`,
  ),
  finalObjectionOpen: onCell(
    'error',
    'FINAL_OBJECTION_OPEN',
    (name: string) => `${name}的异议尚未办结，不能定稿；请复核并填写答复日期和复核结果（三（二）5）`,
  ),
  finalBefore: onSheet('note', 'FINAL_BEFORE', (line: string) => `已有“${line}”，未改动`),
};
