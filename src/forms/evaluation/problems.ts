import { onCell } from '../grid/problems';
import { perhaps } from '../words/similarNames';

/** Problems of 评语, 建议等次 and the 考核领导小组. */
export const problem = {
  leadershipIncomplete: onCell(
    'warning',
    'LEADERSHIP_INCOMPLETE',
    (quarter: string, lacks: string) => `${quarter}的考核领导小组名单缺少${lacks}；请补填（五·1）`,
  ),
  leadershipLine: onCell('warning', 'LEADERSHIP_LINE', (text: string) => text),
  evaluationMissing: onCell(
    'warning',
    'EVALUATION_MISSING',
    (name: string, what: string, due: string) =>
      `${name}的备案表没有${what}；应由科长或分管领导在${due}前填写（三（二）3），等次为好/较好/一般/较差之一`,
  ),
  suggestionDiffers: onCell(
    'warning',
    'SUGGESTION_DIFFERS',
    (name: string, suggested: string, scored: string) =>
      `${name}的建议等次“${suggested}”与当月得分等次“${scored}”不同；两者并列，由考核领导小组审定`,
  ),
  signedOnMissing: onCell(
    'warning',
    'SIGNED_ON_MISSING',
    (name: string, due: string) => `${name}的备案表有评语或建议而没有签字日期，无法核对是否在${due}前评鉴；请补填`,
  ),
  signedLate: onCell(
    'warning',
    'SIGNED_LATE',
    (name: string, date: string, due: string) =>
      `${name}的评语签于${date}，晚于${due}（三（二）3每月5日前）；请核对日期`,
  ),
  signedEarly: onCell(
    'warning',
    'SIGNED_EARLY',
    (name: string, date: string, day: string) =>
      `${name}的评语签于${date}，早于本月最后一个工作日${day}，当月尚未小结（三（二）2）；请核对日期`,
  ),
  committeeLate: onCell(
    'warning',
    'COMMITTEE_LATE',
    (name: string, date: string, due: string) =>
      `${name}的考核委员会意见签于${date}，晚于${due}（三（二）4季度终了10日内）；请核对日期`,
  ),
  committeeEarly: onCell(
    'warning',
    'COMMITTEE_EARLY',
    (name: string, date: string, day: string) =>
      `${name}的考核委员会意见签于${date}，早于本月最后一个工作日${day}，当月尚未小结（三（二）2）；请核对日期`,
  ),
  selfEvaluation: onCell(
    'warning',
    'SELF_EVALUATION',
    (name: string) => `${name}的评语由本人签名；应由科长或分管领导评鉴（三（二）3），请更正`,
  ),
  evaluatorUnknown: onCell(
    'warning',
    'EVALUATOR_UNKNOWN',
    (signer: string, forms: number, similar: readonly string[]) =>
      `签名人“${signer}”不在花名册或没有职务（共${forms}份备案表）${perhaps(similar)}无法核对是否为科长或分管领导；请核对姓名或补入人员名册`,
  ),
  evaluatorRole: onCell(
    'warning',
    'EVALUATOR_ROLE',
    (name: string, signer: string, actual: string, expected: string) =>
      `${name}的评语由${signer}（${actual}）签名；按花名册应由${expected}评鉴（三（二）3），请核对`,
  ),
  selfScoring: onCell(
    'warning',
    'SELF_SCORING',
    (name: string) => `评委“${name}”与被测评人同名，像是给自己打分；请核对，本人打分不宜计入（五·1）`,
  ),
  statusNoteMissing: onCell(
    'warning',
    'STATUS_NOTE_MISSING',
    (name: string, status: string) =>
      `${name}写有“${status}”，而“未确定等次或不参加考核情况说明”是空的；请说明原因：试用期、请假、处分期间、立案未结或其他`,
  ),
  reasonMissing: onCell(
    'warning',
    'REASON_MISSING',
    (name: string, tasks: string) => `${name}的${tasks}任务未完成而没有写明原因；请在该项中补写（三（二）2）`,
  ),
};
