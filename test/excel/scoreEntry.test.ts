import { applyPlan, previewScore, previewScoreEntry, restore } from '../../src/excel';
import type { EntryLayout, ScoreEntry } from '../../src/forms/scoring/entry';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { contents, inExcel, scoreSheet, sheetOf, workbookOf } from './support/workbooks';
import type { ScoreResult } from '../../src/forms/book/model';

const GIVEN = [90, 85.5, 88, 89, 91, 86, 87];
const EMPTY = Array.from({ length: 7 }, () => '');

const july = (zhang: readonly CellInput[] = EMPTY, heading?: readonly string[]): WorkbookModel =>
  workbookOf({
    '7月': scoreSheet(
      '2020年7月',
      [
        ['办公室', '张三', ...zhang],
        ['办公室', '李四', 80, 82, 81, 80, 79, 83, 84],
      ],
      heading,
    ),
  });

/** What the pane knows of a person when the scores are typed. */
async function entryOf(workbook: WorkbookModel, name: string, given: readonly number[] = GIVEN): Promise<ScoreEntry> {
  const { book } = await inExcel(workbook, () => previewScore());
  const line: ScoreResult | undefined = book.scores.find(({ row }) => row.name === name);
  if (line === undefined) throw new Error(name);
  const { form, row } = line;
  return { form, row, scores: given, seen: row.scores.map((score) => score?.toString() ?? '') };
}

const preview = (workbook: WorkbookModel, entry: ScoreEntry): Promise<EntryLayout> =>
  inExcel(workbook, () => previewScoreEntry(entry));

const codes = ({ problems }: EntryLayout): string[] => problems.map(({ code, cell }) => `${code} ${cell ?? ''}`);

function scores(workbook: WorkbookModel, row = 4): CellInput[] {
  return [2, 3, 4, 5, 6, 7, 8].map((column) => sheetOf(workbook, '7月').value(row, column));
}

test('seven scores go into the person’s empty cells, plainly, and one step takes them back', async () => {
  const workbook = july();
  const before = contents(workbook);
  const entry = await entryOf(workbook, '张三');
  await inExcel(workbook, async (host) => {
    host.resetCounters();
    const found = await previewScoreEntry(entry);
    expect(host.counters.syncs).toBe(1);
    expect(found.isPlain).toBe(true);
    const applied = await applyPlan(found.plan);
    expect(host.counters.syncs).toBe(3);
    expect(scores(workbook)).toEqual(GIVEN);
    if (applied.ok) await restore(applied.restore);
  });
  expect(contents(workbook)).toEqual(before);
});

test('scores that were in view are replaced plainly, those that show the same already stay', async () => {
  const workbook = july([90, 70, '88分', 89, 91, 86, '=80+7']);
  const entry = await entryOf(workbook, '张三');
  const found = await preview(workbook, entry);
  expect(found.isPlain).toBe(true);
  expect(found.plan.sheets[0]?.blocks.map(({ column, cells }) => [column, cells])).toEqual([
    [0, [[null, null]]],
    [2, [[null]]],
    [3, [[85.5]]],
    [4, [[null, null, null, null, null]]],
  ]);
  const same = await preview(workbook, { ...entry, scores: [90, 70, 88, 89, 91, 86, 87] });
  expect(same.plan.sheets).toEqual([]);
});

test('what was not in view is named: another score, a word, a formula, a date', async () => {
  const workbook = july([70, '优', '=80+1', ...EMPTY.slice(3)]);
  const entry = await entryOf(workbook, '张三');
  sheetOf(workbook, '7月').input(4, 0, '办公室');
  sheetOf(workbook, '7月').input(4, 2, 71);
  const found = await preview(workbook, entry);
  expect(found.isPlain).toBe(false);
  expect(codes(found)).toEqual(['SCORE_REPLACED C5', 'SCORE_REPLACED D5', 'SCORE_REPLACED E5']);
  expect(found.problems.map(({ message }) => message)).toEqual([
    '7月 C5“71”将替换为90；请核对后再确认',
    '7月 D5“优”将替换为85.5；请核对后再确认',
    '7月 E5“=80+1”将替换为88；请核对后再确认',
  ]);
});

