/** 下一步: what it names, and where it leads, through a whole quarter. */
import { previewFinalise, previewNotice, previewObjections, previewSeal } from '../../src/excel';
import { readState, type NextStep } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { zh } from '../../src/taskpane/texts/zh';
import { zhPages } from '../../src/taskpane/texts/zhPages';
import { en } from '../../src/taskpane/texts/en';
import { confirmed, decided } from './support/decidedQuarter';
import { REVIEW, ReviewPage } from './support/reviewPage';
import { all, inExcel, runReview, scoreSheet, sheetOf, workbookOf } from './support/workbooks';

const next = async (workbook: WorkbookModel, today = '2020-10-13'): Promise<NextStep> =>
  (await inExcel(workbook, () => readState({ today }))).next;
const post = (workbook: WorkbookModel) =>
  confirmed(workbook, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));

/** What the cell of a place holds in its column's heading, and in its line's 姓名. */
function at(workbook: WorkbookModel, { place }: NextStep): { heading: unknown; name: unknown } {
  const [, letter = '', digits = ''] = /^([A-Z])(\d+)$/.exec(place?.cell ?? '') ?? [];
  const sheet = sheetOf(workbook, place?.sheet ?? '');
  return { heading: sheet.value(2, letter.charCodeAt(0) - 65), name: sheet.value(Number(digits) - 1, 2) };
}

test('who has no decision is decided first, at the cell; then a reason is written, at the cell; then the notice is made', async () => {
  const workbook = await decided();
  ReviewPage.on(workbook).decide({ 孙伟: '' });
  const decide = await next(workbook);
  expect(decide).toMatchObject({ name: 'decide', count: 1, first: '孙伟', place: { sheet: REVIEW }, overdue: true });
  expect(at(workbook, decide)).toEqual({ heading: '审定等次', name: '孙伟' });
  expect(await next(workbook, '2020-10-10')).toMatchObject({ name: 'decide', overdue: false });
  ReviewPage.on(workbook).decide({ 孙伟: '一般' });
  const reasons = await next(workbook);
  expect(reasons).toMatchObject({ name: 'reasons', count: 1, first: '孙伟' });
  expect(at(workbook, reasons)).toEqual({ heading: '备注', name: '孙伟' });
  ReviewPage.on(workbook).type('孙伟', 'remark', '会议研究');
  expect(await next(workbook)).toMatchObject({ name: 'notice', place: null });
});

test('while a notice runs there is to wait, then to finalise: a reason that lacks is no next step any more', async () => {
  const workbook = await decided();
  ReviewPage.on(workbook).decide({ 孙伟: '一般' });
  await post(workbook);
  expect(await next(workbook)).toMatchObject({ name: 'reasons' });
  expect(await next(workbook, '2020-10-15')).toMatchObject({ name: 'finalise', place: null });
  ReviewPage.on(workbook).type('孙伟', 'remark', '会议研究');
  expect(await next(workbook)).toMatchObject({ name: 'wait', day: '2020-10-14' });
});

test('a notice that no longer says what was decided is renewed before the quarter is made final', async () => {
  const workbook = await decided();
  await post(workbook);
  ReviewPage.on(workbook).decide({ 孙伟: '一般' });
  ReviewPage.on(workbook).type('孙伟', 'remark', '会议研究');
  expect(await next(workbook)).toMatchObject({ name: 'renew' });
});

test('an objection is answered before all else, then the talks are held, then it is sealed, then the year comes', async () => {
  const workbook = await decided();
  await post(workbook);
  const register = sheetOf(workbook, '复核登记');
  ['园区科', '孙伟', '对等次有异议', '2020-10-13'].forEach((text, i) => register.input(1, i + 1, text));
  await confirmed(workbook, () => previewObjections({ today: '2020-10-13' }));
  expect(await next(workbook, '2020-10-16')).toMatchObject({
    name: 'answer',
    place: { sheet: '复核登记' },
    first: '孙伟',
    day: '2020-10-20',
    overdue: false,
  });
  expect(await next(workbook, '2020-10-21')).toMatchObject({ name: 'answer', overdue: true });
  register.input(1, 6, '2020-10-15');
  register.input(1, 7, '维持');
  expect(await next(workbook, '2020-10-16')).toMatchObject({ name: 'finalise' });
  await confirmed(workbook, () => previewFinalise({ quarter: '2020Q3', today: '2020-10-16' }));
  const talk = await next(workbook, '2020-10-16');
  expect(talk).toMatchObject({ name: 'followUp', place: { sheet: '结果运用' } });
  const lists = sheetOf(workbook, '结果运用');
  for (let row = 1; row < 40; row++) {
    for (const [column, text] of [
      [7, '谈话'],
      [8, '2020-10-16'],
    ] as const) {
      if (lists.value(row, 3) !== '') lists.input(row, column, text);
    }
  }
  expect(await next(workbook, '2020-10-16')).toMatchObject({ name: 'seal' });
  await confirmed(workbook, () => previewSeal({ quarter: '2020Q3', sealedOn: '2020-10-16', by: '人事科' }));
  expect(await next(workbook, '2020-10-16')).toMatchObject({ name: 'annual' });
});

