import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { decided } from '../excel/support/decidedQuarter';
import { GOLDEN } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
let book: string;
let out: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-documents-'));
  book = join(folder, '三季度.xlsx');
  out = join(folder, '文稿');
  writeFileSync(book, await saveWorkbook(await decided()));
});
afterEach(() => rmSync(folder, { recursive: true }));

const documents = (...more: string[]) =>
  kaohe('documents', book, '--quarter', '2020Q3', '--today', '2020-10-12', ...more);

test('the files are made in a folder that is made for them; the workbook stays byte for byte', async () => {
  const before = readFileSync(book);
  const { code, out: text, err } = await documents('--kind', '公示', '--kind', '反馈单', '--out', out, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const answer = JSON.parse(text) as { documents: { kind: string; file: string; person: string | null }[] };
  expect(answer).toMatchObject({ quarter: '2020Q3', today: '2020-10-12' });
  expect(answer.documents[0]).toEqual({ kind: '公示', file: '公示 2020年第三季度.docx', person: null, pages: 1 });
  expect(answer.documents.map(({ file }) => file).sort()).toEqual(readdirSync(out).sort());
  expect(answer.documents).toHaveLength(19);
  expect(readFileSync(join(out, '公示 2020年第三季度.docx')).subarray(0, 2).toString()).toBe('PK');
  expect(readFileSync(book)).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['三季度.xlsx', '文稿'].sort());
});

test('a file that is there is left alone, and no other is written beside it, unless --force says otherwise', async () => {
  await documents('--kind', '公示', '--out', out);
  const file = join(out, '公示 2020年第三季度.docx');
  writeFileSync(file, '改过的');
  const refused = await documents('--out', out);
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(/^“[^\n]+公示 2020年第三季度\.docx”已经存在，没有覆盖；[^\n]+--force\n$/);
  expect(readdirSync(out)).toEqual(['公示 2020年第三季度.docx']);
  expect(readFileSync(file, 'utf8')).toBe('改过的');
  expect((await documents('--kind', '公示', '--out', out, '--force')).code).toBe(0);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});

test('without --out it is told what would be made, and nothing is', async () => {
  const { code, out: text } = await documents('--kind', '公示');
  expect(code).toBe(0);
  expect(text).toContain('公示 2020年第三季度.docx');
  expect(text).toContain('没有写文件；用 --out 文件夹 生成 Word 文稿。');
  expect(existsSync(out)).toBe(false);
});

test('while somebody lacks a decision nothing is written, and the way on is told', async () => {
  writeFileSync(book, await saveWorkbook(await decided(['周丽'])));
  const { code, out: text } = await documents('--out', out);
  expect(code).toBe(1);
  expect(text).toContain('还有1人没有审定等次：财务科 周丽');
  expect(text).toContain('有错误，没有写文件；请改正后重新运行，或用 --kind 只生成其他文稿。');
  expect(existsSync(out)).toBe(false);
});

describe('not done: exit code 2, one clear line, nothing written', () => {
  const quarter = ['--quarter', '2020Q3'];
  test.each<[string, string[], string]>([
    ['no period', [], '--quarter 指定季度或用 --year 指定年份'],
    ['both periods', [...quarter, '--year', '2020'], '二者选一'],
    [
      'an unknown kind',
      [...quarter, '--kind', '通知'],
      '“通知”不是文稿，应为公示、反馈单、复核答复、谈话记录、年度总结之一',
    ],
    ['a kind of the year', [...quarter, '--kind', '年度总结'], '年度总结按年度生成'],
    ['a kind of the quarter', ['--year', '2020', '--kind', '公示'], '公示按季度生成'],
    ['a day of posting for a year', ['--year', '2020', '--start', '2020-10-12'], '--start 是公示的张贴日期'],
    ['a quarter without 审定表', ['--quarter', '2021Q1'], '没有找到2021年第一季度的审定表'],
    ['a year without anything decided', ['--year', '2021'], '2021年没有任何季度的审定等次'],
  ])('%s', async (_, args, message) => {
    const { code, out: text, err } = await kaohe('documents', book, ...args, '--out', out);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(message);
    expect({ code, text, written: existsSync(out) }).toEqual({ code: 2, text: '', written: false });
  });

  test('a folder that is a file, and one whose folder is missing', async () => {
    expect((await documents('--out', GOLDEN)).err).toContain('是文件，不是文件夹');
    expect((await documents('--out', join(out, '里', '面'))).err).toContain('不存在，请先建立');
  });
});
