import { onCell, onWorkbook } from '../grid/problems';
import { perhaps } from '../words/similarNames';

/** What is to be known of a 审定表 that is written, of its explanations, and of 试算. */
export const problem = {
  reviewPersonGone: onCell(
    'warning',
    'REVIEW_PERSON_GONE',
    (name: string) => `本季度测评表上没有“${name}”，该行保留未动；请核对后自行删除或改正姓名、科室`,
  ),
  explanationsWithoutReview: onWorkbook(
    'error',
    'EXPLANATIONS_WITHOUT_REVIEW',
    (quarter: string) => `没有找到${quarter}的审定表，无处写入说明；请先生成审定表（“审定”页“预览审定表”）`,
  ),
  explanationCellTaken: onCell(
    'note',
    'EXPLANATION_CELL_TAKEN',
    () => '单元格已有别的数据验证，未写入说明；可在窗格中查看该人的说明',
  ),
  decisionRowMoved: onCell(
    'error',
    'DECISION_ROW_MOVED',
    (name: string) => `这一行不再是“${name}”，或表头有改动，未写入；请重新读取后再审定`,
  ),
  suggestionChanged: onCell(
    'error',
    'SUGGESTION_CHANGED',
    (name: string, before: string, now: string) =>
      `${name}的建议等次已由“${before}”变为“${now}”，未写入；请重新读取，看清后再审定`,
  ),
  decisionLocked: onCell(
    'error',
    'DECISION_LOCKED',
    (label: string) => `工作表受保护，“${label}”已锁定，未写入；请先取消保护再审定`,
  ),
  decisionReplaced: onCell(
    'warning',
    'DECISION_REPLACED',
    (name: string, present: string, after: string) => `${name}：“${present}”将改为${after}；请核对后再确认`,
  ),
  remarkColumnMissing: onCell(
    'error',
    'REMARK_COLUMN_MISSING',
    (name: string) => `审定表没有“备注”一列，${name}的理由无处填写，未写入；请先加上“备注”一列`,
  ),
  whatIfPerson: onWorkbook(
    'error',
    'WHAT_IF_PERSON',
    (person: string, namesakes: readonly string[], similar: readonly string[]) =>
      namesakes.length === 0
        ? `本季度的审定人员中没有“${person}”${perhaps(similar)}未试算；请核对科室和姓名`
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
