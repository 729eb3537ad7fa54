import { fromR1C1, toR1C1 } from '../../../src/host/workbook/values/r1c1';

/** D5. */
const AT = { row: 4, column: 3 };

test.each([
  ['=A1', '=R[-4]C[-3]'],
  ['=$A$1', '=R1C1'],
  ['=D5+D$5+$D5', '=RC+R5C+RC4'],
  ['=SUM(B4:C4)', '=SUM(R[-1]C[-2]:R[-1]C[-1])'],
  ["=SUM('一 月'!$B$2:B3,汇总!C3)", "=SUM('一 月'!R2C2:R[-2]C[-2],汇总!R[-2]C[-1])"],
  ['=SUM(C:C,$1:$1,A:B,2:$9)', '=SUM(C[-1],R1,C[-3]:C[-2],R[-3]:R9)'],
  ['=SUM(表1[得分])&"R1C1"&LOG10(A1)', '=SUM(表1[得分])&"R1C1"&LOG10(R[-4]C[-3])'],
  ['=SUM(表1[[#Headers],[R1]])+[@C2]+A1', '=SUM(表1[[#Headers],[R1]])+[@C2]+R[-4]C[-3]'],
  ['=成绩*1.5E3+{1,2}', '=成绩*1.5E3+{1,2}'],
  ["=[1]表!A1+'R1C1'!B2", "=[1]表!R[-4]C[-3]+'R1C1'!R[-3]C[-2]"],
  ['=ROW()+COLUMN(C3)', '=ROW()+COLUMN(R[-2]C[-1])'],
])('%s is %s as seen from D5, and back', (a1, r1c1) => {
  expect(toR1C1(a1, AT)).toBe(r1c1);
  expect(fromR1C1(r1c1, AT)).toBe(a1);
});

test.each(['=R[-5]C', '=RC[-4]', '=R1048577C1', '=C16385', '=R0C1'])('%s leaves the sheet', (formula) => {
  expect(fromR1C1(formula, AT)).toBeUndefined();
});

test('small letters are read, too', () => {
  expect(fromR1C1('=r[1]c+rc1+c', AT)).toBe('=D6+$A5+D:D');
});
