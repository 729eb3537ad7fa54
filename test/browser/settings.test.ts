import { SETTING_TABLE } from '../../src/assessment/settingTable';
import type { Page } from 'playwright-core';
import { seriousFindings } from './accessibility';
import { PaneFrame, sheetNames } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const SHEET = '考核设置';
const stage = siteAndBrowser();
let page: Page;
let pane: PaneFrame;
let faults: () => string[];

beforeEach(async () => {
  ({ page, faults } = await stage.browser.visitPane(stage.site.address));
  pane = await PaneFrame.of(page);
  await pane.open('settings');
});

afterEach(() => expect(faults()).toEqual([]));

const setting = (id: string) => pane.find(`#setting-${id}`);

/** The row of a setting on the sheet: the cells from 当前值 on. */
async function row(name: string): Promise<unknown[]> {
  return page.evaluate(
    ([sheetName, label]) => {
      const sheet = window.workbenchHost?.workbook.sheetByName(sheetName);
      const at = Array.from({ length: 60 }, (_, i) => i).find((i) => sheet?.value(i, 0) === label);
      return at === undefined ? [] : Array.from({ length: 7 }, (_, i) => sheet?.value(at, 1 + i));
    },
    [SHEET, name] as const,
  );
}

test('settings are changed, previewed, written into a new sheet, changed again and undone', async () => {
  expect(await pane.find('#rule-version').textContent()).toContain('与默认不同的设置：无');
  await setting('quotaPercent').locator('input').fill('35');
  await setting('raterMethod').locator('select').selectOption('去掉最高最低后平均');
  expect(await setting('quotaPercent').locator('.differs').textContent()).toBe('未写入，与默认不同');
  await pane.find('#preview-settings').filter({ hasText: '2 项' }).click();
  expect(await pane.find('#preview').textContent()).toContain(`新建工作表“${SHEET}”`);
  await pane.find('#confirm').click();
  await pane.find('#preview').waitFor({ state: 'detached' });
  expect((await row('“好”等次比例上限（%）'))[0]).toBe(35);
  expect((await row('多名评委的合成方法（超过5名评委时才去掉最高最低）'))[0]).toBe('去掉最高最低后平均');
  expect(await pane.find('#rule-version').textContent()).toContain('“好”等次比例上限（%）为35（默认40）');

  await setting('quotaPercent').getByRole('button', { name: '恢复默认值' }).click();
  await pane.find('#preview-settings').filter({ hasText: '1 项' }).click();
  const lines = await pane.find('#preview .planned li').allTextContents();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('“好”等次比例上限（%），1 个单元格（其中 1 个已有内容，将被替换）');
  await pane.find('#confirm').click();
  await pane.find('#preview').waitFor({ state: 'detached' });
  expect((await row('“好”等次比例上限（%）'))[0]).toBe(40);
  await pane.find('#undo').filter({ hasText: SHEET }).click();
  await pane.find('#status').filter({ hasText: '已撤销' }).waitFor();
  expect((await row('“好”等次比例上限（%）'))[0]).toBe(35);
});

test('a contradiction stands at its field at once, and is refused with its cell', async () => {
  const weights = setting('weights').locator('input');
  await weights.first().fill('25');
  expect(await setting('weights').locator('.fui-Field__validationMessage').textContent()).toBe(
    '权重合计105%，应为100%',
  );
  expect(await setting('weights').locator('output').textContent()).toBe('合计 105%');
  await pane.find('#preview-settings').click();
  expect(await pane.find('#preview .problem').first().textContent()).toMatch(
    /^错误考核设置 B5：权重合计105%，应为100%；/,
  );
  expect(await pane.find('#confirm').count()).toBe(0);
  await pane.find('#close-preview').click();
  // Still there, and mended by the person: 共性指标 no longer make 40.
  await weights.nth(4).fill('25');
  expect(await setting('weights').locator('.fui-Field__validationMessage').textContent()).toContain('请确认');
  await weights.nth(4).fill('三十');
  expect(await setting('weights').locator('.fui-Field__validationMessage').textContent()).toBe('请填写数字。');
  expect(await sheetNames(page)).not.toContain(SHEET);
  await pane.open('overview');
  await pane.open('settings');
  expect(await weights.nth(4).inputValue()).toBe('三十');
  await pane.find('#discard-settings').click();
  expect(await weights.nth(4).inputValue()).toBe('30');
});

test('the office’s days get their sheet', async () => {
  await pane.confirmed('#calendar');
  expect(await sheetNames(page)).toContain('工作日历');
});

test('every setting is there, nothing is cut off at 320 pixels, and anybody can read it, light or dark', async () => {
  expect(await pane.find('.setting').count()).toBe(SETTING_TABLE.length);
  await setting('weights').locator('input').first().fill('25');
  await pane.setWidth(320);
  expect(await pane.overflow()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await seriousFindings(page)).toEqual([]);
});
