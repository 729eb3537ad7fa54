import type { Page } from 'playwright-core';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { decided } from '../excel/support/decidedQuarter';
import { REVIEW } from '../excel/support/reviewPage';
import { GOLDEN, openFixture } from '../excel/support/workbooks';
import { seriousFindings } from './accessibility';
import { openAgainOn, openWorkbook } from './openWorkbook';
import { cellValue, sheetNames, typeInto, type PaneFrame } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

const stage = siteAndBrowser();
let page: Page;
let pane: PaneFrame;
let faults: () => string[];

async function open(workbook: WorkbookModel, today: string): Promise<void> {
  ({ page, pane, faults } = await openWorkbook(stage.browser, stage.site, workbook, today));
  await pane.open('notice');
}

async function openAgain(today: string): Promise<void> {
  pane = await openAgainOn(page, today);
  await pane.open('notice');
}

const texts = (selector: string) => pane.find(selector).allTextContents();
const states = () => texts('.steps .state');
const OBJECTION = ['园区科', '孙伟', '对等次有异议', '2020-10-13'];

/** Every text of a sheet. */
function sheetTexts(name: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const sheet = window.workbenchHost?.workbook.sheetByName(wanted);
    return [...(sheet?.data.cells.keys() ?? [])].map((key) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      return String(sheet?.formula(row, column));
    });
  }, name);
}

test('from the decision to the lists: every step is previewed, written, seen, and only possible when its time has come', async () => {
  await open(await decided(), '2020-10-12');
  expect(await states()).toEqual(['已完成', '请办理', '未到', '未到', '未到']);

  // 公示: its days and its names are there before anything is written.
  expect(await pane.find('#notice-start').inputValue()).toBe('2020-10-12');
  expect(await texts('.days li')).toEqual(['10月12日 周一', '10月13日 周二', '10月14日 周三']);
  await pane.find('#white-list summary').click();
  expect(await texts('#white-list tbody tr')).toHaveLength(13);
  expect(await texts('#white-list tbody tr:first-child td')).toEqual(['办公室', '王建国', '科员', '好']);
  await pane.find('#post').click();
  await pane.find('#preview').waitFor();
  expect(await pane.find('#preview').textContent()).toContain('新建工作表“公示”');
  expect(await sheetNames(page)).not.toContain('公示');
  await pane.find('#confirm').click();
  await pane.find('#undo').waitFor();
  await pane.find('#step-objections[open]').waitFor();
  expect(await states()).toEqual(['已完成', '进行中', '进行中', '未到', '未到']);
  const posted = await sheetTexts('公示');
  expect(posted).toContain('王建国');
  // Numbers are those of lines and days; a score would be larger, a mean would have decimals.
  const numbers = posted.flatMap((text) => text.match(/\d+(\.\d+)?/g) ?? []);
  expect(numbers.filter((number) => number !== '2020' && (Number(number) > 14 || number.includes('.')))).toEqual([]);
  expect(posted.filter((text) => /分|处分|立案|病|试用/.test(text))).toEqual([]);

  // Taken back and given again.
  await pane.find('#undo').click();
  await pane.find('#undo').waitFor({ state: 'detached' });
  expect(await sheetNames(page)).not.toContain('公示');
  expect(await states()).toEqual(['已完成', '请办理', '未到', '未到', '未到']);
  await pane.confirmed('#post');

  // 复核登记: what is typed there is followed, with its deadline; a click leads to it.
  await typeInto(page, '复核登记', 'B2:E2', [OBJECTION]);
  const objection = pane.find('#objections-open button');
  await objection.waitFor();
  expect(await objection.textContent()).toBe('待复孙伟：10月13日收到，最迟10月20日答复');
  await pane.confirmed('#objections');
  expect(await cellValue(page, '复核登记', 1, 5)).toBe('2020年10月20日');
  await objection.click();
  await page.waitForFunction(() => window.workbenchHost?.workbook.activeSheet.name === '复核登记');

  // 定稿 waits for the period and for the answer.
  await openAgain('2020-10-21');
  expect(await states()).toEqual(['已完成', '已完成', '请办理', '未到', '未到']);
  expect(await pane.find('#objections-open').textContent()).toContain('逾期孙伟');
  await pane.find('#step-final summary').click();
  expect(await pane.find('#step-final').textContent()).toContain(
    '孙伟的异议尚未办结，不能定稿；请复核并填写答复日期和复核结果（三（二）5）',
  );
  expect(await pane.find('#finalise').getAttribute('aria-disabled')).toBe('true');
  await typeInto(page, '复核登记', 'G2:H2', [['2020-10-20', '维持原等次']]);
  await pane.find('#step-objections:not([open])').waitFor({ state: 'attached' });
  expect(await states()).toEqual(['已完成', '已完成', '已完成', '请办理', '未到']);

  await pane.find('#finalise').click();
  await pane.find('#preview').waitFor();
  expect(await pane.find('#preview').textContent()).toContain('新建工作表“结果运用”');
  await pane.find('#confirm').click();
  await pane.find('#step-followUp[open]').waitFor();
  expect(await cellValue(page, REVIEW, 1, 10)).toBe(
    '定稿：2020年10月21日（公示期2020年10月12日至10月14日已满，无未办结的异议）',
  );
  expect(await states()).toEqual(['已完成', '已完成', '已完成', '已完成', '请办理']);
  expect(await texts('#step-followUp h3')).toEqual([
    '批评教育、警示谈话或离岗培训（1 人，四·2）',
    '表扬：“好”等次（6 人，四·2）',
  ]);

  // 结果运用: what was done closes the quarter.
  await typeInto(page, '结果运用', 'H8:I8', [['警示谈话', '2020-10-22']]);
  await pane.find('#step-followUp:not([open])').waitFor({ state: 'attached' });
  expect(await states()).toEqual(['已完成', '已完成', '已完成', '已完成', '已完成']);
  expect(await pane.find('#step-followUp').textContent()).toContain('警示谈话，2020年10月22日');
  expect(faults()).toEqual([]);
});

