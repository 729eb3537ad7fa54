/** Holds docs/messy-input.md, the workbooks and the tests to each other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messyFile } from './support/checking';
import { libreOfficeSources } from './support/libreOffice';
import { messyWorkbooks } from './support/messyWorkbooks';

const table = readFileSync(join(__dirname, '../../docs/messy-input.md'), 'utf8');
const lines = [...table.matchAll(/^\| ([a-z0-9-]+) \|/gm)]
  .map(([, line = '']) => line)
  .filter((line) => line !== 'line');
const titles = readdirSync(__dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(join(__dirname, file), 'utf8').matchAll(/^ *test\(['"`]([a-z0-9-]+): /gm)])
  .map(([, line = '']) => line);
/** Lines that show in the workbooks of other lines, or in a file that is no workbook. */
const WITHOUT_WORKBOOK = ['months-across-workbooks', 'old-format'];

test('every line of the table has a test, every test a line', () => {
  expect([...titles].sort()).toEqual([...lines].sort());
});

test('every line has its workbook, every workbook its line', () => {
  const files = readdirSync(messyFile('.')).map((file) => file.replace(/\.xlsx$/, ''));
  expect(files.sort()).toEqual(lines.filter((line) => !WITHOUT_WORKBOOK.includes(line)).sort());
  expect(files).toEqual([...messyWorkbooks.keys(), ...Object.keys(libreOfficeSources)].sort());
});

test('the workbooks are those of their descriptions', () => {
  const stale = [...messyWorkbooks].filter(([name, bytes]) => {
    const file = messyFile(name);
    return !existsSync(file) || Buffer.compare(readFileSync(file), bytes()) !== 0;
  });
  expect(stale.map(([name]) => name)).toEqual([]);
});
