import { addressOf, filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('a name stands for a range, a constant or a formula', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[25], [30]]);
    const { names } = context.workbook;
    names.add('权重', sheet.getRange('A1:A2'), '德能勤绩廉');
    names.add('满分', '=100');
    names.add('单位', '某局');
    names.add('合计', '=SUM(Sheet1!$A$1:$A$2)');
    names.load('items/name,items/type,items/value,items/formula,items/scope,items/visible,items/comment');
    const count = names.getCount();
    await context.sync();
    expect(count.value).toBe(4);
    expect(names.items.map((item) => item.toJSON())).toMatchObject([
      { name: '权重', type: 'Range', value: 'Sheet1!$A$1:$A$2', formula: '=Sheet1!$A$1:$A$2' },
      { name: '满分', type: 'Integer', value: 100, formula: '=100' },
      { name: '单位', type: 'String', value: '某局', formula: '="某局"' },
      { name: '合计', type: 'Integer', value: 55, formula: '=SUM(Sheet1!$A$1:$A$2)' },
    ]);
    expect(names.items[0]).toMatchObject({ scope: 'Workbook', visible: true, comment: '德能勤绩廉' });
  });
});

test('names are used by formulas, changed, hidden and deleted', async () => {
  await excel.run(async (context) => {
    const cell = filledSheet(context, [['=满分*2']]).getRange('A1');
    const name = context.workbook.names.add('满分', '=100');
    cell.load('values');
    await context.sync();
    expect(cell.values).toEqual([[200]]);
    name.formula = '=120';
    name.visible = false;
    cell.load('values');
    name.load('visible');
    await context.sync();
    expect(cell.values).toEqual([[240]]);
    expect(name.visible).toBe(false);
    name.delete();
    cell.load('values');
    const none = context.workbook.names.getItemOrNullObject('满分');
    none.load('name');
    await context.sync();
    expect(cell.values).toEqual([['']]);
    expect(none.isNullObject).toBe(true);
  });
});

test("a sheet's own names are apart from the workbook's", async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.names.add('起点', sheet.getRange('B2'));
    context.workbook.names.add('起点', sheet.getRange('C3'));
    const own = sheet.names.getItem('起点');
    own.load('scope,worksheet/name');
    expect(await addressOf(context, own.getRange())).toBe('Sheet1!B2');
    expect([own.scope, own.worksheet.name]).toEqual(['Worksheet', 'Sheet1']);
    expect(await addressOf(context, context.workbook.names.getItem('起点').getRange())).toBe('Sheet1!C3');
    expect(await addressOf(context, sheet.getRange('起点'))).toBe('Sheet1!B2');
  });
});

test('a constant has no range', async () => {
  await excel.run(async (context) => {
    const name = context.workbook.names.add('满分', '=100');
    expect(await addressOf(context, name.getRangeOrNullObject())).toBeNull();
    name.getRange().load('address');
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'ItemNotFound', location: 'NamedItem.getRange' });
  });
});

test.each(['A1', 'r1c1', '满 分', '1号', '满-分', '', 'R'])('“%s” is no name', async (text) => {
  await excel.run(async (context) => {
    context.workbook.names.add(text, '=1');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'InvalidArgument',
      location: 'NamedItemCollection.add',
    });
  });
});

test('a name is not given twice, nor to a formula that Excel cannot read', async () => {
  await excel.run(async (context) => {
    context.workbook.names.add('满分', '=1');
    context.workbook.names.add('满分', '=2');
    expect((await refusalOf(context.sync())).code).toBe('ItemAlreadyExists');
    context.workbook.names.add('坏', '=SUM(');
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    context.workbook.names.getItem('没有').load('name');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'ItemNotFound',
      location: 'NamedItemCollection.getItem',
    });
  });
});
