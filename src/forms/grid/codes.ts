import type { Problem, Severity } from './problem';

/**
 * Every problem that a workbook can have: severity, code and Chinese text in one table. A row of the table is the
 * function that makes the problem; the sheet and the cell are put in front of the text.
 */
export const problem = {
  // ---- finding forms
  nameColumnMissing: onCell('error', 'NAME_COLUMN_MISSING', () => '测评表缺少“姓名”列，整表未计算；请补上“姓名”表头'),
  formUnrecognised: onCell(
    'error',
    'FORM_UNRECOGNISED',
    (labels: string) => `疑似测评表，但表头只识别出${labels}，整表未读取；请按附件3的七项指标改正表头`,
  ),
  headingMissing: onCell(
    'warning',
    'HEADING_MISSING',
    () => '标题像测评表，但没有找到“姓名”和七项指标的表头，未读取；如是附件3请改正表头',
  ),
  columnMissing: onCell(
    'error',
    'COLUMN_MISSING',
    (label: string) => `缺少“${label}”列，整表未计算；请补上该列或改正表头`,
  ),
  columnDuplicate: onCell(
    'error',
    'COLUMN_DUPLICATE',
    (label: string, cells: string) => `“${label}”列重复（${cells}），整表未计算；请只保留一列`,
  ),
  formEmpty: onCell('note', 'FORM_EMPTY', () => '测评表没有填写人员'),
  labelsRead: onCell('note', 'LABELS_READ', (pairs: string) => `表头写法与附件3不同，已识别：${pairs}`),
  rowsSkipped: onCell('note', 'ROWS_SKIPPED', (rows: string) => `以下各行不是人员，已跳过：${rows}`),
  rowSplit: onCell('error', 'ROW_SPLIT', (name: string) => `${name}占了几行并各有分数，未计算；请合并为一行`),
  rowTorn: onCell(
    'error',
    'ROW_SPLIT',
    (rows: string, names: string) =>
      `${rows}的分数合起来正好是七项（姓名${names}），像是一个人的一行被拆成两行，未计算；请合并为一行`,
  ),
  hiddenCells: onCell('warning', 'HIDDEN_CELLS', (what: string) => `含${what}，已一并读取；请取消隐藏或筛选后核对`),
  coloursIgnored: onCell(
    'warning',
    'COLOURS_IGNORED',
    () => '表上有条件格式着色；颜色不参与计算，如以颜色表示扣分等含义，请写成数字或文字',
  ),
  hiddenSheet: onSheet(
    'warning',
    'HIDDEN_SHEET',
    (what: string) => `隐藏的工作表里有${what}，未读取；如需计入请取消隐藏，不需要请删除`,
  ),
  sheetProtectedRead: onSheet('note', 'SHEET_PROTECTED_READ', () => '工作表受保护，已读取，不会改动'),
  sheetProtected: onSheet(
    'warning',
    'SHEET_PROTECTED',
    (besides: string) => `工作表受保护，结果写在新表“${besides}”；如需写在原表，请先取消保护`,
  ),
  keptTyped: onCell(
    'warning',
    'TYPED_VALUE_KEPT',
    (label: string, present: string) => `“${label}”处已有“${present}”，未改动；请核对，清空该单元格后可重新生成`,
  ),

  // ---- 附件1 and 附件2
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
  finishedYear: onCell(
    'warning',
    'YEAR_INHERITED',
    (cells: string, year: number) => `完结时间没有年份（${cells}），按考核期${year}年前后补全，请核对`,
  ),
  gradesDiffer: onCell(
    'error',
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

  // ---- weights
  weightsMissing: onCell(
    'warning',
    'WEIGHTS_MISSING',
    (weights: string) => `未注明权重，按方案默认${weights}计算，请确认`,
  ),
  weightsPartial: onCell(
    'warning',
    'WEIGHTS_PARTIAL',
    (labels: string, weights: string) => `${labels}未注明权重，全表按${weights}计算，请确认`,
  ),
  weightsChanged: onCell(
    'warning',
    'WEIGHTS_CHANGED',
    (printed: string, settings: string) => `表上权重${printed}与设置的${settings}不同，按表上权重计算，请确认`,
  ),
  weightsTotal: onCell(
    'error',
    'WEIGHTS_TOTAL',
    (sum: string) => `权重合计${sum}%，应为100%，整表未计算；请改正表头权重`,
  ),

  // ---- month and dates
  monthConflict: onCell(
    'error',
    'MONTH_CONFLICT',
    (inForm: string, other: string, where: string) => `表题${inForm}，${where}${other}，整表未计入；请改为一致`,
  ),
  monthMissing: onCell(
    'warning',
    'MONTH_MISSING',
    () => '看不出是哪个月的测评表，未计入任何月份；请在表题下写明年月，如2020年7月',
  ),
  monthFromSigningDate: onCell(
    'warning',
    'MONTH_FROM_SIGNING_DATE',
    (month: string) => `没有写明考核月份，按签字日期归入${month}，请核对并写明年月`,
  ),
  yearMissing: onCell(
    'warning',
    'YEAR_MISSING',
    (month: number) => `只写了${month}月，没有年份，未计入任何月份；请写明年份`,
  ),
  yearInherited: onCell(
    'warning',
    'YEAR_INHERITED',
    (month: number, year: number, source: string) => `只写了${month}月，按${source}补为${year}年，请核对`,
  ),
  yearDiffers: onCell(
    'warning',
    'YEAR_DIFFERS',
    (printed: number, period: number, month: string) =>
      `表内年份${printed}，与考核期${period}不一致，归入${month}；请改正表内年份`,
  ),
  dateAmbiguous: onCell(
    'warning',
    'DATE_AMBIGUOUS',
    (text: string, readings: string) => `“${text}”不明确（${readings}），请写成2020年6月7日的样子`,
  ),
  dateInvalid: onCell('error', 'DATE_INVALID', (text: string) => `“${text}”不是有效日期，请改正`),

  // ---- raters
  raterUnnamed: onSheet(
    'warning',
    'RATER_UNNAMED',
    (month: string, sheets: number) =>
      `${month}有${sheets}份测评表评的人相同而没有注明评委，按不同评委计算；请在表上写明“评委：姓名”`,
  ),
  signaturePicture: onCell(
    'warning',
    'SIGNATURE_PICTURE',
    () => '这里没有键入签字人姓名，而表上有图片，无法核对图片签名；请在“分管领导签字：”后键入姓名',
  ),
  raterMissing: onCell(
    'warning',
    'RATER_MISSING',
    (name: string, month: string, expected: number, given: number, absent: string, outcome: string) =>
      `${name}${month}${expected}名评委中${given}名打分，缺${absent}；${outcome}`,
  ),
  scoresIdentical: onCell('warning', 'SCORES_IDENTICAL', () => '所有人员的分数完全相同，请确认是否逐人打分'),
  scoresAllFull: onCell('warning', 'SCORES_ALL_FULL', () => '所有分数都是满分，请确认'),
  ratersIdentical: onCell(
    'warning',
    'RATERS_IDENTICAL',
    (other: string) => `全部分数与${other}相同，请确认是否为同一份表的副本`,
  ),

  // ---- scale
  scaleAssumed: onSheet(
    'warning',
    'SCALE_ASSUMED',
    (month: string) => `${month}的分数都不超过各项权重，按分值制（总分为各项相加）计算；如为百分制请在考核设置中指定`,
  ),
  scaleMixed: onCell(
    'error',
    'SCALE_MIXED',
    (name: string) => `${name}的分数疑似混用百分制与分值制，未计算；请统一按百分制打分`,
  ),
  scoreUnusuallyLow: onCell(
    'warning',
    'SCORE_UNUSUALLY_LOW',
    (name: string, labels: string) => `${name}的${labels}不超过该项权重，请确认是否按百分制打分`,
  ),

  // ---- scores
  scoreMissing: onCell(
    'error',
    'SCORE_MISSING',
    (name: string, label: string) => `${name}缺“${label}”分数，未计算；请补录`,
  ),
  scoresMissing: onCell('error', 'SCORE_MISSING', (name: string) => `${name}七项指标都没有分数，未计算；请补录`),
  formUnscored: onCell(
    'warning',
    'FORM_UNSCORED',
    (people: number) => `${people}人都还没有打分，未计算；请考核领导小组打分`,
  ),
  scoreNotANumber: onCell(
    'error',
    'SCORE_NOT_A_NUMBER',
    (text: string) => `“${text}”不是有效分数，未计算；请改为数字，如85`,
  ),
  scoreOutOfRange: onCell(
    'error',
    'SCORE_OUT_OF_RANGE',
    (text: string, limit: number) => `“${text}”超出范围，未计算；分数须为0到${limit}`,
  ),
  cellError: onCell('error', 'CELL_ERROR', (text: string) => `公式结果为${text}，未计算；请改正公式或直接填写`),
  scoreTextNormalised: onCell(
    'note',
    'SCORE_TEXT_NORMALISED',
    (text: string, score: string) => `文本“${text}”按${score}分计算`,
  ),
  scoreZero: onCell('warning', 'SCORE_ZERO', (name: string, label: string) => `${name}“${label}”为0分，请确认是否漏填`),
  scoreDecimals: onCell('warning', 'SCORE_DECIMALS', (text: string) => `“${text}”超过两位小数，按原数计算，请确认`),
  externalLink: onCell('warning', 'EXTERNAL_LINK', () => '分数取自其他工作簿，按现有结果计算；请核对后改为数值'),

  // ---- totals and grades that people typed
  totalDiffers: onCell(
    'warning',
    'TOTAL_DIFFERS',
    (existing: string, computed: string) => `原总分${existing}，重算${computed}；原值未改动，请核对`,
  ),
  gradeDiffers: onCell(
    'warning',
    'GRADE_DIFFERS',
    (existing: string, total: string, grade: string) =>
      `原等次“${existing}”作为建议保留，总分${total}对应“${grade}”，请核对`,
  ),
  gradeWord: onCell(
    'error',
    'GRADE_WORD',
    (existing: string, proposal: string) => `“${existing}”不是规定的等次，等次须为好/较好/一般/较差${proposal}；请改正`,
  ),

  // ---- names
  nameMissing: onCell('error', 'NAME_MISSING', () => '有分数而没有姓名，未计算；请补上姓名或清除该行分数'),
  nameCovered: onCell(
    'error',
    'NAME_MISSING',
    (merged: string) => `有分数而姓名被合并单元格${merged}盖住，未计算；请拆分该合并单元格并补上姓名`,
  ),
  nameSeveral: onCell('error', 'NAME_SEVERAL', (text: string) => `“${text}”一格内有多个姓名，未计算；请每人一行`),
  nameNotText: onCell('error', 'NAME_NOT_TEXT', (text: string) => `“${text}”不是姓名，未计算；请填写姓名`),
  nameNormalised: onCell(
    'note',
    'NAME_NORMALISED',
    (text: string, name: string) => `姓名“${text}”按“${name}”处理，显示不变`,
  ),
  nameUnreadable: onCell(
    'warning',
    'NAME_UNREADABLE',
    (name: string, proposal: string) => `姓名“${name}”含无法识别字符，${proposal}`,
  ),
  namesake: onCell(
    'error',
    'NAMESAKE',
    (name: string, departments: readonly string[]) =>
      `${name}有${departments.length}人：${departments.join('、')}，未计算；请填写科室以便区分`,
  ),
  duplicatePerson: onCell(
    'error',
    'DUPLICATE_PERSON',
    (name: string, places: string) => `${name}在同一评委同月的表中出现多次（${places}），均未计算；请只保留一行`,
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
  weeksWithoutOfficialList: onWorkbook(
    'warning',
    'WEEKS_WITHOUT_OFFICIAL_LIST',
    (year: number) =>
      `程序里没有${year}年的放假调休安排，各周起止日期按周一至周五划分；请对照放假通知改正表上的日期，或先把该年的放假和调休日列入“工作日历”表（含10月1日）`,
  ),
  calendarInvalid: onCell('error', 'CALENDAR_INVALID', (what: string) => `${what}；请改正，否则这一天不能采用`),
  registerExists: onSheet('note', 'REGISTER_EXISTS', (what: string) => `已有${what}，保留不动，没有重复生成`),

  // ---- the program's own sheets
  settingInvalid: onCell(
    'error',
    'SETTING_INVALID',
    (name: string, value: string, allowed: string) => `“${name}”为“${value}”，应为${allowed}；请改正后重新运行`,
  ),
  settingContradicts: onCell('error', 'SETTING_CONTRADICTS', (text: string) => `${text}；请改正后重新运行`),
  settingUnusual: onCell('warning', 'SETTING_UNUSUAL', (text: string) => `${text}；按现值计算，请确认`),
  nameTaken: onSheet(
    'error',
    'NAME_TAKEN',
    (name: string, formula: string) => `名称“${name}”已用于${formula}，公式不能使用；请在名称管理器中改名后重新运行`,
  ),
  settingsProtected: onSheet(
    'warning',
    'SETTINGS_PROTECTED',
    (count: number, first: string) =>
      `工作表受保护，没有补上“${first}”等${count}项设置，按默认值计算；如需设置请先取消保护再运行`,
  ),
  settingsClosed: onSheet('error', 'SETTINGS_CLOSED', () => '工作表受保护，未写入；请先取消保护再改设置'),
  sheetUnread: onSheet('warning', 'SHEET_UNREAD', () => '工作表过大，未读取；如含测评表请移到单独的工作表'),
  monthWithoutForm: onWorkbook(
    'warning',
    'MONTH_WITHOUT_FORM',
    (month: string) => `没有找到${month}的测评表，该月不计入平均；请补充后重新运行`,
  ),
  circumstanceUnknownPerson: onCell(
    'error',
    'CIRCUMSTANCE_UNKNOWN_PERSON',
    (person: string) => `“${person}”不在花名册和测评表上，这一行未采用；请核对科室和姓名`,
  ),
  circumstanceNamesake: onCell(
    'error',
    'CIRCUMSTANCE_NAMESAKE',
    (person: string) => `“${person}”有多人同名，这一行未采用；请填写科室`,
  ),
  circumstanceInvalid: onCell('error', 'CIRCUMSTANCE_INVALID', (what: string) => `${what}；请改正，否则这一行不能采用`),
  circumstanceIncomplete: onCell(
    'warning',
    'CIRCUMSTANCE_INCOMPLETE',
    (person: string, what: string) => `${person}的特殊情形${what}，已计入；请补填`,
  ),
  evidenceHeadingsMissing: onSheet(
    'error',
    'EVIDENCE_HEADINGS_MISSING',
    (labels: readonly string[]) => `考核记实的表头缺少${labels.join('、')}，未读取；请恢复表头`,
  ),
  evidenceUnknownPerson: onCell(
    'error',
    'EVIDENCE_UNKNOWN_PERSON',
    (person: string) => `“${person}”不在花名册和测评表上，这条记实未采用；请核对科室和姓名`,
  ),
  evidenceNamesake: onCell(
    'error',
    'EVIDENCE_NAMESAKE',
    (person: string) => `“${person}”有多人同名，这条记实未采用；请填写科室`,
  ),
  evidenceInvalid: onCell('error', 'EVIDENCE_INVALID', (what: string) => `${what}；请改正，否则这条记实不能采用`),
  caseNotRegistered: onCell(
    'warning',
    'CASE_NOT_REGISTERED',
    (name: string, where: string, text: string) =>
      `${name}的${where}写有“${text}”，而特殊情形登记没有相应的登记；请核对：尚未结案的登记“立案调查”（参加考核、不定等次，五·5），已结案而不给予处分的登记“结案不予处分”，没有立案的请在此处写明“未立案”`,
  ),
  reviewHeadingsMissing: onSheet(
    'error',
    'REVIEW_HEADINGS_MISSING',
    (labels: readonly string[]) =>
      `审定表的表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  reviewProtected: onSheet('error', 'REVIEW_PROTECTED', () => '审定表受保护，未写入；请先取消保护再运行'),
  reviewPersonGone: onCell(
    'warning',
    'REVIEW_PERSON_GONE',
    (name: string) => `本季度测评表上没有“${name}”，该行保留未动；请核对后自行删除或改正姓名、科室`,
  ),
  reviewReasonMissing: onCell(
    'warning',
    'REVIEW_REASON_MISSING',
    (name: string, decided: string, suggested: string) =>
      `${name}的审定等次“${decided}”与建议等次“${suggested}”不同，而“备注”为空；请在“备注”中写明理由（三（二）4）`,
  ),
  decisionAgainstRule: onCell(
    'warning',
    'DECISION_AGAINST_RULE',
    (name: string, decided: string, reasons: string) =>
      `${name}的审定等次“${decided}”与特殊规定不符：${reasons}；原值未改动，请考核领导小组复议`,
  ),
  quotaOver: onWorkbook(
    'warning',
    'QUOTA_OVER',
    (title: string, participants: number, good: number, limit: number, over: number, edge: string) =>
      `${title}：参加${participants}人，“好”${good}人，上限${limit}人，超出${over}人${edge === '' ? '' : `；${edge}`}；由考核领导小组研究确定（二·考核等次）`,
  ),
  quotaStricter: onWorkbook(
    'note',
    'QUOTA_STRICTER',
    (title: string, participants: number, limit: number, over: number) =>
      `${title}：“好”未超上限；如不计“不确定等次”人员，参加${participants}人，上限${limit}人，超出${over}人，请一并报考核领导小组`,
  ),
  // ---- the year
  annualNothing: onWorkbook(
    'error',
    'ANNUAL_NOTHING',
    (year: number) => `没有找到${year}年任何季度的审定表或测评表，未生成年度汇总表；请先运行“季度审定”，或检查年份`,
  ),
  annualQuarterMissing: onWorkbook(
    'warning',
    'ANNUAL_QUARTER_MISSING',
    (quarter: string) => `缺少${quarter}的审定表，该季度按无结果汇总；请把该季度的审定表放入本工作簿后重新汇总`,
  ),
  annualQuarterUnreviewed: onWorkbook(
    'warning',
    'ANNUAL_QUARTER_UNREVIEWED',
    (quarter: string) =>
      `${quarter}有测评表而没有审定表，暂按建议等次汇总并标明“未审定”；请先运行“季度审定”并由考核领导小组审定`,
  ),
  annualUndecided: onSheet(
    'warning',
    'ANNUAL_UNDECIDED',
    (count: number, names: string) =>
      `${count}人没有审定等次（${names}），暂按建议等次汇总并标明“未审定”；请考核领导小组审定后重新汇总`,
  ),
  annualDecisionInvalid: onCell(
    'error',
    'ANNUAL_DECISION_INVALID',
    (written: string) => `“${written}”不是审定等次，按未审定处理；请从下拉列表中选择`,
  ),
  annualPersonTwice: onCell(
    'error',
    'ANNUAL_PERSON_TWICE',
    (name: string) => `${name}在本表出现不止一次，按第一行汇总；请核对，属同名的请填写各自的科室`,
  ),
  annualDepartmentChanged: onSheet(
    'note',
    'ANNUAL_DEPARTMENT_CHANGED',
    (name: string, there: string, now: string) =>
      `${name}在本表的科室是“${there}”，人员名册上是“${now}”，按同一人汇总；如是同名的另一人，请在人员名册上分别列出`,
  ),
  annualHeadingsMissing: onSheet(
    'error',
    'ANNUAL_HEADINGS_MISSING',
    (labels: readonly string[]) =>
      `年度汇总表的表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新汇总`,
  ),
  annualProtected: onSheet('error', 'ANNUAL_PROTECTED', () => '工作表受保护，未写入；请先取消保护再汇总'),
  annualPersonGone: onCell(
    'warning',
    'ANNUAL_PERSON_GONE',
    (name: string) => `当年的审定表上没有“${name}”，该行保留未动；请核对后自行删除或改正姓名、科室`,
  ),
  annualProposalDoubtful: onCell(
    'warning',
    'ANNUAL_PROPOSAL_DOUBTFUL',
    (name: string, proposed: string, why: string) => `${name}拟定为“${proposed}”，但${why}；请核对`,
  ),
  annualPlansUnknown: onWorkbook(
    'note',
    'ANNUAL_PLANS_UNKNOWN',
    (day: string) =>
      `没有找到年度工作计划备案表，未核对计划是否按期备案（三（二）1，应于${day}前完成）；可建一张含姓名、备案日期的“年度工作计划”表`,
  ),
  annualPlanMissing: onSheet(
    'warning',
    'ANNUAL_PLAN_MISSING',
    (count: number, names: string, day: string) =>
      `${count}人没有列在表上（${names}）：年度工作计划应于${day}前完成，经分管领导核准后报人事科备案（三（二）1）`,
  ),
  annualPlanLate: onCell(
    'warning',
    'ANNUAL_PLAN_LATE',
    (name: string, filed: string, day: string) => `${name}的年度工作计划${filed}，应于${day}前完成并备案（三（二）1）`,
  ),
  leadershipIncomplete: onCell(
    'warning',
    'LEADERSHIP_INCOMPLETE',
    (quarter: string, lacks: string) => `${quarter}的考核领导小组名单缺少${lacks}；请补填（五·1）`,
  ),
  leadershipLine: onCell('warning', 'LEADERSHIP_LINE', (text: string) => text),
  leadershipExists: onSheet(
    'note',
    'LEADERSHIP_EXISTS',
    (quarter: string) => `已有${quarter}的名单，未改动；请直接在表中修改`,
  ),
  leadershipUnusable: onSheet(
    'error',
    'LEADERSHIP_UNUSABLE',
    (labels: readonly string[]) =>
      `考核领导小组名单的表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  leadershipProtected: onSheet(
    'error',
    'LEADERSHIP_PROTECTED',
    () => '考核领导小组名单受保护，未写入；请先取消保护再运行',
  ),
  drawDone: onWorkbook(
    'note',
    'DRAW_DONE',
    (quarter: string, names: string) =>
      `${quarter}已抽取${names}，不再重复抽取；如确需重抽，请先在名单中删去原抽取人员并留存说明`,
  ),
  drawImpossible: onWorkbook(
    'error',
    'DRAW_IMPOSSIBLE',
    (count: number, candidates: number) =>
      `不能抽取${count}名：人员名册中可抽取的科室负责人有${candidates}名；请改填人数，或在名册中补填职务`,
  ),
  savingLoses: (sheet: string | null, what: string): Problem => ({
    severity: 'warning',
    code: 'SAVING_LOSES',
    sheet,
    cell: null,
    message: `${sheet === null ? '工作簿' : sheet}：另存的文件不能保留${what}；原文件不受影响`,
  }),
  correctionProtected: onSheet('error', 'CORRECTION_PROTECTED', () => '工作表受保护，未作更正；请先取消保护再更正'),
  correctionGone: onWorkbook(
    'error',
    'CORRECTION_GONE',
    (count: number) => `${count}处更正所针对的内容已经改动，未作更正；请重新列出后再选`,
  ),
  scoreRowMoved: onCell(
    'error',
    'SCORE_ROW_MOVED',
    (name: string) => `这一行不再是“${name}”的分数，未写入；请重新读取后再打分`,
  ),
  scoreCellLocked: onCell('error', 'SCORE_CELL_LOCKED', () => '工作表受保护，单元格已锁定，未写入；请先取消保护再打分'),
  scoreCellMerged: onCell('error', 'SCORE_CELL_MERGED', () => '单元格已与别处合并，未写入；请先取消合并再打分'),
  scoreReplaced: onCell(
    'warning',
    'SCORE_REPLACED',
    (present: string, score: string) => `“${present}”将替换为${score}；请核对后再确认`,
  ),
  workbookChanged: onSheet('error', 'WORKBOOK_CHANGED', () => '预览之后工作表有改动，未写入；请重新预览'),

  editedSinceStep: onSheet(
    'error',
    'EDITED_SINCE_STEP',
    () => '这一步之后工作表有改动，未撤销；请先保存改动的内容，确认不要这些改动后再撤销',
  ),

  // ---- whether 附件1 and 附件2 are complete
  recordsNone: onWorkbook(
    'note',
    'RECORDS_NONE',
    () => '没有填好的附件1（周记实）和附件2（备案表），未检查材料是否齐全',
  ),
  calendarUnknown: onWorkbook(
    'warning',
    'CALENDAR_UNKNOWN',
    (year: number) =>
      `没有${year}年的节假日和调休安排，工作日按周一至周五计；请对照国务院办公厅的放假通知核对日期，或把该年的放假和调休日列入“工作日历”表（含10月1日）`,
  ),
  annexMissing: onWorkbook(
    'warning',
    'ANNEX_MISSING',
    (month: string, form: string) => `${month}没有一份${form}；请收集后重新检查`,
  ),
  recordsMissing: onWorkbook(
    'warning',
    'RECORDS_MISSING',
    (month: string, names: readonly string[], due: string) =>
      `${month}没有附件1（周记实）的有${names.length}人：${names.join('、')}；应在${due}前交人事科存档，请催交（三（二）2）`,
  ),
  weeksMissing: onCell(
    'warning',
    'WEEKS_MISSING',
    (name: string, month: string, weeks: string) => `${name}${month}的周记实缺${weeks}；请补填（三（一）周记实）`,
  ),
  filingsMissing: onWorkbook(
    'warning',
    'FILINGS_MISSING',
    (month: string, names: readonly string[], due: string) =>
      `${month}没有附件2（备案表）的有${names.length}人：${names.join('、')}；应在${due}填写，请催交（三（二）2）`,
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
  evaluationMissing: onCell(
    'warning',
    'EVALUATION_MISSING',
    (name: string, what: string, due: string) =>
      `${name}的备案表没有${what}；应由科长或分管领导在${due}前填写（三（二）3），等次为好/较好/一般/较差之一`,
  ),
  suggestionDiffers: onCell(
    'warning',
    'SUGGESTION_DIFFERS',
    (name: string, suggested: string, scored: string) =>
      `${name}的建议等次“${suggested}”与当月得分等次“${scored}”不同；两者并列，由考核领导小组审定`,
  ),
  signedOnMissing: onCell(
    'warning',
    'SIGNED_ON_MISSING',
    (name: string, due: string) => `${name}的备案表有评语或建议而没有签字日期，无法核对是否在${due}前评鉴；请补填`,
  ),
  signedLate: onCell(
    'warning',
    'SIGNED_LATE',
    (name: string, date: string, due: string) =>
      `${name}的评语签于${date}，晚于${due}（三（二）3每月5日前）；请核对日期`,
  ),
  signedEarly: onCell(
    'warning',
    'SIGNED_EARLY',
    (name: string, date: string, day: string) =>
      `${name}的评语签于${date}，早于本月最后一个工作日${day}，当月尚未小结（三（二）2）；请核对日期`,
  ),
  committeeLate: onCell(
    'warning',
    'COMMITTEE_LATE',
    (name: string, date: string, due: string) =>
      `${name}的考核委员会意见签于${date}，晚于${due}（三（二）4季度终了10日内）；请核对日期`,
  ),
  selfEvaluation: onCell(
    'warning',
    'SELF_EVALUATION',
    (name: string) => `${name}的评语由本人签名；应由科长或分管领导评鉴（三（二）3），请更正`,
  ),
  evaluatorUnknown: onCell(
    'warning',
    'EVALUATOR_UNKNOWN',
    (signer: string, forms: number) =>
      `签名人“${signer}”不在花名册或没有职务（共${forms}份备案表），无法核对是否为科长或分管领导；请核对姓名或补入人员名册`,
  ),
  evaluatorRole: onCell(
    'warning',
    'EVALUATOR_ROLE',
    (name: string, signer: string, actual: string, expected: string) =>
      `${name}的评语由${signer}（${actual}）签名；按花名册应由${expected}评鉴（三（二）3），请核对`,
  ),
  selfScoring: onCell(
    'warning',
    'SELF_SCORING',
    (name: string) => `评委“${name}”与被测评人同名，像是给自己打分；请核对，本人打分不宜计入（五·1）`,
  ),
  statusNoteMissing: onCell(
    'warning',
    'STATUS_NOTE_MISSING',
    (name: string, status: string) =>
      `${name}写有“${status}”，而“未确定等次或不参加考核情况说明”是空的；请说明原因：试用期、请假、处分期间、立案未结或其他`,
  ),
  reasonMissing: onCell(
    'warning',
    'REASON_MISSING',
    (name: string, tasks: string) => `${name}的${tasks}任务未完成而没有写明原因；请在该项中补写（三（二）2）`,
  ),
  headerDiffers: onCell(
    'warning',
    'HEADER_DIFFERS',
    (name: string, field: string, written: string, known: string, others: string) =>
      `${name}的${field}“${written}”与花名册“${known}”不一致${others}；请核对`,
  ),

  // ---- files that are collected
  fileEmpty: onFile('error', 'FILE_EMPTY', () => '是空文件，未收集；请让填表人重新发送'),
  fileNotXlsx: onFile(
    'error',
    'FILE_NOT_XLSX',
    () => '不是 .xlsx 工作簿，未收集；请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”',
  ),
  fileEncrypted: onFile('error', 'FILE_ENCRYPTED', () => '设有打开密码，未收集；请取消密码后再收集'),
  fileLegacy: onFile(
    'error',
    'FILE_LEGACY_XLS',
    () => '是旧的 .xls 格式，未收集；请用 Excel 或 WPS 另存为“Excel 工作簿(*.xlsx)”',
  ),
  fileDamaged: onFile('error', 'FILE_DAMAGED', () => '已损坏或不完整，未收集；请重新取得文件，或在 Excel 中修复后另存'),
  fileTooLarge: onFile(
    'error',
    'FILE_TOO_LARGE',
    () => '过大，不像是个人填写的表，未收集；请检查文件，或把表复制到新的工作簿后再收集',
  ),
  fileUnreachable: onFile(
    'error',
    'FILE_UNREACHABLE',
    () => '无法打开（可能已移动、删除或正被占用），未收集；请重新选择',
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

  // ---- sealed reviews, the log, the packet
  sealWithoutReview: onWorkbook(
    'error',
    'SEAL_WITHOUT_REVIEW',
    (quarter: string) => `没有找到${quarter}的审定表，或其表头已改动；请先运行“季度审定”`,
  ),
  sealUndecided: onSheet(
    'error',
    'SEAL_UNDECIDED',
    (names: readonly string[]) =>
      `还有${names.length}人没有审定等次：${names.join('、')}，未封存；请由考核领导小组审定后再封存（三（二）4）`,
  ),
  sealProtected: onSheet('error', 'SEAL_PROTECTED', () => '工作表受保护，未封存；请先取消保护再封存'),
  sealExists: onSheet(
    'error',
    'SEAL_EXISTS',
    (changes: string) => `已封存，封存后有改动：${changes}，未重新封存；请先核对，确需更换请选择“重新封存”`,
  ),
  sealNone: onWorkbook('note', 'SEAL_NONE', (quarter: string) => `${quarter}还没有封存；审定后请运行“封存”`),
  sealBroken: onWorkbook(
    'warning',
    'SEAL_BROKEN',
    (quarter: string, section: string, changes: string) =>
      `${quarter}封存后“${section}”有改动：${changes}；请核对原始材料，确属更正的请说明理由后重新封存（五·2）`,
  ),
  sealRecordChanged: onWorkbook(
    'warning',
    'SEAL_RECORD_CHANGED',
    (quarter: string) => `${quarter}的封存记录本身有改动，不能作为凭据；请与审定表纸质件上的封存摘要核对`,
  ),
  sealPrintDiffers: onSheet(
    'warning',
    'SEAL_PRINT_DIFFERS',
    (digest: string) => `审定表上的封存摘要与封存记录（${digest}）不同；请与纸质件核对`,
  ),
  logProtected: onSheet('error', 'LOG_PROTECTED', () => '操作记录受保护，无法记录，因此未写入；请先取消保护再运行'),
  explanationsWithoutReview: onWorkbook(
    'error',
    'EXPLANATIONS_WITHOUT_REVIEW',
    (quarter: string) => `没有找到${quarter}的审定表，无处写入说明；请先运行“季度审定”`,
  ),
  explanationCellTaken: onCell(
    'note',
    'EXPLANATION_CELL_TAKEN',
    () => '单元格已有别的数据验证，未写入说明；可在窗格中查看该人的说明',
  ),
  packetProtected: onSheet('error', 'PACKET_PROTECTED', () => '工作表受保护，未写入；请先取消保护再运行'),
  packetWithoutReview: onWorkbook(
    'warning',
    'PACKET_WITHOUT_REVIEW',
    (quarter: string) => `没有找到${quarter}的审定表，纪检材料不含与建议不同的审定；请先运行“季度审定”再重新生成`,
  ),
  packetEmpty: onWorkbook(
    'note',
    'PACKET_EMPTY',
    (quarter: string) => `${quarter}没有直接确定、不确定、补定、限制等次或与建议不同的审定，无须报送`,
  ),

  // ---- what other grades would come to
  whatIfPerson: onWorkbook('error', 'WHAT_IF_PERSON', (person: string, namesakes: readonly string[]) =>
    namesakes.length === 0
      ? `本季度的审定人员中没有“${person}”，未试算；请核对科室和姓名`
      : `“${person}”不能确定是谁（${namesakes.join('、')}），未试算；请写明科室和姓名`,
  ),
  whatIfTwice: onWorkbook(
    'error',
    'WHAT_IF_TWICE',
    (person: string) => `${person}给了几个不同的等次，未试算；请只留一个`,
  ),
  whatIfNotCounted: onWorkbook(
    'warning',
    'WHAT_IF_NOT_COUNTED',
    (person: string, status: string) => `${person}${status}，不计入参加考核人数，试算中没有改动`,
  ),
  whatIfAgainstRule: onWorkbook(
    'warning',
    'WHAT_IF_AGAINST_RULE',
    (person: string, grade: string, reasons: string) => `${person}不能改为“${grade}”：${reasons}；试算仍按此计算`,
  ),
  whatIfPool: onWorkbook(
    'note',
    'WHAT_IF_POOL',
    (pool: string) => `考核设置按${pool}分别计算名额，试算只按全局计算；各${pool}的名额请看审定表`,
  ),

  // ---- what is collected from files
  collectNothing: onFile(
    'warning',
    'COLLECT_NOTHING',
    () => '没有找到附件1、附件2或附件3，没有可收集的内容；请核对文件',
  ),
  collectWithoutName: onFile(
    'error',
    'COLLECT_WITHOUT_NAME',
    (annex: string, place: string) => `${annex}（${place}）没有填写姓名，未收集；请补填后再收集`,
  ),
  collectWithoutPeriod: onFile(
    'error',
    'COLLECT_WITHOUT_PERIOD',
    (form: string, place: string) => `${form}看不出是哪一期（${place}），未收集；请写明年月日后再收集`,
  ),
  collectWithoutRater: onFile(
    'warning',
    'COLLECT_WITHOUT_RATER',
    (month: string) => `${month}的附件3没有注明评委，已收集；请在表上或文件名中写明评委姓名`,
  ),
  collectMonthOfName: onFile(
    'warning',
    'COLLECT_MONTH_OF_NAME',
    (month: string) => `附件3没有写明年月，按文件名归入${month}，请核对`,
  ),
  collectMonth: onFile(
    'warning',
    'COLLECT_MONTH_DIFFERS',
    (named: number, months: string) => `文件名写的是${named}月，表内是${months}，按表内收集；请核对是否误用了旧文件`,
  ),
  collectNamesakes: onFile(
    'error',
    'COLLECT_NAMESAKE',
    (name: string, place: string, departments: readonly string[]) =>
      `${name}在人员名册上有${departments.length}人：${departments.join('、')}，分不清是谁（${place}），未收集；请填写科室`,
  ),
  collectNotOnRoster: onFile(
    'warning',
    'COLLECT_NOT_ON_ROSTER',
    (name: string, place: string) => `“${name}”（${place}）不在人员名册上，已按表上所填收集；请核对姓名或补入名册`,
  ),
  collectDepartment: onFile(
    'warning',
    'COLLECT_DEPARTMENT_DIFFERS',
    (name: string, place: string, printed: string, known: string) =>
      `${name}的科室“${printed}”（${place}）与人员名册“${known}”不一致，按名册归入“${known}”；请核对`,
  ),
  collectDuplicate: onFile(
    'note',
    'COLLECT_DUPLICATE',
    (title: string, other: string) => `${title}与${other}内容相同，只收集一份`,
  ),
  collectPresent: onFile(
    'note',
    'COLLECT_PRESENT',
    (title: string, other: string) => `${title}与${other}内容相同，已在工作簿中，不重复收集`,
  ),
  collectContradiction: onWorkbook(
    'error',
    'COLLECT_CONTRADICTION',
    (title: string, places: string) => `${title}有内容不同的几份：${places}，均未收集；请选择采用哪一份`,
  ),
  collectChosen: onWorkbook(
    'note',
    'COLLECT_CHOSEN',
    (title: string, places: string, chosen: string) => `${title}有内容不同的几份：${places}，按您的选择采用${chosen}`,
  ),
  collectBeside: onWorkbook(
    'warning',
    'COLLECT_BESIDE',
    (title: string, present: string, chosen: string) =>
      `${title}按您的选择采用${chosen}；${present}原有的一份未改动，请核对后自行删除`,
  ),
  collectedSheetUnusable: onSheet(
    'error',
    'COLLECTED_SHEET_UNUSABLE',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新收集`,
  ),
  collectedSheetProtected: onSheet(
    'error',
    'COLLECTED_SHEET_PROTECTED',
    () => '工作表受保护，未写入；请先取消保护再收集',
  ),

  // ---- 公示, 复核 and 定稿
  noticeWithoutReview: onWorkbook(
    'error',
    'NOTICE_WITHOUT_REVIEW',
    (quarter: string) =>
      `没有找到${quarter}的审定表，不能公示；请先运行“季度审定”并由考核领导小组填写审定等次（三（二）4）`,
  ),
  noticeUndecided: onSheet(
    'error',
    'NOTICE_UNDECIDED',
    (people: readonly string[]) =>
      `还有${people.length}人没有审定等次：${people.join('、')}；请由考核领导小组审定后再公示（三（二）4）`,
  ),
  decisionUnreadable: onCell(
    'error',
    'DECISION_UNREADABLE',
    (name: string, present: string, allowed: readonly string[]) =>
      `${name}的审定等次“${present}”不是规定的等次；请改为${allowed.join('、')}之一`,
  ),
  noticeNameTells: onCell(
    'error',
    'NOTICE_NAME_TELLS',
    () => '姓名栏里有不宜公示的内容（分数、处分、请假等），未生成公示；请只写姓名，说明写在备注',
  ),
  noticeTextTells: onCell(
    'warning',
    'NOTICE_TEXT_TELLS',
    () => '科室或职务栏里有不宜公示的内容（分数、处分、请假等），公示表该处留空；请改正后重新生成，或在公示表上补填',
  ),
  noticeHeadingsMissing: onSheet(
    'error',
    'NOTICE_HEADINGS_MISSING',
    (labels: readonly string[]) => `公示表缺少${labels.join('、')}，未写入；请恢复，或将此表改名、删除后重新生成`,
  ),
  noticeProtected: onSheet('error', 'NOTICE_PROTECTED', () => '公示表受保护，未写入；请先取消保护再运行'),
  noticeChanged: onSheet(
    'warning',
    'NOTICE_CHANGED',
    () => '公示表上的人员或等次与审定表不同，按审定表更新；如已张贴，请重新公示3个工作日（三（二）5）',
  ),
  noticeParagraphKept: onCell(
    'warning',
    'NOTICE_PARAGRAPH_KEPT',
    (period: string) => `公示说明是手工改写的，未改动；请自行将公示期改为${period}`,
  ),
  noticeStartMoved: onWorkbook(
    'note',
    'NOTICE_START_MOVED',
    (posted: string, from: string) => `${posted}不是工作日，公示期自${from}起算，满3个工作日（三（二）5）`,
  ),
  objectionHeadingsMissing: onSheet(
    'error',
    'OBJECTION_HEADINGS_MISSING',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  objectionUndated: onCell(
    'warning',
    'OBJECTION_UNDATED',
    (name: string) => `${name}的异议没有可识别的收到日期，无法计算答复期限；请填写成2020年10月13日的样子`,
  ),
  objectionOutside: onCell(
    'warning',
    'OBJECTION_OUTSIDE',
    (name: string, received: string) => `${name}的异议收到于${received}，当时没有公示；请核对日期`,
  ),
  objectionLate: onCell(
    'warning',
    'OBJECTION_LATE',
    (name: string, received: string, period: string) =>
      `${name}的异议收到于${received}，已过公示期（${period}）；是否受理由考核领导小组决定，请写入复核结果`,
  ),
  objectionOverdue: onCell(
    'warning',
    'OBJECTION_OVERDUE',
    (name: string, deadline: string) =>
      `${name}的异议应在${deadline}前答复（三（二）5，5个工作日内），已逾期；请尽快答复`,
  ),
  registerProtected: onSheet('error', 'REGISTER_PROTECTED', () => '工作表受保护，未写入；请先取消保护再运行'),
  finalWithoutNotice: onWorkbook(
    'error',
    'FINAL_WITHOUT_NOTICE',
    (quarter: string) => `没有找到${quarter}的公示表，不能定稿；请先公示3个工作日（三（二）5）`,
  ),
  finalPeriodUnreadable: onSheet(
    'error',
    'FINAL_PERIOD_UNREADABLE',
    () => '公示说明里看不出公示期，不能定稿；请写成“公示期：2020年10月12日至10月14日”的样子（三（二）5）',
  ),
  finalTooEarly: onSheet(
    'error',
    'FINAL_TOO_EARLY',
    (period: string, today: string) => `公示期${period}，${today}尚未期满，不能定稿；请在期满后再定稿（三（二）5）`,
  ),
  finalObjectionOpen: onCell(
    'error',
    'FINAL_OBJECTION_OPEN',
    (name: string) => `${name}的异议尚未办结，不能定稿；请复核并填写答复日期和复核结果（三（二）5）`,
  ),
  finalBefore: onSheet('note', 'FINAL_BEFORE', (line: string) => `已有“${line}”，未改动`),
  finalDiffers: onSheet(
    'warning',
    'FINAL_DIFFERS',
    () => '公示表上的人员或等次与审定表不同；如经复核改变了等次，请确认是否需要重新公示',
  ),
  followUpHeadingsMissing: onSheet(
    'error',
    'FOLLOW_UP_HEADINGS_MISSING',
    (labels: readonly string[]) => `表头缺少${labels.join('、')}，未写入；请恢复表头，或将此表改名、删除后重新生成`,
  ),
  followUpOpen: onSheet(
    'warning',
    'FOLLOW_UP_OPEN',
    (names: readonly string[]) =>
      `${names.join('、')}为“较差”，还没有填写方式和办理日期；请及时进行批评教育、警示谈话或离岗培训（四·2）`,
  ),
  praiseBarred: onWorkbook(
    'warning',
    'PRAISE_BARRED',
    (quarter: string, names: readonly string[]) =>
      `${names.join('、')}${quarter}为“好”，但当年拒不参加平时考核，不列入表扬名单（五·6）`,
  ),
};

type Text<Fields extends readonly unknown[]> = (...fields: Fields) => string;

/** A row of the table for a cell or block of a sheet. */
function onCell<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (sheet: string, cell: string, ...fields: Fields): Problem => {
    return { severity, code, sheet, cell, message: placed(`${sheet} ${cell}`, oneLine(text(...fields))) };
  };
}

/** A row of the table for a whole sheet. */
function onSheet<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (sheet: string, ...fields: Fields): Problem => {
    return { severity, code, sheet, cell: null, message: placed(sheet, oneLine(text(...fields))) };
  };
}

/** A row of the table for a file that is not the open workbook. */
function onFile<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (file: string, ...fields: Fields): Problem => {
    return { severity, code, sheet: null, cell: null, message: placed(`文件“${file}”`, text(...fields)) };
  };
}

/** A row of the table for the workbook as a whole. */
function onWorkbook<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (...fields: Fields): Problem => ({ severity, code, sheet: null, cell: null, message: text(...fields) });
}

/** What people typed may hold line breaks; a message stands on one line of a list. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** `C7“八十五”…` reads on; other texts follow a colon. */
function placed(place: string, text: string): string {
  return text.startsWith('“') ? `${place}${text}` : `${place}：${text}`;
}
