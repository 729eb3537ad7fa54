import { monthQuotas } from '../../assessment/support/monthQuotas';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { annex2 } from '../../forms/support/annexForms';
import { REVIEW, ReviewPage } from '../support/reviewPage';
import {
  all,
  contents,
  GOLDEN,
  openFixture,
  runReview,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from '../support/workbooks';

/** What the 考核领导小组 sees on the 审定表 beside totals and grades. */

const STRICTER = '不计“不确定等次”人员';

/** An 附件2 as typed into a sheet. */
function filing(month: string, name: string, evaluation: string): CellInput[][] {
  const header = { department: '办公室', name, position: '科员', month: `(${month})`, evaluation };
  return annex2(header).map((line) => line.map((cell) => (typeof cell === 'object' ? '' : cell)));
}

const quarter = (filings: Readonly<Record<string, CellInput[][]>> = {}) => {
  const people = [
    ['办公室', '甲', ...all(90)],
    ['办公室', '乙', ...all(80)],
    ['办公室', '丙', ...all(70)],
  ];
  return workbookOf({
    '7月': scoreSheet('2020年7月', people),
    '8月': scoreSheet('2020年8月', people),
    '9月': scoreSheet('2020年9月', people),
    ...filings,
  });
};
const found = (problems: readonly { code: string; cell: string | null; message: string }[], code: string) =>
  problems.filter((each) => each.code === code).map(({ cell, message }) => ({ cell, message }));

describe('科长/分管领导建议', () => {
  const filed = () =>
    quarter({
      甲7: filing('2020年7月', '甲', '认真。建议等次：好'),
      甲8: filing('2020年8月', '甲', '认真。建议等次：较好'),
    });

  test('the suggestions of 附件2 stand month by month beside the person, and nothing beside the others', async () => {
    const workbook = filed();
    await runReview(workbook);
    const review = await ReviewPage.open(workbook);
    expect(['甲', '乙', '丙'].map((name) => review.person(name).proposal)).toEqual(['7月好；8月较好', '', '']);
  });

  test('a suggestion that differs from the month’s score is named with its cell, and changes nothing', async () => {
    const workbook = filed();
    const { problems, review } = await runReview(workbook);
    expect(problems.filter(({ code }) => code === 'SUGGESTION_DIFFERS')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        sheet: '甲8',
        message: expect.stringContaining('甲的建议等次“较好”与当月得分等次“好”不同') as unknown,
      }),
    ]);
    expect(review.people[0]?.suggestedGrade).toBe('好');
  });

  test('what somebody typed there stays', async () => {
    const workbook = filed();
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.type('甲', 'proposal', '好（面议）');
    const { problems } = await runReview(workbook);
    expect(review.person('甲').proposal).toBe('好（面议）');
    expect(found(problems, 'TYPED_VALUE_KEPT').map(({ cell }) => cell)).toEqual([review.cell('甲', 'proposal')]);
  });
});

describe('a decision that is not the suggested grade', () => {
  test('is named until 备注 gives a reason', async () => {
    const workbook = quarter();
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    review.decide({ 甲: '较好', 乙: '较好' });
    const { problems } = await runReview(workbook);
    expect(found(problems, 'REVIEW_REASON_MISSING')).toEqual([
      {
        cell: review.cell('甲', 'decision'),
        message: `${REVIEW} Q5：甲的审定等次“较好”与建议等次“好”不同，而“备注”为空；请在“备注”中写明理由（三（二）4）`,
      },
    ]);
    review.type('甲', 'remark', '8月缺席重要会议');
    expect(found((await runReview(workbook)).problems, 'REVIEW_REASON_MISSING')).toEqual([]);
  });
});

describe('the limit of 好', () => {
  test('August of the golden quarter is over, and who ties at the edge is named, nobody else', async () => {
    const { problems } = await runReview(await openFixture(GOLDEN));
    expect(found(problems, 'QUOTA_OVER')).toEqual([
      {
        cell: null,
        message:
          '2020年8月：参加17人，“好”7人，上限6人，超出1人；名额边缘在86.4分（高于“好”分数线1.4分）：' +
          '杨帆、朱琳同分，余1个名额；由考核领导小组研究确定（二·考核等次）',
      },
    ]);
  });

  test('the stricter figure without 不确定等次 people stands live below the counts', async () => {
    const workbook = await openFixture(GOLDEN);
    const { review } = await runReview(workbook);
    const words = [...monthQuotas(review), review.quarterQuota].map(
      ({ stricter: { participants, goodLimit, over } }) =>
        `参加${participants}人，上限${goodLimit}人，${over > 0 ? `超出${over}人` : '未超上限'}`,
    );
    expect((await ReviewPage.open(workbook)).counts(STRICTER).slice(0, 4)).toEqual(words);
  });
});

