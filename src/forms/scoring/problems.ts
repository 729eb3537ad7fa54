import { onCell, onSheet } from '../grid/problems';

/** Problems of 计算得分 and 打分. */
export const problem = {
  sheetProtected: onSheet(
    'warning',
    'SHEET_PROTECTED',
    (besides: string) => `工作表受保护，结果写在新表“${besides}”；如需写在原表，请先取消保护`,
  ),
  keptTyped: onCell(
    'warning',
    'TYPED_VALUE_KEPT',
    (label: string, present: string) => `“${label}”处已有“${present}”，未改动；请核对，清空该单元格后可重新生成`,
  ),
  scoreRowMoved: onCell(
    'error',
    'SCORE_ROW_MOVED',
    (name: string) => `这一行不再是“${name}”的分数，未写入；请重新读取后再打分`,
  ),
  scoreCellLocked: onCell('error', 'SCORE_CELL_LOCKED', () => '工作表受保护，单元格已锁定，未写入；请先取消保护再打分'),
  scoreCellMerged: onCell('error', 'SCORE_CELL_MERGED', () => '单元格已与别处合并，未写入；请先取消合并再打分'),
  scoreReplaced: onCell(
    'warning',
    'SCORE_REPLACED',
    (present: string, score: string) => `“${present}”将替换为${score}；请核对后再确认`,
  ),
};
