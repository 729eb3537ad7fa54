import { monthQuotas } from '../../assessment/support/monthQuotas';
import golden from '../../fixtures/2020Q3.json';
import { applyPlan, previewReview, restore } from '../../../src/excel';
import type { CellInput } from '../../../src/host/workbook/model/workbook';
import { REVIEW, ReviewPage } from '../support/reviewPage';
import {
  all,
  contents,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  runReview,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from '../support/workbooks';
import { writing } from '../support/writing';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const close = (value: number): unknown => expect.closeTo(value, 8);

describe('the golden quarter', () => {
  test('every total, grade, mean and suggestion of the 19 people stands live in the 审定表', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    const review = await ReviewPage.open(workbook);
    for (const { department, name, months, mean, suggestedGrade } of golden.people) {
      const person = review.person(`${department} ${name}`);
      for (const { month, total, grade } of months) {
        expect(person.months[Number(month.slice(5)) - 7]).toEqual({ total: close(total), grade });
      }
      expect([person.mean, person.suggestion]).toEqual([mean === null ? '' : close(mean), suggestedGrade]);
    }
    expect(review.names).toHaveLength(19);
  });

  test('neither 特殊情形登记 nor the 审定表 is told to be a sheet that nobody uses', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    expect(codes((await runReview(workbook)).problems)).not.toContain('SHEET_UNUSED');
  });

  test('the months’ and the quarter’s 好 and their limit are counted below the people', async () => {
    const workbook = await openFixture(GOLDEN);
    const { review } = await runReview(workbook);
    const sheet = await ReviewPage.open(workbook);
    const at = (label: string) => sheet.counts(label).slice(0, 4);
    const quotas = [...monthQuotas(review), review.quarterQuota];
    expect(quotas).toMatchObject([...golden.months, golden.quarterQuota]);
    expect(at('参加人数')).toEqual(quotas.map(({ participants }) => participants));
    expect(at('好')).toEqual(quotas.map(({ good }) => good));
    expect(at('“好”等次人数上限')).toEqual(quotas.map(({ goodLimit }) => goodLimit));
    expect(at('结论')).toEqual(quotas.map(({ over }) => (over > 0 ? `超出${over}人` : '未超上限')));
  });

  test('建议等次 copied to 审定等次 gives the grades, and that they are formulas is told', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(REVIEW);
        sheet.getRange('Q5:Q23').copyFrom('L5:L23');
        await context.sync();
      }),
    );
    const review = await ReviewPage.open(workbook);
    const people = review.people.map((who) => review.person(who));
    expect(people.map(({ decision }) => decision)).toEqual(people.map(({ suggestion }) => suggestion));
    expect(people).toHaveLength(19);
    expect(codes((await runReview(workbook)).problems)).toContain('DECISION_IS_FORMULA');
  });

  test('nothing that stood in the workbook is changed', async () => {
    const workbook = await openFixture(GOLDEN);
    const before = contents(workbook);
    await runReview(workbook);
    expect(contents(workbook)).toMatchObject(before);
  });

  test('run twice, the workbook is the same as run once, also when it was saved in between', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    const once = contents(workbook);
    const again = await reopened(workbook);
    const { plan } = await runReview(again);
    expect(contents(again)).toEqual(once);
    expect(plan.sheets.flatMap(({ blocks }) => blocks)).toEqual([]);
    expect(plan.names).toEqual([]);
  });

  test('review takes the same few syncs for 19 people and for 190', async () => {
    const syncs = async (people: number) => {
      const line = (i: number) => [`科室${i % 7}`, `人员${i}`, ...all(60 + (i % 40))];
      const month = (m: number) =>
        scoreSheet(
          `2020年${m}月`,
          Array.from({ length: people }, (_, i) => line(i)),
        );
      const workbook = workbookOf({ '7月': month(7), '8月': month(8), '9月': month(9) });
      return inExcel(workbook, async (host) => {
        const { plan } = await previewReview({ quarter: '2020Q3' });
        await applyPlan(plan);
        return host.counters.syncs;
      });
    };
    const few = await syncs(19);
    // Two of them give the sheet its pages, which this Excel leaves out (W13).
    expect(few).toBeLessThanOrEqual(10);
    expect(await syncs(190)).toBe(few);
  });
});

