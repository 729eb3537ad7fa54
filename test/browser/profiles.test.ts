import type { Page } from 'playwright-core';
import { PROFILE_NAMES, type ProfileName } from '../../src/host/profiles';
import type { CellInput } from '../../src/host/workbook/model/workbook';
import { task, weeklyFile } from '../excel/support/personFiles';
import { cellValue, PaneFrame, sheetNames, typeInto } from './paneFrame';
import { siteAndBrowser } from './siteAndBrowser';

// The pane in every Excel that the host plays: its whole quarter, as short as it can be, comes out the same.

const REVIEW = '2020年第三季度审定表';
const [FIRST_ROW, PEOPLE, SUGGESTION] = [4, 19, 11];

const stage = siteAndBrowser();

async function openIn(profile: string): Promise<{ page: Page; faults: () => string[] }> {
  await stage.browser.context.clock.setFixedTime('2020-10-09T12:00:00+08:00');
  return stage.browser.visit(`${stage.site.address}/?profile=${profile}`);
}

/** The person comes to the pane from somewhere else. */
async function comeTo(pane: PaneFrame): Promise<void> {
  await pane.find('body').evaluate(() => window.dispatchEvent(new Event('focus')));
}

/** Every cell's formula or value, by sheet and position. */
function contentsOf(page: Page): Promise<Record<string, CellInput>> {
  return page.evaluate(() =>
    Object.fromEntries(
      (window.workbenchHost?.workbook.sheets ?? []).flatMap((sheet) =>
        [...sheet.data.cells.keys()].flatMap((key) => {
          const [row = 0, column = 0] = key.split(',').map(Number);
          const content = sheet.formula(row, column);
          return content === '' ? [] : [[`${sheet.name}!${key}`, content] as const];
        }),
      ),
    ),
  );
}

/** What the workbook holds after marks, review, decisions, seal and notice. */
async function quarterIn(profile: ProfileName): Promise<Record<string, CellInput>> {
  const { page, faults } = await openIn(profile);
  const pane = await PaneFrame.of(page);
  await pane.open('check');
  await pane.confirmed('#mark');
  await pane.open('review');
  await pane.confirmed('#review');
  for (let i = 0; i < PEOPLE; i++) {
    const grade = await cellValue(page, REVIEW, FIRST_ROW + i, SUGGESTION);
    if (grade !== '由外单位考核') await typeInto(page, REVIEW, `Q${FIRST_ROW + i + 1}`, [[String(grade)]]);
  }
  // Where events are late or lost the pane knows nothing of the last decision until somebody comes to it.
  await comeTo(pane);
  await pane.find('.quota figcaption').getByText('（按审定等次）：参加 17 人，“好”6 人，名额 6 人').first().waitFor();
  await pane.confirmed('#seal');
  await pane.find('#verify').click();
  await pane.find('#status').filter({ hasText: '核验通过' }).waitFor();
  await pane.open('notice');
  await pane.confirmed('#post');
  expect(faults()).toEqual([]);
  return contentsOf(page);
}

let expected: Promise<Record<string, CellInput>> | undefined;

test.each(PROFILE_NAMES.filter((name) => name !== 'reference'))(
  'the quarter of the pane comes out in %s as in the reference',
  async (profile) => {
    const held = await quarterIn(profile);
    expect(Object.keys(held).filter((key) => /^(公示|封存记录|操作记录)!/.test(key)).length).toBeGreaterThan(20);
    expect(held).toEqual(await (expected ??= quarterIn('reference')));
  },
  300_000,
);

test('E1: what nobody tells of is read when somebody comes to the pane, and not before', async () => {
  const { page, faults } = await openIn('reference');
  const pane = await PaneFrame.of(page);
  await pane.find('#next-step').waitFor();
  await page.evaluate((name) => {
    const { workbook } = window.workbenchHost ?? {};
    const sheet = workbook?.sheetByName(name);
    if (workbook !== undefined && sheet !== undefined) workbook.renameSheet(sheet, '改了名的表');
    window.workbenchHost?.resetCounters();
  }, '2020年7月测评表');
  const asked = (): Promise<number> => page.evaluate(() => window.workbenchHost?.counters.syncs ?? 0);
  expect(await asked()).toBe(0);
  await comeTo(pane);
  await page.waitForFunction(() => (window.workbenchHost?.counters.syncs ?? 0) > 0);
  await pane.open('check');
  await pane.find('main').getByText('改了名的表').first().waitFor({ state: 'attached' });
  expect(faults()).toEqual([]);
});

test('P11: the pane is light in an Office that says so on a dark system, and dark where Office says nothing', async () => {
  const darkness = async (profile: ProfileName): Promise<string> => {
    const { page } = await openIn('reference');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${stage.site.address}/?profile=${profile}`);
    const pane = await PaneFrame.of(page);
    return pane
      .find('.fui-FluentProvider')
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  };
  const [given, missing] = [await darkness('win-365'), await darkness('web')];
  const brightness = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  expect(brightness(given)).toBeGreaterThan(200);
  expect(brightness(missing)).toBeLessThan(100);
});

test('P12: files that are dropped into the pane are read like those that are chosen; U1: Ctrl+Z is spoken of before it is written', async () => {
  const { page, faults } = await openIn('web');
  const pane = await PaneFrame.of(page);
  await pane.open('forms');
  const given = await weeklyFile('李军', '2020-07-06', '2020-07-10', [task('报表', '已完成', '7月8日')]);
  const file = { name: given.name, base64: Buffer.from(await given.bytes()).toString('base64') };
  await pane.find('#files').evaluate((input, { name, base64 }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    const dropped = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    input.closest('section')?.dispatchEvent(dropped);
  }, file);
  await pane.find('#preview .planned summary').getByText('附件1 外贸科').waitFor();
  expect(await pane.find('#undo-here').textContent()).toContain('Ctrl+Z');
  await pane.find('#confirm').click();
  await pane.find('#preview').waitFor({ state: 'detached' });
  expect(await sheetNames(page)).toContain('附件1 外贸科');
  expect(faults()).toEqual([]);
});

test('an Excel that is not known is said to be none', async () => {
  const { page } = await openIn('nobody');
  await page.locator('#message').filter({ hasText: 'profile=nobody' }).waitFor();
});
