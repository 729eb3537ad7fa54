import {
  personHistory,
  previewFinalise,
  previewNotice,
  previewObjections,
  previewPacket,
  previewSeal,
  quarterReadiness,
  verifySeal,
} from '../../src/excel';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { runAnnual } from './support/annualBooks';
import { confirmed } from './support/decidedQuarter';
import { inExcel, sheetOf, shown, workbookOf } from './support/workbooks';

/** 审定表 that the office made by hand: values, headings of its own, none of the program's columns; no score sheets. */

const SHEET = '三季度审定';
const HEAD = [
  '序号',
  '部门',
  '姓名',
  '职务',
  '7月',
  '',
  '8月',
  '',
  '9月',
  '',
  '平均分',
  '建议等次',
  '审定等次',
  '备注',
];
const BELOW = ['', '', '', '', '总分', '等次', '总分', '等次', '总分', '等次', '', '', '', ''];
const line = (department: string, name: string, score: number, grade: string, decision: string, remark = '') => {
  const months = [1, 2, 3].flatMap(() => [score, grade]);
  return ['1', department, name, '科员', ...months, score, grade, decision, remark];
};
const table = (quarter: string, lines: readonly (readonly CellInput[])[]): CellInput[][] => [
  [`济宁市商务局${quarter}平时考核等次审定表`],
  [''],
  HEAD,
  BELOW,
  ...lines.map((each) => [...each]),
  ['组长：李明'],
];
const THIRD = [
  line('办公室', '甲', 90, '好', '好等次'),
  line('办公室', '乙', 80, '较好', '好'),
  line('外资科', '王建国', 90, '好', '好'),
  line('外贸科', '王建国', 70, '一般', '一般', '已谈话'),
];
const handmade = (third: readonly (readonly CellInput[])[] = THIRD): WorkbookModel =>
  workbookOf({ 三季度审定: table('2020年三季度', third) });
const Q3 = { quarter: '2020Q3' } as const;

test('the year takes its grades, live where a formula finds the person, and follows a change', async () => {
  const workbook = handmade();
  await runAnnual(workbook);
  const grades = async () =>
    (await shown(workbook, '2020年度汇总表', 'C5:G8')).map(([name, , , , third]) => [name, third]);
  expect(await grades()).toEqual([
    ['甲', '好等次'],
    ['乙', '好'],
    ['王建国', '好'],
    ['王建国', '一般'],
  ]);
  expect((await shown(workbook, '2020年度汇总表', 'I5:K5'))[0]).toEqual([1, 0, 0]);
  sheetOf(workbook, SHEET).input(5, 12, '较好');
  expect((await grades())[1]).toEqual(['乙', '较好']);
});

test('history and readiness read it', async () => {
  const workbook = handmade();
  const { people, problems } = await inExcel(workbook, () => personHistory({ name: '甲' }));
  expect(problems).toEqual([]);
  expect(people.flatMap(({ quarters }) => quarters)).toMatchObject([
    {
      quarter: '2020Q3',
      suggestedGrade: '好',
      decidedGrade: '好',
      months: [{ grade: '好' }, { grade: '好' }, { grade: '好' }],
    },
  ]);
  const { items, isDecided } = await inExcel(workbook, () => quarterReadiness(Q3));
  expect(isDecided).toBe(true);
  expect(items.filter(({ kind }) => kind === '缺审定表')).toEqual([]);
  expect(items.filter(({ kind }) => kind === '缺理由').map(({ people: who }) => who)).toEqual([['办公室|乙']]);
});

test('the packet names the decisions that differ, and no value of it is a typed-over formula', async () => {
  const { items } = await confirmed(handmade(), () => previewPacket(Q3));
  expect(items.map(({ name, matter, original, result }) => [name, matter, original, result])).toEqual([
    ['乙', '审定与建议不同', '较好', '好'],
  ]);
});

test('the notice, the day on which it is final, and the seal are put on it', async () => {
  const workbook = handmade();
  const { lines } = await confirmed(workbook, () => previewNotice({ ...Q3, start: '2020-10-12' }));
  expect(lines.map(({ name, grade }) => [name, grade])).toEqual(
    expect.arrayContaining([
      ['甲', '好'],
      ['乙', '好'],
      ['王建国', '好'],
      ['王建国', '一般'],
    ]),
  );
  await confirmed(workbook, () => previewObjections({ today: '2020-10-15' }));
  const final = await confirmed(workbook, () => previewFinalise({ ...Q3, today: '2020-10-15' }));
  expect(final.refused).toBe(false);
  expect((await shown(workbook, SHEET, 'A10')).flat()[0]).toMatch(/^定稿：2020年10月15日/);
  expect((await confirmed(workbook, () => previewSeal({ ...Q3, by: '李娜' }))).refused).toBe(false);
  expect((await inExcel(workbook, () => verifySeal(Q3))).clean).toBe(true);
  sheetOf(workbook, SHEET).input(5, 12, '一般');
  const { changes } = await inExcel(workbook, () => verifySeal(Q3));
  expect(changes.map(({ section, object }) => [section, object])).toEqual([['审定', '办公室 乙 审定等次']]);
});

test.each([
  ['a decision that cannot be read', line('办公室', '丙', 80, '较好', '优秀'), 'DECISION_UNREADABLE', 'M9'],
  ['somebody who stands there twice', line('办公室', '乙', 80, '较好', '较好'), 'REVIEW_PERSON_TWICE', 'C9'],
])('%s is told alike by the year, the notice, the packet and the seal', async (_what, more, code, cell) => {
  const workbook = handmade([...THIRD, more]);
  const told = [
    (await runAnnual(workbook)).problems,
    (await confirmed(workbook, () => previewNotice({ ...Q3, start: '2020-10-12' }))).problems,
    (await confirmed(workbook, () => previewPacket(Q3))).problems,
    (await confirmed(workbook, () => previewSeal(Q3))).problems,
    (await inExcel(workbook, () => personHistory())).problems,
  ];
  for (const problems of told) {
    expect(problems.filter((each) => each.code === code)).toMatchObject([{ sheet: SHEET, cell }]);
  }
});
