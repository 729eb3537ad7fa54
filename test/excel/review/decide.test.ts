import { applyPlan, previewDecisions, restore } from '../../../src/excel';
import { readState } from '../../../src/excel/reading/workbookState';
import type { Decision } from '../../../src/forms/review/decide';
import type { EntryLayout } from '../../../src/forms/scoring/entry';
import type { ReviewTable } from '../../../src/forms/review/table';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import { REVIEW, ReviewPage } from '../support/reviewPage';
import { contents, GOLDEN, inExcel, opened, openFixture, runReview, sheetOf } from '../support/workbooks';

/** Made once for all tests, which take a copy each. */
let made: Promise<Uint8Array> | undefined;

async function make(): Promise<Uint8Array> {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  return saveWorkbook(workbook);
}

const reviewed = async (): Promise<WorkbookModel> => opened(await (made ??= make()));

interface Seen {
  readonly table: ReviewTable;
  readonly decision: Decision;
}

/** What the pane knows when the group decides about the person on a line of the 审定表. */
async function seen(workbook: WorkbookModel, given: Omit<Decision, 'line'>, index = 0): Promise<Seen> {
  const { quarter } = await inExcel(workbook, () => readState({ quarter: '2020Q3', today: '2020-10-09' }));
  const line = quarter?.decisions?.[index];
  if (quarter?.table == null || line === undefined) throw new Error('no 审定表');
  return { table: quarter.table, decision: { ...given, line } };
}

const preview = (workbook: WorkbookModel, { table, decision }: Seen): Promise<EntryLayout> =>
  inExcel(workbook, () => previewDecisions({ table, decisions: [decision] }));

const codes = ({ problems }: EntryLayout): string[] => problems.map(({ code, cell }) => `${code} ${cell ?? ''}`);

const AS_SEEN = { grade: '较好', reason: '重点项目未完成' } as const;

test('a decision and its reason go into the person’s line, plainly, in one read and two writes; one step takes them back', async () => {
  const workbook = await reviewed();
  const before = contents(workbook);
  const { table, decision } = await seen(workbook, AS_SEEN);
  await inExcel(workbook, async (host) => {
    host.resetCounters();
    const found = await previewDecisions({ table, decisions: [decision] });
    expect(host.counters.syncs).toBe(1);
    expect(found).toMatchObject({ isPlain: true, refused: false, problems: [] });
    const applied = await applyPlan(found.plan);
    expect(host.counters.syncs).toBe(3);
    const page = ReviewPage.on(workbook);
    expect([page.sheet.value(4, 16), page.sheet.value(4, 17)]).toEqual(['较好', '重点项目未完成']);
    if (!applied.ok) throw new Error('not written');
    await restore(applied.restore);
  });
  expect(contents(workbook)).toEqual(before);
});

test('what stands there already is not written again', async () => {
  const workbook = await reviewed();
  const sheet = sheetOf(workbook, REVIEW);
  sheet.input(4, 16, '较好');
  sheet.input(4, 17, '重点项目未完成');
  expect(await preview(workbook, await seen(workbook, AS_SEEN))).toMatchObject({ plan: { sheets: [] }, isPlain: true });
});

test('a decision is taken back by none, and 备注 stays', async () => {
  const workbook = await reviewed();
  const sheet = sheetOf(workbook, REVIEW);
  sheet.input(4, 16, '一般');
  sheet.input(4, 17, '另有说明');
  const { plan } = await preview(workbook, await seen(workbook, { grade: null, reason: null }));
  await inExcel(workbook, () => applyPlan(plan));
  expect([sheet.value(4, 16), sheet.value(4, 17)]).toEqual(['', '另有说明']);
});

test('what a person typed and nobody can read as a decision is not replaced unseen', async () => {
  const workbook = await reviewed();
  sheetOf(workbook, REVIEW).input(4, 16, '优秀');
  const found = await preview(workbook, await seen(workbook, AS_SEEN));
  expect(codes(found)).toEqual(['DECISION_REPLACED Q5']);
  expect(found.isPlain).toBe(false);
});

describe('what changed since it was in view', () => {
  test.each([
    ['a decision typed meanwhile', 16, '一般', ['DECISION_REPLACED Q5'], false],
    ['a formula in the place of the decision', 16, '=L5', ['DECISION_REPLACED Q5'], false],
    ['a remark typed meanwhile', 17, '另有说明', ['DECISION_REPLACED R5'], false],
    ['another suggestion', 11, '较差', ['SUGGESTION_CHANGED L5'], true],
    ['another person in the line', 2, '张三', ['DECISION_ROW_MOVED C5'], true],
    ['another 科室 in the line', 1, '别的科', ['DECISION_ROW_MOVED C5'], true],
  ] as const)('%s', async (_name, column, input, expected, refused) => {
    const workbook = await reviewed();
    const asked = await seen(workbook, AS_SEEN);
    sheetOf(workbook, REVIEW).input(4, column, input);
    const found = await preview(workbook, asked);
    expect(codes(found)).toEqual(expected);
    expect(found).toMatchObject({ refused, isPlain: false });
  });

  test.each([16, 17])('another heading above column %i refuses', async (column) => {
    const workbook = await reviewed();
    const asked = await seen(workbook, AS_SEEN);
    sheetOf(workbook, REVIEW).input(2, column, '联系电话');
    expect(codes(await preview(workbook, asked))).toEqual(['DECISION_ROW_MOVED C5']);
  });

  test('a sheet that is gone refuses', async () => {
    const workbook = await reviewed();
    const asked = await seen(workbook, AS_SEEN);
    workbook.deleteSheet(sheetOf(workbook, REVIEW));
    expect(codes(await preview(workbook, asked))).toEqual(['DECISION_ROW_MOVED C5']);
  });

  test('a line that moved between preview and writing is not written', async () => {
    const workbook = await reviewed();
    const { plan } = await preview(workbook, await seen(workbook, AS_SEEN));
    const sheet = sheetOf(workbook, REVIEW);
    const [first, second] = [sheet.value(4, 2), sheet.value(5, 2)];
    sheet.input(4, 2, second);
    sheet.input(5, 2, first);
    const applied = await inExcel(workbook, () => applyPlan(plan));
    expect(applied.ok).toBe(false);
    expect(sheet.value(4, 16)).toBe('');
  });
});
