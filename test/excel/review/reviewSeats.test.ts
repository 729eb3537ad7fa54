import { monthQuotas } from '../../assessment/support/monthQuotas';
import type { QuotaReport } from '../../../src/assessment/pool';
import type { QuarterReview } from '../../../src/assessment/quarterly';
import { applyPlan, previewReview, restore } from '../../../src/excel';
import { quotaLineFormula } from '../../../src/forms/score-sheet/formulas';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { pooledQuarter, seatQuarter, setPool, setSetting, SHEET } from '../support/poolWorkbooks';
import { ReviewPage } from '../support/reviewPage';
import { contents, GOLDEN, inExcel, openFixture, reopened, runReview, sheetOf, shown } from '../support/workbooks';

/** Whom the counts of the 审定表 leave out by the office's choice (ambiguities 11 and 16). */

const LEADERS = '参加考核总人数包含局领导';
const DIRECT = '直接确定为好占用名额';

interface Choice {
  readonly leaders: '是' | '否';
  readonly direct: '是' | '否';
}
const CHOICES: readonly Choice[] = [
  { leaders: '否', direct: '是' },
  { leaders: '是', direct: '是' },
  { leaders: '否', direct: '否' },
  { leaders: '是', direct: '否' },
];

function choose(workbook: WorkbookModel, { leaders, direct }: Choice): void {
  setSetting(workbook, LEADERS, leaders);
  setSetting(workbook, DIRECT, direct);
}

async function reviewed(choice: Choice): Promise<WorkbookModel> {
  const workbook = seatQuarter();
  choose(workbook, choice);
  await runReview(workbook);
  return workbook;
}

/** 参加人数, the grades, 不确定或未定等次, 上限, 结论 and 从严口径 under months, suggestions and decisions. */
async function counts(workbook: WorkbookModel): Promise<CellInput[][]> {
  const cells = await shown(workbook, SHEET, 'A17:R25');
  return ReviewPage.on(workbook).periods.map((column) => cells.map((line) => line[column] ?? ''));
}

const over = (people: number) => (people > 0 ? `超出${people}人` : '未超上限');

/** What the lines have to say of a report: 参加人数, 好, 上限, 结论, 从严口径. */
function expected({ participants, goodLimit, good, over: tooMany, exempt, stricter, pools }: QuotaReport): CellInput[] {
  const beside = exempt > 0 ? `（另${exempt}人不占名额）` : '';
  const limit = pools.length > 0 ? '上限按计算范围分别计算' : `上限${stricter.goodLimit}人，${over(stricter.over)}`;
  const words = `参加${stricter.participants}人，${limit}`;
  return [participants, good + exempt, goodLimit, over(tooMany) + beside, words];
}
const asReported = (lines: readonly CellInput[]) => [0, 1, 6, 7, 8].map((line) => lines[line] ?? '');
const reportsOf = (review: QuarterReview) => [...monthQuotas(review), review.quarterQuota];

const noteColumn = (workbook: WorkbookModel) => ReviewPage.on(workbook).find('名额口径');

describe.each(CHOICES)('with 局领导 in N: $leaders, and a seat for a direct 好: $direct', (choice) => {
  test.each(['全局', '单位'] as const)('months and quarter are counted live as in the review, for %s', async (pool) => {
    const workbook = seatQuarter();
    choose(workbook, choice);
    setPool(workbook, pool);
    const { review } = await runReview(workbook);
    const live = await counts(workbook);
    expect(live.slice(0, 4).map(asReported)).toEqual(reportsOf(review).map(expected));
    for (const [participants = 0, ...rest] of live) {
      expect(rest.slice(0, 5).reduce<number>((sum, each) => sum + Number(each), 0)).toBe(participants);
    }
    const lines = await shown(workbook, SHEET, 'A26:L28');
    review.quarterQuota.pools.forEach(({ pool: name, participants, goodLimit, good, over: tooMany }) => {
      const line = lines.find(([label]) => label === `其中：${name}`) ?? [];
      const word = choice.direct === '否' ? '占用' : '好';
      const left = tooMany > 0 ? `超出${tooMany}人` : `余${goodLimit - good}人`;
      expect(line.slice(10)).toEqual([participants, `上限${goodLimit}人，${word}${good}人，${left}`]);
    });
  });

  test('decisions are counted as they are typed, without the program', async () => {
    const workbook = await reviewed(choice);
    const decided = {
      甲: '好',
      乙: '好',
      丙: '好',
      丁: '由外单位考核',
      戊: '较好',
      己: '好',
      壬: '好',
      癸: '不确定等次',
    };
    ReviewPage.on(workbook).decide(decided);
    // 甲 and 辛 are 局领导; 甲 and 壬 have a direct 好 for the quarter.
    const participants = choice.leaders === '是' ? 9 : 7;
    const all = choice.leaders === '是' ? 5 : 4;
    const exempt = choice.direct === '是' ? 0 : choice.leaders === '是' ? 2 : 1;
    const limit = Math.floor(0.4 * participants);
    const strict = Math.floor(0.4 * (participants - 1));
    const now = async () => asReported((await counts(workbook))[4] ?? []);
    expect(await now()).toEqual([
      participants,
      all,
      limit,
      over(all - exempt - limit) + (exempt > 0 ? `（另${exempt}人不占名额）` : ''),
      `参加${participants - 1}人，上限${strict}人，${over(all - exempt - strict)}`,
    ]);
    // A direct 好 that the group does not follow has no seat to spare.
    ReviewPage.on(workbook).decide({ 壬: '较好' });
    const left = choice.direct === '是' ? 0 : exempt - 1;
    expect((await now())[3]).toBe(over(all - 1 - left - limit) + (left > 0 ? `（另${left}人不占名额）` : ''));
  });

  test('run twice, also saved in between, the workbook is the same as run once', async () => {
    const workbook = await reviewed(choice);
    const again = await reopened(workbook);
    const { plan } = await runReview(again);
    expect(contents(again)).toEqual(contents(workbook));
    expect(
      plan.sheets.flatMap(({ blocks, formats, hiddenColumns }) => [...blocks, ...formats, ...hiddenColumns]),
    ).toEqual([]);
  });
});

