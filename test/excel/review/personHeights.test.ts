import { applyPlan, previewReview, restore } from '../../../src/excel';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { REVIEW, ReviewPage } from '../support/reviewPage';
import { all, inExcel, runReview, scoreSheet, sheetOf, workbookOf } from '../support/workbooks';

const LONG = '本季度牵头完成全市外贸稳增长专项行动，领导小组研究同意由“较好”调整为“好”，并在局务会上说明理由';
const [FIRST, USUAL] = [4, 24];

async function reviewed(): Promise<WorkbookModel> {
  const month = (name: string) =>
    scoreSheet(`2020年${name}`, [
      ['办公室', '张三', ...all(80)],
      ['外贸科', '李军', ...all(90)],
      ['外贸科', '王五', ...all(78)],
    ]);
  const workbook = workbookOf({ '7月': month('7月'), '8月': month('8月'), '9月': month('9月') });
  await runReview(workbook);
  return workbook;
}

const heights = (workbook: WorkbookModel) => [0, 1, 2].map((i) => sheetOf(workbook, REVIEW).rowHeight(FIRST + i));

async function setHeight(
  workbook: WorkbookModel,
  address: string,
  change: (range: Excel.Range) => void,
): Promise<void> {
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      change(context.workbook.worksheets.getItem(REVIEW).getRange(address));
      await context.sync();
    }),
  );
}

test('a 备注 that somebody typed is shown whole by the next review, twice the same as once', async () => {
  const workbook = await reviewed();
  const page = ReviewPage.on(workbook);
  page.type('办公室 张三', 'remark', LONG);
  page.type('外贸科 李军', 'party', '同意，建议在全局通报表扬并记入个人考核档案');
  await runReview(workbook);
  const [remark = 0, opinion = 0, other] = heights(workbook);
  // A column of 8.5 characters holds three full-width ones.
  expect(remark).toBeGreaterThanOrEqual(Math.ceil(LONG.length / 3) * 15.75);
  expect(opinion).toBeGreaterThan(USUAL);
  expect(other).toBe(USUAL);
  const { plan } = await runReview(workbook);
  expect(plan.sheets.flatMap(({ formats }) => formats).filter(({ rowHeight }) => rowHeight !== undefined)).toEqual([]);
  expect(heights(workbook)).toEqual([remark, opinion, other]);
  page.type('办公室 张三', 'remark', `${LONG}，特此说明，请予审定`);
  await runReview(workbook);
  expect(heights(workbook)[0]).toBeGreaterThan(remark);
});

test('a height that somebody set by hand is left, also where it is too low', async () => {
  const workbook = await reviewed();
  const page = ReviewPage.on(workbook);
  page.type('办公室 张三', 'remark', LONG);
  page.type('外贸科 李军', 'remark', LONG);
  await setHeight(workbook, 'A5', ({ format }) => (format.rowHeight = 40));
  await setHeight(workbook, 'A6', ({ format }) => (format.rowHeight = 300));
  await runReview(workbook);
  expect(heights(workbook)).toEqual([39.75, 300, USUAL]);
});

test('in a column that somebody made wider the row grows as far as the text needs', async () => {
  const workbook = await reviewed();
  ReviewPage.on(workbook).type('办公室 张三', 'remark', LONG);
  await setHeight(workbook, 'R1', ({ format }) => (format.columnWidth = 12 * 30));
  await runReview(workbook);
  expect(heights(workbook)).toEqual([33.75, USUAL, USUAL]);
});

test('特殊情形 that come later show whole, even in a row of a height by hand', async () => {
  const workbook = await reviewed();
  await setHeight(workbook, 'A5', ({ format }) => (format.rowHeight = 20));
  const register = workbook.addSheet('特殊情形登记');
  ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'].forEach(
    (text, column) => register.input(0, column, text),
  );
  ['办公室', '张三', '病假', '2020-07-01', '', 40, '', '县人民医院诊断证明', '局长', '2020-07-01'].forEach(
    (text, column) => register.input(1, column, text),
  );
  await runReview(workbook);
  const [first = 0, second] = heights(workbook);
  expect(first).toBeGreaterThanOrEqual(34);
  expect(second).toBe(USUAL);
});

const DIGITS = '〇一二三四五六七八九十';

test('numbers of two and three digits and long totals take one line', async () => {
  const people = Array.from({ length: 101 }, (_, i) => [
    '办公室',
    `张${DIGITS.charAt(i / 10)}${DIGITS.charAt(i % 10)}`,
    ...all(i === 99 ? 84.999 : 80),
  ]);
  const workbook = workbookOf({ '7月': scoreSheet('2020年7月', people) });
  await runReview(workbook);
  await runReview(workbook);
  const rows = people.map((_, i) => sheetOf(workbook, REVIEW).rowHeight(FIRST + i));
  expect(new Set(rows)).toEqual(new Set([USUAL]));
});

test('undoing gives the rows the height that they had', async () => {
  const workbook = await reviewed();
  ReviewPage.on(workbook).type('办公室 张三', 'remark', LONG);
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewReview({ quarter: '2020Q3' })).plan);
    expect(heights(workbook)[0]).toBeGreaterThan(USUAL);
    if (applied.ok) await restore(applied.restore);
  });
  expect(heights(workbook)).toEqual([USUAL, USUAL, USUAL]);
});
