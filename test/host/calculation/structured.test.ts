/** References to tables: calculated as Excel does, and again when the table is another. */
import type { CellInput } from '../../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import { openExcel, type EmbeddedExcel } from '../embedded';
import { opened, firstSheet, partOf } from '../workbook/modelSteps';

/** 表1 in B2:D4 with its totals in row 5, and a second sheet. */
async function withTable(): Promise<EmbeddedExcel> {
  const excel = await openExcel({ apiVersion: '1.15' });
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.worksheets.add('另');
    sheet.getRange('B2:D4').values = [
      ['姓名', "分'#1", '折算'],
      ['甲', 90, ''],
      ['乙', 70, ''],
    ];
    const table = sheet.tables.add('B2:D4', true);
    table.name = '表1';
    sheet.getRange('D3:D4').formulas = [["=[@[分'''#1]]*0.4"], ["=表1[[#This Row],[分'''#1]]/10"]];
    table.showTotals = true;
    await context.sync();
  });
  return excel;
}

/** What formulas in G3 of the first sheet, or in A1 of the other, come to. */
async function valueOf({ run }: EmbeddedExcel, formula: string, where = 'G3'): Promise<CellInput> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets;
    const range = where === 'G3' ? sheets.getFirst().getRange(where) : sheets.getItem('另').getRange(where);
    range.formulas = [[formula]];
    range.load('values');
    await context.sync();
    return range.values[0]?.[0] as CellInput;
  });
}

test.each([
  ["=SUM(表1[分'''#1])", 160],
  ['=SUM(表1[折算])', 43],
  ['=sum(表1[[#all],[折算]])', 86],
  ["=SUM(表1[[分'''#1]:[折算]])", 203],
  ['=表1[[#Totals],[折算]]', 43],
  ['=表1[[#Headers],[折算]]', '折算'],
  ['=COUNTA(表1[#Headers])', 3],
  ['=ROWS(表1)*10+COLUMNS(表1[#All])', 23],
  ['=COUNTA(表1)', 6],
  ['=VLOOKUP("乙",表1,2,FALSE)', 70],
  ["=表1[@[分'''#1]]+1", 91],
  ['=SUM(表1[@])', 126],
  ['=COUNTA(表1[[#Headers],[#Data],[姓名]])', 3],
])('%s is %s', async (formula, value) => {
  expect(await valueOf(await withTable(), formula)).toBe(value);
});

test('from another sheet; not where there is no such table, column or row', async () => {
  const excel = await withTable();
  expect(await valueOf(excel, '=SUM(表1[折算])', 'A1')).toBe(43);
  const { workbook } = excel.host;
  for (const formula of ['=SUM(表9[折算])', '=SUM(表1[没有])', '=表1[@折算]']) {
    await valueOf(excel, formula, 'A1').catch(() => undefined);
    const xml = partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('</f></c>');
  }
});

test('a table that grows, shrinks or goes gives other sums', async () => {
  const excel = await withTable();
  const { run, host } = excel;
  const seen: unknown[] = [];
  await valueOf(excel, '=SUM(表1[折算])', 'A1');
  const change = (work: (table: Excel.Table, sheet: Excel.Worksheet) => void): Promise<void> =>
    run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      work(sheet.tables.getItem('表1'), sheet);
      const sum = context.workbook.worksheets.getItem('另').getRange('A1');
      sum.load('values');
      await context.sync();
      seen.push(sum.values[0]?.[0]);
    });
  await change((table) => table.rows.add(undefined, [['丙', 10, 5]]));
  await change((table) => (table.showTotals = false));
  await change((table) => table.resize('B2:D3'));
  await change((table) => (table.columns.getItem('折算').name = '得分'));
  await change((_table, sheet) => sheet.getRange('1:1').insert('Down'));
  await change((table) => table.delete());
  expect(seen).toEqual([48, 48, 36, 36, 36, '#REF!']);
  const again = await opened(await saveWorkbook(host.workbook));
  expect(again.sheets[1]?.formula(0, 0)).toBe('=SUM(#REF!)');
  expect(firstSheet(again).data.tables ?? []).toEqual([]);
});
