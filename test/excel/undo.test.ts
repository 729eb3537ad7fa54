import { applyPlan, previewReview, previewScore, restore, type Preview, type RestoreOptions } from '../../src/excel';
import { emptySheetPlan, type Plan } from '../../src/forms/grid/plan';
import type { SheetModel, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { REVIEW, ReviewPage } from './support/reviewPage';
import { all, contents, inExcel, reopened, scoreSheet, sheetOf, workbookOf } from './support/workbooks';

const workbook = () =>
  workbookOf({
    '7月': scoreSheet('2020年7月', [
      ['办公室', '张三', ...all(90)],
      ['外贸科', '李军', ...all(80)],
    ]),
  });

/** Carries a plan out, lets people work, then undoes the plan; gives the codes of what stands in the way. */
async function undoneAfter(
  book: WorkbookModel,
  preview: () => Promise<Preview>,
  work: () => void,
  options: RestoreOptions = {},
) {
  return inExcel(book, async () => {
    const applied = await applyPlan((await preview()).plan);
    if (!applied.ok) throw new Error('not applied');
    work();
    const restored = await restore(applied.restore, options);
    return restored.ok ? [] : restored.problems.map(({ code, sheet }) => `${code} ${sheet ?? ''}`);
  });
}

describe('an edit after the step', () => {
  test('of a sheet that it made keeps the sheet, until the edit is given up', async () => {
    const book = workbook();
    const before = contents(book);
    const review = () => previewReview({ quarter: '2020Q3' });
    const decide = () => ReviewPage.on(book).decide({ 张三: '好' });
    expect(await undoneAfter(book, review, decide)).toEqual([`EDITED_SINCE_STEP ${REVIEW}`]);
    expect(ReviewPage.on(book).person('张三').decision).toBe('好');

    const again = workbook();
    const decideAgain = () => ReviewPage.on(again).decide({ 张三: '好' });
    expect(await undoneAfter(again, review, decideAgain, { discardEdits: true })).toEqual([]);
    expect(contents(again)).toEqual(before);
  });

  test('of a cell that it wrote keeps the cell', async () => {
    const book = workbook();
    const overwrite = () => sheetOf(book, '7月').input(4, 9, 88);
    expect(await undoneAfter(book, () => previewScore(), overwrite)).toEqual(['EDITED_SINCE_STEP 7月']);
    expect(sheetOf(book, '7月').value(4, 9)).toBe(88);
  });

  test('beside people whom it added below the others keeps their rows', async () => {
    const book = workbook();
    await inExcel(book, async () => applyPlan((await previewReview({ quarter: '2020Q3' })).plan));
    ['人事科', '王芳', ...all(70)].forEach((input, column) => sheetOf(book, '7月').input(6, column, input));
    const review = () => previewReview({ quarter: '2020Q3' });
    const decide = () => ReviewPage.on(book).decide({ 王芳: '一般' });
    expect(await undoneAfter(book, review, decide)).toEqual([`EDITED_SINCE_STEP ${REVIEW}`]);
    expect(ReviewPage.on(book).row('王芳')).toBe(6);
    expect(ReviewPage.on(book).person('王芳').decision).toBe('一般');
  });

  test('of any other cell does not stand in the way, and stays', async () => {
    const book = workbook();
    const score = () => sheetOf(book, '7月').input(5, 2, 85);
    expect(await undoneAfter(book, () => previewScore(), score)).toEqual([]);
    expect(sheetOf(book, '7月').value(5, 2)).toBe(85);
    expect(sheetOf(book, '7月').value(5, 9)).toBe('');
  });

  test('that gave the sheet another name is told', async () => {
    const book = workbook();
    const rename = () => {
      book.renameSheet(sheetOf(book, '7月'), '七月');
    };
    expect(await undoneAfter(book, () => previewScore(), rename)).toEqual(['EDITED_SINCE_STEP 7月']);
  });
});

test('a step on a workbook that was saved and opened again is undone without asking', async () => {
  const book = await reopened(workbook());
  const before = contents(book);
  expect(
    await undoneAfter(
      book,
      () => previewReview({ quarter: '2020Q3' }),
      () => undefined,
    ),
  ).toEqual([]);
  expect(contents(book)).toEqual(before);
});

describe('lines below a table', () => {
  /** A step that adds a line below a record, as 封存记录 and 特殊情形登记 get theirs. */
  const lines = (row: number): Plan => ({
    sheets: [
      {
        ...emptySheetPlan('记录', false),
        blocks: [{ label: '记录', row, column: 0, cells: [['7月', '李军', 3]], before: [['', '', '']] }],
      },
    ],
    names: [],
    problems: [],
  });
  const record = () =>
    workbookOf({
      记录: [
        ['月份', '姓名', '天数'],
        ['7月', '张三', 1],
        ['7月', '王芳', 2],
      ],
    });
  const WHOLE_ROW = { column: 0, rows: 1, columns: 16384 };

  const MOVES: readonly [string, (sheet: SheetModel) => void, string, string][] = [
    ['deleted above', (sheet) => sheet.deleteCells({ ...WHOLE_ROW, row: 1 }, 'Up'), 'STEP_MOVED', '第4行的现在在第3行'],
    [
      'inserted above',
      (sheet) => sheet.insertCells({ ...WHOLE_ROW, row: 1 }, 'Down'),
      'EDITED_SINCE_STEP',
      '第4行的现在在第5行',
    ],
  ];
  test.each(MOVES)('that a row %s moved are not taken back, whatever is given up', async (_, edit, code, where) => {
    for (const discardEdits of [false, true]) {
      const book = record();
      await inExcel(book, async () => {
        const applied = await applyPlan(lines(3));
        if (!applied.ok) throw new Error('not applied');
        edit(sheetOf(book, '记录'));
        const before = contents(book);
        const restored = await restore(applied.restore, { discardEdits });
        expect(restored.problems.map((problem) => problem.code)).toEqual([discardEdits ? 'STEP_MOVED' : code]);
        if (discardEdits) expect(restored.problems[0]?.message).toContain(where);
        expect(contents(book)).toEqual(before);
      });
    }
  });

  test('are taken back, and once more without harm', async () => {
    const book = record();
    const before = contents(book);
    await inExcel(book, async () => {
      const applied = await applyPlan(lines(3));
      if (!applied.ok) throw new Error('not applied');
      for (let i = 0; i < 2; i++) expect(await restore(applied.restore)).toEqual({ ok: true, problems: [] });
    });
    expect(contents(book)).toEqual(before);
  });
});
