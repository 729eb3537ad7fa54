import { openWorkbook, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { addressOf, filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;

beforeEach(async () => {
  excel = await openExcel();
});

async function valuesOf(range: Excel.Range, context: Excel.RequestContext): Promise<unknown[][]> {
  range.load('formulas');
  await context.sync();
  return range.formulas;
}

test('texts are found, in order, and nothing is a null object or ItemNotFound', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['张三', '好', '张三丰'],
      ['李四', 'Good', '=1+1'],
    ]);
    const range = sheet.getRange('A1:C2');
    expect(await addressOf(context, range.find('张三', {}))).toBe('Sheet1!C1');
    expect(await addressOf(context, range.find('张三', { completeMatch: true }))).toBe('Sheet1!A1');
    expect(await addressOf(context, range.find('good', { searchDirection: 'Backwards' }))).toBe('Sheet1!B2');
    expect(await addressOf(context, range.findOrNullObject('good', { matchCase: true }))).toBeNull();
    expect(await addressOf(context, sheet.findAll('张三', {}))).toBe('Sheet1!A1,Sheet1!C1');
    range.find('没有', {});
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'ItemNotFound', location: 'Range.find' });
    const count = range.replaceAll('张', '章', {});
    await context.sync();
    expect(count.value).toBe(2);
    expect(await valuesOf(range, context)).toEqual([
      ['章三', '好', '章三丰'],
      ['李四', 'Good', '=1+1'],
    ]);
  });
});

test('rows that say the same are there once', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['姓名', '分'],
      ['张三', 1],
      ['李四', 2],
      ['张三', 3],
      ['王五', 4],
    ]);
    const result = sheet.getRange('A1:B5').removeDuplicates([0], true).load('removed,uniqueRemaining');
    await context.sync();
    expect(result).toMatchObject({ removed: 1, uniqueRemaining: 3 });
    expect(await valuesOf(sheet.getRange('A1:B5'), context)).toEqual([
      ['姓名', '分'],
      ['张三', 1],
      ['李四', 2],
      ['王五', 4],
      ['', ''],
    ]);
  });
});

test('Ctrl and an arrow lead to the end of filled cells, or to the next', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      [1, 2, 3, '', 5],
      [1, '', '', '', ''],
    ]);
    const cases: readonly (readonly [string, Excel.KeyboardDirection | 'Right' | 'Left' | 'Down' | 'Up', string])[] = [
      ['A1', 'Right', 'C1'],
      ['C1', 'Right', 'E1'],
      ['E1', 'Right', 'XFD1'],
      ['E1', 'Left', 'C1'],
      ['A1', 'Down', 'A2'],
      ['A2', 'Down', 'A1048576'],
      ['B9', 'Up', 'B1'],
    ];
    for (const [from, direction, to] of cases)
      expect(await addressOf(context, sheet.getRange(from).getRangeEdge(direction as 'Up'))).toBe(`Sheet1!${to}`);
    expect(await addressOf(context, sheet.getRange('A1:B1').getExtendedRange('Right'))).toBe('Sheet1!A1:C1');
    expect(await addressOf(context, sheet.getRange('B1').getSurroundingRegion())).toBe('Sheet1!A1:C2');
  });
});

test('filling goes on with formulas and series, and refuses what it does not know to count', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      [1, '=A1*2', '文', '一月'],
      [3, '', '', ''],
    ]);
    sheet.getRange('B1').format.fill.color = 'LightGoldenrodYellow';
    sheet.getRange('A1:A2').autoFill('A1:A4');
    sheet.getRange('B1').autoFill('B1:B3');
    sheet.getRange('C1').autoFill('C1:C2', 'FillValues');
    expect(await valuesOf(sheet.getRange('A1:C4'), context)).toEqual([
      [1, '=A1*2', '文'],
      [3, '=A2*2', '文'],
      [5, '=A3*2', ''],
      [7, '', ''],
    ]);
    const fill = sheet.getRange('B3').format.fill.load('color');
    await context.sync();
    expect(fill.color).toBe('#FAFAD2');
    sheet.getRange('D1').autoFill('D1:D3');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'ApiNotFound' });
    sheet.getRange('A1').autoFill('B1:B3');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument' });
  });
});

test('groups of rows and columns fold, and are in the file', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[1], [2], [3], [4]]);
    sheet.getRange('2:4').group('ByRows');
    sheet.getRange('2:3').group('ByRows');
    sheet.getRange('B:C').group('ByColumns');
    sheet.showOutlineLevels(2, 0);
    await context.sync();
    sheet.getRange('8:9').ungroup('ByRows');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidOperation' });
  });
  const opened = await openWorkbook(await saveWorkbook(excel.host.workbook));
  if (!opened.ok) throw new Error(opened.detail);
  const { rowDefs, columns } = opened.workbook.sheets[0]?.data ?? {};
  expect([1, 2, 3].map((row) => [rowDefs?.get(row)?.outlineLevel, rowDefs?.get(row)?.hidden ?? false])).toEqual([
    [2, true],
    [2, true],
    [1, false],
  ]);
  expect([1, 2].map((column) => columns?.[column]?.outlineLevel)).toEqual([1, 1]);
});

test('a range that shrinks past its corner reaches to the other side; a single value fills a range', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    expect(await addressOf(context, sheet.getRange('E5').getResizedRange(-2, -3))).toBe('Sheet1!B3:E5');
    expect(await addressOf(context, sheet.getRange('B2:D4').getResizedRange(-1, 0))).toBe('Sheet1!B2:D3');
    sheet.getRange('A1').getResizedRange(0, -1);
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument' });
    sheet.getRange('A1:B2').values = [[7]];
    sheet.getRange('C1').formulas = [['=SUM(Sheet1!A1:Sheet1!B2)']];
    const sum = sheet.getRange('C1').load('values');
    await context.sync();
    expect(sum.values).toEqual([[28]]);
    sheet.getRange('1:2').insert('Down');
    sheet.name = '新 名';
    expect(await valuesOf(sheet.getRange('C3'), context)).toEqual([["=SUM('新 名'!A3:'新 名'!B4)"]]);
  });
});
