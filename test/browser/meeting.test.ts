import { join } from 'node:path';
import { runReview, openFixture } from '../excel/support/workbooks';
import { seriousFindings } from './accessibility';
import { openWorkbook, type OpenWorkbook } from './openWorkbook';
import { cellValue, typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

/** Thirty people and a stranger, three raters a month, headings of the office's own. */
const DESK = join(__dirname, '../fixtures/三季度考核.xlsx');
const REVIEW = '2026年第三季度审定表';
const DECISION = 16;
const REMARK = 17;
const SUGGESTION = 11;
const FIRST_ROW = 4;
/** One of them is nobody whom the score sheets can suggest a grade for. */
const PEOPLE = 31;

const KEYS: Readonly<Record<string, string>> = { 好: '1', 较好: '2', 一般: '3', 较差: '4', 不确定等次: '5' };

const stage = siteAndBrowser();
let desk: OpenWorkbook;

beforeEach(async () => {
  const workbook = await openFixture(DESK);
  await runReview(workbook, '2026Q3');
  desk = await openWorkbook(stage.browser, stage.site, workbook, '2026-10-08');
  await desk.pane.open('review');
  await desk.pane.find('.candidates > li').first().waitFor();
});

afterEach(() => expect(desk.faults()).toEqual([]));

/** What a column of the 审定表 holds, a person a line. */
function column(at: number): Promise<string[]> {
  return desk.page.evaluate(
    ([name, index, first, people]) => {
      const sheet = window.workbenchHost?.workbook.sheetByName(name);
      return Array.from({ length: people }, (_, i) => String(sheet?.value(first + i, index) ?? ''));
    },
    [REVIEW, at, FIRST_ROW, PEOPLE] as const,
  );
}

/** Waits until so many decisions stand in the sheet. */
async function written(count: number): Promise<void> {
  await desk.page.waitForFunction(
    ([name, index, first, people, wanted]) => {
      const sheet = window.workbenchHost?.workbook.sheetByName(name);
      const rows = Array.from({ length: people }, (_, i) => sheet?.value(first + i, index) ?? '');
      return rows.filter((value) => value !== '').length === wanted;
    },
    [REVIEW, DECISION, FIRST_ROW, PEOPLE, count] as const,
  );
}

test('everybody is decided by keyboard alone, a key a person, each a step that can be undone', async () => {
  const { page, pane } = desk;
  const suggestions = await column(SUGGESTION);
  await pane.find('.candidates [role=radio][tabindex="0"]').first().focus();
  let keys = 0;
  for (const suggestion of suggestions) {
    await page.keyboard.press(KEYS[suggestion] ?? 'ArrowDown');
    keys += 1;
  }
  expect(keys).toBe(PEOPLE);
  await written(30);
  expect(await column(DECISION)).toEqual(suggestions);
  await pane.find('#decided-count').filter({ hasText: '已审定 30 / 31 人' }).waitFor();
  expect(await pane.find('.meeting .quota figcaption').textContent()).toContain('（按审定等次）');
  // Nowhere else on the page.
  expect(await pane.find('.quota').count()).toBe(1);

  await pane.find('#undo').click();
  await written(29);
  const last = Math.max(...suggestions.flatMap((suggestion, i) => (suggestion === '' ? [] : [i])));
  expect(await column(DECISION)).toEqual(suggestions.map((each, i) => (i === last ? '' : each)));
}, 180_000);

test('who is not decided as suggested needs a reason, which is asked for at once and written to 备注', async () => {
  const { page, pane } = desk;
  const [suggestion = ''] = await column(SUGGESTION);
  const other = suggestion === '好' ? '较好' : '好';
  await pane.find('.candidates [role=radio][tabindex="0"]').first().focus();
  await page.keyboard.press(KEYS[other] ?? '');
  await pane.find('.reason input').waitFor();
  await page.keyboard.type('牵头完成重点项目');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([name, row, at]) => window.workbenchHost?.workbook.sheetByName(name)?.value(row, at) === '牵头完成重点项目',
    [REVIEW, FIRST_ROW, REMARK] as const,
  );
  expect(await cellValue(page, REVIEW, FIRST_ROW, DECISION)).toBe(other);
  await pane.find('.filter').filter({ hasText: '与建议不同' }).click();
  await pane.find('.candidates > li').nth(1).waitFor({ state: 'detached' });
  expect(await pane.find('.candidates > li').count()).toBe(1);
});

test('a choice is taken back by choosing it again', async () => {
  const { pane } = desk;
  const chip = pane.find('.candidates > li').first().getByRole('radio', { name: /^较差/ });
  await chip.click();
  await written(1);
  expect(await chip.getAttribute('aria-checked')).toBe('true');
  await chip.click();
  await written(0);
  expect(await chip.getAttribute('aria-checked')).toBe('false');
});

test('nothing is decided on a suggestion that nobody has seen', async () => {
  const { page, pane } = desk;
  await page.evaluate(
    ([name, row, at]) => {
      // Without an event: the pane does not know of it.
      window.workbenchHost?.workbook.sheetByName(name)?.input(row, at, '较差');
    },
    [REVIEW, FIRST_ROW, SUGGESTION] as const,
  );
  await pane.find('.candidates > li').first().getByRole('radio', { name: /^好/ }).click();
  await pane.find('#preview .severity.error').first().waitFor();
  expect(await pane.find('#preview').textContent()).toMatch(/的建议等次已由“.+”变为“较差”，未写入/);
  expect(await cellValue(page, REVIEW, FIRST_ROW, DECISION)).toBe('');
});

test('what is typed into the sheet meanwhile is not replaced unseen', async () => {
  const { page, pane } = desk;
  await page.evaluate(
    ([name, row, at]) => {
      window.workbenchHost?.workbook.sheetByName(name)?.input(row, at, '一般');
    },
    [REVIEW, FIRST_ROW, DECISION] as const,
  );
  await pane.find('.candidates > li').first().getByRole('radio', { name: /^好/ }).click();
  await pane.find('#preview').getByText('“一般”将改为“好”').first().waitFor();
  expect(await cellValue(page, REVIEW, FIRST_ROW, DECISION)).toBe('一般');
});

test('the undecided are filled as suggested after a preview; who is decided stays', async () => {
  const { page, pane } = desk;
  const suggestions = await column(SUGGESTION);
  await typeInto(page, REVIEW, `Q${FIRST_ROW + 1}`, [['较差']]);
  await pane.find('#decided-count').filter({ hasText: '已审定 1 / 31 人' }).waitFor();
  expect(await pane.find('#fill').textContent()).toContain('29 人');
  await pane.confirmed('#fill');
  expect(await column(DECISION)).toEqual(['较差', ...suggestions.slice(1)]);
  await pane.find('#decided-count').filter({ hasText: '已审定 30 / 31 人' }).waitFor();
});

test.each([320, 900])('at %i pixels nothing stands over the edge, and nothing is inaccessible', async (width) => {
  const { page, pane } = desk;
  await pane.setWidth(width);
  expect(await pane.overflow()).toBe(0);
  const columns = await pane
    .find('.candidates > li')
    .first()
    .evaluate((item) => getComputedStyle(item).gridTemplateColumns.split(' ').length);
  expect(columns).toBe(width < 700 ? 2 : 6);
  expect(await seriousFindings(page)).toEqual([]);
});
