import { monthQuotas } from '../../assessment/support/monthQuotas';
import type { QuotaReport } from '../../../src/assessment/pool';
import type { QuarterReview } from '../../../src/assessment/quarterly';
import type { Quota } from '../../../src/assessment/quota';
import { POOLS, type Pool } from '../../../src/assessment/settings';
import { applyPlan, previewReview, restore } from '../../../src/excel';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { pooledQuarter, setPool, SHEET } from '../support/poolWorkbooks';
import { ReviewPage } from '../support/reviewPage';
import { contents, inExcel, reopened, runReview, sheetOf, shown } from '../support/workbooks';
import { writing } from '../support/writing';

/** The lines of the pools below the counts of the 审定表 (ambiguity 13). */

/** 统计, nine counts, the stricter figure; then the pools. */
const FIRST_LINE = 5 + 10 + 11;

type Counted = readonly [participants: CellInput, rest: CellInput];
const counted = ({ participants, goodLimit, good, over }: Quota): Counted => [
  participants,
  `上限${goodLimit}人，好${good}人，${over > 0 ? `超出${over}人` : `余${goodLimit - good}人`}`,
];
const NONE = counted({ participants: 0, goodLimit: 0, good: 0, over: 0 });

/** The lines as shown: pool → months and the suggestions, then the decisions. */
async function lines(workbook: WorkbookModel, from = FIRST_LINE): Promise<Map<string, Counted[]>> {
  const cells = await shown(workbook, SHEET, `A${from}:R${from + 7}`);
  const review = ReviewPage.on(workbook);
  return new Map(
    cells
      .filter(([label]) => String(label).startsWith('其中：'))
      .map((line) => [
        String(line[0]).slice(3),
        review.periods.map((column): Counted => [line[column] ?? '', line[column + 1] ?? '']),
      ]),
  );
}

function expected(reports: readonly QuotaReport[]): Map<string, Counted[]> {
  const pools = new Set(reports.flatMap((report) => report.pools.map(({ pool }) => pool)));
  return new Map(
    [...pools].map((pool) => [
      pool,
      reports.map((report) => {
        const own = report.pools.find((each) => each.pool === pool);
        return own === undefined ? NONE : counted(own);
      }),
    ]),
  );
}

const reportsOf = (review: QuarterReview) => [...monthQuotas(review), review.quarterQuota];
const withoutDecisions = (all: Map<string, Counted[]>) =>
  new Map([...all].map(([pool, line]) => [pool, line.slice(0, 4)]));

async function reviewed(pool: Pool): Promise<WorkbookModel> {
  const workbook = pooledQuarter();
  setPool(workbook, pool);
  await runReview(workbook);
  return workbook;
}

describe.each(POOLS)('for %s', (pool) => {
  test('a line for each pool counts months and quarter as the review does', async () => {
    const workbook = pooledQuarter();
    setPool(workbook, pool);
    const { review } = await runReview(workbook);
    const live = await lines(workbook);
    expect(withoutDecisions(live)).toEqual(expected(reportsOf(review)));
    expect([...live.keys()]).toEqual(
      {
        全局: [],
        单位: ['市商务局', '市贸促会', '未注明单位'],
        职务类别: ['领导职务', '非领导职务', '未注明职务'],
        科室: ['办公室', '外贸科', '外资科', '综合科', '会展科'],
        分管领导: ['未注明分管领导'],
        身份: ['未注明身份'],
      }[pool],
    );
    const total = (await ReviewPage.open(workbook)).counts('参加人数').slice(0, 4);
    expect(total).toEqual(reportsOf(review).map(({ participants }) => participants));
  });

  test('run twice, also saved in between, the workbook is the same as run once', async () => {
    const workbook = await reviewed(pool);
    const once = contents(workbook);
    const again = await reopened(workbook);
    const { plan } = await runReview(again);
    expect(contents(again)).toEqual(once);
    const left = plan.sheets.flatMap(({ blocks, insertRows, hiddenRows, merges, formats }) => [
      ...blocks,
      ...insertRows,
      ...hiddenRows,
      ...merges,
      ...formats,
    ]);
    expect(left).toEqual([]);
  });
});

test('the decisions of each pool are counted as they are typed, without the program', async () => {
  const workbook = await reviewed('单位');
  const decision = async () => [...(await lines(workbook)).values()].map((line) => line[4]);
  expect(await decision()).toEqual([
    [5, '上限2人，好0人，余2人'],
    [3, '上限1人，好0人，余1人'],
    [1, '上限0人，好0人，余0人'],
  ]);
  const decided = { 甲: '好', 乙: '较好', 丁: '由外单位考核', 己: '好', 庚: '好', 辛: '好', 癸: '不确定等次' };
  ReviewPage.on(workbook).decide(decided);
  expect(await decision()).toEqual([
    [4, '上限1人，好1人，余0人'],
    [4, '上限1人，好2人，超出1人'],
    [1, '上限0人，好1人，超出1人'],
  ]);
});

