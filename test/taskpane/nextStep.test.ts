import { previewNotice } from '../../src/excel';
import { readState } from '../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { nextStep } from '../../src/taskpane/pages/overview/OverviewPage';
import { confirmed, DECISION, decided, NAME, PEOPLE, REVIEW } from '../excel/support/decidedQuarter';
import { inExcel, sheetOf } from '../excel/support/workbooks';

const REMARK = 17;

/** The golden quarter with all decisions: also 褚强, who takes no part, which the group has to say. */
async function decidedQuarter(): Promise<WorkbookModel> {
  const workbook = await decided();
  type(workbook, '褚强', DECISION, '不参加考核');
  return workbook;
}

function type(workbook: WorkbookModel, person: string, column: number, text: string): void {
  const review = sheetOf(workbook, REVIEW);
  const row = Array.from({ length: PEOPLE }, (_, i) => 4 + i).find((each) => review.value(each, NAME) === person);
  if (row === undefined) throw new Error(`no row of ${person}`);
  review.input(row, column, text);
}

const stepOf = async (workbook: WorkbookModel) =>
  nextStep(await inExcel(workbook, () => readState({ today: '2020-10-13' })));

test('who has no decision is decided first, then a reason is written, then the notice is made', async () => {
  const workbook = await decidedQuarter();
  type(workbook, '孙伟', DECISION, '');
  expect(await stepOf(workbook)).toBe('decide');
  type(workbook, '孙伟', DECISION, '一般');
  expect(await stepOf(workbook)).toBe('reasons');
  type(workbook, '孙伟', REMARK, '会议研究');
  expect(await stepOf(workbook)).toBe('notice');
});

test('a notice that no longer says what was decided is renewed before the quarter is made final', async () => {
  const workbook = await decidedQuarter();
  await confirmed(workbook, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));
  expect(await stepOf(workbook)).toBe('finalise');
  type(workbook, '孙伟', DECISION, '一般');
  type(workbook, '孙伟', REMARK, '会议研究');
  expect(await stepOf(workbook)).toBe('renew');
});
