import type { SheetGrid } from '../grid/sheetGrid';
import { firstTable, type Table } from '../words/tables';

/** The columns of 归档清单. */
export const FILING_COLUMNS = [
  '序号',
  '科室',
  '姓名',
  '附件',
  '期间',
  '所在工作表',
  '签名',
  '签署日期',
  '应归档日期',
  '实际归档日期',
  '备注',
] as const;
export type FilingColumn = (typeof FILING_COLUMNS)[number];
/** Headings that no other sheet has together. */
const TELLING: readonly FilingColumn[] = ['附件', '期间', '应归档日期', '实际归档日期'];

export type FilingTable = Table<FilingColumn>;

/** 归档清单, found by its headings, wherever they stand and whatever the sheet is called. */
export function findFilingTable(grids: readonly SheetGrid[]): FilingTable | null {
  return firstTable(grids, FILING_COLUMNS, TELLING);
}

export function isFilingList(grid: SheetGrid): boolean {
  return findFilingTable([grid]) !== null;
}
