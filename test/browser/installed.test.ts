/**
 * The add-in as an office installs it: the package is made, unpacked elsewhere and served by a static web server over
 * https, with the office.js that it brings. Excel is made up around it (excelOnWeb.ts).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { makePackage } from '../../scripts/package';
import { HAND_STEPS, SECONDS_TO_GO } from '../../src/probe/byHand';
import { QUESTIONS } from '../../src/probe/questions';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { openWorkbook } from '../../src/host/workbook/xlsx';
import { launchBrowser, type Browser } from './browser';
import { openExcelOnWeb, type ExcelOnWeb, type ExcelOptions } from './excelOnWeb';
import { openSecureSite, type Site } from './site';

/** None that the manual has as an example. */
const ADDRESS = 'https://installed.example.cn';
const SAMPLE = join(__dirname, '../../assets/samples/2020Q3.xlsx');
/** What the pane takes to start in Excel on the web; English and the reader of files come when they are needed. */
const ON_THE_WEB = [
  '/commands.js',
  '/first.css',
  '/meeting.css',
  '/office/excel-web-16.00.js',
  '/office/office.js',
  '/office/telemetry/oteljs_agave.js',
  '/office/zh-cn/office_strings.js',
  '/pages.css',
  '/pages.js',
  '/parts.css',
  '/preview.css',
  '/reading.js',
  '/shared.js',
  '/shell.css',
  '/taskpane.html',
  '/taskpane.js',
  '/tokens.css',
  '/unused.js',
];

const folder = mkdtempSync(join(tmpdir(), 'kaohe-installed-'));
let files: Record<string, Uint8Array>;
let site: Site;
let browser: Browser;

