import { isWorkday } from 'chinese-days';

/** A quarter as a test describes it: what an office typed, and nothing that follows from it. */
export interface DescribedQuarter {
  /** 2020Q3. */
  readonly quarter: string;
  readonly people: readonly DescribedPerson[];
  readonly sheets: readonly DescribedSheet[];
  /** Lines of 特殊情形登记, in the order in which they were typed. */
  readonly entries: readonly DescribedEntry[];
  /** null: the workbook has no 考核设置, and the weights printed on the score sheets are those in force (rule 50). */
  readonly settings: OfficeSettings | null;
  /** Weights in the headings of every score sheet, in the order of 附件3. */
  readonly printedWeights: readonly number[];
}

export interface DescribedPerson {
  readonly department: string;
  readonly name: string;
  /** 单位, 职务 and 身份 of the roster; '' for an empty cell. */
  readonly unit: string;
  readonly position: string;
  readonly identity: string;
  /** false for somebody whom only score sheets name. */
  readonly onRoster: boolean;
}

/** One rater's 附件3 of a month. */
export interface DescribedSheet {
  /** 2020-07. */
  readonly month: string;
  /** '' where nobody is named. */
  readonly rater: string;
  /** The group of raters that the rater line names (rule 52); '' for none. */
  readonly group: string;
  readonly lines: readonly DescribedLine[];
}

export interface DescribedLine {
  /** Index in `people`. */
  readonly person: number;
  /** Seven cells: a number, a text that is no score, or null for a blank. */
  readonly scores: readonly (number | string | null)[];
  /** What stands under 加分项 and 扣分项 (rule 53); null for blanks. */
  readonly extras: readonly [bonus: number | string | null, deduction: number | string | null];
}

export const ENTRY_KINDS = [
  '直接确定为好',
  '直接确定为较差',
  '试用期',
  '病假',
  '事假',
  '记过',
  '记大过',
  '降级',
  '撤职',
  '警告',
  '立案调查',
  '结案不予处分',
  '其他处分',
  '调入',
  '调出',
  '退休',
  '派出学习',
  '抽调',
  '挂职',
  '外借',
  '拒不参加',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A line of 特殊情形登记. */
export interface DescribedEntry {
  readonly person: number;
  readonly kind: EntryKind;
  readonly from: string;
  readonly to: string | null;
  readonly days: number | null;
  /** '' for an empty cell. */
  readonly scope: '月' | '季' | '';
}

/** What an office can choose, as far as a review depends on it. */
export interface OfficeSettings {
  readonly weights: readonly number[];
  /** Lowest totals of 一般, 较好 and 好. */
  readonly gradeLines: readonly [number, number, number];
  readonly quotaPercent: number;
  readonly atLeastOneGood: boolean;
  readonly undeterminedInQuota: boolean;
  readonly leadersInQuota: boolean;
  readonly directGoodInQuota: boolean;
  /** 分值制: each score is points within its weight (ambiguity 6). */
  readonly scale: '自动' | '百分制' | '分值制';
  readonly pool: '全局' | '单位' | '职务类别' | '科室' | '身份';
  readonly rounding: '不舍入' | 0 | 1 | 2;
  readonly raterMethod: '平均' | '去掉最高最低后平均';
  readonly absentRaters: '待确认' | '按已打分评委平均';
  /** Groups of raters with whole percents (rule 52); none where all count alike. */
  readonly groups: readonly { readonly name: string; readonly weight: number }[];
  /** Points that 加分项 and 扣分项 count at most; 0 where they do not (rule 53). */
  readonly largestBonus: number;
  readonly largestDeduction: number;
  readonly quarterMethod: '平均分' | '多数等次';
  readonly directScope: '季' | '月';
  readonly warningScope: '全年' | '自处分之月起';
  /** When a month in 挂职 or 外借 counts as elsewhere (rule 42). */
  readonly elsewhere: '过半' | '有一天即算';
}

/** The defaults of the rules (R04, R13, R15, ambiguities 5–18, 30, rule 42). */
export const OFFICE_DEFAULTS: OfficeSettings = {
  weights: [20, 10, 10, 10, 30, 10, 10],
  gradeLines: [60, 75, 85],
  quotaPercent: 40,
  atLeastOneGood: false,
  undeterminedInQuota: true,
  leadersInQuota: false,
  directGoodInQuota: true,
  scale: '自动',
  pool: '全局',
  rounding: '不舍入',
  raterMethod: '平均',
  absentRaters: '待确认',
  groups: [],
  largestBonus: 0,
  largestDeduction: 0,
  quarterMethod: '平均分',
  directScope: '季',
  warningScope: '全年',
  elsewhere: '过半',
};

export const monthOfDay = (day: string): string => day.slice(0, 7);
export const yearOfDay = (day: string): string => day.slice(0, 4);

/** The three months of a quarter. */
export function monthsOfQuarter(quarter: string): readonly [string, string, string] {
  const first = (Number(quarter.slice(5)) - 1) * 3 + 1;
  const month = (number: number) => `${quarter.slice(0, 4)}-${String(number).padStart(2, '0')}`;
  return [month(first), month(first + 1), month(first + 2)];
}

export const firstDay = (month: string): string => `${month}-01`;

export function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** A day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Every day from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

export const isWorkingDay = (day: string): boolean => isWorkday(day);

/** The working days among them, 调休 included. */
export const workdaysFrom = (from: string, to: string): string[] => daysFrom(from, to).filter(isWorkingDay);
