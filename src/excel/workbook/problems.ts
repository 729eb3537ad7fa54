import { onCell, onSheet, onWorkbook } from '../../forms/grid/problems';

/** Problems of writing and undoing. */
export const problem = {
  workbookChanged: onSheet(
    'error',
    'WORKBOOK_CHANGED',
    (what: string) => `预览之后有改动（${what}），未写入；请重新预览`,
  ),
  cellChanged: onCell(
    'error',
    'WORKBOOK_CHANGED',
    (before: string, after: string, more: string) =>
      `预览之后有改动（原为${before}，现为${after}${more}），未写入；请重新预览`,
  ),
  nameChanged: onWorkbook(
    'error',
    'WORKBOOK_CHANGED',
    (name: string, before: string, after: string) =>
      `预览之后名称“${name}”有改动（原为${before}，现为${after}），未写入；请重新预览`,
  ),
  stepProtected: onSheet('error', 'STEP_PROTECTED', () => '工作表受保护，未写入；请先取消保护再运行'),
  structureProtected: onWorkbook(
    'error',
    'STRUCTURE_PROTECTED',
    () => '工作簿结构受保护，不能添加工作表，未写入；请在“审阅”中取消“保护工作簿”后再运行',
  ),
  workbookReadOnly: onWorkbook(
    'error',
    'WORKBOOK_READ_ONLY',
    () => '工作簿是只读的，未写入；请点“启用编辑”（网页版切换到“编辑”），或另存一份后在新文件中再运行',
  ),
  undoReadOnly: onWorkbook(
    'error',
    'WORKBOOK_READ_ONLY',
    () => '工作簿是只读的，未撤销；请点“启用编辑”（网页版切换到“编辑”）后再撤销',
  ),
  undoProtected: onSheet('error', 'STEP_PROTECTED', () => '工作表受保护，未撤销；请先取消保护再撤销'),
  editedSinceStep: onSheet(
    'error',
    'EDITED_SINCE_STEP',
    (what: string) => `这一步之后有改动（${what}），未撤销；请先保存改动的内容，确认不要这些改动后再撤销`,
  ),
  rowsMoved: onSheet(
    'error',
    'STEP_ROWS_MOVED',
    (rows: string) => `这一步插入的行（${rows}）已不在原处，没有删除，以免误删别人的行；请核对后手工删除不需要的行`,
  ),
  stepMoved: onSheet(
    'error',
    'STEP_MOVED',
    (rows: string) =>
      `这一步写入的行已不在原处（${rows}），没有撤回，以免误改别人的内容；请把行移回原处后再撤销，或核对后手工处理`,
  ),
  looksUnknown: onSheet(
    'warning',
    'STEP_LOOKS',
    () => '有人插入或删除了行，内容已放回，但行的位置已变，请核对这张表的格式',
  ),
  looksLeftOut: onSheet(
    'warning',
    'STEP_LOOKS',
    () => '这张表原来的格式太多，没有逐格记下，内容已恢复，请核对这张表的格式',
  ),
  marksUnknown: onSheet(
    'error',
    'MARKS_LEFT',
    (code: string) =>
      `条件格式读不出来（${code}），检查标记无法辨认，未写入；请再试一次，或在“条件格式—管理规则”中删除重复的规则`,
  ),
  marksKept: onSheet(
    'warning',
    'MARKS_LEFT',
    (code: string) =>
      `条件格式读不出来（${code}），检查标记无法辨认，原有标记保留、不加新标记；请在“条件格式—管理规则”中删除重复的规则后再试`,
  ),
  marksLeft: onSheet(
    'warning',
    'MARKS_LEFT',
    () => '条件格式读不出来，检查标记没有撤回，其余已恢复；请在“条件格式—管理规则”中删除重复的规则后再清除标记',
  ),
  pagesLeft: onSheet(
    'warning',
    'PAGES_LEFT',
    () => 'Excel 没有设好打印的页数；打印前请在“页面布局”中把“宽度”设为1页（每张表一页的，“高度”也设为1页）',
  ),
  overtaken: onSheet(
    'error',
    'STEP_OVERTAKEN',
    () => '正在恢复时有人改动了这张表，已把他改动时的内容放回；请核对这张表，再点一次“撤销”或手工处理',
  ),
  goneMeanwhile: onSheet(
    'error',
    'STEP_OVERTAKEN',
    () => '正在恢复时有人删除了这张表，其余已恢复；请核对引用这张表的公式，或先找回这张表',
  ),
  madeSheetKept: onSheet(
    'error',
    'STEP_SHEET_KEPT',
    (cells: string) => `这张表由程序新建，但${cells}有别人填写的内容，没有删除；请核对后手工处理`,
  ),
  logProtected: onSheet('error', 'LOG_PROTECTED', () => '操作记录受保护，无法记录，因此未写入；请先取消保护再运行'),
  stepStands: onSheet(
    'error',
    'STEP_STANDS',
    (written: string, rest: string) =>
      `写入中断，也没能撤回：已写入${written}${rest === '' ? '' : `，未写入${rest}`}；请先点一下这个工作簿（不要停在别的工作簿），再点“撤销”，或再运行一次同一命令补全，或按所列单元格手工处理`,
  ),
  stepFailed: onWorkbook('error', 'STEP_FAILED', (why: string) => `没有写成，已写的已撤回（${why}）；请重新预览后再试`),
  stepUnknown: onSheet(
    'error',
    'STEP_UNKNOWN',
    (cells: string) =>
      `写入中断，Excel 也不再应答，不知道写到了哪里；可能已写入${cells}。请在 Excel 恢复后核对，或再运行一次同一命令`,
  ),
  undoStands: onSheet(
    'error',
    'UNDO_STANDS',
    (left: string) =>
      `撤销中断：还没有恢复${left}；请先点一下这个工作簿（不要停在别的工作簿），再点一次“撤销”补完，已恢复的不受影响`,
  ),
  undoUnknown: onWorkbook(
    'error',
    'UNDO_UNKNOWN',
    () => '撤销中断，Excel 也不再应答，不知道恢复到了哪里；请在 Excel 恢复后再点一次“撤销”，已恢复的不受影响',
  ),
  undoNotLogged: onWorkbook(
    'warning',
    'UNDO_NOT_LOGGED',
    (why: string) => `已撤销，但操作记录里没有写上这一行（${why}）；请在操作记录中手工补记`,
  ),
};
