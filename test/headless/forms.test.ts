import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { kaohe } from './kaohe';
import { GOLDEN, openFixture, scoreSheet, workbookOf } from '../excel/support/workbooks';

let folder: string;
let book: string;
let result: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-'));
  book = join(folder, '名册.xlsx');
  result = join(folder, '结果.xlsx');
  copyFileSync(GOLDEN, book);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('--json names every form that was made; the input stays byte for byte', async () => {
  const before = readFileSync(book);
  const { code, out, err } = await kaohe(
    ...['forms', book, '--month', '2021-05', '--annex', '1', '--department', '外贸科', '--name', '郑凯'],
    ...['--out', result, '--json'],
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const form = (range: string, from: string, to: string) => {
    return {
      annex: 1,
      sheet: '附件1 2021年5月 郑凯',
      range,
      month: '2021-05',
      from,
      to,
      department: '外贸科',
      name: '郑凯',
    };
  };
  expect(JSON.parse(out)).toEqual({
    forms: [
      form('A1:E19', '2021-05-06', '2021-05-08'),
      form('A20:E38', '2021-05-10', '2021-05-14'),
      form('A39:E57', '2021-05-17', '2021-05-21'),
      form('A58:E76', '2021-05-24', '2021-05-28'),
      form('A77:E95', '2021-05-31', '2021-05-31'),
    ],
    problems: [],
  });
  expect(readFileSync(book)).toEqual(before);
  const { sheets } = await openFixture(result);
  expect(sheets.map(({ name }) => name).slice(-3)).toEqual(['特殊情形登记', '附件1 2021年5月 郑凯', '操作记录']);
});

test('a form made for each rater is what check reads', async () => {
  const raters = ['--rater', '张局长', '--rater', '李局长', '--rater', '张局长'];
  await kaohe('forms', book, '--month', '2020-10', '--annex', '3', ...raters, '--out', result);
  const { out } = await kaohe('check', result, '--json');
  const answer: unknown = JSON.parse(out);
  expect(answer).toMatchObject({
    forms: [
      {},
      {},
      {},
      { annex: 3, sheet: '附件3 2020年10月 张局长', month: '2020-10', people: 19, rater: '张局长' },
      { annex: 3, sheet: '附件3 2020年10月 李局长', month: '2020-10', people: 19, rater: '李局长' },
    ],
  });
});

test('the readable report lists sheets, ranges and people, and what was written', async () => {
  const { code, out } = await kaohe(
    ...['forms', book, '--month', '2020-07', '--annex', '2', '--department', '财务科', '--protect', '--out', result],
  );
  expect(code).toBe(0);
  expect(out).toBe(
    [
      '【2020年7月附件2】',
      '生成 2',
      '  附件2 2020年7月 财务科 A1:E24：财务科 周丽',
      '  附件2 2020年7月 财务科 A25:E48：财务科 朱琳',
      '没有发现问题。',
      `已写入“${result}”，原文件未改动。`,
      '',
    ].join('\n'),
  );
  const sheet = (await openFixture(result)).sheetByName('附件2 2020年7月 财务科');
  expect(sheet?.data.protection).toMatchObject({ sheet: true });
});

test('run over its own result, it makes nothing twice', async () => {
  await kaohe('forms', book, '--month', '2020-07', '--annex', '2', '--out', result);
  const again = join(folder, '再次.xlsx');
  const { code, out } = await kaohe('forms', result, '--month', '2020-07', '--annex', '2', '--out', again, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ forms: [], problems: [{ severity: 'note', code: 'FORMS_EXIST' }] });
  const names = async (file: string) => (await openFixture(file)).sheets.map(({ name }) => name);
  expect(await names(again)).toEqual(await names(result));
});

test('without --out nothing is written', async () => {
  const { code, out } = await kaohe('forms', book, '--month', '2020-07', '--annex', '2', '--department', '财务科');
  expect(code).toBe(0);
  expect(out).toContain('没有写文件');
  expect(existsSync(result)).toBe(false);
});

describe('not done: exit code 2, one clear line, nothing written', () => {
  const july = ['--month', '2020-07'];
  test.each<[string, string[], string]>([
    ['no month', ['--annex', '1'], '--month'],
    ['month 2020-13', ['--month', '2020-13', '--annex', '1'], '“2020-13”不是月份'],
    ['no annex', july, '--annex'],
    ['annex 4', [...july, '--annex', '4'], '“4”不是附件号'],
    ['raters of 附件1', [...july, '--annex', '1', '--rater', '张局长'], '只有附件3按评委生成'],
    ['a rater without a name', [...july, '--annex', '3', '--rater', ' '], '--rater 需要评委姓名'],
    ['an empty department', [...july, '--annex', '1', '--department', ''], '--department 不能为空'],
    ['an option of another command', [...july, '--annex', '1', '--year', '2020'], 'forms 没有“--year”这个选项'],
    ['a department that is not on the roster', [...july, '--annex', '1', '--department', '财政科'], '没有“财政科”'],
    ['a name that is not on the roster', [...july, '--annex', '1', '--name', '张飞'], '没有“张飞”'],
    ['a name that two people bear', [...july, '--annex', '1', '--name', '王建国'], '有2人（办公室、外资科）'],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await kaohe('forms', book, ...args, '--out', result);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(message);
    expect({ code, out, written: existsSync(result) }).toEqual({ code: 2, out: '', written: false });
  });

  test('a workbook without a roster', async () => {
    const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '赵敏', 80, 80, 80, 80, 80, 80, 80]]) });
    writeFileSync(book, await saveWorkbook(workbook));
    const { code, err } = await kaohe('forms', book, ...july, '--annex', '1', '--out', result);
    expect(code).toBe(2);
    expect(err).toContain('没有找到人员名册，未生成表格；请先');
    expect(existsSync(result)).toBe(false);
  });
});
