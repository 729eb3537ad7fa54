/** What the group is warned of after it has decided, wherever it goes on (三（二）4–5). */
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { applyPlan, previewFinalise, previewNotice, previewSeal } from '../../../src/excel';
import type { Preview } from '../../../src/excel/commands/preview';
import { readState } from '../../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { NoticePage } from '../../../src/taskpane/pages/notice/NoticePage';
import { OverviewPage } from '../../../src/taskpane/pages/overview/OverviewPage';
import { ReviewPage as ReviewOfPane } from '../../../src/taskpane/pages/review/ReviewPage';
import { PaneContext } from '../../../src/taskpane/state/paneContext';
import { zh } from '../../../src/taskpane/texts/zh';
import { idlePane } from '../../taskpane/idlePane';
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

test('what the pane shows counts the decisions, says so, and warns at every gate', async () => {
  const workbook = await decided();
  const state = await inExcel(workbook, () => readState({ today: '2020-10-12' }));
  expect(state.quarter?.tally).toMatchObject({
    by: '审定等次',
    decided: 8,
    undecided: 0,
    quota: { participants: 8, good: 4, goodLimit: 3, over: 1 },
  });
  const shown = (page: ReactNode) =>
    renderToStaticMarkup(createElement(PaneContext.Provider, { value: { ...idlePane(zh), state } }, page));
  const overview = shown(createElement(OverviewPage));
  expect(overview).toContain('2020年第三季度（按审定等次）：参加 8 人，“好”4 人，名额 3 人，超出 1 人');
  expect(overview).toContain('按审定等次计：已审定 8 人。');
  expect(overview).toMatch(/class="chip [a-z-]*">好 4 </);
  const review = shown(createElement(ReviewOfPane));
  // The limit stands above the list of those who are decided about, once.
  expect(review).not.toContain('（按建议等次）');
  expect(review).toMatch(/审定为“好”4人，参加8人，上限3人，超出1人/);
  expect(review).toContain('审定中尚有 5 条警告');
  const notice = shown(createElement(NoticePage));
  for (const warned of [
    '超出1人',
    '丁四的审定等次“好”与建议等次“较好”不同',
    '没有机关党委意见',
    '没有纪检监察意见',
    '领导小组名单',
  ]) {
    expect(notice).toContain(warned);
  }
  expect(notice).toContain('已审定 8 人，警告 5 条');
  // 公示 and 定稿
  expect(notice.split('审定中尚有 5 条警告')).toHaveLength(3);
  expect(notice).not.toContain('没有需要提醒的');
});

test('before anybody is decided the suggestions are counted, and the pages say so', async () => {
  const workbook = await decided();
  ReviewPage.on(workbook).decide(Object.fromEntries(NAMES.map((name) => [name, ''])));
  const state = await inExcel(workbook, () => readState({ today: '2020-10-12' }));
  const overview = renderToStaticMarkup(
    createElement(PaneContext.Provider, { value: { ...idlePane(zh), state } }, createElement(OverviewPage)),
  );
  expect(overview).toContain('2020年第三季度（按建议等次）：参加 8 人，“好”3 人，名额 3 人');
  expect(overview).toContain('还没有审定，按建议等次计。');
});
