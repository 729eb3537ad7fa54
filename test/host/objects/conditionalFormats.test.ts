import { addressOf, openExcel, refusalOf, reopened, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('a custom rule colours cells, and is found again by its id', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A2:C9');
    const format = range.conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$C2<60';
    format.custom.format.fill.color = '#FFC7CE';
    format.custom.format.font.set({ color: '#9C0006', bold: true });
    format.stopIfTrue = true;
    format.load('id,type,priority,stopIfTrue,custom/rule/formula,custom/format/fill/color,custom/format/font/color');
    await context.sync();
    const again = range.getCell(0, 0).conditionalFormats.getItem(format.id);
    again.load('type,custom/format/font/bold,custom/format/font/italic');
    expect(await addressOf(context, again.getRange())).toBe('Sheet1!A2:C9');
    expect([format.type, format.priority, format.stopIfTrue]).toEqual(['Custom', 0, true]);
    expect(format.custom.rule.formula).toBe('=$C2<60');
    expect([format.custom.format.fill.color, format.custom.format.font.color]).toEqual(['#FFC7CE', '#9C0006']);
    expect([again.custom.format.font.bold, again.custom.format.font.italic]).toEqual([true, null]);
  });
});

test('rules by value and by text say what they compare', async () => {
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getFirst().getRange('B2:B9');
    const value = conditionalFormats.add('CellValue').cellValue;
    value.rule = { operator: 'Between', formula1: '=0', formula2: '=59' };
    const text = conditionalFormats.add('ContainsText').textComparison;
    text.rule = { operator: 'BeginsWith', text: '较' };
    value.load('rule');
    text.load('rule');
    await context.sync();
    expect(value.rule).toEqual({ operator: 'Between', formula1: '=0', formula2: '=59' });
    expect(text.rule).toEqual({ operator: 'BeginsWith', text: '较' });
    expect(excel.host.workbook.sheets[0]?.data.conditionalRules).toMatchObject([
      { type: 'beginsWith', text: '较', formula: 'LEFT(B2,LEN("较"))="较"', priority: 1 },
      { type: 'cellIs', operator: 'between', formula: ['0', '59'], priority: 2 },
    ]);
  });
});

test('bars and scales have ends and colours', async () => {
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getFirst().getRange('C2:C9');
    const { dataBar } = conditionalFormats.add('DataBar');
    dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
    dataBar.upperBoundRule = { type: 'HighestValue' };
    dataBar.positiveFormat.fillColor = '#63BE7B';
    const { colorScale } = conditionalFormats.add('ColorScale');
    colorScale.criteria = {
      minimum: { type: 'LowestValue', color: '#F8696B' },
      midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
      maximum: { type: 'HighestValue', color: '#63BE7B' },
    };
    dataBar.load('lowerBoundRule,upperBoundRule,positiveFormat/fillColor');
    colorScale.load('criteria,threeColorScale');
    await context.sync();
    expect(dataBar.lowerBoundRule).toEqual({ type: 'Number', formula: '0' });
    expect(dataBar.upperBoundRule).toEqual({ type: 'HighestValue' });
    expect(dataBar.positiveFormat.fillColor).toBe('#63BE7B');
    expect(colorScale.threeColorScale).toBe(true);
    expect(colorScale.criteria.midpoint).toEqual({ type: 'Percentile', formula: '50', color: '#FFEB84' });
  });
});

test('a new rule comes first; order can be changed, and rules deleted', async () => {
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getFirst().getRange('A1:A9');
    const first = conditionalFormats.add('Custom');
    const second = conditionalFormats.add('CellValue');
    first.load('priority');
    second.load('priority');
    await context.sync();
    expect([first.priority, second.priority]).toEqual([1, 0]);
    first.priority = 0;
    conditionalFormats.load('items/type');
    await context.sync();
    expect(conditionalFormats.items.map((item) => item.type)).toEqual(['Custom', 'CellValue']);
    first.priority = 9;
    second.load('priority');
    await context.sync();
    expect(second.priority).toBe(0);
    second.priority = -1;
    second.load('priority');
    await context.sync();
    expect(second.priority).toBe(1);
    first.delete();
    const count = conditionalFormats.getCount();
    await context.sync();
    expect(count.value).toBe(1);
  });
});

test('clearing some cells leaves the rule on the others', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const format = sheet.getRange('A1:C3').conditionalFormats.add('Custom');
    await context.sync();
    sheet.getRange('B2').conditionalFormats.clearAll();
    expect(await addressOf(context, format.getRanges())).toBe('Sheet1!A1:C1,Sheet1!A3:C3,Sheet1!A2,Sheet1!C2');
    sheet.getRange().conditionalFormats.clearAll();
    await context.sync();
    expect(excel.host.workbook.sheets[0]?.data.conditionalRules).toEqual([]);
  });
});