beforeAll(async () => {
  files = unzipSync(makePackage({ address: ADDRESS }, join(folder, 'dist')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  [site, browser] = await Promise.all([openSecureSite(join(folder, 'site')), launchBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Paths without the hash in a name. */
function unhashed(paths: readonly string[]): string[] {
  return paths.map((path) => path.replace(/\.[0-9a-f]{8}\.css$/, '.css'));
}

async function sample(): Promise<WorkbookModel> {
  const opened = await openWorkbook(readFileSync(SAMPLE));
  if (!opened.ok) throw new Error('the sample does not open');
  return opened.workbook;
}

async function excel(options: ExcelOptions = {}, from: Site = site): Promise<ExcelOnWeb> {
  return openExcelOnWeb(browser, from, await sample(), options);
}

describe('the package', () => {
  test('has manifest, site, manual, licences, and the right sum of every file', () => {
    const names = Object.keys(files);
    for (const name of [
      'manifest.xml',
      'probe-manifest.xml',
      'site/probe.html',
      'site/taskpane.html',
      'manual/manual.html',
      'manual/deployment.html',
      'LICENSE',
    ]) {
      expect(names).toContain(name);
    }
    const sums = new Map(
      readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
    );
    expect([...sums.keys()].sort()).toEqual(names.filter((name) => name !== 'SHA256SUMS.txt').sort());
    for (const [name, sum] of sums) {
      expect([
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]).toEqual([name, sum]);
    }
  });

  test('says the office’s address in the manifest and nowhere else', () => {
    const said = Object.entries(files).filter(([, content]) => Buffer.from(content).includes(ADDRESS));
    expect(said.map(([name]) => name).sort()).toEqual(['manifest.xml', 'probe-manifest.xml']);
    for (const [, content] of said) expect(Buffer.from(content).toString('utf8')).not.toContain('localhost');
  });

  test('holds nothing of the embedded host and the workbench', () => {
    const maps = Object.entries(files).filter(([name]) => name.endsWith('.js.map'));
    expect(maps.length).toBeGreaterThan(0);
    const sources = maps.flatMap(([, content]) => {
      const map: unknown = JSON.parse(Buffer.from(content).toString('utf8'));
      return typeof map === 'object' && map !== null && 'sources' in map && Array.isArray(map.sources)
        ? map.sources.map(String)
        : [];
    });
    expect(sources.some((source) => source.includes('/src/taskpane/'))).toBe(true);
    expect(sources.filter((source) => /\/src\/(host|workbench|headless)\/|@univerjs/.test(source))).toEqual([]);
  });

  test('tells the licence of every package in it', () => {
    const text = readFileSync(join(folder, 'site/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of [
      'react',
      '@fluentui/react-components',
      'fraction.js',
      'chinese-days',
      'hucre',
      '@microsoft/office-js',
    ]) {
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});

describe('before Excel answers', () => {
  /** The pane's page as Excel on another platform opens it, without an Excel that answers. */
  async function opened(
    info: string | null,
  ): Promise<{ page: Page; paths: readonly string[]; faults: () => string[] }> {
    const { page, faults } = await browser.openPage('about:blank', [new URL(site.address).host]);
    const paths: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      // The window's own icon, which is fetched once for all windows.
      if (!pathname.startsWith('/assets/')) paths.push(pathname);
    });
    await page.clock.install();
    const query = info === null ? '' : `?_host_Info=${encodeURIComponent(info)}`;
    await page.goto(`${site.address}/taskpane.html${query}`);
    return { page, paths, faults };
  }
  const files = (platform: readonly string[]): string[] => [
    '/office/office.js',
    ...platform,
    '/first.css',
    '/meeting.css',
    '/pages.css',
    '/parts.css',
    '/preview.css',
    '/reading.js',
    '/shell.css',
    '/taskpane.html',
    '/taskpane.js',
    '/tokens.css',
  ];

  test.each([
    ['Windows', 'Excel$Win32$16.01$zh-CN$$$$0', 'excel-win32-16.01.js'],
    ['Mac', 'Excel$Mac$16.00$zh-CN$$$$0', 'excel-mac-16.00.js'],
  ])('on %s it waits, with that platform’s client, and then says what can be done', async (_name, info, client) => {
    const { page, paths, faults } = await opened(info);
    await page.getByText('正在连接 Excel…').waitFor();
    await page.clock.fastForward(8000);
    await page.getByText('Excel 还没有应答。请关闭窗格后重新打开').waitFor();
    expect(unhashed([...paths]).sort()).toEqual(files([`/office/${client}`, '/office/zh-cn/office_strings.js']).sort());
    expect(faults()).toEqual([]);
  });

  test('in a browser it says that there is no workbook', async () => {
    const { page, paths, faults } = await opened(null);
    await page.getByText('这里没有打开的 Excel 工作簿').waitFor();
    await page.clock.fastForward(8000);
    expect(await page.locator('#pane').textContent()).toContain('这里没有打开的 Excel 工作簿');
    expect(unhashed([...paths]).sort()).toEqual(files(['/office/o15apptofilemappingtable.js']).sort());
    expect(faults()).toEqual([]);
  });
});

test('with the CDN of 21Vianet it asks that one host for office.js, and nobody else', async () => {
  const cdn = 'https://appsforoffice.cdn.partner.office365.cn';
  const built = join(folder, 'cdn');
  makePackage({ office: 'cdn-21vianet' }, built);
  const fromCdn = await openSecureSite(built);
  const asked = new Set<string>();
  await browser.context.route(`${cdn}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/appsforoffice/lib/1/hosted/', '');
    asked.add(path);
    const body = await readFile(join(dirname(require.resolve('@microsoft/office-js/dist/office.js')), path));
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  try {
    const { frame, faults, requested } = await excel({}, fromCdn);
    await frame.locator('#next-step').waitFor();
    expect([...asked].sort()).toEqual([
      'excel-web-16.00.js',
      'office.js',
      'telemetry/oteljs_agave.js',
      'zh-cn/office_strings.js',
    ]);
    // Its sender of usage data expects times of requests that this browser does not have of answers made up here.
    const others = faults().filter(
      (fault) => !fault.startsWith(`request to ${cdn}/`) && !fault.includes('responseEnd'),
    );
    expect(others).toEqual([]);
    expect(requested().filter((path) => path.startsWith('/office'))).toEqual([]);
  } finally {
    await browser.context.unroute(`${cdn}/**`);
    await fromCdn.close();
  }
}, 120_000);

describe('in Excel on the web', () => {
  test('the pane starts with the office.js that it brings and asks for nothing else', async () => {
    const { frame, faults, requested } = await excel();
    await frame.locator('#next-step').waitFor();
    expect(await frame.locator('#quarter').textContent()).toBe('2020年第三季度');
    await frame.locator('#tab-check').click();
    await frame.locator('#list-fixes').waitFor();
    expect(unhashed(requested())).toEqual(ON_THE_WEB);
    expect(faults()).toEqual([]);
  });

  test('it follows the language of Excel', async () => {
    const { frame, faults, requested } = await excel({ language: 'en-US' });
    await frame.locator('#next-step').waitFor();
    expect(await frame.locator('#tab-overview').textContent()).toBe('Overview');
    expect(requested()).toContain('/english.js');
    expect(requested()).toContain('/office/en-us/office_strings.js');
    expect(faults()).toEqual([]);
  });

  test('an Excel that lacks what the add-in calls is told so', async () => {
    const { frame, faults } = await excel({ requirements: { ExcelApi: '1.12', SharedRuntime: '1.1' } });
    await frame.getByText('当前 Excel 版本过低').waitFor();
    expect(faults()).toEqual([]);
  });

  test.each(['zh-CN', 'en-US'])('a button that starts the add-in is answered, in %s', async (language) => {
    const { frame, faults, completed } = await excel({ language, pressed: 'Appraisal.Check' });
    await frame.locator('#preview').getByText('检查结果').first().waitFor();
    expect(completed).toEqual(['Appraisal.Check']);
    expect(faults()).toEqual([]);
  });

  test('P1: where the first click only starts the add-in, the second is answered, and once', async () => {
    const { frame, faults, completed, runCommand } = await excel({ pressed: 'Appraisal.Check', firstClick: 'lost' });
    await frame.locator('#next-step').waitFor();
    expect(await frame.locator('#tab-overview').getAttribute('aria-current')).toBe('page');
    expect([completed, await frame.locator('#preview').count()]).toEqual([[], 0]);
    await runCommand('Appraisal.Check');
    await frame.locator('#preview').getByText('检查结果').first().waitFor();
    expect(completed).toEqual(['Appraisal.Check']);
    // Closed, it stays closed: nothing of the first click comes late.
    await frame.locator('#close-preview').click();
    await frame.locator('#preview').waitFor({ state: 'detached' });
    await runCommand('Appraisal.Review');
    await frame.locator('#preview').getByText('2020年第三季度审定表').first().waitFor();
    expect(completed).toEqual(['Appraisal.Check', 'Appraisal.Review']);
    expect(faults()).toEqual([]);
  });

  test.each([
    ['two buttons', ['Appraisal.Check', 'Appraisal.Review'], '2020年第三季度审定表'],
    ['one button twice', ['Appraisal.Check', 'Appraisal.Check'], '检查结果'],
  ])('P2: %s pressed before the pane stands: each is let go, the last is answered', async (_what, pressed, shown) => {
    const { frame, faults, completed, runCommand } = await excel({ pressed });
    await frame.locator('#preview').getByText(shown).first().waitFor();
    expect(completed).toEqual(pressed);
    expect(await frame.locator('#preview').count()).toBe(1);
    // And the buttons go on working.
    await runCommand('Appraisal.Notice');
    await frame.locator('#preview').getByText('不能公示').first().waitFor();
    expect(completed).toEqual([...pressed, 'Appraisal.Notice']);
    expect(faults()).toEqual([]);
  });

  test('a button whose page has nothing to preview shows the page, not the preview before', async () => {
    const { frame, runCommand } = await openExcelOnWeb(browser, site, WorkbookModel.create());
    await frame.locator('#new-workbook').waitFor();
    await runCommand('Appraisal.Check');
    await frame.locator('#preview').waitFor();
    await runCommand('Appraisal.Review');
    await frame.getByText('工作簿中没有找到带月份的测评表').waitFor();
    expect(await frame.locator('#preview').count()).toBe(0);
  });

  test.each([
    ['Appraisal.Check', '检查结果', 'check'],
    ['Appraisal.Review', '2020年第三季度审定表', 'review'],
    ['Appraisal.Notice', '不能公示', 'notice'],
  ])('the button %s of the ribbon shows what it would write', async (action, shown, page) => {
    const { frame, faults, runCommand, completed, asked } = await excel();
    await frame.locator('#next-step').waitFor();
    await runCommand(action);
    await frame.locator('#preview').getByText(shown).first().waitFor();
    expect(await frame.locator(`#tab-${page}`).getAttribute('aria-current')).toBe('page');
    expect(completed).toEqual([action]);
    expect(asked).toEqual([
      ['NotifyActionHandlerReady', []],
      ['SetAppRuntimeState', ['Visible']],
    ]);
    expect(faults()).toEqual([]);
  });
});

describe('the probe of a real Excel', () => {
  const opened = (workbook = WorkbookModel.create()): Promise<ExcelOnWeb> =>
    openExcelOnWeb(browser, site, workbook, { page: 'probe.html' });

  test('asks every question of an empty workbook, leaves none of its sheets, and tells all in one report', async () => {
    const workbook = WorkbookModel.create();
    const { frame, page, faults } = await opened(workbook);
    await frame.locator('#start').click();
    const report = frame.locator('textarea');
    await report.waitFor({ timeout: 60_000 });
    expect(await frame.getByText('已回答').count()).toBe(QUESTIONS.length);
    await page.clock.install();
    for (const [index, { wait }] of HAND_STEPS.entries()) {
      const step = frame.locator('section > ol > li').nth(index);
      await step.getByText('询问').click();
      // The clock goes on by itself, too.
      if (wait) await page.clock.runFor((SECONDS_TO_GO + 1) * 1000);
      await step.getByText('已回答').waitFor();
    }
    await frame.getByLabel('第一次点击').selectOption('lost');
    const told = await report.inputValue();
    const numbers = [...told.matchAll(/^(\d+) [A-Z]/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: QUESTIONS.length + HAND_STEPS.length + 1 }, (_, index) => index + 1));
    expect(told).toContain('"platform":"OfficeOnline"');
    expect(told).toContain('ExcelApi: 1.13');
    expect(told).toContain('mergedAreas.600: ! GeneralException');
    expect(told).toContain('firstClick: lost');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);

    await frame.getByText('写入本工作簿').last().click();
    await frame.getByText('已写入工作表').waitFor();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '试验报告']);
    expect(faults()).toEqual([]);
  }, 120_000);

  test('does not begin in a workbook that has contents', async () => {
    const workbook = await sample();
    const before = workbook.sheets.map(({ name }) => name);
    const { frame } = await opened(workbook);
    await frame.locator('#start').click();
    await frame.getByText('请新建一个空白工作簿').waitFor();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(before);
  });
});
