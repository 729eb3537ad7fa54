import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GOLDEN } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-split-'));
  out = join(folder, '分发');
});
afterEach(() => rmSync(folder, { recursive: true }));

const forms = (...args: string[]) => kaohe('forms', GOLDEN, ...args);
const RATERS = ['--rater', '张局长', '--rater', '李局长'];

test('--split gives each person a file with the own forms alone, which check reads', async () => {
  const before = readFileSync(GOLDEN);
  const { code, out: text } = await forms(
    ...['--month', '2020-10', '--annex', '2', '--department', '办公室', '--split', 'person', '--out', out, '--json'],
  );
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({
    files: [
      { file: '附件2 2020年10月 办公室 王建国.xlsx', forms: [{ annex: 2, name: '王建国', month: '2020-10' }] },
      { file: '附件2 2020年10月 办公室 吴昊.xlsx', forms: [{ annex: 2, name: '吴昊', month: '2020-10' }] },
    ],
  });
  expect(readdirSync(out).sort()).toEqual(['附件2 2020年10月 办公室 吴昊.xlsx', '附件2 2020年10月 办公室 王建国.xlsx']);
  const check = await kaohe('check', join(out, '附件2 2020年10月 办公室 吴昊.xlsx'), '--json');
  expect(JSON.parse(check.out)).toMatchObject({ forms: [{ annex: 2, name: '吴昊', month: '2020-10', tasks: 0 }] });
  expect(readFileSync(GOLDEN)).toEqual(before);
});

test('a whole quarter for all raters is one command: in the workbook, and as a file for each rater', async () => {
  const result = join(folder, '结果.xlsx');
  const quarter = ['--quarter', '2020Q4', '--annex', '3', ...RATERS];
  await forms(...quarter, '--out', result);
  const check = await kaohe('check', result, '--json');
  const made = (JSON.parse(check.out) as { forms: { month: string; rater: string | null }[] }).forms
    .filter(({ rater }) => rater !== null)
    .map(({ month, rater }) => `${month} ${rater ?? ''}`);
  expect(made).toEqual(['2020-10', '2020-11', '2020-12'].flatMap((month) => [`${month} 张局长`, `${month} 李局长`]));
  const split = await forms(...quarter, '--split', 'rater', '--out', out, '--json');
  expect(JSON.parse(split.out)).toMatchObject({
    files: [
      { file: '附件3 2020年10月至12月 张局长.xlsx', forms: [{}, {}, {}] },
      { file: '附件3 2020年10月至12月 李局长.xlsx', forms: [{}, {}, {}] },
    ],
    problems: [],
  });
});

test('--all-raters takes those who are known; where nobody is, it says how to name them', async () => {
  const result = join(folder, '结果.xlsx');
  await forms('--month', '2020-10', '--annex', '3', ...RATERS, '--out', result);
  const all = ['--month', '2020-11', '--annex', '3', '--all-raters', '--json'];
  const known = await kaohe('forms', result, ...all);
  expect((JSON.parse(known.out) as { forms: { rater: string }[] }).forms.map(({ rater }) => rater)).toEqual([
    '张局长',
    '李局长',
  ]);
  const none = await forms(...all);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('没有考核领导小组名单')]);
});

test('a file that is there is left alone unless --force says otherwise', async () => {
  const args = ['--month', '2020-10', '--annex', '2', '--department', '办公室', '--split', 'department', '--out', out];
  expect((await forms(...args)).code).toBe(0);
  const file = join(out, '附件2 2020年10月 办公室.xlsx');
  writeFileSync(file, '填过的');
  expect((await forms(...args)).err).toContain('已经存在，没有覆盖');
  expect(readFileSync(file, 'utf8')).toBe('填过的');
  expect((await forms(...args, '--force')).code).toBe(0);
});

test.each<[string, string[], string]>([
  ['neither month nor quarter', ['--annex', '1'], '--month 指定月份'],
  ['both', ['--annex', '1', '--month', '2020-10', '--quarter', '2020Q4'], '二者选一'],
  ['附件3 by person', ['--annex', '3', '--month', '2020-10', '--split', 'person'], '附件3是给评委打分的'],
  ['附件1 by rater', ['--annex', '1', '--month', '2020-10', '--split', 'rater'], '附件1由本人填写'],
  ['by rater without one', ['--annex', '3', '--month', '2020-10', '--split', 'rater'], '需要用 --rater 指定评委'],
  ['an unknown way', ['--annex', '1', '--month', '2020-10', '--split', 'week'], '“week”不是分法'],
  ['raters of 附件2', ['--annex', '2', '--month', '2020-10', '--all-raters'], '不能用 --all-raters'],
  ['nobody', ['--annex', '2', '--month', '2020-10', '--name', '张飞', '--split', 'person'], '没有“张飞”'],
])('not done: %s', async (_, args, message) => {
  const { code, out: text, err } = await forms(...args, '--out', out);
  expect(err).toContain(message);
  expect({ code, text, written: existsSync(out) }).toEqual({ code: 2, text: '', written: false });
});
