import { insertWouldLoseCells } from '../../../src/host/workbook/model/structure';
import { area, formulaAt, newSheet, sheetNamed, type, valueAt } from './modelSteps';

test('inserted rows push everything below them down, with all that refers to it', () => {
  const sheet = newSheet();
  const { workbook, data } = sheet;
  const other = workbook.addSheet('汇总');
  type(sheet, { A1: '姓名', A2: '张三', A3: '李四', B5: '=SUM(B2:B3)' });
  type(other, { A1: '=Sheet1!A3' });
  workbook.data.namedRanges.push({ name: '末行', range: 'Sheet1!$A$3' });
  sheet.merge(area('A4:B4'));
  data.dataValidations = [{ type: 'list', values: ['是', '否'], range: 'C2:C3 D1' }];
  data.conditionalRules = [{ type: 'expression', priority: 1, formula: 'B2>90', range: 'B2:B3' }];
  data.rowDefs = new Map([[2, { height: 30 }]]);
  data.pageSetup = { printArea: '$A$1:$B$5', printTitlesRow: '$1:$1' };
  data.autoFilter = { range: 'A1:B3' };
  sheet.insertCells(area('3:4'), 'Down');
  expect([valueAt(sheet, 'A3'), valueAt(sheet, 'A5')]).toEqual(['', '李四']);
  expect(formulaAt(sheet, 'B7')).toBe('=SUM(B2:B5)');
  expect(formulaAt(other, 'A1')).toBe('=Sheet1!A5');
  expect(workbook.data.namedRanges).toEqual([{ name: '末行', range: 'Sheet1!$A$5' }]);
  expect(sheet.mergeAt(5, 1)).toEqual(area('A6:B6'));
  expect(data.dataValidations.map(({ range }) => range)).toEqual(['C2:C5 D1']);
  expect(data.conditionalRules.map(({ range, formula }) => [range, formula])).toEqual([['B2:B5', 'B2>90']]);
  expect([...data.rowDefs]).toEqual([[4, { height: 30 }]]);
  expect(data.pageSetup).toEqual({ printArea: '$A$1:$B$7', printTitlesRow: '$1:$1' });
  expect(data.autoFilter).toEqual({ range: 'A1:B5' });
});

test('inserted cells look like those above them', () => {
  const sheet = newSheet();
  sheet.patchStyle(area('A1'), () => ({ font: { bold: true } }));
  sheet.insertCells(area('A2:A3'), 'Down');
  expect(sheet.style(2, 0)).toEqual({ font: { bold: true } });
});

test('deleted columns take their cells along, and references to them become #REF!', () => {
  const sheet = newSheet();
  type(sheet, { A1: 1, B1: 2, C1: 3, D1: '=A1+B1', E1: '=SUM(A1:C1)', F1: '=SUM(B:B)' });
  sheet.data.columns = [{ width: 5 }, { width: 10 }, { width: 20 }];
  sheet.deleteCells(area('B:B'), 'Left');
  expect([valueAt(sheet, 'A1'), valueAt(sheet, 'B1')]).toEqual([1, 3]);
  expect(['C1', 'D1', 'E1'].map((address) => formulaAt(sheet, address))).toEqual([
    '=A1+#REF!',
    '=SUM(A1:B1)',
    '=SUM(#REF!)',
  ]);
  expect(sheet.data.columns).toEqual([{ width: 5 }, { width: 20 }]);
});

test('a block that closes up moves only the cells in its own columns', () => {
  const sheet = newSheet();
  type(sheet, { A1: 'a1', A2: 'a2', A3: 'a3', B1: 'b1', B2: 'b2', B3: 'b3', C1: '=A3&B3' });
  sheet.deleteCells(area('A1:A2'), 'Up');
  expect(['A1', 'A2', 'B1', 'B3'].map((address) => valueAt(sheet, address))).toEqual(['a3', '', 'b1', 'b3']);
  expect(formulaAt(sheet, 'C1')).toBe('=A1&B3');
});

