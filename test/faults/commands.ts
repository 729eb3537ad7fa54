import { readFileSync } from 'node:fs';
import * as excel from '../../src/excel';
import { readState } from '../../src/excel/reading/workbookState';
import type { Decision } from '../../src/forms/review/decide';
import type { Plan } from '../../src/forms/grid/plan';
import { NO_CHOICES } from '../../src/forms/import/choices';
import { readFiles } from '../../src/files';
import { snapshotOf } from '../../src/files/workbookSnapshot';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { decided, decidedAll } from '../excel/support/decidedQuarter';
import { filingFile, readAll, task, weeklyFile } from '../excel/support/personFiles';
import { GOLDEN, inExcel, openFixture, runReview, sheetOf, workbookOf } from '../excel/support/workbooks';

/** A command in a state of the workbook. */
export interface FaultCommand {
  readonly name: string;
  readonly state: () => Promise<WorkbookModel>;
  /** Of the workbook that is open. */
  readonly plan: () => Promise<Plan>;
  /** Once it is done it is refused, as a draw is. */
  readonly onlyOnce?: boolean;
}

const QUARTER = '2020Q3';
const sample = (): Promise<WorkbookModel> => openFixture(GOLDEN);

async function plain(preview: Promise<{ readonly plan: Plan; readonly refused?: boolean }>): Promise<Plan> {
  const { plan, refused = false } = await preview;
  if (refused) throw new Error(plan.problems.map(({ message }) => message).join('\n'));
  return plan;
}

