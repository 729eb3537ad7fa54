import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();

test('the pane in the workbench reads the sample through Excel’s own client', async () => {
  const { page, faults } = await stage.browser.openPage(stage.site.address);
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
