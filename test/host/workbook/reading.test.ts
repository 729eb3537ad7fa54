import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstSheet, formulaAt, opened, plain, reopened, sheetNamed, textAt, valueAt } from './modelSteps';
import { richWorkbook } from './richWorkbook';

const scores = async (): Promise<ReturnType<typeof firstSheet>> => firstSheet(await opened(richWorkbook()));

test('cells of every kind are read as Excel shows them', async () => {
  const sheet = await scores();
  expect(
    ['A1', 'A2', 'B2', 'C2', 'A3', 'B3', 'A4', 'B4', 'C4', 'Z99'].map((address) => valueAt(sheet, address)),
  ).toEqual(['公务员平时考核测评表', ' 前后空格 ', '红 黑', '常粗', 44013, '00123\r', true, '#N/A', 1.5, '']);
  expect(sheet.cell(1, 1)?.richText?.map(({ text, font }) => [text, font?.bold])).toEqual([
    ['红', true],
    [' 黑', undefined],
  ]);
  expect(sheet.cell(1, 2)?.richText?.[1]?.font).toEqual({ bold: true, size: 12, name: '黑体' });
});

test('a formula keeps the value that the file has for it, of any type', async () => {
  const sheet = await scores();
  expect(['A5', 'B5', 'C5', 'D5', 'E5'].map((address) => [formulaAt(sheet, address), valueAt(sheet, address)])).toEqual(
    [
      ['=SUM(C4:C4)', 1.5],
      ['=A2&"好"', '好'],
      ['=A4', true],
      ['=B4', '#N/A'],
      ['=IFNA(B4,0)', 0],
    ],
  );
});

test('a shared formula stands in each of its cells', async () => {
  const sheet = await scores();
  expect(['A6', 'A7', 'A8'].map((address) => formulaAt(sheet, address))).toEqual([
    '=C4*$C$4+B6',
    '=C5*$C$4+B7',
    '=C6*$C$4+B8',
  ]);
});

test('dates are serial numbers with their Chinese formats, in both date systems', async () => {
  const sheet = await scores();
  expect([sheet.style(2, 0).numFmt, textAt(sheet, 'A3')]).toEqual(['yyyy"年"m"月"d"日"', '2020年7月1日']);
  expect([sheet.style(2, 2).numFmt, textAt(sheet, 'C3')]).toEqual(['yyyy/m/d', '2020/7/1']);
  const later = firstSheet(await opened(richWorkbook({ date1904: true })));
  expect([valueAt(later, 'A3'), textAt(later, 'A3')]).toEqual([44013, '2024年7月2日']);
});

test('cells of one format share it', async () => {
  const sheet = await scores();
  expect(sheet.style(0, 0)).toBe(sheet.style(0, 1));
  expect(sheet.style(0, 0)).toEqual({
    font: { bold: true, size: 16, color: { rgb: 'FF0000' }, name: '方正小标宋简体', charset: 134 },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { theme: 4, tint: 0.6 }, bgColor: { indexed: 64 } },
    border: {
      left: { style: 'thin', color: {} },
      right: { style: 'thin' },
      top: { style: 'medium', color: { rgb: '00B050' } },
    },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  });
});

test('empty cells take the format of their row or column', async () => {
  const sheet = await scores();
  expect(sheet.style(99, 0)).toBe(sheet.style(0, 0));
  expect(sheet.style(2, 7).protection).toEqual({ locked: false });
});

