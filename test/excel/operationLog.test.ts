import { applyPlan, previewNotice, previewReview, previewScore, restore, type Preview } from '../../src/excel';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { all, contents, inExcel, reopened, scoreSheet, sheetOf, shown, workbookOf } from './support/workbooks';

const LOG = '操作记录';
const workbook = () =>
  workbookOf({
    '7月': scoreSheet('2020年7月', [
      ['办公室', '张三', ...all(90)],
      ['外贸科', '李军', ...all(80)],
    ]),
  });
const logged = (book: WorkbookModel, preview: () => Promise<Preview>, time: string) =>
  inExcel(book, async () => applyPlan((await preview()).plan, { log: { command: '计算得分', time } }));
const lines = async (book: WorkbookModel, name = LOG) =>
  (await shown(book, name, 'A1:G90')).filter(([time]) => time !== '');

test('what is applied stands in 操作记录, in the order in which it is written', async () => {
  const book = workbook();
  await logged(book, () => previewScore(), '2020-10-09 15:30');
  const [headings, first, ...more] = await lines(book);
  expect(headings).toEqual(['时间', '命令', '工作表', '单元格', '修改前', '修改后', '说明']);
  expect(first).toEqual(['2020-10-09 15:30', '计算得分', '考核设置', '', '', '新建工作表', '新建']);
  expect(more.find(([, , , , , , what]) => what === '总分')).toEqual([
    '2020-10-09 15:30',
    '计算得分',
    '7月',
    'J5:J6',
    '空白',
    '写入2个单元格',
    '总分',
  ]);
});

test('a plan that changes nothing leaves no line, and the workbook as it is', async () => {
  const book = workbook();
  await logged(book, () => previewScore(), '2020-10-09 15:30');
  const once = contents(book);
  await logged(book, () => previewScore(), '2020-10-09 15:31');
  expect(contents(book)).toEqual(once);
});

test('lines are added below, also after the sheet was renamed, saved and opened again', async () => {
  const book = workbook();
  await logged(book, () => previewScore(), '2020-10-09 15:30');
  const count = (await lines(book)).length;
  book.renameSheet(sheetOf(book, LOG), '我局记录');
  const again = await reopened(book);
  await logged(again, () => previewReview({ quarter: '2020Q3' }), '2020-10-09 15:35');
  const all = await lines(again, '我局记录');
  expect(all.slice(1, count).every(([time]) => time === '2020-10-09 15:30')).toBe(true);
  expect(all.slice(count).every(([time]) => time === '2020-10-09 15:35')).toBe(true);
  expect(all.length).toBeGreaterThan(count);
  expect(again.sheetByName(LOG)).toBeUndefined();
});

test('an undone step is taken back, its line in the log is not, and another line says so', async () => {
  const book = workbook();
  const before = contents(book);
  await inExcel(book, async () => {
    const { plan } = await previewScore();
    const applied = await applyPlan(plan, { log: { command: '计算得分', time: '2020-10-09 15:30' } });
    if (applied.ok) await restore(applied.restore, { log: { command: '计算得分', time: '2020-10-09 15:32' } });
  });
  const after = contents(book);
  expect(Object.fromEntries(Object.entries(after).filter(([at]) => !at.startsWith(LOG)))).toEqual(before);
  const log = await lines(book);
  expect(log.length).toBeGreaterThan(2);
  expect(log.at(-1)).toEqual(['2020-10-09 15:32', '计算得分', '考核设置、7月', '', '', '恢复到该步骤之前', '撤销']);
});

test('a log that stands before the 审定表 is not taken for it, whatever it repeats of it', async () => {
  const book = workbook();
  await logged(book, () => previewScore(), '2020-10-09 15:30');
  await logged(book, () => previewReview({ quarter: '2020Q3' }), '2020-10-09 15:35');
  book.moveSheet(sheetOf(book, LOG), 0);
  const names = book.sheets.map(({ name }) => name);
  const again = await logged(book, () => previewReview({ quarter: '2020Q3' }), '2020-10-09 15:40');
  expect(again.ok).toBe(true);
  expect(book.sheets.map(({ name }) => name).sort()).toEqual(names.sort());
  book.moveSheet(sheetOf(book, LOG), 0);
  const { problems } = await inExcel(book, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));
  expect(problems.map(({ code }) => code)).toContain('NOTICE_UNDECIDED');
  expect(problems.map(({ code }) => code)).not.toContain('REVIEW_HEADINGS_MISSING');
});

test('without the option nothing is logged', async () => {
  const book = workbook();
  await inExcel(book, async () => applyPlan((await previewScore()).plan));
  expect(book.sheetByName(LOG)).toBeUndefined();
});

test('while the log is protected nothing is written, and it is said why', async () => {
  const book = workbook();
  await logged(book, () => previewScore(), '2020-10-09 15:30');
  await inExcel(book, () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(LOG).protection.protect();
      await context.sync();
    }),
  );
  const before = contents(book);
  const applied = await logged(book, () => previewReview({ quarter: '2020Q3' }), '2020-10-09 15:35');
  expect(applied.ok ? [] : applied.problems.map(({ code }) => code)).toEqual(['LOG_PROTECTED']);
  expect(contents(book)).toEqual(before);
});
