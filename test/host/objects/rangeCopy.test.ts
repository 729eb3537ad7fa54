import { openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

/** The formulas of the sheet's cells, row by row. */
async function formulas(context: Excel.RequestContext, address: string, sheet = 'Sheet1'): Promise<unknown[][]> {
  const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas');
  await context.sync();
  return range.formulas;
}

test('empty cells of the source leave what is there, formats too', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:C1').formulas = [[1, '', '=A1+1']];
    sheet.getRange('A1:C1').format.font.bold = true;
    sheet.getRange('A3:C3').values = [[7, 8, 9]];
    sheet.getRange('A3').copyFrom('A1:C1', 'All', true);
    const kept = sheet.getRange('B3').load('values,format/font/bold');
    expect(await formulas(context, 'A3:C3')).toEqual([[1, 8, '=A3+1']]);
    expect(kept.format.font.bold).toBe(false);
  });
});

test('rows become columns, relative references with them, and a larger target is filled', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:C2').formulas = [
      [1, 2, 3],
      ['=A1*2', '=SUM(A1:B1)', '=$A$1+C1'],
    ];
    sheet.getRange('E1').copyFrom('A1:C2', 'All', false, true);
    expect(await formulas(context, 'E1:F3')).toEqual([
      [1, '=E1*2'],
      [2, '=SUM(E1:E2)'],
      [3, '=$A$1+E3'],
    ]);
    sheet.getRange('A10:B12').copyFrom('A1:C1', 'Values', false, true);
    expect(await formulas(context, 'A10:B12')).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});

test('what cannot be turned or skipped rightly is refused by name', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B1').formulas = [['=$C1', 2]];
    const refused = async (work: () => void): Promise<string> => {
      work();
      const { code, message } = await refusalOf(context.sync());
      return `${code}: ${message}`;
    };
    expect(await refused(() => sheet.getRange('A5').copyFrom('A1:B1', 'All', false, true))).toMatch(
      /ApiNotFound.*\$A1/,
    );
    expect(await refused(() => sheet.getRange('B1').copyFrom('A1:B1', 'Values', false, true))).toMatch(
      /InvalidOperation/,
    );
    sheet.getRange('A1:B1').merge();
    expect(await refused(() => sheet.getRange('A5').copyFrom('A1:B1', 'All', true))).toMatch(/ApiNotFound.*skipBlanks/);
    expect(await formulas(context, 'A5:B6')).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });
});

test('a rule that is copied, or loses a part, goes on judging each cell by its own neighbours', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B6').conditionalFormats.add('Custom').custom.rule.formula = '=$C1<60';
    sheet.getRange('D1:D6').dataValidation.rule = { custom: { formula: '=D1>C1' } };
    sheet.getRange('A11').copyFrom('A2:D2', 'All');
    sheet.getRange('A1:D1').clear('All');
    sheet.getRange('A6:D6').conditionalFormats.clearAll();
    sheet.getRange('D2').dataValidation.clear();
    sheet.getRange('3:3').delete('Up');
    await context.sync();
    const { conditionalRules, dataValidations } = excel.host.workbook.sheets[0]?.data ?? {};
    expect(conditionalRules?.map(({ range, formula }) => [range, formula])).toEqual([
      ['A2:B4', '$C2<60'],
      ['A10:B10', '$C10<60'],
    ]);
    expect(dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
      ['D3:D5', 'D3>C3'],
      ['D10', 'D10>C10'],
    ]);
    sheet.getRange('2:2').delete('Up');
    await context.sync();
    expect(excel.host.workbook.sheets[0]?.data.conditionalRules?.[0]).toMatchObject({
      range: 'A2:B3',
      formula: '$C2<60',
    });
  });
});

test('moved cells take along what refers to them, and what they cover is gone', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const other = context.workbook.worksheets.add('汇总');
    sheet.getRange('A1:B2').formulas = [
      [1, '=A1+D9'],
      [2, '=SUM(A1:A2)'],
    ];
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('D1:E1').formulas = [['=A1', '=F5']];
    other.getRange('A1').formulas = [['=Sheet1!B2+Sheet1!$A$1:$A$2']];
    context.workbook.names.add('范围', sheet.getRange('A1:B2'));
    const moved = sheet.getRange('A1:B2');
    moved.conditionalFormats.add('Custom').custom.rule.formula = '=A1>D1';
    moved.moveTo('F5');
    expect(await formulas(context, 'A1:F6')).toEqual([
      ['', '', '', '=F5', '=#REF!', ''],
      ...Array.from({ length: 3 }, () => ['', '', '', '', '', '']),
      ['', '', '', '', '', 1],
      ['', '', '', '', '', 2],
    ]);
    expect(await formulas(context, 'G5:G6')).toEqual([['=F5+D9'], ['=SUM(F5:F6)']]);
    expect(await formulas(context, 'A1', '汇总')).toEqual([['=Sheet1!G6+Sheet1!$F$5:$F$6']]);
    expect(excel.host.workbook.data.namedRanges[0]?.range).toMatch(/\$F\$5:\$G\$6/);
    expect(excel.host.workbook.sheets[0]?.data.conditionalRules).toMatchObject([{ range: 'F5:G6', formula: 'F5>D1' }]);
    const bold = sheet.getRange('F5').load('values,format/font/bold');
    const plain = sheet.getRange('A1').load('format/font/bold');
    await context.sync();
    expect([bold.values, bold.format.font.bold, plain.format.font.bold]).toEqual([[[1]], true, false]);
  });
});

test('cells moved to another sheet name the sheet that they read', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const other = context.workbook.worksheets.add('汇总 二');
    sheet.getRange('A1:C1').formulas = [[5, '=A1*2', '=B1+1']];
    sheet.getRange('B1').moveTo(other.getRange('B3:D4'));
    expect(await formulas(context, 'A1:C1')).toEqual([[5, '', "='汇总 二'!B3+1"]]);
    const there = other.getRange('B3').load('formulas,values');
    const here = sheet.getRange('C1').load('values');
    await context.sync();
    expect([there.formulas, there.values, here.values]).toEqual([[['=Sheet1!A1*2']], [[10]], [[11]]]);
  });
});

test('moving is refused where Excel refuses, or stretches what refers to the cells', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    sheet.getRange('B1').formulas = [['=SUM(A1:A3)']];
    const code = async (work: () => void): Promise<string> => {
      work();
      return (await refusalOf(context.sync())).code;
    };
    expect(await code(() => sheet.getRange('A3').moveTo('A9'))).toBe('ApiNotFound');
    expect(await code(() => sheet.getRange('D1').moveTo('A1'))).toBe('ApiNotFound');
    sheet.getRange('C1:D1').merge();
    expect(await code(() => sheet.getRange('C1').moveTo('C5'))).toBe('InvalidOperation');
    expect(await code(() => sheet.getRange('F1').moveTo('D1'))).toBe('InvalidOperation');
    expect(await code(() => sheet.getRange('A1:B1').moveTo('XFD1'))).toBe('InvalidArgument');
    sheet.getRange('A2').moveTo('E2');
    expect(await formulas(context, 'A1:E2')).toEqual([
      [1, '=SUM(A1:A3)', '', '', ''],
      ['', '', '', '', 2],
    ]);
    sheet.protection.protect();
    expect(await code(() => sheet.getRange('E2').moveTo('E3'))).toBe('AccessDenied');
  });
});