test('a merge within deleted rows goes, one around them shrinks', () => {
  const sheet = newSheet();
  sheet.merge(area('A2:B3'));
  sheet.merge(area('C1:C6'));
  sheet.deleteCells(area('2:3'), 'Up');
  expect(sheet.data.merges).toEqual([{ startRow: 0, startCol: 2, endRow: 3, endCol: 2 }]);
});

test('an insertion that would push a filled cell over the edge is told', () => {
  const sheet = newSheet();
  sheet.input(1_048_575, 0, 'last');
  expect(insertWouldLoseCells(sheet, area('1:1'), 'Down')).toBe(true);
  expect(insertWouldLoseCells(sheet, area('B1'), 'Down')).toBe(false);
});

test('a copy moves relative references and repeats over a larger target', () => {
  const sheet = newSheet();
  type(sheet, { A1: 90, B1: '=A1*$A$1', C1: '否' });
  sheet.patchStyle(area('B1'), () => ({ numFmt: '0.0' }));
  sheet.data.dataValidations = [{ type: 'list', values: ['是', '否'], range: 'C1' }];
  sheet.copyCells({ sheet, area: area('B1:C1') }, area('B2:C3'), 'All');
  expect(['B2', 'B3'].map((address) => formulaAt(sheet, address))).toEqual(['=A2*$A$1', '=A3*$A$1']);
  expect(sheet.style(2, 1)).toEqual({ numFmt: '0.0' });
  expect(sheet.data.dataValidations.map(({ range }) => range)).toEqual(['C1', 'C2', 'C3']);
});

test('a copy of formulas, of values, or of formats leaves the rest', () => {
  const sheet = newSheet();
  type(sheet, { A1: '=1+1', A2: 5, A3: 5, A4: 5 });
  sheet.patchStyle(area('A1'), () => ({ numFmt: '0.0' }));
  const source = { sheet, area: area('A1') };
  sheet.copyCells(source, area('A2'), 'Formulas');
  sheet.copyCells(source, area('A3'), 'Formats');
  expect([formulaAt(sheet, 'A2'), sheet.style(1, 0)]).toEqual(['=1+1', {}]);
  expect([formulaAt(sheet, 'A3'), sheet.style(2, 0)]).toEqual([5, { numFmt: '0.0' }]);
});

test('a copied merge merges at its target', () => {
  const sheet = newSheet();
  type(sheet, { A1: '标题' });
  sheet.merge(area('A1:C1'));
  sheet.copyCells({ sheet, area: area('A1:C1') }, area('A5'), 'All');
  expect(sheet.mergeAt(4, 2)).toEqual(area('A5:C5'));
});

test('merging keeps the first value alone', () => {
  const sheet = newSheet();
  type(sheet, { B1: '乙', A2: '丙' });
  sheet.merge(area('A1:B2'));
  expect(['A1', 'B1', 'A2'].map((address) => valueAt(sheet, address))).toEqual(['乙', '', '']);
});

test('clearing contents keeps formats, clearing formats keeps contents, clearing all leaves nothing', () => {
  const sheet = newSheet();
  type(sheet, { A1: '2020-7-1' });
  sheet.clear(area('A1'), 'Contents');
  expect([valueAt(sheet, 'A1'), sheet.style(0, 0).numFmt]).toEqual(['', 'yyyy/m/d']);
  type(sheet, { A1: 5 });
  sheet.clear(area('A1'), 'Formats');
  expect([valueAt(sheet, 'A1'), sheet.style(0, 0)]).toEqual([5, {}]);
  sheet.data.dataValidations = [{ type: 'whole', operator: 'greaterThan', formula1: '0', range: 'A1:B2' }];
  sheet.clear(area('A1'), 'All');
  expect(sheet.cell(0, 0)).toBeUndefined();
  expect(sheet.data.dataValidations.map(({ range }) => range)).toEqual(['A2:B2 B1']);
});

