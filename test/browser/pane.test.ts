import { launchBrowser, type Browser } from './browser';
import { openSite, type Site } from './site';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('the pane in the workbench reads the sample through Excel’s own client', async () => {
  const { page, faults } = await browser.openPage(site.address);
  const pane = page.frameLocator('#pane');
  await pane.locator('#quarter option').first().waitFor({ state: 'attached' });
  expect(await pane.locator('#quarter').textContent()).toBe('2020年第三季度');
  expect(faults()).toEqual([]);
});

test('a page that cannot be fetched says so in its place, and the others go on working', async () => {
  const { page } = await browser.openPage('about:blank');
  await page.route('**/pane/pages.js*', (route) => route.abort());
  await page.goto(site.address);
  const pane = page.frameLocator('#pane');
  await pane.locator('#next-step').waitFor();
  await pane.locator('#tab-check').click();
  expect(await pane.locator('main .fault').textContent()).toContain('请重新打开窗格');
  await pane.locator('#tab-overview').click();
  await pane.locator('#next-step').waitFor();
});