describe('people, not rows', () => {
  const month = (m: number, order: readonly number[]) => {
    const people = [
      ['办公室', '王建国', ...all(90)],
      ['外资科', '王建国', ...all(58)],
      ['外贸科', '张 三', ...all(80)],
      ['', '', ''],
      ['商贸科', '阿卜杜拉•买买提', ...all(76)],
    ];
    return scoreSheet(
      `2020年${m}月`,
      order.map((i) => people[i] ?? []),
    );
  };

  test('namesakes and differently written names are told apart and matched over the months', async () => {
    const workbook = workbookOf({
      '7月': month(7, [0, 1, 2, 3, 4]),
      '8月': month(8, [4, 1, 3, 2, 0]),
      '9月': month(9, [2, 1, 0, 4]),
    });
    sheetOf(workbook, '9月').input(4, 1, '张三');
    await runReview(workbook);
    const rows = await ReviewPage.open(workbook);
    expect(rows.results('办公室 王建国')).toEqual([90, '好', 90, '好', 90, '好', 90, '好']);
    expect(rows.results('外资科 王建国')).toEqual([58, '较差', 58, '较差', 58, '较差', 58, '较差']);
    expect(rows.results('外贸科 张 三')).toEqual([80, '较好', 80, '较好', 80, '较好', 80, '较好']);
    expect(rows.results('商贸科 阿卜杜拉•买买提')).toEqual([76, '较好', 76, '较好', 76, '较好', 76, '较好']);
  });

  test('after a month sheet is sorted, everybody keeps their results', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    const results = async () => {
      const review = await ReviewPage.open(workbook);
      return golden.people.map(({ department, name }) => review.results(`${department} ${name}`));
    };
    const before = await results();
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('2020年8月测评表');
        sheet.getRange('A5:I22').sort.apply([{ key: 6, ascending: false }]);
        await context.sync();
      }),
    );
    expect((await shown(workbook, '2020年8月测评表', 'B5:B8')).flat()).not.toEqual(
      (await shown(await openFixture(GOLDEN), '2020年8月测评表', 'B5:B8')).flat(),
    );
    expect(await results()).toEqual(before);
  });

  test('what the group typed stays with its person when somebody is added and the review is run again', async () => {
    const three = { '7月': month(7, [0, 1]), '8月': month(8, [0, 1]), '9月': month(9, [0, 1]) };
    const workbook = workbookOf(three);
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.decide({ '办公室 王建国': '好' });
    review.type('外资科 王建国', 'party', '同意');
    const signatures = review.line('组长：');
    review.sheet.input(signatures, 0, '组长：李局长');
    ['外贸科', '张三', ...all(80)].forEach((input, column) => sheetOf(workbook, '9月').input(6, column, input));
    await runReview(workbook);
    await review.calculated();
    expect(review.names).toEqual(['王建国', '王建国', '张三']);
    expect(['办公室 王建国', '外资科 王建国', '外贸科 张三'].map((who) => review.row(who))).toEqual([4, 5, 6]);
    expect(review.person('办公室 王建国').decision).toBe('好');
    expect(review.person('外资科 王建国').party).toBe('同意');
    expect(review.line('组长：李局长')).toBe(signatures + 1);
    expect(review.results('外贸科 张三')).toEqual(['未测评', '', '未测评', '', 80, '较好', 80, '较好']);
    expect(review.counts('参加人数').slice(0, 3)).toEqual([2, 2, 3]);
  });

  test('a value typed over one of the program’s formulas stays and is reported', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.type('办公室 王建国', 'mean', 88);
    review.sheet.input(25, 4, 99);
    const { problems } = await runReview(workbook);
    await review.calculated();
    expect(review.person('办公室 王建国').mean).toBe(88);
    expect(review.counts('参加人数')[0]).toBe(99);
    for (const cell of ['K5', 'E26']) {
      expect(problems).toContainEqual(expect.objectContaining({ code: 'TYPED_VALUE_KEPT', sheet: REVIEW, cell }));
    }
  });
});

