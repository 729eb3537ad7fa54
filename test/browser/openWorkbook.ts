import type { Page } from 'playwright-core';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import type { Browser } from './browser';
import { PaneFrame } from './paneFrame';
import type { Site } from './site';

export interface OpenWorkbook {
  readonly page: Page;
  readonly pane: PaneFrame;
  readonly faults: () => string[];
}

/** The workbench over a workbook of the test's own, in the place of the sample, on a day. */
export async function openWorkbook(
  browser: Browser,
  site: Site,
  workbook: WorkbookModel,
  today: string,
): Promise<OpenWorkbook> {
  site.offerInstead(await saveWorkbook(workbook));
  await browser.context.clock.setFixedTime(noonOf(today));
  const { page, faults } = await browser.visitPane(site.address);
  return { page, faults, pane: await PaneFrame.of(page) };
}

/** The same workbook with the pane opened again on another day. */
export async function openAgainOn(page: Page, today: string): Promise<PaneFrame> {
  await page.clock.setFixedTime(noonOf(today));
  await page.evaluate(() => {
    const pane = document.querySelector<HTMLIFrameElement>('#pane');
    pane?.contentWindow?.location.reload();
  });
  await page.frameLocator('#pane').locator('.next').waitFor();
  return PaneFrame.of(page);
}

function noonOf(day: string): string {
  return `${day}T12:00:00+08:00`;
}
