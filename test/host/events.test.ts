import { filledSheet, openExcel, type EmbeddedExcel } from './embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

const settle = async (): Promise<void> => {
  await excel.host.settled();
  await new Promise((resolve) => setTimeout(resolve, 5));
};

test('a change of one cell is told with its value before and after', async () => {
  const seen: Excel.WorksheetChangedEventArgs[] = [];
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[80]]);
    sheet.onChanged.add(async (event) => {
      seen.push(event);
    });
    await context.sync();
    sheet.getRange('A1').values = [[85]];
    await context.sync();
  });
  await settle();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    type: 'WorksheetChanged',
    changeType: 'RangeEdited',
    source: 'Local',
    address: 'A1',
    worksheetId: excel.host.workbook.sheets[0]?.id,
    details: { valueBefore: 80, valueAfter: 85, valueTypeBefore: 'Double', valueTypeAfter: 'Double' },
  });
});

test('the handler can reach the range that changed', async () => {
  let values: unknown;
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add((event) =>
      excel.run(async (inner) => {
        const range = event.getRange(inner);
        range.load('values');
        await inner.sync();
        values = range.values;
      }),
    );
    await context.sync();
    sheet.getRange('B2:C2').values = [['甲', '乙']];
    await context.sync();
  });
  await settle();
  await settle();
  expect(values).toEqual([['甲', '乙']]);
});

test('handlers of all sheets hear every sheet, until they are removed', async () => {
  const seen: string[] = [];
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const other = worksheets.add('乙表');
    const handler = worksheets.onChanged.add(async (event) => {
      seen.push(`${event.changeType} ${event.address}`);
    });
    await context.sync();
    other.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    worksheets.getFirst().getRange('2:3').insert('Down');
    other.getRange('B:B').delete('Left');
    await context.sync();
    await settle();
    handler.remove();
    await context.sync();
    other.getRange('A1').values = [[9]];
    await context.sync();
  });
  await settle();
  expect(seen).toEqual(['RangeEdited A1:B2', 'RowInserted 2:3', 'ColumnDeleted B:B']);
});

test('sheets that come, go and are shown are told', async () => {
  const seen: string[] = [];
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async (event) => void seen.push(event.type));
    worksheets.onDeleted.add(async (event) => void seen.push(event.type));
    worksheets.onActivated.add(async (event) => void seen.push(event.type));
    await context.sync();
    const sheet = worksheets.add('新表');
    sheet.activate();
    sheet.delete();
    await context.sync();
  });
  await settle();
  expect(seen).toEqual(['WorksheetAdded', 'WorksheetActivated', 'WorksheetDeleted']);
});

test("a person's typing is told as not the add-in's own", async () => {
  const seen: Excel.WorksheetChangedEventArgs[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async (event) => void seen.push(event));
    await context.sync();
  });
  expect(await excel.host.userEdit('Sheet1', 'B2', [['好'], [85]])).toEqual({ accepted: true });
  await settle();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ address: 'B2:B3', triggerSource: 'Unknown', source: 'Local' });
  expect(excel.host.workbook.sheets[0]?.value(2, 1)).toBe(85);
});

test('without a handler nothing is sent', async () => {
  const messages: string[] = [];
  const deliver = excel.host.onMessageFromHost;
  excel.host.onMessageFromHost = (text) => {
    messages.push(text);
    deliver?.(text);
  };
  await excel.host.userEdit('Sheet1', 'A1', [[1]]);
  await settle();
  expect(messages).toEqual([]);
});

test('formulas that came, changed or went are told, with what stood there; values are not', async () => {
  const seen: Excel.WorksheetFormulaChangedEventArgs[] = [];
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = filledSheet(context, [[1, 2]]);
    worksheets.onFormulaChanged.add(async (event) => void seen.push(event));
    await context.sync();
    sheet.getRange('A2:B2').formulas = [['=A1', '=B1']];
    await context.sync();
    sheet.getRange('A2:B2').formulas = [['=A1+B1', '=B1']];
    await context.sync();
    sheet.getRange('A1').values = [[9]];
    await context.sync();
    sheet.getRange('B2').values = [[3]];
    await context.sync();
  });
  await settle();
  const details = seen.map(({ formulaDetails }) =>
    formulaDetails.map(({ cellAddress, previousFormula }) => `${cellAddress} was ${previousFormula}`),
  );
  expect(details).toEqual([['A2 was ', 'B2 was '], ['A2 was =A1'], ['B2 was =B1']]);
  expect(seen[0]).toMatchObject({ type: 'WorksheetFormulaChanged', worksheetId: excel.host.workbook.sheets[0]?.id });
});

test('protecting a sheet and taking its protection off are told', async () => {
  excel = await openExcel({ apiVersion: '1.15' });
  const seen: boolean[] = [];
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onProtectionChanged.add(async ({ isProtected }) => void seen.push(isProtected));
    context.workbook.worksheets.add('别的').protection.protect();
    await context.sync();
    sheet.protection.protect({ allowFormatCells: true }, '密码');
    await context.sync();
    sheet.protection.unprotect('密码');
    await context.sync();
  });
  await settle();
  expect(seen).toEqual([true, false]);
});
