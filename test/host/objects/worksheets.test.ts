import { filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

const names = (): string[] => excel.host.workbook.sheets.map((sheet) => sheet.name);

test('sheets are added at the end, moved, renamed, coloured and hidden', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add();
    const sheet = worksheets.add('测评表');
    sheet.position = 0;
    sheet.tabColor = '#C00000';
    sheet.showGridlines = false;
    sheet.showHeadings = false;
    sheet.load('name,position,visibility,tabColor,showGridlines,showHeadings,id');
    await context.sync();
    expect(names()).toEqual(['测评表', 'Sheet1', 'Sheet2']);
    expect(sheet.toJSON()).toEqual({
      id: sheet.id,
      name: '测评表',
      position: 0,
      visibility: 'Visible',
      tabColor: '#C00000',
      showGridlines: false,
      showHeadings: false,
    });
    sheet.visibility = 'VeryHidden';
    const visible = worksheets.getCount(true);
    const first = worksheets.getFirst(true);
    first.load('name');
    await context.sync();
    expect(visible.value).toBe(2);
    expect(first.name).toBe('Sheet1');
  });
});

test('a sheet is found by its name in any case and by its id', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem('SHEET1');
    sheet.load('id');
    await context.sync();
    const same = worksheets.getItem(sheet.id);
    same.load('name');
    await context.sync();
    expect(same.name).toBe('Sheet1');
  });
});

test.each(['', '超过三十一个字的名称'.repeat(4), '甲:乙', '甲\\乙', '甲/乙', '甲?', '甲*', '[甲', '甲]', "'甲", "甲'"])(
  'a sheet cannot be named “%s”',
  async (name) => {
    const refusal = await refusalOf(
      excel.run(async (context) => {
        context.workbook.worksheets.getFirst().name = name;
        await context.sync();
      }),
    );
    expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Worksheet.name' });
  },
);

test('two sheets cannot have one name, but a sheet may change the case of its own', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('sheet1');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'ItemAlreadyExists',
      location: 'WorksheetCollection.add',
    });
    worksheets.getFirst().name = 'SHEET1';
    await context.sync();
    expect(names()).toEqual(['SHEET1']);
  });
});

test('the last visible sheet can be neither deleted nor hidden', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('藏').visibility = 'Hidden';
    await context.sync();
    worksheets.getItem('Sheet1').delete();
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
    worksheets.getItem('Sheet1').visibility = 'Hidden';
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
    worksheets.getItem('藏').delete();
    await context.sync();
    expect(names()).toEqual(['Sheet1']);
  });
});

test('a deleted sheet is gone, and formulas that referred to it are #REF!', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const other = worksheets.add('数据');
    other.getRange('A1').values = [[1]];
    const cell = worksheets.getItem('Sheet1').getRange('A1');
    cell.formulas = [['=数据!A1']];
    other.delete();
    cell.load('formulas,values');
    await context.sync();
    expect(cell.formulas).toEqual([['=#REF!']]);
    expect(cell.values).toEqual([['#REF!']]);
  });
});

test('formulas follow a renamed sheet', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('数据').name = '数据 二';
    const cell = worksheets.getItem('Sheet1').getRange('A1');
    cell.formulas = [["='数据 二'!A1"]];
    worksheets.getItem('数据 二').name = '三';
    cell.load('formulas');
    await context.sync();
    expect(cell.formulas).toEqual([['=三!A1']]);
  });
});

test('copies go where they are told, with what the sheet holds', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [['德', 80]]);
    sheet.getRange('A1').format.font.bold = true;
    const end = sheet.copy('End');
    const before = sheet.copy('Before', sheet);
    end.load('name');
    before.load('name');
    await context.sync();
    expect(names()).toEqual(['Sheet1 (3)', 'Sheet1', 'Sheet1 (2)']);
    expect([end.name, before.name]).toEqual(['Sheet1 (2)', 'Sheet1 (3)']);
    const range = end.getRange('A1:B1');
    range.load('values,format/font/bold');
    end.getRange('A1').load('format/font/bold');
    await context.sync();
    expect(range.values).toEqual([['德', 80]]);
    expect(range.format.font.bold).toBeNull();
  });
});

test('the active sheet and the selection are remembered', async () => {
  await excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.add('乙表');
    sheet.activate();
    sheet.getRange('B2:C3').select();
    const active = workbook.worksheets.getActiveWorksheet();
    active.load('name');
    const selected = workbook.getSelectedRange();
    selected.load('address');
    const cell = workbook.getActiveCell();
    cell.load('address');
    await context.sync();
    expect([active.name, selected.address, cell.address]).toEqual(['乙表', '乙表!B2:C3', '乙表!B2']);
    sheet.visibility = 'Hidden';
    sheet.activate();
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
  });
});

test('neighbours are found from sheet to sheet, hidden ones left out where that is asked', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('藏').visibility = 'Hidden';
    worksheets.add('丙');
    const next = worksheets.getFirst().getNext(true);
    next.load('name');
    const beyond = worksheets.getLast().getNextOrNullObject();
    beyond.load('name');
    await context.sync();
    expect(next.name).toBe('丙');
    expect(beyond.isNullObject).toBe(true);
  });
});

test('panes are frozen and thawed', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const where = async (): Promise<string | null> => {
      const location = sheet.freezePanes.getLocationOrNullObject();
      location.load('address');
      await context.sync();
      return location.isNullObject ? null : location.address;
    };
    expect(await where()).toBeNull();
    sheet.freezePanes.freezeRows(3);
    expect(await where()).toBe('Sheet1!1:3');
    sheet.freezePanes.freezeColumns(2);
    expect(await where()).toBe('Sheet1!A:B');
    sheet.freezePanes.freezeAt(sheet.getRange('A1:C4'));
    expect(await where()).toBe('Sheet1!A1:C4');
    expect(excel.host.workbook.sheets[0]?.data.freezePane).toEqual({ rows: 4, columns: 3 });
    sheet.freezePanes.unfreeze();
    expect(await where()).toBeNull();
  });
});

test('a workbook whose structure is protected keeps its sheets', async () => {
  await excel.run(async (context) => {
    const { workbook } = context;
    workbook.protection.protect();
    workbook.protection.load('protected');
    await context.sync();
    expect(workbook.protection.protected).toBe(true);
    workbook.worksheets.add('新');
    expect((await refusalOf(context.sync())).code).toBe('AccessDenied');
    workbook.worksheets.getFirst().name = '新';
    expect((await refusalOf(context.sync())).code).toBe('AccessDenied');
    workbook.protection.unprotect();
    workbook.worksheets.add('新');
    await context.sync();
    expect(names()).toEqual(['Sheet1', '新']);
  });
});
