import type { Indicator } from '../../assessment/indicator';
import { monthTitle, quarterTitle } from '../../assessment/period';
import { addDays, dayTitle } from '../../assessment/calendarDate';
import type { Quota } from '../../assessment/quota';
import type { NextStep, NextStepName } from '../../excel/reading/workbookState';
import type { Severity } from '../../forms/grid/problem';
import type { Readiness } from '../../forms/review/readiness';
import type { Tally } from '../../forms/review/tally';
import type { Command } from './commands';
import type { Meanings } from './meanings';
import type { PageTexts } from './zhPages';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

/** 等 n 人 behind the first of several. */
const others = (count: number): string => (count > 1 ? `等 ${count} 人` : '');

const none = (): null => null;
const meanings: Meanings = {
  problem: none,
  contradiction: none,
  readiness: none,
  correction: none,
  hint: none,
  setting: none,
  version: none,
  derivation: none,
};

/**
 * What the pane says in Chinese, the language in which it is thought, before any page but the first is opened: the pages
 * bring their own (zhPages.ts). Functions take what varies.
 */
export const zh = {
  /** The language tag of these texts, for the page. */
  language: 'zh-CN',
  /** As the sheets name a command, and 操作记录 keeps it. */
  command: (command: Command): string => command,
  indicator: ({ label }: Indicator): string => label,
  month: monthTitle,
  quarter: quarterTitle,
  meanings,
  start: {
    title: '平时考核',
    connecting: '正在连接 Excel…',
    noAnswer: 'Excel 还没有应答。请关闭窗格后重新打开；若仍不行，请重新启动 Excel，再不行请告诉管理员。',
    noWorkbook: '这里没有打开的 Excel 工作簿。请在 Excel 的“开始”选项卡中点“打开考核窗格”。',
    excelTooOld: '当前 Excel 版本过低。请使用 Excel 2021、Microsoft 365 或网页版 Excel。',
  },
  shell: {
    pages: {
      overview: '概览',
      forms: '表格',
      check: '检查',
      score: '打分',
      review: '审定',
      notice: '公示',
      annual: '年度',
      settings: '设置',
    },
    navigation: '页面',
    quarter: '考核季度',
    noQuarter: '没有测评表',
    refresh: '重新读取',
    stale: '工作簿已改动，下面的结果可能已过时。',
    rereading: '工作簿已改动，正在重新读取…',
    reading: '正在读取工作簿…',
    writing: '正在写入…',
    cancel: '取消',
    cancelled: '已取消，工作簿没有改动。',
    /** Shown when a write takes long: an unfinished cell edit holds it up. */
    finishEditing: '正在等待 Excel。如果有单元格正在编辑，请点一下别的单元格，或按 Enter 完成、按 Esc 放弃编辑。',
    noAnswer: 'Excel 一直没有回应。可以继续等待；如果连接已断，请点“取消”停止等待。',
    gaveUp: '已停止等待，写入可能已经完成。恢复连接后请点“重新读取”核对，再决定是否重做。',
    written: (cells: number) => (cells > 0 ? `已写入，共 ${cells} 个单元格。` : '已写入。'),
    show: (sheet: string) => `查看“${sheet}”`,
    undo: (command: string) => `撤销“${command}”`,
    undone: '已撤销，单元格恢复为写入前的内容。',
    steps: (count: number) => `可依次撤销的步骤（${count}）`,
    step: (command: string, sheets: readonly string[], cells: number) =>
      `${command}：${sheets.join('、')}，${cells} 个单元格`,
    discardEdits: '放弃这些改动并撤销',
    needsForms: '工作簿中没有找到带月份的测评表（附件3）。请先在“表格”中制作或收集，或检查表题中的年月。',
    unexpected: '窗格出错了，工作簿没有因此改动。请重新打开窗格；若仍不行，请把下面的内容告诉管理员。',
  },
  preview: {
    title: (command: string) => `${command}：将写入的内容`,
    checkFirst: '请核对后再确认。确认之前，工作簿不会改动。',
    undoHere: '写入后要退回，请用窗格下方的“撤销”：写入会占用或清空 Excel 自己的撤销记录（Ctrl+Z）。',
    nothingToWrite: '工作簿中已是最新内容，不需要写入。',
    errorsFirst: '没有可写入的内容。请先处理下面的错误，再试一次。',
    confirm: '确认写入',
    close: '关闭',
    newSheet: (sheet: string) => `新建工作表“${sheet}”`,
    block: (cells: number, address: string, label: string) => `${address}：${label}，${cells} 个单元格`,
    overwrites: (cells: number) => `（其中 ${cells} 个已有内容，将被替换）`,
    newRows: (count: number, above: number) => `在第 ${above} 行上方插入 ${count} 行`,
    inputChecks: (addresses: readonly string[]) => `录入检查：${addresses.join('、')}`,
    messages: (count: number) => `单元格说明：${count} 处`,
    marks: (count: number) => `检查标记：${count} 处`,
    formats: '设置本程序所写单元格的格式',
    pageSetup: '页面设置（A4）',
    printColumns: (columns: string) => `打印区域设为 ${columns} 列`,
    frozenRows: (count: number) => `冻结前 ${count} 行`,
    hiddenRow: (row: number) => `隐藏不再需要的第 ${row} 行`,
    shownRow: (row: number) => `重新显示第 ${row} 行`,
    hiddenColumns: (address: string) => `隐藏程序专用列 ${address}`,
    name: (name: string, address: string) => `定义名称“${name}”：${address}`,
  },
  problems: {
    title: (count: number) => `需要核对的问题（${count}）`,
    none: '没有发现问题。',
    severities: SEVERITY_WORDS,
    counted: (severity: Severity, count: number) => `${SEVERITY_WORDS[severity]} ${count}`,
    about: (people: readonly string[]) => people.join('、'),
    places: (count: number) => `${count} 处相同，点开逐处查看`,
    more: (count: number) => `再显示 ${count} 条`,
    whole: '整个工作簿',
  },
  overview: {
    deadline: ({ deadlineText }: Readiness) => deadlineText,
    contents: '工作簿内容',
    roster: (people: number) => `人员名册：${people} 人`,
    noRoster: '没有人员名册',
    scoreSheets: (count: number) => `测评表（附件3）：${count} 张`,
    filings: (count: number) => `备案表（附件2）：${count} 份`,
    weeklyRecords: (count: number) => `周记实（附件1）：${count} 份`,
    errors: (errors: number, warnings: number) => `错误 ${errors} 个，警告 ${warnings} 个`,
    quota: '“好”的名额',
    grades: '等次分布',
    readiness: '还缺什么',
    nothingLacks: '审定所需材料已齐全。',
    next: '下一步',
    steps: {
      roster: ({ place }) =>
        place === null
          ? '先建立人员名册：请点“预览空白名册和登记表”，写入后填好人员，再制作测评表。'
          : '人员名册中还没有人员，请填写科室、姓名和职务。',
      forms: () =>
        '名册已有人员，还没有测评表（附件3）：请选好月份和评委，点“预览要制作的表格”；已有填好的文件，用“读取并预览”收集。',
      months: ({ month }) =>
        `还没有${month === null ? '' : monthTitle(month)}的测评表（附件3）：请点“预览要制作的表格”，或用“读取并预览”收集填好的文件。`,
      scores: () => '测评表还没有分数：请逐人打分，或收集填好的测评表。',
      errors: ({ count, first, problem }) =>
        `有 ${count} 处错误须先改正${count > 1 ? '，第一处' : ''}${first === '' ? '' : `（${first}）`}：${problem?.message ?? ''}`,
      review: () => '三个月的测评表已齐：请点“预览审定表”，生成季度审定表。',
      update: ({ count, first }) => `审定表上还没有${first}${others(count)}：请点“预览审定表”，补入后再审定。`,
      decide: ({ count, first, overdue }) =>
        `还有 ${count} 人没有审定等次，从${first}起：请考核领导小组审定后填入“审定等次”。${overdue ? '审定期限已过，请尽快办理。' : ''}`,
      reasons: ({ count, first }) =>
        `${first}${others(count)}的审定等次与建议等次不同而没有理由，请在审定表“备注”中写明。`,
      notice: () => '审定等次已填齐：请点“预览公示表”，公示3个工作日。',
      renew: () => '公示表与审定表不同：请点“预览更新公示表”，重新公示3个工作日。',
      answer: ({ count, first, day, overdue }) =>
        `${first}${count > 1 ? `等 ${count} 件` : ''}的异议还没有办结：${day === null ? '请先填写收到日期' : overdue ? `答复期限${dayTitle(day)}已过，请尽快答复` : `请在${dayTitle(day)}前答复`}，并填写答复日期和复核结果。`,
      wait: ({ day }) =>
        day === null
          ? '公示进行中。'
          : `公示到${dayTitle(day)}为止。期间收到异议，请记入“复核登记”；没有未办结的异议，${dayTitle(addDays(day, 1))}起可以定稿。`,
      finalise: () => '公示期已满，没有未办结的异议：请点“预览定稿”。',
      followUp: ({ count, first }) =>
        `本季度已定稿，还有 ${count} 人没有办理批评教育、警示谈话或离岗培训，从${first}起：办理后请填写方式和办理日期。`,
      seal: () => '本季度已定稿：请点“预览封存”，此后的改动都能核验出来。',
      annual: () => '本季度已定稿、封存。四个季度都办完后，请点“预览年度汇总”。',
    } as Readonly<Record<NextStepName, (step: NextStep) => string>>,
    warned: (count: number) =>
      `审定中有 ${count} 条警告（见“公示”页“审定”一步），预览时会再列出；确认后继续的，记入操作记录。`,
    open: (page: string) => `打开“${page}”页`,
    goToCell: ({ sheet, cell }: { readonly sheet: string; readonly cell: string | null }) =>
      cell === null ? `转到“${sheet}”` : `转到“${sheet}”${cell}`,
    counted: ({ by, decided, undecided }: Tally) =>
      by === '建议等次'
        ? '还没有审定，按建议等次计。'
        : `按审定等次计：已审定 ${decided} 人${undecided > 0 ? `，未审定 ${undecided} 人` : ''}。`,
    loadSample: '载入示例',
    welcome: '这个工作簿里还没有考核表格。',
  },
  pictures: {
    quota: (period: string, { participants, goodLimit, good, over, exempt = 0 }: Quota & { exempt?: number }) =>
      `${period}：参加 ${participants} 人，“好”${good} 人，名额 ${goodLimit} 人${over > 0 ? `，超出 ${over} 人` : ''}` +
      (exempt > 0 ? `；另有 ${exempt} 人直接确定为“好”，不占名额` : ''),
    grade: (grade: string, people: number) => `${grade} ${people} 人`,
    by: {
      审定等次: (period: string) => `${period}（按审定等次）`,
      建议等次: (period: string) => `${period}（按建议等次）`,
    },
    without: { 审定等次: '未审定', 建议等次: '没有建议' },
    months: (name: string, totals: string) => `${name}各月总分：${totals}`,
    noTotal: '无',
  },
  errors: {
    AccessDenied:
      'Excel 不允许写入，没有完成。工作表受保护的，请先取消工作表保护；工作簿是只读的，请启用编辑或另存后再试。',
    ApiNotFound: '当前 Excel 不支持所需功能，没有完成。请升级到 Excel 2021 或更高版本。',
    GeneralException:
      'Excel 没有完成这一步。如果正在看另一个工作簿，请先点一下这个工作簿再试；若仍不行，请保存并重新打开工作簿。',
    InsertDeleteConflict: '插入或删除行会移动表格或合并单元格，没有完成。请先把表格转换为普通区域、取消合并后再试。',
    InvalidOperation: '有单元格正在编辑。请点一下别的单元格，或按 Enter 完成、按 Esc 放弃编辑，然后再试。',
    InvalidOperationInCellEditMode:
      '有单元格正在编辑。请点一下别的单元格，或按 Enter 完成、按 Esc 放弃编辑，然后再试。',
    InvalidSelection: '正在看的是另一个工作簿，没有完成。请先点一下这个工作簿，再试一次。',
    ItemAlreadyExists: '同名工作表已经存在。请改名或删除后再试。',
    ItemNotFound: '要用的工作表或单元格已不存在。请点“重新读取”后再试。',
    NonWritableWorkbook: '工作簿是只读的，没有写入。请启用编辑或另存后再试。',
    RequestAborted: '操作中断，请检查工作簿后再试。',
    RequestPayloadSizeLimitExceeded: '一次写入的内容过多。请分次处理或拆分工作簿。',
    ResponsePayloadSizeLimitExceeded: '一次读取的内容过多。请删去无关工作表后再试。',
    ChunkLoadError: '窗格的一部分没有取到。请检查网络后重新打开窗格；工作簿没有改动。',
  } as Readonly<Record<string, string>>,
  unknownError: (code: string) => `没有完成（${code}）。请保存工作簿后再试；若仍不行，请把这个代码告诉管理员。`,
};

/** What every language has: the same keys. */
export type Texts = typeof zh & {
  /** What the other pages say; the Chinese comes with the pages. */
  readonly ofPages?: PageTexts;
};
