import { onCell, onSheet, onWorkbook } from '../grid/problems';
import { perhaps } from '../words/similarNames';

/** Problems of the workbook as a whole: roster, people, raters, months. */
export const problem = {
  hiddenSheet: onSheet(
    'warning',
    'HIDDEN_SHEET',
    (what: string) => `隐藏的工作表里有${what}，未读取；如需计入请取消隐藏，不需要请删除`,
  ),
  sheetProtectedRead: onSheet('note', 'SHEET_PROTECTED_READ', () => '工作表受保护，已读取，不会改动'),
  circular: onSheet(
    'warning',
    'CIRCULAR',
    (cells: readonly string[]) =>
      `循环引用：${cells.slice(0, 10).join('、')}${cells.length > 10 ? `等${cells.length}个单元格` : ''}` +
      '的公式直接或间接引用自身，结果不可用；请改正公式或直接填写',
  ),
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
  notOnRoster: onCell(
    'warning',
    'NOT_ON_ROSTER',
    (name: string, similar: readonly string[], effect: string) =>
      `“${name}”不在花名册${perhaps(similar, '；')}` +
      `${effect === '' ? '' : `已按一人计入，${effect}；`}请核对姓名或补入人员名册`,
  ),
  nameBeside: onCell(
    'note',
    'NAME_BESIDE',
    (text: string, name: string) => `“${text}”按${name}处理，姓名以外的文字不计，显示不变`,
  ),
  nameBesideUnknown: onCell(
    'warning',
    'NAME_BESIDE',
    (text: string, name: string, effect: string) =>
      `“${text}”是否为${name}？别处没有这个姓名，已按${name}计为一人，${effect}；请核对，姓名栏只写姓名`,
  ),
  nameSimilar: onCell(
    'warning',
    'NAME_SIMILAR',
    (text: string, other: string, effect: string) =>
      `“${text}”与${other}只差一字，又不在同一个月的表上，是否为同一人？现按两人计，${effect}；请改为一致或建立人员名册`,
  ),
  rowCounted: onCell(
    'warning',
    'ROW_DOUBTFUL',
    (text: string, effect: string) =>
      `“${text}”不像姓名，但有分数，已按一人计入，${effect}；如不是人员请移到表下，如是请补入人员名册`,
  ),
  rowNotCounted: onCell(
    'warning',
    'ROW_DOUBTFUL',
    (text: string, effect: string) => `“${text}”有分数，但不像人员，未计入，${effect}；如是人员请补入人员名册`,
  ),
  peopleMissing: onSheet(
    'warning',
    'PERSON_MISSING',
    (month: string, names: readonly string[]) =>
      `${month}缺${names.length}人：${names.join('、')}；请补打分或在特殊情形登记中说明`,
  ),
  peopleMissingHere: onSheet(
    'warning',
    'PERSON_MISSING',
    (month: string, names: readonly string[]) =>
      `${month}没有${names.join('、')}的打分，同季其他月份有；请补打分、在特殊情形登记中说明，或核对姓名是否一致`,
  ),
  peopleAbsent: onSheet(
    'note',
    'PERSON_ABSENT',
    (month: string, names: readonly string[]) =>
      `${month}没有${names.join('、')}的打分，特殊情形登记或身份（局领导）已有说明`,
  ),
  absenceOnlyRemarked: onCell(
    'warning',
    'ABSENCE_ONLY_REMARKED',
    (name: string, note: string) =>
      `${name}没有打分，备注写有“${note}”；备注不能代替登记，属特殊情形的请在“特殊情形登记”中登记（五·4），否则请补打分`,
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
  circumstanceInvalid: onCell('error', 'CIRCUMSTANCE_INVALID', (what: string) => `${what}；请改正，否则这一行不能采用`),
  circumstanceIncomplete: onCell(
    'warning',
    'CIRCUMSTANCE_INCOMPLETE',
    (person: string, what: string) => `${person}的特殊情形${what}，已计入；请补填`,
  ),
  sheetRefused: onSheet(
    'error',
    'SHEET_REFUSED',
    (code: string) =>
      `Excel 没有答出这张表的内容（${code}），这张表未读取，其他表照常；请保存、重新打开工作簿后再试，仍不行请把内容复制到新工作表`,
  ),
  valuesRefused: onSheet(
    'error',
    'SHEET_PART_REFUSED',
    (code: string) =>
      `Excel 没有答出这张表公式的值（${code}），这些单元格按空白处理；请重新打开工作簿后再试，或把公式改为数值`,
  ),
  mergedRefused: onSheet(
    'warning',
    'SHEET_PART_REFUSED',
    (code: string) =>
      `Excel 没有答出这张表的合并单元格（${code}），按没有合并处理，可能少读内容；请核对，或把内容复制到新工作表`,
  ),
  hiddenRefused: onSheet(
    'warning',
    'SHEET_PART_REFUSED',
    (code: string) => `Excel 没有答出这张表哪些行列隐藏（${code}），按没有隐藏处理；如有隐藏的行列，请核对是否应当计入`,
  ),
  formatsRefused: onSheet(
    'warning',
    'SHEET_PART_REFUSED',
    (code: string) =>
      `Excel 没有答出这张表的条件格式（${code}），检查标记无法辨认，因此原有标记保留、不加新标记；请在“条件格式—管理规则”中删除重复的规则后再检查`,
  ),
  datesUnknown: onWorkbook(
    'error',
    'DATES_UNKNOWN',
    (answer: string) =>
      `无法确认工作簿的日期系统（Excel 答“${answer}”），日期按1900年系统读取，可能相差四年；请核对表上的日期`,
  ),
  calculatedByHand: onWorkbook(
    'warning',
    'CALCULATED_BY_HAND',
    () => '工作簿设为手动计算，公式显示的值可能不是最新的；请按 F9 重新计算，或在“公式—计算选项”中改为自动，再刷新',
  ),
  sheetUnread: onSheet('warning', 'SHEET_UNREAD', () => '工作表过大，未读取；如含测评表请移到单独的工作表'),
};
