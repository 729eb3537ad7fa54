import { losses } from '../../../src/host/workbook/xlsx';
import { addressOf, openExcel, openExcelOf, refusalOf, reopened, type EmbeddedExcel } from '../embedded';
import { opened } from '../workbook/modelSteps';
import { handWritten } from '../workbook/ooxml';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel({ apiVersion: '1.15' });
});

/** The rows of the first sheet that do not show, counted from 1. */
function hiddenRows({ host }: EmbeddedExcel): number[] {
  const rows = host.workbook.sheets[0]?.data.rowDefs ?? new Map<number, { hidden?: boolean }>();
  return [...rows].flatMap(([row, { hidden }]) => (hidden ? [row + 1] : [])).sort((a, b) => a - b);
}

async function scores(context: Excel.RequestContext): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange('B2:C6').values = [
    ['姓名', '总分'],
    ['张三', 91],
    ['李四', 58],
    ['王五', 77],
    ['赵六', 58],
  ];
  await context.sync();
  return sheet;
}

test('the filter of a sheet hides rows by its criteria and is in the saved file', async () => {
  await excel.run(async (context) => {
    const sheet = await scores(context);
    const { autoFilter } = sheet;
    autoFilter.apply('B2', 1, { filterOn: 'Custom', criterion1: '>=60' });
    autoFilter.load('enabled,isDataFiltered,criteria');
    await context.sync();
    expect([autoFilter.enabled, autoFilter.isDataFiltered]).toEqual([true, true]);
    expect(autoFilter.criteria).toEqual([null, expect.objectContaining({ filterOn: 'Custom', criterion1: '>=60' })]);
    expect(await addressOf(context, autoFilter.getRange())).toBe('Sheet1!B2:C6');
    expect(hiddenRows(excel)).toEqual([4, 6]);
  });
  const again = await reopened(excel);
  expect(hiddenRows(again)).toEqual([4, 6]);
  await again.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getFirst();
    autoFilter.load('isDataFiltered');
    await context.sync();
    expect(autoFilter.isDataFiltered).toBe(true);
    autoFilter.apply(autoFilter.getRange(), 0, { filterOn: 'Values', values: ['王五', '李四'] });
    await context.sync();
    expect(hiddenRows(again)).toEqual([3, 4, 6]);
    autoFilter.clearColumnCriteria(1);
    await context.sync();
    expect(hiddenRows(again)).toEqual([3, 6]);
    autoFilter.remove();
    autoFilter.load('enabled');
    await context.sync();
    expect([autoFilter.enabled, hiddenRows(again)]).toEqual([false, []]);
  });
});

test('a column outside the filter, and a sheet whose protection forbids it, are refused', async () => {
  await excel.run(async (context) => {
    const sheet = await scores(context);
    sheet.autoFilter.apply('B2:C6', 2);
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    sheet.protection.protect({ allowAutoFilter: false });
    sheet.autoFilter.apply('B2:C6');
    expect((await refusalOf(context.sync())).code).toBe('AccessDenied');
  });
});

test('a filter by colour, which this host does not know, stays until it gets others, and then is named as lost', async () => {
  const column = '<filterColumn colId="0"><colorFilter dxfId="0"/></filterColumn>';
  const cells = ['甲', '乙'].map(
    (name, index) => `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>${name}</t></is></c></row>`,
  );
  const content =
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>${cells.join('')}</sheetData>` +
    `<autoFilter ref="A1:A3">${column}</autoFilter>`;
  const workbook = await opened(handWritten({ sheets: [{ name: '表', content }] }));
  expect(losses(workbook)).toEqual([]);
  const own = await openExcelOf(workbook);
  await own.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getFirst();
    autoFilter.apply('A1:A3', 0, { filterOn: 'Values', values: ['甲'] });
    await context.sync();
  });
  expect(losses(workbook)).toEqual([{ kind: 'filterCriteria', sheet: '表', detail: 'colorFilter' }]);
});
