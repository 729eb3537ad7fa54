import type { Quota } from '../assessment/quota';
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
  readonly newSheet: (sheet: string) => string;
  readonly block: (cells: number, address: string, label: string) => string;
  readonly overwrites: (cells: number) => string;
  readonly newRows: (count: number, above: number) => string;
  readonly inputChecks: (addresses: readonly string[]) => string;
  readonly formats: string;
  readonly pageSetup: string;
  readonly printColumns: (columns: string) => string;
  readonly frozenRows: (count: number) => string;
  readonly hiddenColumns: (address: string) => string;
  readonly name: (name: string, address: string) => string;
  readonly problemsTitle: (count: number) => string;
  readonly noProblems: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly resultTitle: string;
  readonly quota: (period: string, quota: Quota) => string;
  readonly suggestions: (grade: string, people: number) => string;
  readonly noSuggestion: string;
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
  newSheet: (sheet) => `新建工作表“${sheet}”`,
  block: (cells, address, label) => `${address}：${label}，${cells} 个单元格`,
  overwrites: (cells) => `（其中 ${cells} 个已有内容，将被替换）`,
  newRows: (count, above) => `在第 ${above} 行上方插入 ${count} 行`,
  inputChecks: (addresses) => `录入检查：${addresses.join('、')}`,
  formats: '设置本程序所写单元格的格式',
  pageSetup: '页面设置（A4）',
  printColumns: (columns) => `打印区域设为 ${columns} 列`,
  frozenRows: (count) => `冻结前 ${count} 行`,
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
  newSheet: (sheet) => `New sheet “${sheet}”`,
  block: (cells, address, label) => `${address}: ${label}, ${cells} cells`,
  overwrites: (cells) => ` (${cells} of them hold something now and will be replaced)`,
  newRows: (count, above) => `${count} rows inserted above row ${above}`,
  inputChecks: (addresses) => `Input checks: ${addresses.join(', ')}`,
  formats: 'Formats of the cells that are written',
  pageSetup: 'Page setup (A4)',
  printColumns: (columns) => `Print area set to columns ${columns}`,
  frozenRows: (count) => `First ${count} rows frozen`,
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
