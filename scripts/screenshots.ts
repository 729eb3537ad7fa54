/**
 * The pictures of the manual and the README, taken from the built workbench (`npm run screenshots` builds it first): the
 * workbench as a whole, and the pane's pages, through a quarter of the sample. A test asks that documents show each.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/browser/browser';
import { openAgainOn } from '../test/browser/openWorkbook';
import { cellValue, PAGES, PaneFrame, typeInto } from '../test/browser/paneFrame';
import { openSite } from '../test/browser/site';

const FOLDER = join(__dirname, '../docs/images');
const REVIEW = '2020年第三季度审定表';
/** The pane by itself, in pixels. */
const [WIDTH, HEIGHT] = [320, 900];
/** 审定表: rows of the sample's 19 people from row 5 on; 建议等次 in L, 审定等次 in Q, 备注 in R. */
const [FIRST_ROW, PEOPLE, SUGGESTION] = [4, 19, 11];

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
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
    await pane.find('#filter').fill('周丽');
    await pane.find('.people summary').click();
    await pane.find('.derivation').scrollIntoViewIfNeeded();
    await shown('workbench-explain');
    await pane.find('#filter').fill('');

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
