/**
 * How large the pane is, and how long it takes until somebody can use it, beside the pane of Microsoft's template for
 * add-ins with React and Fluent UI. It prints numbers to compare and judges none of them: a machine may be slow.
 *
 *     npm run measure:pane [-- --template FOLDER]
 *
 * FOLDER is a checkout of https://github.com/OfficeDev/Office-Addin-TaskPane-React in which `npm run build` has been run.
 * Without it only the figures of our pane are printed.
 *
 * A visit: a browser context of its own (no cache, in the browser or of compiled code) opens a page that holds the
 * embedded Excel with the sample workbook; then a frame in it goes to the pane. Measured is from the beginning of that
 * navigation to the first picture in which the button is there and enabled: 下一步 of ours, the only button of the
 * template's. Visits to the two alternate, first one and then the other being first.
 *
 * Equal for both: server, headers, compression, page around the frame, size of the frame; and in the place of
 * office.js the same bridge to the embedded Excel and the same unmodified client of Excel on the web. So what office.js
 * itself takes in Excel, which would be the same again for both, is in neither figure.
 *
 * Not equal: ours reads and judges the whole workbook before it shows the button, and the embedded Excel works for that
 * in the same thread; the template's shows text and asks the workbook for nothing. The template waits for
 * `Office.onReady`, which the client alone does not have: a stand-in says at once that Excel is there, as our pane finds
 * it at once. The template comes with its polyfills for old browsers in a file of its own, as its build makes it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import webpack from 'webpack';
import { program } from '../test/browser/browser';

const TEMPLATE = 'https://github.com/OfficeDev/Office-Addin-TaskPane-React';
const ROUNDS = 15;
/** What the processor is slowed down by, 1 for not at all. */
const SLOWDOWNS = [1, 4];
/** Milliseconds after which a pane is given up. */
const PATIENCE = 60_000;

const root = join(__dirname, '..');
const built = join(root, 'dist-workbench');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};
/** Compressed on their way, as servers do. */
const COMPRESSED = ['.html', '.js', '.css'];

const HOST_PAGE = '<!doctype html><html><body><script src="/host.js"></script></body></html>';
const ON_READY = `Office.onReady = (callback) =>
  Promise.resolve({ host: 'Excel', platform: 'OfficeOnline' }).then((info) => {
    callback?.(info);
    return info;
  });`;
/** How the template loads office.js, and what both panes load in its place. */
const TEMPLATE_OFFICE = /<script[^>]*src="https:\/\/appsforoffice\.microsoft\.com[^"]*"[^>]*><\/script>/;
const EMBEDDED =
  '<script src="/frame.js"></script><script src="/pane/office/excel-web-16.00.js"></script><script src="/onReady.js"></script>';

interface Visit {
  /** Milliseconds from the beginning of the navigation. */
  readonly usable: number;
  /** Paths of what had arrived by then. */
  readonly arrived: readonly string[];
}

interface Subject {
  readonly name: string;
  readonly path: string;
  /** The button that makes the pane usable. */
  readonly button: string;
}

const OURS: Subject = { name: 'ours', path: '/pane/taskpane.html', button: '#next-step' };
const THEIRS: Subject = { name: 'template', path: '/template/taskpane.html', button: 'button' };

declare global {
  interface Window {
    /** Of the page around the frame; the pane in it is usable. */
    tellUsable?: (visit: Visit) => void;
  }
}

function compressedSize(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

/** The sizes of everything that the build makes of our source, what the page names first. Office.js is not ours. */
function printSizes(folder: string): void {
  const page = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  const names = [...page.matchAll(/(?:src|href)="?([^"?>\s]+)/g)].flatMap(([, name = '']) => name);
  const start = ['taskpane.html', ...names.filter((name) => existsSync(join(folder, name)) && !name.includes('/'))];
  const later = readdirSync(folder).filter((name) => name.endsWith('.js') && !start.includes(name));
  const sum = (files: readonly string[]) => files.reduce((size, name) => size + compressedSize(join(folder, name)), 0);
  const line = (label: string, bytes: number) => {
    console.log(`  ${label.padEnd(28)}${(bytes / 1000).toFixed(1).padStart(8)}`);
  };
  console.log('kB (1000 bytes) after gzip, without Office.js');
  for (const name of start) line(name, sum([name]));
  line('until it is usable', sum(start));
  for (const name of later) line(`${name}, later`, sum([name]));
  line('everything', sum([...start, ...later]));
}

