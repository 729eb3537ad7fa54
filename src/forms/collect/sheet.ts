import type { SheetGrid } from '../grid/sheetGrid';
import { firstTable, type Table } from '../words/tables';

/** Columns of 收集汇总 that the program fills; people may move them, and add columns of their own. */
export const COLLECTED_COLUMNS = [
  '附件',
  '科室',
  '姓名',
  '职务',
  '期间',
  '序号',
  '工作任务进度',
  '完结情况',
  '完结时间',
  '科室业务责任目标暨亮点工作',
  '个人岗位职责暨承担业务',
  '建议等次',
  '评语',
  '签名',
  '签署日期',
  '考核委员会意见',
  '意见日期',
  '未确定等次或不参加考核情况说明',
  '来源文件',
] as const;
export type CollectedColumn = (typeof COLLECTED_COLUMNS)[number];

/** Headings that no other sheet has together. */
const TELLING: readonly CollectedColumn[] = ['附件', '期间', '工作任务进度', '来源文件'];

export type CollectedTable = Table<CollectedColumn>;

/** The workbook's 收集汇总, known by its headings. */
export function findCollectedTable(grids: Iterable<SheetGrid>): CollectedTable | null {
  return firstTable(grids, COLLECTED_COLUMNS, TELLING);
}

/** Whether a sheet is 收集汇总. */
export function isCollectedSheet(grid: SheetGrid): boolean {
  return findCollectedTable([grid]) !== null;
}
