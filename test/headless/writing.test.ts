/** What the command line writes, and what it leaves alone. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GOLDEN } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
let book: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-writing-'));
  book = join(folder, '三季度.xlsx');
  copyFileSync(GOLDEN, book);
});
afterEach(() => rmSync(folder, { recursive: true }));

const review = (...more: string[]) => kaohe('review', book, '--quarter', '2020Q3', ...more);

test('a file that is there is left alone, unless --force says otherwise; nothing else is left behind', async () => {
  const out = join(folder, '审定.xlsx');
  writeFileSync(out, '别人的文件');
  const refused = await review('--out', out);
  expect(refused.code).toBe(2);
  expect(refused.err.trim().split('\n')).toEqual([expect.stringContaining('已经存在，没有覆盖')]);
  expect(readFileSync(out, 'utf8')).toBe('别人的文件');
  expect((await review('--out', out, '--force')).code).toBe(0);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  expect(readdirSync(folder).sort()).toEqual(['三季度.xlsx', '审定.xlsx'].sort());
});

test('of two runs to one name one writes, the other is refused in one line', async () => {
  const out = join(folder, '审定.xlsx');
  const runs = await Promise.all([review('--out', out), review('--out', out)]);
  expect(runs.map(({ code }) => code).sort()).toEqual([0, 2]);
  const [refused] = runs.filter(({ code }) => code === 2);
  expect(refused?.err.trim().split('\n')).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual(['三季度.xlsx', '审定.xlsx'].sort());
});

test.each([
  ['a name that is too long', ['check', join(tmpdir(), `${'长'.repeat(200)}.xlsx`)], '文件名太长'],
  ['a year beyond 2099', ['notice', GOLDEN, '--quarter', '2020Q3', '--start', '9999-12-31'], '不是日期'],
])('%s is one clear line', async (_what, args, said) => {
  const { code, out, err } = await kaohe(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err.trim().split('\n')).toEqual([expect.stringContaining(said)]);
});
