import {
  applyPlan,
  check,
  previewArchive,
  previewCollect,
  previewForms,
  previewReview,
  restore,
} from '../../src/excel';
import { confirmed } from './support/decidedQuarter';
import type { ArchivePreview } from '../../src/excel/commands/archive';
import type { FileSource } from '../../src/files';
import type { TaskContent } from '../../src/forms/grid/formSketch';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { filingFile, readAll, task, weeklyFile } from './support/personFiles';
import { all, contents, inExcel, reopened, scoreSheet, sheetOf, shown, workbookOf } from './support/workbooks';

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
  [1, '济宁市商务局', '办公室', '张三', '科员', '2018.03', '公务员'],
  [2, '济宁市商务局', '外贸科', '李军', '科员', '2018.03', '公务员'],
];
/** The weeks of July 2020 by working days. */
const WEEKS = [
  ['2020-07-01', '2020-07-03'],
  ['2020-07-06', '2020-07-10'],
  ['2020-07-13', '2020-07-17'],
  ['2020-07-20', '2020-07-24'],
  ['2020-07-27', '2020-07-31'],
] as const;
const SIGNED = {
  tasks: [task('报表')],
  comment: '工作扎实',
  suggestedGrade: '好',
  signer: '王科长',
  signedOn: '2020-08-03',
};

/** A month of two people: 李军 lacks a week, 张三 his 附件2. */
async function july(...more: readonly Promise<FileSource>[]): Promise<WorkbookModel> {
  const workbook = workbookOf({
    人员名册: ROSTER,
    测评表: scoreSheet('2020年7月', [
      ['办公室', '张三', ...all(90)],
      ['外贸科', '李军', ...all(80)],
    ]),
  });
  const files = await readAll(
    ...WEEKS.slice(1).map(([from, to]) => weeklyFile('李军', from, to, [task('报表')])),
    ...WEEKS.map(([from, to]) => weeklyFile('张三', from, to, [task('会务')], { department: '办公室' })),
    filingFile('李军', '2020-07', SIGNED),
    ...more,
  );
  await inExcel(workbook, async () => applyPlan((await previewCollect(files, { as: 'sheets' })).plan));
  return workbook;
}

async function archive(workbook: WorkbookModel): Promise<ArchivePreview> {
  return inExcel(workbook, async () => {
    const preview = await previewArchive({ month: '2020-07' });
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}

async function printArea(workbook: WorkbookModel, sheet: string): Promise<string> {
  return inExcel(workbook, () =>
    Excel.run(async (context) => {
      const area = context.workbook.worksheets.getItem(sheet).pageLayout.getPrintArea();
      area.load('address');
      await context.sync();
      return area.address.replace(/^.*!/, '');
    }),
  );
}

const LIST = '归档清单';
const list = async (workbook: WorkbookModel) => shown(workbook, LIST, 'A2:K14');
const own = (name: string) => name.startsWith('归档');
/** The user's cells. */
const others = (workbook: WorkbookModel) =>
  Object.fromEntries(Object.entries(contents(workbook)).filter(([cell]) => !own(cell)));

describe('the archive of a month', () => {
  test('copies every form, person by person in the order of the roster, one a page', async () => {
    const workbook = await july();
    const before = contents(workbook);
    await archive(workbook);
    expect(others(workbook)).toEqual(before);
    expect(workbook.sheets.map(({ name }) => name).filter(own)).toEqual([
      '归档2020年7月 附件1',
      '归档2020年7月 附件2',
      '归档2020年7月 附件3',
      LIST,
    ]);
    const weekly = sheetOf(workbook, '归档2020年7月 附件1');
    const names = Array.from({ length: 9 }, (_, i) => weekly.value(4 + 19 * i, 4));
    expect(names).toEqual([...Array<string>(5).fill('张三'), ...Array<string>(4).fill('李军')]);
    // The model names the row before each break.
    expect(weekly.data.rowBreaks).toEqual([19, 38, 57, 76, 95, 114, 133, 152]);
    expect(weekly.value(1, 0)).toBe('附件1');
    expect(await printArea(workbook, weekly.name)).toBe('A2:E172');
  });

  test('of forty people in one 科室 has more merged areas than Excel tells at once, and is read all the same', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `人员${String.fromCharCode(0x4e00 + i)}`);
    const workbook = workbookOf({
      人员名册: [
        ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
        ...people.map((name, i) => [i + 1, '济宁市商务局', '外贸科', name, '科员', '2018.03', '公务员']),
      ],
    });
    await confirmed(workbook, () => previewForms({ annex: 2, month: '2020-07', people: { kind: 'all' } }));
    const forms = sheetOf(workbook, '附件2 2020年7月 外贸科');
    people.forEach((_, i) => forms.input(24 * i + 18, 1, '工作扎实'));
    await archive(workbook);
    const sheets = workbook.sheets.filter(({ data }) => (data.merges ?? []).length > 512).map(({ name }) => name);
    expect(sheets).toEqual(['附件2 2020年7月 外贸科', '归档2020年7月 附件2']);
    const { book } = await inExcel(workbook, () => check());
    expect(book.filings.map(({ header }) => header.name)).toEqual(people);
    const again = await archive(workbook);
    expect(again.plan.sheets).toEqual([]);
  });

  test('is saved and found again', async () => {
    const workbook = await july();
    await archive(workbook);
    const again = await reopened(workbook);
    const preview = await archive(again);
    expect(preview.plan.sheets).toEqual([]);
  });

  test('is not read: checks and results stay as they were', async () => {
    const workbook = await july();
    const before = await inExcel(workbook, () => check());
    const review = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
    await archive(workbook);
    const after = await inExcel(workbook, () => check());
    expect(after.book.weeklyRecords).toEqual(before.book.weeklyRecords);
    expect(after.book.filings).toEqual(before.book.filings);
    expect(after.problems).toEqual(before.problems);
    const reviewAfter = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
    expect(reviewAfter.review).toEqual(review.review);
  });

  test('lists what is there and what is missing, with the days on which it is due', async () => {
    const workbook = await july();
    const preview = await archive(workbook);
    const rows = await list(workbook);
    expect(rows.map((row) => [row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[10]])).toEqual([
      ...WEEKS.map((): unknown[] => ['张三', '附件1', expect.any(String), '附件1 办公室', '', '', '2020年7月31日', '']),
      ['张三', '附件2', '2020年7月', '', '', '', '2020年8月5日', '缺'],
      ['李军', '附件1', '2020年7月1日至2020年7月3日', '', '', '', '2020年7月31日', '缺'],
      ...WEEKS.slice(1).map((): unknown[] => [
        '李军',
        '附件1',
        expect.any(String),
        '附件1 外贸科',
        '',
        '',
        '2020年7月31日',
        '',
      ]),
      ['李军', '附件2', '2020年7月', '附件2 外贸科', '王科长', '2020年8月3日', '2020年8月5日', ''],
      ['考核领导小组', '附件3', '2020年7月', '测评表', '', '', '', '未签名'],
    ]);
    expect(preview.problems.map(({ message }) => message)).toEqual([
      '2020年7月还缺附件1 1份、附件2 1份，逐人列在归档清单；请催交后重新归档',
    ]);
  });
});

