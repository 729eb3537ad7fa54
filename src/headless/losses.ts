import { problem } from '../forms/codes';
import type { Problem } from '../forms/problem';
import type { WorkbookModel } from '../host/workbook/model';
import { losses, type Loss } from '../host/workbook/xlsx';

/** What each kind of loss means to the person whose workbook it is. */
const MEANINGS: Readonly<Record<Loss['kind'], string>> = {
  sheetKind: '这张图表或宏表类型的工作表',
  signature: '数字签名',
  strictFormat: '“严格 Open XML”格式（将存为普通 .xlsx）',
  phonetics: '文字的拼音标注',
  dataTable: '模拟运算表',
  changeHistory: '共享工作簿的修订记录',
  filterCriteria: '筛选的自定义条件（隐藏的行不变）',
  noteLayout: '批注框的大小和位置',
  formControls: '表单控件',
};

/** Warnings of what the saved copy cannot keep, before it is saved. */
export function lossProblems(workbook: WorkbookModel): Problem[] {
  return losses(workbook).map(({ kind, sheet }) => problem.savingLoses(sheet ?? null, MEANINGS[kind]));
}
