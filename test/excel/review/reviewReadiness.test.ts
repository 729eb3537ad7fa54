import { quarterReadiness, type ReadinessOptions } from '../../../src/excel';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { ReviewPage } from '../support/reviewPage';
import { contents, GOLDEN, inExcel, openFixture, runReview } from '../support/workbooks';

const kinds = async (workbook: WorkbookModel, more: Partial<ReadinessOptions> = {}) =>
  inExcel(workbook, async () =>
    (await quarterReadiness({ quarter: '2020Q3', ...more })).items.map(({ kind, people }) => [kind, people.length]),
  );
const WITHOUT_RECORDS = [
  ['缺备案表', 0],
  ['缺备案表', 0],
  ['缺备案表', 0],
];

test('the golden quarter lacks its 附件2, its 审定表 and the list of the group; reading it writes nothing', async () => {
  const workbook = await openFixture(GOLDEN);
  const before = contents(workbook);
  expect(await kinds(workbook)).toEqual([...WITHOUT_RECORDS, ['缺审定表', 0], ['缺领导小组名单', 0]]);
  expect(contents(workbook)).toEqual(before);
});

test('when it is reviewed, opinions and decisions are what lacks, until they are typed', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  // 卫东 is assessed elsewhere: no opinion and no decision; nor of 褚强, who takes no part.
  expect(await kinds(workbook, { today: '2020-10-12' })).toEqual([
    ...WITHOUT_RECORDS,
    ['缺机关党委意见', 17],
    ['缺纪检监察意见', 17],
    ['未审定', 17],
    ['缺领导小组名单', 0],
    ['逾期', 0],
  ]);
  const review = ReviewPage.on(workbook);
  for (const who of review.people) {
    review.type(who, 'party', '同意');
    review.type(who, 'discipline', '无异议');
    review.type(who, 'decision', '一般');
    review.type(who, 'remark', '会议研究');
  }
  expect(await kinds(workbook, { today: '2020-10-12' })).toEqual([...WITHOUT_RECORDS, ['缺领导小组名单', 0]]);
});
