/** What leaders look at: the figures of an office's workbook, on the pane and on paper. */
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { reviewSheet } from '../excel/support/annualBooks';
import { openFixture, runReview } from '../excel/support/workbooks';
import { seriousFindings } from './accessibility';
import { openWorkbook, type OpenWorkbook } from './openWorkbook';
import { typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

/** Thirty people and a stranger, three raters a month, headings of the office's own. */
const DESK = join(__dirname, '../fixtures/三季度考核.xlsx');
const REVIEW = '2026年第三季度审定表';

const stage = siteAndBrowser();
let desk: OpenWorkbook;

beforeEach(async () => {
  const workbook = await openFixture(DESK);
  addSecondQuarter(workbook);
  await runReview(workbook, '2026Q3');
  desk = await openWorkbook(stage.browser, stage.site, workbook, '2026-10-08');
  await desk.pane.open('review');
  await desk.pane.find('#leaders > summary').click();
  await desk.pane.find('#person-quarters li').first().waitFor();
});

afterEach(() => expect(desk.faults()).toEqual([]));

/** The quarter before, as the group decided it. */
function addSecondQuarter(workbook: WorkbookModel): void {
  const sheet = workbook.addSheet('2026年第二季度审定表');
  const cells = reviewSheet('2026Q2', [
    ['办公室', '赵建国', '好', '较好'],
    ['办公室', '郑磊', '好', '好'],
  ]);
  cells.forEach((line, row) => line.forEach((cell, column) => cell !== '' && sheet.input(row, column, cell)));
}

/** What a row of the section says, in one line. */
async function rowOf(section: string, name: string): Promise<string> {
  const row = desk.pane
    .find(`${section} > ul > li`)
    .filter({ has: desk.page.frameLocator('#pane').getByText(name, { exact: true }) });
  expect(await row.count()).toBe(1);
  return (await row.innerText()).replace(/\s+/g, ' ').trim();
}

function paneFrame(): Frame {
  const frame = desk.page.frames().find((each) => each.url().includes('/pane/'));
  if (frame === undefined) throw new Error('no pane');
  return frame;
}

test('a 科室, a rater and a person have the figures of the workbook', async () => {
  expect(await rowOf('#department-grades', '办公室')).toBe('办公室 5 人 平均 86.95 好 3 较好 2');
  expect(await rowOf('#raters', '王副局长')).toBe(
    '王副局长 30 人，89 人次 平均 82.79，标准差 7.18 最低 57.40，中位 83.60，最高 94.10 偏宽 0.10 （89 人次：本人 82.79，全体 82.69） 1 行有误或认不出人员，未计入；请看“检查”页。',
  );
  // Somebody whom he alone scored is not compared.
  expect(await rowOf('#raters', '赵副局长')).toContain('偏严 0.04 （88 人次：本人 82.71，全体 82.75） 另有 1 人次');
  expect(await rowOf('#person-quarters', '赵建国')).toBe(
    '赵建国 办公室 2026年二季度 好 没有平均分 2026年三季度 较好* 83.52',
  );
  expect(await rowOf('#department-quarters', '办公室')).toBe(
    '办公室 2026年二季度 好 2 没有平均分 2026年三季度 好 3 较好 2 86.95',
  );
  expect(await rowOf('#month-rows', '7月')).toBe('7月 14/12 ▲2');
});

test('once somebody is decided, 科室 and quarters go by the decisions', async () => {
  const { page, pane } = desk;
  await typeInto(page, REVIEW, 'Q5', [['一般']]);
  await pane.find('#department-grades .numbers').filter({ hasText: '未审定' }).first().waitFor();
  expect(await rowOf('#department-grades', '办公室')).toBe('办公室 5 人 平均 86.95 一般 1 未审定 4');
  // The quarters are of before, which is said: they are read again when they are asked for.
  expect(await pane.find('#leaders .stale').isVisible()).toBe(true);
  await pane.find('#read-quarters').click();
  await pane.find('#leaders .stale').waitFor({ state: 'detached' });
  expect(await rowOf('#person-quarters', '赵建国')).toContain('2026年三季度 一般 83.52');
});

test('the section prints alone, everybody on it, black on white', async () => {
  const { page, pane } = desk;
  const frame = paneFrame();
  await frame.evaluate(() => {
    window.print = () => document.body.setAttribute('data-asked', document.body.className);
  });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await pane.find('#print-leaders').click();
  expect(await pane.find('body').getAttribute('data-asked')).toContain('prints-leaders');
  expect(await pane.find('.meeting').isVisible()).toBe(false);
  expect(await pane.find('header').isVisible()).toBe(false);
  expect(await pane.find('#print-leaders').isVisible()).toBe(false);
  expect(await pane.find('#person-quarters').isVisible()).toBe(true);
  const colours = await frame.evaluate(() => {
    const all = [...document.querySelectorAll('#leaders *')].filter((each) => each.getClientRects().length > 0);
    const said = (each: Element): string[] => {
      const { color, fill } = getComputedStyle(each);
      return each instanceof SVGElement ? (fill.startsWith('url') ? [] : [fill]) : [color];
    };
    return [...new Set(all.flatMap(said))].sort();
  });
  expect(colours).toEqual(['none', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await frame.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await pane.find('.meeting').isVisible()).toBe(true);
});

test.each([320, 900])('at %i pixels nothing stands over the edge, and nothing is inaccessible', async (width) => {
  const { page, pane } = desk;
  await pane.setWidth(width);
  expect(await pane.overflow()).toBe(0);
  const cut = await pane
    .find('#leaders')
    .evaluate((section) =>
      [...section.querySelectorAll('*')]
        .filter(
          (each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && !(each instanceof SVGElement),
        )
        .map((each) => each.className),
    );
  expect(cut).toEqual([]);
  const columns = await pane
    .find('#raters .rows > li')
    .first()
    .evaluate((item) => getComputedStyle(item).gridTemplateColumns.split(' ').length);
  expect(columns).toBe(width < 700 ? 1 : 3);
  expect(await seriousFindings(page)).toEqual([]);
});
