import { openAgainOn } from './openWorkbook';
import { PaneFrame } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();

test('the pane in the workbench reads the sample through Excel’s own client', async () => {
  const { page, faults } = await stage.browser.visit(stage.site.address);
  const pane = page.frameLocator('#pane');
  await pane.locator('#quarter option').first().waitFor({ state: 'attached' });
  expect(await pane.locator('#quarter').textContent()).toBe('2020年第三季度');
  expect(faults()).toEqual([]);
});

test('a page that cannot be fetched says so in its place, and the others go on working', async () => {
  const { page } = await stage.browser.openPage('about:blank');
  await page.route('**/pane/pages.js*', (route) => route.abort());
  await page.goto(stage.site.address);
  const pane = page.frameLocator('#pane');
  await pane.locator('#next-step').waitFor();
  await pane.locator('#tab-check').click();
  expect(await pane.locator('main .fault').textContent()).toContain('请重新打开窗格');
  await pane.locator('#tab-overview').click();
  await pane.locator('#next-step').waitFor();
});

test('a new day is noticed in a pane that stays open overnight', async () => {
  const { page } = await stage.browser.visit(stage.site.address);
  await PaneFrame.of(page);
  const pane = await openAgainOn(page, '2020-10-31');
  await pane.open('forms');
  expect(await pane.find('#forms-month').inputValue()).toBe('2020-09');
  await pane.open('overview');
  await page.clock.setFixedTime('2020-12-02T09:00:00+08:00');
  await pane.find('body').evaluate(() => window.dispatchEvent(new Event('focus')));
  await pane.open('forms');
  expect(await pane.find('#forms-month').inputValue()).toBe('2020-11');
});