test('where 不确定等次 people do not count, N in the sheet is that of the review, and the stricter figure the same', async () => {
  const workbook = await openFixture(GOLDEN);
  const settings = workbook.addSheet('考核设置');
  settings.input(0, 0, '参加考核总人数包含“不确定等次”人员');
  settings.input(0, 1, '否');
  const { review } = await runReview(workbook);
  const quotas = [...monthQuotas(review), review.quarterQuota];
  const sheet = await ReviewPage.open(workbook);
  const at = (label: string) => sheet.counts(label).slice(0, 4);
  expect(at('参加人数')).toEqual(quotas.map(({ participants }) => participants));
  expect(quotas.map(({ participants }) => participants)).toEqual([14, 14, 13, 13]);
  expect(at('“好”等次人数上限')).toEqual(quotas.map(({ goodLimit }) => goodLimit));
  expect(at(STRICTER).map((text) => /参加(\d+)人/.exec(String(text))?.[1])).toEqual(
    quotas.map(({ participants }) => String(participants)),
  );
});

test('rows with long reasons are tall enough to print them, the others keep the usual height', async () => {
  const workbook = await openFixture(GOLDEN);
  const { plan } = await runReview(workbook);
  const reasons = (await shown(workbook, REVIEW, 'M5:M23')).map(([text]) => String(text));
  const formats = plan.sheets.find(({ sheet }) => sheet === REVIEW)?.formats ?? [];
  const tall = formats.filter(
    ({ area, rowHeight = 0 }) => area.rows === 1 && area.row >= 4 && area.row < 23 && rowHeight > 24,
  );
  expect(tall.map(({ area }) => area.row - 4)).toEqual(reasons.flatMap((text, i) => (text === '' ? [] : [i])));
  for (const { area, rowHeight = 0 } of tall) {
    // 9 characters of 12 points a line, 17 points each; what a line break may not part can take two lines more.
    const least = Math.ceil([...(reasons[area.row - 4] ?? '')].length / 9);
    expect([0, 1, 2, 3].map((more) => 17 * (least + more))).toContain(rowHeight);
  }
});

test('a rule stands once with all its bases, and each basis as it was typed', async () => {
  const heading = ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'];
  const leave = (from: string, basis: string) => ['办公室', '甲', '病假', from, '', 20, '', basis, '局长', from];
  const workbook = quarter({
    特殊情形登记: [heading, leave('2020-07-01', '假条；依据：医院证明'), leave('2020-08-03', '续假条')],
  });
  await runReview(workbook);
  const said = String((await ReviewPage.open(workbook)).person('甲').circumstances);
  expect(said.split('累计超过考核天数一半')).toHaveLength(2);
  expect(said).toContain('；依据：假条；依据：医院证明，局长批准，续假条，局长批准');
});

describe('a 审定表 of before the stricter figure', () => {
  /** The line taken away, as the sheet was made without it. */
  const older = async (): Promise<WorkbookModel> => {
    const workbook = quarter();
    await runReview(workbook);
    const review = ReviewPage.on(workbook);
    const line = review.line(STRICTER);
    for (let column = 0; column < 18; column++) review.sheet.input(line, column, '');
    return workbook;
  };

  test('gets it in the free row, and its signatures stay where they are', async () => {
    const workbook = await older();
    const review = ReviewPage.on(workbook);
    review.sheet.input(review.line('组长：'), 0, '组长：李局长');
    await runReview(workbook);
    expect(await shown(workbook, REVIEW, 'A18:A21')).toEqual([[STRICTER], ['组长：李局长'], ['成员：'], ['制表人：']]);
    const once = contents(workbook);
    await runReview(workbook);
    expect(contents(workbook)).toEqual(once);
  });

  test('keeps what somebody wrote in that row', async () => {
    const workbook = await older();
    sheetOf(workbook, REVIEW).input(17, 0, '会议记录见附页');
    await runReview(workbook);
    expect(await shown(workbook, REVIEW, 'A18:E18')).toEqual([['会议记录见附页', '', '', '', '']]);
  });

  test('is continued when somebody is added: people, counts and the new line', async () => {
    const workbook = await older();
    ['办公室', '丁', ...all(88)].forEach((input, column) => sheetOf(workbook, '9月').input(7, column, input));
    await runReview(workbook);
    expect(ReviewPage.on(workbook).names).toEqual(['甲', '乙', '丙', '丁']);
    expect(await shown(workbook, REVIEW, 'A19:A20')).toEqual([[STRICTER], ['组长：']]);
    expect(await shown(workbook, REVIEW, 'I19:K19')).toEqual([
      ['参加4人，上限1人，超出1人', '', '参加4人，上限1人，超出1人'],
    ]);
  });
});
