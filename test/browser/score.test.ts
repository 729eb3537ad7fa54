import type { Page } from 'playwright-core';
import { seriousFindings } from './accessibility';
import { cellValue, PaneFrame, typeInto } from './paneFrame';
import type { WatchedPage } from './browser';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();

const SHEET = '2020年9月测评表';
/** 政治品质 to 争先创优 of the sample. */
const SCORES = [2, 3, 4, 5, 6, 7, 8];
const EMPTY = Array.from({ length: 7 }, () => '');

/** 打分 of September, with the scores of the first people on the sheet taken out. */
async function openScores(empty: 1 | 2 | 3 = 3): Promise<WatchedPage & { readonly pane: PaneFrame }> {
  const opened = await stage.browser.visitPane(stage.site.address);
  const { page } = opened;
  await page.waitForFunction(() => window.workbenchHost !== undefined);
  const cells = Array.from({ length: empty }, () => EMPTY);
  await typeInto(page, SHEET, `C5:I${4 + empty}`, cells);
  const pane = await PaneFrame.of(page);
  await pane.open('score');
  // The pane follows what was typed, whether it was read before or after that.
  if (empty > 0)
    await pane
      .find('#score-position')
      .filter({ hasText: `已打完 ${16 - empty} 人` })
      .waitFor();
  return { ...opened, pane };
}

const valueIn = (pane: PaneFrame, indicator: string) => pane.find(`#score-${indicator}`).inputValue();

async function waitForStatus(pane: PaneFrame, text: string): Promise<void> {
  await pane.find('#status').filter({ hasText: text }).waitFor();
}

function scores(page: Page, row: number): Promise<unknown[]> {
  return Promise.all(SCORES.map((column) => cellValue(page, SHEET, row, column)));
}

/** Gives seven scores and Enter after each. */
async function typeScores(page: Page, given: readonly (string | number)[]): Promise<void> {
  for (const score of given) {
    await page.keyboard.type(String(score));
    await page.keyboard.press('Enter');
  }
}

const FIRST = [90, 85.5, 88, 89, 91, 86, 87];
const SECOND = [80, 81, 82, 83, 84, 85, 86];
const THIRD = [85, 88, 87, 88, 81, 86, 88];

test('three people are scored by keyboard alone, and their scores stand in the workbook', async () => {
  const { page, pane, faults } = await openScores();
  expect(await pane.find('#score-position').textContent()).toBe('第 1/16 人，已打完 13 人');
  await pane.find('#score-politics').focus();
  await typeScores(page, FIRST);
  expect(await pane.find('#score-position').textContent()).toMatch(/^第 2\/16 人/);
  await typeScores(page, SECOND);
  await typeScores(page, THIRD.slice(0, 6));
  await page.keyboard.type('88');
  // Exactly 85, where binary fractions give 84.99999999999999.
  expect(await pane.find('#score-total').textContent()).toBe('总分 85，得分等次 好');
  await page.keyboard.press('Enter');
  await pane.find('#score-position').filter({ hasText: '第 4/16 人，已打完 16 人，全部打完' }).waitFor();
  expect([await scores(page, 4), await scores(page, 5), await scores(page, 6)]).toEqual([FIRST, SECOND, THIRD]);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await valueIn(pane, 'excellence')).toBe('88');
  await page.keyboard.press('PageUp');
  expect(await valueIn(pane, 'excellence')).toBe('86');
  await page.keyboard.press('PageDown');
  expect(await valueIn(pane, 'conduct')).toBe('88');
  expect(faults()).toEqual([]);
});

test('what is no score is refused at its field, and nothing is lost on the way to other people and pages', async () => {
  const { page, pane, faults } = await openScores();
  await pane.find('#score-politics').fill('八十五');
  await pane.find('#score-conduct').fill('101');
  await pane.find('#score-integrity').fill('８５分');
  await pane.find('#score-learning').fill('88.125');
  await pane.find('#score-save').click();
  // The last message is there once the click has been answered.
  await pane.find('.scores .fui-Field__validationMessage').nth(5).waitFor();
  const messages = await pane.find('.scores .fui-Field__validationMessage').allTextContents();
  expect(messages).toEqual([
    '不是分数。请填写数字，如 89.5。',
    '应为 0 至 100。',
    '超过两位小数，请确认。',
    '请填写分数。',
    '请填写分数。',
    '请填写分数。',
  ]);
  expect(await pane.find('#score-politics').evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await pane.find('#score-total').textContent()).toBe('暂计 17.31 分，已填 2/7 项');

  await page.keyboard.press('PageDown');
  expect(await pane.find('#unsaved').textContent()).toBe('填了一部分或有误，尚未写入：王建国');
  await pane.open('overview');
  await waitForStatus(pane, '打分页有 1 人的分数尚未写入');
  await pane.open('score');
  await pane.find('#score-person').selectOption({ label: '1. 王建国' });
  expect(await valueIn(pane, 'politics')).toBe('八十五');
  expect(await scores(page, 4)).toEqual(EMPTY);
  expect(faults()).toEqual([]);
});

