/** What the pane hands to the browser to keep: Word documents, and forms in files of their own. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { readTexts } from '../docx/documentText';
import { decided } from '../excel/support/decidedQuarter';
import { openWorkbook } from './openWorkbook';
import type { PaneFrame } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();

/** Clicks, and takes what the browser keeps. */
async function kept(page: Page, pane: PaneFrame, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), pane.find(button).click()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

test('the notice comes as a Word file, forms for a whole quarter in files to hand out, and the list of what lacks as a text', async () => {
  const { page, pane, faults } = await openWorkbook(stage.browser, stage.site, await decided(), '2020-10-12');
  await pane.open('notice');
  const notice = await kept(page, pane, '#notice-document');
  expect(notice.name).toBe('公示 2020年第三季度.docx');
  expect(readTexts(notice.bytes)).toEqual(
    expect.arrayContaining(['关于2020年第三季度公务员平时考核结果的公示', '王建国', '2020年10月12日']),
  );
  expect(await pane.find('#message, [role=status]').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('没有开始下载时')]),
  );

  await pane.open('forms');
  await pane.find('#forms-month').selectOption('2020Q3');
  await pane.find('#known-raters').click();
  await pane.find('#raters[value*="甲局长"]').waitFor();
  const forms = await kept(page, pane, '#hand-out');
  expect(forms.name).toBe('附件3.zip');
  expect(Object.keys(unzipSync(forms.bytes))).toContain('附件3 2020年7月至9月 甲局长.xlsx');

  await pane.find('#reminder-month').selectOption('2020-08');
  await pane.find('#remind').click();
  await pane.find('#reminders').waitFor();
  expect(await pane.find('#reminders').inputValue()).toMatch(
    /^办公室（2人，2020年8月）\n {2}王建国：附件1（全月），2020年8月31日前，已逾期/,
  );
  expect(faults()).toEqual([]);
});
