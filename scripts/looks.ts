/**
 * Every page of the pane to be looked at, in both languages, light, dark and in high contrast, at four widths, as contact
 * sheets; and what axe finds serious on each, a line each. Takes the workbench as `npm run build:workbench` left it.
 *
 *     npm run looks -- FOLDER [zh|en] [light|dark|contrast|contrastWhite] [SCENE…]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { WorkbookModel } from '../src/host/workbook/model/workbook';
import { seriousFindings } from '../test/browser/accessibility';
import { launchBrowser } from '../test/browser/browser';
import { openWorkbook } from '../test/browser/openWorkbook';
import { typeInto, type PaneFrame } from '../test/browser/paneFrame';
import { openSite } from '../test/browser/site';
import { decided } from '../test/excel/support/decidedQuarter';
import { openFixture, runReview, workbookOf } from '../test/excel/support/workbooks';

const WIDTHS = [320, 400, 460, 900];
/** Pixels: a page that is longer is cut there. */
const HEIGHTS = { least: 640, most: 2200 };
const LOCALES = { zh: 'zh-CN', en: 'en-US' } as const;
type Language = keyof typeof LOCALES;

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
  contrastWhite: { colorScheme: 'light', forcedColors: 'active' },
} as const;
type Mode = keyof typeof MODES;

const DESK = '2026年第三季度审定表';

/** An office's own workbook of thirty people, with its 审定表 and some decisions, of which one departs. */
async function desk(): Promise<WorkbookModel> {
  const workbook = await openFixture(join(__dirname, '../test/fixtures/三季度考核.xlsx'));
  await runReview(workbook, '2026Q3');
  const sheet = workbook.sheetByName(DESK);
  ['好', '较好', '一般', '较差', '不确定等次'].forEach((grade, i) => sheet?.input(4 + i, 16, grade));
  return workbook;
}

/** A workbook in which nothing stands yet. */
const empty = (): Promise<WorkbookModel> => Promise.resolve(workbookOf({ Sheet1: [] }));

interface Scene {
  readonly book: () => Promise<WorkbookModel>;
  readonly today: string;
  readonly go: (pane: PaneFrame, page: Page) => Promise<void>;
  /** What stands on top of the picture; the page's top unless given. */
  readonly at?: string;
}

const ofDesk = (go: Scene['go'], at?: string): Scene => ({
  book: desk,
  today: '2026-10-08',
  go,
  ...(at === undefined ? {} : { at }),
});
const ofDecided = (go: Scene['go']): Scene => ({ book: decided, today: '2020-10-12', go });

const SCENES: Readonly<Record<string, Scene>> = {
  overview: ofDesk((pane) => pane.open('overview')),
  forms: ofDesk((pane) => pane.open('forms')),
  check: ofDesk(async (pane) => {
    await pane.open('check');
    await pane.find('#list-fixes').click();
    await pane.find('#fixes').waitFor();
  }),
  score: ofDesk(async (pane) => {
    await pane.open('score');
    await pane.find('.scores input').first().fill('880');
  }),
  review: ofDesk(async (pane) => {
    await pane.open('review');
    await pane.find('#what-if > summary').click();
    await pane.find('#what-if-add').click();
  }),
  meeting: ofDesk(async (pane) => {
    await pane.open('review');
    await pane.find('.candidates summary').first().click();
    await pane.find('.derivation').waitFor();
  }, '.meeting'),
  leaders: ofDesk(async (pane) => {
    await pane.open('review');
    await pane.find('#leaders > summary').click();
    await pane.find('#person-quarters li').first().waitFor();
  }, '#leaders'),
  preview: ofDesk(async (pane) => {
    await pane.open('review');
    await pane.find('#fill').click();
    await pane.find('#confirm').waitFor();
  }),
  written: ofDesk(async (pane) => {
    await pane.find('#confirm').click();
    await pane.find('#undo').waitFor();
  }),
  settings: ofDesk(async (pane) => {
    await pane.open('settings');
    await pane.find('#setting-quotaPercent input').fill('130');
  }),
  annual: ofDesk(async (pane) => {
    await pane.open('annual');
    await pane.find('.year-people .candidates > li').first().waitFor();
  }),
  notice: ofDecided(async (pane) => {
    await pane.open('notice');
    await pane.find('#white-list > summary').click();
  }),
  followUp: ofDecided(async (pane, page) => {
    await pane.confirmed('#post');
    await typeInto(page, '复核登记', 'B2:E2', [['园区科', '孙伟', '对等次有异议', '2020-10-13']]);
    await pane.find('#objections-open button').waitFor();
    await pane.find('.steps').evaluate((steps) => {
      for (const details of steps.querySelectorAll('details')) details.open = true;
    });
  }),
  empty: { book: empty, today: '2026-10-08', go: (pane) => pane.open('overview') },
};

