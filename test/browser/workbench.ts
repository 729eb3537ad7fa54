/** A person at the workbench: what can be done there and what is seen. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import type { CellValue } from '../../src/host/workbook/model/workbook';
import type {} from '../../src/workbench/hostOfPage';
import type { Browser, WatchedPage } from './browser';

declare global {
  interface Window {
    /** All that was painted on canvases since the last look, in one text. */
    paintedText: string;
  }
}

export interface Workbench extends WatchedPage {
  readonly pane: FrameLocator;
  /** Goes to a cell by the name box, as `C5`. */
  goTo(cell: string): Promise<void>;
  /** Types over the cell and ends with Enter. */
  type(cell: string, text: string): Promise<void>;
  showSheet(name: string): Promise<void>;
  /** Waits until the message line says something that fits. */
  message(text: string | RegExp): Promise<void>;
  /** Waits until the grid paints the text anew, after what `action` does. */
  paints(text: string, action: () => Promise<void>): Promise<void>;
  /** How many pixels of the grid have the colour `#RRGGBB` now. */
  pixels(color: string): Promise<number>;
  /** What the host's workbook holds. */
  value(sheet: string, row: number, column: number): Promise<CellValue | undefined>;
  drop(...paths: string[]): Promise<void>;
}

/** Opens the workbench and waits until grid and pane show the sample. */
export async function openWorkbench(browser: Browser, address: string): Promise<Workbench> {
  await browser.context.addInitScript(() => {
    // One script for each workbench that was opened in this window; they do it once.
    if (Object.hasOwn(window, 'paintedText')) return;
    window.paintedText = '';
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called below on the context that it is called on
    const paint = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      window.paintedText += text;
      paint.call(this, text, ...place);
    };
  });
  const watched = await browser.visit(address);
  const { page } = watched;
  const pane = page.frameLocator('#pane');
  await pane.locator('#next-step, #new-workbook').first().waitFor();
  await page.waitForFunction(() => window.paintedText !== '');
  return { ...watched, pane, ...actions(page) };
}

function actions(page: Page): Omit<Workbench, keyof WatchedPage | 'pane'> {
  const goTo = async (cell: string): Promise<void> => {
    const box = page.locator('#grid [data-u-comp="defined-name"] input');
    await box.fill(cell);
    await box.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true');
  };
  return {
    goTo,
    async type(cell, text) {
      await goTo(cell);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async showSheet(name) {
      await page.locator('#grid').getByText(name, { exact: true }).click();
      await page.waitForFunction((shown) => window.workbenchHost?.workbook.activeSheet.name === shown, name);
    },
    async message(text) {
      await page.locator('#message').filter({ hasText: text }).waitFor();
    },
    async paints(text, action) {
      await page.evaluate(() => (window.paintedText = ''));
      await action();
      await page.waitForFunction((painted) => window.paintedText.includes(painted), text);
    },
    pixels(color) {
      return page.evaluate((wanted) => {
        const rgb = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
        let count = 0;
        // The sheet's is the largest; those of cell editor and formula bar keep what was in them when they are hidden.
        const size = ({ width, height }: HTMLCanvasElement): number => width * height;
        const canvases = [...document.querySelectorAll<HTMLCanvasElement>('#grid canvas')];
        for (const canvas of canvases.sort((a, b) => size(b) - size(a)).slice(0, 1)) {
          const { width, height } = canvas;
          if (width === 0 || height === 0) continue;
          // Reading from a canvas that is painted on slows it down, which the browser warns of: a copy is read.
          const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
          copy?.drawImage(canvas, 0, 0);
          const { data } = copy?.getImageData(0, 0, width, height) ?? { data: [] };
          for (let i = 0; i < data.length; i += 4) if (rgb.every((part, at) => data[i + at] === part)) count++;
        }
        return count;
      }, color);
    },
    value(sheet, row, column) {
      const place = { sheet, row, column };
      return page.evaluate(
        (at) => window.workbenchHost?.workbook.sheetByName(at.sheet)?.value(at.row, at.column),
        place,
      );
    },
    async drop(...paths) {
      const files = await Promise.all(
        paths.map(async (path) => ({ name: basename(path), content: (await readFile(path)).toString('base64') })),
      );
      const dataTransfer = await page.evaluateHandle((dropped) => {
        const transfer = new DataTransfer();
        for (const { name, content } of dropped) {
          const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
          transfer.items.add(new File([bytes], name));
        }
        return transfer;
      }, files);
      await page.dispatchEvent('#grid', 'dragover', { dataTransfer });
      await page.dispatchEvent('#grid', 'drop', { dataTransfer });
    },
  };
}
