import { onCell } from '../grid/problems';

/** Problems of 附件1 and 附件2. */
export const problem = {
  recordUnreadable: onCell(
    'error',
    'RECORD_UNREADABLE',
    (annex: number) =>
      `标题像附件${annex}，但没有找到“工作任务进度、完结情况、完结时间”的表头，未读取；请按附件${annex}恢复表头`,
  ),
  recordEmpty: onCell('note', 'RECORD_EMPTY', (annex: number) => `附件${annex}是没有填写的空表，未计入`),
  recordMistitled: onCell(
    'warning',
    'RECORD_MISTITLED',
    (titled: number, annex: number) => `标题是附件${titled}，栏目是附件${annex}的，按附件${annex}读取；请改正标题`,
  ),
  recordLabelsRead: onCell(
    'note',
    'LABELS_READ',
    (annex: number, pairs: string) => `栏目写法与附件${annex}不同，已识别：${pairs}`,
  ),
  recordExtras: onCell(
    'note',
    'RECORD_UNUSED',
    (annex: number, cells: readonly string[]) => `附件${annex}没有的栏目，未使用：${cells.join('、')}`,
  ),
  recordLeftOver: onCell(
    'warning',
    'RECORD_LEFT_OVER',
    (annex: number, cells: string, count: number) =>
      `有${count}个单元格不属于附件${annex}的任何栏目，未读取：${cells}；如是表内内容请移到相应栏目右侧`,
  ),
  recordsBeside: onCell(
    'note',
    'RECORDS_BESIDE',
    (cells: string, count: number) => `周记实、备案表以外有${count}个单元格，未使用：${cells}`,
  ),
  recordPartBeside: onCell(
    'warning',
    'RECORD_PART_BESIDE',
    (cells: string, count: number) =>
      `周记实、备案表以外有${count}个单元格，其中有表内的栏目，未读取：${cells}；请按附件恢复该表的表题和表头`,
  ),
  recordProgressUnknown: onCell(
    'warning',
    'RECORD_COLUMN_READ',
    (text: string) => `表头“${text}”按“工作任务进度”读取；请核对后改正表头`,
  ),
  recordNameMissing: onCell('error', 'NAME_MISSING', () => '填写了内容而没有姓名，不知是谁的，未计入；请补上姓名'),
  recordNameSeveral: onCell(
    'error',
    'NAME_SEVERAL',
    (text: string) => `“${text}”一格内有多个姓名，未计入；请每人填写一份`,
  ),
  recordNameNotText: onCell('error', 'NAME_NOT_TEXT', (text: string) => `“${text}”不是姓名，未计入；请填写姓名`),
  recordCellError: onCell(
    'error',
    'CELL_ERROR',
    (text: string) => `公式结果为${text}，该格按空白处理；请改正公式或直接填写`,
  ),
  recordLabelSplit: onCell(
    'warning',
    'ROW_SPLIT',
    (label: string) => `“${label}”分在几行而没有合并，已连同下面各行一并读取；请核对后合并单元格`,
  ),
  taskSplit: onCell(
    'warning',
    'ROW_SPLIT',
    (above: string) => `没有序号、完结情况和完结时间，像是${above}的下半段，按另一项任务计；如是同一项请合并单元格`,
  ),
  recordMonthConflict: onCell(
    'error',
    'MONTH_CONFLICT',
    (inForm: string, other: string, where: string) => `表题${inForm}，${where}${other}，未计入；请改为一致`,
  ),
  filingMonthMissing: onCell(
    'warning',
    'MONTH_MISSING',
    () => '看不出是哪个月的备案表，未计入任何月份；请在表题下写明年月，如2020年7月',
  ),
  weekMissing: onCell(
    'warning',
    'PERIOD_MISSING',
    () => '没有填写起止日期，未计入任何一周；请写明，如2020年7月6日---2020年7月10日',
  ),
  weekUnreadable: onCell(
    'warning',
    'PERIOD_UNREADABLE',
    (text: string) => `只写了${text}，看不出起止日期，未计入任何一周；请写明，如2020年7月6日---2020年7月10日`,
  ),
  weekReversed: onCell(
    'error',
    'PERIOD_REVERSED',
    (text: string) => `“${text}”的结束日期早于开始日期，未计入任何一周；请改正`,
  ),
  weekOpen: onCell('warning', 'PERIOD_INCOMPLETE', (text: string) => `“${text}”没有写完结束日期；请补上`),
  weekSingle: onCell('warning', 'PERIOD_SINGLE_DAY', (text: string) => `“${text}”只有一天，按这一天计；请写明起止日期`),
  weekYearDiffers: onCell(
    'warning',
    'YEAR_DIFFERS',
    (printed: number, period: number) => `表内年份${printed}，与考核期${period}不一致，按${period}年计；请改正表内年份`,
  ),
  recordYearStale: onCell(
    'warning',
    'YEAR_DIFFERS',
    (printed: number, period: number, month: string) =>
      `表内年份${printed}，与考核期${period}不一致，归入${month}；请核对是否沿用了旧表的年份`,
  ),
  finishedYearDiffers: onCell(
    'warning',
    'YEAR_DIFFERS',
    (text: string, written: number, period: number) =>
      `完结时间“${text}”的年份${written}，与考核期${period}年不一致；请核对年份`,
  ),
  finishedYear: onCell(
    'warning',
    'YEAR_INHERITED',
    (cells: string, year: number) => `完结时间没有年份（${cells}），按考核期${year}年前后补全，请核对`,
  ),
  gradeDenied: onCell(
    'warning',
    'GRADE_DENIED',
    (said: string, grade: string | null) =>
      `写有“${said}”，是否定的说法${grade === null ? '，没有读作等次建议' : `，另写有“${grade}”`}；请写明建议等次：好、较好、一般或较差`,
  ),
  gradesDiffer: onCell(
    'warning',
    'GRADE_SEVERAL',
    (one: string, other: string) => `同时写了“${one}”和“${other}”，不知建议哪个等次；请只保留一个`,
  ),
  suggestedGradeWord: onCell(
    'error',
    'GRADE_WORD',
    (text: string, proposal: string) => `建议等次“${text}”不是规定的等次，等次须为好/较好/一般/较差${proposal}；请改正`,
  ),
  signatureUnchecked: onCell(
    'warning',
    'SIGNATURE_PICTURE',
    () => '有评语或日期而没有键入签名，无法核对图片签名；请在“签名：”后键入姓名',
  ),
  nameUnreadable: onCell(
    'warning',
    'NAME_UNREADABLE',
    (name: string, proposal: string) => `姓名“${name}”含无法识别字符，${proposal}`,
  ),
};
