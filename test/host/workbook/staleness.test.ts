import type { SheetModel } from '../../../src/host/workbook/model/workbook';
import { area, firstSheet, newSheet, opened, type, valueAt } from './modelSteps';
import { handWritten } from './ooxml';
import { richWorkbook } from './richWorkbook';

/** Whether a formula's value counts, once what was written is told to those who depend on it. */
function hasValue(sheet: SheetModel, address: string): boolean {
  sheet.workbook.settle();
  const { row, column } = area(address);
  const cell = sheet.cell(row, column);
  return cell !== undefined && sheet.workbook.hasValue(cell);
}

test('a formula has its value from the file until something is written', async () => {
  const sheet = firstSheet(await opened(richWorkbook()));
  expect(hasValue(sheet, 'A5')).toBe(true);
  type(sheet, { C4: 1.5 });
  expect(hasValue(sheet, 'A5')).toBe(true);
  type(sheet, { C4: 2 });
  expect(hasValue(sheet, 'A5')).toBe(false);
});

test('formatting, hiding and renaming leave values right', async () => {
  const sheet = firstSheet(await opened(richWorkbook()));
  sheet.patchStyle(area('A1:H9'), (style) => ({ ...style, font: { bold: true } }));
  sheet.workbook.renameSheet(sheet, '七月');
  expect(hasValue(sheet, 'A5')).toBe(true);
});

test('values of a file that asks to be calculated are not trusted', async () => {
  const workbook = await opened(
    handWritten({
      sheets: [{ name: '表', content: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>0</v></c></row></sheetData>' }],
      afterSheets: '<calcPr fullCalcOnLoad="1"/>',
    }),
  );
  const sheet = firstSheet(workbook);
  await workbook.calculate([{ sheet, area: area('A1') }]);
  expect(valueAt(sheet, 'A1')).toBe(2);
});

test('calculating makes the wanted area right, with all that it needs, and nothing else', async () => {
  const sheet = newSheet();
  const other = sheet.workbook.addSheet('七月');
  type(other, { A1: 80, A2: '=A1+5' });
  type(sheet, { A1: '=七月!A2*2', A2: '=A1&"分"', B1: '=1/0' });
  await sheet.workbook.calculate([{ sheet, area: area('A1:A2') }]);
  expect([valueAt(sheet, 'A1'), valueAt(sheet, 'A2'), valueAt(other, 'A2')]).toEqual([170, '170分', 85]);
  expect(hasValue(sheet, 'B1')).toBe(false);
  await sheet.workbook.calculate([], true);
  expect(valueAt(sheet, 'B1')).toBe('#DIV/0!');
  expect(
    [...sheet.cells.values(), ...other.cells.values()].filter(
      (cell) => cell.formula !== undefined && !sheet.workbook.hasValue(cell),
    ),
  ).toEqual([]);
});

test('after another write the values are calculated anew', async () => {
  const sheet = newSheet();
  type(sheet, { A1: 1, A2: '=A1+1' });
  await sheet.workbook.calculate([], true);
  type(sheet, { A1: 10 });
  await sheet.workbook.calculate([{ sheet, area: area('A2') }]);
  expect(valueAt(sheet, 'A2')).toBe(11);
});
