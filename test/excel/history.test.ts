import { personHistory, type HistoryOptions } from '../../src/excel';
import type { PersonHistory } from '../../src/forms/annual/history';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { reviewSheet } from './support/annualBooks';
import { ReviewPage } from './support/reviewPage';
import { all, contents, inExcel, reopened, runReview, scoreSheet, sheetOf, workbookOf } from './support/workbooks';

const history = (workbook: WorkbookModel, options: HistoryOptions = {}) =>
  inExcel(workbook, () => personHistory(options));
/** Each quarter of a person in one line. */
const quarters = ({ quarters: all }: PersonHistory) =>
  all.map(({ quarter, months, mean, suggestedGrade, decidedGrade }) => [
    quarter,
    months.map(({ month, total, grade }) => `${month} ${total?.toString() ?? '—'} ${grade ?? '—'}`),
    mean?.toString(),
    suggestedGrade,
    decidedGrade,
  ]);

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
  [1, '市商务局', '办公室', '王建国', '科员', '2018.03', '公务员', ''],
  [2, '市商务局', '外资科', '王建国', '科员', '2018.03', '公务员', ''],
  [3, '市商务局', '外贸科', '赵敏', '科员', '2018.03', '公务员', ''],
];
const CASES = [
  ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
  ['外贸科', '赵敏', '警告', '2020-09-01', '', '', '', '处分决定〔2020〕3号', '党组', '2020-09-01'],
];
const LOG = [
  ['日期', '科室', '姓名', '类型', '内容', '来源/依据', '备注'],
  ['2020-10-12', '外贸科', '赵敏', '督查抽查', '窗口抽查在岗', '督查室', ''],
  ['2020-05-06', '外资科', '王建国', '投诉', '办件超时', '12345工单', ''],
];

/** Q2 as an old 审定表 alone, Q3 scored and decided by the group, Q4 scored and not reviewed. */
async function twoYears(): Promise<WorkbookModel> {
  const people = (zhao: number) => [
    ['办公室', '王建国', ...all(90)],
    ['外资科', '王建国', ...all(70)],
    ['外贸科', '赵敏', ...all(zhao)],
  ];
  const second = reviewSheet('2020Q2', [
    ['办公室', '王建国', '较好', '好'],
    ['市场科', '赵敏', '好', '好'],
  ]);
  [84.5, '较好', 86, '好', 87, '好', 85.83].forEach((cell, i) => second[5]?.splice(4 + i, 1, cell));
  second[5]?.splice(12, 1, '抽调（2020年4月1日）');
  const workbook = workbookOf({
    人员名册: ROSTER,
    '7月': scoreSheet('2020年7月', people(88)),
    '8月': scoreSheet('2020年8月', people(80)),
    '9月': scoreSheet('2020年9月', people(90)),
    特殊情形登记: CASES,
    考核记实: LOG,
    旧表: second,
  });
  await runReview(workbook);
  ReviewPage.on(workbook).decide({ 赵敏: '较好' });
  scoreSheet('2020年10月', people(75)).forEach((line, row) =>
    line.forEach((cell, column) =>
      (workbook.sheetByName('10月') ?? workbook.addSheet('10月')).input(row, column, cell),
    ),
  );
  return reopened(workbook);
}

test('a person’s quarters come from score sheets and 审定表, with special circumstances and evidence, and nothing is written', async () => {
  const workbook = await twoYears();
  const before = contents(workbook);
  const { people } = await history(workbook, { name: '赵敏' });
  const [zhao, ...others] = people;
  if (zhao === undefined) throw new Error('nobody');
  expect(others).toEqual([]);
  expect([zhao.department, zhao.name]).toEqual(['外贸科', '赵敏']);
  expect(quarters(zhao)).toEqual([
    ['2020Q2', ['2020-04 84.5 较好', '2020-05 86 好', '2020-06 87 好'], '85.83', '好', '好'],
    ['2020Q3', ['2020-07 88 较好', '2020-08 80 较好', '2020-09 90 较好'], '86', '较好', '较好'],
    ['2020Q4', ['2020-10 75 较好'], '75', '较好', null],
  ]);
  expect(zhao.quarters.map(({ circumstances }) => circumstances)).toEqual([
    '抽调（2020年4月1日）',
    '受警告处分当年不得确定为“好”（五·5）；依据：处分决定〔2020〕3号，党组批准',
    '',
  ]);
  expect(zhao.circumstances).toMatchObject([{ kind: '警告', from: '2020-09-01', basis: '处分决定〔2020〕3号' }]);
  expect(zhao.evidence).toMatchObject([{ kind: '督查抽查', date: '2020-10-12', cell: 'E2' }]);
  expect(contents(workbook)).toEqual(before);
});

test('a quarter of which a score sheet is missing is as the 审定表 has it', async () => {
  const workbook = await twoYears();
  scoreSheet('2020年5月', [['外贸科', '赵敏', ...all(60)]]).forEach((line, row) =>
    line.forEach((cell, column) => (workbook.sheetByName('5月') ?? workbook.addSheet('5月')).input(row, column, cell)),
  );
  const { people } = await history(workbook, { name: '赵敏' });
  expect(people.flatMap(quarters)[0]).toEqual([
    '2020Q2',
    ['2020-04 84.5 较好', '2020-05 86 好', '2020-06 87 好'],
    '85.83',
    '好',
    '好',
  ]);
});

test('a 建议等次 that somebody typed on the 审定表 is the suggestion', async () => {
  const workbook = await twoYears();
  ReviewPage.on(workbook).type('赵敏', 'suggestion', '一般');
  const { people } = await history(workbook, { name: '赵敏' });
  expect(people[0]?.quarters[1]?.suggestedGrade).toBe('一般');
});

test('namesakes are told apart by 科室, and a name alone gives them all', async () => {
  const workbook = await twoYears();
  const both = await history(workbook, { name: '王 建国' });
  expect(both.people.map(({ department, evidence }) => [department, evidence.length])).toEqual([
    ['办公室', 0],
    ['外资科', 1],
  ]);
  const { people } = await history(workbook, { name: '王建国', department: '外资科' });
  expect(people.map((person) => quarters(person).map(([quarter, , mean]) => [quarter, mean]))).toEqual([
    [
      // On the roster, and on none of that quarter's sheets (rule 49).
      ['2020Q2', undefined],
      ['2020Q3', '70'],
      ['2020Q4', '70'],
    ],
  ]);
});

test('somebody of another 科室 on an old 审定表 is the same person where only one bears the name, and that is told', async () => {
  const { problems } = await history(await twoYears());
  expect(problems.map(({ code }) => code)).toContain('ANNUAL_DEPARTMENT_CHANGED');
});

test('without a name everybody is listed in the order of the roster; nobody for an unknown name', async () => {
  const workbook = await twoYears();
  expect((await history(workbook)).people.map(({ key }) => key)).toEqual([
    '办公室|王建国',
    '外资科|王建国',
    '外贸科|赵敏',
  ]);
  expect((await history(workbook, { name: '张三' })).people).toEqual([]);
});

test('a 审定表 whose headings were changed is told, and the score sheets count', async () => {
  const workbook = await twoYears();
  sheetOf(workbook, '2020年第三季度审定表').input(2, 16, '结果');
  const { people, problems } = await history(workbook, { name: '赵敏' });
  expect(problems.map(({ code }) => code)).toContain('REVIEW_HEADINGS_MISSING');
  expect(people.flatMap(quarters)[1]).toEqual([
    '2020Q3',
    ['2020-07 88 较好', '2020-08 80 较好', '2020-09 90 较好'],
    '86',
    '较好',
    null,
  ]);
});
