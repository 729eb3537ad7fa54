import type { CellStyle } from '../../../src/host/workbook/model/data';
import { columnCharacters, columnPoints, DEFAULT_COLUMN_WIDTH } from '../../../src/host/workbook/values/size';
import { displayText } from '../../../src/host/workbook/values/text';
import { area, formulaAt, newSheet, textAt, type, valueAt } from './modelSteps';

const typed = (
  input: string | number | boolean,
  format?: string,
): { value: unknown; formula: unknown; format: string | undefined } => {
  const sheet = newSheet();
  if (format !== undefined) sheet.patchStyle(area('A1'), (style): CellStyle => ({ ...style, numFmt: format }));
  type(sheet, { A1: input });
  return { value: valueAt(sheet, 'A1'), formula: formulaAt(sheet, 'A1'), format: sheet.style(0, 0).numFmt };
};

test.each([
  ['85', 85, undefined],
  [' 85.5 ', 85.5, undefined],
  ['-1e3', -1000, '0.00E+00'],
  ['1,234.5', 1234.5, '#,##0.00'],
  ['85%', 0.85, '0%'],
  ['¥12', 12, '"¥"#,##0;"¥"-#,##0'],
  ['(5)', -5, undefined],
  ['true', true, undefined],
  ['2020-7-1', 44013, 'yyyy/m/d'],
  ['2020/07/01', 44013, 'yyyy/m/d'],
  ['20-7-1', 44013, 'yyyy/m/d'],
  ['2020年7月1日', 44013, 'yyyy"年"m"月"d"日"'],
  ['2020年7月', 44013, 'yyyy"年"m"月"'],
  ['2020-7-1 6:00', 44013.25, 'yyyy/m/d h:mm'],
  ['下午3:30', 15.5 / 24, 'h:mm AM/PM'],
  ['1900-2-28', 59, 'yyyy/m/d'],
  ['1900-3-1', 61, 'yyyy/m/d'],
  ['#N/A', '#N/A', undefined],
  ['123456789012345678', 123456789012345000, undefined],
])('typing %p gives %p', (input, value, format) => {
  expect(typed(input)).toEqual({ value, formula: value, format });
});

test.each(['2020-2-30', '2020.7.1', '12,34', '12a', '张三', '-', '=', '1.2.3', '13:75', '85分'])(
  'typing %p leaves a text',
  (input) => {
    expect(typed(input)).toEqual({ value: input, formula: input, format: undefined });
  },
);

test('an apostrophe makes a text of what follows', () => {
  expect(typed("'85").value).toBe('85');
});

test('in a cell of format text everything stays text', () => {
  expect(typed('85', '@').value).toBe('85');
  expect(typed(85, '@').value).toBe('85');
  expect(typed('=A2', '@').formula).toBe('=A2');
  expect(typed('=A2', '@').value).toBe('=A2');
});

test('a cell that has a number format keeps it', () => {
  expect(typed('2020-7-1', '0.00')).toEqual({ value: 44013, formula: 44013, format: '0.00' });
});

test('a formula is kept in capitals, its texts and names as typed', () => {
  expect(typed('=sum(a1:$b$2,"a1",总分)&true').formula).toBe('=SUM(A1:$B$2,"a1",总分)&TRUE');
});

test('an empty text clears the content and keeps the format', () => {
  const sheet = newSheet();
  type(sheet, { A1: '2020-7-1' });
  type(sheet, { A1: '' });
  expect(valueAt(sheet, 'A1')).toBe('');
  expect(sheet.style(0, 0)).toEqual({ numFmt: 'yyyy/m/d' });
});

test('a date counts from 1904 in a workbook that does', () => {
  const sheet = newSheet();
  sheet.workbook.date1904 = true;
  type(sheet, { A1: '2020-7-1' });
  expect(valueAt(sheet, 'A1')).toBe(44013 - 1462);
  expect(textAt(sheet, 'A1')).toBe('2020/7/1');
  expect(displayText(1.5, '[h]:mm', true)).toBe('36:00');
  expect(displayText(-1, 'yyyy/m/d', true)).toBe('########');
});

