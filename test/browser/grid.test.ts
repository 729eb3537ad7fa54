/** What the grid shows of a workbook beside its values: conditional formats, lists to choose from, messages and notes. */
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { siteAndBrowser } from './siteAndBrowser';
import { openWorkbench, type Workbench } from './workbench';

const JULY = '2020年7月测评表';
const REVIEW = '2020年第三季度审定表';
/** The fill of marks at an error. */
const MARKED = '#F4B183';
const RED = '#FF0000';
const CORNER = '#C00000';

declare global {
  interface Window {
    /** The fonts in which signs were painted, by sign. */
    paintedFonts: Record<string, string>;
  }
}

const stage = siteAndBrowser();
let workbench: Workbench;

beforeAll(async () => {
  await stage.browser.context.addInitScript(() => {
    window.paintedFonts = {};
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called below on the context that it is called on
    const paint = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      window.paintedFonts[text.slice(0, 1)] = this.font;
      paint.call(this, text, ...place);
    };
  });
});

afterEach(() => expect(workbench.faults()).toEqual([]));

/** Waits until it is so: half a minute on an idle machine, longer on a busy one. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isSo()) return;
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`not so: ${what}`);
}

/** Waits until the grid has, or has no, pixels of the colour. */
async function seen(color: string, isSeen: boolean): Promise<void> {
  await until(`${color} is ${isSeen ? '' : 'not '}painted`, async () => (await workbench.pixels(color)) > 0 === isSeen);
}

async function holds(sheet: string, row: number, column: number, value: string | number): Promise<void> {
  await workbench.page.waitForFunction(
    (at) => window.workbenchHost?.workbook.sheetByName(at.sheet)?.value(at.row, at.column) === at.value,
    { sheet, row, column, value },
  );
}

describe('the sample', () => {
  beforeEach(async () => {
    workbench = await openWorkbench(stage.browser, stage.site.address);
  });

  test('what 检查 marks is coloured until it is cleared, and says why', async () => {
    const { pane, page } = workbench;
    await workbench.type('C6', '甲');
    await pane.locator('#tab-check').click();
    await pane.locator('#mark').click();
    await pane.locator('#confirm').click();
    await pane.locator('#preview').waitFor({ state: 'detached' });
    await seen(MARKED, true);
    await workbench.goTo('C6');
    const message = page.locator('.cell-notice');
    await message.getByText('平时考核检查').waitFor();
    expect(await message.textContent()).toContain('“甲”不是有效分数');
    await workbench.goTo('A1');
    await message.waitFor({ state: 'detached' });
    await pane.locator('#clear-marks').click();
    await pane.locator('#confirm').click();
    await seen(MARKED, false);
  });

  test('totals on the 审定表 show two decimals, and all they have near a line of 等次', async () => {
    const { pane } = workbench;
    await pane.locator('#tab-review').click();
    await pane.locator('#review').click();
    await pane.locator('#confirm').click();
    await pane.locator('#undo').waitFor();
    await workbench.showSheet(REVIEW);
    const painted = (text: string) =>
      until(`${text} is painted`, () => workbench.page.evaluate((wanted) => window.paintedText.includes(wanted), text));
    await painted('83.83');
    const frame = workbench.page.frame({ name: 'pane' });
    await frame?.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.names.getItem('考核等次线').getRange().getCell(0, 3).values = [[83.8]];
        await context.sync();
      }),
    );
    await painted('83.833333');
  });

  test('a right click says what to do instead of a menu', async () => {
    const { page } = workbench;
    await page.mouse.click(300, 300, { button: 'right' });
    await workbench.message('工作台没有右键菜单');
    await page.locator('#grid').getByText(JULY, { exact: true }).click({ button: 'right' });
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.locator('#grid').getByText(JULY, { exact: true }).dblclick();
    await workbench.message('工作表请另存后在 Excel 中调整');
  });
});

