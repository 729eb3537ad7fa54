/**
 * A real browser for the pages, and a record of what no page may do: write to the console, break its
 * Content-Security-Policy, or ask another host for anything.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type BrowserContext,
  type ConsoleMessage,
  type Dialog,
  type Page,
  type Request,
  type Response,
} from 'playwright-core';
import type {} from '../../src/workbench/hostOfPage';

/** Where Chrome, Edge and Chromium are usually installed. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

/** Keep the browser itself from asking its maker for updates and the like. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page of Excel on the web, made up in the browser, may hold a frame of this machine.
  '--disable-features=LocalNetworkAccessChecks',
];

/** Milliseconds that something may take to come: many times what it takes on a machine that has nothing else to do. */
const PATIENCE = 60_000;

export interface Browser {
  /** A window of its own: what the site keeps in the browser stays from page to page, as between two visits. */
  readonly context: BrowserContext;
  /**
   * Goes to an address anew, in the page of the visit before if that is still open: to start another takes as long as
   * many a test. What was to be seen there is gone, and with it what the page's doings were.
   */
  visit(address: string): Promise<WatchedPage>;
  /**
   * As {@link visit}, for tests of the pane: a workbench that is open already opens the sample again, in a new pane,
   * since its grid takes longer to start than all the rest.
   */
  visitPane(address: string): Promise<WatchedPage>;
  /**
   * Opens a page whose doings are recorded; see {@link WatchedPage.faults}.
   *
   * @param hosts from which it may ask for something; only its own unless given
   */
  openPage(address: string, hosts?: readonly string[]): Promise<WatchedPage>;
  close(): Promise<void>;
}

export interface WatchedPage {
  readonly page: Page;
  /**
   * What the page and its frames have done since the last call that they must not: errors and warnings on the console,
   * exceptions, violations of the Content-Security-Policy, answers that are errors, requests to other hosts. A test ends
   * with `expect(faults()).toEqual([])`.
   */
  readonly faults: () => string[];
}

/**
 * Starts the browser with a profile of its own.
 *
 * @param locale the language that it asks pages for
 */
export async function launchBrowser({ locale = 'zh-CN' } = {}): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'kaohe-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(await program()),
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale,
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    // Certificates of this machine's sites are of the tests' own making.
    ignoreHTTPSErrors: true,
  });
  context.setDefaultTimeout(PATIENCE);
  let visited: { readonly page: Page; readonly stopRecording: () => void } | undefined;
  const visit = async (address: string, go: (page: Page) => Promise<void>): Promise<WatchedPage> => {
    const page = visited === undefined || visited.page.isClosed() ? await context.newPage() : visited.page;
    visited?.stopRecording();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
    await page.mouse.move(0, 0);
    const { faults, stop } = record(page, [new URL(address).host]);
    visited = { page, stopRecording: stop };
    await go(page);
    return { page, faults };
  };
  const goAnew = (address: string) => async (page: Page) => {
    await leave(page);
    await page.goto(address);
  };
  return {
    context,
    visit: (address) => visit(address, goAnew(address)),
    visitPane: (address) =>
      visit(address, async (page) => {
        if (new URL(page.url()).origin === new URL(address).origin) await openSample(page);
        else await goAnew(address)(page);
      }),
    async openPage(address, hosts = [new URL(address).host]) {
      const page = await context.newPage();
      const { faults } = record(page, hosts);
      await page.goto(address);
      return { page, faults };
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * The browser that the variable KAOHE_BROWSER gives the path of, else an installed Chrome, Edge or Chromium, else (or
 * where the variable says `packaged`) the Chromium that the package @sparticuz/chromium brings, for Linux only.
 */
export async function program(): Promise<{ executablePath: string; args: string[] }> {
  const wanted = process.env['KAOHE_BROWSER'];
  const installed = wanted ?? INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined && installed !== 'packaged') return { executablePath: installed, args: QUIET };
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET] };
}

/** Leaves a page, whatever is unsaved there. */
async function leave(page: Page): Promise<void> {
  const confirm = (dialog: Dialog): void => void dialog.accept();
  page.on('dialog', confirm);
  await page.goto('about:blank');
  page.off('dialog', confirm);
}

/** Opens the sample in a workbench that is open, whatever is unsaved there, with the pane as it is at first. */
async function openSample(page: Page): Promise<void> {
  const before = await page.evaluateHandle(() => {
    const pane = document.querySelector<HTMLIFrameElement>('#pane');
    pane?.removeAttribute('style');
    return { host: window.workbenchHost, pane: pane?.contentDocument };
  });
  const isUnsaved = await page.locator('.unsaved').isVisible();
  await page.locator('#sample').click();
  if (isUnsaved) await page.locator('#dialog').getByRole('button', { name: '不保存，直接打开' }).click();
  await page.waitForFunction(
    ({ host, pane }) =>
      window.workbenchHost !== host && document.querySelector<HTMLIFrameElement>('#pane')?.contentDocument !== pane,
    before,
  );
}

function record(page: Page, hosts: readonly string[]): { faults: () => string[]; stop: () => void } {
  const faults: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    // Violations of the policy are among the errors.
    if (['error', 'warning', 'assert'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  };
  const onError = (error: Error): number => faults.push(`exception: ${error.stack ?? error.message}`);
  const onRequest = (request: Request): void => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && !hosts.includes(url.host)) faults.push(`request to ${url.href}`);
  };
  const onResponse = (response: Response): void => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest).on('response', onResponse);
  return {
    faults: () => faults.splice(0),
    stop: () => {
      page.off('console', onConsole).off('pageerror', onError).off('request', onRequest).off('response', onResponse);
    },
  };
}
