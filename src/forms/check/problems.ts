import { onCell, onWorkbook } from '../grid/problems';

/** Problems of whether 附件1 and 附件2 are complete. */
export const problem = {
  recordsNone: onWorkbook(
    'note',
    'RECORDS_NONE',
    () => '没有填好的附件1（周记实）和附件2（备案表），未检查材料是否齐全',
  ),
  annexMissing: onWorkbook(
    'warning',
    'ANNEX_MISSING',
    (month: string, form: string) => `${month}没有一份${form}；请收集后重新检查`,
  ),
  recordsMissing: onWorkbook(
    'warning',
    'RECORDS_MISSING',
    (month: string, names: readonly string[], day: string, due: string) =>
      `${month}没有附件1（周记实）的有${names.length}人：${names.join('、')}；应在${day}（最后一个工作日）前填好，${due}前交人事科存档，请催交（三（二）2）`,
  ),
  weeksMissing: onCell(
    'warning',
    'WEEKS_MISSING',
    (name: string, month: string, weeks: string) => `${name}${month}的周记实缺${weeks}；请补填（三（一）周记实）`,
  ),
  filingsMissing: onWorkbook(
    'warning',
    'FILINGS_MISSING',
    (month: string, names: readonly string[], day: string, due: string) =>
      `${month}没有附件2（备案表）的有${names.length}人：${names.join('、')}；应在${day}（最后一个工作日）填写，已过${due}，请催交（三（二）2）`,
  ),
  filingIncomplete: onCell(
    'warning',
    'FILING_INCOMPLETE',
    (name: string, month: string) =>
      `${name}${month}的附件2（备案表）只填了表头和职责，没有工作任务和小结，未填完，不算已交；请填好（三（二）2）`,
  ),
  materialMissing: onWorkbook(
    'warning',
    'HOST_MATERIAL_MISSING',
    (month: string, names: readonly string[], due: string) =>
      `${month}在外单位工作或学习，而没有所在单位材料的有${names.length}人：${names.join('、')}；应根据所在单位提供的情况考核（五·4），请在${due}前取得，并填入特殊情形登记的“外单位材料”`,
  ),
  recordsExplained: onWorkbook(
    'note',
    'RECORDS_EXPLAINED',
    (month: string, names: readonly string[]) =>
      `${month}没有${names.join('、')}的周记实或备案表，人员名册或特殊情形登记已有说明`,
  ),
  recordNamesake: onCell(
    'error',
    'RECORD_NAMESAKE',
    (name: string, departments: readonly string[]) =>
      `${name}有${departments.length}人：${departments.join('、')}，不知是谁的表，未计入；请填写科室`,
  ),
  weekDuplicate: onCell(
    'warning',
    'WEEK_DUPLICATE',
    (name: string, period: string, other: string) => `${name}${period}的周记实已有一份（${other}）；请只保留一份`,
  ),
  weeksOverlap: onCell(
    'warning',
    'WEEKS_OVERLAP',
    (name: string, days: string, other: string) =>
      `${name}的周记实与另一份（${other}）重叠：${days}，只计一次；请改正起止日期`,
  ),
  weekCrossesMonths: onCell(
    'warning',
    'WEEK_CROSSES_MONTHS',
    (shares: string) => `周记实跨月，按工作日分别计入：${shares}；请按月分开填写`,
  ),
  weekOverlong: onCell(
    'warning',
    'WEEK_OVERLONG',
    (period: string) => `周记实的起止日期为${period}，超过一个月，未计入；请改正`,
  ),
  filingDuplicate: onCell(
    'error',
    'FILING_DUPLICATE',
    (name: string, month: string, other: string) =>
      `${name}${month}的备案表重复（另一份在${other}），不知以哪份为准；请只保留一份`,
  ),
  headerDiffers: onCell(
    'warning',
    'HEADER_DIFFERS',
    (name: string, field: string, written: string, known: string, others: string) =>
      `${name}的${field}“${written}”与花名册“${known}”不一致${others}；请核对`,
  ),
};
