import { findingsAdded, findingsOf, OFFICE_VERSIONS } from '../../scripts/oracle/openXmlSdk';
import { losses, openWorkbook, saveWorkbook } from '../../src/host/workbook/xlsx';
import { openExcel, openExcelOf, type EmbeddedExcel } from '../host/embedded';
import { richWorkbook } from '../host/workbook/richWorkbook';

// Each file is given to Microsoft's validator once a version of Office.
jest.setTimeout(600_000);

/** Tables with totals and filters, the sheet's own filter, rules of every kind, moved and turned cells. */
async function fill({ run }: EmbeddedExcel, name: string): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.getRange('A1:C4').values = [
      ['姓名', '总分', '等次'],
      ['张三', 91, '好'],
      ['李四', 58, '一般'],
      ['王五', 77, '较好'],
    ];
    const table = sheet.tables.add('A1:C4', true);
    table.name = `${name}_成绩`;
    table.style = 'TableStyleLight9';
    table.showTotals = true;
    table.columns.getItem('总分').getTotalRowRange().formulas = [[`=SUBTOTAL(101,[总分])`]];
    table.columns.getItem('总分').filter.applyCustomFilter('>=60');
    table.sort.apply([{ key: 1, ascending: false }]);
    table.rows.add(undefined, [['赵六', 66, '较好']]);
    table.columns.add(undefined, [
      ['折算'],
      ['=[@总分]*0.4'],
      ['=[@总分]*0.4'],
      ['=[@总分]*0.4'],
      ['=[@总分]*0.4'],
      [''],
    ]);
    sheet.tables.add('N1:O1', false).showHeaders = false;
    sheet.getRange('F1:G4').values = [
      ['月份', '次数'],
      ['7月', 3],
      ['8月', 5],
      ['9月', 1],
    ];
    sheet.autoFilter.apply('F1:G4', 1, { filterOn: 'TopItems', criterion1: '2' });
    const scores = sheet.getRange('B2:B5');
    const formats = scores.conditionalFormats;
    formats.add('Custom').custom.rule.formula = '=$B2<60';
    for (const criterion of ['Blanks', 'Errors', 'LastWeek', 'TwoStdDevBelowAverage', 'UniqueValues'] as const) {
      const { preset } = formats.add('PresetCriteria');
      preset.rule = { criterion };
      preset.format.font.color = '#9C0006';
      preset.format.fill.color = '#FFC7CE';
    }
    const { topBottom } = formats.add('TopBottom');
    topBottom.rule = { rank: 20, type: 'BottomPercent' };
    topBottom.format.font.bold = true;
    const { iconSet } = formats.add('IconSet');
    iconSet.style = 'FiveQuarters';
    iconSet.reverseIconOrder = true;
    formats.add('IconSet').iconSet.criteria = [
      { type: 'Percent', formula: '0', operator: 'GreaterThanOrEqual' },
      { type: 'Number', formula: '60', operator: 'GreaterThan' },
      { type: 'Formula', formula: '=$B$2', operator: 'GreaterThanOrEqual' },
    ];
    formats.add('DataBar').dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
    formats.add('ColorScale').colorScale.criteria = {
      minimum: { type: 'LowestValue', color: '#F8696B' },
      midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
      maximum: { type: 'HighestValue', color: '#63BE7B' },
    };
    sheet.getRange('B12').copyFrom('B2:B5', 'Formats');
    sheet.getRange('A20').copyFrom('F1:G4', 'Values', true, true);
    sheet.getRange('A20:B21').moveTo('I30');
    sheet.getRange('J1').formulasR1C1 = [['=SUM(R[1]C[-3]:R[3]C[-3])']];
    sheet.getRange('K1').dataValidation.rule = { list: { inCellDropDown: true, source: '好,较好,一般,较差' } };
    sheet.getRange('A25:C25').style = 'Heading1';
    sheet.getRange('A26').style = 'Comma';
    sheet.getRange('B26').style = 'Accent6_60';
    const comment = sheet.comments.add('L2', '请核对');
    comment.replies.add('已核对');
    sheet.comments.add('L12', '另一个').resolved = true;
    sheet.getRange('10:10').insert('Down');
    await context.sync();
  });
}

test('tables, filters, totals and rules of a new workbook have no finding', async () => {
  const excel = await openExcel({ apiVersion: '1.15' });
  await fill(excel, '新表');
  expect(losses(excel.host.workbook)).toEqual([]);
  const bytes = await saveWorkbook(excel.host.workbook);
  for (const version of OFFICE_VERSIONS) expect(await findingsOf(bytes, version)).toEqual([]);
});

test('the same in a rich workbook adds no finding, with a comment that is new', async () => {
  const before = richWorkbook();
  const opened = await openWorkbook(before);
  if (!opened.ok) throw new Error(opened.detail);
  delete opened.workbook.data.workbookProtection;
  const excel = await openExcelOf(opened.workbook, { apiVersion: '1.15' });
  await fill(excel, '新表');
  await excel.run(async (context) => {
    context.workbook.comments.add('新表!A1', '请核对');
    await context.sync();
  });
  expect(losses(opened.workbook)).toEqual([]);
  const after = await saveWorkbook(opened.workbook);
  for (const version of OFFICE_VERSIONS) expect(await findingsAdded(before, after, version)).toEqual([]);
});