test('the list of the meeting is there to be looked at, by grade, with nothing to choose', async () => {
  await open(await decided(), '2020-10-12');
  await pane.find('#step-decide summary').first().click();
  const list = pane.find('.decided-list');
  await list.locator('.filter').filter({ hasText: '好（6）' }).first().click();
  expect(await list.locator('.candidates > li').count()).toBe(6);
  expect(await list.locator('.candidates .decision').allTextContents()).toEqual(Array.from({ length: 6 }, () => '好'));
  expect(await list.locator('.candidates [role=radio], .candidates input').count()).toBe(0);
  // Who does not take part has a status, not a decision that lacks.
  await list.locator('.filter').first().click();
  await pane.find('#decided-filter').fill('褚强');
  expect(await list.locator('.candidates .decision').allTextContents()).toEqual(['不参加考核']);
  expect(faults()).toEqual([]);
});

describe('the days of a notice', () => {
  test('begin on the next working day where today is none, and heed 调休', async () => {
    await open(await decided(), '2020-10-11');
    expect(await pane.find('#notice-start').inputValue()).toBe('2020-10-12');
    await pane.find('#notice-start').fill('2020-09-25');
    expect(await texts('.days li')).toEqual(['9月25日 周五', '9月27日 周日（调休上班）', '9月28日 周一']);
    await pane.find('#notice-start').fill('2020-10-02');
    expect(await pane.find('#notice-days').textContent()).toContain('10月2日不是工作日，从10月9日起算。');
    expect(faults()).toEqual([]);
  });

  test('are not counted from a date that is none', async () => {
    await open(await decided(), '2020-10-12');
    await pane.find('#notice-start').fill('2120-10-12');
    expect(await pane.find('#step-post').textContent()).toContain('请填写一年以内的日期。');
    expect(await pane.find('#post').getAttribute('aria-disabled')).toBe('true');
    expect(await pane.find('.days').count()).toBe(0);
    expect(faults()).toEqual([]);
  });
});

test('before the decision the page says what lacks and leads there', async () => {
  await open(await openFixture(GOLDEN), '2020-10-12');
  expect(await states()).toEqual(['请办理', '未到', '未到', '未到', '未到']);
  expect(await pane.find('#step-decide').textContent()).toContain('没有找到2020年第三季度的审定表');
  await pane.find('#to-review').click();
  await pane.find('#tab-review[aria-current=page]').waitFor();
  expect(faults()).toEqual([]);
});

test('a decision that changes after the notice is told', async () => {
  await open(await decided(), '2020-10-12');
  await pane.confirmed('#post');
  const row = await page.evaluate((name) => {
    const sheet = window.workbenchHost?.workbook.sheetByName(name);
    return Array.from({ length: 30 }, (_, i) => i).find((i) => sheet?.value(i, 2) === '孙伟') ?? -1;
  }, REVIEW);
  await typeInto(page, REVIEW, `Q${row + 1}`, [['一般']]);
  await pane.find('#step-post .stale').waitFor();
  expect(await pane.find('#step-post .stale').textContent()).toContain('与审定表不同');
  expect(faults()).toEqual([]);
});

test('fits 320 px with every step open, and has nothing that axe finds serious, light and dark', async () => {
  await open(await decided(), '2020-10-12');
  await pane.confirmed('#post');
  await typeInto(page, '复核登记', 'B2:E2', [OBJECTION]);
  await pane.find('#objections-open').waitFor();
  await pane.setWidth(320);
  await pane.find('.steps').evaluate((steps) => {
    for (const details of steps.querySelectorAll('details')) details.open = true;
  });
  expect(await pane.overflow()).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await seriousFindings(page)).toEqual([]);
  expect(faults()).toEqual([]);
});
