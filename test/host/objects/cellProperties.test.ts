import { openExcel, refusalOf, reopened, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('properties of many cells are given and read at once; what is not named stays', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
    range.format.font.italic = true;
    const head: Excel.SettableCellProperties = {
      format: { fill: { color: 'Blue' }, font: { color: 'White', bold: true }, horizontalAlignment: 'Center' },
    };
    const framed: Excel.SettableCellProperties = {
      format: { borders: { bottom: { style: 'Double' }, left: { style: 'Continuous', color: '#FF0000' } } },
    };
    range.setCellProperties([
      [head, {}],
      [{ hyperlink: { address: 'https://example.com/', textToDisplay: '说明' } }, framed],
    ]);
    const wanted = range.getCellProperties({
      address: true,
      hidden: true,
      format: {
        fill: { color: true },
        font: { bold: true, italic: true },
        borders: { style: true },
        horizontalAlignment: true,
        protection: true,
      },
    });
    await context.sync();
    const [[a1, b1] = [], [, b2] = []] = wanted.value;
    expect(a1).toMatchObject({
      address: 'Sheet1!A1',
      hidden: false,
      format: {
        fill: { color: '#0000FF' },
        font: { bold: true, italic: true },
        horizontalAlignment: 'Center',
        protection: { locked: true, formulaHidden: false },
      },
    });
    expect(b1).toMatchObject({ address: 'Sheet1!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: false } } });
    expect(b2?.format?.borders).toMatchObject({
      bottom: { style: 'Double' },
      left: { style: 'Continuous' },
      top: { style: 'None' },
    });
    expect(Object.keys(b2 ?? {})).toEqual(['address', 'hidden', 'format']);
    const link = context.workbook.worksheets.getFirst().getRange('A2').load('values,hyperlink');
    await context.sync();
    expect([link.values, link.hyperlink.address]).toEqual([[['说明']], 'https://example.com/']);
  });
});

test('rows and columns have properties of their own, null where their cells differ', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('B2:C3');
    range.setRowProperties([{ rowHidden: true }, { format: { rowHeight: 30, font: { bold: true } } }]);
    range.setColumnProperties([{ columnHidden: true }, { format: { columnWidth: 60 } }]);
    const rows = range.getRowProperties({
      rowIndex: true,
      rowHidden: true,
      format: { rowHeight: true, font: { bold: true } },
    });
    const columns = range.getColumnProperties({
      columnIndex: true,
      columnHidden: true,
      format: { font: { bold: true } },
    });
    await context.sync();
    expect(rows.value).toMatchObject([
      { rowIndex: 1, rowHidden: true, format: { font: { bold: false } } },
      { rowIndex: 2, rowHidden: false, format: { rowHeight: 30, font: { bold: true } } },
    ]);
    expect(columns.value).toMatchObject([
      { columnIndex: 1, columnHidden: true, format: { font: { bold: null } } },
      { columnIndex: 2, columnHidden: false },
    ]);
  });
});

test('another shape, an unknown side and an unknown property are refused', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
    range.setCellProperties([[{}]]);
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    range.setRowProperties([{}, {}]);
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    range.setCellProperties([[{ format: { borders: { vertical: { style: 'Double' } } } }, {}]]);
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    range.setCellProperties([[{ format: { readingOrder: 'RightToLeft' } }, {}]]);
    const { code, message } = await refusalOf(context.sync());
    expect(`${code}: ${message}`).toMatch(/ApiNotFound.*readingOrder/);
    context.workbook.worksheets.getFirst().getRange('A:A').getCellProperties({ address: true });
    expect((await refusalOf(context.sync())).code).toBe('RangeExceedsLimit');
  });
});

test('a pattern has a colour before and one behind it, in the saved file too', async () => {
  const pattern = async ({ run }: EmbeddedExcel): Promise<unknown[]> =>
    run(async (context) => {
      const { fill } = context.workbook.worksheets.getFirst().getRange('A1').format;
      fill.load('color,pattern,patternColor');
      await context.sync();
      return [fill.color, fill.pattern, fill.patternColor];
    });
  await excel.run(async (context) => {
    const { fill } = context.workbook.worksheets.getFirst().getRange('A1').format;
    fill.color = '#FFFF00';
    fill.pattern = 'Gray25';
    fill.patternColor = '#FF0000';
    await context.sync();
  });
  expect(await pattern(excel)).toEqual(['#FFFF00', 'Gray25', '#FF0000']);
  expect(await pattern(await reopened(excel))).toEqual(['#FFFF00', 'Gray25', '#FF0000']);
  await excel.run(async (context) => {
    const { fill } = context.workbook.worksheets.getFirst().getRange('A1').format;
    fill.pattern = 'Solid';
    await context.sync();
    expect(await pattern(excel)).toEqual(['#FFFF00', 'Solid', '#000000']);
    fill.pattern = 'RectangularGradient';
    expect((await refusalOf(context.sync())).code).toBe('ApiNotFound');
  });
});
