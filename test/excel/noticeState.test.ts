import { previewFinalise, previewNotice } from '../../src/excel';
import type { NoticeState } from '../../src/excel/reading/noticeState';
import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { reviewSheet, yearBook } from './support/annualBooks';
import { confirmed, decided } from './support/decidedQuarter';
import { REVIEW, ReviewPage } from './support/reviewPage';
import { contents, GOLDEN, inExcel, openFixture, sheetOf, workbookOf } from './support/workbooks';

async function stateOf(workbook: WorkbookModel, today: string): Promise<NoticeState> {
  const state = await inExcel(workbook, () => readState({ today }));
  if (state.quarter === null) throw new Error('no quarter');
  return state.quarter.notice;
}

const post = (workbook: WorkbookModel) =>
  confirmed(workbook, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));
const finalise = (workbook: WorkbookModel, today: string) =>
  confirmed(workbook, () => previewFinalise({ quarter: '2020Q3', today }));
const codes = (problems: NoticeState['finalObstacles']) => problems.map(({ code }) => code);

function enter(workbook: WorkbookModel, row: number, cells: readonly string[]): void {
  cells.forEach((cell, i) => sheetOf(workbook, '复核登记').input(row, 1 + i, cell));
}

test('without a 审定表 nothing can be posted or made final', async () => {
  const workbook = await openFixture(GOLDEN);
  const state = await stateOf(workbook, '2020-10-12');
  expect(state).toMatchObject({ lines: [], posted: null, hasRegister: false, objections: [], final: null });
  expect(codes(state.decisionProblems)).toEqual(['NOTICE_WITHOUT_REVIEW']);
  expect(codes(state.finalObstacles)).toEqual(['NOTICE_WITHOUT_REVIEW', 'FINAL_WITHOUT_NOTICE']);
});

test('who lacks a decision stands in the way', async () => {
  const state = await stateOf(await decided(['孙伟']), '2020-10-12');
  expect(codes(state.decisionProblems)).toEqual(['NOTICE_UNDECIDED']);
});

test('a decided quarter shows whom the notice would list, and reading writes nothing', async () => {
  const workbook = await decided();
  const before = contents(workbook);
  const state = await stateOf(workbook, '2020-10-12');
  const preview = await inExcel(workbook, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));
  expect(state.lines).toEqual(preview.lines);
  expect(state.lines).toHaveLength(13);
  expect(state.decisionProblems).toEqual([]);
  expect(contents(workbook)).toEqual(before);
});

describe('a posted notice', () => {
  test('has its period, and is no longer true once a decision changes', async () => {
    const workbook = await decided();
    await post(workbook);
    const state = await stateOf(workbook, '2020-10-13');
    expect(state.posted).toEqual({
      sheet: '公示',
      period: { from: '2020-10-12', to: '2020-10-14' },
      differs: false,
    });
    expect(state.hasRegister).toBe(true);
    expect(codes(state.finalObstacles)).toEqual(['FINAL_TOO_EARLY']);
    ReviewPage.on(workbook).decide({ 孙伟: '一般' });
    expect((await stateOf(workbook, '2020-10-13')).posted?.differs).toBe(true);
  });

  test('whose period cannot be read has none', async () => {
    const workbook = await decided();
    await post(workbook);
    sheetOf(workbook, '公示').input(1, 0, '公示期三天。');
    const state = await stateOf(workbook, '2020-10-15');
    expect(state.posted?.period).toBeNull();
    expect(codes(state.finalObstacles)).toEqual(['FINAL_PERIOD_UNREADABLE']);
  });

  test('its objections are those to the quarter, with their days', async () => {
    const workbook = await decided();
    await post(workbook);
    enter(workbook, 1, ['园区科', '孙伟', '对等次有异议', '2020-10-13']);
    enter(workbook, 2, ['外资科', '赵敏', '请复核', '']);
    enter(workbook, 3, ['财务科', '周丽', '请复核', '2020-10-12', '', '2020-10-13', '维持']);
    const { objections, objectionProblems, finalObstacles } = await stateOf(workbook, '2020-10-21');
    expect(
      objections.map(({ name, cell, deadline, open, overdue }) => ({ name, cell, deadline, open, overdue })),
    ).toEqual([
      { name: '孙伟', cell: 'C2', deadline: '2020-10-20', open: true, overdue: true },
      { name: '赵敏', cell: 'C3', deadline: null, open: true, overdue: false },
      { name: '周丽', cell: 'C4', deadline: '2020-10-19', open: false, overdue: false },
    ]);
    expect(codes(objectionProblems)).toEqual(['OBJECTION_OVERDUE', 'OBJECTION_UNDATED']);
    expect(codes(finalObstacles)).toEqual(['FINAL_OBJECTION_OPEN', 'FINAL_OBJECTION_OPEN']);
  });
});

test('a final quarter has its line and what follows from the grades', async () => {
  const workbook = await decided();
  await post(workbook);
  await finalise(workbook, '2020-10-15');
  const sheet = sheetOf(workbook, '结果运用');
  ['警示谈话', '2020-10-16'].forEach((cell, i) => sheet.input(7, 7 + i, cell));
  const { final, followUp, finalObstacles } = await stateOf(workbook, '2020-10-16');
  expect(final).toEqual({
    sheet: REVIEW,
    cell: 'K2',
    text: '定稿：2020年10月15日（公示期2020年10月12日至10月14日已满，无未办结的异议）',
  });
  expect(finalObstacles).toEqual([]);
  expect(followUp.map(({ name, grade, done }) => `${name} ${grade} ${done}`)).toEqual([
    '王建国 好 false',
    '李晓梅 好 false',
    '阿卜杜拉·买买提 好 false',
    '蒋欣 好 false',
    '杨帆 好 false',
    '朱琳 好 false',
    '孙伟 较差 true',
  ]);
  expect(followUp[6]).toMatchObject({ sheet: '结果运用', cell: 'H8', method: '警示谈话', date: '2020年10月16日' });
});

describe('years', () => {
  const years = (workbook: WorkbookModel) =>
    inExcel(workbook, async () => (await readState({ today: '2021-03-01' })).years);

  test('are those of the score sheets and of the 审定表, latest first', async () => {
    expect(await years(await openFixture(GOLDEN))).toEqual([2020]);
    expect(await years(yearBook({ 甲: '好 好 好 好' }, { 旧: reviewSheet('2019Q4', []) }))).toEqual([2020, 2019]);
    expect(await years(workbookOf({ Sheet1: [['审定']] }))).toEqual([]);
  });
});
