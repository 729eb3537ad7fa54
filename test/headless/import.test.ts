import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { GOLDEN, workbookOf } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
let leave: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-import-'));
  leave = join(folder, '请假.xlsx');
  const workbook = workbookOf({
    请假情况: [
      ['姓名', '假别', '起', '止', '天数'],
      ['李晓梅', '病假', '2020.7.6', '2020.9.4', '45天'],
    ],
  });
  writeFileSync(leave, await saveWorkbook(workbook));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  tables: { sheet: string; kind: string; isConfirmed: boolean; columns: { heading: string; label: string }[] }[];
  entries: number;
  present: number;
  problems: { code: string }[];
}

test('the proposal is printed with what is to be typed, and --out writes none of it', async () => {
  const out = join(folder, '推测.xlsx');
  const told = await kaohe('import', GOLDEN, '--from', leave, '--out', out);
  expect(told.code).toBe(0);
  expect(told.out).toContain("--map '假别=情形' --map '起=开始日期' --map '止=结束日期'");
  expect(told.out).toContain('已是最新，没有要写入的内容。');
  const checked = await kaohe('import', out, '--from', leave, '--json');
  expect((JSON.parse(checked.out) as Answer).tables).toMatchObject([{ kind: '特殊情形登记', isConfirmed: false }]);
});

test('once the headings are confirmed it is written, remembered, and the same twice', async () => {
  const out = join(folder, '结果.xlsx');
  const typed = ['--map', '假别=情形', '--map', '起=开始日期', '--map', '止 = 结束日期'];
  const { code, out: told } = await kaohe('import', GOLDEN, '--from', leave, ...typed, '--out', out);
  expect(code).toBe(0);
  expect(told).toContain('特殊情形登记：1行');
  const reviewed = await kaohe('review', out, '--quarter', '2020Q3', '--json');
  const { people } = JSON.parse(reviewed.out) as { people: { name: string; suggestedGrade: string }[] };
  expect(people.find(({ name }) => name === '李晓梅')?.suggestedGrade).toBe('不确定等次');
  const again = JSON.parse((await kaohe('import', out, '--from', leave, '--json')).out) as Answer;
  expect(again).toMatchObject({ entries: 0, present: 1, tables: [{ isConfirmed: true }] });
});

test.each([
  [['--map', '假别=什么'], '“假别=什么”看不出是哪一列、对应哪个栏目'],
  [['--as', '请假情况=通讯录'], '“请假情况=通讯录”看不出是哪张表、是什么'],
  [['--from', '没有.xlsx'], '找不到文件“没有.xlsx”，或无法读取'],
  [[], 'import 需要用 --from 指定'],
])('what cannot be meant is refused in one line: %s', async (typed, message) => {
  const from = typed[0] === '--from' || typed.length === 0 ? [] : ['--from', leave];
  const { code, err } = await kaohe('import', GOLDEN, ...from, ...typed);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
