import { addressOf, filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('cells are merged whole or row by row, and taken apart again', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['甲', '乙'],
      ['', '丙'],
    ]);
    sheet.getRange('A1:B2').merge();
    const range = sheet.getRange('A1:B2');
    range.load('values');
    expect(await addressOf(context, range.getMergedAreasOrNullObject())).toBe('Sheet1!A1:B2');
    expect(range.values).toEqual([
      ['甲', ''],
      ['', ''],
    ]);
    range.unmerge();
    range.merge(true);
    expect(await addressOf(context, sheet.getRange('A1:D9').getMergedAreasOrNullObject())).toBe(
      'Sheet1!A1:B1,Sheet1!A2:B2',
    );
    range.unmerge();
    expect(await addressOf(context, range.getMergedAreasOrNullObject())).toBeNull();
  });
});

test('merged areas are told where they begin, at most 512 of a range', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [['甲']]);
    sheet.getRange('A1:B2').merge();
    expect(await addressOf(context, sheet.getRange('A2:D2').getMergedAreasOrNullObject())).toBeNull();
    sheet.getRange('D1:E513').merge(true);
    expect(await addressOf(context, sheet.getRange('D1:E512').getMergedAreasOrNullObject())).toMatch(/^Sheet1!D1:E1,/);
    const all = sheet.getRange('D1:E513').getMergedAreasOrNullObject();
    all.load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'GeneralException' });
  });
});

test('cells of a filtered or table range are not merged', async () => {
  const sheet = excel.host.workbook.sheets[0];
  if (!sheet) throw new Error('no sheet');
  sheet.data.autoFilter = { range: 'A1:C5' };
  sheet.data.tables = [
    {
      id: 1,
      name: '表1',
      range: 'F1:G5',
      columns: [
        { id: 1, name: '甲' },
        { id: 2, name: '乙' },
      ],
    },
  ];
  await excel.run(async (context) => {
    const first = context.workbook.worksheets.getFirst();
    for (const address of ['C5:D6', 'E2:F2']) {
      first.getRange(address).merge();
      expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidOperation', location: 'Range.merge' });
    }
    first.getRange('D1:E2').merge();
    await context.sync();
  });
});

test('inserted rows push everything down, and formulas follow', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[1], [2], ['=SUM(A1:A2)']]);
    const inserted = sheet.getRange('2:2').insert('Down');
    expect(await addressOf(context, inserted)).toBe('Sheet1!2:2');
    const column = sheet.getRange('A1:A4');
    column.load('formulas');
    await context.sync();
    expect(column.formulas).toEqual([[1], [''], [2], ['=SUM(A1:A3)']]);
  });
});

test('a block of cells is inserted and deleted within its own columns', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
    sheet.getRange('B1').insert('Down');
    sheet.getRange('A2').delete('Left');
    const range = sheet.getRange('A1:C3');
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([
      ['a1', '', 'c1'],
      ['b1', 'c2', ''],
      ['', 'b2', ''],
    ]);
  });
});

test('W24: a shift that would tear an array formula apart is a conflict; a whole one moves, goes, or spills anew', async () => {
  for (const isDynamic of [false, true]) {
    const { host, run } = await openExcel();
    const first = host.workbook.sheets[0];
    const code = (address: string, act: (range: Excel.Range) => void) =>
      run(async (context) => {
        // A3:B4 are one array.
        first?.data.cells.clear();
        first?.data.cells.set('2,0', {
          value: 1,
          type: 'formula',
          formula: 'D1:E2',
          formulaType: 'array',
          formulaRef: 'A3:B4',
          ...(isDynamic && { formulaDynamic: true }),
        });
        act(context.workbook.worksheets.getFirst().getRange(address));
        await context.sync();
        return 'done';
      }).catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));
    const inserted = (address: string) => code(address, (range) => range.insert('Down'));
    const deleted = (address: string) => code(address, (range) => range.delete('Up'));
    const torn = isDynamic ? 'done' : 'InsertDeleteConflict';
    expect(await inserted('4:4')).toBe(torn);
    expect(await inserted('B1')).toBe(torn);
    expect(await code('B:B', (range) => range.insert('Right'))).toBe(torn);
    expect(await deleted('3:3')).toBe(torn);
    for (const address of ['1:1', '3:3', 'A1:B1', '5:5']) expect(await inserted(address)).toBe('done');
    for (const address of ['1:2', '3:4', '2:5', '5:6']) expect(await deleted(address)).toBe('done');
  }
});

test('a shift that would tear a merged area apart is a conflict', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A5:C5').merge();
    sheet.getRange('B2').insert('Down');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InsertDeleteConflict', location: 'Range.insert' });
    sheet.getRange('2:2').insert('Down');
    await context.sync();
  });
});

test('deleted cells leave #REF! where they were referred to', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[1, '=A1']]);
    sheet.getRange('A:A').delete('Left');
    const cell = sheet.getRange('A1');
    cell.load('formulas,values');
    await context.sync();
    expect(cell.formulas).toEqual([['=#REF!']]);
    expect(cell.values).toEqual([['#REF!']]);
  });
});

test.each<['All' | 'Contents' | 'Formats', unknown, boolean]>([
  ['All', '', false],
  ['Contents', '', true],
  ['Formats', '甲', false],
])('clear(%s) takes away what it says', async (what, value, bold) => {
  await excel.run(async (context) => {
    const cell = filledSheet(context, [['甲']]).getRange('A1');
    cell.format.font.bold = true;
    cell.clear(what);
    cell.load('values,format/font/bold');
    await context.sync();
    expect(cell.values).toEqual([[value]]);
    expect(cell.format.font.bold).toBe(bold);
  });
});

