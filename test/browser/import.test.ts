/** What other workbooks have comes into this one by the pane: chosen, its headings corrected, previewed, written, undone. */
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { all, GOLDEN, openFixture, scoreSheet, workbookOf } from '../excel/support/workbooks';
import { seriousFindings } from './accessibility';
import { openWorkbook } from './openWorkbook';
import { cellValue, sheetNames } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();

const LEAVE = {
  请假情况: [
    ['姓名', '假别', '起', '止', '天数', '审批'],
    ['李晓梅', '病假', '2020.7.6', '2020.9.4', '45天', '李局长'],
  ],
};

test('a leave list: its headings are proposed, corrected, written, remembered, and taken back', async () => {
  const { page, pane, faults } = await openWorkbook(stage.browser, stage.site, await openFixture(GOLDEN), '2020-10-12');
  const before = await sheetNames(page);
  const buffer = Buffer.from(await saveWorkbook(workbookOf(LEAVE)));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await pane.open('forms');
  await pane.find('#import-files').setInputFiles({ name: '请假.xlsx', mimeType, buffer });
  await pane.find('#import').click();
  // Nothing is written of what was only guessed.
  await pane.find('#preview').waitFor();
  expect(await pane.find('#confirm').count()).toBe(0);
  expect(await pane.find('#preview').textContent()).toContain('假别→情形');
  await pane.find('#close-preview').click();

  const column = (heading: string) => pane.find(`#table-0 select[aria-label="${heading}"]`);
  expect(await column('假别').inputValue()).toBe('情形');
  expect(await column('审批').inputValue()).toBe('不导入');
  await column('审批').selectOption('批准人');
  for (const width of [320, 460]) {
    await pane.setWidth(width);
    expect(await pane.overflow()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  }
  await pane.find('#import-again').click();
  await pane.find('#confirm').click();
  await pane.find('#preview').waitFor({ state: 'detached' });
  expect((await sheetNames(page)).filter((name) => !before.includes(name)).sort()).toEqual(['导入对照', '操作记录']);
  const register = before.find((name) => name.includes('特殊情形')) ?? '';
  const line = await Promise.all(Array.from({ length: 60 }, (_, row) => cellValue(page, register, row, 1)));
  const row = line.lastIndexOf('李晓梅');
  expect(await cellValue(page, register, row, 2)).toBe('病假');
  expect(await cellValue(page, register, row, 8)).toBe('李局长');

  // The second time nobody is asked, and nothing is written.
  await pane.find('#import').click();
  await pane.find('#preview').waitFor();
  expect(await pane.find('#preview').textContent()).toContain('不重复导入');
  expect(await pane.find('#confirm').count()).toBe(0);
  await pane.find('#close-preview').click();

  await pane.find('#undo').click();
  await pane.find('#status:has-text("已撤销")').waitFor();
  expect(await sheetNames(page)).not.toContain('导入对照');
  expect(await cellValue(page, register, row, 1)).not.toBe('李晓梅');
  expect(faults()).toEqual([]);
});

test('the kind of a table can be chosen, which proposes its columns anew', async () => {
  const { pane, faults } = await openWorkbook(stage.browser, stage.site, await openFixture(GOLDEN), '2020-10-12');
  const people = workbookOf({
    Sheet1: [
      ['人员', '所属科室'],
      ['赵新来', '外贸科'],
    ],
  });
  const buffer = Buffer.from(await saveWorkbook(people));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await pane.open('forms');
  await pane.find('#import-files').setInputFiles({ name: '人员.xlsx', mimeType, buffer });
  await pane.find('#import').click();
  await pane.find('#close-preview').click();
  expect(await pane.find('#table-0-kind').inputValue()).toBe('');
  await pane.find('#table-0-kind').selectOption('人员名册');
  const name = pane.find('#table-0 select[aria-label="人员"]');
  await name.waitFor();
  expect(await name.inputValue()).toBe('姓名');
  await pane.find('#import-again').click();
  await pane.find('#confirm').waitFor();
  expect(await pane.find('#preview').textContent()).toContain('人员名册');
  expect(faults()).toEqual([]);
});

test('of score sheets that differ the person says which one to take', async () => {
  const { page, pane, faults } = await openWorkbook(stage.browser, stage.site, await openFixture(GOLDEN), '2020-11-02');
  const sheet = (score: number) => scoreSheet('2020年10月', [['办公室', '王建国', ...all(score)]]);
  const book = workbookOf({ '10月张局长': sheet(90), '10月张局长（2）': sheet(70) });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await pane.open('forms');
  await pane
    .find('#import-files')
    .setInputFiles({ name: '测评.xlsx', mimeType, buffer: Buffer.from(await saveWorkbook(book)) });
  await pane.find('#import').click();
  await pane.find('#preview').waitFor();
  expect(await pane.find('#confirm').count()).toBe(0);
  await pane.find('#close-preview').click();
  const choice = pane.find('#import-contradictions select');
  expect(await choice.locator('option').allTextContents()).toEqual([
    '都不采用',
    expect.stringMatching(/^测评\.xlsx（10月张局长 /),
    expect.stringMatching(/^测评\.xlsx（10月张局长（2） /),
  ]);
  const before = await sheetNames(page);
  await choice.selectOption({ index: 2 });
  await pane.find('#import-contradictions-choose').click();
  await pane.find('#confirm').click();
  await pane.find('#preview').waitFor({ state: 'detached' });
  const made = (await sheetNames(page)).filter((name) => !before.includes(name) && name !== '操作记录');
  expect(made).toHaveLength(1);
  const cells = await Promise.all(Array.from({ length: 12 }, (_, row) => cellValue(page, made[0] ?? '', row, 2)));
  expect(cells).toContain(70);
  expect(faults()).toEqual([]);
});