test.each(['A5:R14', 'A5:Z14'])('rows sorted over %s leave every line as it was', async (address) => {
  const workbook = await reviewed('单位');
  ReviewPage.on(workbook).decide({ 庚: '好' });
  const before = await lines(workbook);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRange(address).sort.apply([{ key: 2, ascending: false }]);
      await context.sync();
    }),
  );
  expect(ReviewPage.on(workbook).row('甲')).not.toBe(4);
  expect(await lines(workbook)).toEqual(before);
  await runReview(workbook);
  expect(await lines(workbook)).toEqual(before);
});

test('a person moved to another 单位 on 人员名册 counts there after the next run', async () => {
  const workbook = await reviewed('单位');
  sheetOf(workbook, '人员名册').input(1, 1, '市贸促会');
  const { review } = await runReview(workbook);
  expect(withoutDecisions(await lines(workbook))).toEqual(expected(reportsOf(review)));
  expect((await lines(workbook)).get('市贸促会')?.[0]?.[0]).toBe(5);
});

test('a month that comes later has its columns beside those of the pools, and somebody new has a pool', async () => {
  const workbook = pooledQuarter();
  const later = contents(workbook);
  const september = sheetOf(workbook, '9月');
  for (let row = 0; row < 12; row++) for (let column = 0; column < 10; column++) september.input(row, column, '');
  setPool(workbook, '单位');
  await runReview(workbook);
  for (const [cell, content] of Object.entries(later)) {
    const [, row, column] = /^9月!(\d+),(\d+)$/.exec(cell) ?? [];
    if (row !== undefined) september.input(Number(row), Number(column), content);
  }
  [11, '市贸促会', '综合科', '子', '科员'].forEach((input, i) => sheetOf(workbook, '人员名册').input(11, i, input));
  ['综合科', '子', 88, 88, 88, 88, 88, 88, 88].forEach((input, i) => september.input(12, i, input));
  const { review } = await runReview(workbook);
  expect(withoutDecisions(await lines(workbook, FIRST_LINE + 1))).toEqual(expected(reportsOf(review)));
  expect(monthQuotas(review)[2]?.pools.map(({ participants }) => participants)).toEqual([4, 5, 1]);
});

test('with at least one 好 for small pools, a pool without anybody in a month has none', async () => {
  const workbook = pooledQuarter();
  setPool(workbook, '单位');
  sheetOf(workbook, '考核设置').input(0, 0, '人数过少时至少1人为“好”');
  sheetOf(workbook, '考核设置').input(0, 1, '是');
  // 辛, alone without 单位.
  const july = sheetOf(workbook, '7月');
  for (let column = 0; column < 10; column++) july.input(11, column, '');
  const { review } = await runReview(workbook);
  const live = await lines(workbook);
  expect(withoutDecisions(live)).toEqual(expected(reportsOf(review)));
  expect(live.get('未注明单位')?.slice(0, 2)).toEqual([
    [0, '上限0人，好0人，余0人'],
    [1, '上限1人，好1人，余0人'],
  ]);
});

test('without 人员名册 everybody is in one pool that says so', async () => {
  const workbook = pooledQuarter();
  for (let row = 0; row < 11; row++)
    for (let column = 0; column < 8; column++) sheetOf(workbook, '人员名册').input(row, column, '');
  setPool(workbook, '单位');
  const { review } = await runReview(workbook);
  const live = await lines(workbook, 5 + review.people.length + 11);
  expect([...live.keys()]).toEqual(['未注明单位']);
  expect(live.get('未注明单位')?.[0]).toEqual(counted(monthQuotas(review)[0] ?? review.quarterQuota));
});

