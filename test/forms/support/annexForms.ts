import type { FilingForm, WeeklyRecord } from '../../../src/forms/records/record';
import type { Cell } from './sheets';
import type { Book } from '../../../src/forms/book/model';

/** 序号 is numbered by itself: 工作任务进度, 完结情况, 完结时间. */
export type Task = readonly [progress: Cell, completion?: Cell, finished?: Cell];

const TASKS: readonly Task[] = [
  ['起草稳外贸方案', '已完成', '2021年5月6日'],
  ['走访重点企业', '进行中'],
];

interface HeaderText {
  readonly department?: Cell;
  readonly name?: Cell;
  readonly position?: Cell;
  readonly since?: Cell;
}

export interface WeeklyText extends HeaderText {
  readonly period?: Cell;
  readonly tasks?: readonly Task[];
  readonly rows?: number;
}

/** The printed 附件1, A:E, 19 rows with its twelve tasks. */
export function annex1({
  period = '(2021年5月3日---2021年5月7日)',
  tasks = TASKS,
  rows = 12,
  ...header
}: WeeklyText = {}): Cell[][] {
  return [
    ['附件：1.'],
    ['公务员每周工作记实'],
    [period],
    ...headerRows(header),
    ['工作任务完成情况', '序号', '工作任务进度', '完结情况', '完结时间'],
    ...taskRows(tasks, rows),
    ['备注：此表每月底交局人事科存档'],
  ];
}
export const ANNEX1_MERGED = ['A2:E2', 'A3:E3', 'B4:C4', 'B5:C5', 'A6:A18', 'A19:E19'];

export interface FilingText extends HeaderText {
  readonly month?: Cell;
  readonly goals?: Cell;
  readonly duties?: Cell;
  readonly tasks?: readonly Task[];
  readonly evaluation?: Cell;
  readonly committee?: Cell;
  readonly status?: Cell;
}

export const EVALUATION =
  '工作认真负责。\n建议等次：较好\n                签名：王强 \n                   2021年6月3日 ';

/** The printed 附件2, A:E, 21 rows with its ten tasks; the evaluation and its signature in one cell. */
export function annex2({
  month = '(2021年5月)',
  goals = '稳外贸促增长',
  duties = '外贸统计',
  tasks = TASKS,
  evaluation = EVALUATION,
  committee = '同意。\n   2021年6月8日',
  status = null,
  ...header
}: FilingText = {}): Cell[][] {
  return [
    ['附件：2'],
    ['公务员平时（每月）考核备案表'],
    [month],
    ...headerRows(header),
    ['科室业务责任目标\n暨亮点工作', goals],
    ['个人岗位职责\n暨承担业务', duties],
    ['工作任务完成情况\n（本月主要任务）', '序号', '工作任务进度', '完结情况', '完结时间'],
    ...taskRows(tasks, 10),
    ['分管领导或\n内设机构负责人评语及考核等次\n建议', evaluation],
    ['考核委员会\n意 见', committee],
    ['未确定等次或不参加考核情况说明', status],
  ];
}
export const ANNEX2_MERGED = [
  ...['A2:E2', 'A3:E3', 'B4:C4', 'B5:C5', 'B6:E6', 'B7:E7'],
  ...['A8:A18', 'B19:E19', 'B20:E20', 'B21:E21'],
];

/** 附件2 that nobody has filled in. */
export const BLANK_FILING: FilingText = {
  month: '(2020年   月 )',
  department: null,
  name: null,
  position: null,
  since: null,
  goals: null,
  duties: null,
  tasks: [],
  evaluation: '             \n                签名： \n                   年     月     日 ',
  committee: '               \n                             年     月    日 ',
};

function headerRows({
  department = '外贸科',
  name = '李军',
  position = '科员',
  since = '2018.03',
}: HeaderText): Cell[][] {
  return [
    ['科  室', department, null, '姓 名 ', name],
    ['职  务', position, null, '任现职时间', since],
  ];
}

function taskRows(tasks: readonly Task[], rows: number): Cell[][] {
  return Array.from({ length: Math.max(rows, tasks.length) }, (_, i) => [
    null,
    i + 1,
    ...(tasks[i] ?? []).map((cell) => cell ?? null),
  ]);
}

export function weekly(book: Book): WeeklyRecord {
  return single(book.weeklyRecords);
}

export function filing(book: Book): FilingForm {
  return single(book.filings);
}

function single<T>(forms: readonly T[]): T {
  const [form, ...more] = forms;
  if (form === undefined || more.length > 0) throw new Error(`${more.length + (form ? 1 : 0)} forms`);
  return form;
}
