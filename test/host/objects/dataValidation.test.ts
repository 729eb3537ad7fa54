import { addressOf, filledSheet, openExcel, refusalOf, reopened, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('a rule is read as it was set, with its messages', async () => {
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('B2:B9');
    dataValidation.rule = { list: { inCellDropDown: true, source: '好,较好,一般,较差' } };
    dataValidation.errorAlert = { message: '请从列表中选', showAlert: true, style: 'Stop', title: '等次' };
    dataValidation.prompt = { message: '选一个等次', showPrompt: true, title: '等次' };
    dataValidation.ignoreBlanks = true;
    dataValidation.load();
    await context.sync();
    expect(dataValidation.toJSON()).toEqual({
      type: 'List',
      rule: { list: { inCellDropDown: true, source: '好,较好,一般,较差' } },
      errorAlert: { message: '请从列表中选', showAlert: true, style: 'Stop', title: '等次' },
      prompt: { message: '选一个等次', showPrompt: true, title: '等次' },
      ignoreBlanks: true,
      valid: true,
    });
  });
});

test('a list without its arrow is one in the file, too', async () => {
  const rule = { list: { inCellDropDown: false, source: '好,较好' } };
  await excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('B2').dataValidation.rule = rule;
    await context.sync();
  });
  const again = await reopened(excel);
  await again.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('B2');
    dataValidation.load('rule');
    await context.sync();
    expect(dataValidation.rule).toEqual(rule);
  });
});

test.each<[Excel.DataValidationRule, string]>([
  [{ wholeNumber: { operator: 'Between', formula1: 0, formula2: 100 } }, 'WholeNumber'],
  [{ decimal: { operator: 'GreaterThanOrEqualTo', formula1: 0.5 } }, 'Decimal'],
  [{ textLength: { operator: 'LessThanOrEqualTo', formula1: 10 } }, 'TextLength'],
  [{ custom: { formula: '=COUNTIF($A$1:$A$9,A1)=1' } }, 'Custom'],
  [{ date: { operator: 'GreaterThan', formula1: '=$C$1' } }, 'Date'],
])('rules of every kind keep what they say: %j', async (rule, type) => {
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1:A9');
    dataValidation.rule = rule;
    dataValidation.load('rule,type');
    await context.sync();
    expect(dataValidation.rule).toEqual(rule);
    expect(dataValidation.type).toBe(type);
  });
});

test('dates are written as ISO texts and kept as serial numbers', async () => {
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1');
    dataValidation.rule = { date: { operator: 'Between', formula1: '2020-07-01', formula2: '2020-09-30' } };
    dataValidation.load('rule');
    await context.sync();
    expect(dataValidation.rule.date).toEqual({ operator: 'Between', formula1: 44013, formula2: 44104 });
  });
});

test('a range is the source of a list, and its values are what is allowed', async () => {
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [['张三'], ['李四']]);
    const cells = sheet.getRange('C1:C3');
    cells.dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('A1:A2') } };
    cells.values = [['李四'], ['王五'], ['']];
    cells.dataValidation.load('rule,valid');
    const invalid = cells.dataValidation.getInvalidCellsOrNullObject();
    expect(await addressOf(context, invalid)).toBe('Sheet1!C2');
    expect(cells.dataValidation.rule.list?.source).toBe('=Sheet1!$A$1:$A$2');
    expect(cells.dataValidation.valid).toBeNull();
  });
});

test('a message can stand without a rule', async () => {
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1');
    dataValidation.prompt = { message: '合计不等于各项之和', showPrompt: true, title: '请看' };
    dataValidation.load('type,rule,prompt');
    await context.sync();
    expect(dataValidation.type).toBe('None');
    expect(dataValidation.rule).toEqual({});
    expect(dataValidation.prompt.message).toBe('合计不等于各项之和');
  });
  expect(await excel.host.userEdit('Sheet1', 'A1', [['随便']])).toEqual({ accepted: true });
});

