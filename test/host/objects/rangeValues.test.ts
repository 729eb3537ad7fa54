import { filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('what is written is understood as if it had been typed', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('B1').numberFormat = [['@']];
    const range = sheet.getRange('A1:E1');
    range.values = [['85', '007', "'85", 'TRUE', '2020-7-1']];
    range.load('values,valueTypes,text,numberFormat');
    await context.sync();
    expect(range.values).toEqual([[85, '007', '85', true, 44013]]);
    expect(range.valueTypes).toEqual([['Double', 'String', 'String', 'Boolean', 'Double']]);
    expect(range.text).toEqual([['85', '007', '85', 'TRUE', '2020/7/1']]);
    expect(range.numberFormat[0]?.slice(0, 2)).toEqual(['General', '@']);
  });
});

test('formulas have their values when they are read, and follow what they refer to', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[90, 80, '=ROUND(AVERAGE(A1:B1),2)', '=A1/0']]);
    const range = sheet.getRange('C1:D1');
    range.load('values,formulas,text,valueTypes');
    await context.sync();
    expect(range.values).toEqual([[85, '#DIV/0!']]);
    expect(range.formulas).toEqual([['=ROUND(AVERAGE(A1:B1),2)', '=A1/0']]);
    expect(range.valueTypes).toEqual([['Double', 'Error']]);
    sheet.getRange('A1').values = [[100]];
    range.load('values');
    await context.sync();
    expect(range.values[0]?.[0]).toBe(90);
  });
});

test('null leaves a cell as it is, an empty text empties it and keeps its format', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [[1, 2]]);
    const range = sheet.getRange('A1:B1');
    range.numberFormat = [['0.00', '0.00']];
    range.values = [[null, '']];
    range.load('values,text,numberFormat');
    await context.sync();
    expect(range.values).toEqual([[1, '']]);
    expect(range.numberFormat).toEqual([['0.00', '0.00']]);
  });
});

test('a scalar fills the whole range', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
    Object.assign(range, { values: '合格', numberFormat: '@' });
    range.load('values,numberFormat');
    await context.sync();
    expect(range.values).toEqual([
      ['合格', '合格'],
      ['合格', '合格'],
    ]);
    expect(range.numberFormat).toEqual([
      ['@', '@'],
      ['@', '@'],
    ]);
  });
});

test.each([
  ['too few columns', [[1], [2]]],
  [
    'too many rows',
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ],
  ['a ragged row', [[1, 2], [3]]],
])('values of another shape are refused and nothing is written: %s', async (_shape, values) => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1:B2').values = values;
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
  expect(excel.host.workbook.sheets[0]?.usedArea(false)).toBeUndefined();
});

test('a large block is written and read in one request each', async () => {
  const values = Array.from({ length: 3000 }, (_, row) => Array.from({ length: 12 }, (__, column) => row * column));
  excel.host.resetCounters();
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:L3000');
    range.values = values;
    await context.sync();
    range.load('values');
    await context.sync();
    expect(range.values).toEqual(values);
  });
  expect(excel.host.counters.syncs).toBe(2);
});

test.each([
  ['an open bracket', '=SUM(A1'],
  ['a lone operator', '=A1+'],
  ['a bracket too many', '=A1)'],
  ['two values in a row', '=1 2'],
  ['Chinese punctuation', '=SUM(A1，B1)'],
  ['an open text', '="好'],
  ['more than 8192 characters', `=${'1+'.repeat(4096)}1`],
])('a formula that Excel cannot read is refused: %s', async (_case, formula) => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').formulas = [[formula]];
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Range.formulas' });
});

test.each([
  '=IF(A1="","",IF(B1>=85,"好",IF(B1>=70,"较好","一般")))',
  '=SUMPRODUCT((A1:A9="是")*(B1:B9<>""),--(C1:C9>=60%))',
  "='测评 表'!$A$1:B2 B2:C3",
  '=VLOOKUP(A1,{1,"甲";2,"乙"},2,)',
  '=-A1^-2&"%"',
  '=TODAY()',
])('a formula that Excel can read is accepted: %s', async (formula) => {
  await excel.run(async (context) => {
    context.workbook.worksheets.add('测评 表');
    context.workbook.worksheets.getFirst().getRange('J10').formulas = [[formula]];
    await context.sync();
  });
  expect(excel.host.workbook.sheets[0]?.formula(9, 9)).toBe(formula);
});

test('cell contents of whole columns read as null and cannot be set', async () => {
  await excel.run(async (context) => {
    const column = filledSheet(context, [[1]]).getRange('A:A');
    column.load('values,address,rowCount,cellCount');
    await context.sync();
    expect(column.values).toBeNull();
    expect([column.address, column.rowCount, column.cellCount]).toEqual(['Sheet1!A:A', 1048576, 1048576]);
    Object.assign(column, { values: 1 });
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});

test('more than five million cells are not read at once', async () => {
  const refusal = await refusalOf(
    excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, 500_001, 10).load('values');
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'RangeExceedsLimit', location: 'Range.values' });
});

test('only the corner of a merged area takes content', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B1').merge();
    const range = sheet.getRange('A1:C1');
    range.values = [['标题', '盖住', '旁边']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['标题', '', '旁边']]);
  });
});

test('formulas can be read and written in R1C1 notation', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B2').formulas = [
      [1, '=A1*2'],
      ['R1C1', '=SUM(A:A)'],
    ];
    const range = sheet.getRange('A1:B2').load('formulasR1C1');
    sheet.getRange('C1:D1').formulasR1C1 = [['=RC[-2]+R1C1', '=SUM(R[1]C1:R[2]C1)']];
    const written = sheet.getRange('C1:D1').load('formulas,values');
    await context.sync();
    expect(range.formulasR1C1).toEqual([
      [1, '=RC[-1]*2'],
      ['R1C1', '=SUM(C[-1])'],
    ]);
    expect(written.formulas).toEqual([['=A1+$A$1', '=SUM($A2:$A3)']]);
    expect(written.values).toEqual([[2, 0]]);
    sheet.getRange('A1').formulasR1C1 = [['=R[-1]C']];
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});
