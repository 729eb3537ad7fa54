import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecalculated, recalculate } from '../../scripts/oracle/libreoffice';
import { displayTotal } from '../../src/assessment/display';
import { DEFAULT_SETTINGS, type Settings } from '../../src/assessment/settings';
import { SETTING_TABLE } from '../../src/assessment/settingTable';
import { check, type ReviewPreview } from '../../src/excel';
import { NOT_SCORED } from '../../src/forms/score-sheet/formulas';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { pooledQuarter, seatQuarter, setPool, setSetting } from '../excel/support/poolWorkbooks';
import {
  all,
  GOLDEN,
  inExcel,
  openFixture,
  runReview,
  scoreSheet,
  sheetOf,
  workbookOf,
} from '../excel/support/workbooks';
import { INDICATORS_OF_ANNEX3 } from '../forms/support/annex3Headings';

// LibreOffice takes some seconds to start.
jest.setTimeout(120_000);

const SHEET = '2020年第三季度审定表';
const people = (scores: readonly CellInput[][]) => scores.map((line, i) => ['办公室', `人${i}`, ...line]);
const quarter = (july: CellInput[][]) => ({
  '7月': july,
  '8月': scoreSheet('2020年8月', people([all(90), all(75), all(60)])),
  '9月': scoreSheet('2020年9月', people([all(84.9), all(74.99), all(59.99)])),
});

/** Saves the workbook without any cached value, has LibreOffice calculate it, and compares every person and count. */
async function expectAgreement(workbook: WorkbookModel, { review, book, settings }: ReviewPreview): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const file = join(folder, 'review.xlsx');
    writeFileSync(file, await saveWorkbook(workbook));
    const recalculated = await recalculate(file);
    try {
      const values = await readRecalculated(recalculated.xlsx);
      const at = (sheet: string, address: string) => values.get(sheet)?.get(address) ?? '';
      const rows = new Map<string, number>();
      for (let row = 5; row < 100 && at(SHEET, `A${row}`) !== '统计'; row++)
        rows.set(`${at(SHEET, `B${row}`)} ${at(SHEET, `C${row}`)}`, row);
      const names = new Map(
        book.people.map(({ key, department, displayName }) => [key, `${department} ${displayName}`]),
      );
      for (const { key, months, mean, suggestedGrade } of review.people) {
        const name = names.get(key) ?? key;
        const row = rows.get(name) ?? 0;
        const live = ['E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].map((column) => at(SHEET, `${column}${row}`));
        const core = [
          ...months.flatMap(({ month, total, grade, raters }) => [
            total?.valueOf() ?? (raters > 0 || !book.months.has(month) ? '' : NOT_SCORED),
            grade ?? '',
          ]),
          mean?.valueOf() ?? '',
          suggestedGrade ?? '',
        ];
        expect({ name, live: live.map(rounded) }).toEqual({ name, live: core.map(rounded) });
      }
      expect(rows.size).toBe(review.people.length);
      const counts = 5 + rows.size;
      const quotas = review.months.flatMap(({ month, quota }, i) =>
        quota === null ? [] : [{ ...quota, month, column: ['E', 'G', 'I'][i] ?? '' }],
      );
      for (const { column, participants, good, goodLimit, over: tooMany, exempt, stricter, pools } of [
        ...quotas.filter(({ month }) => book.months.has(month)),
        { ...review.quarterQuota, column: 'K' },
      ]) {
        const live = [2, 3, 8, 9].map((line) => at(SHEET, `${column}${counts + line}`));
        const conclusion = `${tooMany > 0 ? `超出${tooMany}人` : '未超上限'}${exempt > 0 ? `（另${exempt}人不占名额）` : ''}`;
        expect({ column, live }).toEqual({ column, live: [participants, good + exempt, goodLimit, conclusion] });
        const { participants: counted, goodLimit: limit, over } = stricter;
        const strict = `上限${limit}人，${over > 0 ? `超出${over}人` : '未超上限'}`;
        const words = `参加${counted}人，${pools.length > 0 ? '上限按计算范围分别计算' : strict}`;
        expect({ column, stricter: at(SHEET, `${column}${counts + 10}`) }).toEqual({ column, stricter: words });
        pools.forEach((each, i) => {
          const row = counts + 11 + i;
          const left = each.over > 0 ? `超出${each.over}人` : `余${each.goodLimit - each.good}人`;
          expect([at(SHEET, `A${row}`), at(SHEET, `${column}${row}`), at(SHEET, `${beside(column)}${row}`)]).toEqual([
            `其中：${each.pool}`,
            each.participants,
            `上限${each.goodLimit}人，${settings.directGoodInQuota ? '好' : '占用'}${each.good}人，${left}`,
          ]);
        });
      }
    } finally {
      recalculated.remove();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const beside = (column: string) => String.fromCharCode(column.charCodeAt(0) + 1);
const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value);

/** 考核设置 with some values changed, typed in by hand before the review. */
function settings(changes: Partial<Record<keyof Settings, CellInput>>): CellInput[][] {
  return Object.entries(changes).map(([id, value]) => [
    SETTING_TABLE.find((setting) => setting.id === id)?.name ?? '',
    value,
  ]);
}

test('the golden quarter', async () => {
  const workbook = await openFixture(GOLDEN);
  await expectAgreement(workbook, await runReview(workbook));
});

test('after months were sorted and scores changed, without the program', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets
        .getItem('2020年7月测评表')
        .getRange('A5:L21')
        .sort.apply([{ key: 6, ascending: true }]);
      worksheets
        .getItem('2020年8月测评表')
        .getRange('A5:I21')
        .sort.apply([{ key: 1, ascending: false }]);
      worksheets.getItem('2020年9月测评表').getRange('C6').values = [[99]];
      await context.sync();
    }),
  );
  const changed = await runReview(workbook);
  await expectAgreement(workbook, changed);
});

