import { openWorkbook, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { addressOf, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('a break stands before the row of its range, once, and in the order of the rows', async () => {
  await excel.run(async (context) => {
    const { horizontalPageBreaks } = context.workbook.worksheets.getFirst();
    for (const address of ['A39', 'A20', 'C20']) horizontalPageBreaks.add(address);
    horizontalPageBreaks.load('items/rowIndex,items/columnIndex');
    const count = horizontalPageBreaks.getCount();
    await context.sync();
    expect(horizontalPageBreaks.items.map(({ rowIndex, columnIndex }) => [rowIndex, columnIndex])).toEqual([
      [19, 0],
      [38, 0],
    ]);
    expect(count.value).toBe(2);
    expect(await addressOf(context, horizontalPageBreaks.getItem(1).getCellAfterBreak())).toBe('Sheet1!A39');
  });
});

test('breaks are taken away one by one or all at once', async () => {
  await excel.run(async (context) => {
    const { verticalPageBreaks } = context.workbook.worksheets.getFirst();
    for (const address of ['C1', 'F1', 'I1']) verticalPageBreaks.add(address);
    verticalPageBreaks.getItem(0).delete();
    verticalPageBreaks.load('items/columnIndex');
    await context.sync();
    expect(verticalPageBreaks.items.map(({ columnIndex }) => columnIndex)).toEqual([5, 8]);
    verticalPageBreaks.removePageBreaks();
    const count = verticalPageBreaks.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test('nothing can be parted from the first row, and a break that is not there is not found', async () => {
  await excel.run(async (context) => {
    const { horizontalPageBreaks } = context.workbook.worksheets.getFirst();
    horizontalPageBreaks.add('B1');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument' });
    horizontalPageBreaks.getItem(0).load('rowIndex');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'ItemNotFound' });
  });
});

test('a saved workbook has its breaks again', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getFirst().horizontalPageBreaks.add('A20');
    await context.sync();
  });
  const opened = await openWorkbook(await saveWorkbook(excel.host.workbook));
  expect(opened.ok && opened.workbook.sheets[0]?.data.rowBreaks).toEqual([18]);
});
