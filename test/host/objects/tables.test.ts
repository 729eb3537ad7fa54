import { unzipSync } from 'fflate';
import { losses, openWorkbook, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { addressOf, filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';
import { partOf } from '../workbook/modelSteps';

let excel: EmbeddedExcel;

beforeEach(async () => {
  excel = await openExcel({ apiVersion: '1.14' });
});

const ROWS = [
  ['姓名', '科室', '得分'],
  ['张三', '办公室', 90],
  ['李四', '财务科', 70],
  ['王五', '办公室', 80],
];

/** A table over four rows, with whatever the work makes of it. */
function withTable<T>(work: (table: Excel.Table, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return excel.run(async (context) => {
    const sheet = filledSheet(context, ROWS);
    return work(sheet.tables.add('A1:C4', true), context);
  });
}

/** The values of the table's whole range. */
async function valuesOf(table: Excel.Table, context: Excel.RequestContext): Promise<unknown[][]> {
  const range = table.getRange().load('values');
  await context.sync();
  return range.values;
}

/** The table as the saved file has it. */
async function savedTable(): Promise<unknown> {
  const opened = await openWorkbook(await saveWorkbook(excel.host.workbook));
  if (!opened.ok) throw new Error(opened.detail);
  const [table] = opened.workbook.sheets[0]?.data.tables ?? [];
  const { source: _source, columns = [], ...rest } = table ?? {};
  return { ...rest, columns: columns.map(({ name }) => name) };
}

/** The text of the only table's part. */
function tablePart(bytes: Uint8Array): string {
  const path = Object.keys(unzipSync(bytes)).find((one) => one.startsWith('xl/tables/table')) ?? '';
  return partOf(bytes, path);
}

test('a table has a header, a body and the names of its columns, and the file has them too', async () => {
  await withTable(async (table, context) => {
    table.load('name,style,showHeaders,showTotals,id');
    const columns = table.columns.load('items/name,items/index,count');
    const rows = table.rows.load('count');
    await context.sync();
    expect(table).toMatchObject({ name: '表1', style: 'TableStyleMedium2', showHeaders: true, showTotals: false });
    expect(columns.items.map(({ name, index }) => [name, index])).toEqual([
      ['姓名', 0],
      ['科室', 1],
      ['得分', 2],
    ]);
    expect(rows.count).toBe(3);
    expect(await addressOf(context, table.getHeaderRowRange())).toBe('Sheet1!A1:C1');
    expect(await addressOf(context, table.getDataBodyRange())).toBe('Sheet1!A2:C4');
    expect(await addressOf(context, table.columns.getItem('得分').getDataBodyRange())).toBe('Sheet1!C2:C4');
    table.name = '考核';
    table.style = 'TableStyleLight9';
    table.showBandedColumns = true;
    table.highlightFirstColumn = true;
    await context.sync();
    context.workbook.tables.getItem('考核').getRange().load('address');
    await context.sync();
  });
  expect(await savedTable()).toMatchObject({
    name: '考核',
    range: 'A1:C4',
    style: 'TableStyleLight9',
    showColumnStripes: true,
    highlightFirstColumn: true,
    columns: ['姓名', '科室', '得分'],
  });
  expect(losses(excel.host.workbook)).toEqual([]);
});

test('rows are added at the end and between; a table of a header alone begins with them', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [['姓名', '得分']]);
    sheet.getRange('A3').values = [['下面']];
    const table = sheet.tables.add('A1:B1', true);
    const rows = table.rows;
    rows.load('count');
    await context.sync();
    expect(rows.count).toBe(0);
    rows.add(undefined, [
      ['张三', 90],
      ['李四', 70],
    ]);
    rows.add(1, [['王五', 80]]);
    expect(await valuesOf(table, context)).toEqual([
      ['姓名', '得分'],
      ['张三', 90],
      ['王五', 80],
      ['李四', 70],
    ]);
    // What stood below has moved down.
    expect(await addressOf(context, sheet.getUsedRange())).toBe('Sheet1!A1:B6');
    rows.getItemAt(0).delete();
    rows.getItemAt(0).delete();
    rows.getItemAt(0).delete();
    rows.load('count');
    await context.sync();
    expect(rows.count).toBe(0);
    rows.add(undefined, [['只有姓名']]);
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument' });
  });
});

