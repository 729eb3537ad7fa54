import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbook } from '../../src/host/workbook/xlsx';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { siteAndBrowser } from './siteAndBrowser';
import { openWorkbench, type Workbench } from './workbench';

const FIXTURES = join(__dirname, '../fixtures');
const JULY = '2020年7月测评表';

const stage = siteAndBrowser();
let workbench: Workbench;

beforeEach(async () => {
  workbench = await openWorkbench(stage.browser, stage.site.address);
});

afterEach(() => expect(workbench.faults()).toEqual([]));

async function calculateScores(): Promise<void> {
  await workbench.pane.getByRole('button', { name: '审定', exact: true }).click();
  await workbench.pane.getByRole('button', { name: '计算得分' }).click();
  await workbench.pane.getByRole('button', { name: '确认写入' }).click();
  await workbench.pane.getByText(/^已写入/).waitFor();
}

async function save(): Promise<{ name: string; workbook: WorkbookModel }> {
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download'),
    workbench.page.getByRole('button', { name: '另存为' }).click(),
  ]);
  const opened = await openWorkbook(new Uint8Array(await readFile(await download.path())));
  if (!opened.ok) throw new Error(opened.detail);
  return { name: download.suggestedFilename(), workbook: opened.workbook };
}

const isUnsaved = (): Promise<boolean> => workbench.page.locator('.unsaved').isVisible();

test('the sample is open at first, in the grid and in the pane', async () => {
  await workbench.message('已打开“2020Q3.xlsx”');
  expect(await workbench.page.evaluate(() => window.paintedText)).toContain('王建国');
  expect(await isUnsaved()).toBe(false);
  expect(await workbench.page.title()).toBe('2020Q3.xlsx – 平时考核工作台');
});

test('pages run no script but the site’s own files', async () => {
  const policies = await Promise.all(
    workbench.page
      .frames()
      .map((frame) => frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')),
  );
  expect(policies).toHaveLength(2);
  for (const policy of policies) {
    expect(policy).toMatch(/^\s*default-src 'self';/);
    expect(policy).not.toMatch(/script-src|unsafe|https?:/);
  }
  const evaluated = await workbench.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    let refused = false;
    document.addEventListener('securitypolicyviolation', () => (refused = true), { once: true });
    document.head.append(script);
    return new Promise<boolean>((done) => setTimeout(() => done(refused && !('ran' in window))));
  });
  expect(evaluated).toBe(true);
  // That attempt is on the console; nothing else is.
  expect(workbench.faults()).toHaveLength(1);
});

test('a typed score reaches the workbook and the add-in, and the total that depends on it is painted', async () => {
  await calculateScores();
  const pane = workbench.page.frame({ name: 'pane' });
  await pane?.evaluate(async (name) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).onChanged.add(async ({ address, details }) => {
        document.title = `${address}: ${String(details.valueBefore)} → ${String(details.valueAfter)}`;
      });
      await context.sync();
    });
  }, JULY);

  await workbench.paints('91.7', () => workbench.type('C5', '89.5'));
  expect(await workbench.value(JULY, 4, 2)).toBe(89.5);
  await pane?.waitForFunction(() => document.title !== '' && document.title.includes('→'));
  expect(await pane?.title()).toBe('C5: 95 → 89.5');
  expect(await isUnsaved()).toBe(true);

  await workbench.page.keyboard.press('Control+z');
  await workbench.page.waitForFunction(
    (name) => window.workbenchHost?.workbook.sheetByName(name)?.value(4, 2) === 95,
    JULY,
  );
});

test('what the add-in writes shows in the grid, and wrong input is refused with the cell’s own message', async () => {
  await workbench.paints('得分等次', calculateScores);
  await workbench.goTo('C6');
  await workbench.message('打分：请输入0到100之间的数字。');
  await workbench.paints('86', () => workbench.type('C6', '123'));
  await workbench.message('没有录入：打分。分数须为0到100之间的数字，请重新输入。');
  expect(await workbench.value(JULY, 5, 2)).toBe(86);
  // The cell is selected again, for the next try.
  await workbench.page.keyboard.type('99');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.waitForFunction(
    (name) => window.workbenchHost?.workbook.sheetByName(name)?.value(5, 2) === 99,
    JULY,
  );
  await workbench.showSheet('考核设置');
});

