import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { all, GOLDEN, scoreSheet, workbookOf } from '../excel/support/workbooks';
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

describe('score sheets of one rater’s month that differ', () => {
  const OCTOBER = '10月张局长';
  /** 王建国's scores, each on a sheet of the same rater's month. */
  async function files(...scores: readonly number[]): Promise<string[]> {
    return Promise.all(
      scores.map(async (score, i) => {
        const path = join(folder, `测评${i + 1}.xlsx`);
        writeFileSync(
          path,
          await saveWorkbook(
            workbookOf({ [OCTOBER]: scoreSheet('2020年10月', [['办公室', '王建国', ...all(score)]]) }),
          ),
        );
        return path;
      }),
    );
  }
  const imported = async (given: readonly string[], ...typed: string[]) => {
    const { out } = await kaohe('import', GOLDEN, ...given.flatMap((path) => ['--from', path]), ...typed, '--json');
    return JSON.parse(out) as Answer & {
      forms: number;
      contradictions: { title: string; choices: string[]; chosen: string | null }[];
    };
  };

  test('are named with what is to be typed, and none is taken before one is chosen', async () => {
    const given = await files(90, 70);
    const none = await imported(given);
    expect(none).toMatchObject({ forms: 0, contradictions: [{ choices: ['测评1.xlsx', '测评2.xlsx'], chosen: null }] });
    const [{ title } = { title: '' }] = none.contradictions;
    const told = await kaohe('import', GOLDEN, ...given.flatMap((path) => ['--from', path]));
    expect(told.out).toContain(`--take '${title}=测评2.xlsx'`);
    const out = join(folder, '采用.xlsx');
    const typed = ['--take', `${title}=测评2.xlsx`];
    expect(await imported(given, ...typed)).toMatchObject({ forms: 1, contradictions: [{ chosen: '测评2.xlsx' }] });
    await kaohe('import', GOLDEN, ...given.flatMap((path) => ['--from', path]), ...typed, '--out', out);
    const checked = await kaohe('check', out);
    expect(checked.out).toMatch(/王建国.*70/);
  });

  test('that say the same are taken once, without asking', async () => {
    expect(await imported(await files(90, 90))).toMatchObject({ forms: 1, contradictions: [] });
  });

  test('of one file are chosen by sheet', async () => {
    const path = join(folder, '两张.xlsx');
    const sheets = Object.fromEntries(
      [90, 70].map((score, i) => [
        `${OCTOBER}（${i + 1}）`,
        scoreSheet('2020年10月', [['办公室', '王建国', ...all(score)]]),
      ]),
    );
    writeFileSync(path, await saveWorkbook(workbookOf(sheets)));
    const { contradictions, forms } = await imported([path]);
    expect({ contradictions, forms }).toMatchObject({
      forms: 0,
      contradictions: [{ choices: [1, 2].map((i) => `两张.xlsx/${OCTOBER}（${i}）`) }],
    });
  });
});
