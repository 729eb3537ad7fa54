import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { yearBook } from '../excel/support/annualBooks';
import { GOLDEN, openFixture, sheetOf } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
let book: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-annual-'));
  book = join(folder, '2020年.xlsx');
  writeFileSync(book, await saveWorkbook(yearBook({ 甲: '好 较好 好 较好', 乙: '不确定 一般 一般 无' })));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('--json gives each person’s quarters, counts and hints, and nothing else on standard output', async () => {
  const { code, out, err } = await kaohe('annual', book, '--year', '2020', '--json');
  const answer: unknown = JSON.parse(out);
  expect([code, err]).toEqual([0, '']);
  expect(answer).toEqual({
    year: 2020,
    people: [
      {
        department: '办公室',
        name: '甲',
        quarters: ['好', '较好', '好', '较好'],
        decided: [true, true, true, true],
        counts: { 好: 2, 较好: 2, 一般: 0, 较差: 0, undetermined: 0 },
        hints: [
          {
            kind: '可推荐优秀',
            needsConfirmation: false,
            reason: '“好”2次，共4次，较多且无一般、较差等次（四·1）',
          },
        ],
      },
      {
        department: '办公室',
        name: '乙',
        quarters: ['不确定等次', '一般', '一般', null],
        decided: [true, true, true, false],
        counts: { 好: 0, 较好: 0, 一般: 2, 较差: 0, undetermined: 1 },
        hints: [
          {
            kind: '不可推荐优秀',
            needsConfirmation: false,
            reason: '有一般、较差等次2次，年度优秀应从无一般、较差等次的人员中产生（四·1）',
          },
          {
            kind: '原则上基本称职或不称职',
            needsConfirmation: true,
            reason: '一般、较差累计2次，超过2次的一半，年度考核原则上应当确定为基本称职或不称职（四·1）',
          },
        ],
      },
    ],
    problems: [
      expect.objectContaining({ severity: 'warning', code: 'ANNUAL_UNDECIDED' }) as unknown,
      expect.objectContaining({ severity: 'note', code: 'ANNUAL_PLANS_UNKNOWN' }) as unknown,
    ],
  });
});

test('--out writes a copy with the sheet and right values; the input stays byte for byte', async () => {
  const before = readFileSync(book);
  const result = join(folder, '结果.xlsx');
  const { code, out } = await kaohe('annual', book, '--year', '2020', '--out', result);
  expect(code).toBe(0);
  expect(out).toContain('  办公室  甲    好          较好    好      较好    可推荐优秀：“好”2次，共4次');
  expect(out).toContain('已写入');
  expect(readFileSync(book)).toEqual(before);
  const sheet = sheetOf(await openFixture(result), '2020年度汇总表');
  expect([4, 5, 6, 7, 8].map((column) => sheet.value(4, column))).toEqual(['好', '较好', '好', '较好', 2]);
  expect(sheet.value(0, 0)).toBe('济宁市商务局2020年公务员平时考核年度汇总表');
});

test.each<[string, () => string[], string]>([
  ['no year', () => [book], 'annual 需要用 --year 指定年份'],
  ['year 20', () => [book, '--year', '20'], '“20”不是年份'],
  [
    'a year of which the workbook has nothing',
    () => [GOLDEN, '--year', '2019'],
    '没有找到2019年任何季度的审定表或测评表',
  ],
  ['an option of another command', () => [book, '--year', '2020', '--scale', '百分制'], 'annual 没有“--scale”这个选项'],
])('%s: exit code 2 and one clear line', async (_, args, message) => {
  const { code, out, err } = await kaohe('annual', ...args());
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^[^\n]+\n$/);
  expect(err).toContain(message);
});