describe('a second run', () => {
  test('writes nothing when nothing has changed', async () => {
    const workbook = await july();
    await archive(workbook);
    const before = contents(workbook);
    expect((await archive(workbook)).plan.sheets).toEqual([]);
    expect(contents(workbook)).toEqual(before);
  });

  test('makes the copies anew with what has come since, and keeps the typed dates with their lines', async () => {
    const workbook = await july();
    await archive(workbook);
    const sheet = sheetOf(workbook, LIST);
    sheet.input(1, 9, '2020年7月31日');
    sheet.input(2, 9, '2020-08-04');
    sheet.input(13, 10, '组长出差，8月补签');
    const late = await readAll(weeklyFile('李军', '2020-07-01', '2020-07-03', [task('补记')]));
    await inExcel(workbook, async () => applyPlan((await previewCollect(late, { as: 'sheets' })).plan));
    await archive(workbook);
    const weekly = sheetOf(workbook, '归档2020年7月 附件1');
    expect(Array.from({ length: 10 }, (_, i) => weekly.value(4 + 19 * i, 4)).at(-1)).toBe('李军');
    expect(weekly.data.rowBreaks).toHaveLength(9);
    const rows = await list(workbook);
    expect(rows.map((row) => row[10])).toEqual([
      '',
      '迟',
      '',
      '',
      '',
      '缺',
      '',
      '',
      '',
      '',
      '',
      '',
      '组长出差，8月补签',
    ]);
    expect(rows[6]?.slice(2, 6)).toEqual(['李军', '附件1', '2020年7月1日至2020年7月3日', '附件1 外贸科(2)']);
    expect([sheet.text(1, 9), sheet.text(2, 9)]).toEqual(['2020年7月31日', '2020/8/4']);
  });

  test('puts a week that came with other days on the line of the one that was missing', async () => {
    const workbook = await july();
    await archive(workbook);
    const late = await readAll(weeklyFile('李军', '2020-06-29', '2020-07-03', [task('补记')]));
    await inExcel(workbook, async () => applyPlan((await previewCollect(late, { as: 'sheets' })).plan));
    await archive(workbook);
    const rows = await list(workbook);
    expect(rows[6]?.slice(2, 6)).toEqual(['李军', '附件1', '2020年6月29日至2020年7月3日', '附件1 外贸科(2)']);
    expect(rows[6]?.[10]).toBe('');
    expect(sheetOf(workbook, LIST).value(14, 2)).toBe('');
  });

  test('finds the list by its headings: renamed, sorted, with a column in front', async () => {
    const workbook = await july();
    await archive(workbook);
    const sheet = sheetOf(workbook, LIST);
    workbook.renameSheet(sheet, '存档');
    sheet.insertCells({ row: 0, column: 0, rows: 1_048_576, columns: 1 }, 'Right');
    sheet.input(0, 0, '经手人');
    sheet.input(1, 0, '赵');
    const before = contents(workbook);
    expect((await archive(workbook)).plan.sheets).toEqual([]);
    expect(contents(workbook)).toEqual(before);
  });

  test('makes a copy right in which somebody has typed', async () => {
    const workbook = await july();
    await archive(workbook);
    const weekly = sheetOf(workbook, '归档2020年7月 附件1');
    weekly.input(7, 2, '改动');
    weekly.input(300, 7, '多余');
    const preview = await archive(workbook);
    expect(preview.plan.sheets.map(({ sheet }) => sheet)).toEqual(['归档2020年7月 附件1']);
    expect([weekly.value(7, 2), weekly.value(300, 7)]).toEqual(['会务', '']);
  });

  test('has the pages of what is left when a form is gone', async () => {
    const workbook = await july();
    await archive(workbook);
    const forms = sheetOf(workbook, '附件1 外贸科');
    forms.deleteCells({ row: 19, column: 0, rows: 19, columns: 16_384 }, 'Up');
    await archive(workbook);
    const weekly = sheetOf(workbook, '归档2020年7月 附件1');
    expect(weekly.data.rowBreaks).toEqual([19, 38, 57, 76, 95, 114, 133]);
    expect(weekly.value(153, 0)).toBe('');
    expect(await printArea(workbook, weekly.name)).toBe('A2:E153');
  });

  test('makes a copy right whose cells somebody has parted', async () => {
    const workbook = await july();
    await archive(workbook);
    const weekly = sheetOf(workbook, '归档2020年7月 附件1');
    const title = { row: 2, column: 0, rows: 1, columns: 5 };
    weekly.unmerge(title);
    await archive(workbook);
    expect(weekly.mergeAt(2, 0)).toMatchObject(title);
  });

  // The late form is longer than the others, so that merged cells lie elsewhere below it.
  test('can be undone, contents and all', async () => {
    const workbook = await july();
    await archive(workbook);
    const late = await readAll(
      weeklyFile('李军', '2020-07-01', '2020-07-03', Array<TaskContent>(15).fill(task('补记'))),
    );
    await inExcel(workbook, async () => applyPlan((await previewCollect(late, { as: 'sheets' })).plan));
    const before = contents(workbook);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewArchive({ month: '2020-07' })).plan);
      if (!applied.ok) throw new Error('not applied');
      const restored = await restore(applied.restore);
      expect(restored.ok).toBe(true);
      // So many looks are not noted cell by cell, and that is said.
      expect(restored.problems.map(({ code }) => code)).toEqual(['STEP_LOOKS']);
    });
    expect(contents(workbook)).toEqual(before);
  });
});

