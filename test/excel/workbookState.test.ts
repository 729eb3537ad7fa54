import { check } from '../../src/excel';
import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { ReviewPage } from './support/reviewPage';
import { GOLDEN, inExcel, openFixture, runReview } from './support/workbooks';

const state = async (workbook: WorkbookModel) =>
  (await inExcel(workbook, () => readState({ today: '2020-10-09' }))).quarter;

test('before the group has begun the suggestions are counted, and it is said', async () => {
  const workbook = await openFixture(GOLDEN);
  const first = await state(workbook);
  expect([first?.tally.by, first?.tally.quota]).toEqual(['建议等次', first?.review.quarterQuota]);
  await runReview(workbook);
  const { tally, warnings } = (await state(workbook)) ?? {};
  expect(tally).toMatchObject({ by: '建议等次', decided: 0, undecided: 17 });
  expect(warnings).toEqual([]);
});

test('what is decided is counted as the 审定表 counts it, whoever is taken out of the assessment', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const sheet = ReviewPage.on(workbook);
  sheet.people.forEach((who, i) => {
    if (i < 10) sheet.decide({ [who]: i < 8 ? '好' : i === 8 ? '不参加考核' : '不确定等次' });
  });
  const { tally } = (await state(workbook)) ?? {};
  const { participants, good, goodLimit, over } = tally?.quota ?? {};
  await sheet.calculated();
  const live = (label: string) => sheet.counts(label).at(-1);
  expect([participants, good]).toEqual([live('参加人数'), live('好')].map(Number));
  expect({ participants, good, goodLimit, over }).toEqual({ participants: 16, good: 8, goodLimit: 6, over: 2 });
  expect(tally).toMatchObject({ by: '审定等次', decided: 10 });
  const people = (grade: string | null) => tally?.grades.find((each) => each.grade === grade)?.people;
  expect([people('好'), people('较好'), people('不参加考核'), people(null)]).toEqual([8, 0, 2, tally?.undecided]);
});

test('the pane says of a workbook what the check says', async () => {
  const workbook = await openFixture(GOLDEN);
  const notes = workbook.addSheet('请假情况');
  [
    ['姓名', '假别'],
    ['王建国', '病假'],
  ].forEach((line, row) => line.forEach((text, column) => notes.input(row, column, text)));
  const [shown, said] = await inExcel(workbook, async () => [
    (await readState({ today: '2020-10-09' })).problems,
    (await check({ today: '2020-10-09' })).problems,
  ]);
  expect(shown).toEqual(said);
  expect(shown.map(({ message }) => message)).toContainEqual(expect.stringContaining('请假情况：未使用'));
});