function buildPane(): void {
  const command = [require.resolve('webpack/bin/webpack.js'), '--config', 'build/workbench.js', '--mode', 'production'];
  const { status, stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}`);
}

async function buildHostPage(folder: string): Promise<void> {
  const options = { transpileOnly: true, compilerOptions: { noEmit: false } };
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: { host: './scripts/paneHost.ts' },
    output: { path: folder, filename: '[name].js', publicPath: '/' },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, use: { loader: 'ts-loader', options } }] },
    cache: { type: 'filesystem', name: 'measure-pane' },
    performance: { hints: false },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const fault = error ?? (stats?.hasErrors() === true ? new Error(stats.toString('errors-only')) : null);
      compiler.close((closing) => {
        const first = fault ?? closing;
        if (first == null) resolve();
        else reject(first);
      });
    });
  });
}

/** Both panes and the page around them from one address, every file with the same headers. */
async function serve(hostFolder: string, template: string | null): Promise<{ server: Server; address: string }> {
  const files = new Map<string, { readonly type: string; readonly encoding: string; readonly body: Buffer }>();
  const contentOf = (path: string): Buffer => {
    if (path === '/host.html') return Buffer.from(HOST_PAGE);
    if (path === '/onReady.js') return Buffer.from(ON_READY);
    if (template !== null && path.startsWith('/template/')) {
      const content = readFileSync(join(template, normalize(path.slice('/template'.length))));
      return path === THEIRS.path ? Buffer.from(content.toString().replace(TEMPLATE_OFFICE, EMBEDDED)) : content;
    }
    const own = join(hostFolder, normalize(path));
    return readFileSync(existsSync(own) ? own : join(built, normalize(path)));
  };
  const fileAt = (path: string) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const extension = extname(path);
    const isCompressed = COMPRESSED.includes(extension);
    const content = contentOf(path);
    const file = {
      type: TYPES[extension] ?? 'application/octet-stream',
      encoding: isCompressed ? 'gzip' : 'identity',
      body: isCompressed ? gzipSync(content) : content,
    };
    files.set(path, file);
    return file;
  };
  const server = createServer((request, response) => {
    try {
      const { type, encoding, body } = fileAt(new URL(request.url ?? '/', 'http://localhost').pathname);
      response.writeHead(200, { 'content-type': type, 'content-encoding': encoding, 'cache-control': 'no-store' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, address: `http://localhost:${String(address.port)}` };
}