test('cells with several rules, or only some with one, say so', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:A4').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
    sheet.getRange('A2').dataValidation.rule = { wholeNumber: { operator: 'EqualTo', formula1: 1 } };
    const read = ['A1', 'A2', 'A3:A4', 'A1:A2', 'A4:A5', 'B1'].map((address) => sheet.getRange(address).dataValidation);
    for (const validation of read) validation.load('type');
    await context.sync();
    expect(read.map((validation) => validation.type)).toEqual([
      'List',
      'WholeNumber',
      'List',
      'Inconsistent',
      'MixedCriteria',
      'None',
    ]);
    sheet.getRange('A1:A4').dataValidation.clear();
    await context.sync();
    expect(excel.host.workbook.sheets[0]?.data.dataValidations).toEqual([]);
  });
});

test.each<[string, unknown]>([
  ['a list of more than 255 characters', { list: { inCellDropDown: true, source: '甲,'.repeat(128) } }],
  ['an empty list', { list: { inCellDropDown: true, source: '' } }],
  ['two kinds at once', { custom: { formula: '=TRUE' }, list: { source: '甲' } }],
  ['a range without its end', { wholeNumber: { operator: 'Between', formula1: 1 } }],
  ['an operator that is none', { wholeNumber: { operator: 'Around', formula1: 1 } }],
  ['a formula that Excel cannot read', { custom: { formula: '=SUM(' } }],
])('refused: %s', async (_case, rule) => {
  await excel.run(async (context) => {
    Object.assign(context.workbook.worksheets.getFirst().getRange('A1').dataValidation, { rule });
    expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument', location: 'DataValidation.rule' });
  });
});

test.each<[string, (validation: Excel.DataValidation, length: number) => void]>([
  ['the title of a prompt', (cells, n) => (cells.prompt = { showPrompt: true, title: '字'.repeat(n), message: '乙' })],
  [
    'the title of an alert',
    (cells, n) => (cells.errorAlert = { showAlert: true, style: 'Stop', title: '字'.repeat(n), message: '乙' }),
  ],
])('W6: %s has at most 32 characters', async (_case, set) => {
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1');
    set(dataValidation, 32);
    await context.sync();
    set(dataValidation, 33);
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});

test.each<[string, (validation: Excel.DataValidation, length: number) => void]>([
  ['prompt', (cells, n) => (cells.prompt = { showPrompt: true, title: '', message: '字'.repeat(n) })],
  ['alert', (cells, n) => (cells.errorAlert = { showAlert: true, style: 'Stop', title: '', message: '字'.repeat(n) })],
])('W6: the message of a %s has at most 255 characters', async (_case, set) => {
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1');
    set(dataValidation, 255);
    await context.sync();
    set(dataValidation, 256);
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});

test("Excel's API writes what a person could not type", async () => {
  await excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange('A1');
    cell.dataValidation.rule = { wholeNumber: { operator: 'Between', formula1: 0, formula2: 100 } };
    cell.values = [[101]];
    await context.sync();
  });
  expect(await excel.host.userEdit('Sheet1', 'A1', [['102']])).toMatchObject({ accepted: false, reason: 'validation' });
  expect(await excel.host.userEdit('Sheet1', 'A1', [['99']])).toEqual({ accepted: true });
  expect(await excel.host.userEdit('Sheet1', 'A1', [['']])).toEqual({ accepted: true });
});

test.each<[Excel.DataValidationRule, string, string]>([
  [{ list: { inCellDropDown: true, source: '好,较好' } }, '好', '很好'],
  [{ decimal: { operator: 'LessThan', formula1: '=$F$1*2' } }, '19.5', '20'],
  [{ textLength: { operator: 'Between', formula1: 2, formula2: 4 } }, '欧阳', '王'],
  [{ custom: { formula: '=MOD(A1,2)=0' } }, '4', '5'],
  [{ date: { operator: 'GreaterThanOrEqualTo', formula1: '2020-07-01' } }, '2020-7-1', '2020-6-30'],
])('a person may type only what the rule allows: %j', async (rule, good, bad) => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('F1').values = [[10]];
    sheet.getRange('A1').dataValidation.rule = rule;
    sheet.getRange('A1').dataValidation.errorAlert = { message: '不行', showAlert: true, style: 'Stop', title: '' };
    await context.sync();
  });
  expect(await excel.host.userEdit('Sheet1', 'A1', [[bad]])).toEqual({
    accepted: false,
    reason: 'validation',
    title: '',
    message: '不行',
  });
  expect(excel.host.workbook.sheets[0]?.value(0, 0)).toBe('');
  expect(await excel.host.userEdit('Sheet1', 'A1', [[good]])).toEqual({ accepted: true });
});