/** A picture at each width, side by side; the pane as high as what it holds. */
async function contactSheet(page: Page, pane: PaneFrame, to: string, at = '.pane main > *'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'looks-'));
  try {
    const pictures: string[] = [];
    for (const width of WIDTHS) {
      await pane.setWidth(width);
      await pane.setHeight(HEIGHTS.least);
      const content = await pane
        .find('main')
        .evaluate((main) => main.scrollHeight + document.documentElement.clientHeight - main.clientHeight);
      const height = Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, content));
      await pane.setHeight(height);
      await pane
        .find(at)
        .first()
        .evaluate((top) => top.scrollIntoView());
      const picture = join(folder, `${width}.png`);
      await page.waitForTimeout(100);
      await page.screenshot({ path: picture, clip: { x: 0, y: 0, width, height } });
      pictures.push(picture);
    }
    const layout = ['-tile', `${pictures.length}x1`, '-geometry', '+8+8', '-gravity', 'north', '-background', '#777'];
    const { status, stderr } = spawnSync('montage', [...pictures, ...layout, to], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`montage (ImageMagick): ${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(
  language: Language,
  folder: string,
  modes: readonly Mode[],
  wanted: readonly string[],
): Promise<void> {
  const [site, browser] = await Promise.all([openSite(), launchBrowser({ locale: LOCALES[language] })]);
  try {
    let before: Scene['book'] | undefined;
    let opened: Awaited<ReturnType<typeof openWorkbook>> | undefined;
    for (const [name, { book, today, go, at }] of Object.entries(SCENES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      if (opened === undefined || book !== before) opened = await openWorkbook(browser, site, await book(), today);
      before = book;
      const { page, pane } = opened;
      await page.setViewportSize({ width: 1440, height: 900 });
      await go(pane, page);
      await page.setViewportSize({ width: 1000, height: HEIGHTS.most });
      for (const mode of modes) {
        await page.emulateMedia({ ...MODES[mode], reducedMotion: 'reduce' });
        await page.waitForTimeout(400);
        await contactSheet(page, pane, join(folder, `${name}-${language}-${mode}.png`), at);
        await pane.setWidth(WIDTHS[0] ?? 320);
        const over = await pane.overflow();
        if (over > 0) console.log(`${name} ${language} ${mode}: ${over} px over the edge`);
        for (const finding of await seriousFindings(page)) console.log(`${name} ${language} ${mode}: ${finding}`);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

async function main([to, ...rest]: readonly string[]): Promise<void> {
  if (to === undefined) throw new Error('npm run looks -- FOLDER [zh|en] [light|dark|contrast|contrastWhite] [SCENE…]');
  const folder = resolve(to);
  mkdirSync(folder, { recursive: true });
  const languages = (['zh', 'en'] as const).filter((each) => rest.includes(each));
  const modes = (['light', 'dark', 'contrast', 'contrastWhite'] as const).filter((each) => rest.includes(each));
  const scenes = Object.keys(SCENES).filter((each) => rest.includes(each));
  for (const language of languages.length > 0 ? languages : (['zh', 'en'] as const)) {
    await take(language, folder, modes.length > 0 ? modes : (Object.keys(MODES) as Mode[]), scenes);
  }
}

void main(process.argv.slice(2));
