import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SnapshotValue } from '../grid/snapshot';

/** The sheet with a check's problems. */
export const CHECK_SHEET = '检查结果';
/** What its first cell says: by it and the headings the program knows its own sheet. */
export const CHECK_TITLE = '平时考核检查结果';
export const CHECK_HEADINGS = ['序号', '级别', '工作表', '单元格', '人员', '问题', '代码', '处理情况'] as const;
/** Columns of {@link CHECK_HEADINGS}. */
export const CHECK_COLUMNS = { severity: 1, sheet: 2, cell: 3, person: 4, message: 5, code: 6, remark: 7 } as const;
/** 级别 of a problem that is gone, kept because somebody wrote something in its 处理情况. */
export const SETTLED = '已消除';

/** A line of 检查结果 as it stands there. */
export interface CheckLine {
  /** As it stands in 工作表 and 单元格. */
  readonly sheet: string;
  readonly cell: string;
  readonly person: string;
  readonly message: string;
  readonly code: string;
  /** 处理情况, as typed. */
  readonly remark: SnapshotValue;
}

/** A line with the 0-based row in which it stands. */
export interface StoredLine extends CheckLine {
  readonly row: number;
}

/** Whether a sheet is the program's 检查结果, whatever its name. */
export function isCheckSheet(grid: SheetGrid): boolean {
  return grid.value(0, 0) === CHECK_TITLE && headingRow(grid) !== undefined;
}

/** The lines of 检查结果 in the order in which they stand there: people may have sorted them, or put rows between. */
export function checkLines(grid: SheetGrid): StoredLine[] {
  const lines: StoredLine[] = [];
  const text = (row: number, column: number) => String(grid.value(row, column));
  for (let row = (headingRow(grid) ?? grid.rowEnd) + 1; row < grid.rowEnd; row++) {
    const code = text(row, CHECK_COLUMNS.code);
    if (code === '') continue;
    lines.push({
      row,
      sheet: text(row, CHECK_COLUMNS.sheet),
      cell: text(row, CHECK_COLUMNS.cell),
      person: text(row, CHECK_COLUMNS.person),
      message: text(row, CHECK_COLUMNS.message),
      code,
      remark: grid.value(row, CHECK_COLUMNS.remark),
    });
  }
  return lines;
}

/** What 工作表 and 单元格 show for a problem. */
export function placeOf({ sheet, cell }: Pick<Problem, 'sheet' | 'cell'>): { sheet: string; cell: string } {
  return { sheet: sheet ?? '（工作簿）', cell: cell ?? (sheet === null ? '' : '整表') };
}

function headingRow(grid: SheetGrid): number | undefined {
  for (let row = 0; row < grid.rowEnd; row++) {
    if (CHECK_HEADINGS.every((heading, column) => grid.value(row, column) === heading)) return row;
  }
  return undefined;
}
