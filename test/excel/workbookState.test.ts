import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { GOLDEN, inExcel, openFixture, runReview, sheetOf, shown } from './support/workbooks';

const SHEET = '2020年第三季度审定表';
const DECISION = 16;

const state = async (workbook: WorkbookModel) =>
  (await inExcel(workbook, () => readState({ today: '2020-10-09' }))).quarter;

test('nothing is counted as decided before the group has begun', async () => {
  const workbook = await openFixture(GOLDEN);
  expect((await state(workbook))?.decidedQuota).toBeNull();
  await runReview(workbook);
  expect((await state(workbook))?.decidedQuota).toBeNull();
});

test('what is decided is counted as the 审定表 counts it, whoever is taken out of the assessment', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const sheet = sheetOf(workbook, SHEET);
  const decide = (row: number, grade: string) => sheet.input(row, DECISION, grade);
  [4, 5, 6, 7, 8, 9, 10, 11].forEach((row) => decide(row, '好'));
  decide(12, '不参加考核');
  decide(13, '不确定等次');
  const { participants, good, goodLimit, over } = (await state(workbook))?.decidedQuota ?? {};
  const lines = (await shown(workbook, SHEET, 'A24:R30')).map((line) => line.filter((cell) => cell !== ''));
  const live = (label: string) => lines.find(([first]) => first === label)?.at(-1);
  expect([participants, good]).toEqual([live('参加人数'), live('好')].map(Number));
  expect({ participants, good, goodLimit, over }).toEqual({ participants: 17, good: 8, goodLimit: 6, over: 2 });
});
