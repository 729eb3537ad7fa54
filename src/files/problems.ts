import { onFile } from '../forms/grid/problems';

/** Problems of files that a person chose. */
export const problem = {
  // ---- files that are collected or imported
  fileEmpty: onFile('error', 'FILE_EMPTY', () => '是空文件，未读取；请让填表人重新发送'),
  fileNotXlsx: onFile(
    'error',
    'FILE_NOT_XLSX',
    () => '不是 .xlsx 工作簿，未读取；请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”',
  ),
  fileEncrypted: onFile('error', 'FILE_ENCRYPTED', () => '设有打开密码，未读取；请取消密码后再试'),
  fileLegacy: onFile(
    'error',
    'FILE_LEGACY_XLS',
    () => '是旧的 .xls 格式，未读取；请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”',
  ),
  fileDamaged: onFile('error', 'FILE_DAMAGED', () => '已损坏或不完整，未读取；请重新取得文件，或在 Excel 中修复后另存'),
  fileTooLarge: onFile(
    'error',
    'FILE_TOO_LARGE',
    () => '过大，不像是个人填写的表，未读取；请检查文件，或把表复制到新的工作簿后再试',
  ),
  fileFailed: onFile(
    'error',
    'FILE_FAILED',
    (why: string) => `读取时出错（${why}），未读取，其他文件不受影响；请检查文件，或请维护人员查看`,
  ),
  fileUnreachable: onFile(
    'error',
    'FILE_UNREACHABLE',
    () => '无法打开（可能已移动、删除或正被占用），未读取；请重新选择',
  ),
};
