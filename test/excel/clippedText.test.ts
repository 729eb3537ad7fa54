import { join } from 'node:path';
import * as excel from '../../src/excel';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { clippedCells } from './support/clippedText';
import { confirmed, decidedAll } from './support/decidedQuarter';
import { filingFile, readAll, task, weeklyFile } from './support/personFiles';
import { seatQuarter, setPool, setSetting } from './support/poolWorkbooks';
import { contents, GOLDEN, inExcel, openFixture, runReview, sheetOf, workbookOf } from './support/workbooks';

const QUARTER = '2020Q3';
const LONG = '牵头起草全市外贸稳增长若干措施，走访重点企业12家，汇总意见建议36条，按时上报局党组会议研究';
/** What is made in it, of each kind one; 考核领导小组, which is typed, is made anew. */
const MADE = [
  '考核设置',
  '2020年第三季度审定表',
  '考核记实',
  '工作日历',
  '考核领导小组',
  '附件1 2020年10月 商贸科',
  '附件2 2020年10月 商贸科',
  '附件3 2020年10月 王副局长',
  '收集汇总',
  '检查结果',
  '材料完整性',
  '归档2020年7月 附件3',
  '归档清单',
  '公示',
  '复核登记',
  '结果运用',
  '2020年第三季度纪检材料',
  '封存记录',
  '2020年度汇总表',
  '2020年度考核参考名单',
  '操作记录',
];

/** A workbook with every sheet that the commands make, one after the other. */
async function everything(): Promise<WorkbookModel> {
  const workbook = await decidedAll();
  const run = (command: () => Promise<excel.Preview>) => confirmed(workbook, command);
  const forms = { month: '2020-10', people: { kind: 'department', department: '商贸科' } } as const;
  workbook.deleteSheet(sheetOf(workbook, '考核领导小组'));
  for (const row of [3, 4, 7]) sheetOf(workbook, '人员名册').input(row, 4, '科长');
  await run(() => excel.previewRegisters());
  await run(() => excel.previewCalendarSheet());
  await run(() => excel.previewLeadership({ quarter: QUARTER }));
  await run(() => excel.previewDraw({ quarter: QUARTER, count: 2, date: '2020-10-09', random: () => 1 }));
  for (const annex of [1, 2] as const) await run(() => excel.previewForms({ ...forms, annex }));
  await run(() => excel.previewForms({ ...forms, annex: 3, raters: ['王副局长', '李副局长'] }));
  const files = await readAll(
    weeklyFile('张三', '2020-07-06', '2020-07-10', [task(LONG, '已完成', '7月8日'), task('走访', '进行中')]),
    filingFile('张三', '2020-07', { tasks: [task(LONG)], comment: LONG, suggestedGrade: '好' }),
  );
  await run(() => excel.previewCollect(files, { as: 'rows' }));
  await run(() => excel.previewScore());
  await run(() => excel.previewCheck());
  await run(() => excel.previewArchive({ month: '2020-07' }));
  await run(() => excel.previewNotice({ quarter: QUARTER, start: '2020-10-12' }));
  await run(() => excel.previewFinalise({ quarter: QUARTER, today: '2020-10-16', includeFair: true }));
  const register = sheetOf(workbook, '复核登记');
  ['', '外贸科', '张三', LONG, '2020-10-13'].forEach((text, column) => register.input(1, column, text));
  await run(() => excel.previewObjections({ today: '2020-12-20' }));
  await run(() => excel.previewPacket({ quarter: QUARTER }));
  await run(() => excel.previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20', by: '李明' }));
  await inExcel(workbook, async () => {
    const { plan } = await excel.previewAnnual({ year: 2020 });
    await excel.applyPlan(plan, { log: { command: '年度汇总', time: '2020-12-21 09:30' } });
  });
  await workbook.calculate([], true);
  return workbook;
}

test('every text of every sheet that the commands make shows whole in its cell', async () => {
  const before = contents(await openFixture(GOLDEN));
  const workbook = await everything();
  expect(workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(MADE));
  expect(clippedCells(workbook, before)).toEqual([]);
});

test('so does what a review writes into an office’s own workbook, and again once somebody has 特殊情形', async () => {
  const workbook = await openFixture(join(__dirname, '../fixtures/三季度考核.xlsx'));
  const before = contents(workbook);
  await runReview(workbook, '2026Q3');
  await workbook.calculate([], true);
  expect(clippedCells(workbook, before)).toEqual([]);

  const register = workbook.addSheet('特殊情形登记');
  [
    ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
    ['办公室', '赵建国', '直接确定为好', '2026-09-10', '', '', '季', '防汛抢险中表现突出', '领导小组', '2026-09-30'],
  ].forEach((line, row) => line.forEach((text, column) => register.input(row, column, text)));
  await runReview(workbook, '2026Q3');
  await workbook.calculate([], true);
  const review = sheetOf(workbook, '2026年第三季度审定表');
  expect(review.text(4, 12)).toContain('防汛抢险中表现突出');
  expect(clippedCells(workbook, before).filter((line) => line.startsWith(review.name))).toEqual([]);
});

test('so do the lines of pools, with people who take no seat', async () => {
  const workbook = seatQuarter();
  setPool(workbook, '单位');
  setSetting(workbook, '参加考核总人数包含局领导', '否');
  const before = contents(workbook);
  await runReview(workbook);
  await workbook.calculate([], true);
  expect(clippedCells(workbook, before)).toEqual([]);
});

test('a text that does not fit is named with its cell, what there is and what it needs', async () => {
  const workbook = workbookOf({
    表: [['审定等次审定等次', '好'], ['审定等次审定等次'], [123456789012], ['审定等次审定等次', '']],
  });
  const sheet = sheetOf(workbook, '表');
  sheet.setStyle(2, 0, { numFmt: '0.00' });
  sheet.setStyle(3, 0, { alignment: { wrapText: true } });
  sheet.data.rowDefs = new Map([[3, { height: 15 }]]);
  expect(clippedCells(workbook)).toEqual([
    '表!A1 宽59像素，需要117像素：审定等次审定等次',
    expect.stringMatching(/^表!A3 宽59像素，需要\d+像素：123456789012.00$/),
    '表!A4 高15磅，需要29磅：审定等次审定等次',
  ]);
});
