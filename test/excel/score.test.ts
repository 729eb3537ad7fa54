import fc from 'fast-check';
import { check, previewScore } from '../../src/excel';
import type { CellInput } from '../../src/host/workbook/model/workbook';
import {
  all,
  contents,
  GOLDEN,
  inExcel,
  openFixture,
  runScore,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from './support/workbooks';
import { INDICATORS_OF_ANNEX3 } from '../forms/support/annex3Headings';

const JULY = '2020年7月';
const heading = ['科室', '姓名', ...INDICATORS_OF_ANNEX3, '总分'];

/** One month sheet with these people, after 计算得分. */
async function scored(people: readonly (readonly CellInput[])[], head: readonly string[] = []) {
  const workbook = workbookOf({ '7月': scoreSheet(JULY, people, head) });
  const { problems } = await runScore(workbook);
  return { workbook, codes: problems.map(({ code }) => code), problems };
}

test('totals go into the empty 总分 column, the grade and the quota line beside the form', async () => {
  const workbook = await openFixture(GOLDEN);
  await runScore(workbook);
  expect(await shown(workbook, '2020年7月测评表', 'J4:K6')).toEqual([
    ['总分', '得分等次'],
    [92.8, '好'],
    [85, '好'],
  ]);
  expect(await shown(workbook, '2020年7月测评表', 'K3')).toEqual([['参加17人，“好”上限6人，得分为“好”8人，超2人']]);
});

test('人员键 is no column for the office: it is hidden, also where an earlier version left it in view, and once is enough', async () => {
  const { workbook } = await scored([['办公室', '赵敏', ...all(85)]]);
  const sheet = sheetOf(workbook, '7月');
  const headerRow = [2, 3].find((row) => sheet.value(row, 1) === '姓名') ?? 0;
  const headings = Array.from({ length: 16 }, (_, column) => sheet.value(headerRow, column));
  const key = headings.indexOf('人员键');
  const hidden = headings.flatMap((_, column) => (sheet.columnHidden(column) ? [column] : []));
  expect(key).toBeGreaterThan(headings.indexOf('得分等次'));
  expect(hidden).toEqual([key]);
  const planned = async () =>
    (await inExcel(workbook, () => previewScore())).plan.sheets.flatMap((each) => each.hiddenColumns);
  expect(await planned()).toEqual([]);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('7月').getRangeByIndexes(0, key, 1, 1).columnHidden = false;
      await context.sync();
    }),
  );
  expect(await planned()).toEqual([{ row: 0, column: key, rows: 1, columns: 1 }]);
  const { problems } = await runScore(workbook);
  expect(sheet.columnHidden(key)).toBe(true);
  expect(problems.filter(({ code }) => code === 'HIDDEN_CELLS')).toEqual([]);
});

test('the total that doubles compute as 84.99999999999999 shows as 好', async () => {
  const { workbook } = await scored([['办公室', '赵敏', 85, 88, 87, 88, 81, 86, 88]]);
  expect(await shown(workbook, '7月', 'J5:K5')).toEqual([[85, '好']]);
});

test('84.995 is 较好, and no format of the program shows it as 85.00', async () => {
  const { workbook } = await scored([['办公室', '赵敏', 84.995, 84.995, 84.995, 84.995, 84.995, 84.995, 84.995, 80]]);
  const [[computed, grade] = []] = await shown(workbook, '7月', 'K5:L5');
  expect([computed, grade]).toEqual([84.995, '较好']);
  expect(sheetOf(workbook, '7月').text(4, 10)).toBe('84.995');
});

test('a missing score gives an empty total, never 0; once it is typed in, the total appears', async () => {
  const { workbook } = await scored([['办公室', '赵敏', 80, 80, 80, '', 80, 80, 80]]);
  expect(await shown(workbook, '7月', 'J5:K5')).toEqual([['', '']]);
  sheetOf(workbook, '7月').input(4, 5, 80);
  expect(await shown(workbook, '7月', 'J5:K5')).toEqual([[80, '较好']]);
});

test.each([
  ['a score over 100', [101, 80, 80, 80, 80, 80, 80]],
  ['a negative score', [-1, 80, 80, 80, 80, 80, 80]],
  ['words', ["'八十五", 80, 80, 80, 80, 80, 80]],
])('%s gives no total', async (_, scores) => {
  const { workbook } = await scored([
    ['办公室', '赵敏', ...scores],
    ['办公室', '李军', ...all(80)],
  ]);
  expect(await shown(workbook, '7月', 'J5:J6')).toEqual([[''], [80]]);
});

test('numbers stored as text count in the live total as they count in the program', async () => {
  const { workbook, codes } = await scored([['办公室', '赵敏', "'８５", "'85分", "' 85 ", "'85\u00a0", 85, 85, 85]]);
  expect(codes).toContain('SCORE_TEXT_NORMALISED');
  expect(await shown(workbook, '7月', 'J5:K5')).toEqual([[85, '好']]);
});

