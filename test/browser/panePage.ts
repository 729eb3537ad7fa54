/** The pane's page within the workbench: its frame, its width, and the workbook behind it. */
import { readFileSync } from 'node:fs';
import type * as Axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import type { CellInput } from '../../src/host/workbook/model';

declare global {
  interface Window {
    readonly axe?: typeof Axe;
  }
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The pane, once it has read the workbook. */
export async function paneOf(page: Page): Promise<FrameLocator> {
  const pane = page.frameLocator('#pane');
  await pane.locator('#quarter option').first().waitFor({ state: 'attached' });
  return pane;
}

export async function goTo(pane: FrameLocator, tab: string): Promise<void> {
  await pane.getByRole('tab', { name: tab, exact: true }).click();
}

export async function setWidth(page: Page, width: number): Promise<void> {
  await page.evaluate((pixels) => {
    const frame = document.getElementById('pane');
    if (frame !== null) frame.style.cssText = `flex: none; width: ${pixels}px; margin-left: auto`;
    document.getElementById('grid')?.style.setProperty('display', 'none');
  }, width);
}

/** How far the pane's page is wider than its frame. */
export async function overflow(page: Page): Promise<number> {
  return frameOf(page).evaluate(() => {
    const wide = [document.documentElement, document.querySelector('main')];
    return Math.max(...wide.map((each) => (each === null ? 0 : each.scrollWidth - each.clientWidth)));
  });
}

/** What axe-core finds of serious and critical faults, in light and dark. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const frame = frameOf(page);
  // As an expression, which the page's policy does not concern.
  await frame.evaluate(`${AXE}; null`);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Fluent's marks for the keyboard are hidden and lead the focus on at once.
    const findings = await frame.evaluate(async () => {
      const { violations } = (await window.axe?.run({ exclude: ['[data-tabster-dummy]'] })) ?? { violations: [] };
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    found.push(...findings.map((finding) => `${colorScheme} ${finding}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

function frameOf(page: Page): ReturnType<Page['frames']>[number] {
  const frame = page.frames().find((each) => each.name() === 'pane');
  if (frame === undefined) throw new Error('no pane');
  return frame;
}

/** What cells of a row hold in the host's workbook. */
export async function rowOf(page: Page, sheet: string, row: number, columns: readonly number[]): Promise<CellInput[]> {
  return page.evaluate(
    ([name, at, wanted]) => {
      const model = window.workbenchHost?.workbook.sheetByName(name);
      return wanted.map((column) => model?.value(at, column) ?? 'no sheet');
    },
    [sheet, row, columns] as const,
  );
}

/** Types into the grid as a person does. */
export async function typeIn(
  page: Page,
  sheet: string,
  address: string,
  values: readonly (readonly CellInput[])[],
): Promise<void> {
  await page.evaluate(async ([name, at, cells]) => window.workbenchHost?.userEdit(name, at, cells), [
    sheet,
    address,
    values,
  ] as const);
}

export async function protect(page: Page, sheet: string): Promise<void> {
  await page.evaluate((name) => {
    const model = window.workbenchHost?.workbook.sheetByName(name);
    if (model !== undefined) model.data.protection = { sheet: true };
  }, sheet);
}
