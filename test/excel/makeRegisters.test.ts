import { previewForms, previewRegisters } from '../../src/excel';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { confirmed } from './support/decidedQuarter';
import { contents, GOLDEN, inExcel, openFixture, sheetOf, shown, workbookOf } from './support/workbooks';

const registers = (workbook: WorkbookModel) => confirmed(workbook, () => previewRegisters());

test('an empty 人员名册, 特殊情形登记 and 考核记实 with their columns and drop-downs', async () => {
  const workbook = workbookOf({ 说明: [['考核']] });
  await registers(workbook);
  expect(await shown(workbook, '人员名册', 'A1:H1')).toEqual([
    ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
  ]);
  expect(await shown(workbook, '特殊情形登记', 'A1:J1')).toEqual([
    ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
  ]);
  expect(await shown(workbook, '考核记实', 'A1:G1')).toEqual([
    ['日期', '科室', '姓名', '类型', '内容', '来源/依据', '备注'],
  ]);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const kinds = worksheets.getItem('特殊情形登记').getRange('C2:C100').dataValidation;
      const evidence = worksheets.getItem('考核记实').getRange('D2:D100').dataValidation;
      for (const each of [kinds, evidence]) each.load('rule');
      await context.sync();
      expect(evidence.rule.list?.source).toBe('投诉,群众测评,督查抽查,廉政,急难险重');
      expect(kinds.rule.list?.source).toMatch(/^直接确定为好,直接确定为较差,试用期,病假,.*,外借,拒不参加$/);
    }),
  );
});

test('those that the workbook has are left alone, whatever they are called', async () => {
  const workbook = await openFixture(GOLDEN);
  const log = workbook.addSheet('平时情况');
  ['姓名', '日期', '类型', '来源/依据', '内容'].forEach((label, column) => log.input(2, column, label));
  const before = contents(workbook);
  const { problems } = await registers(workbook);
  expect(problems.map(({ code, sheet }) => [code, sheet])).toEqual([
    ['REGISTER_EXISTS', '人员名册'],
    ['REGISTER_EXISTS', '特殊情形登记'],
    ['REGISTER_EXISTS', '平时情况'],
  ]);
  expect(contents(workbook)).toEqual(before);
});

test('an empty 人员名册, filled in, is what forms are made from', async () => {
  const workbook = workbookOf({ 说明: [['考核']] });
  await registers(workbook);
  ['1', '市商务局', '外贸科', '李军', '科长', '2018年3月', '公务员'].forEach((text, column) => {
    sheetOf(workbook, '人员名册').input(1, column, text);
  });
  const wanted = { annex: 2, month: '2020-07', people: { kind: 'all' } } as const;
  const { forms } = await confirmed(workbook, () => previewForms(wanted));
  expect(forms.map(({ name }) => name)).toEqual(['李军']);
  expect(await shown(workbook, '附件2 2020年7月 外贸科', 'E5')).toEqual([['2018年3月']]);
});
