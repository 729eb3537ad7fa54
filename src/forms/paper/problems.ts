import { onCell, onSheet, onWorkbook } from '../grid/problems';

/** Problems of forms made and archived. */
export const problem = {
  // ---- making forms
  rosterNeeded: onWorkbook(
    'error',
    'ROSTER_NEEDED',
    () =>
      '没有找到人员名册，未生成表格；请先用“生成登记表”建立空白人员名册，或准备一张表头为序号、单位、科室、姓名、职务、任现职时间、身份、备注的工作表，填好人员后重试',
  ),
  rosterWithoutDepartment: onSheet(
    'error',
    'ROSTER_WITHOUT_DEPARTMENT',
    (department: string, known: string) => `人员名册中没有“${department}”，未生成表格；名册上的科室有：${known}`,
  ),
  rosterWithoutPerson: onSheet(
    'error',
    'ROSTER_WITHOUT_PERSON',
    (name: string) => `人员名册中没有“${name}”，未生成表格；请核对科室和姓名，或先补入人员名册`,
  ),
  rosterPersonAmbiguous: onSheet(
    'error',
    'ROSTER_PERSON_AMBIGUOUS',
    (name: string, departments: readonly string[]) =>
      `人员名册中“${name}”有${departments.length}人（${departments.join('、')}），未生成表格；请指明科室`,
  ),
  rosterEmpty: onSheet('error', 'ROSTER_EMPTY', () => '人员名册还没有填写人员，未生成表格；请填好后重试'),
  formsExist: onWorkbook(
    'note',
    'FORMS_EXIST',
    (count: number, what: string) => `已有${count}份：${what}；保留不动，没有重复生成`,
  ),
  remindersNeedRoster: onWorkbook(
    'error',
    'REMINDERS_NEED_ROSTER',
    () => '没有找到人员名册，不知道该向谁催交；请先建立人员名册',
  ),
  nobodyToRemind: onWorkbook('note', 'NOBODY_TO_REMIND', () => '该月的材料已交齐，没有需要催交的人员'),
  nothingToHandOut: onWorkbook(
    'warning',
    'NOTHING_TO_HAND_OUT',
    () => '要分发的表都已收到填好的，没有生成文件；请核对月份和人员',
  ),
  sampleExists: onWorkbook(
    'note',
    'SAMPLE_EXISTS',
    (count: number, sheets: string) => `示例中的${count}张表已在工作簿中（${sheets}），没有重复载入`,
  ),
  weeksWithoutOfficialList: onWorkbook(
    'warning',
    'WEEKS_WITHOUT_OFFICIAL_LIST',
    (year: number) =>
      `程序里没有${year}年的放假调休安排，各周起止日期按周一至周五划分；请对照放假通知改正表上的日期，或先把该年的放假和调休日列入“工作日历”表（含10月1日）`,
  ),

  // ---- the archive
  archiveNothing: onWorkbook(
    'warning',
    'ARCHIVE_NOTHING',
    (month: string) => `工作簿中没有${month}的附件1、附件2和附件3，没有可归档的表；请核对月份或先收集`,
  ),
  archiveMissing: onWorkbook(
    'warning',
    'ARCHIVE_MISSING',
    (month: string, missing: string) => `${month}还缺${missing}，逐人列在归档清单；请催交后重新归档`,
  ),
  archiveWithoutPeriod: onCell(
    'warning',
    'ARCHIVE_WITHOUT_PERIOD',
    (annex: string, name: string) => `${name}的${annex}看不出是哪一期，没有归档；请写明年月日`,
  ),
  archiveDateUnreadable: onCell(
    'warning',
    'ARCHIVE_DATE_UNREADABLE',
    (text: string) => `“${text}”看不出是哪一天，没有核对是否按期归档；请写成2020年7月31日的样子`,
  ),
  archiveProtected: onSheet('error', 'ARCHIVE_PROTECTED', () => '工作表受保护，没有归档；请先取消保护再运行'),
  archiveHeadingsMissing: onSheet(
    'error',
    'ARCHIVE_HEADINGS_MISSING',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，没有归档；请恢复表头，或将此表改名、删除后重新归档`,
  ),
};