test('a total that a person typed stays; the live one stands in a column of its own, and the difference is reported', async () => {
  const { workbook, problems } = await scored([
    ['办公室', '赵敏', ...all(80), 86],
    ['办公室', '李军', ...all(90)],
  ]);
  expect(await shown(workbook, '7月', 'J4:L6')).toEqual([
    ['总分', '重算总分', '得分等次'],
    [86, 80, '较好'],
    ['', 90, '好'],
  ]);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'TOTAL_DIFFERS', sheet: '7月', cell: 'J5' }));
});

test('two rows of one person in one sheet get no total', async () => {
  const { workbook, codes } = await scored([
    ['办公室', '赵敏', ...all(80)],
    ['办公室', '赵敏', ...all(90)],
    ['办公室', '李军', ...all(70)],
  ]);
  expect(codes).toContain('DUPLICATE_PERSON');
  expect(await shown(workbook, '7月', 'J5:J7')).toEqual([[''], [''], [70]]);
});

test('points within the weights are added', async () => {
  const { workbook } = await scored([['办公室', '赵敏', 18, 9, 9, 9, 27, 9, 9]]);
  expect(await shown(workbook, '7月', 'J5:K5')).toEqual([[90, '好']]);
});

test('a protected sheet is not touched: its results stand on a sheet beside it', async () => {
  const workbook = workbookOf({ '7月': scoreSheet(JULY, [['办公室', '赵敏', ...all(80)]]) });
  sheetOf(workbook, '7月').data.protection = { sheet: true };
  const before = contents(workbook);
  const { problems } = await runScore(workbook);
  expect(contents(workbook)).toMatchObject(before);
  expect(await shown(workbook, '7月_得分', 'A5:C5')).toEqual([[80, '较好', '办公室|赵敏']]);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'SHEET_PROTECTED', sheet: '7月' }));
});

test('validation of scores is set where cells have none, and left where they have one', async () => {
  const workbook = workbookOf({ '7月': scoreSheet(JULY, [['办公室', '赵敏', ...all(80)]]) });
  const own = { type: 'whole' as const, operator: 'between' as const, formula1: '60', formula2: '90', range: 'C5' };
  sheetOf(workbook, '7月').data.dataValidations = [own];
  await runScore(workbook);
  const rules = sheetOf(workbook, '7月').data.dataValidations ?? [];
  expect(rules).toContainEqual(own);
  expect(rules.filter(({ type }) => type === 'decimal').map(({ range }) => range)).toEqual([
    'D5',
    'E5',
    'F5',
    'G5',
    'H5',
    'I5',
  ]);
  expect(rules.find(({ type }) => type === 'decimal')).toMatchObject({
    formula1: '0',
    formula2: '100',
    errorMessage: '分数须为0到100之间的数字，请重新输入。',
    errorStyle: 'stop',
  });
});

test('run twice, the sheet is the same as run once', async () => {
  const { workbook } = await scored([
    ['办公室', '赵敏', ...all(80), 86],
    ['', ''],
    ['办公室', '李军', ...all(90)],
  ]);
  const once = contents(workbook);
  await runScore(workbook);
  expect(contents(workbook)).toEqual(once);
});

test('a name that begins with = stays a name', async () => {
  const { workbook } = await scored([['办公室', "'=1+1", ...all(80)]]);
  expect(await shown(workbook, '7月', 'B5')).toEqual([['=1+1']]);
});

test('whatever the order of the columns and the blank rows, live totals are those of the core', async () => {
  const score = fc.oneof(
    fc.integer({ min: 31, max: 100 }),
    fc.integer({ min: 3100, max: 10000 }).map((cents) => cents / 100),
  );
  const people = fc.array(fc.tuple(...Array.from({ length: 7 }, () => score)), { minLength: 1, maxLength: 4 });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10, maxLength: 10 });
  const blanks = fc.array(fc.nat(2), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(people, order, blanks, async (rows, columns, gaps) => {
      const lines = rows.flatMap((scores, i) => [
        ...Array.from({ length: gaps[i] ?? 0 }, () => ['']),
        columns.map((column): CellInput => ['办公室', `人${i}`, ...scores, ''][column] ?? ''),
      ]);
      const workbook = workbookOf({
        '7月': scoreSheet(
          JULY,
          lines,
          columns.map((column) => heading[column] ?? ''),
        ),
      });
      await runScore(workbook);
      const { book } = await inExcel(workbook, () => check());
      const total = columns.indexOf(9);
      const live = await shown(workbook, '7月', `A5:J${4 + lines.length}`);
      for (const { row, total: exact } of book.scores) {
        expect(live[row.row - 4]?.[total]).toBeCloseTo(exact?.valueOf() ?? NaN, 8);
      }
      expect(book.scores).toHaveLength(rows.length);
    }),
    { numRuns: 25, seed: 20200612 },
  );
});