test('a click on a problem goes to its cell in the grid', async () => {
  await workbench.pane.getByRole('button', { name: '检查', exact: true }).click();
  // What is noted of several cells is folded away: the notes, and their places.
  await workbench.pane.locator('.notes > summary').first().click();
  await workbench.pane.locator('.places', { hasText: '2020年9月测评表 B7' }).locator('summary').click();
  const painted = workbench.paints('2020年9月', () =>
    workbench.pane.getByText('2020年9月测评表 B7', { exact: false }).first().click(),
  );
  await painted;
  const selected = await workbench.page.evaluate(() => {
    const { sheet, area } = window.workbenchHost?.selection ?? {};
    return [sheet?.name, area?.row, area?.column];
  });
  expect(selected).toEqual(['2020年9月测评表', 6, 1]);
  expect(await workbench.page.locator('[data-u-comp="defined-name"] input').inputValue()).toBe('B7');
});

test('cells are copied with their formulas and pasted where the workbook allows it', async () => {
  await calculateScores();
  await workbench.type('N5', '=C5+1');
  await workbench.goTo('N5');
  await workbench.page.keyboard.press('Control+c');
  await workbench.goTo('N7:N8');
  await workbench.page.keyboard.press('Control+v');
  await workbench.page.waitForFunction(
    (name) => window.workbenchHost?.workbook.sheetByName(name)?.formula(7, 13) === '=C8+1',
    JULY,
  );
  await workbench.goTo('C5');
  await workbench.page.evaluate(() => navigator.clipboard.writeText('101\t80'));
  await workbench.page.keyboard.press('Control+v');
  await workbench.message('没有录入');
  expect(await workbench.value(JULY, 4, 3)).toBe(92);
});

test('what the workbook would not get to know is switched off', async () => {
  await workbench.goTo('C5');
  await workbench.page.keyboard.press('Control+b');
  await workbench.message('工作台里只能填写内容');
  expect(await isUnsaved()).toBe(false);
});

test('the saved file has another name, what was typed and what was calculated', async () => {
  await calculateScores();
  await workbench.type('C5', '90');
  await workbench.page.waitForFunction(
    (name) => window.workbenchHost?.workbook.sheetByName(name)?.value(4, 2) === 90,
    JULY,
  );
  const { name, workbook } = await save();
  expect(name).toBe('2020Q3-平时考核.xlsx');
  const sheet = workbook.sheetByName(JULY);
  expect([sheet?.value(4, 2), sheet?.value(4, 9)]).toEqual([90, 91.8]);
  expect(workbook.sheets.map((each) => each.name)).toContain('考核设置');
  await workbench.message('已另存为“2020Q3-平时考核.xlsx”');
  expect(await isUnsaved()).toBe(false);
});

/** A workbook with a digital signature, which no change leaves valid. */
function signed(): string {
  const parts = unzipSync(readFileSync(join(FIXTURES, 'messy/label-whitespace.xlsx')));
  const origin = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin';
  const relationship = `<Relationship Id="signed" Type="${origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>`;
  const rels = strFromU8(parts['_rels/.rels'] ?? new Uint8Array()).replace('</Relationships>', relationship);
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
    /<Default /,
    '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Default ',
  );
  const path = join(mkdtempSync(join(tmpdir(), 'kaohe-signed-')), 'signed.xlsx');
  const added = {
    '_rels/.rels': strToU8(rels),
    '[Content_Types].xml': strToU8(types),
    '_xmlsignatures/origin.sigs': new Uint8Array(),
  };
  writeFileSync(path, zipSync({ ...parts, ...added }));
  return path;
}

