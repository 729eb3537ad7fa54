import type { Page } from 'playwright-core';
import { seriousFindings } from './accessibility';
import { openAgainOn } from './openWorkbook';
import { cellValue, PAGES, PaneFrame, sheetNames, typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();
let page: Page;
let pane: PaneFrame;
let faults: () => string[];

beforeEach(async () => {
  ({ page, faults } = await stage.browser.visitPane(stage.site.address));
  pane = await PaneFrame.of(page);
});

afterEach(() => expect(faults()).toEqual([]));

/** Takes everything out of the workbook, and has the pane read that. */
async function empty(): Promise<void> {
  await page.evaluate(() => {
    const workbook = window.workbenchHost?.workbook;
    workbook?.addSheet('Sheet1');
    for (const sheet of [...(workbook?.sheets ?? [])]) if (sheet.name !== 'Sheet1') workbook?.deleteSheet(sheet);
  });
  await pane.find('#refresh').click();
  await pane.find('.cards').waitFor();
}

describe('an empty workbook', () => {
  beforeEach(empty);

  test('is made the office’s own in one step, which is undone in one', async () => {
    await pane.find('#new-workbook').click();
    await pane.find('#new-authority:focus').waitFor();
    await pane.find('#preview-new').click();
    expect(await pane.find('.fui-Field__validationMessage').textContent()).toBe('请填写单位名称。');
    await pane.find('#new-authority').fill('某市统计局');
    await pane.find('#new-raters').fill('李局长、王局长');
    await pane.find('#weights-0').fill('25');
    await pane.find('#weights-4').fill('25');
    const quarter = await pane.find('#new-quarter option:checked').textContent();
    await pane.find('#preview-new').click();
    await pane.find('#preview .sheet-view').first().waitFor();
    expect(await sheetNames(page)).toEqual(['Sheet1']);
    await pane.find('#confirm').click();
    await pane.find('#preview').waitFor({ state: 'detached' });
    expect(await sheetNames(page)).toEqual(
      expect.arrayContaining(['人员名册', '特殊情形登记', '考核记实', '考核领导小组', '考核设置', '操作记录']),
    );
    expect(await cellValue(page, '考核领导小组', 1, 0)).toBe(quarter);
    expect(await cellValue(page, '考核领导小组', 2, 1)).toBe('王局长');
    expect(await pane.find('.next').textContent()).toContain('人员名册中还没有人员');
    await pane.find('#undo').click();
    await pane.find('.cards').waitFor();
    expect(await sheetNames(page)).not.toContain('人员名册');
  });

  test('a workbook that is there already is opened by the workbench', async () => {
    const chooser = page.waitForEvent('filechooser');
    await pane.find('#open-workbook').click();
    expect((await chooser).isMultiple()).toBe(false);
    expect(await pane.find('#first-shown').textContent()).toBe('');
  });

  test('cards and form are no wider than a narrow pane, and anybody can read them, light or dark', async () => {
    await pane.find('#new-workbook').click();
    await pane.find('#preview-new').waitFor();
    await pane.setWidth(320);
    expect([await pane.overflow(), await seriousFindings(page)]).toEqual([0, []]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('a preview', () => {
  const changes = '.sheet-view td.replaced';

  test('draws a new sheet as a table that scrolls in itself; of many sheets the one that was asked for is open', async () => {
    await pane.open('review');
    await pane.find('#review').click();
    const view = pane.find('.sheet-view');
    await view.waitFor();
    expect(await view.getAttribute('aria-label')).toBe('“2020年第三季度审定表”写入后的样子');
    expect(await view.locator('tbody tr').count()).toBe(12);
    expect(await view.getByText('王建国').count()).toBe(1);
    await pane.setWidth(320);
    expect(await pane.overflow()).toBe(0);
    expect(await view.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await seriousFindings(page)).toEqual([]);
    // Another one takes its place.
    await pane.find('.planned summary').filter({ hasText: '2020年7月测评表' }).first().click();
    await pane.find('.sheet-view[aria-label^="“2020年7月测评表”"]').waitFor();
    expect(await view.count()).toBe(1);
  });

  test('shows a change with what the cell holds now', async () => {
    await typeInto(page, '2020年7月测评表', 'C5', [['８５']]);
    await pane.find('#refresh').click();
    await pane.open('check');
    await pane.find('#list-fixes').click();
    await pane.find('#fixes label').filter({ hasText: '８５' }).click();
    await pane.find('#preview-fixes').click();
    await pane.find(changes).waitFor();
    expect(await pane.find(`${changes} del`).textContent()).toBe('８５');
    expect(await pane.find(`${changes} ins`).textContent()).toBe('85');
  });
});

test('the deadlines of the quarter stand on the overview with their clause, what is overdue as such', async () => {
  pane = await openAgainOn(page, '2020-10-13');
  const late = pane.find(".agenda li[data-stand='late']");
  expect(await late.innerText()).toMatch(/^10月10日\s+考核领导小组审定等次\s+三（二）4\s+逾期 3 天$/);
  pane = await openAgainOn(page, '2020-09-29');
  expect(await pane.find('.agenda time').allTextContents()).toEqual(['9月30日', '10月5日', '10月5日', '10月10日']);
});

describe('help', () => {
  test('every page says what it is for, with the section of the manual, which the site has', async () => {
    for (const name of PAGES) {
      await pane.open(name);
      await pane.find('.help > summary').click();
      const href = (await pane.find('#manual').getAttribute('href')) ?? '';
      const manual = new URL(href, `${stage.site.address}/pane/taskpane.html`);
      const html = await (await fetch(manual)).text();
      expect([name, html.includes(` id="${decodeURIComponent(manual.hash.slice(1))}"`)]).toEqual([name, true]);
    }
  });

  test('? shows the keys, but for in a field, and Escape closes them', async () => {
    await pane.open('settings');
    const field = pane.find('#setting-authority input');
    await field.press('?');
    expect(await field.inputValue()).toContain('?');
    expect(await pane.find('#keys').count()).toBe(0);
    await pane.find('#tab-settings').press('?');
    await pane.find('#keys').waitFor();
    await pane.setWidth(320);
    expect([await pane.overflow(), await seriousFindings(page)]).toEqual([0, []]);
    await page.keyboard.press('Escape');
    await pane.find('#keys').waitFor({ state: 'detached' });
    await pane.find('.help > summary').click();
    await pane.find('#show-keys').click();
    await pane.find('#close-keys').click();
    await pane.find('#keys').waitFor({ state: 'detached' });
  });
});
