import { installGlobals, withGlobals } from '../../src/host/client';
import { openExcel } from './embedded';

test('several Excels in one process do not know of each other', async () => {
  const [first, second] = await Promise.all([openExcel({ fileName: '甲.xlsx' }), openExcel({ fileName: '乙.xlsx' })]);
  const nameOf = ({ run }: typeof first): Promise<string> =>
    run(async (context) => {
      context.workbook.worksheets.add('新表');
      context.workbook.load('name');
      await context.sync();
      return context.workbook.name;
    });
  expect(await Promise.all([nameOf(first), nameOf(second)])).toEqual(['甲.xlsx', '乙.xlsx']);
  expect(first.client.Excel).not.toBe(second.client.Excel);
  expect(first.host.workbook.sheets.length).toBe(2);
});

test("the client's namespaces can be made global for add-in code, and taken away again", async () => {
  const { client } = await openExcel();
  expect(Reflect.has(globalThis, 'Excel')).toBe(false);
  const name = await withGlobals(client, () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load('name');
      await context.sync();
      return sheet.name;
    }),
  );
  expect(name).toBe('Sheet1');
  expect(Reflect.has(globalThis, 'Excel')).toBe(false);
  const remove = installGlobals(client);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.18')).toBe(false);
  expect(Office.context.requirements.isSetSupported('ExcelApiOnline', '1.1')).toBe(false);
  remove();
  expect(Reflect.has(globalThis, 'Office')).toBe(false);
});
