import {
  formulaSheetDeleted,
  formulaSheetRenamed,
  moveRelative,
  tokenize,
} from '../../../src/host/workbook/values/formula';
import { withoutPrefixes, withPrefixes } from '../../../src/host/workbook/values/functions';
import { changeOf, shiftFormula } from '../../../src/host/workbook/values/shift';
import { area } from './modelSteps';

const kinds = (formula: string): string[] => tokenize(formula).map(({ kind, text }) => `${kind} ${text}`);

test('references, functions, names and texts are told apart', () => {
  expect(kinds('LOG10(A1)+总分*"A1"&\'表 一\'!$B2')).toEqual([
    'function LOG10',
    'operator (',
    'reference A1',
    'operator )',
    'operator +',
    'name 总分',
    'operator *',
    'string "A1"',
    'operator &',
    "reference '表 一'!$B2",
  ]);
});

test.each([
  'SUM(A1:B2,$C:$D,3:5)',
  "'it''s'!A1+表1[[#This Row],[总分]]*{1,\"}\";2,3}",
  "SUM('一月:三月'!A1)+[1]外部!$A$1+#REF!",
  'A1:INDEX(A:A,5)',
  '-1.5E+3%^2<>A1#',
  'IF(A1="引号""与A2",TRUE,"")',
])('the tokens of %s together are the formula', (formula) => {
  expect(
    tokenize(formula)
      .map(({ text }) => text)
      .join(''),
  ).toBe(formula);
});

test.each([
  ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['SUM(A:B)', 5, 2, 'SUM(C:D)'],
  ['SUM(3:5)', 1, 9, 'SUM(4:6)'],
  ['\'表 一\'!A1&"A1"', 1, 1, '\'表 一\'!B2&"A1"'],
  ['A1', -1, 0, '#REF!'],
  ['LOG10(A10)', 1, 0, 'LOG10(A11)'],
  ['A1_率+B1', 1, 0, 'A1_率+B2'],
  ['表1[A1]', 1, 1, '表1[A1]'],
  ['A1:INDEX(A:A,5)', 1, 0, 'A2:INDEX(A:A,5)'],
  ['[1]外部!A1', 1, 0, '[1]外部!A2'],
])('%s copied %i down and %i to the right reads %s', (formula, rows, columns, moved) => {
  expect(moveRelative(formula, rows, columns)).toBe(moved);
});

test.each([
  [
    'inserting two rows',
    changeOf('表', area('3:4'), 'insert', 'row'),
    'SUM(A1:A5)+A2+A3+$A$9+A:A',
    'SUM(A1:A7)+A2+A5+$A$11+A:A',
  ],
  [
    'deleting two rows',
    changeOf('表', area('3:4'), 'delete', 'row'),
    'SUM(A1:A5)+A2+A3+$A$9',
    'SUM(A1:A3)+A2+#REF!+$A$7',
  ],
  [
    'deleting a column',
    changeOf('表', area('B:B'), 'delete', 'column'),
    'A1+B1+C1+SUM(A1:C1)+SUM(B:C)',
    'A1+#REF!+B1+SUM(A1:B1)+SUM(B:B)',
  ],
  ['deleting a whole range', changeOf('表', area('A1:A5'), 'delete', 'row'), 'SUM(A1:A5)', 'SUM(#REF!)'],
  ['deleting the end of a range', changeOf('表', area('4:9'), 'delete', 'row'), 'SUM(A1:A5)', 'SUM(A1:A3)'],
  [
    'inserting cells in one column',
    changeOf('表', area('A2'), 'insert', 'row'),
    'A2+B2+SUM(A1:B5)+SUM(A1:A5)',
    'A3+B2+SUM(A1:B5)+SUM(A1:A6)',
  ],
  ['a change elsewhere', changeOf('另表', area('1:1'), 'insert', 'row'), "A1+另表!A1+'表'!A1", "A1+另表!A2+'表'!A1"],
])('after %s the references follow', (_name, change, formula, shifted) => {
  expect(shiftFormula(change, formula, '表')).toBe(shifted);
});

test('a renamed sheet is renamed wherever it is named', () => {
  expect(formulaSheetRenamed('SUM(七月!A1:A2,\'七月\'!B1)&"七月!A1"', '七月', '2020 七月')).toBe(
    "SUM('2020 七月'!A1:A2,'2020 七月'!B1)&\"七月!A1\"",
  );
  expect(formulaSheetRenamed("SUM('一月:三月'!A1)", '三月', '四月')).toBe('SUM(一月:四月!A1)');
  expect(formulaSheetRenamed('[1]七月!A1', '七月', '八月')).toBe('[1]七月!A1');
  expect(formulaSheetRenamed("'it''s'!A1", "it's", '八月')).toBe('八月!A1');
});

test('what referred to a deleted sheet is #REF!', () => {
  expect(formulaSheetDeleted("SUM(七月!A1:A2)+八月!A1+'七月'!总分", '七月')).toBe('SUM(#REF!)+八月!A1+#REF!');
});

test('functions younger than the file format have a prefix in the file alone', () => {
  expect(withPrefixes('IFNA(VLOOKUP(A1,B:C,2,0),"IFNA(")+rank.eq(1,A:A)+SORT(A1:A3)+MYIFNA(1)')).toBe(
    '_xlfn.IFNA(VLOOKUP(A1,B:C,2,0),"IFNA(")+_xlfn.rank.eq(1,A:A)+_xlfn._xlws.SORT(A1:A3)+MYIFNA(1)',
  );
  expect(withoutPrefixes('_xlfn.STDEV.S(A:A)+_xlfn._xlws.FILTER(A1:A3,B1:B3)+_xlfn.DISPIMG("x",1)')).toBe(
    'STDEV.S(A:A)+FILTER(A1:A3,B1:B3)+_xlfn.DISPIMG("x",1)',
  );
});
