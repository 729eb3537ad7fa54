/** The pane as a person uses it, and the workbook beside it as the host keeps it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { CellInput } from '../../src/host/workbook/model/workbook';
import { PAGES, type Page as PageName } from '../../src/taskpane/state/paneContext';

export { PAGES };

export class PaneFrame {
  private readonly frame: FrameLocator;

  private constructor(private readonly page: Page) {
    this.frame = page.frameLocator('#pane');
  }

  /** The pane of a workbench, once it has read the workbook. */
  static async of(page: Page): Promise<PaneFrame> {
    const pane = new PaneFrame(page);
    await pane.find('main h2').first().waitFor();
    return pane;
  }

  find(selector: string): Locator {
    return this.frame.locator(selector);
  }

  async open(name: PageName): Promise<void> {
    await this.find(`#tab-${name}`).click();
    await this.find('main h2').first().waitFor();
  }

  /** Gives a command and confirms its preview; gives what the pane says then. */
  async confirmed(button: string): Promise<string> {
    await this.find(button).click();
    await this.find('#confirm').click();
    await this.find('#preview').waitFor({ state: 'detached' });
    return this.status();
  }

  async status(): Promise<string> {
    return (await this.find('#status').textContent()) ?? '';
  }

  /** Makes the pane so many pixels wide, whatever the window. */
  async setWidth(width: number): Promise<void> {
    await this.page.evaluate((pixels) => {
      const frame = document.querySelector<HTMLElement>('#pane');
      if (frame === null) throw new Error('no pane');
      frame.style.cssText = `position:fixed;inset:0 auto auto 0;width:${pixels}px;height:100vh;z-index:9`;
    }, width);
  }

  /** Makes a pane of a set width so many pixels high. */
  async setHeight(height: number): Promise<void> {
    await this.page.locator('#pane').evaluate((frame, pixels) => {
      frame.style.height = `${pixels}px`;
    }, height);
  }

  /** Pixels by which the page is wider than the pane. */
  async overflow(): Promise<number> {
    return this.find('body').evaluate((body) =>
      Math.max(...[body, ...body.querySelectorAll('.pane, main')].map((each) => each.scrollWidth - each.clientWidth)),
    );
  }
}

/** The names of the workbook's sheets. */
export function sheetNames(page: Page): Promise<string[]> {
  return page.evaluate(() => window.workbenchHost?.workbook.sheets.map(({ name }) => name) ?? []);
}

/** What a cell holds: its value; row and column 0-based. */
export function cellValue(page: Page, sheet: string, row: number, column: number): Promise<CellInput | null> {
  return page.evaluate(
    ({ name, at }) => window.workbenchHost?.workbook.sheetByName(name)?.value(at.row, at.column) ?? null,
    { name: sheet, at: { row, column } },
  );
}

/** Types into cells as a person does in the grid. */
export async function typeInto(page: Page, sheet: string, address: string, values: CellInput[][]): Promise<void> {
  await page.evaluate(
    async (edit) => {
      await window.workbenchHost?.userEdit(edit.sheet, edit.address, edit.values);
    },
    { sheet, address, values },
  );
}
