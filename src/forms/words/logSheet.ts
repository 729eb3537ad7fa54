import type { SheetGrid } from '../grid/sheetGrid';
import { tableOn } from './tables';

/** The sheet that says what the program wrote (R36). */
export const OPERATION_LOG = '操作记录';
export const LOG_HEADINGS = ['时间', '命令', '工作表', '单元格', '修改前', '修改后', '说明'] as const;
export type LogHeading = (typeof LOG_HEADINGS)[number];
/** The headings are looked for in so many rows. */
export const LOG_HEAD_ROWS = 10;

/** Where the log's headings stand on a sheet. */
export interface LogPlace {
  readonly headerRow: number;
  readonly columns: readonly number[];
}

/** Finds the headings of an 操作记录, in whatever order they stand; null where the sheet is none. */
export function findLog(grid: SheetGrid): LogPlace | null {
  const table = tableOn(grid, LOG_HEADINGS, LOG_HEADINGS, [0, LOG_HEAD_ROWS]);
  if (table === null) return null;
  return { headerRow: table.headerRow, columns: LOG_HEADINGS.map((heading) => table.columns.get(heading) ?? 0) };
}

export function isLogSheet(grid: SheetGrid): boolean {
  return findLog(grid) !== null;
}