/** Runs in every page before its own scripts: within a frame it waits for the button, and for the picture with it. */
function watchForButton(button: string): void {
  if (window.parent === window) return;
  const observer = new MutationObserver(() => {
    const found = document.querySelector<HTMLButtonElement>(button);
    if (found === null || found.disabled || found.getAttribute('aria-disabled') === 'true') return;
    observer.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => {
        const usable = performance.now();
        const arrived = performance
          .getEntriesByType('resource')
          .filter((entry) => entry instanceof PerformanceResourceTiming && entry.responseEnd <= usable)
          .map(({ name }) => new URL(name).pathname);
        window.parent.tellUsable?.({ usable, arrived });
      });
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

async function visit(browser: Browser, site: string, { path, button }: Subject, slowdown: number): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    await context.addInitScript(watchForButton, button);
    const page = await context.newPage();
    await page.goto(`${site}/host.html`);
    await page.waitForFunction(() => window.workbenchHost !== undefined);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await page.evaluate(
      ({ address, patience }) =>
        new Promise<Visit>((resolve, reject) => {
          setTimeout(() => reject(new Error(`${address} is not usable after ${String(patience)} ms.`)), patience);
          window.tellUsable = resolve;
          const frame = Object.assign(document.createElement('iframe'), { width: '400', height: '800', src: address });
          document.body.append(frame);
        }),
      { address: path, patience: PATIENCE },
    );
  } finally {
    await context.close();
  }
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

async function measure(browser: Browser, site: string, subjects: readonly Subject[], slowdown: number): Promise<void> {
  const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  const arrived = new Set<string>();
  // The first visits fill what the server and the system keep.
  for (const subject of subjects) await visit(browser, site, subject, slowdown);
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
      const one = await visit(browser, site, subject, slowdown);
      times.get(subject)?.push(one.usable);
      if (subject === OURS) for (const path of one.arrived) arrived.add(path);
    }
  }
  console.log(`\nms until usable, ${String(ROUNDS)} visits each, processor slowed down ${String(slowdown)} times`);
  console.log(
    `  ${''.padEnd(10)}${['median', 'quarter', '3 quarters', 'least', 'most'].map((t) => t.padStart(12)).join('')}`,
  );
  for (const [{ name }, each] of times) {
    const order = sorted(each);
    const figures = [0.5, 0.25, 0.75, 0, 1].map((part) => quantile(order, part).toFixed(0).padStart(12));
    console.log(`  ${name.padEnd(10)}${figures.join('')}`);
  }
  const [ours = [], theirs = []] = [times.get(OURS), times.get(THEIRS)];
  if (theirs.length > 0) {
    const ratio = quantile(sorted(ours), 0.5) / quantile(sorted(theirs), 0.5);
    const pairs = sorted(ours.map((time, round) => time / (theirs[round] ?? Number.NaN)));
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(pairs, part).toFixed(2));
    console.log(`  ours / template: ${ratio.toFixed(2)} of the medians`);
    console.log(
      `  ours / template: ${String(middle)} in the middle of the rounds, half of them from ${String(low)} to ${String(high)}`,
    );
  }
  console.log(
    `  loaded by then: ${[...arrived]
      .filter((path) => path.startsWith('/pane/'))
      .sort()
      .join(' ')}`,
  );
}

async function main(template: string | null): Promise<void> {
  console.error('Building …');
  buildPane();
  printSizes(join(built, 'pane'));
  const folder = mkdtempSync(join(tmpdir(), 'measure-pane-'));
  try {
    await buildHostPage(folder);
    const { server, address } = await serve(folder, template);
    const browser = await chromium.launch({ ...(await program()), headless: true });
    try {
      for (const slowdown of SLOWDOWNS) {
        await measure(browser, address, template === null ? [OURS] : [OURS, THEIRS], slowdown);
      }
    } finally {
      await browser.close();
      server.closeAllConnections();
      server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (template === null) console.log(`\nNothing to compare with: --template FOLDER names a built ${TEMPLATE}.`);
}

/** The folder with the template's built pane; undefined where there is none. */
function builtTemplate(folder: string): string | undefined {
  return [join(folder, 'dist'), folder].find((each) => {
    const page = join(each, 'taskpane.html');
    return existsSync(page) && TEMPLATE_OFFICE.test(readFileSync(page, 'utf8'));
  });
}

const [option, folder, ...rest] = process.argv.slice(2);
const template = option === '--template' && folder !== undefined ? builtTemplate(folder) : null;
if ((option !== undefined && (option !== '--template' || folder === undefined)) || rest.length > 0) {
  console.error('用法 usage: npm run measure:pane [-- --template FOLDER]');
  process.exitCode = 2;
} else if (template === undefined) {
  console.error(
    `${folder ?? ''} has no built pane of the template (dist/taskpane.html that loads office.js). Get and build it:\n` +
      `  git clone ${TEMPLATE} FOLDER && cd FOLDER && npm install && npm run build`,
  );
  process.exitCode = 2;
} else {
  void main(template);
}
