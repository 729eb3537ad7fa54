import { onSheet, onWorkbook } from '../grid/problems';

/** What stands in the way of writing 考核领导小组 or of drawing its members, or is to be known of it. */
export const problem = {
  leadershipExists: onSheet(
    'note',
    'LEADERSHIP_EXISTS',
    (quarter: string) => `已有${quarter}的名单，未改动；请直接在表中修改`,
  ),
  leadershipUnusable: onSheet(
    'error',
    'LEADERSHIP_UNUSABLE',
    (labels: readonly string[]) =>
      `考核领导小组名单的表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  leadershipProtected: onSheet(
    'error',
    'LEADERSHIP_PROTECTED',
    () => '考核领导小组名单受保护，未写入；请先取消保护再运行',
  ),
  drawDone: onWorkbook(
    'note',
    'DRAW_DONE',
    (quarter: string, names: string) =>
      `${quarter}已抽取${names}，不再重复抽取；如确需重抽，请先在名单中删去原抽取人员并留存说明`,
  ),
  drawImpossible: onWorkbook(
    'error',
    'DRAW_IMPOSSIBLE',
    (count: number, candidates: number) =>
      `不能抽取${count}名：人员名册中可抽取的科室负责人有${candidates}名；请改填人数，或在名册中补填职务`,
  ),
};
