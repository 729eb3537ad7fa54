import {
  applyPlan,
  listCorrections,
  previewCorrections,
  previewReview,
  previewScore,
  restore,
  type Preview,
} from '../../src/excel';
import type { Correction } from '../../src/forms/check/corrections';
import type { CellInput, SheetModel, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { all, contents, inExcel, reopened, scoreSheet, sheetOf, workbookOf } from './support/workbooks';

const JULY = '2020.7';

/** Scores as text in a cell of format text (C5), in one of no format (D5) and of a percentage (E5). */
async function messy(): Promise<WorkbookModel> {
  const workbook = workbookOf({
    '7月': scoreSheet(JULY, [
      ['办公室', '张 三', '', '85分', '８５', "'85", 90, 88, 87, '=SUM(C5:I5)'],
      ['办公室', '李四', 80, 82, 81, 80, 79, 83, 84],
    ]),
  });
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('7月');
      sheet.getRange('C5').numberFormat = [['@']];
      sheet.getRange('C5').values = [['85']];
      sheet.getRange('E5').numberFormat = [['0.00%']];
      await context.sync();
    }),
  );
  return workbook;
}

const list = (workbook: WorkbookModel): Promise<readonly Correction[]> => inExcel(workbook, () => listCorrections());

async function correct(workbook: WorkbookModel, ids: readonly string[]): Promise<Preview> {
  return inExcel(workbook, async () => {
    const preview = await previewCorrections(ids);
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error('not applied');
    return preview;
  });
}

/** What the cells of a sheet hold, formulas rather than their values, and how they look. */
function cells({ data }: SheetModel): unknown {
  return structuredClone(
    [...data.cells].map(([key, { type, value, formula, style }]) => {
      return [key, type, formula ?? value, style ?? {}];
    }),
  );
}

function scores(workbook: WorkbookModel): CellInput[] {
  const sheet = sheetOf(workbook, '7月');
  return [2, 3, 4, 5, 6].map((column) => sheet.value(4, column));
}

test('scores become numbers whatever the format of their cells, and every other cell stays as it is', async () => {
  const workbook = await messy();
  expect(scores(workbook)).toEqual(['85', '85分', '８５', '85', 90]);
  const before = contents(workbook);
  const found = await list(workbook);
  const chosen = found.filter(({ needsConfirmation }) => !needsConfirmation);
  expect(chosen.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
    'H3 date',
    'C5 score',
    'D5 score',
    'E5 score',
    'F5 score',
  ]);
  await correct(
    workbook,
    chosen.map(({ id }) => id),
  );
  expect(scores(workbook)).toEqual([85, 85, 85, 85, 90]);
  const after = contents(workbook);
  const changed = Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]);
  expect(changed.sort()).toEqual(['7月!2,7', '7月!4,2', '7月!4,3', '7月!4,4', '7月!4,5']);
  expect(sheetOf(workbook, '7月').value(2, 7)).toBe('2020年7月');
  expect(sheetOf(workbook, '7月').value(4, 1)).toBe('张 三');
});

test('when all are made none is left, and they stay made when the file is opened again', async () => {
  const workbook = await messy();
  await correct(
    workbook,
    (await list(workbook)).map(({ id }) => id),
  );
  expect(await list(workbook)).toEqual([]);
  const saved = await reopened(workbook);
  expect(await list(saved)).toEqual([]);
  expect(scores(saved)).toEqual([85, 85, 85, 85, 90]);
  expect(sheetOf(saved, '7月').value(4, 1)).toBe('张三');
});

test('totals are the same before and after', async () => {
  const workbook = await messy();
  const totals = async () =>
    inExcel(workbook, async () => (await previewScore()).book.scores.map(({ total }) => total?.toString()));
  const before = await totals();
  await correct(
    workbook,
    (await list(workbook)).map(({ id }) => id),
  );
  expect(await totals()).toEqual(before);
  expect(before.every((total) => total !== undefined)).toBe(true);
});

test('one step takes all of them back, to the last format and text', async () => {
  const workbook = await messy();
  const before = cells(sheetOf(workbook, '7月'));
  const ids = (await list(workbook)).map(({ id }) => id);
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewCorrections(ids)).plan);
    expect(cells(sheetOf(workbook, '7月'))).not.toEqual(before);
    if (applied.ok) await restore(applied.restore);
  });
  expect(cells(sheetOf(workbook, '7月'))).toEqual(before);
});

test('a protected sheet is refused by name', async () => {
  const workbook = await messy();
  const ids = (await list(workbook)).map(({ id }) => id);
  sheetOf(workbook, '7月').data.protection = { sheet: true };
  const before = contents(workbook);
  const preview = await correct(workbook, ids);
  expect(preview.refused).toBe(true);
  expect(preview.problems.filter(({ code }) => code === 'CORRECTION_PROTECTED').map(({ message }) => message)).toEqual([
    '7月：工作表受保护，未作更正；请先取消保护再更正',
  ]);
  expect(contents(workbook)).toEqual(before);
});

test('a correction whose cell was changed since is not made, and the person is told', async () => {
  const workbook = await messy();
  const ids = (await list(workbook)).map(({ id }) => id);
  sheetOf(workbook, '7月').input(4, 3, '86分');
  const { problems } = await correct(workbook, ids);
  expect(problems.filter(({ code }) => code === 'CORRECTION_GONE').map(({ message }) => message)).toEqual([
    '1处更正所针对的内容已经改动，未作更正；请重新列出后再选',
  ]);
  expect(scores(workbook)).toEqual([85, '86分', 85, 85, 90]);
});

test('a cell that changes between preview and confirmation stops the whole step', async () => {
  const workbook = await messy();
  const ids = (await list(workbook)).map(({ id }) => id);
  const applied = await inExcel(workbook, async () => {
    const { plan } = await previewCorrections(ids);
    sheetOf(workbook, '7月').input(4, 3, '86分');
    return applyPlan(plan);
  });
  expect(applied.ok).toBe(false);
  expect(scores(workbook)).toEqual(['85', '86分', '８５', '85', 90]);
});

test('the end of a 处分 is filled in only where it is chosen, ends it, and can be taken back', async () => {
  const workbook = workbookOf({
    '7月': scoreSheet(JULY, [['办公室', '李四', ...all(88)]]),
    特殊情形登记: [
      ['科室', '姓名', '情形', '开始日期', '结束日期', '依据', '批准人'],
      ['办公室', '李四', '记过', '2019-06-15', '', '处分决定', '市纪委'],
      ['办公室', '李四', '警告', '2018-06-15', '', '处分决定', '市纪委'],
    ],
  });
  const grade = async () =>
    inExcel(workbook, async () => (await previewReview({ quarter: '2020Q3' })).review.people[0]?.suggestedGrade);
  const register = sheetOf(workbook, '特殊情形登记');
  const before = contents(workbook);
  const [demerit, warning] = (await list(workbook)).filter(({ kind }) => kind === 'penaltyEnd');
  expect([demerit?.after, warning?.after]).toEqual(['2020年6月14日', '2018年12月14日']);
  expect(await grade()).toBe('不确定等次');
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewCorrections([demerit?.id ?? ''])).plan);
    expect([register.value(1, 4), register.value(2, 4)]).toEqual(['2020年6月14日', '']);
    expect((await previewReview({ quarter: '2020Q3' })).review.people[0]?.suggestedGrade).toBe('好');
    if (applied.ok) await restore(applied.restore);
  });
  expect(contents(workbook)).toEqual(before);
});
