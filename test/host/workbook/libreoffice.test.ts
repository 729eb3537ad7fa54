import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { losses, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { faultsOf } from './integrity';
import { firstSheet, formulaAt, opened, plain, textAt, valueAt } from './modelSteps';

const file = new Uint8Array(readFileSync(join(__dirname, '../../fixtures/xlsx/libreoffice.xlsx')));

test('a workbook written by LibreOffice is read whole', async () => {
  const workbook = await opened(file);
  const sheet = firstSheet(workbook);
  expect(['A1', 'A2', 'B2', 'A3', 'B3'].map((address) => valueAt(sheet, address))).toEqual([
    '测评表',
    '张三',
    90,
    44013,
    180,
  ]);
  expect(formulaAt(sheet, 'B3')).toBe('=IFNA(B2*2,0)');
  expect(textAt(sheet, 'A3')).toBe('2020年7月1日');
  expect(sheet.data.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }]);
  expect(sheet.cell(1, 0)?.comment).toMatchObject({ text: '请核对' });
  expect(sheet.data.dataValidations?.map(({ type, values, range }) => [type, values, range])).toEqual([
    ['list', ['好', '较好'], 'C2'],
  ]);
  expect(workbook.data.namedRanges).toEqual([
    { name: '分数', range: '表!$B$2', attributes: { function: 'false', vbProcedure: 'false' } },
  ]);
  expect(sheet.style(0, 0).fill).toMatchObject({ pattern: 'solid', fgColor: { rgb: 'FFFF00' } });
});

test('it is the same after saving, and loses nothing', async () => {
  const workbook = await opened(file);
  expect(losses(workbook)).toEqual([]);
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(plain(await opened(saved))).toEqual(plain(workbook));
});
