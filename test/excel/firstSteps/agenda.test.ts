/** 期限: the deadlines of the quarter on a day, through the quarter's end. */
import { previewForms, previewNotice, previewObjections } from '../../../src/excel';
import { readState, type AgendaItem } from '../../../src/excel/reading/workbookState';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { zh } from '../../../src/taskpane/texts/zh';
import { confirmed, decided } from '../support/decidedQuarter';
import { inExcel, openFixture, GOLDEN, sheetOf } from '../support/workbooks';

const agenda = async (workbook: WorkbookModel, today: string): Promise<readonly AgendaItem[]> =>
  (await inExcel(workbook, () => readState({ today }))).agenda;
const told = (items: readonly AgendaItem[], today: string): string[] =>
  items.map((item) =>
    [
      zh.agenda.day(item.due.literal, today),
      zh.agenda.what(item),
      zh.agenda.states[item.stand](item.days),
      item.clause,
    ].join('｜'),
  );

test('without 附件1 and 附件2 in the workbook nobody is late with them: only days still to come are shown', async () => {
  const workbook = await openFixture(GOLDEN);
  expect(told(await agenda(workbook, '2020-09-30'), '2020-09-30')).toEqual([
    '9月30日｜2020年9月周记实（附件1）交齐存档｜今天到期｜附件1“每月底交局人事科存档”',
    '10月5日｜2020年9月备案表（附件2）收齐｜还有 5 天｜三（二）2、3',
    '10月5日｜2020年9月考核评语和等次建议｜还有 5 天｜三（二）3',
    '10月10日｜考核领导小组审定等次｜还有 10 天｜三（二）4',
  ]);
  expect(told(await agenda(workbook, '2020-10-13'), '2020-10-13')).toEqual([
    '10月10日｜考核领导小组审定等次｜逾期 3 天｜三（二）4',
  ]);
});

test('forms that are there are counted by people, overdue first; a deadline on a day off alerts and is put off', async () => {
  const workbook = await openFixture(GOLDEN);
  await confirmed(workbook, () =>
    previewForms({ annex: 2, month: '2020-08', people: { kind: 'all' }, raters: [], protect: false }),
  );
  const today = '2020-09-06';
  const items = await agenda(workbook, today);
  const due = items.map(({ kind, month, stand }) => [kind, month, stand]);
  // July and August have begun their forms by now, and 5 September 2020 is a Saturday.
  expect(due.slice(0, 3)).toEqual([
    ['附件1', '2020-07', 'late'],
    ['附件2', '2020-07', 'late'],
    ['评鉴', '2020-07', 'late'],
  ]);
  expect(due).toContainEqual(['附件2', '2020-08', 'putOff']);
  const august = items.find(({ kind, month }) => kind === '附件2' && month === '2020-08');
  expect(august?.open).toBeGreaterThan(10);
  expect(august).toMatchObject({ due: { deferred: '2020-09-07' }, days: 1 });
});

test('what is decided is done; the notice ends and an objection is answered on their days', async () => {
  const workbook = await decided();
  await confirmed(workbook, () => previewNotice({ quarter: '2020Q3', start: '2020-10-12' }));
  await confirmed(workbook, () => previewObjections({ today: '2020-10-13' }));
  const register = sheetOf(workbook, '复核登记');
  const heading = Array.from({ length: 10 }, (_, row) => row).find((row) => register.value(row, 0) === '序号') ?? -1;
  const column = (label: string): number =>
    Array.from({ length: 12 }, (_, at) => at).find((at) => register.value(heading, at) === label) ?? -1;
  const line = heading + 1;
  register.input(line, column('姓名'), '孙伟');
  register.input(line, column('异议内容'), '对等次有异议');
  register.input(line, column('收到日期'), '2020-10-13');
  const today = '2020-10-14';
  expect(told(await agenda(workbook, today), today)).toEqual([
    '10月14日｜公示期满｜今天到期｜三（二）5',
    '10月20日｜答复孙伟的异议｜还有 6 天｜三（二）5',
    '10月10日｜考核领导小组审定等次｜已完成｜三（二）4',
  ]);
  register.input(line, column('答复日期'), '2020-10-20');
  register.input(line, column('复核结果'), '维持');
  const later = await agenda(workbook, '2020-10-21');
  expect(later.every(({ isDone }) => isDone)).toBe(true);
  expect(later.map(({ kind }) => kind)).toEqual(['答复', '公示期满', '审定']);
});
