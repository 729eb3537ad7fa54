import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { ReviewPage } from './support/reviewPage';
import { GOLDEN, inExcel, openFixture, runReview } from './support/workbooks';

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
  const sheet = ReviewPage.on(workbook);
  sheet.people.forEach((who, i) => {
    if (i < 10) sheet.decide({ [who]: i < 8 ? '好' : i === 8 ? '不参加考核' : '不确定等次' });
  });
  const { participants, good, goodLimit, over } = (await state(workbook))?.decidedQuota ?? {};
  await sheet.calculated();
  const live = (label: string) => sheet.counts(label).at(-1);
  expect([participants, good]).toEqual([live('参加人数'), live('好')].map(Number));
  expect({ participants, good, goodLimit, over }).toEqual({ participants: 17, good: 8, goodLimit: 6, over: 2 });
});