test.each([
  ['参加考核总人数包含“不确定等次”人员', '否'],
  ['人数过少时至少1人为“好”', '是'],
])('with %s %s too, and 局领导 who are undetermined, the lines are those of the review', async (label, value) => {
  const workbook = seatQuarter();
  choose(workbook, { leaders: '否', direct: '否' });
  setSetting(workbook, label, value);
  ['会展科', '辛', '立案调查', '2020-07-10', '', '', '', '立案决定', '市纪委'].forEach((input, i) =>
    sheetOf(workbook, '特殊情形登记').input(6, i, input),
  );
  const { review } = await runReview(workbook);
  const live = await counts(workbook);
  expect(live.slice(0, 4).map(asReported)).toEqual(reportsOf(review).map(expected));
  expect(live[3]?.[5]).toBe(1);
});

test('a workbook whose counts leave nobody out has no list and no other formulas', async () => {
  const golden = await openFixture(GOLDEN);
  for (const workbook of [golden, pooledQuarter()]) {
    await runReview(workbook);
    expect(noteColumn(workbook)).toBe(-1);
    expect(Object.values(contents(workbook)).some((content) => String(content).includes('局领导，不计入'))).toBe(false);
  }
});

test('名额口径 says beside each person what the row counts for, and only there', async () => {
  const workbook = await reviewed({ leaders: '否', direct: '否' });
  const review = await ReviewPage.open(workbook);
  const notes = review.names.map((name) => [name, review.value(review.row(name), noteColumn(workbook))]);
  expect(notes.filter(([, note]) => note !== '')).toEqual([
    ['甲', '局领导，不计入'],
    ['丙', '7月不占名额'],
    ['辛', '局领导，不计入'],
    ['壬', '8月不占名额、本季度不占名额'],
  ]);
});

test.each(['A5:R14', 'A5:AC14'])('rows sorted over %s leave every count as it was', async (address) => {
  const workbook = await reviewed({ leaders: '否', direct: '否' });
  ReviewPage.on(workbook).decide({ 壬: '好' });
  const before = await counts(workbook);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRange(address).sort.apply([{ key: 2, ascending: false }]);
      await context.sync();
    }),
  );
  expect(ReviewPage.on(workbook).row('甲')).not.toBe(4);
  expect(await counts(workbook)).toEqual(before);
  await runReview(workbook);
  expect(await counts(workbook)).toEqual(before);
});

test('a grade or a note that somebody types over is followed, stays and is reported', async () => {
  const workbook = await reviewed({ leaders: '否', direct: '否' });
  const review = ReviewPage.on(workbook);
  const august = async () => asReported((await counts(workbook))[1] ?? []);
  const [participants = 0, good = 0] = await august();
  expect((await august())[3]).toContain('（另1人不占名额）');
  review.sheet.input(review.row('壬'), review.monthGrade(1), '较好');
  expect((await august()).slice(0, 2)).toEqual([participants, Number(good) - 1]);
  expect((await august())[3]).not.toContain('另');
  review.sheet.input(review.row('乙'), noteColumn(workbook), '局领导，不计入');
  expect((await august()).slice(0, 2)).toEqual([Number(participants) - 1, Number(good) - 2]);
  const before = await counts(workbook);
  const { problems } = await runReview(workbook);
  expect(problems.filter(({ code }) => code === 'TYPED_VALUE_KEPT')).toHaveLength(2);
  expect(await counts(workbook)).toEqual(before);
});

