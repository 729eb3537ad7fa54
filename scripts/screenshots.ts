/**
 * The pictures of the manual and the README, taken from the built workbench (`npm run screenshots` builds it first): the
 * workbench as a whole, and the pane's pages, through a quarter of the sample; and the 审定表 of an office's own workbook as
 * LibreOffice prints it, where that and pdftoppm are installed. A test asks that documents show each.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan, previewReview } from '../src/excel';
import { onHost } from '../src/headless/embedded';
import { openFile, saveFile } from '../src/headless/files';
import { launchBrowser } from '../test/browser/browser';
import { openAgainOn } from '../test/browser/openWorkbook';
import { cellValue, PAGES, PaneFrame, typeInto } from '../test/browser/paneFrame';
import { openSite } from '../test/browser/site';
import { findSoffice, recalculate } from './oracle/libreoffice';
import { pageCount } from './oracle/pages';

const FOLDER = join(__dirname, '../docs/images');
const REVIEW = '2020年第三季度审定表';
/** The pane by itself, in pixels. */
const [WIDTH, HEIGHT] = [320, 900];
/** 审定表: rows of the sample's 19 people from row 5 on; 建议等次 in L, 审定等次 in Q, 备注 in R. */
const [FIRST_ROW, PEOPLE, SUGGESTION] = [4, 19, 11];

/** The first and last page of a 审定表, the last sheet of a workbook without 操作记录; of 30 people it takes three. */
async function printReview(): Promise<void> {
  if (findSoffice() === undefined) {
    console.log(
      '没有安装 LibreOffice，打印的审定表没有重拍。LibreOffice is not installed: no picture of the printed sheet.',
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'printed-review-'));
  try {
    const workbook = await openFile(join(__dirname, '../test/fixtures/三季度考核.xlsx'));
    const isMade = await onHost(workbook, async () =>
      applyPlan((await previewReview({ quarter: '2026Q3' })).plan).then(({ ok }) => ok),
    );
    if (!isMade) throw new Error('The 审定表 was not made.');
    const made = join(folder, 'made.xlsx');
    await saveFile(workbook, made, true);
    const printed = await recalculate(made, { pdf: true });
    const pdf = printed.pdf ?? '';
    const pages = pageCount(readFileSync(pdf));
    for (const [i, page] of [pages - 2, pages].entries()) {
      const only = ['-f', String(page), '-l', String(page), '-singlefile'];
      spawnSync('pdftoppm', ['-r', '100', '-png', ...only, pdf, join(FOLDER, `printed-review-${i + 1}`)]);
    }
    printed.remove();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await printReview();
  const [site, browser] = await Promise.all([openSite(), launchBrowser()]);
  try {
    const { page, faults } = await browser.openPage(site.address);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await PaneFrame.of(page);
    // The grid does not start on a clock that stands still.
    const pane = await openAgainOn(page, '2020-10-12');
    const shown = async (name: string): Promise<void> => {
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    };
    await shown('workbench');

    await pane.open('review');
    await pane.find('#review').click();
    await pane.find('#preview').waitFor();
    await pane.find('#confirm').click();
    await pane.find('#show').click();
    await shown('workbench-review');
    await pane.find('#meeting-filter').fill('周丽');
    await pane.find('.candidates summary').click();
    await pane.find('.derivation').scrollIntoViewIfNeeded();
    await shown('workbench-explain');
    await pane.find('#meeting-filter').fill('');

    for (let i = 0; i < PEOPLE; i++) {
      const row = FIRST_ROW + i;
      const suggested = String(await cellValue(page, REVIEW, row, SUGGESTION));
      if (suggested !== '由外单位考核') await typeInto(page, REVIEW, `Q${row + 1}`, [[suggested]]);
    }
    await pane.open('notice');
    await pane.confirmed('#post');

    await pane.setWidth(WIDTH);
    // The review is in view beside the workbook.
    for (const name of PAGES.filter((each) => each !== 'review')) {
      await pane.open(name);
      await page.waitForTimeout(500);
      await page.screenshot({
        path: join(FOLDER, `${name}.png`),
        clip: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
      });
    }
    if (faults().length > 0) throw new Error(faults().join('\n'));
  } finally {
    await browser.close();
    await site.close();
  }
}

void main();
