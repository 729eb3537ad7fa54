import { applyPlan, previewExplanations, restore, type ExplanationOptions, type Preview } from '../../../src/excel';
import { parseA1 } from '../../../src/host/workbook/values/address';
import { normalizeName } from '../../../src/forms/words/text';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { REVIEW, ReviewPage } from '../support/reviewPage';
import {
  all,
  inExcel,
  openFixture,
  GOLDEN,
  reopened,
  runReview,
  scoreSheet,
  sheetOf,
  workbookOf,
} from '../support/workbooks';

const SHEET = REVIEW;
const Q3 = { quarter: '2020Q3' } as const;
const codes = ({ problems }: Preview) => problems.map(({ code }) => code);

/** The message of each 建议等次, by the person's name. */
async function messages(workbook: WorkbookModel): Promise<ReadonlyMap<string, string>> {
  const review = ReviewPage.on(workbook);
  return inExcel(workbook, () =>
    Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(SHEET);
      const cells = review.people.map((who) => {
        const { dataValidation } = worksheet.getRange(review.cell(who, 'suggestion'));
        dataValidation.load('type,prompt');
        return { name: String(review.person(who).name), dataValidation };
      });
      await context.sync();
      return new Map(cells.map(({ name, dataValidation: { prompt } }) => [name, messageOf(prompt)]));
    }),
  );
}

function messageOf(prompt: Excel.DataValidationPrompt | null): string {
  return prompt?.message ?? '';
}

const run = (workbook: WorkbookModel, options: ExplanationOptions = Q3) =>
  inExcel(workbook, async () => {
    const preview = await previewExplanations(options);
    return { preview, applied: await applyPlan(preview.plan) };
  });

test('every 建议等次 says whose it is and how it came about, within what Excel can show', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  await run(workbook);
  const found = await messages(await reopened(workbook));
  expect(found.size).toBeGreaterThan(17);
  for (const [name, message] of found) {
    expect([name, normalizeName(message)]).toEqual([name, expect.stringMatching(`^${normalizeName(name)}（`)]);
    expect(message.length).toBeLessThanOrEqual(255);
    expect(message).toMatch(/；故建议“.+”（写入时的情况；.+）$/);
  }
  expect(found.get('周丽')).toBe(
    '周丽（财务科）：三个月平均分 89.73，达到“好”（≥85，二·考核等次）；受警告处分当年不得确定为“好”（五·5）；' +
      '依据：警告处分决定，考核领导小组批准；2020年第三季度为“较好”；故建议“较好”（写入时的情况；改动或排序后请重新写入）',
  );
});

test('a second time changes nothing; a changed score changes the message of that person alone', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  await run(workbook);
  expect((await run(workbook)).preview.plan.sheets).toEqual([]);

  sheetOf(workbook, '2020年7月测评表').input(5, 1, 60);
  const { plan } = (await run(workbook)).preview;
  expect(plan.sheets.flatMap(({ messages: steps }) => steps)).toHaveLength(1);
});

test('they are taken away, and undone, as they came', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const none = await messages(workbook);
  const { applied } = await run(workbook);
  const written = await messages(workbook);
  await run(workbook, { ...Q3, remove: true });
  expect(await messages(workbook)).toEqual(none);
  expect([...none.values()].every((message) => message === '')).toBe(true);

  await run(workbook);
  expect(await messages(workbook)).toEqual(written);
  await inExcel(workbook, () => (applied.ok ? restore(applied.restore) : Promise.reject(new Error('not applied'))));
  expect(await messages(workbook)).toEqual(none);
});

test('a cell with a validation of the office keeps it', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const { row, column } = parseA1('L5') ?? { row: 0, column: 0 };
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem(SHEET).getCell(row, column);
      dataValidation.rule = { list: { inCellDropDown: true, source: '好,较好' } };
      await context.sync();
    }),
  );
  const { preview } = await run(workbook);
  expect(preview.problems.filter(({ code }) => code === 'EXPLANATION_CELL_TAKEN')).toMatchObject([
    { sheet: SHEET, cell: 'L5', severity: 'note' },
  ]);
  expect(preview.plan.sheets.flatMap(({ messages: steps }) => steps)).toHaveLength(18);
});

test('without a 审定表, or while it is protected, nothing is planned and it is said why', async () => {
  const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '张三', ...all(90)]]) });
  expect(codes((await run(workbook)).preview)).toContain('EXPLANATIONS_WITHOUT_REVIEW');
  await runReview(workbook);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect();
      await context.sync();
    }),
  );
  const { preview } = await run(workbook);
  expect(codes(preview)).toContain('REVIEW_PROTECTED');
  expect(preview.plan.sheets).toEqual([]);
});
