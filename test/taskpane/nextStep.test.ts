import { previewNotice } from '../../src/excel';
import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { nextStep } from '../../src/taskpane/pages/overview/nextStep';
import { confirmed, decided } from '../excel/support/decidedQuarter';
import { ReviewPage } from '../excel/support/reviewPage';
import { inExcel } from '../excel/support/workbooks';

/** The golden quarter with all decisions: also 褚强, who takes no part, which the group has to say. */
async function decidedQuarter(): Promise<WorkbookModel> {
  const workbook = await decided();
  ReviewPage.on(workbook).decide({ 褚强: '不参加考核' });
  return workbook;
}

const stepOf = async (workbook: WorkbookModel) =>
  nextStep(await inExcel(workbook, () => readState({ today: '2020-10-13' })));

test('who has no decision is decided first, then a reason is written, then the notice is made', async () => {
  const workbook = await decidedQuarter();
  ReviewPage.on(workbook).decide({ 孙伟: '' });
  expect(await stepOf(workbook)).toBe('decide');
  ReviewPage.on(workbook).decide({ 孙伟: '一般' });
  expect(await stepOf(workbook)).toBe('reasons');
  ReviewPage.on(workbook).type('孙伟', 'remark', '会议研究');
  expect(await stepOf(workbook)).toBe('notice');
});

test('a notice that no longer says what was decided is renewed before the quarter is made final', async () => {
  const workbook = await decidedQuarter();
  await confirmed(workbook, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));
  expect(await stepOf(workbook)).toBe('finalise');
  ReviewPage.on(workbook).decide({ 孙伟: '一般' });
  ReviewPage.on(workbook).type('孙伟', 'remark', '会议研究');
  expect(await stepOf(workbook)).toBe('renew');
});
