import type { CalendarDate } from '../../assessment/calendarDate';
import type { Deadline } from '../../assessment/deadlines';
import { monthTitle, type Month } from '../../assessment/period';
import { recordKey } from '../collect/record';
import { cellAddress } from '../grid/address';
import type { Problem } from '../grid/problem';
import { dateCellText, datesIn, wholeDate } from '../words/dateText';
import { textIn } from '../words/tables';
import type { FilingTable } from './filingSheet';
import { problem } from './problems';

/** What the program writes in 备注; anything else there was typed, and stays. */
export const REMARKS = {
  missing: '缺',
  late: '迟',
  deferred: '顺延期内归档',
  unsigned: '未签名',
  elsewhere: '工作簿中没有此表',
  settled: '不再缺',
} as const;

/** A line of 归档清单. */
export interface StoredLine {
  readonly row: number;
  readonly key: string;
  readonly person: string;
  /** The program's line of a missing form, with nothing typed beside it. */
  readonly isOpen: boolean;
}

/** What HR typed in 实际归档日期; `day` is null where none can be read. */
export interface Filed {
  readonly day: CalendarDate | null;
}

/** The lines of a month, and those of other months by their key, as they stand there. */
export function storedLines(month: Month, table: FilingTable): StoredLine[] {
  const { grid, headerRow } = table;
  const lines: StoredLine[] = [];
  for (let row = headerRow + 1; row < grid.rowEnd; row++) {
    const [annex, department, name, period] = (['附件', '科室', '姓名', '期间'] as const).map((column) =>
      textIn(table, row, column),
    );
    if (annex === undefined || annex === '' || department === undefined || name === undefined || period === undefined)
      continue;
    const [when] = datesIn(period, false);
    const isOfMonth = when !== undefined && `${when.year}年${when.month}月` === monthTitle(month);
    lines.push({
      row,
      key: recordKey(annex, department, name, period),
      person: [annex, department, name].join('|'),
      isOpen: isOfMonth && textIn(table, row, '备注') === REMARKS.missing && textIn(table, row, '实际归档日期') === '',
    });
  }
  return lines;
}

/** When a line's form was filed, as HR typed it; null for a blank cell. */
export function filedOn(
  table: FilingTable,
  row: number,
  date1904: boolean,
  due: Deadline | null,
  problems: Problem[],
): Filed | null {
  const column = table.columns.get('实际归档日期') ?? 0;
  const value = table.grid.value(row, column);
  if (value === '') return null;
  // The format is not known here; a number in a column of dates is a date.
  const written = dateCellText(value, typeof value === 'number' ? 'yyyy/m/d' : 'General', date1904);
  const [mention] = datesIn(written, true);
  const year = mention?.year ?? (due === null ? null : Number(due.literal.slice(0, 4)));
  const day = mention === undefined || mention.readings.length > 0 ? null : wholeDate({ ...mention, year });
  if (day === null) problems.push(problem.archiveDateUnreadable(table.grid.name, cellAddress(row, column), written));
  return { day };
}
