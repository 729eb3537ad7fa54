import { monthsOf, type Quarter } from '../../assessment/period';

/**
 * The columns of the 季度审定表 as it is printed (A:R), apart from the three months in E:J; widths in characters, as narrow
 * as the texts allow: a machine without the workbook's own font takes a third more for a character, and prints smaller. `also`:
 * what offices write above such a column of their own.
 */
export const REVIEW_COLUMNS = [
  { id: 'index', column: 0, label: '序号', also: [], width: 4.1 },
  { id: 'department', column: 1, label: '科室', also: ['部门', '处室'], width: 9.9 },
  { id: 'name', column: 2, label: '姓名', also: [], width: 7.7 },
  { id: 'position', column: 3, label: '职务', also: ['现任职务'], width: 10.3 },
  { id: 'mean', column: 10, label: '平均分', also: ['季度平均分', '季度得分'], width: 6.5 },
  { id: 'suggestion', column: 11, label: '建议等次', also: ['拟定等次'], width: 7.6 },
  { id: 'circumstances', column: 12, label: '特殊情形及依据', also: ['特殊情形', '特殊情况说明'], width: 16.8 },
  { id: 'proposal', column: 13, label: '科长/分管领导建议', also: ['分管领导建议'], width: 7.6 },
  { id: 'party', column: 14, label: '机关党委意见', also: ['党委意见'], width: 7.6 },
  { id: 'discipline', column: 15, label: '纪检监察意见', also: ['纪检意见', '纪检监察机关意见'], width: 7.6 },
  { id: 'decision', column: 16, label: '审定等次', also: ['审定结果'], width: 7.7 },
  { id: 'remark', column: 17, label: '备注', also: [], width: 7.7 },
] as const;
export type ReviewColumn = (typeof REVIEW_COLUMNS)[number]['id'];
/** 总分 of each month; its 等次 stands in the next column. */
export const MONTH_COLUMNS = [4, 6, 8] as const;
/** Characters. */
export const MONTH_WIDTHS = { total: 6.5, grade: 5.4 } as const;
/** 特殊情形及依据 while nobody has any. */
export const EMPTY_WIDTH = 8;

/** Columns right of the printed ones that the formulas need: the person as a key, and as a name alone. */
export const KEY_LABEL = '人员键';
export const NAME_KEY_LABEL = '姓名键';

/**
 * Columns behind these for what the sheet itself does not tell: a list of keys with an entry for each, hidden, and beside
 * each person what the list says of the row's key, to be seen and filtered by. `pools`: where the limit is counted by
 * pools; `seats`: where the counts leave somebody out.
 */
export const LISTS = {
  pools: { keys: '范围键', entries: '范围登记', shown: '比例范围' },
  seats: { keys: '名额键', entries: '名额登记', shown: '名额口径' },
} as const;
export type ListId = keyof typeof LISTS;
type ListColumns = (typeof LISTS)[ListId];
export type ListColumn = ListColumns[keyof ListColumns];

export const LIST_COLUMNS: readonly ListColumn[] = [...listColumnsOf('pools'), ...listColumnsOf('seats')];

export function listColumnsOf(list: ListId): readonly ListColumn[] {
  const { keys, entries, shown } = LISTS[list];
  return [keys, entries, shown];
}

/** Headings of the months: '7月'. */
export function monthLabels(quarter: Quarter): readonly string[] {
  return monthsOf(quarter).map((month) => `${Number(month.slice(5))}月`);
}
