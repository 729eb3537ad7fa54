import * as excel from '../../../src/excel';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { confirmed, decidedAll } from './decidedQuarter';
import { filingFile, readAll, task, weeklyFile } from './personFiles';
import { inExcel, sheetOf } from './workbooks';

const QUARTER = '2020Q3';
const LONG = '牵头起草全市外贸稳增长若干措施，走访重点企业12家，汇总意见建议36条，按时上报局党组会议研究';
/** What is made in it, of each kind one; 考核领导小组, which is typed, is made anew. */
export const MADE = [
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
export async function everySheet(): Promise<WorkbookModel> {
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