test('people on score sheets without 科室 and without 人员名册 have their results, and a second run changes nothing', async () => {
  const heading = (scoreSheet('', [])[3]?.slice(1) ?? []).map(String);
  const month = (m: number) =>
    scoreSheet(
      `2020年${m}月`,
      [
        ['赵敏', ...all(90)],
        ['李军', ...all(70 + m)],
      ],
      heading,
    );
  const workbook = workbookOf({ '7月': month(7), '8月': month(8), '9月': month(9) });
  await runReview(workbook);
  const review = await ReviewPage.open(workbook);
  expect(review.results('赵敏')).toEqual([90, '好', 90, '好', 90, '好', 90, '好']);
  expect(review.results('李军')).toEqual([77, '较好', 78, '较好', 79, '较好', 78, '较好']);
  review.decide({ 赵敏: '较好' });
  const before = contents(workbook);
  const { problems } = await runReview(workbook);
  expect(contents(workbook)).toEqual(before);
  expect(codes(problems)).toContain('REVIEW_REASON_MISSING');
});

describe('raters', () => {
  const sheets = (second: readonly (readonly CellInput[])[]) => ({
    '7月甲': [
      ...scoreSheet('2020年7月', [
        ['办公室', '赵敏', ...all(84.99)],
        ['办公室', '李军', ...all(90)],
      ]),
      ['评委：甲'],
    ],
    '7月乙': [...scoreSheet('2020年7月', second), ['评委：乙']],
  });

  test('two raters at 84.99 and 85.00 make 84.995, which is 较好', async () => {
    const workbook = workbookOf(
      sheets([
        ['办公室', '李军', ...all(80)],
        ['办公室', '赵敏', ...all(85)],
      ]),
    );
    await runReview(workbook);
    const rows = await ReviewPage.open(workbook);
    expect(rows.person('赵敏').months[0]).toEqual({ total: close(84.995), grade: '较好' });
    expect(rows.person('李军').months[0]).toEqual({ total: 85, grade: '好' });
  });

  test('while a rater lacks a person, the person has no total; the others have', async () => {
    const workbook = workbookOf(sheets([['办公室', '李军', ...all(80)]]));
    const { review, problems } = await runReview(workbook);
    const rows = await ReviewPage.open(workbook);
    expect(codes(problems)).toContain('RATER_MISSING');
    expect(review.people.find(({ name }) => name === '赵敏')?.months[0]?.total).toBeNull();
    expect(rows.person('赵敏').months[0]).toEqual({ total: '', grade: '' });
    expect(rows.person('李军').months[0]).toEqual({ total: 85, grade: '好' });
  });
});

describe('trust', () => {
  test('a plan that was overtaken by an edit is refused and nothing is written', async () => {
    const workbook = await openFixture(GOLDEN);
    const applied = await inExcel(workbook, async () => {
      const { plan } = await previewReview({ quarter: '2020Q3' });
      sheetOf(workbook, '2020年7月测评表').input(4, 9, 92.8);
      return applyPlan(plan);
    });
    expect(applied).toMatchObject({ ok: false, problems: [{ code: 'WORKBOOK_CHANGED', sheet: '2020年7月测评表' }] });
    expect(workbook.sheetByName(REVIEW)).toBeUndefined();
  });

  test('the restore copy takes the whole step back', async () => {
    const workbook = await openFixture(GOLDEN);
    const before = contents(workbook);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewReview({ quarter: '2020Q3' })).plan);
      if (applied.ok) await restore(applied.restore);
    });
    expect(contents(workbook)).toEqual(before);
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('考核设置');
    expect(workbook.data.namedRanges).toEqual([]);
  });

  test('a run that added somebody is taken back with all that its formulas refer to', async () => {
    const people = [
      ['办公室', '赵敏', ...all(80)],
      ['办公室', '李军', ...all(90)],
    ];
    const workbook = workbookOf({ '7月': scoreSheet('2020年7月', people) });
    await runReview(workbook);
    ['办公室', '王建国', ...all(70)].forEach((input, column) => sheetOf(workbook, '7月').input(6, column, input));
    const before = contents(workbook);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewReview({ quarter: '2020Q3' })).plan);
      if (applied.ok) await restore(applied.restore);
    });
    expect(contents(workbook)).toEqual(before);
  });

  test('when Excel breaks off in the middle, what was written is taken back', async () => {
    const workbook = await openFixture(GOLDEN);
    const before = contents(workbook);
    await inExcel(workbook, async (host) => {
      const { plan } = await previewReview({ quarter: '2020Q3' });
      writing(host, () => host.faults.inject({ kind: 'failure', action: 150 }));
      await expect(applyPlan(plan)).rejects.toMatchObject({ code: expect.any(String) as unknown });
    });
    expect(contents(workbook)).toEqual(before);
  });
});

