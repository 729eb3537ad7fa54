import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTING_TABLE } from '../../src/assessment/settingTable';

const root = join(__dirname, '../..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const rows = read('docs', 'rules.md')
  .split('\n')
  .filter((line) => /^\| (R?\d)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/rules.md covers every rule, and the ambiguities that concern them', () => {
  const covered = rows.flatMap(([, id = '']) => {
    const [from = NaN, to = from] = id.split('–').map((each) => Number(each.replace('R', '')));
    return Array.from({ length: to - from + 1 }, (_, i) => `${id.startsWith('R') ? 'R' : '歧义'}${from + i}`);
  });
  const wanted = Array.from({ length: 55 }, (_, i) => `R${i + 1}`);
  const ambiguities = [
    4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
    34, 35, 36, 38,
  ].map((n) => `歧义${n}`);
  expect([...wanted, ...ambiguities].filter((each) => !covered.includes(each))).toEqual([]);
});

test.each(rows.map((cells) => [cells[1], cells[4] ?? '', cells[5] ?? '']))(
  'docs/rules.md names living code and a living test for %s: %s',
  (_id, code, test) => {
    const [, file = '', name = ''] = /^`([^`]+)` `([^`]+)`$/.exec(code) ?? [];
    expect(read('src', file)).toMatch(new RegExp(`\\b${name}\\b`));
    const [, testFile = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
    expect(read('test', testFile)).toContain(`'${title}'`);
  },
);

test('docs/rules.md names every setting that an ambiguity leaves to the office', () => {
  const named = rows.flatMap((cells) => /^`(\w+)`$/.exec(cells[3] ?? '')?.[1] ?? []);
  const settings = SETTING_TABLE.filter(({ choices }) => choices !== null).map(({ id }) => id);
  expect([...new Set(named)].sort()).toEqual([...settings].sort());
});