/** Gives a command and confirms its preview. */
async function given(workbook: WorkbookModel, command: () => Promise<{ readonly plan: Plan }>): Promise<WorkbookModel> {
  await inExcel(workbook, async () => {
    const applied = await excel.applyPlan((await command()).plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
  });
  return workbook;
}

async function reviewed(): Promise<WorkbookModel> {
  const workbook = await sample();
  await runReview(workbook);
  return workbook;
}

async function withNewcomer(): Promise<WorkbookModel> {
  const workbook = await reviewed();
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  let row = 4;
  while (sheet.value(row, 1) !== '') row++;
  ['财务科', '新人甲', 80, 81, 82, 83, 84, 85, 86].forEach((input, column) => sheet.input(row, column, input));
  return workbook;
}

async function messy(): Promise<WorkbookModel> {
  const workbook = await sample();
  const sheet = workbook.sheets[0];
  sheet?.input(4, 2, "'85分");
  sheet?.input(5, 3, "'８６");
  sheet?.input(6, 4, 'abc');
  return workbook;
}

async function marked(): Promise<WorkbookModel> {
  const workbook = await given(await messy(), () => excel.previewCheck());
  workbook.sheets[0]?.input(8, 5, 'xyz');
  return workbook;
}

const noticed = async (): Promise<WorkbookModel> =>
  given(await decided(), () => excel.previewNotice({ quarter: QUARTER, start: '2020-10-12' }));
const settled = async (): Promise<WorkbookModel> => given(await sample(), () => excel.previewSettings({ rounding: 2 }));
const explained = async (): Promise<WorkbookModel> =>
  given(await reviewed(), () => excel.previewExplanations({ quarter: QUARTER }));
const archived = async (): Promise<WorkbookModel> => {
  const workbook = await given(await sample(), () => excel.previewArchive({ month: '2020-07' }));
  workbook.sheets[0]?.input(4, 2, 61);
  return workbook;
};
const sealed = async (): Promise<WorkbookModel> => {
  const workbook = await given(await decidedAll(), () =>
    excel.previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20' }),
  );
  workbook.sheets[0]?.input(4, 2, 61);
  return workbook;
};

/** 操作记录 and 封存记录 in front of a sheet that somebody added. */
async function recordsInFront(): Promise<WorkbookModel> {
  const workbook = await decidedAll();
  await inExcel(workbook, async () => {
    const { plan } = await excel.previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20' });
    await excel.applyPlan(plan, { log: { command: '封存', time: '2020-10-20 09:00' } });
  });
  workbook.addSheet('我的表').input(0, 0, '勿动');
  return workbook;
}

async function led(): Promise<WorkbookModel> {
  const workbook = await sample();
  for (const row of [3, 4, 7]) sheetOf(workbook, '人员名册').input(row, 4, '科长');
  return given(workbook, () => excel.previewLeadership({ quarter: QUARTER }));
}

const files = (): ReturnType<typeof readAll> =>
  readAll(
    weeklyFile('张三', '2020-07-06', '2020-07-10', [task('报表', '已完成', '7月8日'), task('走访', '进行中')]),
    filingFile('张三', '2020-07'),
  );

/** The first two people of the 审定表, the second with a reason. */
async function decisionPlan(): Promise<Plan> {
  const { quarter } = await readState({ quarter: QUARTER, today: '2020-10-09' });
  if (quarter?.table == null) throw new Error('no 审定表');
  const { table, decisions: lines } = quarter;
  const decisions = (lines ?? []).slice(0, 2).map((line, i): Decision => ({
    line,
    grade: i === 0 ? '好' : '一般',
    reason: i === 0 ? null : '牵头完成重点项目',
  }));
  return plain(excel.previewDecisions({ table, decisions }));
}

async function scorePlan(): Promise<Plan> {
  const { book } = await excel.previewScore();
  const line = book.scores.find(({ row }) => row.scores.every((score) => score !== null));
  if (line === undefined) throw new Error('nobody has scores');
  const seen = line.row.scores.map((score) => score?.toString() ?? '');
  return plain(
    excel.previewScoreEntry({ form: line.form, row: line.row, scores: [90, 85.5, 88, 89, 91, 86, 87], seen }),
  );
}

/** Leave for the register that is there, people for the roster, an earlier 审定表, and what headings mean. */
async function importPlan(): Promise<Plan> {
  const outside = workbookOf({
    请假情况: [
      ['姓名', '假别', '起', '止'],
      ['李晓梅', '病假', '2020.7.6', '2020.7.8'],
    ],
    名册: [
      ['科室', '姓名', '职务', '身份'],
      ['外贸科', '新人甲', '科员', '公务员'],
    ],
    一季度: [['2020年第一季度公务员平时考核审定表'], ['姓名', '审定等次'], ['李晓梅', '好']],
  });
  const bytes = await saveWorkbook(outside);
  const read = await readFiles([{ name: '别的.xlsx', bytes: () => Promise.resolve(bytes) }]);
  const headings = new Map([
    ['假别', '情形'],
    ['起', '开始日期'],
    ['止', '结束日期'],
  ]);
  return plain(excel.previewImport(read, { ...NO_CHOICES, headings }));
}

async function samplePlan(): Promise<Plan> {
  const read = await snapshotOf(readFileSync(GOLDEN));
  if (!read.ok) throw new Error('the sample cannot be read');
  return plain(excel.previewSample(read.snapshot));
}

/** Every command that writes, some in several states. */
export const FAULT_COMMANDS: readonly FaultCommand[] = [
  { name: '计算得分', state: sample, plan: () => plain(excel.previewScore()) },
  { name: '季度审定', state: sample, plan: () => plain(excel.previewReview({ quarter: QUARTER })) },
  { name: '季度审定（有新增人员）', state: withNewcomer, plan: () => plain(excel.previewReview({ quarter: QUARTER })) },
  { name: '检查', state: messy, plan: () => plain(excel.previewCheck()) },
  { name: '检查（再次）', state: marked, plan: () => plain(excel.previewCheck()) },
  { name: '清除标记', state: marked, plan: () => plain(excel.previewClearMarks()) },
  {
    name: '改正',
    state: messy,
    plan: async () => plain(excel.previewCorrections((await excel.listCorrections()).map(({ id }) => id))),
  },
  {
    name: '制作附件1',
    state: sample,
    plan: () => plain(excel.previewForms({ annex: 1, month: '2020-10', people: { kind: 'all' } })),
  },
  {
    name: '制作附件3',
    state: sample,
    plan: () =>
      plain(
        excel.previewForms({
          annex: 3,
          month: '2020-10',
          people: { kind: 'all' },
          raters: ['甲', '乙'],
          protect: true,
        }),
      ),
  },
  {
    name: '新建工作簿',
    state: sample,
    plan: () =>
      plain(
        excel.previewNewWorkbook({
          authority: '某局',
          weights: [20, 10, 10, 10, 30, 10, 10],
          raters: ['李局长'],
          quarter: '2020Q3',
        }),
      ),
  },
  { name: '登记表', state: sample, plan: () => plain(excel.previewRegisters()) },
  { name: '工作日历', state: sample, plan: () => plain(excel.previewCalendarSheet()) },
  { name: '收集（表）', state: sample, plan: async () => plain(excel.previewCollect(await files(), { as: 'sheets' })) },
  { name: '收集（行）', state: sample, plan: async () => plain(excel.previewCollect(await files(), { as: 'rows' })) },
  { name: '导入', state: sample, plan: importPlan },
  { name: '归档', state: sample, plan: () => plain(excel.previewArchive({ month: '2020-07' })) },
  {
    name: '归档（记录在前）',
    state: recordsInFront,
    plan: () => plain(excel.previewArchive({ month: '2020-07' })),
  },
  { name: '归档（再次）', state: archived, plan: () => plain(excel.previewArchive({ month: '2020-07' })) },
  { name: '公示', state: decided, plan: () => plain(excel.previewNotice({ quarter: QUARTER, start: '2020-10-12' })) },
  {
    name: '公示（再次）',
    state: noticed,
    plan: () => plain(excel.previewNotice({ quarter: QUARTER, start: '2020-10-19' })),
  },
  {
    name: '定稿',
    state: noticed,
    plan: () => plain(excel.previewFinalise({ quarter: QUARTER, today: '2020-10-20', includeFair: true })),
  },
  {
    name: '封存',
    state: decidedAll,
    plan: () => plain(excel.previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20', by: '李明' })),
  },
  {
    name: '封存（重新）',
    state: sealed,
    plan: () => plain(excel.previewSeal({ quarter: QUARTER, sealedOn: '2020-10-21', by: '李明', renew: true })),
  },
  { name: '纪检材料', state: decided, plan: () => plain(excel.previewPacket({ quarter: QUARTER })) },
  { name: '年度汇总', state: decided, plan: () => plain(excel.previewAnnual({ year: 2020 })) },
  { name: '考核领导小组', state: sample, plan: () => plain(excel.previewLeadership({ quarter: QUARTER })) },
  {
    name: '抽取成员',
    onlyOnce: true,
    state: led,
    plan: () => plain(excel.previewDraw({ quarter: QUARTER, count: 1, date: '2020-09-30', random: () => 1 })),
  },
  { name: '打分', state: sample, plan: scorePlan },
  { name: '审定', state: reviewed, plan: decisionPlan },
  { name: '设置（新建）', state: sample, plan: () => plain(excel.previewSettings({ rounding: 2 })) },
  {
    name: '设置（修改）',
    state: settled,
    plan: () => plain(excel.previewSettings({ rounding: 1, atLeastOneGood: true })),
  },
  { name: '等次说明', state: reviewed, plan: () => plain(excel.previewExplanations({ quarter: QUARTER })) },
  {
    name: '清除等次说明',
    state: explained,
    plan: () => plain(excel.previewExplanations({ quarter: QUARTER, remove: true })),
  },
  {
    name: '载入示例',
    state: async () => (await import('../excel/support/workbooks')).workbookOf({ 我的表: [['备注', '勿动']] }),
    plan: samplePlan,
  },
];
