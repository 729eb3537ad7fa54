import { onSheet } from '../../forms/grid/problems';

/** Problems of writing and undoing. */
export const problem = {
  workbookChanged: onSheet('error', 'WORKBOOK_CHANGED', () => '预览之后工作表有改动，未写入；请重新预览'),

  editedSinceStep: onSheet(
    'error',
    'EDITED_SINCE_STEP',
    () => '这一步之后工作表有改动，未撤销；请先保存改动的内容，确认不要这些改动后再撤销',
  ),
  logProtected: onSheet('error', 'LOG_PROTECTED', () => '操作记录受保护，无法记录，因此未写入；请先取消保护再运行'),
};
