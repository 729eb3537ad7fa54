import { nameOfCopy } from '../../src/workbench/files';

test.each([
  ['2020Q3.xlsx', '2020Q3-平时考核.xlsx'],
  ['含宏.xlsm', '含宏-平时考核.xlsm'],
  ['2020Q3-平时考核.xlsx', '2020Q3-平时考核2.xlsx'],
  ['2020Q3-平时考核2.xlsx', '2020Q3-平时考核3.xlsx'],
  ['名册', '名册-平时考核.xlsx'],
])('a copy of %s is saved as %s', (name, copy) => {
  expect(nameOfCopy(name)).toBe(copy);
});
