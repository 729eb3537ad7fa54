import { applyPlan, previewPacket, type PacketPreview } from '../../src/excel';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { printedPages } from './support/printedPages';
import { ReviewPage } from './support/reviewPage';
import {
  all,
  contents,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  runReview,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from './support/workbooks';

const PACKET = '2020年第三季度纪检材料';
const HEADINGS = ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'];
const REGISTER: CellInput[][] = [
  HEADINGS,
  ['外贸科', '李军', '直接确定为好', '2020-08-03', '', '', '季', '会议纪要〔2020〕8号', '王局长', '2020-08-10'],
  ['外资科', '赵六', '试用期', '2020-06-01', '2021-05-31', '', '', '录用通知', '人事科', '2020-06-01'],
  ['商贸科', '孙七', '警告', '2020-09-01', '', '', '', '处分决定〔2020〕3号', '党组', '2020-09-01'],
  ['办公室', '周八', '立案调查', '2020-07-10', '', '', '', '立案决定', '纪检组', '2020-07-10'],
  ['办公室', '周八', '结案不予处分', '2020-09-20', '', '', '', '结案通知', '纪检组', '2020-09-20'],
];
const PEOPLE = [
  ['办公室', '张三', ...all(90)],
  ['外贸科', '李军', ...all(80)],
  ['外资科', '赵六', ...all(82)],
  ['商贸科', '孙七', ...all(88)],
  ['办公室', '周八', ...all(78)],
];

async function reviewed(): Promise<WorkbookModel> {
  const workbook = workbookOf({
    '7月': scoreSheet('2020年7月', PEOPLE),
    '8月': scoreSheet('2020年8月', PEOPLE),
    '9月': scoreSheet('2020年9月', PEOPLE),
    特殊情形登记: REGISTER,
  });
  await runReview(workbook);
  return workbook;
}

async function packet(workbook: WorkbookModel): Promise<PacketPreview> {
  return inExcel(workbook, async () => {
    const preview = await previewPacket({ quarter: '2020Q3' });
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}

const lines = async (workbook: WorkbookModel) =>
  (await shown(workbook, PACKET, 'A4:L30')).filter(([number]) => number !== '');

test('direct, undetermined, limited and made-up grades stand there with basis, approver and clause', async () => {
  const workbook = await reviewed();
  await packet(workbook);
  const brief = (await lines(workbook)).map(([, , name, periods, matter, from, to, , basis, approver, clause]) => [
    name,
    periods,
    matter,
    from,
    to,
    basis,
    approver,
    clause,
  ]);
  expect(brief).toEqual([
    ['李军', '2020年8月、2020年第三季度', '直接确定等次', '较好', '好', '会议纪要〔2020〕8号', '王局长', '五·3'],
    [
      '赵六',
      '2020年7月、2020年8月、2020年9月、2020年第三季度',
      '不确定等次',
      '较好',
      '不确定等次',
      '录用通知',
      '人事科',
      '五·5',
    ],
    [
      '孙七',
      '2020年7月、2020年8月、2020年9月、2020年第三季度',
      '限制等次',
      '好',
      '较好',
      '处分决定〔2020〕3号',
      '党组',
      '五·5',
    ],
    [
      '周八',
      '2020年7月、2020年8月、2020年9月、2020年第三季度',
      '补定等次',
      '较好',
      '较好',
      '立案决定；结案通知',
      '纪检组',
      '五·5',
    ],
  ]);
  const [first] = await lines(workbook);
  expect(first?.[7]).toBe(
    '表现突出、有显著成绩和贡献的，当期可以直接确定为“好”（五·3）；依据：会议纪要〔2020〕8号，王局长批准；2020年第三季度为“好”',
  );
});

test('a decision that differs from the suggestion, with and without a reason, and a mean that is typed', async () => {
  const workbook = await reviewed();
  const review = ReviewPage.on(workbook);
  review.decide({ 张三: '较好', 李军: '较好', 赵六: '不确定等次' });
  review.type('李军', 'remark', '成绩不够显著');
  review.type('张三', 'mean', 99);
  const { items } = await packet(workbook);
  const decided = items.filter(({ matter }) => /审定|手工/.test(matter));
  expect(
    decided.map(({ name, matter, original, result, reason, approver, clause }) => [
      name,
      matter,
      original,
      result,
      reason,
      approver,
      clause,
    ]),
  ).toEqual([
    ['张三', '审定与建议不同', '好', '较好', '未写明理由，请在审定表“备注”中补写', '考核领导小组', '三（二）4'],
    ['张三', '手工改写平均分', '', '99', '未写明理由，请在审定表“备注”中补写', '', '五·2'],
    ['李军', '审定与建议不同', '好', '较好', '成绩不够显著', '考核领导小组', '三（二）4'],
  ]);
});

test('made twice, also after saving, it is the same; 核查意见 stays with its person and matter', async () => {
  const workbook = await reviewed();
  await packet(workbook);
  sheetOf(workbook, PACKET).input(4, 11, '已核');
  sheetOf(workbook, PACKET).input(5, 11, '存疑');
  const once = contents(workbook);
  const again = await reopened(workbook);
  const { plan } = await packet(again);
  expect(plan.sheets).toEqual([]);
  expect(contents(again)).toEqual(once);
  // 赵六's line moves up when 李军's is gone, and 孙七's is gone with its matter.
  sheetOf(again, '特殊情形登记').input(1, 2, '');
  sheetOf(again, '特殊情形登记').input(1, 1, '');
  sheetOf(again, '特殊情形登记').input(3, 2, '事假');
  await packet(again);
  expect((await lines(again)).map((line) => [line[0], line[2], line[4], line[7], line[11]])).toEqual([
    [1, '赵六', '不确定等次', expect.stringContaining('试用期'), '已核'],
    [2, '周八', '补定等次', expect.stringContaining('结案'), ''],
    [3, '孙七', '限制等次', '已不再存在，因有核查意见而保留', '存疑'],
  ]);
  const { plan: last } = await packet(again);
  expect(last.sheets).toEqual([]);
});

test('it is printed on A4 landscape, one page wide, its headings on each page', async () => {
  const workbook = await reviewed();
  await packet(workbook);
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem(PACKET);
      pageLayout.load('orientation,paperSize');
      await context.sync();
      expect(pageLayout.orientation).toBe('Landscape');
      expect(pageLayout.paperSize).toBe('A4');
    }),
  );
  expect(printedPages(sheetOf(workbook, PACKET))).toMatchObject({ wide: 1 });
});

