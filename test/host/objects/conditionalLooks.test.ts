import { parseA1 } from '../../../src/host/workbook/values/address';
import type { ConditionalRule } from '../../../src/host/workbook/model/data';
import { WorkbookModel, type CellInput, type SheetModel } from '../../../src/host/workbook/model/workbook';
import { conditionalLooks, type ConditionalLook } from '../../../src/host/objects/rules/conditionalLooks';

const RED = { font: { color: { rgb: 'FF0000' } } };
const BOLD = { font: { bold: true } };
const WITHIN = parseA1('A1:Z200') ?? { row: 0, column: 0, rows: 0, columns: 0 };

let sheet: SheetModel;
beforeEach(() => {
  sheet = WorkbookModel.create().sheets[0] ?? WorkbookModel.create().addSheet();
});

function fill(rows: CellInput[][]): void {
  rows.forEach((row, r) => row.forEach((input, c) => sheet.input(r, c, input)));
}

function looks(...rules: Omit<ConditionalRule, 'priority'>[]): Promise<Map<string, ConditionalLook>> {
  sheet.data.conditionalRules = rules.map((rule, index) => ({ priority: index + 1, ...rule }));
  return conditionalLooks(sheet, WITHIN);
}

/** The cells of column A for which the rule holds, as `1,3`. */
async function rowsOf(rule: Omit<ConditionalRule, 'priority' | 'range'>): Promise<string> {
  const found = await looks({ range: 'A1:A6', style: RED, ...rule });
  return [...found.keys()].map((key) => Number(key.split(',')[0]) + 1).join(',');
}

test('a formula is read for each cell, as seen from the first one', async () => {
  fill([
    [50, '甲'],
    [90, '乙'],
    ['=A1+5', '丙'],
  ]);
  const found = await looks({ type: 'expression', formula: '$A1<60', range: 'A1:B3 D9', style: RED });
  expect([...found.keys()]).toEqual(['0,0', '0,1', '2,0', '2,1', '8,3']);
  expect(found.get('0,1')).toEqual({ style: RED, bar: undefined });
  sheet.input(0, 0, 60);
  expect([...(await conditionalLooks(sheet, WITHIN)).keys()]).toEqual(['8,3']);
  expect(sheet.cells.size).toBe(6);
});

test('every other row by its number', async () => {
  expect(await rowsOf({ type: 'expression', formula: 'MOD(ROW(),2)=0' })).toBe('2,4,6');
});

test.each([
  ['greaterThanOrEqual', ['90'], '1,2,4,5'],
  ['lessThan', ['60'], '3,6'],
  ['between', ['60', '95'], '2'],
  ['notBetween', ['60', '95'], '1,3,4,5,6'],
  ['equal', ['"好"'], '4'],
  ['equal', ['0'], '6'],
  ['notEqual', ['""'], '1,2,3,4,5'],
  ['greaterThan', ['$C$1'], '1,2,4,5'],
] as const)('cells %s %j', async (operator, formula, rows) => {
  fill([[98], [90], [12.5], ['好'], ['一般']]);
  sheet.input(0, 2, 89);
  expect(await rowsOf({ type: 'cellIs', operator, formula: [...formula] })).toBe(rows);
});

test.each([
  [{ type: 'containsText', text: 'b' }, '1,2'],
  [{ type: 'notContainsText', text: 'b' }, '3,4,5,6'],
  [{ type: 'beginsWith', text: 'ab' }, '1'],
  [{ type: 'endsWith', text: 'b' }, '2'],
  [{ type: 'containsText', text: '?c', formula: 'NOT(ISERROR(SEARCH("?c",A1)))' }, '1'],
  [{ type: 'containsBlanks' }, '6'],
  [{ type: 'notContainsBlanks' }, '1,2,3,4,5'],
  [{ type: 'duplicateValues' }, '4,5'],
  [{ type: 'uniqueValues' }, '1,2,3'],
] as const)('%j', async (rule, rows) => {
  fill([['Abc'], ['xB'], ['甲'], [7], [7]]);
  expect(await rowsOf(rule)).toBe(rows);
});

test.each([
  [{ type: 'top10', attributes: { rank: '2' } }, '1,4'],
  [{ type: 'top10', attributes: { rank: '1', bottom: '1' } }, '2'],
  [{ type: 'top10', attributes: { rank: '50', percent: '1' } }, '1,4'],
  [{ type: 'aboveAverage' }, '1,4'],
  [{ type: 'aboveAverage', attributes: { aboveAverage: '0' } }, '2,3'],
] as const)('%j among the numbers', async (rule, rows) => {
  fill([[90], [10], [40], [80], ['甲']]);
  expect(await rowsOf(rule)).toBe(rows);
});

test('bars reach from a tenth of the cell to nine tenths, a scale from colour to colour', async () => {
  fill([[50], [75], [100], ['甲']]);
  const cfvo: NonNullable<ConditionalRule['dataBar']>['cfvo'] = [{ type: 'num', value: '50' }, { type: 'max' }];
  const bars = await looks({ type: 'dataBar', range: 'A1:A9', dataBar: { cfvo, color: 'FFD9E2F3' } });
  expect([...bars.values()].map(({ bar }) => bar)).toEqual([
    { share: 0.1, color: '#D9E2F3' },
    { share: 0.5, color: '#D9E2F3' },
    { share: 0.9, color: '#D9E2F3' },
  ]);
  const colorScale = {
    cfvo: [...cfvo.slice(0, 1), { type: 'percentile', value: '50' } as const, { type: 'max' } as const],
    colors: ['FFFF0000', 'FFFFFFFF', 'FF0000FF'],
  };
  const scale = await looks({ type: 'colorScale', range: 'A1:A9', colorScale });
  const fills = [...scale.values()].map(({ style }) => style.fill?.type === 'pattern' && style.fill.bgColor?.rgb);
  expect(fills).toEqual(['FF0000', 'FFFFFF', '0000FF']);
});

test('the first rule that says something of a colour is heard, and one may stop the others', async () => {
  sheet.input(0, 0, 5);
  const always = { type: 'cellIs', operator: 'equal', formula: '5', range: 'A1' } as const;
  const both = await looks(
    { ...always, style: RED },
    { ...always, style: { font: { color: { rgb: '00FF00' }, ...BOLD.font } } },
  );
  expect(both.get('0,0')?.style).toEqual({ font: { color: { rgb: 'FF0000' }, bold: true } });
  const stopped = await looks({ ...always, style: RED, stopIfTrue: true }, { ...always, style: BOLD });
  expect(stopped.get('0,0')?.style).toEqual(RED);
});

test('a whole column is looked at as far as it is shown', async () => {
  const found = await looks({ type: 'expression', formula: 'A1=""', range: 'A:A', style: RED });
  expect(found.size).toBe(200);
});
