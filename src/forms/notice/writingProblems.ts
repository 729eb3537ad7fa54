import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** What stands in the way of writing 公示, 复核登记 and 结果运用, or is to be known of what was written. */
export const problem = {
  noticeHeadingsMissing: onSheet(
    'error',
    'NOTICE_HEADINGS_MISSING',
    (labels: readonly string[]) => `公示表缺少${labels.join('、')}，未写入；请恢复，或将此表改名、删除后重新生成`,
  ),
  noticeProtected: onSheet('error', 'NOTICE_PROTECTED', () => '公示表受保护，未写入；请先取消保护再运行'),
  noticeChanged: onSheet(
    'warning',
    'NOTICE_CHANGED',
    () => '公示表上的人员或等次与审定表不同，按审定表更新；如已张贴，请重新公示3个工作日（三（二）5）',
  ),
  noticeParagraphKept: onCell(
    'warning',
    'NOTICE_PARAGRAPH_KEPT',
    (period: string) => `公示说明是手工改写的，未改动；请自行将公示期改为${period}`,
  ),
  noticeStartMoved: onWorkbook(
    'note',
    'NOTICE_START_MOVED',
    (posted: string, from: string) => `${posted}不是工作日，公示期自${from}起算，满3个工作日（三（二）5）`,
  ),
  registerProtected: onSheet('error', 'REGISTER_PROTECTED', () => '工作表受保护，未写入；请先取消保护再运行'),
  finalDiffers: onSheet(
    'warning',
    'FINAL_DIFFERS',
    () => '公示表上的人员或等次与审定表不同；如经复核改变了等次，请确认是否需要重新公示',
  ),
  followUpHeadingsMissing: onSheet(
    'error',
    'FOLLOW_UP_HEADINGS_MISSING',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  followUpOpen: onSheet(
    'warning',
    'FOLLOW_UP_OPEN',
    (names: readonly string[]) =>
      `${names.join('、')}为“较差”，还没有填写方式和办理日期；请及时进行批评教育、警示谈话或离岗培训（四·2）`,
  ),
  praiseBarred: onWorkbook(
    'warning',
    'PRAISE_BARRED',
    (quarter: string, names: readonly string[]) =>
      `${names.join('、')}${quarter}为“好”，但当年拒不参加平时考核，不列入表扬名单（五·6）`,
  ),
};
