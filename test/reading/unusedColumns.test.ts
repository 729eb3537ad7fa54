/** Columns that hold something and that nobody reads: named once, and offered where their heading nearly is one. */
import { nearColumn } from '../../src/forms/words/nearColumn';
import { nearMisses } from '../../src/forms/nearMisses';
import type { Problem } from '../../src/forms/grid/problem';
import type { SheetSnapshot } from '../../src/forms/grid/snapshot';
import { ROSTER_ALIASES } from '../../src/forms/words/labels';
import {
  annex3,
  HEADING,
  LI,
  only,
  read,
  roster,
  sheet,
  totals,
  withCode,
  workbook,
  ZHANG,
  ZHAO,
  type Cell,
} from '../forms/support/sheets';

const list = (heading: readonly Cell[], ...people: readonly (readonly Cell[])[]) =>
  sheet('花名册', [['机关人员花名册'], [], heading, ...people]);
const beside = (...sheets: readonly SheetSnapshot[]): Problem[] =>
  nearMisses(workbook(...sheets), read(sheets), () => false);
const shown = (problems: readonly Problem[]) => problems.map(({ severity, message }) => `${severity} ${message}`);
/** What is said of columns. */
const told = (...sheets: readonly SheetSnapshot[]) =>
  shown(beside(...sheets).filter(({ code }) => code.startsWith('COLUMN')));
const withColumns = (labels: readonly string[], ...values: readonly (readonly Cell[])[]) =>
  sheet(
    '2020年7月',
    annex3(
      [ZHANG, LI, ZHAO].map((person, i) => [...person, null, ...(values[i] ?? [])]),
      { heading: [...HEADING, ...labels] },
    ),
  );

test('a roster’s 现任职务 is offered as 职务, which the roster lacks', () => {
  const found = told(
    list(
      ['序号', '所在科室', '姓 名', '现任职务', '任现职时间', '人员身份', '备注'],
      [1, '办公室', '赵建国', '科长', '2019.1', '公务员'],
      [2, '办公室', '郑磊', '副科长', '2019.2', '公务员'],
    ),
  );
  expect(found).toEqual([
    'warning 花名册 D3“现任职务”（2个单元格）未使用；是否就是本表没有的“职务”？如是请把表头改为“职务”',
  ]);
});

test('columns of a roster that nobody reads are one note, with address and cells; 序号, 签字 and empty ones are not', () => {
  const found = told(
    list(
      ['编号', '科室', '姓名', '职务', '现任职务', '性别', '身份证号', '任现职时间', '本人签字', '籍贯', '备注'],
      [1, '办公室', '赵建国', '科长', '科长', '男', '', '2019.1', '赵', '', '调入'],
      [2, '办公室', '郑磊', '科员', '', '男', '370800', '2019.2'],
      ['合计', '', '', '', '', '2人', '', '', '', '2人'],
    ),
  );
  expect(found).toEqual([
    'note 花名册 E3：未使用：“现任职务”E3（1个单元格）、“性别”F3（2个单元格）、“身份证号”G3（1个单元格）；' +
      '如有考核内容请填入已识别的列或特殊情形登记',
  ]);
});

test('a second half of a roster without headings is told, and one with headings is read', () => {
  const half = ['科室', '姓名', '职务', '任现职时间'];
  const lines = [
    ['办公室', '赵建国', '科长', '2019.1', '外贸科', '孙小明', '科员', '2018.1'],
    ['办公室', '郑磊', '科员', '2019.2', '外贸科', '韩伟', '科员', '2018.2'],
  ];
  expect(told(list([...half, ...half], ...lines))).toEqual([]);
  expect(told(list(half, ...lines))).toEqual([expect.stringContaining('“(无表头)”E3、F3、G3、H3（8个单元格）')]);
});

test('columns of a score sheet that nobody reads, in it and beside it, are named', () => {
  const form = withColumns(
    ['考勤', '备注', '', '民主评议'],
    ['全勤', '好', null, 95],
    ['迟到', null, null, 90],
    [null, null, null, 85],
  );
  expect(totals(read(form))).toEqual({ 张三: '89', 李四: '80.7', 赵敏: '70.7' });
  expect(told(form)).toEqual([
    'note 2020年7月 J4：未使用：“考勤”J4（2个单元格）、“民主评议”M4（3个单元格）；' +
      '如有考核内容请填入已识别的列或特殊情形登记',
  ]);
});

test('points of plus and minus have a warning of their own; what the notice or the program knows is not named', () => {
  const form = withColumns(['扣分', '名次', '等次', '签字', '重算总分'], [2, 1, '好', '李', 89], [0, 2], [0, 3]);
  expect(withCode(read(form), 'EXTRA_NOT_COUNTED')).toHaveLength(1);
  expect(told(form)).toEqual([]);
});

