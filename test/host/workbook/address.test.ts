import {
  columnIndex,
  columnName,
  formatA1,
  intersection,
  parseA1,
  quoteSheet,
  splitSheet,
} from '../../../src/host/workbook/values/address';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is called %s, in both directions', (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(columnIndex(name)).toBe(index);
});

test('no column lies beyond XFD', () => {
  expect(columnIndex('XFE')).toBeUndefined();
});

test.each([
  ['A1', { row: 0, column: 0, rows: 1, columns: 1 }],
  ['$B$2:c4', { row: 1, column: 1, rows: 3, columns: 2 }],
  ['C4:B2', { row: 1, column: 1, rows: 3, columns: 2 }],
  ['A:C', { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
  ['$3:$5', { row: 2, column: 0, rows: 3, columns: 16_384 }],
])('%s is an address', (text, area) => {
  expect(parseA1(text)).toEqual(area);
});

test.each(['', 'A', '3', 'A0', 'A1048577', 'XFE1', 'A1:B', '总分', 'A1:B2:C3', "'表'!A1"])(
  '%p is no address without a sheet',
  (text) => {
    expect(parseA1(text)).toBeUndefined();
  },
);

test.each(['A1', 'A1:B2', 'A:C', '3:5', 'XFD1048576'])('%s is written as it was read', (text) => {
  const area = parseA1(text);
  expect(area && formatA1(area)).toBe(text);
});

test.each([
  ['Sheet1', 'Sheet1'],
  ['人员名册', '人员名册'],
  ['2020年7月测评表', "'2020年7月测评表'"],
  ['表 一', "'表 一'"],
  ["it's", "'it''s'"],
  ['A1', "'A1'"],
  ['R1C1', "'R1C1'"],
  ['TRUE', "'TRUE'"],
  ['测评表（一）', "'测评表（一）'"],
])('the sheet %s stands in a formula as %s', (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
  expect(splitSheet(`${quoted}!A1:B2`)).toEqual({ sheet: name, address: 'A1:B2' });
});

test('areas that only touch have nothing in common', () => {
  expect(
    intersection({ row: 0, column: 0, rows: 2, columns: 2 }, { row: 2, column: 0, rows: 2, columns: 2 }),
  ).toBeUndefined();
});
