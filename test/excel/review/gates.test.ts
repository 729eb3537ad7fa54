/** What the group is warned of after it has decided, wherever it goes on (三（二）4–5). */
import { applyPlan, previewFinalise, previewNotice, previewSeal } from '../../../src/excel';
import type { Preview } from '../../../src/excel/commands/preview';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { confirmed } from '../support/decidedQuarter';
import { ReviewPage } from '../support/reviewPage';
import { all, contents, inExcel, runReview, scoreSheet, workbookOf } from '../support/workbooks';

const NAMES = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八'];
const QUARTER = '2020Q3';

/** Eight people, limit 3: four are decided 好, 丁四 without a reason; opinions and the group lack. */
async function decided(): Promise<WorkbookModel> {
  const people = NAMES.map((name, i) => ['办公室', name, ...all(i < 3 ? 90 : 80)]);
  const months = ['7月', '8月', '9月'].map((month) => [month, scoreSheet(`2020年${month}`, people)] as const);
  const workbook = workbookOf(Object.fromEntries(months));
  await runReview(workbook);
  ReviewPage.on(workbook).decide(Object.fromEntries(NAMES.map((name, i) => [name, i < 4 ? '好' : '较好'])));
  return workbook;
}

const gates: readonly [string, () => Promise<Preview>][] = [
  ['公示', () => previewNotice({ quarter: QUARTER, start: '2020-10-12' })],
  ['封存', () => previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20', by: '人事科' })],
];

function expectWarnings({ problems, refused }: Preview): void {
  const said = problems.map(({ severity, code, message }) => `${severity} ${code} ${message}`);
  expect(said).toContainEqual(expect.stringMatching(/^warning DECIDED_OVER .*审定为“好”4人.*上限3人，超出1人/));
  expect(said).toContainEqual(expect.stringMatching(/^warning REVIEW_REASON_MISSING .*丁四/));
  expect(said).toContainEqual(expect.stringMatching(/^warning GATE_LACKS .*没有机关党委意见/));
  expect(said).toContainEqual(expect.stringMatching(/^warning GATE_LACKS .*没有纪检监察意见/));
  expect(said).toContainEqual(expect.stringMatching(/^warning GATE_LACKS .*没有2020年第三季度的考核领导小组名单/));
  expect(refused).toBe(false);
}

test.each(gates)(
  '%s warns of the limit by decisions, of reasons, opinions and the group, and goes on',
  async (_gate, command) => {
    const workbook = await decided();
    const preview = await inExcel(workbook, command);
    expectWarnings(preview);
    await inExcel(workbook, () => applyPlan(preview.plan, { log: { command: '下一步', time: '2020-10-12 09:00' } }));
    const log = Object.entries(contents(workbook)).filter(([cell]) => cell.startsWith('操作记录'));
    expect(log.filter(([, text]) => text === '提示后继续')).toHaveLength(5);
    expect(log.map(([, text]) => String(text)).join()).toContain('审定为“好”4人');
  },
);

test('定稿 warns likewise', async () => {
  const workbook = await decided();
  await confirmed(workbook, () => previewNotice({ quarter: QUARTER, start: '2020-10-12' }));
  expectWarnings(await inExcel(workbook, () => previewFinalise({ quarter: QUARTER, today: '2020-10-20' })));
});

test('a review that is run again counts the decisions beside the suggestions', async () => {
  const { problems } = await runReview(await decided());
  expect(problems.filter(({ code }) => code === 'DECIDED_OVER')).toHaveLength(1);
});