test('a 身份 that changes on 人员名册 is followed by the next run', async () => {
  const workbook = await reviewed({ leaders: '否', direct: '是' });
  sheetOf(workbook, '人员名册').input(1, 6, '公务员');
  const { review } = await runReview(workbook);
  expect((await counts(workbook)).slice(0, 4).map(asReported)).toEqual(reportsOf(review).map(expected));
  // 丁 is elsewhere in one month of three, and is assessed here by the other two (rule 43).
  expect(review.quarterQuota.participants).toBe(9);
});

test('局领导 who stand on no score sheet, and have a result by a rule, are left out too', async () => {
  const workbook = seatQuarter();
  sheetOf(workbook, '人员名册').input(10, 6, '局领导');
  const { review } = await runReview(workbook);
  expect((await counts(workbook)).slice(0, 4).map(asReported)).toEqual(reportsOf(review).map(expected));
  expect(review.quarterQuota.participants).toBe(7);
});

describe('the settings changed between two runs', () => {
  async function typedIn(): Promise<WorkbookModel> {
    const workbook = await reviewed({ leaders: '是', direct: '是' });
    const review = ReviewPage.on(workbook);
    review.decide({ 丙: '好' });
    review.type('丙', 'party', '同意');
    review.sheet.input(29, 0, '本表一式两份');
    return workbook;
  }

  test('and back keep what people typed, and the sheet is as it was', async () => {
    const workbook = await typedIn();
    const plain = contents(workbook);
    expect(noteColumn(workbook)).toBe(-1);
    choose(workbook, { leaders: '否', direct: '否' });
    await runReview(workbook);
    const noted = contents(workbook);
    expect(ReviewPage.on(workbook).row('丙')).toBe(6);
    expect(ReviewPage.on(workbook).person('丙')).toMatchObject({
      party: '同意',
      discipline: '',
      decision: '好',
      remark: '',
    });
    choose(workbook, { leaders: '是', direct: '是' });
    await runReview(workbook);
    expect(contents(workbook)).toEqual(plain);
    choose(workbook, { leaders: '否', direct: '否' });
    await runReview(workbook);
    expect(contents(workbook)).toEqual(noted);
  });

  test.each(CHOICES)('to $leaders, $direct can be undone', async (choice) => {
    const workbook = await typedIn();
    choose(workbook, choice);
    setPool(workbook, '单位');
    const before = contents(workbook);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewReview({ quarter: '2020Q3' })).plan);
      if (!applied.ok) throw new Error('refused');
      expect(contents(workbook)[`${SHEET}!16,4`]).not.toBe('');
      await restore(applied.restore);
    });
    expect(contents(workbook)).toEqual(before);
  });
});

describe('the month’s line of a score sheet', () => {
  const line = async (workbook: WorkbookModel) => String((await shown(workbook, '7月', 'K3'))[0]?.[0]);

  test('leaves out 局领导, says so, and follows scores that change', async () => {
    const workbook = await reviewed({ leaders: '否', direct: '是' });
    expect(await line(workbook)).toBe('参加7人，“好”上限2人，得分为“好”4人，超2人；不含不计入考核的人员');
    for (let column = 2; column < 9; column++) sheetOf(workbook, '7月').input(5, column, 60);
    expect(await line(workbook)).toBe('参加7人，“好”上限2人，得分为“好”3人，超1人；不含不计入考核的人员');
  });

  test('knows 局领导 on a form without 科室, however the name is spaced', async () => {
    const workbook = seatQuarter();
    const july = sheetOf(workbook, '7月');
    for (let row = 3; row < 13; row++) july.input(row, 0, row === 3 ? '序号' : row - 3);
    july.input(4, 1, ' 甲　');
    await runReview(workbook);
    expect(await line(workbook)).toBe('参加7人，“好”上限2人，得分为“好”4人，超2人；不含不计入考核的人员');
  });

  test('is empty where its formula would be longer than Excel takes', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, i) => `办公室|人${i}`);
    expect(quotaLineFormula('$L$5:$L$99', '$K$5:$K$99', false, keys(10))).toContain('人9');
    expect(quotaLineFormula('$L$5:$L$99', '$K$5:$K$99', false, keys(99))).toBe('');
  });

  test('counts everybody where the office counts 局领导', async () => {
    const workbook = await reviewed({ leaders: '是', direct: '是' });
    expect(await line(workbook)).toBe('参加9人，“好”上限3人，得分为“好”6人，超3人');
    choose(workbook, { leaders: '否', direct: '是' });
    await runReview(workbook);
    expect(await line(workbook)).toContain('；不含不计入考核的人员');
  });
});