test('undo takes the last person’s scores back', async () => {
  const { page, pane, faults } = await openScores(1);
  await pane.find('#score-politics').focus();
  await typeScores(page, FIRST);
  await pane.find('#undo').filter({ hasText: '撤销“打分”' }).click();
  await waitForStatus(pane, '已撤销');
  expect(await scores(page, 4)).toEqual(EMPTY);
  expect(await pane.find('#score-position').textContent()).toMatch(/已打完 15 人$/);
  const log = await Promise.all([1, 2, 3, 4, 5, 6].map((column) => cellValue(page, '操作记录', 1, column)));
  expect(log).toEqual(['打分', SHEET, 'C5:I5', '空白', '写入7个单元格', '王建国的分数']);
  expect(faults()).toEqual([]);
});

test('what would replace something unseen is previewed and named', async () => {
  const { page, pane, faults } = await openScores(1);
  await typeInto(page, SHEET, 'C5', [['优']]);
  await pane.find('.rereading').waitFor({ state: 'detached' });
  await pane.find('#score-politics').focus();
  await typeScores(page, FIRST);
  await pane.find('#preview').waitFor();
  expect(await pane.find('#preview .problem').allTextContents()).toEqual([
    `警告${SHEET} C5“优”将替换为90；请核对后再确认王建国（办公室）`,
  ]);
  expect(await scores(page, 4)).toEqual(['优', ...EMPTY.slice(1)]);
  await pane.find('#confirm').click();
  await waitForStatus(pane, '已写入');
  expect(await scores(page, 4)).toEqual(FIRST);
  expect(await pane.find('#unsaved').count()).toBe(0);
  expect(faults()).toEqual([]);
});

test('a protected sheet is refused cell by cell, and what was typed stays', async () => {
  const { page, pane, faults } = await openScores(1);
  await page.evaluate((name) => {
    const sheet = window.workbenchHost?.workbook.sheetByName(name);
    if (sheet !== undefined) sheet.data.protection = { sheet: true };
  }, SHEET);
  await pane.find('#score-politics').focus();
  await typeScores(page, FIRST);
  await pane.find('#preview').waitFor();
  expect(await pane.find('#preview .problem').first().textContent()).toBe(
    `错误${SHEET} C5：工作表受保护，单元格已锁定，未写入；请先取消保护再打分王建国（办公室）`,
  );
  await pane.find('#close-preview').click();
  expect(await valueIn(pane, 'politics')).toBe('90');
  expect(await scores(page, 4)).toEqual(EMPTY);
  expect(faults()).toEqual([]);
});

test('only those who are still open, and anybody by name', async () => {
  const { page, pane, faults } = await openScores(2);
  await pane.find('#only-open').check();
  expect(await pane.find('#score-person option').allTextContents()).toEqual(['1. 王建国', '2. 李晓梅']);
  await pane.find('#score-politics').focus();
  await typeScores(page, FIRST);
  await typeScores(page, SECOND);
  await pane.find('#score-position').filter({ hasText: '全部打完' }).waitFor();
  await pane.find('#only-open').uncheck();
  expect(await pane.find('#score-person option').count()).toBe(16);
  expect(faults()).toEqual([]);
});

test('nothing is cut off at 320 pixels, and anybody can read it, light or dark', async () => {
  const { page, pane, faults } = await openScores();
  await pane.setWidth(320);
  await pane.find('#score-politics').fill('101');
  await pane.find('#score-goals').fill('88.123');
  expect(await pane.overflow()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await seriousFindings(page)).toEqual([]);
  expect(faults()).toEqual([]);
});
