import { join } from 'node:path';
import { largeWorkbook } from '../../scripts/largeWorkbook';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { clippedCells } from './support/clippedText';
import { everySheet, MADE } from './support/everySheet';
import { printedSizes } from './support/printedSize';
import { ReviewPage } from './support/reviewPage';
import { seatQuarter, setPool, setSetting } from './support/poolWorkbooks';
import { contents, GOLDEN, opened, openFixture, runReview, sheetOf, workbookOf } from './support/workbooks';

// Whole workbooks are made, one of 300 people: a busy machine takes minutes.
jest.setTimeout(600_000);

/** 收集汇总 holds whole records side by side, more than a page can show; the forms keep the margins of a 公文. */
const NOT_TABLES = /^收集汇总$|附件[123]/;
const LEAST_POINTS = 9;
const PRAISE = [
  '直接确定为好',
  '2020-08-10',
  '',
  '',
  '季',
  '疫情防控中表现突出，市委市政府通报表扬',
  '局党组',
  '2020-09-30',
];
const LEAVE = ['病假', '2020-08-03', '2020-09-30', 42, '', '市第一人民医院诊断证明', '局党组', '2020-09-30'];

describe('every sheet that the commands make', () => {
  let before: Record<string, unknown>;
  let workbook: WorkbookModel;
  beforeAll(async () => {
    before = contents(await openFixture(GOLDEN));
    workbook = await everySheet();
  });

  test('shows every text whole in its cell', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(MADE));
    expect(clippedCells(workbook, before)).toEqual([]);
  });

  test('prints at 9 points at least, also where the workbook’s own font is missing', () => {
    const sizes = [...printedSizes(workbook)].filter(([name]) => !NOT_TABLES.test(name));
    expect(sizes.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        '2020年第三季度审定表',
        '考核设置',
        '结果运用',
        '2020年度汇总表',
        '封存记录',
        '操作记录',
      ]),
    );
    expect(sizes.filter(([, size]) => size < LEAST_POINTS)).toEqual([]);
  });
});

test('so does what a review writes into an office’s own workbook, and again once somebody has 特殊情形', async () => {
  const workbook = await openFixture(join(__dirname, '../fixtures/三季度考核.xlsx'));
  const before = contents(workbook);
  await runReview(workbook, '2026Q3');
  await workbook.calculate([], true);
  expect(clippedCells(workbook, before)).toEqual([]);

  const register = workbook.addSheet('特殊情形登记');
  [
    ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
    ['办公室', '赵建国', '直接确定为好', '2026-09-10', '', '', '季', '防汛抢险中表现突出', '领导小组', '2026-09-30'],
  ].forEach((line, row) => line.forEach((text, column) => register.input(row, column, text)));
  await runReview(workbook, '2026Q3');
  await workbook.calculate([], true);
  const review = sheetOf(workbook, '2026年第三季度审定表');
  expect(review.text(4, 12)).toContain('防汛抢险中表现突出');
  expect(clippedCells(workbook, before).filter((line) => line.startsWith(review.name))).toEqual([]);
});

test.each([8, 60, 300])(
  'so does a review of %d people, with 特殊情形 and remarks typed in before it is made anew',
  async (people) => {
    const workbook = await opened(await largeWorkbook(people));
    const before = contents(workbook);
    const scores = sheetOf(workbook, '2020年7月测评表');
    const register = workbook.addSheet('特殊情形登记');
    const headings = ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'];
    headings.forEach((text, column) => register.input(0, column, text));
    for (let line = 1; line * 8 <= people; line++) {
      const who = [0, 1].map((column) => scores.text(3 + line * 8, column));
      [...who, ...(line % 2 === 0 ? LEAVE : PRAISE)].forEach((text, column) => register.input(line, column, text));
    }
    await runReview(workbook);
    const page = ReviewPage.on(workbook);
    for (const who of page.people.slice(-3)) page.type(who, 'remark', '名额所限，经考核领导小组集体研究确定');
    await runReview(workbook);
    await workbook.calculate([], true);
    expect(clippedCells(workbook, before).filter((line) => !line.startsWith(register.name))).toEqual([]);
  },
);

test('so do the lines of pools, with people who take no seat', async () => {
  const workbook = seatQuarter();
  setPool(workbook, '单位');
  setSetting(workbook, '参加考核总人数包含局领导', '否');
  const before = contents(workbook);
  await runReview(workbook);
  await workbook.calculate([], true);
  expect(clippedCells(workbook, before)).toEqual([]);
});

test('a text that does not fit is named with its cell, what there is and what it needs', async () => {
  const workbook = workbookOf({
    表: [['审定等次审定等次', '好'], ['审定等次审定等次'], [123456789012], ['审定等次审定等次', '']],
  });
  const sheet = sheetOf(workbook, '表');
  sheet.setStyle(2, 0, { numFmt: '0.00' });
  sheet.setStyle(3, 0, { alignment: { wrapText: true } });
  sheet.data.rowDefs = new Map([[3, { height: 15 }]]);
  expect(clippedCells(workbook)).toEqual([
    '表!A1 宽59像素，需要117像素：审定等次审定等次',
    expect.stringMatching(/^表!A3 宽59像素，需要\d+像素：123456789012.00$/),
    '表!A4 高15磅，需要29磅：审定等次审定等次',
  ]);
});
