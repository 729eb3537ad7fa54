import { dateTitle } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { dateIn, tableOn, textIn } from '../words/tables';
import type { SheetGrid } from '../grid/sheetGrid';

/** The columns of 结果运用. */
export const COLUMNS = [
  '序号',
  '季度',
  '科室',
  '姓名',
  '职务',
  '审定等次',
  '用途',
  '方式',
  '办理日期',
  '经办人',
  '内容及结果',
  '备注',
] as const;
export type Column = (typeof COLUMNS)[number];
/** Headings that no other sheet has together. */
export const TELLING: readonly Column[] = ['季度', '用途', '方式', '办理日期'];
/** 用途 of a line whose grade was changed. */
export const NO_LONGER = '审定等次已变，不再适用';

export function isFollowUpSheet(grid: SheetGrid): boolean {
  return tableOn(grid, COLUMNS, TELLING) !== null;
}

/** A person's line of 结果运用 that still applies. */
export interface FollowUpLine {
  readonly sheet: string;
  /** A1 address of 方式, which the office fills in. */
  readonly cell: string;
  readonly department: string;
  readonly name: string;
  readonly position: string;
  /** 审定等次. */
  readonly grade: string;
  readonly method: string;
  /** 办理日期 as typed, a day where one can be read. */
  readonly date: string;
  /** 方式 and 办理日期 are filled in. */
  readonly done: boolean;
}

/** The lines of a quarter on 结果运用, in the order of the sheet; null where the workbook has no such sheet. */
export function readFollowUp(grids: Iterable<SheetGrid>, quarter: Quarter, date1904: boolean): FollowUpLine[] | null {
  const title = quarterTitle(quarter);
  for (const grid of grids) {
    const table = tableOn(grid, COLUMNS, TELLING);
    if (table === null) continue;
    const lines: FollowUpLine[] = [];
    for (let row = table.headerRow + 1; row < grid.rowEnd; row++) {
      const text = (column: Column) => textIn(table, row, column);
      if (text('季度') !== title || text('姓名') === '' || text('用途') === NO_LONGER) continue;
      const day = dateIn(table, row, '办理日期', date1904);
      lines.push({
        sheet: grid.name,
        cell: cellAddress(row, table.columns.get('方式') ?? 0),
        department: text('科室'),
        name: text('姓名'),
        position: text('职务'),
        grade: text('审定等次'),
        method: text('方式'),
        date: day === null ? text('办理日期') : dateTitle(day),
        done: text('方式') !== '' && text('办理日期') !== '',
      });
    }
    return lines;
  }
  return null;
}