describe('nothing is archived', () => {
  test('of a month without any form', async () => {
    const workbook = await july();
    const preview = await inExcel(workbook, () => previewArchive({ month: '2020-09' }));
    expect(preview.plan.sheets).toEqual([]);
    expect(preview.problems.map(({ message }) => message)).toEqual([
      '工作簿中没有2020年9月的附件1、附件2和附件3，没有可归档的表；请核对月份或先收集',
    ]);
  });

  test('while a sheet of the archive or the list is protected', async () => {
    const workbook = await july();
    await archive(workbook);
    for (const name of ['归档2020年7月 附件1', LIST]) sheetOf(workbook, name).data.protection = { sheet: true };
    const preview = await inExcel(workbook, () => previewArchive({ month: '2020-07' }));
    expect(preview).toMatchObject({ refused: true, plan: { sheets: [] } });
    expect(preview.problems.filter(({ code }) => code === 'ARCHIVE_PROTECTED').map(({ sheet }) => sheet)).toEqual([
      '归档2020年7月 附件1',
      LIST,
    ]);
  });

  test('while the list has lost a heading', async () => {
    const workbook = await july();
    await archive(workbook);
    sheetOf(workbook, LIST).input(0, 6, '');
    const preview = await inExcel(workbook, () => previewArchive({ month: '2020-07' }));
    expect(preview.refused).toBe(true);
    expect(preview.problems.map(({ message }) => message)).toContain(
      '归档清单：表头缺少签名，没有归档；请恢复表头，或将此表改名、删除后重新归档',
    );
  });
});