test('scores that are missing, unreadable, text, out of range, mixed or doubled; blank rows and summary rows', async () => {
  const july = scoreSheet('2020年7月', [
    ...people([
      all(85),
      ["'８５", "'85分", "' 85 ", 85, 85, 85, 85],
      [85, '', 85, 85, 85, 85, 85],
      [85, "'八十五", 85, 85, 85, 85, 85],
      [101, 85, 85, 85, 85, 85, 85],
      [18, 9, 9, 9, 27, 9, 9],
      [85, 88, 87, 88, 81, 86, 88],
    ]),
    [''],
    ['办公室', '人8', ...all(70)],
    ['办公室', '人8', ...all(90)],
    ['', '平均', ...all(80)],
  ]);
  const workbook = workbookOf(quarter(july));
  await expectAgreement(workbook, await runReview(workbook));
});

test('columns in another order, other weights printed than 考核设置 has, no 科室, points of 分值制', async () => {
  const heading = [
    '序号',
    '争先创优指标（10%）',
    '姓名',
    '政治品质（30%）',
    '目标实施（10%）',
    '作风（10%）',
    '业务指标（20%）',
    '廉洁自律（10%）',
    '学习（10%）',
  ];
  const line = (i: number) => [i + 1, 80 + i, `人${i}`, 81 + i, 82, 83, 84.5, 85, 86];
  const workbook = workbookOf({
    ...quarter(scoreSheet('2020年7月', [0, 1, 2].map(line), heading)),
    考核设置: [['指标权重（%）', 20, 10, 10, 10, 30, 10, 10]],
    '9月': scoreSheet(
      '2020年9月',
      people([
        [18, 9, 9, 9, 27, 9, 9],
        [15, 7, 7, 7, 22, 8, 8],
        [20, 10, 10, 10, 25, 5, 5],
      ]),
    ),
  });
  await expectAgreement(workbook, await runReview(workbook));
});

