import type { Quota } from '../assessment/quota';
import type { Correction } from '../forms/corrections';
import type { PeopleChoice } from '../forms/layoutMade';
import type { Severity } from '../forms/problem';

/** Every text that the pane shows, in one language. Functions take what varies. */
export interface Texts {
  /** The language tag of these texts, for the page. */
  readonly language: string;
  readonly title: string;
  readonly quarter: string;
  readonly refresh: string;
  readonly score: string;
  readonly review: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly starting: string;
  readonly ready: string;
  readonly noForms: string;
  readonly noWorkbook: string;
  readonly excelTooOld: string;
  readonly reading: string;
  readonly writing: string;
  /** Shown when a write takes long: an unfinished cell edit holds it up. */
  readonly finishEditing: string;
  readonly previewTitle: string;
  readonly checkFirst: string;
  readonly nothingToWrite: string;
  /** Nothing is planned, and there are errors that may be why. */
  readonly errorsFirst: string;
  readonly cancelled: string;
  readonly written: (cells: number) => string;
  /** The workbook changed between preview and confirmation; nothing was written. */
  readonly notWritten: string;
  readonly undo: string;
  readonly undone: string;
  readonly notUndone: string;
  readonly newSheet: (sheet: string) => string;
  readonly block: (cells: number, address: string, label: string) => string;
  readonly overwrites: (cells: number) => string;
  readonly newRows: (count: number, above: number) => string;
  readonly inputChecks: (addresses: readonly string[]) => string;
  readonly messages: (count: number) => string;
  readonly formats: string;
  readonly pageSetup: string;
  readonly printColumns: (columns: string) => string;
  readonly frozenRows: (count: number) => string;
  readonly hiddenRow: (row: number) => string;
  readonly shownRow: (row: number) => string;
  readonly hiddenColumns: (address: string) => string;
  readonly name: (name: string, address: string) => string;
  readonly problemsTitle: (count: number) => string;
  readonly noProblems: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly resultTitle: string;
  readonly quota: (period: string, quota: Quota) => string;
  readonly suggestions: (grade: string, people: number) => string;
  readonly noSuggestion: string;
  readonly formsTask: string;
  readonly annexes: Readonly<Record<1 | 2 | 3, string>>;
  readonly annex: string;
  readonly month: string;
  readonly forWhom: string;
  readonly people: (choice: PeopleChoice) => string;
  readonly raters: string;
  readonly ratersHint: string;
  readonly protect: string;
  readonly makeForms: string;
  readonly makeRegisters: string;
  readonly checkTask: string;
  readonly check: string;
  readonly clearMarks: string;
  readonly listCorrections: string;
  readonly nothingToCorrect: string;
  readonly chooseCorrections: (count: number) => string;
  readonly correctionsTitle: string;
  readonly correction: (correction: Correction) => string;
  readonly correct: string;
  readonly collectTask: string;
  readonly chooseFiles: string;
  readonly collectAs: string;
  readonly asSheets: string;
  readonly asRows: string;
  readonly collect: string;
  readonly noFiles: string;
  readonly readingFiles: (done: number, total: number, name: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly contradictionsTitle: (count: number) => string;
  readonly takeNone: string;
  readonly chooseAgain: string;
  readonly decideTask: string;
  readonly readiness: string;
  readonly leadership: string;
  readonly drawCount: string;
  readonly draw: string;
  readonly explained: string;
  readonly explain: string;
  readonly noticeStart: string;
  readonly notice: string;
  readonly objections: string;
  readonly finalise: string;
  readonly seal: string;
  readonly verify: string;
  readonly packet: string;
  readonly annual: string;
  readonly archiveTask: string;
  readonly archive: string;
  /** By `error.code` of Office.js; codes that are not listed get `unknownError`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly unknownError: (code: string) => string;
}

const zh: Texts = {
  language: 'zh-CN',
  title: '平时考核',
  quarter: '考核季度',
  refresh: '重新读取',
  score: '计算得分',
  review: '季度审定',
  confirm: '确认写入',
  cancel: '取消',
  starting: '正在连接 Excel…',
  ready: '请选择季度，再点“计算得分”或“季度审定”。写入前会先列出要改的内容。',
  noForms: '工作簿中没有找到带月份的测评表（附件3）。请打开含测评表的工作簿，或检查表题中的年月，再点“重新读取”。',
  noWorkbook: '这里没有打开的 Excel 工作簿。请在 Excel 的“开始”选项卡中点“打开考核窗格”。',
  excelTooOld: '当前 Excel 版本过低。请使用 Excel 2021、Microsoft 365 或网页版 Excel。',
  reading: '正在读取工作簿…',
  writing: '正在写入…',
  finishEditing: '正在等待 Excel。如果有单元格正在编辑，请按 Enter 完成或按 Esc 放弃编辑。',
  previewTitle: '将写入的内容',
  checkFirst: '请核对后再确认。确认之前，工作簿不会改动。',
  nothingToWrite: '工作簿中已是最新内容，不需要写入。',
  errorsFirst: '没有可写入的内容。请先处理下面的错误，再试一次。',
  cancelled: '已取消，工作簿没有改动。',
  written: (cells) => `已写入，共 ${cells} 个单元格。`,
  notWritten: '没有写入：预览之后工作簿有改动。请重新预览再确认。',
  undo: '撤销这次写入',
  undone: '已撤销，单元格恢复为写入前的内容。',
  notUndone: '没有撤销。',
  newSheet: (sheet) => `新建工作表“${sheet}”`,
  block: (cells, address, label) => `${address}：${label}，${cells} 个单元格`,
  overwrites: (cells) => `（其中 ${cells} 个已有内容，将被替换）`,
  newRows: (count, above) => `在第 ${above} 行上方插入 ${count} 行`,
  inputChecks: (addresses) => `录入检查：${addresses.join('、')}`,
  messages: (count) => `单元格说明：${count}处`,
  formats: '设置本程序所写单元格的格式',
  pageSetup: '页面设置（A4）',
  printColumns: (columns) => `打印区域设为 ${columns} 列`,
  frozenRows: (count) => `冻结前 ${count} 行`,
  hiddenRow: (row) => `隐藏不再需要的第${row}行`,
  shownRow: (row) => `重新显示第${row}行`,
  hiddenColumns: (address) => `隐藏程序专用列 ${address}`,
  name: (name, address) => `定义名称“${name}”：${address}`,
  problemsTitle: (count) => `需要核对的问题（${count}）`,
  noProblems: '没有发现问题。',
  severities: { error: '错误', warning: '警告', note: '提示' },
  resultTitle: '结果',
  quota: (period, { participants, goodLimit, good, over }) =>
    `${period}：参加 ${participants} 人，“好”${good} 人，名额 ${goodLimit} 人${over > 0 ? `，超出 ${over} 人` : ''}`,
  suggestions: (grade, people) => `建议“${grade}”：${people} 人`,
  noSuggestion: '暂无',
  formsTask: '制作表格',
  annexes: { 1: '附件1 每周工作记实', 2: '附件2 每月考核备案表', 3: '附件3 测评表' },
  annex: '表格',
  month: '月份',
  forWhom: '为谁制作',
  people: (choice) =>
    choice.kind === 'all'
      ? '全体人员'
      : choice.kind === 'department'
        ? choice.department
        : `${choice.department} ${choice.name}`.trim(),
  raters: '评委（每人一张测评表；不填则共用一张）',
  ratersHint: '用顿号分开，如：李局长、王局长',
  protect: '保护工作表（不设密码，只开放填写处）',
  makeForms: '生成表格',
  makeRegisters: '空白名册和登记表',
  checkTask: '检查与改正',
  check: '检查并标记',
  clearMarks: '清除标记',
  listCorrections: '可以代为改正的问题',
  nothingToCorrect: '没有可以代为改正的内容。',
  chooseCorrections: (count) => `找到 ${count} 处可以代为改正。请勾选后再确认；未勾选的不会改动。`,
  correctionsTitle: '改正前后',
  correction: ({ message }) => message,
  correct: '预览所选改正',
  collectTask: '收集填好的文件',
  chooseFiles: '选择文件（可一次选多个 .xlsx）',
  collectAs: '放入工作簿的方式',
  asSheets: '还原为表格（便于打印）',
  asRows: '汇总为行（附件3仍为测评表）',
  collect: '读取并预览',
  noFiles: '请先选择要收集的文件。',
  readingFiles: (done, total, name) => `正在读取文件：${done} / ${total}${name === '' ? '' : `（${name}）`}`,
  stop: '停止',
  stopped: '已停止，没有写入任何内容。',
  contradictionsTitle: (count) => `有 ${count} 处内容不一致，请选择以哪个文件为准`,
  takeNone: '都不采用',
  chooseAgain: '按所选重新预览',
  decideTask: '审定、公示与年度',
  readiness: '准备情况',
  leadership: '领导小组名单',
  drawCount: '抽取科室负责人（人数）',
  draw: '随机抽取',
  explained: '等次说明（人员）',
  explain: '说明依据',
  noticeStart: '公示开始日期',
  notice: '生成公示',
  objections: '复核登记',
  finalise: '定稿',
  seal: '封存审定',
  verify: '核验封存',
  packet: '纪检材料',
  annual: '年度汇总（所选季度的年份）',
  archiveTask: '归档',
  archive: '生成归档表和清单',
  errors: {
    AccessDenied: '工作表受保护，没有写入。请先取消工作表保护再试。',
    ApiNotFound: '当前 Excel 不支持所需功能，没有完成。请升级到 Excel 2021 或更高版本。',
    GeneralException: 'Excel 没有完成这一步。请稍后再试；若仍不行，请保存并重新打开工作簿。',
    InvalidOperationInCellEditMode: '有单元格正在编辑。请按 Enter 完成或按 Esc 放弃编辑，然后再试。',
    ItemAlreadyExists: '同名工作表已经存在。请改名或删除后再试。',
    ItemNotFound: '要用的工作表或单元格已不存在。请点“重新读取”后再试。',
    NonWritableWorkbook: '工作簿是只读的，没有写入。请启用编辑或另存后再试。',
    RequestAborted: '操作中断，请检查工作簿后再试。',
    RequestPayloadSizeLimitExceeded: '一次写入的内容过多。请分次处理或拆分工作簿。',
    ResponsePayloadSizeLimitExceeded: '一次读取的内容过多。请删去无关工作表后再试。',
  },
  unknownError: (code) => `没有完成（${code}）。请保存工作簿后再试；若仍不行，请把这个代码告诉管理员。`,
};

const en: Texts = {
  language: 'en',
  title: 'Routine Appraisal',
  quarter: 'Quarter',
  refresh: 'Read again',
  score: 'Scores',
  review: 'Quarterly review',
  confirm: 'Write',
  cancel: 'Cancel',
  starting: 'Connecting to Excel…',
  ready: 'Choose a quarter, then Scores or Quarterly review. Changes are listed before anything is written.',
  noForms:
    'No score sheet (附件3) with a month was found. Open a workbook that has one, or check the month in its title, then choose Read again.',
  noWorkbook: 'No Excel workbook is open here. In Excel, choose Open the pane on the Home tab.',
  excelTooOld: 'This Excel is too old. Use Excel 2021, Microsoft 365 or Excel on the web.',
  reading: 'Reading the workbook…',
  writing: 'Writing…',
  finishEditing: 'Waiting for Excel. If a cell is being edited, press Enter to finish or Esc to drop the edit.',
  previewTitle: 'What will be written',
  checkFirst: 'Please check, then confirm. The workbook does not change before that.',
  nothingToWrite: 'The workbook is up to date; there is nothing to write.',
  errorsFirst: 'There is nothing to write. Deal with the errors below, then try again.',
  cancelled: 'Cancelled; the workbook has not changed.',
  written: (cells) => `Written: ${cells} cells.`,
  notWritten: 'Nothing was written: the workbook changed after the preview. Preview again, then confirm.',
  undo: 'Undo this write',
  undone: 'Undone; the cells hold what they held before.',
  notUndone: 'Nothing was undone.',
  newSheet: (sheet) => `New sheet “${sheet}”`,
  block: (cells, address, label) => `${address}: ${label}, ${cells} cells`,
  overwrites: (cells) => ` (${cells} of them hold something now and will be replaced)`,
  newRows: (count, above) => `${count} rows inserted above row ${above}`,
  inputChecks: (addresses) => `Input checks: ${addresses.join(', ')}`,
  messages: (count) => `Messages at cells: ${count}`,
  formats: 'Formats of the cells that are written',
  pageSetup: 'Page setup (A4)',
  printColumns: (columns) => `Print area set to columns ${columns}`,
  frozenRows: (count) => `First ${count} rows frozen`,
  hiddenRow: (row) => `Row ${row}, which is not needed any more, hidden`,
  shownRow: (row) => `Row ${row} shown again`,
  hiddenColumns: (address) => `Columns for the program hidden: ${address}`,
  name: (name, address) => `Name “${name}” defined: ${address}`,
  problemsTitle: (count) => `To be checked (${count})`,
  noProblems: 'No problems found.',
  severities: { error: 'Error', warning: 'Warning', note: 'Note' },
  resultTitle: 'Result',
  quota: (period, { participants, goodLimit, good, over }) =>
    `${period}: ${participants} people, ${good} with “好” of at most ${goodLimit}${over > 0 ? `, ${over} too many` : ''}`,
  suggestions: (grade, people) => `“${grade}” suggested: ${people} people`,
  noSuggestion: 'none yet',
  formsTask: 'Make forms',
  annexes: { 1: 'Annex 1 weekly record', 2: 'Annex 2 monthly filing form', 3: 'Annex 3 score sheet' },
  annex: 'Form',
  month: 'Month',
  forWhom: 'For whom',
  people: (choice) =>
    choice.kind === 'all'
      ? 'Everybody'
      : choice.kind === 'department'
        ? choice.department
        : `${choice.department} ${choice.name}`.trim(),
  raters: 'Raters (a score sheet for each; none for a joint one)',
  ratersHint: 'Separated by commas',
  protect: 'Protect the sheets (no password, input cells stay open)',
  makeForms: 'Make forms',
  makeRegisters: 'Empty roster and register',
  checkTask: 'Check and correct',
  check: 'Check and mark',
  clearMarks: 'Clear marks',
  listCorrections: 'What can be corrected for you',
  nothingToCorrect: 'There is nothing that can be corrected for you.',
  chooseCorrections: (count) =>
    `${count} cells can be corrected. Tick them, then confirm; the others stay as they are.`,
  correctionsTitle: 'Before and after',
  correction: ({ sheet, cell, before, after }) => `${sheet} ${cell}: “${before}” becomes “${after}”`,
  correct: 'Preview what is ticked',
  collectTask: 'Collect filled-in files',
  chooseFiles: 'Files (.xlsx, several at once)',
  collectAs: 'How they go into the workbook',
  asSheets: 'As forms (to print)',
  asRows: 'As rows (annex 3 stays a score sheet)',
  collect: 'Read and preview',
  noFiles: 'Choose the files first.',
  readingFiles: (done, total, name) => `Reading files: ${done} of ${total}${name === '' ? '' : ` (${name})`}`,
  stop: 'Stop',
  stopped: 'Stopped; nothing was written.',
  contradictionsTitle: (count) => `${count} contradictions: choose the file to go by`,
  takeNone: 'Take none',
  chooseAgain: 'Preview with this choice',
  decideTask: 'Decision, notice, year',
  readiness: 'Readiness',
  leadership: 'Leadership group',
  drawCount: 'Heads of office to draw',
  draw: 'Draw by lot',
  explained: 'Explain the grade of',
  explain: 'Explain',
  noticeStart: 'First day of the notice',
  notice: 'Public notice',
  objections: 'Objections',
  finalise: 'Finalise',
  seal: 'Seal',
  verify: 'Verify the seal',
  packet: 'Discipline packet',
  annual: 'Annual summary (year of the quarter)',
  archiveTask: 'Archive',
  archive: 'Make the set and its list',
  errors: {
    AccessDenied: 'The sheet is protected; nothing was written. Unprotect it and try again.',
    ApiNotFound: 'This Excel lacks a function that is needed. Please update to Excel 2021 or later.',
    GeneralException: 'Excel did not finish this step. Try again; if it fails again, save and reopen the workbook.',
    InvalidOperationInCellEditMode: 'A cell is being edited. Press Enter or Esc, then try again.',
    ItemAlreadyExists: 'A sheet of that name exists. Rename or delete it, then try again.',
    ItemNotFound: 'A sheet or cell is no longer there. Choose Read again and retry.',
    NonWritableWorkbook: 'The workbook is read-only; nothing was written. Enable editing or save a copy first.',
    RequestAborted: 'Interrupted. Check the workbook, then try again.',
    RequestPayloadSizeLimitExceeded: 'Too much to write at once. Split the work or the workbook.',
    ResponsePayloadSizeLimitExceeded: 'Too much to read at once. Remove unrelated sheets and try again.',
  },
  unknownError: (code) => `Not done (${code}). Save the workbook and try again; if it fails again, report this code.`,
};

/** The texts for a language tag such as 'zh-CN': Chinese for Chinese, English for any other. */
export function textsFor(language: string): Texts {
  return /^zh\b/i.test(language) ? zh : en;
}