test('whole columns and rows keep a format for cells to come', () => {
  const sheet = newSheet();
  sheet.patchStyle(area('B:B'), (style) => ({ ...style, numFmt: '@' }));
  sheet.patchStyle(area('3:3'), (style) => ({ ...style, font: { bold: true } }));
  type(sheet, { B1: 85, B3: 85, C3: 1 });
  expect([valueAt(sheet, 'B1'), valueAt(sheet, 'B3')]).toEqual(['85', '85']);
  expect(sheet.style(2, 1)).toEqual({ numFmt: '@', font: { bold: true } });
  expect(sheet.style(2, 2)).toEqual({ font: { bold: true } });
});

test('the used area counts formats only when asked to', () => {
  const sheet = newSheet();
  type(sheet, { B2: 1 });
  sheet.patchStyle(area('D5'), () => ({ font: { bold: true } }));
  expect(sheet.usedArea(true)).toEqual(area('B2'));
  expect(sheet.usedArea(false)).toEqual(area('B2:D5'));
});

test('renaming and deleting sheets reaches formulas, names, rules and links', () => {
  const sheet = newSheet();
  const { workbook } = sheet;
  const july = workbook.addSheet('七月');
  type(sheet, { A1: '=七月!A1' });
  workbook.data.namedRanges.push(
    { name: '总分', range: '七月!$A$1' },
    { name: '本地', range: '七月!$B$1', scope: '七月' },
  );
  sheet.data.dataValidations = [{ type: 'list', formula1: '七月!$A$1:$A$3', range: 'B1' }];
  sheet.place('4,4', { value: '见七月', type: 'string', hyperlink: { target: '', location: '七月!A1' } });
  workbook.renameSheet(july, '2020年7月');
  expect(formulaAt(sheet, 'A1')).toBe("='2020年7月'!A1");
  expect(workbook.data.namedRanges.map(({ range, scope }) => [range, scope])).toEqual([
    ["'2020年7月'!$A$1", undefined],
    ["'2020年7月'!$B$1", '2020年7月'],
  ]);
  expect(sheet.data.dataValidations[0]?.formula1).toBe("'2020年7月'!$A$1:$A$3");
  expect(sheet.cell(4, 4)?.hyperlink?.location).toBe("'2020年7月'!A1");
  workbook.deleteSheet(july);
  expect(formulaAt(sheet, 'A1')).toBe('=#REF!');
  expect(workbook.data.namedRanges).toEqual([{ name: '总分', range: '#REF!' }]);
});

test('a copied sheet refers to itself where the original did, with names of its own', () => {
  const sheet = newSheet();
  const { workbook } = sheet;
  type(sheet, { A1: 5, A2: '=Sheet1!A1+A1' });
  workbook.data.namedRanges.push({ name: '本地', range: 'Sheet1!$A$1', scope: 'Sheet1' });
  const copy = workbook.copySheet(sheet, 1);
  expect(copy.name).toBe('Sheet1 (2)');
  expect(formulaAt(copy, 'A2')).toBe("='Sheet1 (2)'!A1+A1");
  expect(workbook.data.namedRanges[1]).toEqual({ name: '本地', range: "'Sheet1 (2)'!$A$1", scope: 'Sheet1 (2)' });
  type(copy, { A1: 9 });
  expect(valueAt(sheet, 'A1')).toBe(5);
});

test('sheets are found by name in any case, and the active sheet stays itself when others move', () => {
  const sheet = newSheet();
  const { workbook } = sheet;
  const first = workbook.addSheet('首页', 0);
  expect(workbook.activeSheet).toBe(sheet);
  workbook.moveSheet(sheet, 0);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '首页']);
  expect(sheetNamed(workbook, 'SHEET1')).toBe(sheet);
  workbook.deleteSheet(sheet);
  expect(workbook.activeSheet).toBe(first);
});
