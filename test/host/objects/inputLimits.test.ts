import { openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

const first = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getFirst();

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ['a text beyond 32,767 signs', (sheet) => (sheet.getRange('A1').values = [['文'.repeat(32_768)]])],
  ['a number format that Excel cannot read', (sheet) => (sheet.getRange('A1').numberFormat = [['yyyy"年']])],
  ['a number format beyond 255 signs', (sheet) => (sheet.getRange('A1').numberFormat = [['0'.repeat(256)]])],
  ['a font without a name', (sheet) => (sheet.getRange('A1').format.font.name = '')],
  ['a font name beyond 31 signs', (sheet) => (sheet.getRange('A1').format.font.name = '体'.repeat(32))],
  [
    'a header beyond 255 signs',
    (sheet) => (sheet.pageLayout.headersFooters.defaultForAllPages.leftHeader = '页'.repeat(254)),
  ],
  ['a link to a broken address', (sheet) => (sheet.getRange('A1').hyperlink = { address: 'https://[坏' })],
  ['a link to an address with line breaks', (sheet) => (sheet.getRange('A1').hyperlink = { address: 'a\nb' })],
])('%s is refused', async (_what, change) => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      change(first(context));
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument' });
});

test('the longest that Excel takes is taken', async () => {
  await excel.run(async (context) => {
    const sheet = first(context);
    sheet.getRange('A1').values = [['文'.repeat(32_767)]];
    sheet.getRange('A1').numberFormat = [['[红色]#,##0.00;[DBNum1]General"元"']];
    sheet.getRange('A1').hyperlink = { address: '..\\二季度\\汇总 表.xlsx', textToDisplay: '汇总' };
    await context.sync();
  });
});

test('a link within the workbook has no address', async () => {
  await excel.run(async (context) => {
    const range = first(context).getRange('A1');
    range.hyperlink = { documentReference: 'Sheet1!B2', textToDisplay: '见' };
    range.load('hyperlink');
    await context.sync();
    expect(range.hyperlink).toEqual({ documentReference: 'Sheet1!B2', textToDisplay: '见' });
  });
});

test('all rows of a sheet get one height, and many rows are hidden, without a record for each that shows', async () => {
  await excel.run(async (context) => {
    const sheet = first(context);
    sheet.getRange().format.rowHeight = 18;
    sheet.getRange('2:200000').rowHidden = true;
    const row = sheet.getRange('A300001').getEntireRow();
    row.load('rowHidden');
    row.format.load('rowHeight');
    const hidden = sheet.getRange('A3:A4');
    hidden.load('rowHidden');
    await context.sync();
    expect([row.format.rowHeight, row.rowHidden, hidden.rowHidden]).toEqual([18, false, true]);
  });
  expect(excel.host.workbook.sheets[0]?.data.rowDefs?.size).toBe(199_999);
});