test('months stacked on one sheet, notes beside the form, 科室 merged over several rows', async () => {
  const july = scoreSheet('2020年7月', people([all(85), all(75), all(60)]));
  july[4]?.push('', '请假');
  const august = scoreSheet('2020年8月', people([all(90), all(84.99), all(59.5)]));
  const workbook = workbookOf({
    上半季: [...july, [], [], ...august],
    '9月': scoreSheet('2020年9月', people([all(70)])),
  });
  const stacked = sheetOf(workbook, '上半季');
  for (const row of [5, 6]) stacked.input(row, 0, '');
  stacked.merge({ row: 4, column: 0, rows: 3, columns: 1 });
  await expectAgreement(workbook, await runReview(workbook));
});

test('namesakes on forms without 科室 stay without a total; others are found through the roster', async () => {
  const heading = ['姓名', ...INDICATORS_OF_ANNEX3];
  const month = (m: number, score: number) =>
    scoreSheet(
      `2020年${m}月`,
      [
        ['王建国', ...all(score)],
        ['赵敏', ...all(score)],
        ['王建国', ...all(50)],
      ],
      heading,
    );
  const workbook = workbookOf({
    '7月': month(7, 85),
    '8月': month(8, 86),
    '9月': scoreSheet('2020年9月', [
      ['办公室', '王建国', ...all(90)],
      ['外资科', '王建国', ...all(61)],
      ['外资科', '赵敏', ...all(77)],
    ]),
    人员名册: [
      ['序号', '科室', '姓名', '职务'],
      [1, '办公室', '王建国', '科员'],
      [2, '外资科', '王建国', '科员'],
      [3, '外贸科', '赵敏', '科长'],
    ],
  });
  const preview = await runReview(workbook);
  expect(preview.review.people.map(({ department, name }) => `${department}${name}`)).toEqual([
    '办公室王建国',
    '外资科王建国',
    '外贸科赵敏',
  ]);
  await expectAgreement(workbook, preview);
});

test('one sheet with a column of raters', async () => {
  const heading = ['评委', '科室', '姓名', ...INDICATORS_OF_ANNEX3];
  const workbook = workbookOf({
    '7月': scoreSheet(
      '2020年7月',
      [
        ['甲', '办公室', '赵敏', ...all(84.99)],
        ['甲', '办公室', '李军', ...all(90)],
        ['乙', '办公室', '李军', ...all(80)],
        ['乙', '办公室', '赵敏', ...all(85)],
      ],
      heading,
    ),
    '8月': scoreSheet('2020年8月', [['办公室', '赵敏', ...all(91)]]),
  });
  const preview = await runReview(workbook);
  expect(preview.review.people.map(({ months }) => months[0]?.total?.valueOf())).toEqual([84.995, 85]);
  await expectAgreement(workbook, preview);
});

test('a protected month is reviewed through a sheet beside it', async () => {
  const workbook = workbookOf(quarter(scoreSheet('2020年7月', people([all(85), all(75), all(60)]))));
  sheetOf(workbook, '7月').data.protection = { sheet: true };
  await expectAgreement(workbook, await runReview(workbook));
});