test('copied formulas keep their relative references relative, and a small source fills a large target', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      [1, 10, '=A1*$B$1'],
      [2, 20, ''],
      [3, 30, ''],
    ]);
    sheet.getRange('C2:C3').copyFrom('C1');
    const column = sheet.getRange('C1:C3');
    column.load('formulas,values');
    await context.sync();
    expect(column.formulas).toEqual([['=A1*$B$1'], ['=A2*$B$1'], ['=A3*$B$1']]);
    expect(column.values).toEqual([[10], [20], [30]]);
  });
});

test('values, formats and formulas are copied apart, from other sheets too', async () => {
  await excel.run(async (context) => {
    const source = filledSheet(context, [[1, '=A1+1']]).getRange('A1:B1');
    source.format.fill.color = '#FFFF00';
    const target = context.workbook.worksheets.add('乙表');
    target.getRange('A1').copyFrom(source, 'Values');
    target.getRange('A2').copyFrom('Sheet1!A1:B1', 'Formats');
    target.getRange('A3').copyFrom(source, 'Formulas');
    const range = target.getRange('A1:B3');
    range.load('formulas');
    const fills = ['A1', 'A2', 'A3'].map((address) => target.getRange(address));
    for (const cell of fills) cell.load('format/fill/color');
    await context.sync();
    expect(range.formulas).toEqual([
      [1, 2],
      ['', ''],
      [1, '=A3+1'],
    ]);
    expect(fills.map((cell) => cell.format.fill.color)).toEqual(['#FFFFFF', '#FFFF00', '#FFFFFF']);
  });
});

test('rows and columns are hidden; a range of both kinds is neither', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('2:2').rowHidden = true;
    sheet.getRange('C:C').columnHidden = true;
    const read = ['A1:B1', 'A2:B2', 'A1:B2', 'C1', 'A:A'].map((address) => sheet.getRange(address));
    for (const range of read) range.load('hidden,rowHidden,columnHidden');
    await context.sync();
    expect(read.map((range) => range.rowHidden)).toEqual([false, true, null, false, null]);
    expect(read.map((range) => range.columnHidden)).toEqual([false, false, false, true, false]);
    expect(read.map((range) => range.hidden)).toEqual([false, true, null, true, null]);
  });
});

test('several areas of a sheet are one object', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      [1, 2],
      [3, 4],
    ]);
    const areas = sheet.getRanges('A1,B2');
    areas.format.font.bold = true;
    areas.clear('Contents');
    areas.load('address,areaCount,cellCount,format/font/bold');
    const range = sheet.getRange('A1:B2');
    range.load('values,format/font/bold');
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(['Sheet1!A1,Sheet1!B2', 2, 2]);
    expect(areas.format.font.bold).toBe(true);
    expect(range.format.font.bold).toBeNull();
    expect(range.values).toEqual([
      ['', 2],
      [3, ''],
    ]);
  });
});

test('rows are sorted by several keys; empty cells come last and formulas stay with their row', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['姓名', '等次', '总分', '两倍'],
      ['张三', '好', 90, '=C2*2'],
      ['李四', '一般', 70, '=C3*2'],
      ['王五', '好', 95, '=C4*2'],
      ['赵六', '好', '', '=C5*2'],
    ]);
    sheet.getRange('A1:D5').sort.apply(
      [
        { key: 1, ascending: true },
        { key: 2, ascending: false },
      ],
      false,
      true,
    );
    const range = sheet.getRange('A2:D5');
    range.load('formulas');
    await context.sync();
    expect(range.formulas).toEqual([
      ['王五', '好', 95, '=C2*2'],
      ['张三', '好', 90, '=C3*2'],
      ['赵六', '好', '', '=C4*2'],
      ['李四', '一般', 70, '=C5*2'],
    ]);
  });
});

test('names are sorted by pinyin', async () => {
  await excel.run(async (context) => {
    const range = filledSheet(context, [['张'], ['李'], ['王'], [3], ['陈'], [true]]).getRange('A1:A6');
    range.sort.apply([{ key: 0 }]);
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[3], ['陈'], ['李'], ['王'], ['张'], [true]]);
  });
});

test('rows with merged cells are not sorted', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[2], [1]]);
    sheet.getRange('A1:B1').merge();
    sheet.getRange('A1:B2').sort.apply([{ key: 0 }]);
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidOperation', location: 'RangeSort.apply' });
  });
});

test('a cell leads to a place in the workbook or to an address', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const cell = sheet.getRange('A1');
    cell.hyperlink = { documentReference: 'Sheet1!C3', textToDisplay: '看 C3', screenTip: '去看看' };
    const outside = sheet.getRange('A2');
    outside.hyperlink = { address: 'https://example.com/' };
    const none = sheet.getRange('A3');
    for (const range of [cell, outside, none]) range.load('hyperlink,values,format/font/underline');
    await context.sync();
    expect(cell.hyperlink).toEqual({ documentReference: 'Sheet1!C3', textToDisplay: '看 C3', screenTip: '去看看' });
    expect(cell.values).toEqual([['看 C3']]);
    expect(cell.format.font.underline).toBe('Single');
    expect(outside.hyperlink).toEqual({ address: 'https://example.com/', textToDisplay: 'https://example.com/' });
    expect(none.hyperlink).toBeNull();
    cell.clear('Hyperlinks');
    cell.load('hyperlink,values');
    await context.sync();
    expect(cell.hyperlink).toBeNull();
    expect(cell.values).toEqual([['看 C3']]);
  });
});
