import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { yearBook } from '../excel/support/annualBooks';
import { all, scoreSheet } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
let book: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-history-'));
  book = join(folder, '2020年.xlsx');
  const workbook = yearBook(
    { 甲: '好 较好 好 无', 乙: '一般 一般 一般 无' },
    {
      '10月': scoreSheet('2020年10月', [
        ['办公室', '甲', ...all(86.5)],
        ['办公室', '乙', ...all(70)],
      ]),
      特殊情形登记: [
        ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
        ['办公室', '甲', '抽调', '2020-03-02', '2020-04-30', '', '', '抽调函', '局长', '2020-03-01'],
      ],
      考核记实: [
        ['日期', '科室', '姓名', '类型', '内容', '来源/依据', '备注'],
        ['2020-10-14', '办公室', '甲', '投诉', '办证等候过久', '12345工单', ''],
        ['2020-08-03', '办公室', '甲', '急难险重', '防汛值守', '', ''],
      ],
    },
  );
  writeFileSync(book, await saveWorkbook(workbook));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('--json gives the person’s quarters, circumstances and evidence; the input stays byte for byte', async () => {
  const before = readFileSync(book);
  const { code, out, err } = await kaohe('history', book, '--name', '甲', '--department', '办公室', '--json');
  const answer: unknown = JSON.parse(out);
  expect([code, err]).toEqual([0, '']);
  const decided = (quarter: string, decidedGrade: string) => {
    return { quarter, months: [], mean: null, suggestedGrade: null, decidedGrade, circumstances: '' };
  };
  expect(answer).toEqual({
    people: [
      {
        department: '办公室',
        name: '甲',
        quarters: [
          decided('2020Q1', '好'),
          decided('2020Q2', '较好'),
          decided('2020Q3', '好'),
          {
            quarter: '2020Q4',
            months: [{ month: '2020-10', total: 86.5, grade: '好' }],
            mean: 86.5,
            suggestedGrade: '好',
            decidedGrade: null,
            circumstances: '',
          },
        ],
        circumstances: [expect.objectContaining({ kind: '抽调', from: '2020-03-02', to: '2020-04-30' }) as unknown],
        evidence: [
          expect.objectContaining({ date: '2020-08-03', kind: '急难险重', cell: 'E3' }) as unknown,
          expect.objectContaining({ date: '2020-10-14', kind: '投诉', cell: 'E2' }) as unknown,
        ],
      },
    ],
    problems: expect.any(Array) as unknown,
  });
  expect(readFileSync(book)).toEqual(before);
});

test('the report has a line in columns for each quarter, and one for each circumstance and entry', async () => {
  const { code, out } = await kaohe('history', book, '--name', '甲');
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 9)).toEqual([
    '【办公室 甲】',
    '  季度            首月     次月  末月  平均分  建议等次  审定等次',
    '  2020年第一季度  —        —     —     —       —         好',
    '  2020年第二季度  —        —     —     —       —         较好',
    '  2020年第三季度  —        —     —     —       —         好',
    '  2020年第四季度  86.50好  —     —     86.50   好        尚未审定',
    '  特殊情形：抽调，2020年3月2日至2020年4月30日；依据：抽调函',
    '  考核记实：2020年8月3日 急难险重，防汛值守',
    '  考核记实：2020年10月14日 投诉，办证等候过久；来源/依据：12345工单',
  ]);
  const everybody = await kaohe('history', book);
  expect(everybody.out.match(/【.*】/g)).toEqual(['【办公室 甲】', '【办公室 乙】']);
});

test('review --json tells the quarter’s evidence beside its person, and no such field elsewhere', async () => {
  const { out } = await kaohe('review', book, '--quarter', '2020Q4', '--json');
  const answer: unknown = JSON.parse(out);
  expect(answer).toHaveProperty('people.0.evidence', [
    {
      date: '2020-10-14',
      kind: '投诉',
      content: '办证等候过久',
      source: '12345工单',
      note: '',
      sheet: '考核记实',
      cell: 'E2',
    },
  ]);
  expect(answer).not.toHaveProperty('people.1.evidence');
});

test.each<[string, () => string[], string]>([
  ['nobody of that name', () => [book, '--name', '丙'], '没有“丙”；请核对科室和姓名'],
  [
    'nobody in that 科室',
    () => [book, '--name', '甲', '--department', '财务科'],
    '没有“财务科甲”，是否为办公室 甲？请核对科室和姓名',
  ],
  ['an empty name', () => [book, '--name', ''], '--name 不能为空'],
  ['an option of another command', () => [book, '--quarter', '2020Q3'], 'history 没有“--quarter”这个选项'],
])('%s: exit code 2 and one clear line', async (_, args, message) => {
  const { code, out, err } = await kaohe('history', ...args());
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^[^\n]+\n$/);
  expect(err).toContain(message);
});
