import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { openWorkbook as openFile } from '../../../src/host/workbook/xlsx';
import { verifySeal } from '../../../src/excel';
import { inExcel } from '../../excel/support/workbooks';
import { cellValue, PaneFrame, typeInto } from '../paneFrame';
import { siteAndBrowser } from '../siteAndBrowser';
import { openWorkbench, type Workbench } from '../workbench';

// The whole job of a quarter, as the office does it without Excel: from the sample to the saved file.

const REVIEW = '2020年第三季度审定表';
const JULY = '2020年7月测评表';
const [FIRST_ROW, PEOPLE, NAME, SUGGESTION, DECISION] = [4, 19, 2, 11, 16];

const stage = siteAndBrowser();
let workbench: Workbench;
let pane: PaneFrame;

async function saved(): Promise<WorkbookModel> {
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download'),
    workbench.page.getByRole('button', { name: '另存为' }).click(),
  ]);
  const opened = await openFile(new Uint8Array(await readFile(await download.path())));
  if (!opened.ok) throw new Error(opened.detail);
  return opened.workbook;
}

test('a quarter from the sample to the saved file: marks, scores, review, decisions, seal and notice', async () => {
  workbench = await openWorkbench(stage.browser, stage.site.address);
  const { page } = workbench;
  pane = await PaneFrame.of(page);

  await pane.open('check');
  await pane.confirmed('#mark');
  await pane.open('review');
  await pane.confirmed('#review');

  // Wrong input in the grid is refused; a decision is typed there, the others are pasted.
  await workbench.type('C6', '123');
  await workbench.message('没有录入：打分。分数须为0到100之间的数字，请重新输入。');
  expect(await workbench.value(JULY, 5, 2)).toBe(86);
  await pane.find('#show').click();
  await page.waitForFunction((name) => window.workbenchHost?.workbook.activeSheet.name === name, REVIEW);
  const suggested = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => cellValue(page, REVIEW, FIRST_ROW + i, SUGGESTION)),
  );
  await workbench.type('Q5', String(suggested[0]));
  for (const [i, grade] of suggested.entries()) {
    if (i > 0 && grade !== '由外单位考核') await typeInto(page, REVIEW, `Q${FIRST_ROW + i + 1}`, [[String(grade)]]);
  }
  // The pane follows the grid when it is quiet; with the last decision the count is complete.
  await pane
    .find('.quota figcaption')
    .getByText('2020年第三季度（按审定等次）：参加 17 人，“好”6 人，名额 6 人')
    .first()
    .waitFor();

  await pane.confirmed('#seal');
  await pane.find('#verify').click();
  await pane.find('#status').filter({ hasText: '核验通过' }).waitFor();
  await pane.open('notice');

  await pane.confirmed('#post');

  const workbook = await saved();
  expect(workbook.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining([JULY, '检查结果', REVIEW, '考核设置', '封存记录', '公示', '操作记录']),
  );
  const sheet = workbook.sheetByName(REVIEW);
  const decisions = Array.from({ length: PEOPLE }, (_, i) => sheet?.value(FIRST_ROW + i, DECISION));
  expect(decisions).toEqual(suggested.map((grade) => (grade === '由外单位考核' ? '' : grade)));
  expect(sheet?.value(FIRST_ROW, NAME)).toBe('王建国');
  expect((await inExcel(workbook, () => verifySeal({ quarter: '2020Q3' }))).clean).toBe(true);
  expect(workbench.faults()).toEqual([]);
});

/** The workbench over a workbook with one empty sheet, as the pane reads it. */
async function openEmpty(): Promise<Page> {
  workbench = await openWorkbench(stage.browser, stage.site.address);
  const { page } = workbench;
  await page.evaluate(() => {
    const workbook = window.workbenchHost?.workbook;
    workbook?.addSheet('Sheet1');
    for (const sheet of [...(workbook?.sheets ?? [])]) if (sheet.name !== 'Sheet1') workbook?.deleteSheet(sheet);
  });
  pane = await PaneFrame.of(page);
  await pane.find('#refresh').click();
  return page;
}

test('a newcomer with an empty workbook is led from the roster to the first score sheet, or loads the sample', async () => {
  const page = await openEmpty();
  await pane.find('#new-workbook').click();
  await pane.find('#new-authority').fill('某市商务局');
  await pane.confirmed('#preview-new');
  expect(await pane.find('#show').textContent()).toContain('人员名册');
  await typeInto(page, '人员名册', 'B2:E2', [['市商务局', '办公室', '张三', '科员']]);
  await pane.open('overview');
  await pane.find('.next').filter({ hasText: '还没有测评表（附件3）' }).waitFor();
  // The button that was named has the focus.
  await pane.find('#next-step').click();
  await pane.find('#make:focus').waitFor();
  await pane.confirmed('#make');
  await pane.open('overview');
  await pane.find('.next').filter({ hasText: '请逐人打分' }).waitFor();

  // One step after the other is taken back.
  await pane.find('#undo').click();
  await pane.find('#undo').filter({ hasText: '新建工作簿' }).waitFor();
  expect(workbench.faults()).toEqual([]);
});

test('the sample is loaded into an empty workbook', async () => {
  await openEmpty();
  await pane.confirmed('#sample');
  await pane.find('.quota-rows li').first().waitFor();
  expect(await pane.find('.next').textContent()).toContain('请点“预览审定表”');
  expect(workbench.faults()).toEqual([]);
});