test('a quarter in which every grade is what the score gives needs none', async () => {
  const workbook = workbookOf({ '7月': scoreSheet('2020年7月', PEOPLE) });
  await runReview(workbook);
  const { plan, problems } = await packet(workbook);
  expect(plan.sheets).toEqual([]);
  expect(problems.map(({ code }) => code)).toContain('PACKET_EMPTY');
});

test('the golden quarter’s ten special cases stand there, as the fixture has them', async () => {
  const workbook = await openFixture(GOLDEN);
  await runReview(workbook);
  const { items } = await packet(workbook);
  expect(items.map(({ name, matter, original, result }) => [name, matter, original, result])).toEqual([
    ['阿卜杜拉·买买提', '直接确定等次', '较好', '好'],
    ['孙伟', '直接确定等次', '较好', '较差'],
    ['周丽', '限制等次', '好', '较好'],
    ['吴昊', '不确定等次', '较好', '不确定等次'],
    ['郑凯', '不确定等次', '较好', '不确定等次'],
    ['冯涛', '不确定等次', '好', '不确定等次'],
    ['褚强', '不参加考核', '', '不参加考核'],
    ['卫东', '由外单位考核', '', '由外单位考核'],
    ['沈阳', '直接确定等次', '较好', '好'],
    ['韩梅', '不确定等次', '一般', '不确定等次'],
  ]);
});
