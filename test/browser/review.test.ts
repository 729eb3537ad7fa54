import type { Page } from 'playwright-core';
import { seriousFindings } from './accessibility';
import { holdAnswers, hurry } from './heldAnswers';
import { cellValue, PAGES, PaneFrame, sheetNames, typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const REVIEW = '2020年第三季度审定表';
const JULY = '2020年7月测评表';
const stage = siteAndBrowser();
let page: Page;
let pane: PaneFrame;
let faults: () => string[];

beforeEach(async () => {
  ({ page, faults } = await stage.browser.visitPane(stage.site.address));
  pane = await PaneFrame.of(page);
});

afterEach(() => expect(faults()).toEqual([]));

describe('季度审定', () => {
  beforeEach(() => pane.open('review'));

  test('is previewed, written, seen in the overview and undone', async () => {
    await pane.find('#review').click();
    await pane.find('#preview').waitFor();
    expect(await pane.find('#preview').textContent()).toContain(`新建工作表“${REVIEW}”`);
    expect(await sheetNames(page)).not.toContain(REVIEW);
    await pane.find('#confirm').click();
    await pane.find('#undo').waitFor();
    expect(await pane.status()).toMatch(/^已写入，共 \d+ 个单元格。$/);
    expect(await sheetNames(page)).toEqual(expect.arrayContaining([REVIEW, '操作记录', '考核设置']));

    await pane.open('overview');
    expect(await pane.find('.next').textContent()).toContain('没有审定等次');
    await pane.find('#undo').click();
    await pane.find('#undo').waitFor({ state: 'detached' });
    expect(await pane.status()).toContain('已撤销');
    expect(await sheetNames(page)).not.toContain(REVIEW);
  });

  test('cancelled by Escape writes nothing', async () => {
    const before = await sheetNames(page);
    await pane.find('#review').click();
    await pane.find('#preview h2').press('Escape');
    await pane.find('#preview').waitFor({ state: 'detached' });
    expect(await sheetNames(page)).toEqual(before);
  });

  test('is refused when a score was changed while the preview was read', async () => {
    await pane.confirmed('#calculate');
    await pane.find('#review').click();
    await pane.find('#preview').waitFor();
    await page.evaluate((name) => {
      window.workbenchHost?.workbook.addSheet(name);
    }, REVIEW);
    await pane.find('#confirm').click();
    await pane.find('#preview .severity.error').first().waitFor();
    expect(await pane.find('#preview').textContent()).toContain('预览之后有改动');
  });

  test('a decision typed afterwards is not thrown away by undo, unless the person says so', async () => {
    await pane.confirmed('#review');
    await typeInto(page, REVIEW, 'Q5', [['好']]);
    await pane.find('#undo').click();
    await pane.find('#discard-edits').waitFor();
    expect(await pane.find('footer').textContent()).toContain('这一步之后有改动（Q5），未撤销');
    expect(await cellValue(page, REVIEW, 4, 16)).toBe('好');
    await pane.find('#discard-edits').click();
    await pane.find('#undo').waitFor({ state: 'detached' });
    expect(await sheetNames(page)).not.toContain(REVIEW);
  });

  test('while a cell is being edited the write waits, and says what to do', async () => {
    await pane.find('#review').click();
    await page.evaluate(() => window.workbenchHost?.faults.inject({ kind: 'cellEdit' }, Infinity));
    await pane.find('#confirm').click();
    await pane.find('#status').filter({ hasText: '如果有单元格正在编辑' }).waitFor();
    expect(await sheetNames(page)).not.toContain(REVIEW);
    await page.evaluate(() => window.workbenchHost?.faults.clear('cellEdit'));
    await pane.find('#undo').waitFor();
    expect(await sheetNames(page)).toContain(REVIEW);
  });

  test('a write without an answer can be given up, and says that it may have been done', async () => {
    await pane.find('#review').click();
    await pane.find('#preview').waitFor();
    await page.evaluate(() => window.workbenchHost?.faults.inject({ kind: 'lostAnswer' }, Infinity));
    await hurry(page);
    await pane.find('#confirm').click();
    await pane.find('#status').filter({ hasText: 'Excel 一直没有回应' }).waitFor();
    await page.evaluate(() => window.workbenchHost?.faults.clear('lostAnswer'));
    await pane.find('#cancel-activity').click();
    await pane.find('#status').filter({ hasText: '写入可能已经完成' }).waitFor();
    await pane.find('#close-preview').click();
    await pane.find('#refresh').click();
    await pane.find('#refresh:not([aria-disabled])').waitFor();
    expect(await pane.find('h2').first().textContent()).toBe('审定表');
  });

  test('what-if counts with other grades and writes nothing', async () => {
    const before = await sheetNames(page);
    await pane.find('#what-if summary').click();
    await pane.find('#what-if-person').selectOption({ label: '沈阳（园区科）' });
    await pane.find('#what-if-grade').selectOption('好');
    await pane.find('#what-if-add').click();
    expect(await pane.find('#what-if-result').textContent()).toContain('“好”7 人，名额 6 人，超出 1 人');
    expect(await pane.find('#what-if-result').textContent()).toContain('较好：4 → 3 人');
    expect(await sheetNames(page)).toEqual(before);
  });

  test('anybody’s grade is explained from the cells to the clause, and a line leads to its cell', async () => {
    await pane.find('#meeting-filter').fill('周丽');
    await pane.find('.candidates summary').click();
    const line = pane.find('.derivation').getByText('受警告处分当年不得确定为“好”（五·5）').first();
    await line.waitFor();
    await pane.find('.derivation button').first().click();
    await page.waitForFunction((name) => window.workbenchHost?.workbook.activeSheet.name === name, JULY);
  });

  test('a name that nobody has is asked about, and the one that is meant is a click away', async () => {
    await pane.find('#meeting-filter').fill('周莉');
    await pane.find('.nobody').getByRole('button', { name: '是否为周丽？' }).click();
    expect(await pane.find('.candidates .who strong').allTextContents()).toEqual(['周丽']);
  });

  test('anybody’s history is told quarter by quarter, of the one among namesakes who was asked for', async () => {
    await pane.find('#meeting-filter').fill('外资科 王建国');
    await pane.find('.candidates summary').click();
    await pane.find('.candidates').getByRole('button', { name: '考核历史' }).click();
    const lines = pane.find('.history li');
    await lines.first().waitFor();
    expect(await lines.first().textContent()).toMatch(/^2020年第三季度：7月59\.9（较差）/);
    expect(await lines.allTextContents()).not.toContainEqual(expect.stringContaining('7月92.8'));
  });
});

describe('an edit in the sheet', () => {
  /** Gives somebody another score on a month's sheet, as a person does there. */
  async function score(person: string, value: number): Promise<void> {
    const row = await page.evaluate(
      ([name, wanted]) => {
        const sheet = window.workbenchHost?.workbook.sheetByName(name);
        return Array.from({ length: 40 }, (_, i) => i).find((each) => sheet?.value(each, 1) === wanted);
      },
      [JULY, person] as const,
    );
    await typeInto(page, JULY, `C${Number(row) + 1}`, [[value]]);
  }

  /** The grade of the only person who is shown, once it is another. */
  async function otherThan(before: string | null): Promise<string | null> {
    const grade = pane.find('.candidates .mean').filter({ hasNotText: before ?? '' });
    await grade.waitFor();
    return grade.textContent();
  }

  beforeEach(async () => {
    await pane.open('review');
    await pane.find('#meeting-filter').fill('杨帆');
  });

  test('is followed without asking', async () => {
    const before = await pane.find('.candidates .mean').textContent();
    await score('杨帆', 60);
    await otherThan(before);
    await pane.find('.rereading').waitFor({ state: 'detached' });
  });

  test('is followed however long a reading takes, which is shown while it lasts', async () => {
    const before = await pane.find('.candidates .mean').textContent();
    const answers = await holdAnswers(page);
    await score('杨帆', 60);
    await pane.find('progress.rereading').waitFor();
    expect(await pane.find('.stale').count()).toBe(0);
    await answers.afterAMinute();
    const after = await otherThan(before);
    await pane.find('.rereading').waitFor({ state: 'detached' });
    await pane.find('.stale').waitFor({ state: 'detached' });
    await score('杨帆', 100);
    await otherThan(after);
  });
});

describe('every page', () => {
  test.each(PAGES)(
    '%s fits 320 px and has nothing that axe finds serious, light, dark and in high contrast',
    async (name) => {
      await pane.setWidth(320);
      await pane.open(name);
      expect(await pane.overflow()).toBeLessThanOrEqual(0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await seriousFindings(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
    },
  );

  test('names each of its elements apart from those around it, after a write too', async () => {
    await pane.open('check');
    await pane.confirmed('#mark');
    for (const name of PAGES) {
      await pane.open(name);
      const ids = await pane.find('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });

  test('is reached, and a review written and undone, by keyboard alone', async () => {
    const focus = pane.find('*:focus');
    await pane.find('#tab-overview').focus();
    while ((await focus.getAttribute('id')) !== 'tab-review') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.find('#review').waitFor();
    while ((await focus.getAttribute('id')) !== 'review') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.find('#preview h2:focus').waitFor();
    await page.keyboard.press('Tab');
    expect(await focus.getAttribute('id')).toBe('confirm');
    await page.keyboard.press('Enter');
    await pane.find('#review:focus').waitFor();
    while ((await focus.getAttribute('id')) !== 'undo') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.find('#undo').waitFor({ state: 'detached' });
    expect(await sheetNames(page)).not.toContain(REVIEW);
  });
});