test('from an empty workbook to the 审定表: a month without sheets, an error with its cell, somebody who is missing', async () => {
  const people = ['甲一', '乙二'].map((name) => ['办公室', name, ...all(90)]);
  const sheets = (months: readonly string[], lines = people) =>
    Object.fromEntries(months.map((month) => [month, scoreSheet(`2020年${month}`, lines)]));
  expect(await next(workbookOf({ 空表: [['']] }))).toMatchObject({ name: 'roster', place: null });
  expect(await next(workbookOf(sheets(['7月', '8月'])))).toMatchObject({ name: 'months', month: '2020-09' });
  const whole = sheets(['7月', '8月', '9月']);
  expect(await next(workbookOf(whole))).toMatchObject({ name: 'review' });
  const wrong = workbookOf({
    ...whole,
    '9月': scoreSheet('2020年9月', [['办公室', '甲一', '九十', ...all(90).slice(1)]]),
  });
  expect(await next(wrong)).toMatchObject({
    name: 'errors',
    count: 1,
    first: '甲一',
    problem: { code: 'SCORE_NOT_A_NUMBER' },
    place: { sheet: '9月', cell: 'C5' },
  });
  const reviewed = workbookOf(whole);
  await runReview(reviewed);
  expect(await next(reviewed)).toMatchObject({ name: 'decide', count: 2, first: '甲一' });
  const july = sheetOf(reviewed, '7月');
  ['办公室', '丙三', ...all(80)].forEach((text, column) => july.input(6, column, text));
  expect(await next(reviewed)).toMatchObject({ name: 'update', count: 1, first: '丙三' });
});

test('who takes no part waits for no decision: next step, notice and seal say so alike', async () => {
  const workbook = await decided();
  expect(ReviewPage.on(workbook).person('综合科 褚强').decision).toBe('');
  const { quarter } = await inExcel(workbook, () => readState({ today: '2020-10-13' }));
  expect(quarter?.readiness.isDecided).toBe(true);
  expect(quarter?.notice.decisionProblems).toEqual([]);
  expect(quarter?.tally).toMatchObject({
    undecided: 0,
    // Neither 褚强 nor 卫东, whom another unit assesses.
    quota: { participants: 17, goodLimit: 6 },
  });
  expect(quarter?.tally.grades).toContainEqual({ grade: '不参加考核', people: 1 });
  expect(
    (await inExcel(workbook, () => previewSeal({ quarter: '2020Q3', sealedOn: '2020-10-20' }))).seal,
  ).not.toBeNull();
});

test('buttons are named by the words that stand on them', () => {
  const anything: NextStep = {
    name: 'roster',
    place: null,
    count: 1,
    first: '',
    problem: null,
    month: null,
    day: null,
    overdue: false,
  };
  const named = [
    ['roster', 'forms', 'makeRegisters'],
    ['forms', 'forms', 'makeForms'],
    ['months', 'forms', 'makeForms'],
    ['months', 'forms', 'readFiles'],
    ['review', 'review', 'previewReview'],
    ['update', 'review', 'previewReview'],
    ['notice', 'notice', 'previewPost'],
    ['renew', 'notice', 'previewPostAgain'],
    ['finalise', 'notice', 'previewFinal'],
    ['seal', 'review', 'previewSeal'],
    ['annual', 'annual', 'preview'],
  ] as const;
  for (const [texts, pages] of [
    [zh, zhPages],
    [en, en.ofPages],
  ] as const) {
    for (const [step, page, button] of named) {
      const word: unknown = Object.entries(pages?.[page] ?? {}).find(([key]) => key === button)?.[1];
      expect(texts.overview.steps[step](anything)).toContain(`“${String(word)}”`);
    }
  }
});