describe('the setting changed between two runs', () => {
  /** What people typed: a decision, an opinion, a remark, a name to sign, a line of their own below the counts. */
  async function typedIn(): Promise<WorkbookModel> {
    const workbook = pooledQuarter();
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.decide({ 丙: '好' });
    review.type('丙', 'party', '同意');
    review.type('丙', 'remark', '见会议记录');
    const signatures = review.line('组长：');
    review.sheet.input(signatures, 0, '组长：李局长');
    review.sheet.input(signatures + 4, 0, '本表一式两份');
    return workbook;
  }
  const column = async (workbook: WorkbookModel) =>
    (await shown(workbook, SHEET, 'A15:A40')).flat().filter((each) => each !== '');

  test('from 全局 to 单位 puts the lines above the signatures, and keeps what was typed', async () => {
    const workbook = await typedIn();
    const before = await column(workbook);
    setPool(workbook, '单位');
    const { review } = await runReview(workbook);
    const now = await column(workbook);
    const at = now.indexOf('其中：市商务局');
    expect(now.slice(at, at + 4)).toEqual(['其中：市商务局', '其中：市贸促会', '其中：未注明单位', '组长：李局长']);
    expect(now.filter((each) => !String(each).startsWith('其中：'))).toEqual(before);
    expect(ReviewPage.on(workbook).row('丙')).toBe(6);
    expect(ReviewPage.on(workbook).person('丙')).toMatchObject({
      party: '同意',
      discipline: '',
      decision: '好',
      remark: '见会议记录',
    });
    expect(withoutDecisions(await lines(workbook))).toEqual(expected(reportsOf(review)));
  });

  test('and back again shows what there was before, and a third time the lines take their rows again', async () => {
    const workbook = await typedIn();
    const before = await column(workbook);
    const withoutVersion = (given: WorkbookModel) =>
      Object.values(contents(given))
        .map(String)
        .filter((each) => !each.includes('规则版本') && each !== '=""' && !POOLS.some((pool) => pool === each))
        .sort();
    const whole = withoutVersion(workbook);
    setPool(workbook, '单位');
    await runReview(workbook);
    const pooled = contents(workbook);
    setPool(workbook, '全局');
    await runReview(workbook);
    expect(await column(workbook)).toEqual(before);
    expect(withoutVersion(workbook)).toEqual(whole);
    const hidden = () => [25, 26, 27, 28].map((row) => sheetOf(workbook, SHEET).rowHidden(row));
    expect(hidden()).toEqual([true, true, true, false]);
    const { plan } = await runReview(workbook);
    expect(plan.sheets.flatMap(({ blocks, hiddenRows }) => [...blocks, ...hiddenRows])).toEqual([]);
    setPool(workbook, '单位');
    await runReview(workbook);
    expect(contents(workbook)).toEqual(pooled);
    expect(hidden()).toEqual([false, false, false, false]);
  });

  test('from 单位 to 职务类别 counts anew in the same rows', async () => {
    const workbook = await reviewed('单位');
    setPool(workbook, '职务类别');
    const { review } = await runReview(workbook);
    expect(withoutDecisions(await lines(workbook))).toEqual(expected(reportsOf(review)));
  });

  test.each<[Pool, Pool]>([
    ['全局', '单位'],
    ['单位', '全局'],
    ['单位', '职务类别'],
  ])('from %s to %s can be undone, hidden rows and added people too', async (from, to) => {
    const workbook = await typedIn();
    setPool(workbook, from);
    await runReview(workbook);
    setPool(workbook, to);
    ['外资科', '子', 88, 88, 88, 88, 88, 88, 88].forEach((input, i) => sheetOf(workbook, '9月').input(12, i, input));
    const before = contents(workbook);
    const hidden = [...Array(40).keys()].map((row) => sheetOf(workbook, SHEET).rowHidden(row));
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewReview({ quarter: '2020Q3' })).plan);
      if (!applied.ok) throw new Error('refused');
      expect(contents(workbook)).not.toEqual(before);
      await restore(applied.restore);
    });
    expect(contents(workbook)).toEqual(before);
    expect([...Array(40).keys()].map((row) => sheetOf(workbook, SHEET).rowHidden(row))).toEqual(hidden);
  });

  test('while somebody is added, breaking off at any point takes back what came', async () => {
    const workbook = await typedIn();
    setPool(workbook, '单位');
    ['外资科', '子', 88, 88, 88, 88, 88, 88, 88].forEach((input, i) => sheetOf(workbook, '9月').input(12, i, input));
    const before = contents(workbook);
    await inExcel(workbook, async (host) => {
      const { plan } = await previewReview({ quarter: '2020Q3' });
      expect(plan.sheets.find(({ sheet }) => sheet === SHEET)?.insertRows).toHaveLength(2);
      for (const action of [1, 8, 9, 10, 11, 12, 13, 14, 60]) {
        writing(host, () => host.faults.inject({ kind: 'failure', action }));
        await expect(applyPlan(plan)).rejects.toMatchObject({ code: expect.any(String) as unknown });
        expect(contents(workbook)).toEqual(before);
      }
      const applied = await applyPlan(plan);
      expect(applied.ok).toBe(true);
    });
    expect(ReviewPage.on(workbook).row('子')).toBe(14);
    expect([...(await lines(workbook, FIRST_LINE + 1)).keys()]).toEqual(['市商务局', '市贸促会', '未注明单位']);
  });
});

test('a pool, a count or a line that somebody typed stays, and is reported', async () => {
  const workbook = await reviewed('单位');
  const review = ReviewPage.on(workbook);
  review.sheet.input(FIRST_LINE - 1, 4, 9);
  review.sheet.input(FIRST_LINE, 17, '会议另行研究');
  review.sheet.input(review.row('辛'), review.find('比例范围'), '市贸促会');
  const { problems } = await runReview(workbook);
  const kept = problems.filter(({ code }) => code === 'TYPED_VALUE_KEPT').map(({ cell }) => cell);
  expect(kept).toHaveLength(3);
  expect((await lines(workbook)).get('市商务局')?.[0]?.[0]).toBe(9);
  expect((await lines(workbook)).get('市贸促会')?.[0]?.[0]).toBe(5);
  expect(review.value(FIRST_LINE, 17)).toBe('会议另行研究');
});

test('the months’ lines of the score sheets count the whole bureau for every setting', async () => {
  const line = async (workbook: WorkbookModel) => (await shown(workbook, '7月', 'K3'))[0]?.[0];
  expect(await line(await reviewed('单位'))).toBe(await line(await reviewed('全局')));
});
