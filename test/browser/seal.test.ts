import { decidedAll } from '../excel/support/decidedQuarter';
import { REVIEW, ReviewPage } from '../excel/support/reviewPage';
import { openWorkbook } from './openWorkbook';
import { cellValue, typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();
const RECORD = '封存记录';

test('a seal is made anew only once it was seen what had changed since, and keeps the earlier digest', async () => {
  const workbook = await decidedAll();
  const cell = ReviewPage.on(workbook).cell('办公室 王建国', 'decision');
  const { page, pane, faults } = await openWorkbook(stage.browser, stage.site, workbook, '2020-10-16');
  await pane.open('review');
  await pane.confirmed('#seal');
  const first = await cellValue(page, RECORD, 3, 3);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  await pane.find('#verify').click();
  await pane.find('#status').filter({ hasText: '核验通过' }).waitFor();
  expect(await pane.find('#seal-again').count()).toBe(0);

  await typeInto(page, REVIEW, cell, [['一般']]);
  await pane.find('#verify').click();
  await pane.find('#seal-again').waitFor();
  expect(await pane.find('#seal-again').textContent()).toBe('预览重新封存');
  await pane.find('#seal-again').click();
  await pane.find('#preview').waitFor();
  expect(await cellValue(page, RECORD, 3, 3)).toBe(first);
  await pane.find('#confirm').click();
  await pane.find('#undo').waitFor();
  const second = await cellValue(page, RECORD, 3, 3);
  expect(second).toMatch(/^[0-9a-f]{64}$/);
  expect(second).not.toBe(first);
  expect([await cellValue(page, RECORD, 4, 1), await cellValue(page, RECORD, 4, 3)]).toEqual(['前次封存', first]);

  await pane.find('#verify').click();
  await pane.find('#seal-again').waitFor({ state: 'detached' });
  await pane.find('#status').filter({ hasText: '核验通过' }).waitFor();
  expect(faults()).toEqual([]);
});
