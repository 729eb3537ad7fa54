import { onCell, onSheet, onWorkbook } from './grid/problems';

/** Problems of what stands on the sheets and nobody reads, and of whom a setting leaves out. */
export const problem = {
  nothingFound: onWorkbook(
    'warning',
    'NOTHING_FOUND',
    (nearest: string) => `没有找到测评表、周记实、备案表或人员名册；${nearest}`,
  ),
  sheetNear: onCell('warning', 'SHEET_NEAR', (what: string) => `${what}；本表未读取`),
  sheetUnused: onSheet(
    'note',
    'SHEET_UNUSED',
    (texts: readonly string[], cells: number) =>
      `未使用：“${texts.join('”“')}”等${cells}个单元格；如有考核内容请按附件、人员名册或特殊情形登记的表头填写`,
  ),
  columnNear: onCell(
    'warning',
    'COLUMN_NEAR',
    (label: string, cells: number, wanted: string) =>
      `“${label}”（${cells}个单元格）未使用；是否就是本表没有的“${wanted}”？如是请把表头改为“${wanted}”`,
  ),
  columnsUnused: onCell(
    'note',
    'COLUMNS_UNUSED',
    (columns: readonly string[]) => `未使用：${columns.join('、')}；如有考核内容请填入已识别的列或特殊情形登记`,
  ),
  subjectsWithoutRoster: onSheet(
    'warning',
    'SUBJECTS_UNKNOWN',
    (subjects: string) => `考核对象设为“${subjects}”，而没有人员名册，不知各人身份，全部按考核对象计；请建立人员名册`,
  ),
  subjectsNobody: onSheet(
    'warning',
    'SUBJECTS_NOBODY',
    (subjects: string) => `考核对象设为“${subjects}”，人员名册上没有一人是这个身份；请核对考核设置和身份栏的写法`,
  ),
  subjectsUnknown: onSheet(
    'warning',
    'SUBJECTS_UNKNOWN',
    (subjects: string, names: readonly string[]) =>
      `考核对象设为“${subjects}”，而${names.length}人没有填写身份（${names.join('、')}），按考核对象计；请补填`,
  ),
};
