import { onSheet, onWorkbook } from '../grid/problems';

/** Problems of sealed reviews, 操作记录 and 纪检材料. */
export const problem = {
  sealWithoutReview: onWorkbook(
    'error',
    'SEAL_WITHOUT_REVIEW',
    (quarter: string) => `没有找到${quarter}的审定表，或其表头已改动；请先生成审定表（“审定”页“预览审定表”）`,
  ),
  sealUndecided: onSheet(
    'error',
    'SEAL_UNDECIDED',
    (names: readonly string[]) =>
      `还有${names.length}人没有审定等次：${names.join('、')}，未封存；请由考核领导小组审定后再封存（三（二）4）`,
  ),
  sealProtected: onSheet('error', 'SEAL_PROTECTED', () => '工作表受保护，未封存；请先取消保护再封存'),
  sealExists: onSheet(
    'error',
    'SEAL_EXISTS',
    (changes: string) =>
      `已封存，封存后有改动：${changes}，未重新封存；请先核对（“审定”页“核验封存”），确需更换的，核验后点“预览重新封存”`,
  ),
  sealNone: onWorkbook(
    'note',
    'SEAL_NONE',
    (quarter: string) => `${quarter}还没有封存；审定后请封存（“审定”页“预览封存”）`,
  ),
  sealBroken: onWorkbook(
    'warning',
    'SEAL_BROKEN',
    (quarter: string, section: string, changes: string) =>
      `${quarter}封存后“${section}”有改动：${changes}；请核对原始材料，确属更正的请说明理由后重新封存（五·2）`,
  ),
  sealOlder: onWorkbook(
    'note',
    'SEAL_OLDER',
    (quarter: string) =>
      `${quarter}是由较早版本的程序封存的：只能核对分数、权重、设置、特殊情形、等次和手填的审定内容，指不出单元格；核对无误后可重新封存，以后逐格核对`,
  ),
  sealRecordChanged: onWorkbook(
    'warning',
    'SEAL_RECORD_CHANGED',
    (quarter: string) => `${quarter}的封存记录本身有改动，不能作为凭据；请与审定表纸质件上的封存摘要核对`,
  ),
  sealPrintDiffers: onSheet(
    'warning',
    'SEAL_PRINT_DIFFERS',
    (digest: string) => `审定表上的封存摘要与封存记录（${digest}）不同；请与纸质件核对`,
  ),
  packetProtected: onSheet('error', 'PACKET_PROTECTED', () => '工作表受保护，未写入；请先取消保护再运行'),
  packetWithoutReview: onWorkbook(
    'warning',
    'PACKET_WITHOUT_REVIEW',
    (quarter: string) =>
      `没有找到${quarter}的审定表，纪检材料不含与建议不同的审定；请先生成审定表（“审定”页“预览审定表”），再重新生成（“预览纪检材料”）`,
  ),
  packetEmpty: onWorkbook(
    'note',
    'PACKET_EMPTY',
    (quarter: string) => `${quarter}没有直接确定、不确定、补定、限制等次或与建议不同的审定，无须报送`,
  ),
};
