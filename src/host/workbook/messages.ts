/** What people are told of files that cannot be opened or saved as they were. */
import type { RefusalKind } from './package/refusal';
import type { Loss } from './writing/losses';

/** Why a file is no workbook that can be opened, and what to do; follows the file's name. */
export const REFUSAL_TEXTS: Readonly<Record<RefusalKind, string>> = {
  empty: '是空文件；请换一个工作簿',
  notXlsx: '不是 .xlsx 工作簿；请在 Excel 中另存为“Excel 工作簿(*.xlsx)”',
  encrypted: '已加密；请在 Excel 中取消打开密码后再试',
  truncated: '不完整（可能没有下载完）；请重新取得文件',
  legacyXls: '是旧的 .xls 格式；请在 Excel 中另存为“Excel 工作簿(*.xlsx)”',
  tooLarge: '内容过多（工作表、名称、文字或展开后的数据超过本程序能处理的数量）；请删去不需要的内容或拆分后再试',
  damaged: '已损坏，无法读取；请在 Excel 中打开并修复后另存',
};

/** What each kind of loss means to the person whose workbook it is. */
export const LOSS_TEXTS: Readonly<Record<Loss['kind'], string>> = {
  signature: '数字签名',
  strictFormat: '“严格 Open XML”格式（将存为普通 .xlsx）',
  changeHistory: '共享工作簿的修订记录',
  filterCriteria: '筛选的自定义条件（隐藏的行不变）',
};
