import { openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('an untouched cell looks as Excel makes it', async () => {
  await excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getFirst().getRange('A1');
    format.load();
    format.font.load();
    format.fill.load();
    format.protection.load();
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: 'General',
      verticalAlignment: 'Bottom',
      wrapText: false,
      shrinkToFit: false,
      indentLevel: 0,
      textOrientation: 0,
      columnWidth: 48,
      rowHeight: 15,
      font: { name: '宋体', size: 11, bold: false, italic: false, underline: 'None', color: '#000000' },
      fill: { color: '#FFFFFF' },
      protection: { locked: true, formulaHidden: false },
    });
  });
});

test('what is set is read again', async () => {
  await excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getFirst().getRange('A1:B2');
    const wanted = {
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      wrapText: true,
      shrinkToFit: true,
      indentLevel: 2,
      textOrientation: -45,
      columnWidth: 96,
      rowHeight: 30,
      font: {
        name: '黑体',
        size: 16,
        bold: true,
        italic: true,
        strikethrough: true,
        underline: 'Double',
        color: '#C00000',
      },
      fill: { color: '#FFF2CC' },
      protection: { locked: false, formulaHidden: true },
    } as const;
    format.set({ ...wanted, font: { ...wanted.font, color: '#c00000' } });
    format.load();
    format.font.load();
    format.fill.load();
    format.protection.load();
    await context.sync();
    expect(format.toJSON()).toMatchObject(wanted);
  });
});

test('mixed formats are null', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').format.set({ wrapText: true, columnWidth: 100, rowHeight: 40, font: { size: 20 } });
    sheet.getRange('A1').format.fill.color = 'red';
    const { format } = sheet.getRange('A1:B2');
    format.load('wrapText,horizontalAlignment,columnWidth,rowHeight,font/size,font/name,fill/color,protection/locked');
    await context.sync();
    expect(format.wrapText).toBeNull();
    expect(format.horizontalAlignment).toBe('General');
    expect([format.columnWidth, format.rowHeight]).toEqual([null, null]);
    expect([format.font.size, format.font.name]).toEqual([null, '宋体']);
    expect(format.fill.color).toBeNull();
    expect(format.protection.locked).toBe(true);
  });
});

test('whole columns keep their format for cells to come', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('B:B').format.font.bold = true;
    Object.assign(sheet.getRange('B:B'), { numberFormat: '@' });
    sheet.getRange('B7').values = [['007']];
    const cell = sheet.getRange('B7');
    cell.load('values,format/font/bold');
    const column = sheet.getRange('B:B');
    column.load('format/font/bold');
    const both = sheet.getRange('B:C');
    both.load('format/font/bold');
    await context.sync();
    expect(cell.values).toEqual([['007']]);
    expect(cell.format.font.bold).toBe(true);
    expect(column.format.font.bold).toBe(true);
    expect(both.format.font.bold).toBeNull();
  });
});

test('borders are drawn around and within a range', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const { borders } = sheet.getRange('A1:B2').format;
    for (const place of [
      'EdgeTop',
      'EdgeBottom',
      'EdgeLeft',
      'EdgeRight',
      'InsideHorizontal',
      'InsideVertical',
    ] as const) {
      borders.getItem(place).style = 'Continuous';
    }
    borders.getItem('EdgeTop').weight = 'Thick';
    borders.getItem('EdgeTop').color = '#FF0000';
    const top = borders.getItem('EdgeTop');
    const inside = borders.getItem('InsideVertical');
    const corner = sheet.getRange('B2').format.borders.getItem('EdgeRight');
    const outside = sheet.getRange('C1').format.borders.getItem('EdgeTop');
    for (const border of [top, inside, corner, outside]) border.load('style,weight,color,sideIndex');
    borders.load('items/style,count');
    await context.sync();
    expect([top.style, top.weight, top.color]).toEqual(['Continuous', 'Thick', '#FF0000']);
    expect([inside.style, inside.weight, inside.sideIndex]).toEqual(['Continuous', 'Thin', 'InsideVertical']);
    expect([corner.style, outside.style]).toEqual(['Continuous', 'None']);
    expect(borders.count).toBe(8);
    expect(borders.items.map((border) => border.style)).toEqual([
      ...Array<string>(6).fill('Continuous'),
      'None',
      'None',
    ]);
    top.style = 'None';
    top.load('style');
    await context.sync();
    expect(top.style).toBe('None');
  });
});

test('columns are fitted to their texts, Chinese ones twice as wide; rows to wrapped ones', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B1').values = [['abcdefghijkl', '平时考核平时考核平时考核']];
    sheet.getRange('A:B').format.autofitColumns();
    const [narrow, wide] = ['A1', 'B1'].map((address) => sheet.getRange(address).format);
    narrow?.load('columnWidth');
    wide?.load('columnWidth');
    sheet.getRange('C1').values = [['很长的一段话，写在窄的单元格里面，要换好几行']];
    sheet.getRange('C1').format.wrapText = true;
    sheet.getRange('1:1').format.autofitRows();
    const row = sheet.getRange('C1').format;
    row.load('rowHeight');
    await context.sync();
    expect(wide?.columnWidth).toBeGreaterThan(1.8 * (narrow?.columnWidth ?? 0));
    expect(row.rowHeight).toBeGreaterThanOrEqual(75);
  });
});

test.each<[string, (range: Excel.Range) => void]>([
  ['a colour that is none', (range) => void (range.format.fill.color = '浅黄')],
  ['an alignment that is none', (range) => void Object.assign(range.format, { horizontalAlignment: 'Middle' })],
  ['a font size of nought', (range) => void (range.format.font.size = 0)],
  ['a row taller than 409.5 points', (range) => void (range.format.rowHeight = 410)],
  ['a text instead of a truth value', (range) => void Object.assign(range.format, { wrapText: 'yes' })],
  ['an empty number format', (range) => void (range.numberFormat = [['']])],
])('refused and unchanged: %s', async (_case, change) => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      change(context.workbook.worksheets.getFirst().getRange('A1'));
      await context.sync();
    }),
  );
  expect(refusal.code).toBe('InvalidArgument');
  expect(excel.host.workbook.sheets[0]?.usedArea(false)).toBeUndefined();
});