test.each<[number | string | boolean, string | undefined, string]>([
  [85, undefined, '85'],
  [0.1 + 0.2, undefined, '0.3'],
  [1 / 3, undefined, '0.333333333'],
  [12345678901.5, undefined, '12345678902'],
  [123456789012, undefined, '1.23457E+11'],
  [0.000012345678, undefined, '1.23457E-05'],
  [true, undefined, 'TRUE'],
  [1.005, '0.00', '1.01'],
  [89.995, '0.00', '90.00'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-5, '0.00_);(0.00)', '(5.00)'],
  [0, '0;-0;"-"', '-'],
  [0.125, '0.0%', '12.5%'],
  [92, 'General"分"', '92分'],
  [95, '[>=90]"好";[>=60]"中";"差"', '好'],
  [123456, '0!.0,"万"', '12.3万'],
  [13800138000, '000-0000-0000', '138-0013-8000'],
  [44013, 'yyyy"年"m"月"d"日"', '2020年7月1日'],
  [44013, '[$-804]yyyy"年"m"月"d"日";@', '2020年7月1日'],
  [44013, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', '二〇二〇年七月一日'],
  [44185, '[DBNum1][$-804]m"月"d"日"', '十二月二十日'],
  [12345, '[DBNum2]General', '壹万贰仟叁佰肆拾伍'],
  [44013, 'aaaa', '星期三'],
  [44013, 'yyyy/m/d', '2020/7/1'],
  [44013.75, 'yyyy-mm-dd hh:mm', '2020-07-01 18:00'],
  [44013.75, '上午/下午h"时"mm"分"', '下午6时00分'],
  [1.5, '[h]:mm', '36:00'],
  [60, 'yyyy/m/d', '1900/2/29'],
  [-1, 'yyyy/m/d', '########'],
  ['张三', '0.00', '张三'],
  ['张三', '0;0;0;@"同志"', '张三同志'],
  ['#N/A', '0.00', '#N/A'],
  ['', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', ''],
  [2.675, '0.00;[Red]-0.00', '2.68'],
  [0.285, '0%', '29%'],
  [-1.005, '0.00', '-1.01'],
  [1234500.005, '#,##0.00', '1,234,500.01'],
  [-0.001, '0.00', '0.00'],
  [85.5, '@', '85.5'],
  [5, '# ?/?', '5    '],
  [85, '二〇', '二〇'],
  [85, '[nonsense', '85'],
  [44013, '[DBNum1]yy"年"', '二〇年'],
  [20, '[DBNum1]0', '二十'],
  [12345, '[DBNum3]General', '１万２千３百４十５'],
  [44013, '[DBNum2]yyyy"年"m"月"d"日"', '贰零贰零年柒月壹日'],
  [-12, '[DBNum1]General;"负"[DBNum1]General', '负一十二'],
  [-12, '[DBNum1]General;-General', '-12'],
  [44013, 'm/d aaa', '7/1 三'],
  [44013, '[$-804]mmmm dddd', '七月 星期三'],
  [44013, 'mmmm ddd', 'July Wed'],
  [44013.25, '上午/下午h:mm', '上午6:00'],
  [0.25, 'h:mm A/P', '6:00 A'],
  [0.0006944, 'h:mm', '0:01'],
  [44013.9999999, 'yyyy/m/d', '2020/7/1'],
  [44013.9999999, 'yyyy/m/d h:mm:ss', '2020/7/2 0:00:00'],
  [44013.9999999, 'h:mm AM/PM', '12:00 AM'],
  [44013.123456, 'h:mm:ss.00', '2:57:46.60'],
  [2958466, 'yyyy/m/d', '########'],
])('%p in the format %p shows %s', (value, format, text) => {
  expect(displayText(value, format, false)).toBe(text);
});

test('a column of 8.43 characters is 48 points wide, and points give characters again', () => {
  expect(columnPoints(DEFAULT_COLUMN_WIDTH)).toBe(48);
  expect(columnPoints(columnCharacters(66))).toBe(66);
});