test('columns come with their cells and names, wherever they are inserted', async () => {
  await withTable(async (table, context) => {
    table.columns.add(undefined, [['等次'], ['好'], ['较好'], ['好']]);
    table.columns.add(0);
    // A column of the sheet, inserted through the table.
    context.workbook.worksheets.getFirst().getRange('C:C').insert('Right');
    expect(await valuesOf(table, context)).toEqual([
      ['列1', '姓名', '列2', '科室', '得分', '等次'],
      ['', '张三', '', '办公室', 90, '好'],
      ['', '李四', '', '财务科', 70, '较好'],
      ['', '王五', '', '办公室', 80, '好'],
    ]);
    table.columns.getItem('列2').delete();
    table.columns.getItem('科室').name = '处室';
    table.columns.add(-1, [['太短']]);
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument' });
  });
  expect(await savedTable()).toMatchObject({ range: 'A1:E4', columns: ['列1', '姓名', '处室', '得分', '等次'] });
});

test('formulas follow the names of the table and of its columns', async () => {
  await withTable(async (table, context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('E1:E2').formulas = [['=SUM(表1[得分])'], ['=COUNTA(表1[[#Headers],[姓名]:[得分]])']];
    table.name = '考核';
    sheet.getRange('C1').values = [['总分']];
    const formulas = sheet.getRange('E1:E2').load('formulas');
    await context.sync();
    expect(formulas.formulas).toEqual([['=SUM(考核[总分])'], ['=COUNTA(考核[[#Headers],[姓名]:[总分]])']]);
    table.convertToRange();
    formulas.load('formulas,values');
    await context.sync();
    expect(formulas.formulas).toEqual([['=SUM($C$2:$C$4)'], ['=COUNTA($A$1:$C$1)']]);
    expect(formulas.values).toEqual([[240], [3]]);
  });
  expect(excel.host.workbook.sheets[0]?.data.tables).toEqual([]);
});

test('names of columns are never empty and each once', async () => {
  await withTable(async (table, context) => {
    table.getHeaderRowRange().values = [['甲', '', '甲']];
    expect((await valuesOf(table, context))[0]).toEqual(['甲', '列1', '甲2']);
  });
});

test('totals stand below the body and say what they count', async () => {
  await withTable(async (table, context) => {
    table.showTotals = true;
    const totals = table.getTotalRowRange().load('formulas,address');
    await context.sync();
    expect(totals).toMatchObject({ address: 'Sheet1!A5:C5', formulas: [['汇总', '', '=SUBTOTAL(109,表1[得分])']] });
  });
  const xml = tablePart(await saveWorkbook(excel.host.workbook));
  expect(xml).toContain('totalsRowCount="1"');
  expect(xml).toContain('<autoFilter ref="A1:C4"/>');
  expect(xml).toContain('totalsRowFunction="sum"');
});

test('a table is sorted, and the file remembers how', async () => {
  await withTable(async (table, context) => {
    table.sort.apply([{ key: 2, ascending: false }]);
    expect((await valuesOf(table, context)).map(([name]) => name)).toEqual(['姓名', '张三', '王五', '李四']);
  });
  expect(await savedTable()).toMatchObject({ sort: { keys: [{ column: 2, ascending: false }] } });
});

test('a filter hides rows, shows what is left, and is in the file', async () => {
  await withTable(async (table, context) => {
    table.columns.getItem('科室').filter.applyValuesFilter(['办公室']);
    const view = table.getDataBodyRange().getVisibleView().load('values');
    await context.sync();
    expect(view.values).toEqual([
      ['张三', '办公室', 90],
      ['王五', '办公室', 80],
    ]);
    table.columns.getItem('得分').filter.applyCustomFilter('>=85');
    await context.sync();
    expect(excel.host.workbook.sheets[0]?.rowHidden(3)).toBe(true);
  });
  expect(await savedTable()).toMatchObject({
    filter: [
      { colIndex: 1, criteria: { filterOn: 'Values', values: ['办公室'] } },
      { colIndex: 2, criteria: { filterOn: 'Custom', criterion1: '>=85' } },
    ],
  });
  await excel.run(async (context) => {
    context.workbook.tables.getItem('表1').clearFilters();
    await context.sync();
  });
  expect([1, 2, 3].map((row) => excel.host.workbook.sheets[0]?.rowHidden(row))).toEqual([false, false, false]);
});

