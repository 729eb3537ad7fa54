/** 新建本单位工作簿: what an office begins with, in one step. */
import { applyPlan, previewNewWorkbook, restore, type NewWorkbookOptions } from '../../../src/excel';
import { readState } from '../../../src/excel/reading/workbookState';
import { readLeadership, membersIn } from '../../../src/forms/evaluation/leadership';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { confirmed } from '../support/decidedQuarter';
import { contents, inExcel, sheetOf, workbookOf } from '../support/workbooks';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { readOpenWorkbook } from '../../../src/excel/workbook/snapshot';
import { OWN_RESULTS } from '../../../src/excel/reading/ownResults';

const OFFICE: NewWorkbookOptions = {
  authority: '某市统计局',
  weights: [25, 10, 10, 10, 25, 10, 10],
  raters: ['李局长', ' 王局长 ', '李局长', ''],
  quarter: '2026Q1',
};
const empty = () => workbookOf({ Sheet1: [] });

async function raters(workbook: ReturnType<typeof empty>): Promise<string[]> {
  const { snapshot } = await inExcel(workbook, () => readOpenWorkbook(OWN_RESULTS));
  const table = readLeadership(snapshot.sheets.map((sheet) => SheetGrid.of(sheet)));
  return table === null ? [] : membersIn(table, '2026Q1').map(({ name }) => name);
}

test('roster, registers, settings and raters are made in one step, read again as they were asked for, and taken back', async () => {
  const workbook = empty();
  const before = contents(workbook);
  await inExcel(workbook, async () => {
    const { plan, refused } = await previewNewWorkbook(OFFICE);
    expect([refused, plan.shows]).toEqual([false, '人员名册']);
    const applied = await applyPlan(plan);
    if (!applied.ok) throw new Error('not applied');
    const { settings, next, book } = await readState({ today: '2026-01-05' });
    expect([settings.authority, settings.weights]).toEqual([OFFICE.authority, OFFICE.weights]);
    expect(settings.gradeLines).toEqual(DEFAULT_SETTINGS.gradeLines);
    expect(book.roster?.people).toEqual([]);
    expect(next).toMatchObject({ name: 'roster', place: { sheet: '人员名册' } });
    expect((await restore(applied.restore)).ok).toBe(true);
  });
  expect(contents(workbook)).toEqual(before);
  await confirmed(workbook, () => previewNewWorkbook(OFFICE));
  expect(await raters(workbook)).toEqual(['李局长', '王局长']);
});

test('a second time nothing is left to write, and what a person typed since stays', async () => {
  const workbook = empty();
  await confirmed(workbook, () => previewNewWorkbook(OFFICE));
  sheetOf(workbook, '人员名册').input(1, 3, '张三');
  const { plan } = await inExcel(workbook, () => previewNewWorkbook(OFFICE));
  expect([plan.sheets, plan.names]).toEqual([[], []]);
});

test('without raters there is no list of them; weights that do not add up are refused with their cell', async () => {
  const { plan } = await inExcel(empty(), () => previewNewWorkbook({ ...OFFICE, raters: [] }));
  expect(plan.sheets.map(({ sheet }) => sheet)).toEqual(['人员名册', '特殊情形登记', '考核记实', '考核设置']);
  const wrong = await inExcel(empty(), () => previewNewWorkbook({ ...OFFICE, weights: [30, 10, 10, 10, 30, 10, 10] }));
  expect([wrong.refused, wrong.plan.sheets]).toEqual([true, []]);
  expect(wrong.problems.find(({ code }) => code === 'SETTING_CONTRADICTS')).toMatchObject({
    sheet: '考核设置',
    message: expect.stringContaining('权重合计110%') as string,
  });
});
