import { columnPoints } from '../../workbook/values/size';
import type { Member } from '../core/object';
import type { RangeRef } from '../core/rangeRef';

/** Members that tell how large a range is on the screen at 100 %, in points; what is hidden does not count. */
export const sizeMembers: Readonly<Record<string, Member<RangeRef>>> = {
  width: {
    kind: 'value',
    since: '1.10',
    get: ({ sheet, area }) =>
      sum(area.column, area.columns, (column) =>
        sheet.columnHidden(column) ? 0 : columnPoints(sheet.columnWidth(column)),
      ),
  },
  height: {
    kind: 'value',
    since: '1.10',
    get: ({ sheet, area }) => sum(area.row, area.rows, (row) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row))),
  },
};

function sum(start: number, count: number, size: (line: number) => number): number {
  let points = 0;
  for (let line = start; line < start + count; line++) points += size(line);
  return points;
}