test('a table that only moved goes back as the file had it', async () => {
  await withTable((_table, context) => context.sync());
  const opened = await openWorkbook(await saveWorkbook(excel.host.workbook));
  if (!opened.ok) throw new Error(opened.detail);
  const before = tablePart(await saveWorkbook(opened.workbook));
  opened.workbook.sheets[0]?.insertCells({ row: 0, column: 0, rows: 2, columns: 16_384 }, 'Down');
  const moved = tablePart(await saveWorkbook(opened.workbook));
  expect(moved).toBe(before.replaceAll('A1:C4', 'A3:C6'));
});

test('a table is resized below its header', async () => {
  await withTable(async (table, context) => {
    table.resize('A1:D3');
    expect(await addressOf(context, table.getRange())).toBe('Sheet1!A1:D3');
    expect((await valuesOf(table, context))[0]).toEqual(['姓名', '科室', '得分', '列1']);
    table.resize('A2:D5');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument', location: 'Table.resize' });
  });
});

test('what Excel refuses is refused', async () => {
  await withTable(async (table, context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const cases: readonly (readonly [() => unknown, string])[] = [
      [() => void sheet.tables.add('C3:D6', true), 'InvalidOperation'],
      [() => void sheet.tables.getItem('没有').load('name'), 'ItemNotFound'],
      [() => (table.name = 'A1'), 'InvalidArgument'],
      [() => (table.style = 'Fancy'), 'InvalidArgument'],
      [() => sheet.getRange('A3:A3').insert('Down'), 'InsertDeleteConflict'],
      [() => table.columns.getItem('得分').filter.applyValuesFilter(['1'].map(Number) as never), 'InvalidArgument'],
      [() => table.columns.getItem('得分').filter.applyTopItemsFilter(0), 'InvalidArgument'],
      [() => table.columns.getItem('得分').filter.applyCellColorFilter('red'), 'ApiNotFound'],
    ];
    for (const [work, code] of cases) {
      work();
      expect(await refusalOf(context.sync())).toMatchObject({ code });
    }
    const none = sheet.tables.getItemOrNullObject('没有').load('name');
    await context.sync();
    expect(none.isNullObject).toBe(true);
    table.delete();
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect(used.isNullObject).toBe(true);
    table.load('name');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'ItemNotFound' });
  });
});

test('listeners of a table hear of its cells, of its selection, of new tables', async () => {
  const heard: unknown[] = [];
  await withTable(async (table, context) => {
    table.onChanged.add(async ({ address, changeType }) => {
      heard.push(['changed', address, changeType]);
    });
    table.onSelectionChanged.add(async ({ address, isInsideTable }) => {
      heard.push(['selected', address, isInsideTable]);
    });
    context.workbook.tables.onAdded.add(async ({ source }) => {
      heard.push(['added', source]);
    });
    await context.sync();
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('B2').values = [['人事科']];
    sheet.getRange('H9').values = [['外面']];
    sheet.getRange('C3:D9').select();
    sheet.tables.add('H1:I3', false);
    await context.sync();
    await excel.host.settled();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  expect(heard).toEqual([
    ['changed', 'B2', 'RangeEdited'],
    ['selected', 'C3:C4', true],
    ['added', 'Local'],
  ]);
});

test('tables, notes and links that this host wrote once are in the file after the next saving too', async () => {
  await withTable(async (_table, context) => {
    context.workbook.worksheets.getFirst().getRange('E1').hyperlink = {
      address: 'https://a.example',
      textToDisplay: 'a',
    };
    await context.sync();
  });
  const [sheet] = excel.host.workbook.sheets;
  sheet?.cells.set('8,0', { value: 1, type: 'number', comment: { text: '批注', author: '甲' } });
  let bytes = await saveWorkbook(excel.host.workbook);
  for (let turn = 0; turn < 2; turn++) {
    const opened = await openWorkbook(bytes);
    if (!opened.ok) throw new Error(opened.detail);
    const [read] = opened.workbook.sheets;
    expect(read?.data.tables).toHaveLength(1);
    expect(read?.cell(8, 0)?.comment?.text).toBe('批注');
    expect(read?.cell(0, 4)?.hyperlink?.target).toBe('https://a.example');
    read?.setValue(20, turn, turn);
    bytes = await saveWorkbook(opened.workbook);
  }
});
