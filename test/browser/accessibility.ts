import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: { run(root: Document, options: RunOptions): Promise<AxeResults> };
  }
}

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical in the pane, a line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const frame: Frame | undefined = page.frames().find((each) => each.url().includes('/pane/'));
  if (frame === undefined) throw new Error('no pane');
  // As the browser's own code: the page's policy allows no script of ours.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  // What changes colour is judged when it has changed. To wait for it may be to wait for ever: a change that another one
  // replaces never ends.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Buttons wait while the workbook is read, in paler letters.
  await frame.locator('.rereading').waitFor({ state: 'detached' });
  await frame.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const ends = ({ effect }: Animation): boolean => effect?.getComputedTiming().endTime !== Infinity;
    for (const animation of document.getAnimations().filter(ends)) animation.finish();
  });
  const { violations } = await frame.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
