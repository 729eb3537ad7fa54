import { largeWorkbook } from '../../../scripts/largeWorkbook';
import { applyPlan, previewReview, restore } from '../../../src/excel';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { ReviewPage } from '../support/reviewPage';
import { all, inExcel, opened, runReview, sheetOf } from '../support/workbooks';

const REVIEW = '2020年第三季度审定表';

async function reviewed(people: number): Promise<WorkbookModel> {
  const workbook = await opened(await largeWorkbook(people));
  await runReview(workbook);
  return workbook;
}

// Reviews of many people: a busy machine takes minutes.
jest.setTimeout(300_000);

/** So many people come into each month's score sheet, where its remark stood. */
function addPeople(workbook: WorkbookModel, present: number, count: number): void {
  for (const month of [7, 8, 9]) {
    const sheet = sheetOf(workbook, `2020年${month}月测评表`);
    for (let i = 0; i < count; i++) {
      const line = [
        '综合1科',
        `王${'甲乙丙丁戊己庚辛壬癸'[i % 10] ?? ''}${'一二三四五'[Math.floor(i / 10)] ?? ''}`,
        ...all(80),
      ];
      line.forEach((input, column) => sheet.input(4 + present + i, column, input));
    }
  }
}

/** 0-based rows that begin a page. */
const breaksOf = (workbook: WorkbookModel) =>
  (sheetOf(workbook, REVIEW).data.rowBreaks ?? []).map((before) => before + 1);
const firstOfLast = (workbook: WorkbookModel, people = 3) => ReviewPage.on(workbook).below - people;

test('the signatures keep to the last three people, also once more people were added below', async () => {
  const workbook = await reviewed(30);
  expect(breaksOf(workbook)).toEqual([firstOfLast(workbook)]);
  const before = breaksOf(workbook);
  addPeople(workbook, 30, 20);
  await runReview(workbook);
  expect(ReviewPage.on(workbook).people).toHaveLength(50);
  expect(breaksOf(workbook)).toEqual([firstOfLast(workbook)]);
  expect(breaksOf(workbook)).not.toEqual(before);
  const { plan } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
  expect(plan.sheets.flatMap(({ pageBreaks }) => pageBreaks)).toEqual([]);
});

test('a page break is made once the people no longer have room on one page', async () => {
  const workbook = await reviewed(1);
  expect(breaksOf(workbook)).toEqual([]);
  addPeople(workbook, 1, 12);
  await runReview(workbook);
  expect(breaksOf(workbook)).toEqual([firstOfLast(workbook)]);
});

test('a break that somebody made stays, and one that somebody took away stays away', async () => {
  const made = await reviewed(30);
  const sheet = sheetOf(made, REVIEW);
  sheet.data.rowBreaks = [11, ...(sheet.data.rowBreaks ?? [])];
  addPeople(made, 30, 5);
  await runReview(made);
  expect(breaksOf(made)).toEqual([12, firstOfLast(made)]);

  const taken = await reviewed(30);
  sheetOf(taken, REVIEW).data.rowBreaks = [];
  addPeople(taken, 30, 5);
  await runReview(taken);
  expect(breaksOf(taken)).toEqual([]);
});

test('fewer people stay with the signatures where their rows leave no room for three', async () => {
  const workbook = await opened(await largeWorkbook(12));
  const scores = sheetOf(workbook, '2020年7月测评表');
  const register = workbook.addSheet('特殊情形登记');
  const headings = ['科室', '姓名', '情形', '开始日期', '结束日期', '作用范围', '依据', '批准人', '批准日期'];
  headings.forEach((text, column) => register.input(0, column, text));
  const basis = '疫情防控中表现突出，市委市政府通报表扬';
  for (let i = 0; i < 3; i++) {
    const who = [0, 1].map((column) => scores.text(4 + 9 + i, column));
    const line = [...who, '直接确定为好', '2020-08-10', '', '季', basis, '局党组', '2020-09-30'];
    line.forEach((text, column) => register.input(1 + i, column, text));
  }
  await runReview(workbook);
  expect(breaksOf(workbook)).toEqual([firstOfLast(workbook, 1)]);
});

test('undo puts the breaks back with the people', async () => {
  const workbook = await reviewed(30);
  const before = breaksOf(workbook);
  addPeople(workbook, 30, 5);
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewReview({ quarter: '2020Q3' })).plan);
    if (!applied.ok) throw new Error('not applied');
    expect(breaksOf(workbook)).not.toEqual(before);
    expect(await restore(applied.restore)).toMatchObject({ ok: true });
  });
  expect(breaksOf(workbook)).toEqual(before);
});
