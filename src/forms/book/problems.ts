import { onCell, onSheet } from '../grid/problems';

/** Problems of the workbook as a whole: roster, people, raters, months. */
export const problem = {
  hiddenSheet: onSheet(
    'warning',
    'HIDDEN_SHEET',
    (what: string) => `隐藏的工作表里有${what}，未读取；如需计入请取消隐藏，不需要请删除`,
  ),
  sheetProtectedRead: onSheet('note', 'SHEET_PROTECTED_READ', () => '工作表受保护，已读取，不会改动'),
  raterUnnamed: onSheet(
    'warning',
    'RATER_UNNAMED',
    (month: string, sheets: number) =>
      `${month}有${sheets}份测评表评的人相同而没有注明评委，按不同评委计算；请在表上写明“评委：姓名”`,
  ),
  namesake: onCell(
    'error',
    'NAMESAKE',
    (name: string, departments: readonly string[]) =>
      `${name}有${departments.length}人：${departments.join('、')}，未计算；请填写科室以便区分`,
  ),
  departmentDiffers: onCell(
    'warning',
    'DEPARTMENT_DIFFERS',
    (name: string, printed: string, known: string) =>
      `${name}的科室“${printed}”与花名册“${known}”不一致，按花名册计；请核对`,
  ),
  departmentsVary: onCell(
    'warning',
    'DEPARTMENTS_VARY',
    (name: string, departments: readonly string[]) =>
      `${name}在不同表上的科室不同（${departments.join('、')}），按${departments.length}人计；如是同一人请改为一致`,
  ),
  notOnRoster: onCell('warning', 'NOT_ON_ROSTER', (name: string) => `“${name}”不在花名册；请核对姓名或补入人员名册`),
  peopleMissing: onSheet(
    'warning',
    'PERSON_MISSING',
    (month: string, names: readonly string[]) =>
      `${month}缺${names.length}人：${names.join('、')}；请补打分或在特殊情形登记中说明`,
  ),
  peopleAbsent: onSheet(
    'note',
    'PERSON_ABSENT',
    (month: string, names: readonly string[]) =>
      `${month}没有${names.join('、')}的打分，人员名册或特殊情形登记已有说明`,
  ),
  rosterDuplicate: onCell(
    'warning',
    'ROSTER_DUPLICATE',
    (name: string) => `人员名册中“${name}”重复，只按第一行计；请删除多余的一行`,
  ),
  rosterSeveral: onSheet(
    'warning',
    'ROSTER_SEVERAL',
    (used: string) => `有多张人员名册，只使用“${used}”；请合并为一张`,
  ),
  sheetUnread: onSheet('warning', 'SHEET_UNREAD', () => '工作表过大，未读取；如含测评表请移到单独的工作表'),
};
