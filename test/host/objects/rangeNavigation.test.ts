import { addressOf, filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

type Way = (range: Excel.Range, sheet: Excel.Worksheet) => Excel.Range;

test.each<[string, Way, string]>([
  ['getCell', (range) => range.getCell(1, 2), 'D3'],
  ['getCell outside the range', (range) => range.getCell(9, 9), 'K11'],
  ['getRow', (range) => range.getRow(1), 'B3:D3'],
  ['getColumn', (range) => range.getColumn(2), 'D2:D5'],
  ['getEntireRow', (range) => range.getEntireRow(), '2:5'],
  ['getEntireColumn', (range) => range.getEntireColumn(), 'B:D'],
  ['getLastRow', (range) => range.getLastRow(), 'B5:D5'],
  ['getLastColumn', (range) => range.getLastColumn(), 'D2:D5'],
  ['getLastCell', (range) => range.getLastCell(), 'D5'],
  ['getResizedRange', (range) => range.getResizedRange(-1, 2), 'B2:F4'],
  ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(1, 1), 'B2'],
  ['getOffsetRange', (range) => range.getOffsetRange(-1, 3), 'E1:G4'],
  ['getRowsAbove', (range) => range.getRowsAbove(1), 'B1:D1'],
  ['getRowsBelow', (range) => range.getRowsBelow(2), 'B6:D7'],
  ['getColumnsBefore', (range) => range.getColumnsBefore(), 'A2:A5'],
  ['getColumnsAfter', (range) => range.getColumnsAfter(2), 'E2:F5'],
  ['getIntersection', (range) => range.getIntersection('C1:F3'), 'C2:D3'],
  ['getBoundingRect', (range, sheet) => range.getBoundingRect(sheet.getRange('F9')), 'B2:F9'],
])('%s', async (_name, way, expected) => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    expect(await addressOf(context, way(sheet.getRange('B2:D5'), sheet))).toBe(`Sheet1!${expected}`);
  });
});

test('ranges that share no cell have no intersection', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
    expect(await addressOf(context, range.getIntersectionOrNullObject('D4'))).toBeNull();
    range.getIntersection('D4').load('address');
    expect((await refusalOf(context.sync())).code).toBe('ItemNotFound');
  });
});

test('a range does not leave the sheet', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').getOffsetRange(-1, 0).load('address');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'InvalidArgument',
      location: 'Range.getOffsetRange',
    });
  });
});

test('an address that is none, or one of another sheet, is refused', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A0').load('address');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument', location: 'Worksheet.getRange' });
    context.workbook.worksheets.add('乙表');
    sheet.getRange('乙表!A1').load('address');
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});

test('getRange takes a name, and the whole sheet without an address', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.names.add('成绩', sheet.getRange('B2:B9'));
    expect(await addressOf(context, sheet.getRange('成绩'))).toBe('Sheet1!B2:B9');
    expect(await addressOf(context, sheet.getRange())).toBe('Sheet1!A:XFD');
  });
});

test('the used range reaches from the first to the last value, with formats when they count', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    expect(await addressOf(context, sheet.getUsedRangeOrNullObject())).toBeNull();
    expect(await addressOf(context, sheet.getUsedRange())).toBe('Sheet1!A1');
    sheet.getRange('B3').values = [[1]];
    sheet.getRange('D5').formulas = [['=""']];
    sheet.getRange('F9').format.fill.color = 'yellow';
    expect(await addressOf(context, sheet.getUsedRange(true))).toBe('Sheet1!B3:D5');
    expect(await addressOf(context, sheet.getUsedRange())).toBe('Sheet1!B3:F9');
    expect(await addressOf(context, sheet.getRange('A:B').getUsedRange(true))).toBe('Sheet1!B3');
    expect(await addressOf(context, sheet.getRange('H:H').getUsedRangeOrNullObject())).toBeNull();
  });
});

test('sheets with a space in their name are quoted in addresses', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("2020 年'三'季度");
    expect(await addressOf(context, sheet.getRange('A1:B2'))).toBe("'2020 年''三''季度'!A1:B2");
  });
});

test.each<['Constants' | 'Formulas' | 'Blanks', 'Numbers' | 'Errors' | undefined, string]>([
  ['Constants', undefined, 'Sheet1!A1:B1,Sheet1!A2,Sheet1!C2:C3'],
  ['Constants', 'Numbers', 'Sheet1!B1'],
  ['Formulas', undefined, 'Sheet1!C1,Sheet1!B2'],
  ['Formulas', 'Errors', 'Sheet1!B2'],
  ['Blanks', undefined, 'Sheet1!A3:B3'],
])('special cells are found by what they hold: %s %s', async (type, valueType, expected) => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['甲', 1, '=B1'],
      [true, '=1/0', '乙'],
      ['', '', '丙'],
    ]);
    expect(await addressOf(context, sheet.getRange('A1:E9').getSpecialCells(type, valueType))).toBe(expected);
  });
});

test('visible cells are those between hidden rows and columns', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('3:4').rowHidden = true;
    sheet.getRange('B:B').columnHidden = true;
    const visible = sheet.getRange('A1:C6').getSpecialCells('Visible');
    visible.load('areaCount,cellCount,areas/items/address');
    await context.sync();
    expect(visible.areas.items.map((area) => area.address)).toEqual([
      'Sheet1!A1:A2',
      'Sheet1!C1:C2',
      'Sheet1!A5:A6',
      'Sheet1!C5:C6',
    ]);
    expect([visible.areaCount, visible.cellCount]).toEqual([4, 8]);
  });
});

test('of rows and columns that are hidden in part nothing is said', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('3:4').rowHidden = true;
    sheet.getRange('B:B').columnHidden = true;
    const ranges = ['A1:C6', 'A3:C4', 'B5:B6', 'C5:D6', 'B3:B4'].map((address) => sheet.getRange(address));
    for (const range of ranges) range.load('rowHidden,columnHidden,hidden');
    await context.sync();
    expect(ranges.map(({ rowHidden, columnHidden, hidden }) => [rowHidden, columnHidden, hidden])).toEqual([
      [null, null, null],
      [true, null, true],
      [false, true, true],
      [false, false, false],
      [true, true, true],
    ]);
  });
});

test('nothing found is a null object, or ItemNotFound where it was asked for directly', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:C3');
    expect(await addressOf(context, range.getSpecialCellsOrNullObject('Formulas'))).toBeNull();
    range.getSpecialCells('Formulas').load('address');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'ItemNotFound', location: 'Range.getSpecialCells' });
  });
});
