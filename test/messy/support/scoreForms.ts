/** The printed 附件3 as rows of cells: what the messy workbooks depart from. */
import type { MessyCell, MessySheet } from './xlsxPackage';
import { PRINTED_INDICATORS } from '../../forms/support/annex3Headings';

export const HEADING = ['科室', '姓名', ...PRINTED_INDICATORS, '总分'] as const;

/** 赵敏 has 85.4, 李伟 80.7, 孙丽 91.3: people of whom nothing is to be said. */
export const ZHAO: readonly MessyCell[] = ['办公室', '赵敏', 86, 85, 85, 84, 86, 85, 85];
export const LI: readonly MessyCell[] = ['办公室', '李伟', 80, 82, 81, 80, 79, 83, 84];
export const SUN: readonly MessyCell[] = ['外资科', '孙丽', 92, 90, 91, 93, 91, 90, 92];

/** A person's line with cells replaced, by column: 0 is 科室, 1 姓名, 2 to 8 the scores, 9 总分. */
export function changed(line: readonly MessyCell[], cells: Readonly<Record<number, MessyCell>>): MessyCell[] {
  const length = Math.max(line.length, ...Object.keys(cells).map((column) => Number(column) + 1));
  return Array.from({ length }, (_, column) => (column in cells ? (cells[column] ?? null) : (line[column] ?? null)));
}

interface FormText {
  readonly title?: MessyCell;
  /** In H3, where the form prints 年 月. */
  readonly month?: MessyCell;
  readonly signer?: MessyCell;
  readonly heading?: readonly MessyCell[];
  readonly footnote?: boolean;
}

/** Title in row 2, signature and month in row 3, headings in row 4, people from row 5 on. */
export function form(people: readonly (readonly MessyCell[])[], text: FormText = {}): (readonly MessyCell[])[] {
  const {
    title = '公务员平时（每月）考核测评表',
    month = '2020年7月',
    signer = '分管领导签字：',
    heading = HEADING,
    footnote = true,
  } = text;
  return [
    ['附件3'],
    [title],
    [signer, null, null, null, null, null, null, month],
    heading,
    ...people,
    ...(footnote ? [['备注：此表由考核领导小组根据人员各方面实际表现进行打分。']] : []),
  ];
}

/** A sheet 7月 with this form. */
export function july(people: readonly (readonly MessyCell[])[], text: FormText = {}, more: Partial<MessySheet> = {}) {
  return { name: '7月', rows: form(people, text), ...more };
}

export function roster(...people: readonly (readonly MessyCell[])[]): MessySheet {
  return {
    name: '人员名册',
    rows: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间'],
      ...people.map((line, i) => [i + 1, '市商务局', ...line]),
    ],
  };
}

interface RecordText {
  readonly name: string;
  readonly since?: MessyCell;
  /** 序号, 工作任务进度, 完结情况, 完结时间. */
  readonly tasks?: readonly (readonly MessyCell[])[];
}

const TASKS: readonly (readonly MessyCell[])[] = [
  [1, '起草招商活动方案', '已完成', '2020年7月8日'],
  [2, '整理外贸企业台账', '进行中', null],
];

function recordTop(title: string, period: MessyCell, { name, since = '2018.03' }: RecordText, annex: string) {
  return [
    [annex],
    [title],
    [period],
    ['科  室', '办公室', null, '姓  名', name],
    ['职  务', '科员', null, '任现职时间', since],
  ];
}

function taskRows(tasks: readonly (readonly MessyCell[])[]): MessyCell[][] {
  const heading = ['工作任务完成情况', '序号', '工作任务进度', '完结情况', '完结时间'];
  return [heading, ...tasks.map((task) => [null, ...task])];
}

/** 附件1 of a week: title, period, four fields, tasks from row 7 on. */
export function weekly(period: MessyCell, text: RecordText): MessyCell[][] {
  const { tasks = TASKS } = text;
  return [
    ...recordTop('公务员每周工作记实', period, text, '附件1'),
    ...taskRows(tasks),
    ['备注：此表每月底交局人事科存档'],
  ];
}

/** 附件2 of a month; `comment` is what stands in 评语及考核等次建议. */
export function filing(period: MessyCell, comment: MessyCell, text: RecordText): MessyCell[][] {
  const { tasks = TASKS } = text;
  return [
    ...recordTop('公务员平时（每月）考核备案表', period, text, '附件2'),
    ['科室业务责任目标暨亮点工作', '办文办会'],
    ['个人岗位职责暨承担业务', '文秘'],
    ...taskRows(tasks),
    ['分管领导或内设机构负责人评语及考核等次建议', comment],
    ['考核委员会意见', null],
    ['未确定等次或不参加考核情况说明', null],
  ];
}
