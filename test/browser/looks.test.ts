/** Every page in every theme: nothing over the edge of a narrow pane, nothing that axe calls serious. */
import { join } from 'node:path';
import { decided } from '../excel/support/decidedQuarter';
import { openFixture, runReview } from '../excel/support/workbooks';
import { seriousFindings } from './accessibility';
import { openWorkbook } from './openWorkbook';
import { PAGES } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

/** Thirty people and a stranger: errors, warnings, names of other lengths. */
const DESK = join(__dirname, '../fixtures/三季度考核.xlsx');

const stage = siteAndBrowser();

test.each([
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['high contrast', { colorScheme: 'dark', forcedColors: 'active' }],
  ['high contrast on white', { colorScheme: 'light', forcedColors: 'active' }],
] as const)('in %s every page keeps to 320 pixels and axe finds nothing serious', async (_theme, media) => {
  const workbook = await openFixture(DESK);
  await runReview(workbook, '2026Q3');
  const { page, pane, faults } = await openWorkbook(stage.browser, stage.site, workbook, '2026-10-08');
  await pane.setWidth(320);
  await page.emulateMedia(media);
  for (const name of PAGES) {
    await pane.open(name);
    expect([name, await pane.overflow(), await seriousFindings(page)]).toEqual([name, 0, []]);
  }
  expect(faults()).toEqual([]);
});

test('the steps of the work stand in one row, each with where it stands', async () => {
  const workbook = await openFixture(DESK);
  const { pane, faults } = await openWorkbook(stage.browser, stage.site, workbook, '2026-10-08');
  await pane.setWidth(320);
  const tabs = pane.find('.work > button');
  const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top));
  expect(tops).toHaveLength(6);
  expect(new Set(tops).size).toBe(1);
  expect(await tabs.allTextContents()).toEqual(['概览', '表格', '打分', '审定', '公示', '年度']);
  expect(await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('title') ?? ''))).toEqual([
    ...['', '已完成', '现在办理'],
    ...['未到', '未到', '未到'],
  ]);
  expect(await pane.find('.badge').textContent()).toBe('2');
  expect(await pane.find('#tab-check').getAttribute('title')).toBe('错误 2');
  expect(faults()).toEqual([]);
});

test('page, grid and pane follow the system into the dark and back', async () => {
  const { page, faults } = await stage.browser.visitPane(stage.site.address);
  const pane = page.frameLocator('#pane').locator('.pane');
  await pane.waitFor();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (isDark) => document.documentElement.classList.contains('univer-dark') === isDark,
      colorScheme === 'dark',
    );
    const ground = colorScheme === 'dark' ? 'rgb(31, 31, 31)' : 'rgb(250, 250, 250)';
    await page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, ground);
    await page.waitForFunction((wanted) => {
      const inPane = document.querySelector<HTMLIFrameElement>('#pane')?.contentDocument?.querySelector('.pane');
      return inPane != null && getComputedStyle(inPane).backgroundColor === wanted;
    }, ground);
  }
  expect(faults()).toEqual([]);
});

test('a day is shown as the office writes it until somebody types one', async () => {
  const { pane, faults } = await openWorkbook(stage.browser, stage.site, await decided(), '2020-10-12');
  await pane.open('notice');
  const shown = pane.find('.date-input .day');
  expect(await shown.innerText()).toBe('2020年10月12日');
  await pane.find('#notice-start').focus();
  expect(await shown.isVisible()).toBe(false);
  await pane.find('#notice-start').fill('2020-10-13');
  await pane.find('#notice-start').blur();
  expect(await shown.innerText()).toBe('2020年10月13日');
  expect(faults()).toEqual([]);
});

test('files are chosen by keys or dropped, and named', async () => {
  const { pane, faults } = await openWorkbook(stage.browser, stage.site, await openFixture(DESK), '2026-10-08');
  await pane.open('forms');
  // 导入 has its own zone further down the page.
  const zone = pane.find('.drop-zone').filter({ has: pane.find('#files') });
  expect(await zone.innerText()).toBe('把文件拖到这里，或点此选择');
  await pane.find('#files').setInputFiles(DESK);
  expect(await zone.innerText()).toBe('已选 1 个文件：三季度考核.xlsx');
  // The field covers the zone, which is what a drop and a click come down on.
  const [field, around] = await Promise.all([pane.find('#files').boundingBox(), zone.boundingBox()]);
  expect(Math.abs((field?.height ?? 0) - (around?.height ?? 0))).toBeLessThanOrEqual(2);
  expect(faults()).toEqual([]);
});