test('a number written into a cell of format text is a number', async () => {
  const workbook = july();
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('7月').getRange('C5').numberFormat = [['@']];
      await context.sync();
    }),
  );
  const entry = await entryOf(workbook, '张三');
  await inExcel(workbook, async () => applyPlan((await previewScoreEntry(entry)).plan));
  expect(scores(workbook)).toEqual(GIVEN);
});

test('columns in any order get their own indicator’s score', async () => {
  const heading = [
    '姓名',
    '争先创优',
    '政治品质',
    '科室',
    '工作作风',
    '廉洁自律',
    '学习',
    '目标实施',
    '业务经办',
    '总分',
  ];
  const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['张三', '', '', '办公室']], heading) });
  const entry = await entryOf(workbook, '张三');
  await inExcel(workbook, async () => applyPlan((await previewScoreEntry(entry)).plan));
  const line = Array.from({ length: 9 }, (_, column) => sheetOf(workbook, '7月').value(4, column));
  expect(line).toEqual(['张三', 87, 90, '办公室', 85.5, 88, 89, 86, 91]);
});

test('a line or a column that has moved since is refused, a sheet that is gone too', async () => {
  for (const change of [
    (sheet: ReturnType<typeof sheetOf>) => sheet.input(4, 1, '李四'),
    (sheet: ReturnType<typeof sheetOf>) => sheet.input(3, 4, '工作作风（10%）'),
  ]) {
    const workbook = july();
    const entry = await entryOf(workbook, '张三');
    change(sheetOf(workbook, '7月'));
    const found = await preview(workbook, entry);
    expect([found.refused, ...codes(found)]).toEqual([true, 'SCORE_ROW_MOVED B5']);
  }
  const workbook = july();
  const entry = await entryOf(workbook, '张三');
  workbook.renameSheet(sheetOf(workbook, '7月'), '旧表');
  expect(codes(await preview(workbook, entry))).toEqual(['SCORE_ROW_MOVED B5']);
});

test('a line that moves between preview and writing, and a cell that changes, stop the step', async () => {
  for (const [row, column, input] of [
    [4, 1, '王五'],
    [4, 5, 60],
  ] as const) {
    const workbook = july();
    const entry = await entryOf(workbook, '张三');
    const applied = await inExcel(workbook, async () => {
      const { plan } = await previewScoreEntry(entry);
      sheetOf(workbook, '7月').input(row, column, input);
      return applyPlan(plan);
    });
    expect(applied.ok).toBe(false);
    expect(scores(workbook).filter((score) => score !== '' && score !== 60)).toEqual([]);
  }
});

test('a protected sheet takes scores where its cells are open, and is refused cell by cell where they are not', async () => {
  const workbook = july();
  const entry = await entryOf(workbook, '张三');
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('7月');
      sheet.getRange('C5:H5').format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    }),
  );
  const refused = await preview(workbook, entry);
  expect([refused.refused, refused.plan.sheets.length, ...codes(refused)]).toEqual([true, 0, 'SCORE_CELL_LOCKED I5']);
  const written = { ...entry, scores: [...GIVEN.slice(0, 6), 0] };
  sheetOf(workbook, '7月').input(4, 8, 0);
  const before = contents(workbook);
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewScoreEntry(written)).plan);
    expect(scores(workbook)).toEqual([...GIVEN.slice(0, 6), 0]);
    if (applied.ok) await restore(applied.restore);
  });
  expect(contents(workbook)).toEqual(before);
});

test.each([
  ['张三', 'C5:D5', ['SCORE_CELL_MERGED C5', 'SCORE_CELL_MERGED D5']],
  // R2: Excel tells a merged area where it begins, here above the line.
  ['李四', 'E5:E6', ['SCORE_CELL_MERGED E6']],
])('cells of %s that are merged, %s, are refused', async (name, merged, refused) => {
  const workbook = july();
  const entry = await entryOf(workbook, name);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('7月').getRange(merged).merge();
      await context.sync();
    }),
  );
  expect(codes(await preview(workbook, entry))).toEqual(refused);
});
