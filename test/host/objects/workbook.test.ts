import { addressOf, filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel({ fileName: '2020年第三季度.xlsx', userName: '经办人' });
});

test('settings of the add-in are kept in the workbook', async () => {
  await excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('schema', 2);
    settings.add('schema', 3);
    settings.add('preferences', { hidden: ['德'], on: true });
    settings.getItem('schema').delete();
    const missing = settings.getItemOrNullObject('schema');
    missing.load('value');
    settings.load('items/key,items/value');
    const count = settings.getCount();
    await context.sync();
    expect(missing.isNullObject).toBe(true);
    expect(count.value).toBe(1);
    expect(settings.items.map((item) => item.toJSON())).toEqual([
      { key: 'preferences', value: { hidden: ['德'], on: true } },
    ]);
    settings.getItem('没有').load('value');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'ItemNotFound',
      location: 'SettingCollection.getItem',
    });
  });
  expect(excel.host.workbook.settings.get('preferences')).toEqual({ hidden: ['德'], on: true });
});

test('the workbook has a name and properties', async () => {
  await excel.run(async (context) => {
    const { workbook } = context;
    workbook.properties.title = '平时考核';
    workbook.load('name');
    workbook.properties.load('title,author');
    await context.sync();
    expect([workbook.name, workbook.properties.title, workbook.properties.author]).toEqual([
      '2020年第三季度.xlsx',
      '平时考核',
      '',
    ]);
  });
});

test('the mode of calculation is kept, and calculation can be asked for', async () => {
  await excel.run(async (context) => {
    const { application } = context.workbook;
    filledSheet(context, [[2, '=A1*3']]);
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculationMode = 'Manual';
    application.calculate('Full');
    application.load('calculationMode,calculationState');
    await context.sync();
    expect([application.calculationMode, application.calculationState]).toEqual(['Manual', 'Done']);
    expect(excel.host.workbook.sheets[0]?.value(0, 1)).toBe(6);
  });
});

test('comments are written, found by their cell, answered and deleted', async () => {
  await excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getFirst();
    const comment = sheet.comments.add('B2', '请核对');
    comment.replies.add('已核对');
    await context.sync();
    comment.content = '请再核对';
    const found = workbook.comments.getItemByCell('Sheet1!B2');
    found.load('content,authorName,resolved');
    found.replies.load('items/content,items/authorName');
    expect(await addressOf(context, found.getLocation())).toBe('Sheet1!B2');
    expect([found.content, found.authorName, found.resolved]).toEqual(['请再核对', '经办人', false]);
    expect(found.replies.items.map((reply) => [reply.content, reply.authorName])).toEqual([['已核对', '经办人']]);
    sheet.comments.add('B2', '又一个');
    expect((await refusalOf(context.sync())).code).toBe('ItemAlreadyExists');
    found.delete();
    const count = workbook.comments.getCount();
    await context.sync();
    expect(count.value).toBe(0);
    sheet.comments.getItemByCell('B2').load('content');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'ItemNotFound',
      location: 'CommentCollection.getItemByCell',
    });
  });
});

test('a comment belongs to one cell and says something', async () => {
  await excel.run(async (context) => {
    const { comments } = context.workbook.worksheets.getFirst();
    comments.add('A1:B2', '两格');
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    comments.add('A1', '');
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});

test('what the simulated Excel is too old for is ApiNotFound', async () => {
  excel = await openExcel({ apiVersion: '1.9' });
  await excel
    .run(async (context) => {
      context.workbook.worksheets.getFirst().comments.add('A1', '看');
      await context.sync();
    })
    .then(
      () => Promise.reject(new Error('comments exist in 1.9')),
      (error: unknown) => expect(error).toMatchObject({ code: 'ApiNotFound' }),
    );
});