test('what saving would lose is told before', async () => {
  await workbench.drop(signed());
  await workbench.message('已打开“signed.xlsx”');
  await workbench.page.getByRole('button', { name: '另存为' }).click();
  const dialog = workbench.page.getByRole('dialog');
  expect(await dialog.textContent()).toContain('工作簿：数字签名');
  await dialog.getByRole('button', { name: '取消' }).click();
  await workbench.message('没有保存');
  await workbench.page.getByRole('button', { name: '另存为' }).click();
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download'),
    dialog.getByRole('button', { name: '继续保存' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('signed-平时考核.xlsx');
});

test('locked cells of a protected sheet open no editor', async () => {
  await workbench.drop(join(FIXTURES, 'messy/protected.xlsx'));
  await workbench.message('已打开“protected.xlsx”');
  const before = await workbench.value(JULY, 3, 2);
  await workbench.type('C4', '1');
  await workbench.message('这个单元格受保护');
  expect(await workbench.value(JULY, 3, 2)).toBe(before);
  expect(await isUnsaved()).toBe(false);
});

test.each([
  ['xlsx/encrypted.xlsx', '“encrypted.xlsx”已加密；请在 Excel 中取消打开密码后再试。'],
  ['xlsx/legacy.xls', '“legacy.xls”是旧的 .xls 格式；请在 Excel 中另存为'],
  ['2020Q3.json', '“2020Q3.json”不是 .xlsx 工作簿；请在 Excel 中另存为'],
])('%s cannot be opened, and what is open stays', async (file, text) => {
  await workbench.drop(join(FIXTURES, file));
  await workbench.message(text);
  expect(await workbench.page.locator('#name').textContent()).toBe('2020Q3.xlsx');
});

test('several files at once are for the pane', async () => {
  await workbench.drop(join(FIXTURES, '2020Q3.xlsx'), join(FIXTURES, 'messy/weeks.xlsx'));
  await workbench.message('一次只能打开一个工作簿');
});

interface HeldClient {
  /** The pane has asked for it, and waits. */
  readonly asked: Promise<unknown>;
  readonly letGo: () => Promise<void>;
}

/** Keeps the next page of the pane from Excel's client until it is let go; pages after that get it at once. */
async function holdClient(): Promise<HeldClient> {
  const client = '**/pane/office/*';
  let letGo = (): void => undefined;
  const held = new Promise<void>((release) => (letGo = release));
  const asked = workbench.page.waitForRequest(client);
  await workbench.page.route(
    client,
    async (route) => {
      await held;
      // The page that asked may have gone.
      await route.continue().catch(() => undefined);
    },
    { times: 1 },
  );
  return {
    asked,
    letGo: async () => {
      letGo();
      await workbench.page.unroute(client);
    },
  };
}

test('workbooks that are dropped one after the other are opened so', async () => {
  const client = await holdClient();
  await workbench.drop(join(FIXTURES, 'messy/protected.xlsx'));
  await client.asked;
  await workbench.drop(join(FIXTURES, 'messy/weeks.xlsx'));
  await workbench.drop(join(FIXTURES, 'messy/label-whitespace.xlsx'));
  await client.letGo();
  await workbench.message('已打开“label-whitespace.xlsx”');
  expect(await workbench.page.locator('#name').textContent()).toBe('label-whitespace.xlsx');
  await workbench.pane.locator('#next-step').waitFor();
});

test('a pane that is left while it loads does so quietly', async () => {
  const client = await holdClient();
  await workbench.drop(join(FIXTURES, 'messy/weeks.xlsx'));
  await client.asked;
  await workbench.page.locator('#pane').evaluate((pane: HTMLIFrameElement) => pane.contentWindow?.location.reload());
  await client.letGo();
  await workbench.pane.locator('#next-step').waitFor();
});

test('the answer to a question is for one workbook only', async () => {
  await workbench.type('C5', '90');
  await workbench.page.locator('.unsaved').waitFor();
  await workbench.drop(join(FIXTURES, 'messy/protected.xlsx'));
  const dialog = workbench.page.getByRole('dialog');
  await dialog.waitFor();
  await workbench.drop(join(FIXTURES, 'messy/weeks.xlsx'));
  await workbench.message('请先回答对话框中的问题');
  await dialog.getByRole('button', { name: '不保存，直接打开' }).click();
  await workbench.message('已打开“protected.xlsx”');
  await workbench.pane.locator('#next-step').waitFor();
  expect(await workbench.page.locator('#name').textContent()).toBe('protected.xlsx');
});

test('unsaved work is not lost without a question: neither to another workbook nor to a closed page', async () => {
  await workbench.type('C5', '90');
  await workbench.page.locator('.unsaved').waitFor();
  await workbench.page.getByRole('button', { name: '打开示例' }).click();
  const dialog = workbench.page.getByRole('dialog');
  await dialog.getByText('“2020Q3.xlsx”有未保存的改动').waitFor();
  await workbench.page.keyboard.press('Escape');
  expect(await workbench.value(JULY, 4, 2)).toBe(90);

  const asked = workbench.page.waitForEvent('dialog');
  await workbench.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await workbench.page.getByRole('button', { name: '打开示例' }).click();
  await dialog.getByRole('button', { name: '不保存，直接打开' }).click();
  await workbench.page.locator('.unsaved').waitFor({ state: 'hidden' });
  expect(await workbench.value(JULY, 4, 2)).toBe(95);
});

test('a second visit begins with the sample again, and nothing is kept in the browser', async () => {
  await workbench.type('C5', '90');
  await save();
  await workbench.page.close();
  workbench = await openWorkbench(stage.browser, stage.site.address);
  expect(await workbench.value(JULY, 4, 2)).toBe(95);
  const kept = await workbench.page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).map(({ name }) => name),
  ]);
  expect(kept).toEqual([0, 0, '', []]);
});
