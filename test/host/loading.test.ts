import { filledSheet, openExcel, refusalOf, type EmbeddedExcel } from './embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('a property that was not loaded cannot be read', async () => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load('id');
      await context.sync();
      return sheet.name;
    }),
  );
  expect(refusal.code).toBe('PropertyNotLoaded');
});

test('a bare load brings every scalar and no object below', async () => {
  await excel.run(async (context) => {
    const range = filledSheet(context, [
      [1, '甲'],
      [true, ''],
    ]).getRange('A1:B2');
    range.load();
    await context.sync();
    expect(range.values).toEqual([
      [1, '甲'],
      [true, ''],
    ]);
    expect(range.valueTypes).toEqual([
      ['Double', 'String'],
      ['Boolean', 'Empty'],
    ]);
    expect(range.text).toEqual([
      ['1', '甲'],
      ['TRUE', ''],
    ]);
    expect(range.address).toBe('Sheet1!A1:B2');
    expect(() => range.format.wrapText).toThrow(/not available/);
  });
});

test('paths load objects below objects, and items of collections', async () => {
  await excel.run(async (context) => {
    const { workbook } = context;
    workbook.worksheets.add('测评表').getRange('A1').format.font.bold = true;
    workbook.names.add('满分', '=100');
    workbook.load('name,worksheets/items/name,worksheets/items/names/items/name,names/items/name');
    const range = workbook.worksheets.getItem('测评表').getRange('A1');
    range.load('format/font/bold,format/font/size,worksheet/name');
    await context.sync();
    expect(workbook.worksheets.items.map((sheet) => sheet.name)).toEqual(['Sheet1', '测评表']);
    expect(workbook.worksheets.items[0]?.names.items).toEqual([]);
    expect(workbook.names.items.map((name) => name.name)).toEqual(['满分']);
    expect(range.format.font.bold).toBe(true);
    expect(range.format.font.size).toBe(11);
    expect(range.worksheet.name).toBe('测评表');
  });
});

test('an object of options loads the same as paths do, $all and expand included', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    range.load({ format: { $all: true, font: { name: true } }, rowIndex: true });
    const other = context.workbook.worksheets.getFirst().getRange('B2');
    other.load({ select: 'address', expand: 'format/fill' });
    await context.sync();
    expect(range.format.horizontalAlignment).toBe('General');
    expect(range.format.font.name).toBe('宋体');
    expect(range.rowIndex).toBe(0);
    expect(other.address).toBe('Sheet1!B2');
    expect(other.format.fill.color).toBe('#FFFFFF');
  });
});

test('top and skip page through a collection', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const name of ['甲', '乙', '丙']) worksheets.add(name);
    worksheets.load({ select: 'name', top: 2, skip: 1 });
    await context.sync();
    expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['甲', '乙']);
  });
});

test('a missing item is a null object, and so is everything reached through it', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
    const range = sheet.getRange('A1').getResizedRange(1, 1);
    range.load('values');
    range.format.load('wrapText');
    await context.sync();
    expect(sheet.isNullObject).toBe(true);
    expect(range.isNullObject).toBe(true);
    expect(range.format.isNullObject).toBe(true);
  });
});

test('what is done to a null object is left out, so that a batch may delete what perhaps is not there', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject('旧表').delete();
    context.workbook.worksheets.getItemOrNullObject('旧表').getRange('A1').values = [[1]];
    context.workbook.worksheets.add('旧表');
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    expect(count.value).toBe(2);
  });
});

test('a null object that is asked for directly is ItemNotFound', async () => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'ItemNotFound', location: 'WorksheetCollection.getItem' });
});

test('a member that the host does not have answers ApiNotFound and is named', async () => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getFirst().charts.load('count');
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'ApiNotFound', location: 'Worksheet.charts' });
  expect(refusal.message).toContain('Worksheet.charts');
});

test('an unknown property in a load answers ApiNotFound', async () => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').load('colour');
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'ApiNotFound', location: 'Range.colour' });
});

test('a member newer than the simulated Excel answers ApiNotFound, one of its requirement set works', async () => {
  const at = async (apiVersion: '1.8' | '1.13'): Promise<boolean> => {
    const { run, client } = await openExcel({ apiVersion });
    return run(async (context) => {
      const none = context.workbook.worksheets.getFirst().getRange('A1:B2').getMergedAreasOrNullObject();
      none.load('address');
      await context.sync();
      expect(client.Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
      return none.isNullObject;
    });
  };
  expect(await at('1.13')).toBe(true);
  expect(await refusalOf(at('1.8'))).toMatchObject({
    code: 'ApiNotFound',
    location: 'Range.getMergedAreasOrNullObject',
  });
});
