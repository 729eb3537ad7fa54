import { filledSheet, openExcel, refusalOf, type EmbeddedExcel } from './embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('nothing happens before sync, then everything in order', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const cell = sheet.getRange('A1');
    cell.values = [[1]];
    expect(excel.host.workbook.sheets[0]?.value(0, 0)).toBe('');
    cell.load('values');
    cell.values = [[2]];
    await context.sync();
    expect(cell.values).toEqual([[1]]);
    expect(excel.host.workbook.sheets[0]?.value(0, 0)).toBe(2);
  });
});

test('an error ends the batch: what was before it counts, what is after it does not happen', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[7]]);
    await context.sync();
    const read = sheet.getRange('A1');
    read.load('values');
    sheet.getRange('B1').values = [['前']];
    sheet.getRange('C1:D1').values = [['形', '状', '不对']];
    sheet.getRange('B2').values = [['后']];
    const refusal = await refusalOf(context.sync());
    expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
    expect(read.values).toEqual([[7]]);
    expect(excel.host.workbook.sheets[0]?.value(0, 1)).toBe('前');
    expect(excel.host.workbook.sheets[0]?.value(1, 1)).toBe('');
  });
});

test('the error names the statement that failed', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [[1]];
    sheet.name = '不/行';
    const error: unknown = await context.sync().catch((problem: unknown) => problem);
    expect(error).toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: 'Worksheet.name', statement: 'first.name = ...;' },
    });
  });
});

test('set() assigns several properties, those of objects below included', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
    range.set({ values: [[1, 2]], format: { wrapText: true, font: { bold: true, color: '#C00000' } } });
    range.load('values,format/wrapText,format/font/bold,format/font/color');
    await context.sync();
    expect(range.values).toEqual([[1, 2]]);
    expect(range.format.wrapText).toBe(true);
    expect(range.format.font.bold).toBe(true);
    expect(range.format.font.color).toBe('#C00000');
  });
});

test('a new sheet can be used in the batch that adds it, and afterwards', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('新表');
    sheet.getRange('A1').values = [['甲']];
    await context.sync();
    sheet.getRange('A2').values = [['乙']];
    sheet.load('name');
    await context.sync();
    expect(sheet.name).toBe('新表');
    const model = excel.host.workbook.sheetByName('新表');
    expect([model?.value(0, 0), model?.value(1, 0)]).toEqual(['甲', '乙']);
  });
});

test('a range that is held moves with its cells, and is gone with them', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [['甲'], ['乙'], ['丙']]);
    const held = sheet.getRange('A2:A3');
    held.load('address');
    await context.sync();
    sheet.getRange('1:1').insert('Down');
    held.load('address,values');
    await context.sync();
    expect(held.address).toBe('Sheet1!A3:A4');
    expect(held.values).toEqual([['乙'], ['丙']]);
    sheet.getRange('3:4').delete('Up');
    await context.sync();
    held.load('address');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidReference' });
  });
});

test('the objects of a finished run are let go', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    range.load('address');
    await context.sync();
    expect(excel.host.trackedObjects).toBe(1);
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  await excel.host.settled();
  expect(excel.host.trackedObjects).toBe(0);
});

test('a request that the protocol does not know is a bug and throws', () => {
  expect(() => excel.host.sendMessageToHost('{"id":1}')).toThrow('The request lacks message');
});
