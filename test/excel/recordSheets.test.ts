import {
  applyPlan,
  previewArchive,
  previewNotice,
  previewScore,
  previewSeal,
  restore,
  type Applied,
  type Preview,
} from '../../src/excel';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { copyOf } from '../faults/copies';
import { beforeRequests, counted, inject } from '../faults/requests';
import { decidedAll } from './support/decidedQuarter';
import { all, contents, inExcel, scoreSheet, sheetOf, workbookOf } from './support/workbooks';

const [LOG, SEAL, OWN] = ['操作记录', '封存记录', '我的表'];
const log = { command: '测试', time: '2020-10-20 09:00' };
const order = (book: WorkbookModel) => book.sheets.map(({ name }) => name);
const given = (book: WorkbookModel, preview: () => Promise<Preview>): Promise<Applied> =>
  inExcel(book, async () => applyPlan((await preview()).plan, { log }));
const seal = () => previewSeal({ quarter: '2020Q3', sealedOn: '2020-10-20' });
const archive = () => previewArchive({ month: '2020-07' });
const notice = () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' });

/** Sealed and logged, with a sheet that somebody added behind both records. */
async function sealed(): Promise<WorkbookModel> {
  const book = await decidedAll();
  await given(book, seal);
  book.addSheet(OWN).input(0, 0, '勿动');
  return book;
}

/** An Excel that asks for nothing more once all is written (W13). */
const TAKES_PAGES = 'win-365';

test('操作记录 and 封存记录 stand at the end, whatever is made before or after them', async () => {
  const book = await decidedAll();
  await given(book, notice);
  expect(order(book).at(-1)).toBe(LOG);
  await given(book, seal);
  expect(order(book).slice(-2).sort()).toEqual([SEAL, LOG].sort());
  const others = order(book).slice(0, -2);
  await given(book, archive);
  expect(order(book).slice(-2).sort()).toEqual([SEAL, LOG].sort());
  expect(order(book).slice(0, others.length)).toEqual(others);
});

test('a sheet that somebody added behind them stays between its neighbours; the next step takes the records behind it', async () => {
  const book = await sealed();
  const others = order(book).filter((name) => ![LOG, SEAL].includes(name));
  await given(book, archive);
  expect(order(book).slice(0, others.length)).toEqual(others);
  expect(order(book).slice(-2).sort()).toEqual([SEAL, LOG].sort());
});

test("somebody's own sheet of the same headings as 封存记录 is not moved", async () => {
  const book = await sealed();
  book.copySheet(sheetOf(book, SEAL), book.sheets.length, '备份');
  await given(book, archive);
  expect(order(book).slice(-2).sort()).toEqual([SEAL, LOG].sort());
  expect(order(book).indexOf('备份')).toBe(order(book).indexOf(OWN) + 1);
});

test('undoing leaves them at the end, and every other sheet where it was', async () => {
  const book = await sealed();
  const others = order(book).filter((name) => ![LOG, SEAL].includes(name));
  await inExcel(book, async () => {
    const applied = await applyPlan((await archive()).plan, { log });
    if (!applied.ok) throw new Error('refused');
    expect((await restore(applied.restore, { log })).ok).toBe(true);
  });
  expect(order(book).slice(0, -2)).toEqual(others);
  expect(order(book).slice(-2).sort()).toEqual([SEAL, LOG].sort());
});

test('a step that breaks off once all is done leaves every sheet, the records too, where it was', async () => {
  const book = await sealed();
  const trial = copyOf(book);
  const requests = await inExcel(
    trial,
    async (host) => {
      const { plan } = await archive();
      return (await counted(host, () => applyPlan(plan, { log })))[1];
    },
    TAKES_PAGES,
  );
  expect(order(trial).slice(-2)).not.toContain(OWN);
  const before = order(book);
  const held = contents(book);
  const found: (readonly string[])[] = [];
  await inExcel(
    book,
    async (host) => {
      const { plan } = await archive();
      const end = beforeRequests(host, (number) => {
        if (number === requests.length) inject(host, '出错（末尾）', requests.at(-1) ?? 1);
        if (number === requests.length + 1) found.push(order(book));
      });
      await expect(applyPlan(plan, { log })).rejects.toThrow();
      end();
    },
    TAKES_PAGES,
  );
  // What broke off had come as far as the records.
  expect(found[0]?.slice(-2)).not.toContain(OWN);
  expect(order(book)).toEqual(before);
  expect(contents(book)).toEqual(held);
});

test('a workbook whose structure is protected keeps its order, and takes what adds no sheet', async () => {
  const book = workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '张三', ...all(90)]]) });
  await given(book, () => previewScore());
  book.addSheet(OWN).input(0, 0, '勿动');
  sheetOf(book, '7月').input(4, 2, 91);
  sheetOf(book, '7月').input(4, 9, '');
  const before = order(book);
  await inExcel(book, () =>
    Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    }),
  );
  expect((await given(book, () => previewScore())).ok).toBe(true);
  expect(order(book)).toEqual(before);
});
