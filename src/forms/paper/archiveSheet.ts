import { monthTitle, type Month } from '../../assessment/period';
import type { SheetGrid } from '../grid/sheetGrid';

/** One of the program's archive sheets: which annex and month it holds, and the how-manieth it is of these. */
export interface ArchiveMark {
  readonly annex: 1 | 2 | 3;
  readonly month: Month;
  /** From 1. */
  readonly part: number;
}

const MARK = /^归档副本：附件([123]) (\d{4})年(\d{1,2})月 第(\d+)张/;

/**
 * What stands above the paper in the first cell of an archive sheet. By it the program knows its own sheet, whatever it
 * is called, and does not read the copies on it as forms.
 */
export function archiveMarkText({ annex, month, part }: ArchiveMark): string {
  return `归档副本：附件${annex} ${monthTitle(month)} 第${part}张。由程序生成，重新归档时重做，请勿在此修改`;
}

export function archiveMarkOf(grid: SheetGrid): ArchiveMark | null {
  const [, annex, year, month, part] = MARK.exec(String(grid.value(0, 0))) ?? [];
  if (year === undefined || month === undefined) return null;
  return {
    annex: annex === '1' ? 1 : annex === '2' ? 2 : 3,
    month: `${year}-${month.padStart(2, '0')}`,
    part: Number(part),
  };
}

export function isArchiveSheet(grid: SheetGrid): boolean {
  return archiveMarkOf(grid) !== null;
}