test('an indicator that is called otherwise is offered beside the error of the form', () => {
  const heading = HEADING.map((text) => (text.startsWith('业务') ? '中心业务能力（30%）' : text));
  const form = sheet('2020年7月', annex3([ZHANG, LI, ZHAO], { heading }));
  expect(only(read(form), 'COLUMN_MISSING').severity).toBe('error');
  expect(told(form)).toEqual([
    'warning 2020年7月 F4“中心业务能力(30%)”（3个单元格）未使用；是否就是本表没有的“业务经办指标”？如是请把表头改为“业务经办指标”',
  ]);
});

test('forms side by side tell of their own columns alone', () => {
  const left = annex3([ZHANG, LI]);
  const right = annex3([ZHAO], { heading: [...HEADING, '考勤'], month: '2020年8月' });
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...Array.from({ length: 10 }, (__, c) => left[i]?.[c] ?? null),
    ...(right[i] ?? []),
    ...(i === 4 ? [null, '全勤'] : []),
  ]);
  const both = sheet('两月', rows);
  expect(read(both).forms).toHaveLength(2);
  expect(told(both)).toEqual([expect.stringContaining('“考勤”T4（1个单元格）')]);
});

test('特殊情形登记 and 考核记实: columns that nobody reads are named, near-misses offered', () => {
  const register = sheet('登记', [
    ['科室', '被考核人姓名', '姓名', '情形', '开始日期', '截止时间', '联系电话'],
    ['办公室', '', '张三', '病假', '2020-07-01', '2020-07-03', '123'],
  ]);
  const evidence = sheet('记实', [
    ['日期', '所在科室', '姓名', '类型', '内容', '来源/依据', '记录人'],
    ['2020-07-01', '办公室', '张三', '投诉', '属实', '信访', '李四'],
  ]);
  expect(told(register, evidence)).toEqual([
    expect.stringContaining('warning 登记 F1“截止时间”（1个单元格）未使用；是否就是本表没有的“结束日期”'),
    expect.stringContaining('note 登记 G1：未使用：“联系电话”G1（1个单元格）'),
    expect.stringContaining('warning 记实 B1“所在科室”（1个单元格）未使用；是否就是本表没有的“科室”'),
    expect.stringContaining('note 记实 G1：未使用：“记录人”G1（1个单元格）'),
  ]);
});

test('a 审定表 by hand: columns that nobody reads are named', () => {
  const review = sheet('审定', [
    ['2020年第三季度公务员平时考核等次审定表'],
    ['序号', '科室', '姓名', '7月', '', '8月', '', '9月', '', '季度得分', '审定等次', '奖金'],
    ['', '', '', '总分', '等次', '总分', '等次', '总分', '等次', '', '', ''],
    [1, '办公室', '张三', 90, '好', 90, '好', 90, '好', 90, '好', 500],
  ]);
  expect(told(review)).toEqual([expect.stringContaining('note 审定 L2：未使用：“奖金”L2（1个单元格）')]);
});

test('a list that would be a roster, or a 特殊情形登记, by other headings is a warning that says which', () => {
  const people = sheet('人员', [
    ['所在处室', '人员姓名', '现任职务', '任职年月'],
    ['办公室', '张三', '科员', '2018.3'],
  ]);
  const leave = sheet('请假', [
    ['姓名', '具体情形', '起始时间', '天数'],
    ['张三', '病假', '2020-07-01', 3],
  ]);
  const hr = roster(['办公室', '张三']);
  const form = sheet('2020年7月', annex3([ZHANG]));
  expect(shown(beside(form, people))).toEqual([
    'warning 人员 A1：表头像人员名册；如是请把“所在处室”改为“科室”、“人员姓名”改为“姓名”、' +
      '“现任职务”改为“职务”、“任职年月”改为“任现职时间”；本表未读取',
  ]);
  expect(shown(beside(form, hr, leave))).toEqual([
    'warning 请假 B1：表头像特殊情形登记；如是请把“具体情形”改为“情形”、“起始时间”改为“开始日期”；本表未读取',
  ]);
  // Where there is a roster, another list of people is no loss.
  expect(shown(beside(form, hr, people))).toEqual([expect.stringContaining('note 人员：未使用')]);
});

test('the noun that decides comes last', () => {
  const near = (text: string) => nearColumn(text, ROSTER_ALIASES)?.label ?? null;
  expect(
    ['现任职务', '人员姓名', '任职年月', '任现职务时间', '单位名称', '职务（岗位）', '公务员身份', '所在处室'].map(
      near,
    ),
  ).toEqual(['职务', '姓名', '任现职时间', '任现职时间', '单位', '职务', '身份', '科室']);
  for (const text of [
    '身份证号',
    '单位电话',
    '姓名拼音',
    '出生年月',
    '参加工作时间',
    '入党时间',
    '原单位',
    '曾任职务',
    '职称',
  ])
    expect([text, near(text)]).toEqual([text, null]);
});

test('nothing is said of the rosters and forms that the program lays out', () => {
  const own = [roster(['办公室', '张三'], ['办公室', '李四']), sheet('2020年7月', annex3([ZHANG, LI]))];
  expect(beside(...own)).toEqual([]);
});