test('sizes and visibility are read, own ones and defaults', async () => {
  const sheet = await scores();
  expect([0, 1, 9].map((row) => sheet.rowHeight(row))).toEqual([30.75, 22.5, 18]);
  expect([0, 3, 9].map((column) => sheet.columnWidth(column))).toEqual([12.5, 20.25, 10.5]);
  expect([sheet.rowHidden(2), sheet.rowHidden(3), sheet.columnHidden(4), sheet.columnHidden(5)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('validations are read, those of newer Excel among them', async () => {
  const { data } = await scores();
  expect(data.dataValidations).toEqual([
    {
      type: 'list',
      range: 'B4:B9',
      allowBlank: true,
      showErrorMessage: true,
      values: ['好', '较好', '一般', '较差'],
      attributes: { imeMode: 'on' },
    },
    {
      type: 'decimal',
      range: 'C4:C9',
      errorStyle: 'warning',
      showInputMessage: true,
      inputTitle: '分数',
      inputMessage: '0 至 100',
      formula1: '0',
      formula2: '100',
    },
    { type: 'list', range: 'A4:A9', allowBlank: true, formula1: "'名 册'!$A$2:$A$9" },
  ]);
});

test('conditional formats show the colour that Excel paints, and unknown kinds as the expression that they are', async () => {
  const rules = (await scores()).data.conditionalRules ?? [];
  expect(rules.map(({ type, range, attributes }) => [type, range, attributes])).toEqual([
    ['top10', 'C4:C9', { percent: '1', rank: '20' }],
    ['expression', 'C4:C9', { type: 'timePeriod', timePeriod: 'lastWeek' }],
    ['colorScale', 'D4:D9', undefined],
    ['containsText', 'D4:D9', { operator: 'containsText' }],
    ['aboveAverage', 'D4:D9', { aboveAverage: '0', stdDev: '2' }],
  ]);
  expect(rules[0]?.style?.fill).toEqual({ type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' } });
});

test('names are read with their scope; print areas and titles belong to the page setup', async () => {
  const workbook = await opened(richWorkbook());
  expect(workbook.data.namedRanges).toEqual([
    { name: '_xlnm._FilterDatabase', range: '测评表!$A$3:$C$9', scope: '测评表', hidden: true },
    { name: '优秀线', range: '90' },
    { name: '暗名', range: '测评表!$A$1', hidden: true },
    { name: '本表', range: "'名 册'!$A$1", scope: '名 册', comment: '只在名册' },
  ]);
  const setup = firstSheet(workbook).data.pageSetup;
  expect([setup?.printArea, setup?.printTitlesRow, setup?.printTitlesColumn]).toEqual([
    '$A$1:$H$9,$J$1:$K$2',
    '$1:$3',
    '$A:$A',
  ]);
});

test('sheets keep their visibility, the workbook its tab, date system and calculation', async () => {
  const workbook = await opened(richWorkbook({ date1904: true }));
  expect(workbook.sheets.map(({ data }) => [data.name, data.hidden ?? false, data.veryHidden ?? false])).toEqual([
    ['测评表', false, false],
    ['名 册', false, false],
    ['参数', false, true],
    ['草稿', true, false],
  ]);
  expect([workbook.activeSheet.name, workbook.date1904, workbook.calculationMode]).toEqual(['名 册', true, 'Manual']);
  expect(workbook.data.defaultFont).toEqual({ name: '宋体', size: 11, charset: 134, scheme: 'minor' });
});

test('links, notes and the hash of the password are read', async () => {
  const sheet = await scores();
  expect(sheet.cell(1, 0)?.hyperlink).toEqual({ target: 'https://example.com/通知', tooltip: '通知' });
  expect(sheet.cell(2, 1)?.hyperlink).toEqual({ target: '', location: "'名 册'!A1", display: '名册' });
  expect(sheet.cell(3, 1)?.comment).toMatchObject({ author: '考核组', text: '考核组：请核对' });
  expect(sheet.extras.protectionHash).toEqual({
    algorithmName: 'SHA-512',
    hashValue: 'aGFzaA==',
    saltValue: 'c2FsdA==',
    spinCount: '100000',
  });
});

test('the golden workbook of 2020Q3 is the same after saving', async () => {
  const workbook = await opened(new Uint8Array(readFileSync(join(__dirname, '../../fixtures/2020Q3.xlsx'))));
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    '2020年7月测评表',
    '2020年8月测评表',
    '2020年9月测评表',
    '人员名册',
    '特殊情形登记',
  ]);
  expect(valueAt(sheetNamed(workbook, '人员名册'), 'D2')).toBe('王建国');
  expect(plain(await reopened(workbook))).toEqual(plain(workbook));
});
