import type { Problem } from '../grid/problem';
import { onFile, onSheet, onWorkbook } from '../grid/problems';

/** Problems of what is imported from other workbooks. */
export const problem = {
  importReading: (file: string, { severity, code, message }: Problem): Problem => ({
    ...{ severity, code, sheet: null, cell: null },
    message: `文件“${file}”：${message}`,
  }),
  importNothing: onWorkbook(
    'warning',
    'IMPORT_NOTHING',
    () => '所选文件中没有可以导入的审定表、人员名册、请假情况或测评表；有未识别的表时，请指定各列对应的栏目',
  ),
  importOpen: onFile(
    'warning',
    'IMPORT_OPEN',
    (sheet: string, kind: string, guesses: readonly string[]) =>
      `${sheet}像是${kind}，按表头推测：${guesses.join('、')}；确认或更正各列的对应后才导入`,
  ),
  importColumnsOpen: onFile(
    'warning',
    'IMPORT_OPEN',
    (sheet: string, guesses: readonly string[]) =>
      `${sheet}的几列按表头推测：${guesses.join('、')}；确认或更正对应后才导入这些列，其余各列照常导入`,
  ),
  importUnused: onFile(
    'note',
    'IMPORT_UNUSED',
    (sheet: string, texts: readonly string[], cells: number) =>
      `未使用：${sheet}（“${texts.join('”“')}”，共${cells}个单元格）；如需导入，请指定各列对应的栏目`,
  ),
  importHidden: onFile(
    'warning',
    'IMPORT_HIDDEN',
    (sheet: string) => `未使用：${sheet}是隐藏的工作表；如需导入，请在原文件中取消隐藏并保存`,
  ),
  importOwnSheets: onFile(
    'note',
    'IMPORT_OWN_SHEETS',
    (sheets: readonly string[]) =>
      `未使用：${sheets.join('、')}是程序生成的名单、记录或设置，不从别的工作簿导入，可在本工作簿重新生成`,
  ),
  importColumnsUnused: (file: string, { severity, code, message }: Problem): Problem => ({
    ...{ severity, code, sheet: null, cell: null },
    message: `文件“${file}”：${message}`,
  }),
  importColumnsLeft: onFile(
    'note',
    'IMPORT_UNUSED',
    (sheet: string, headings: readonly string[]) =>
      `未使用：${sheet}的${headings.join('、')}列；如需导入，请指定这些列对应的栏目`,
  ),
  importUncalculated: onFile(
    'warning',
    'IMPORT_UNCALCULATED',
    (sheet: string) => `${sheet}的公式没有保存计算结果，按空白读取；请在 Excel 或 WPS 中打开该文件、保存后重新导入`,
  ),
  importWithoutQuarter: onFile(
    'error',
    'IMPORT_WITHOUT_QUARTER',
    (sheet: string) =>
      `${sheet}看不出是哪个季度的审定表，未导入；请在表题、工作表名或文件名中写明年份和季度，如2020年第一季度`,
  ),
  importWithoutDecision: onFile(
    'error',
    'IMPORT_WITHOUT_DECISION',
    (sheet: string) => `${sheet}没有对应“姓名”和“审定等次”的列，不能作为审定表导入；请更正各列的对应`,
  ),
  importUnknownPerson: onFile(
    'error',
    'IMPORT_UNKNOWN_PERSON',
    (sheet: string, cell: string, name: string, similar: readonly string[]) =>
      `${sheet} ${cell}“${name}”不在本工作簿的名册和测评表上${orSimilar(similar)}，未导入；请核对姓名，或先补入人员名册`,
  ),
  importUnknownReviewed: onFile(
    'warning',
    'IMPORT_UNKNOWN_REVIEWED',
    (sheet: string, cell: string, name: string, similar: readonly string[]) =>
      `${sheet} ${cell}“${name}”不在本工作簿的名册和测评表上${orSimilar(similar)}，按原表所写导入；请核对姓名`,
  ),
  importUnknownScored: onFile(
    'warning',
    'IMPORT_UNKNOWN_SCORED',
    (sheet: string, names: readonly string[]) =>
      `${sheet}上的${names.join('、')}不在本工作簿的名册和测评表上，按原表所写导入；请核对姓名，或补入人员名册`,
  ),
  importSimilarPerson: onFile(
    'warning',
    'IMPORT_SIMILAR_PERSON',
    (sheet: string, cell: string, name: string, similar: readonly string[]) =>
      `${sheet} ${cell}“${name}”与名册上的${similar.join('、')}只差一个字，按另一人补入名册；如是同一人，请在原文件改正姓名后重新导入`,
  ),
  importNamesake: onFile(
    'error',
    'IMPORT_NAMESAKE',
    (sheet: string, cell: string, name: string, departments: readonly string[]) =>
      `${sheet} ${cell}“${name}”有${departments.length}人同名（${departments.join('、')}），分不清是谁，未导入；请在原文件填写科室`,
  ),
  importDepartment: onFile(
    'warning',
    'IMPORT_DEPARTMENT_DIFFERS',
    (sheet: string, cell: string, name: string, written: string, known: string) =>
      `${sheet} ${cell}${name}的科室“${written}”与本工作簿“${known}”不一致，按“${known}”处理；请核对`,
  ),
  importPersonContradicts: onFile(
    'error',
    'IMPORT_CONTRADICTION',
    (sheet: string, cell: string, name: string, place: string, differences: readonly string[]) =>
      `${sheet} ${cell}${name}与${place}不一致：${differences.join('；')}；未改动，请核对后自行更正`,
  ),
  importReviewContradicts: onFile(
    'error',
    'IMPORT_CONTRADICTION',
    (sheet: string, cell: string, name: string, place: string, differences: readonly string[]) =>
      `${sheet} ${cell}${name}与${place}不一致：${differences.join('；')}；未导入，请核对后自行更正`,
  ),
  importEntryContradicts: onFile(
    'error',
    'IMPORT_CONTRADICTION',
    (sheet: string, cell: string, name: string, outside: string, here: string) =>
      `${sheet} ${cell}${name}的${outside}，${here}，日期重叠而内容不同；未导入，请核对后自行更正`,
  ),
  importEntriesPresent: onFile(
    'note',
    'IMPORT_PRESENT',
    (count: number, where: string) => `${count}行与本工作簿的${where}内容相同，不重复导入`,
  ),
  importBlanksFilled: onWorkbook(
    'note',
    'IMPORT_BLANKS_FILLED',
    (people: readonly string[]) => `补填人员名册的空白：${people.join('、')}`,
  ),
  importColumnsMissing: onSheet(
    'warning',
    'IMPORT_COLUMNS_MISSING',
    (labels: readonly string[]) => `没有${labels.join('、')}栏，文件中的这些内容未写入；需要时请加上该栏后重新导入`,
  ),
  importSheetProtected: onSheet(
    'error',
    'IMPORT_SHEET_PROTECTED',
    () => '工作表受保护，没有导入到此表；请先取消保护再导入',
  ),
  importRosterUnusable: onSheet(
    'error',
    'IMPORT_ROSTER_UNUSABLE',
    () => '找不到人员名册的表头，没有导入到此表；请恢复表头后重新导入',
  ),
  importReviewClosed: onSheet(
    'error',
    'IMPORT_REVIEW_CLOSED',
    (names: readonly string[]) =>
      `本工作簿的审定表上没有${names.join('、')}，而此表有公式、表尾或受保护，不能补入；请核对后自行填写`,
  ),
  importWithoutDates: onFile(
    'error',
    'IMPORT_WITHOUT_DATES',
    (sheet: string, cell: string) =>
      `${sheet} ${cell}没有起止日期，表题也看不出是哪个月或季度，未导入；请补填日期，或在表题写明年月`,
  ),
  importDatesUnreadable: onFile(
    'error',
    'IMPORT_DATES_UNREADABLE',
    (sheet: string, cell: string, text: string) =>
      `${sheet} ${cell}“${text}”看不出是哪天到哪天，未导入；请写成2020年7月6日至2020年7月10日的样子`,
  ),
  importYearTaken: onFile(
    'warning',
    'IMPORT_YEAR_TAKEN',
    (sheet: string, year: string) => `${sheet}的日期没有写年份，按表题、表名或文件名取${year}年；请核对`,
  ),
  importSpanTaken: onFile(
    'warning',
    'IMPORT_SPAN_TAKEN',
    (sheet: string, rows: string, from: string, to: string) =>
      `${sheet}第${rows}行只有天数，按表题登记为${from}至${to}期间、天数照填；请核对`,
  ),
  importOtherLeave: onFile(
    'note',
    'IMPORT_OTHER_LEAVE',
    (sheet: string, rows: string, kinds: readonly string[]) =>
      `${sheet}第${rows}行是${kinds.join('、')}，只有病假、事假计入考核天数（五·5），未导入`,
  ),
  importRowsSkipped: onFile(
    'note',
    'IMPORT_ROWS_SKIPPED',
    (sheet: string, rows: string) => `${sheet}第${rows}行是合计、说明或重复的表头，不是某个人的，未导入`,
  ),
  memoryProtected: onSheet(
    'warning',
    'IMPORT_MEMORY_PROTECTED',
    () => '工作表受保护，没有记住这次的表头对应；取消保护后再导入即可记住',
  ),
};

function orSimilar(similar: readonly string[]): string {
  return similar.length === 0 ? '' : `（是否为${similar.join('、')}？）`;
}
