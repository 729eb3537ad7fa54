import type { SheetGrid } from '../grid/sheetGrid';
import { tableOn, type Table } from '../words/tables';

/** The columns of 考核记实. */
export const EVIDENCE_COLUMNS = ['日期', '科室', '姓名', '类型', '内容', '来源/依据', '备注'] as const;
export type EvidenceColumn = (typeof EVIDENCE_COLUMNS)[number];
/** Headings that no other sheet has together. */
const TELLING: readonly EvidenceColumn[] = ['类型', '内容', '来源/依据'];

/** The 考核记实 on a sheet, found by its headings; null where it is none. */
export function evidenceOn(grid: SheetGrid): Table<EvidenceColumn> | null {
  return tableOn(grid, EVIDENCE_COLUMNS, TELLING);
}

export function isEvidenceSheet(grid: SheetGrid): boolean {
  return evidenceOn(grid) !== null;
}
