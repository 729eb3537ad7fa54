import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** Problems of the documents for Word. */
export const problem = {
  nobodyDecided: onSheet(
    'error',
    'DOCUMENT_NOBODY_DECIDED',
    () => '审定表上还没有审定等次，不能生成反馈单；请由考核领导小组审定后再生成（三（二）4）',
  ),
  withoutResult: onSheet(
    'warning',
    'DOCUMENT_WITHOUT_RESULT',
    (people: readonly string[]) =>
      `还有${people.length}人没有审定等次，没有反馈单：${people.join('、')}；请审定后再生成（三（二）4）`,
  ),
  notFinal: onSheet(
    'warning',
    'DOCUMENT_NOT_FINAL',
    (quarter: string) =>
      `${quarter}还没有定稿，反馈单按审定表现在的等次生成；请在定稿后发放，经复核改变等次的重新生成（三（二）5）`,
  ),
  notPosted: onWorkbook(
    'note',
    'DOCUMENT_NOT_POSTED',
    (quarter: string, posted: string) =>
      `工作簿里还没有${quarter}的公示表，公示文稿的张贴日期按${posted}；请同时生成公示表，异议和定稿以它为准`,
  ),
  noticeDiffers: onSheet(
    'warning',
    'DOCUMENT_NOTICE_DIFFERS',
    () => '公示表上的人员或等次与审定表不同，公示文稿按审定表；请先更新公示表，已张贴的重新公示3个工作日（三（二）5）',
  ),
  postedOtherwise: onSheet(
    'warning',
    'DOCUMENT_POSTED_OTHERWISE',
    (there: string, asked: string) =>
      `公示表上的公示期是${there}，按所给张贴日期公示文稿写的是${asked}；请改成一致后再张贴`,
  ),
  noReplies: onWorkbook(
    'note',
    'DOCUMENT_NO_REPLIES',
    (quarter: string) => `复核登记中没有对${quarter}结果的异议，没有复核答复`,
  ),
  replyOpen: onCell(
    'warning',
    'DOCUMENT_REPLY_OPEN',
    (name: string) => `${name}的异议还没有复核结果，没有生成复核答复；请复核后填写“复核结果”（三（二）5，5个工作日内）`,
  ),
  noFollowUp: onWorkbook(
    'warning',
    'DOCUMENT_NO_FOLLOW_UP',
    (quarter: string) => `没有${quarter}的结果运用名单，没有生成谈话记录；请先定稿，谈话名单随之生成（四·2）`,
  ),
  noTalks: onWorkbook(
    'note',
    'DOCUMENT_NO_TALKS',
    (quarter: string) => `${quarter}的结果运用名单中没有需要谈话的人员，没有谈话记录`,
  ),
  yearUndecided: onWorkbook(
    'error',
    'DOCUMENT_YEAR_UNDECIDED',
    (year: number) => `${year}年没有任何季度的审定等次，不能生成年度总结；请先由考核领导小组审定（三（二）4）`,
  ),
  quarterUndecided: onWorkbook('warning', 'DOCUMENT_QUARTER_UNDECIDED', (quarter: string, count: number) =>
    count === 0
      ? `${quarter}没有审定等次，年度总结中没有该季度的结果；请核对是否缺少审定表`
      : `${quarter}还有${count}人没有审定等次，年度总结只按已审定的计算；请审定后重新生成`,
  ),
  fillIn: onWorkbook(
    'note',
    'DOCUMENT_FILL_IN',
    (count: number) => `年度总结中有${count}处“（请补充：…）”，请由人事科补写后再上报`,
  ),
};
