import type { Page } from 'playwright-core';
import { seriousFindings } from './accessibility';
import { PAGES, PaneFrame, typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const AUGUST = '2020年8月测评表';
const stage = siteAndBrowser({ locale: 'en-US' });
let page: Page;
let pane: PaneFrame;
let faults: () => string[];

beforeEach(async () => {
  ({ page, faults } = await stage.browser.visitPane(stage.site.address));
  pane = await PaneFrame.of(page);
});

afterEach(() => expect(faults()).toEqual([]));

test('a problem is explained above its message, by sheet and by person; a command is called by its English name', async () => {
  await typeInto(page, AUGUST, 'D6', [['八十五']]);
  await pane.find('#refresh').click();
  await pane.open('check');
  const error = pane.find('.problem').filter({ hasText: 'Error' });
  expect(await error.locator('span').innerText()).toBe(
    `${AUGUST} D6: This is not a valid score; it was not calculated. Enter a number such as 85.\n` +
      `${AUGUST} D6“八十五”不是有效分数，未计算；请改为数字，如85\n李晓梅`,
  );
  expect(await error.locator('small').first().getAttribute('lang')).toBe('zh-CN');

  await pane.find('#group-by').selectOption('person');
  expect(await pane.find('main summary').allTextContents()).toContainEqual(expect.stringContaining('张三'));

  await pane.find('#list-fixes').click();
  const fix = pane.find('#fixes label').first();
  expect(await fix.textContent()).toContain(' B7: “张 三” → “张三” (no spaces within the name');
  await pane.find('#mark').click();
  expect(await pane.find('#preview h2').textContent()).toBe('Check: what will be written');
});

test('a setting is called by what it is about, and what is wrong with it is said in English above the message', async () => {
  await pane.open('settings');
  const limit = pane.find('#setting-quotaPercent');
  await limit.locator('input').fill('130');
  expect(await limit.innerText()).toMatch(/^Limit of 好 \(%\)/);
  expect(await limit.locator('.fui-Field__validationMessage').innerText()).toBe(
    'The limit of 好 must be a whole number from 0 to 100.\n“好”等次比例上限为130，应为0至100的整数',
  );
});

test('no page is wider than a narrow pane, and axe finds nothing serious', async () => {
  await pane.setWidth(320);
  for (const name of PAGES) {
    await pane.open(name);
    expect([name, await pane.overflow(), await seriousFindings(page)]).toEqual([name, 0, []]);
  }
});