describe('a workbook with lists, notes and fonts', () => {
  beforeEach(async () => {
    stage.site.offerInstead(await saveWorkbook(richWorkbook()));
    workbench = await openWorkbench(stage.browser, stage.site.address);
  });

  test('a rule about values follows what is typed', async () => {
    await seen('#00B050', false);
    await workbench.type('D1', '95');
    await seen('#00B050', true);
    await workbench.type('D1', '59');
    await holds('Sheet1', 0, 3, 59);
    await seen('#00B050', false);
  });

  test('a list is opened and worked by keys, and a choice can be taken back', async () => {
    const { page } = workbench;
    await workbench.goTo('B1');
    await page.locator('.cell-notice').getByText('请选择等次。').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await page.getByRole('option').allTextContents()).toEqual(['好', '较好', '一般', '较差']);
    expect(await page.locator('.cell-notice').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await holds('Sheet1', 0, 1, '较好');
    await page.keyboard.press('Control+z');
    await holds('Sheet1', 0, 1, '好');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    // The keyboard is the grid's again.
    await page.keyboard.type('一般');
    await page.keyboard.press('Enter');
    await holds('Sheet1', 0, 1, '一般');
    await workbench.type('B1', '优秀');
    await workbench.message('没有录入：请从列表中选择');
    // The refused cell is selected again, with its list.
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('option', { name: '较差' }).click();
    await holds('Sheet1', 0, 1, '较差');
  });

  test('what was refused leaves no step to take back or to do again', async () => {
    const { page } = workbench;
    await workbench.goTo('B1');
    await page.keyboard.type('较差');
    await page.keyboard.press('Enter');
    await holds('Sheet1', 0, 1, '较差');
    await workbench.type('B1', '优秀');
    await workbench.message('没有录入：请从列表中选择');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+z');
    await holds('Sheet1', 0, 1, '好');
    await page.keyboard.press('Control+y');
    await holds('Sheet1', 0, 1, '较差');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+z');
    await holds('Sheet1', 0, 1, '好');
  });

  test('a refusal is not said any more on another sheet', async () => {
    const { page } = workbench;
    await workbench.type('B1', '优秀');
    await workbench.message('没有录入：请从列表中选择');
    await workbench.showSheet('名单');
    await page.waitForFunction(() => document.querySelector('#message')?.textContent === '');
  });

  test('a list may stand on another sheet, and is as it is now', async () => {
    const { page } = workbench;
    await workbench.goTo('B2');
    await page.locator('.choice-arrow').click();
    expect(await page.getByRole('option').allTextContents()).toEqual(['办公室', '85.0']);
    await page.getByRole('option', { name: '85.0' }).click();
    await holds('Sheet1', 1, 1, 85);
    await workbench.showSheet('名单');
    await workbench.type('A1', '人事科');
    await workbench.showSheet('Sheet1');
    await workbench.goTo('B2');
    await page.locator('.choice-arrow').click();
    await page.getByRole('option', { name: '人事科' }).click();
    await holds('Sheet1', 1, 1, '人事科');
    await workbench.goTo('C9');
    await page.locator('.choice-arrow').waitFor({ state: 'detached' });
  });

  test('a right click says what to do on a cell with an input message too', async () => {
    const { page } = workbench;
    await workbench.goTo('B1');
    const arrow = await page.locator('.choice-arrow').boundingBox();
    if (!arrow) throw new Error('B1 has no arrow');
    await workbench.goTo('D9');
    await page.mouse.click(arrow.x - 30, arrow.y + 6, { button: 'right' });
    await workbench.message('工作台没有右键菜单');
    await page.locator('.cell-notice').getByText('请选择等次。').waitFor();
    await workbench.message('工作台没有右键菜单');
    await page.mouse.click(arrow.x - 30, arrow.y + 6);
    await workbench.message('请选择等次。');
  });

  test('a note is marked, and read under the pointer or by selecting its cell', async () => {
    const { page } = workbench;
    await seen(CORNER, true);
    await page.mouse.move(140, 170);
    await page.mouse.move(142, 176);
    await page.locator('.cell-notice').getByText('王主任：请核对').waitFor();
    await page.mouse.move(400, 400);
    await page.locator('.cell-notice').waitFor({ state: 'detached' });
    await workbench.goTo('B3');
    await page.locator('.cell-notice').getByText('王主任：请核对').waitFor();
  });

  test('a text has its own fonts, and one that is to shrink fits its cell', async () => {
    await seen(RED, true);
    const fonts = await workbench.page.evaluate(() => window.paintedFonts);
    const size = (sign: string): number => parseFloat(/([\d.]+)p[tx]/.exec(fonts[sign] ?? '')?.[1] ?? '');
    expect(size('大')).toBeGreaterThan(size('红'));
    expect(size('缩')).toBeLessThan(size('红') / 2);
  });
});

function richWorkbook(): WorkbookModel {
  const workbook = WorkbookModel.create();
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const list = workbook.addSheet('名单');
  list.input(0, 0, '办公室');
  list.input(1, 0, 85);
  list.setStyle(1, 0, { numFmt: '0.0' });
  sheet.input(0, 1, '好');
  sheet.data.dataValidations = [
    {
      type: 'list',
      values: ['好', '较好', '一般', '较差'],
      range: 'B1',
      showErrorMessage: true,
      errorMessage: '请从列表中选择',
      showInputMessage: true,
      inputMessage: '请选择等次。',
    },
    { type: 'list', formula1: '名单!$A$1:$A$2', range: 'B2', showErrorMessage: true },
  ];
  const comment = { text: '王主任：请核对', author: '王主任' };
  sheet.cells.set('2,1', { value: '有批注', type: 'string', comment });
  const richText = [
    { text: '红', font: { color: { rgb: 'FF0000' }, size: 11, bold: true } },
    { text: '大', font: { size: 14 } },
  ];
  sheet.cells.set('3,1', { value: '红大', type: 'string', richText });
  const style = { alignment: { shrinkToFit: true } };
  sheet.cells.set('4,1', { value: '缩小字体填充的很长的文字', type: 'string', style });
  const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: '00B050' }, bgColor: { rgb: '00B050' } } as const;
  sheet.data.conditionalRules = [
    { type: 'cellIs', operator: 'greaterThan', formula: '90', range: 'D1:D5', priority: 1, style: { fill } },
  ];
  return workbook;
}