describe('raters', () => {
  const rater = (name: string, scores: readonly CellInput[][]) => [
    ...scoreSheet('2020年7月', people(scores)),
    [`评委：${name}`],
  ];
  const six = [87.5, 83.9, 85.8, 92.5, 72.5, 85.0];
  const sheets = (absent: number) => ({
    ...Object.fromEntries(
      six.map((score, i) => [
        `7月${'甲乙丙丁戊己'[i] ?? ''}`,
        rater('甲乙丙丁戊己'[i] ?? '', i === absent ? [all(score)] : [all(score), all(score - 10)]),
      ]),
    ),
    '8月': scoreSheet('2020年8月', people([all(90), all(75)])),
  });

  test('the mean of six', async () => {
    const workbook = workbookOf(sheets(-1));
    const preview = await runReview(workbook);
    expect(preview.review.people[0]?.months[0]?.total?.valueOf()).toBeCloseTo(84.5333333, 6);
    await expectAgreement(workbook, preview);
  });

  test('the mean without the highest and the lowest', async () => {
    const workbook = workbookOf({ ...sheets(-1), 考核设置: settings({ raterMethod: '去掉最高最低后平均' }) });
    const preview = await runReview(workbook);
    expect(preview.review.people[0]?.months[0]?.total?.valueOf()).toBeCloseTo(85.55, 8);
    await expectAgreement(workbook, preview);
  });

  test('a rater who lacks a person leaves that person without a total', async () => {
    const workbook = workbookOf(sheets(2));
    await expectAgreement(workbook, await runReview(workbook));
  });

  test('unless those present decide', async () => {
    const workbook = workbookOf({
      ...sheets(2),
      考核设置: settings({ absentRaters: '按已打分评委平均', raterMethod: '去掉最高最低后平均' }),
    });
    await expectAgreement(workbook, await runReview(workbook));
  });
});

test.each<Partial<Record<keyof Settings, CellInput>>>([
  { rounding: 2 },
  { rounding: 0 },
  { quarterMethod: '多数等次' },
  { atLeastOneGood: '是' },
  { undeterminedInQuota: '否' },
  { quotaPercent: 33 },
])('settings %j', async (changes) => {
  const july = scoreSheet('2020年7月', people([all(84.995), all(74.5), all(59.495)]));
  const workbook = workbookOf({ ...quarter(july), 考核设置: settings(changes) });
  const preview = await runReview(workbook);
  expect(preview.settings).not.toEqual(DEFAULT_SETTINGS);
  await expectAgreement(workbook, preview);
});

test.each(['单位', '职务类别'] as const)('limits by %s, after the rows of the 审定表 were sorted', async (pool) => {
  const workbook = pooledQuarter();
  setPool(workbook, pool);
  const preview = await runReview(workbook);
  expect(preview.review.months.map(({ quota }) => quota?.pools.length)).toEqual([3, 3, 3]);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const rows = context.workbook.worksheets.getItem(SHEET).getRange('A5:R14');
      rows.sort.apply([{ key: 2, ascending: false }]);
      await context.sync();
    }),
  );
  await expectAgreement(workbook, preview);
});

test('局领导 in N and no seat for a direct 好, by 单位, after the rows of the 审定表 were sorted', async () => {
  const workbook = seatQuarter();
  setSetting(workbook, '参加考核总人数包含局领导', '是');
  setSetting(workbook, '直接确定为好占用名额', '否');
  setPool(workbook, '单位');
  const preview = await runReview(workbook);
  expect(preview.review.quarterQuota).toMatchObject({ participants: 10, exempt: 2 });
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const rows = context.workbook.worksheets.getItem(SHEET).getRange('A5:R14');
      rows.sort.apply([{ key: 2, ascending: false }]);
      await context.sync();
    }),
  );
  await expectAgreement(workbook, preview);
});

test('局领导 left out of N', async () => {
  const workbook = seatQuarter();
  const preview = await runReview(workbook);
  expect(preview.review.quarterQuota.participants).toBe(8);
  await expectAgreement(workbook, preview);
});

test('a month’s total stands in its sheet as the core computes it', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const { book } = await inExcel(workbook, () => check());
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const file = join(folder, 'scores.xlsx');
  writeFileSync(file, await saveWorkbook(workbook));
  const recalculated = await recalculate(file);
  const values = await readRecalculated(recalculated.xlsx);
  recalculated.remove();
  rmSync(folder, { recursive: true });
  for (const { form, row, total } of book.scores) {
    const live = values.get(form.sheet)?.get(`J${row.row + 1}`);
    expect(total && displayTotal(total)).toBe(String(Math.round(Number(live) * 1e6) / 1e6));
  }
  expect(book.scores).toHaveLength(50);
  expect(sheetOf(workbook, SHEET).value(0, 0)).toContain('审定表');
});