test('a rule of one kind has nothing of another, and unknown kinds are named', async () => {
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getFirst().getRange('A1');
    const format = conditionalFormats.add('Custom');
    const none = format.dataBarOrNullObject;
    none.load('lowerBoundRule');
    await context.sync();
    expect(none.isNullObject).toBe(true);
    format.dataBar.load('lowerBoundRule');
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
    conditionalFormats.add('IconSet').iconSet.style = 'ThreeStars';
    const refusal = await refusalOf(context.sync());
    expect(refusal.code).toBe('ApiNotFound');
    expect(refusal.message).toContain('ThreeStars');
  });
});

test.each([
  ['Blanks', { type: 'containsBlanks', formula: 'LEN(TRIM(B2))=0' }],
  ['NonErrors', { type: 'expression', attributes: { type: 'notContainsErrors' }, formula: 'NOT(ISERROR(B2))' }],
  ['LastSevenDays', { attributes: { type: 'timePeriod', timePeriod: 'last7Days' } }],
  ['EqualOrBelowAverage', { type: 'aboveAverage', attributes: { aboveAverage: '0', equalAverage: '1' } }],
  ['ThreeStdDevAboveAverage', { type: 'aboveAverage', attributes: { stdDev: '3' } }],
  ['DuplicateValues', { type: 'duplicateValues' }],
] as const)('the ready-made rule %s is the file’s own, and found again in the saved file', async (criterion, made) => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('B2:B9');
    const { preset } = range.conditionalFormats.add('PresetCriteria');
    preset.rule = { criterion };
    preset.format.font.color = '#9C0006';
    preset.load('rule,format/font/color');
    await context.sync();
    expect([preset.rule, preset.format.font.color]).toEqual([{ criterion }, '#9C0006']);
  });
  expect(excel.host.workbook.sheets[0]?.data.conditionalRules).toMatchObject([made]);
  const again = await reopened(excel);
  await again.run(async (context) => {
    const format = context.workbook.worksheets.getFirst().getRange('B2').conditionalFormats.getItemAt(0);
    format.load('type,preset/rule,preset/format/font/color');
    await context.sync();
    expect([format.type, format.preset.rule]).toEqual(['PresetCriteria', { criterion }]);
    expect(format.preset.format.font.color).toBe('#9C0006');
  });
});

test('the highest and lowest are counted or a share, within what Excel takes', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('B2:B9');
    const { topBottom } = range.conditionalFormats.add('TopBottom');
    topBottom.load('rule');
    await context.sync();
    expect(topBottom.rule).toEqual({ rank: 10, type: 'TopItems' });
    topBottom.rule = { rank: 20, type: 'BottomPercent' };
    topBottom.format.fill.color = '#FFC7CE';
    await context.sync();
    topBottom.rule = { rank: 101, type: 'TopPercent' };
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
  const again = await reopened(excel);
  await again.run(async (context) => {
    const { topBottom } = context.workbook.worksheets.getFirst().getRange('B2').conditionalFormats.getItemAt(0);
    topBottom.load('rule');
    await context.sync();
    expect(topBottom.rule).toEqual({ rank: 20, type: 'BottomPercent' });
  });
});

test('icons have a set, steps, an order; all is in the saved file', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('B2:B9');
    const { iconSet } = range.conditionalFormats.add('IconSet');
    iconSet.load('style,criteria');
    await context.sync();
    const percent = (formula: string): object => ({ type: 'Percent', formula, operator: 'GreaterThanOrEqual' });
    expect([iconSet.style, iconSet.criteria]).toEqual([
      'ThreeTrafficLights1',
      [percent('0'), percent('33'), percent('67')],
    ]);
    iconSet.style = 'FourArrows';
    iconSet.reverseIconOrder = true;
    iconSet.showIconOnly = true;
    iconSet.criteria = [
      { type: 'Number', formula: '', operator: 'GreaterThan' },
      { type: 'Number', formula: '=60', operator: 'GreaterThan' },
      { type: 'Percentile', formula: '75', operator: 'GreaterThanOrEqual' },
      { type: 'Formula', formula: '=$D$1', operator: 'GreaterThanOrEqual' },
    ];
    await context.sync();
    iconSet.criteria = [{ type: 'Number', formula: '1', operator: 'GreaterThan' }];
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    // The rule reads a cell that moves.
    context.workbook.worksheets.getFirst().getRange('1:1').insert('Down');
    await context.sync();
  });
  const again = await reopened(excel);
  await again.run(async (context) => {
    const format = context.workbook.worksheets.getFirst().getRange('B3').conditionalFormats.getItemAt(0);
    format.load('type,iconSet/style,iconSet/criteria,iconSet/reverseIconOrder,iconSet/showIconOnly');
    await context.sync();
    const { style, criteria, reverseIconOrder, showIconOnly } = format.iconSet;
    expect([format.type, style, reverseIconOrder, showIconOnly]).toEqual(['IconSet', 'FourArrows', true, true]);
    expect(criteria.map(({ type, formula, operator }) => [type, formula, operator])).toEqual([
      ['Percent', '0', 'GreaterThanOrEqual'],
      ['Number', '60', 'GreaterThan'],
      ['Percentile', '75', 'GreaterThanOrEqual'],
      ['Formula', '=$D$2', 'GreaterThanOrEqual'],
    ]);
  });
});