test('totals show two decimals, and all they have near a line of 等次, also in the saved file, once', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  await runReview(workbook);
  const found = await inExcel(await reopened(workbook), () =>
    Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(REVIEW).getRange('K5:K23');
      cells.load('numberFormat');
      const formats = cells.conditionalFormats;
      formats.load('items/type');
      await context.sync();
      const rules = formats.items.map(({ custom }) => {
        custom.load('rule/formula,format/numberFormat');
        return custom;
      });
      await context.sync();
      return {
        usual: cells.numberFormat,
        near: rules.map(({ rule, format }) => [rule.formula, String(format.numberFormat)]),
      };
    }),
  );
  expect(new Set(found.usual.flat())).toEqual(new Set(['0.00']));
  expect(found.near).toEqual([['=SUMPRODUCT(--(ABS(K5-考核等次线)<0.05))>0', '0.00####']]);
});

test('the 审定表 keeps names and headings in view, numbers its pages and is signed beside people', async () => {
  const workbook = await openFixture(GOLDEN);
  const { plan } = await runReview(workbook);
  const made = plan.sheets.find(({ sheet }) => sheet === REVIEW);
  expect(made).toMatchObject({ freezeRows: 4, freezeColumns: 4, pageBreaks: [20], page: { pageNumbers: true } });
});

describe('decisions', () => {
  test('one that a special rule does not allow is named with its clause, whatever 备注 says, and stays as it is', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.decide({ 周丽: '好', 吴昊: '较好', 杨帆: '好' });
    review.type('周丽', 'remark', '工作突出');
    const { problems } = await runReview(workbook);
    const found = problems.filter(({ code }) => code === 'DECISION_AGAINST_RULE');
    expect(found.map(({ cell }) => cell)).toEqual(['周丽', '吴昊'].map((who) => review.cell(who, 'decision')));
    expect(found[0]?.message).toContain('受警告处分当年不得确定为“好”（五·5）');
    expect(review.person('周丽').decision).toBe('好');
  });

  test('the sheet names the version of the rules, and the settings that differ', async () => {
    const workbook = await openFixture(GOLDEN);
    await runReview(workbook);
    expect((await shown(workbook, REVIEW, 'E2')).flat().join()).toContain('规则版本');
  });
});

describe('a step that fails half-way', () => {
  test('before rows were put in moves nothing of the 审定表 back', async () => {
    const month = (m: number, names: readonly string[]) =>
      scoreSheet(
        `2020年${m}月`,
        names.map((name) => ['办公室', name, ...all(80)]),
      );
    const workbook = workbookOf({ '7月': month(7, ['王建国', '赵敏']) });
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.decide({ 王建国: '好' });
    review.sheet.input(review.line('组长：'), 0, '组长：李局长');
    ['办公室', '李军', ...all(70)].forEach((input, column) => sheetOf(workbook, '7月').input(6, column, input));
    const before = contents(workbook);
    await inExcel(workbook, async (host) => {
      const { plan } = await previewReview({ quarter: '2020Q3' });
      expect(plan.sheets.some(({ insertRows }) => insertRows.length > 0)).toBe(true);
      for (const action of [1, 4]) {
        const writes = writing(host, () => host.faults.inject({ kind: 'failure', action }));
        await expect(applyPlan(plan)).rejects.toMatchObject({ code: expect.any(String) as unknown });
        expect(writes()).toBeGreaterThan(1);
        expect(contents(workbook)).toEqual(before);
      }
    });
  });

  test('a sheet that somebody made under the planned name since the preview is kept, and nothing is written', async () => {
    const workbook = await openFixture(GOLDEN);
    const applied = await inExcel(workbook, async () => {
      const { plan } = await previewReview({ quarter: '2020Q3' });
      workbook.addSheet('考核设置').input(0, 0, '我的');
      return applyPlan(plan);
    });
    expect(applied).toMatchObject({ ok: false, problems: [{ code: 'WORKBOOK_CHANGED', sheet: '考核设置' }] });
    expect(sheetOf(workbook, '考核设置').value(0, 0)).toBe('我的');
    expect(workbook.sheetByName(REVIEW)).toBeUndefined();
  });
});
