import type { Json } from '../../wire/protocol';
import type { Area } from '../../workbook/values/address';
import { asRecord, type Argument } from '../core/arguments';
import type { Member } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { apiNotFound, invalidArgument } from '../core/refusal';

/** What rows and columns are like one by one; of the properties that Excel has for them, whether they are hidden and where. */
export const lineMembers: Readonly<Record<string, Member<RangeRef>>> = {
  getRowProperties: {
    kind: 'method',
    since: '1.9',
    call: ({ sheet, area }, given) =>
      properties(given.at(0), linesOf(area.row, area.rows), {
        rowHidden: (row) => sheet.rowHidden(row),
        rowIndex: (row) => row,
      }),
  },
  getColumnProperties: {
    kind: 'method',
    since: '1.9',
    call: ({ sheet, area }, given) =>
      properties(given.at(0), linesOf(area.column, area.columns), {
        columnHidden: (column) => sheet.columnHidden(column),
        columnIndex: (column) => column,
      }),
  },
};

function linesOf(start: Area['row'], size: number): number[] {
  return Array.from({ length: size }, (_, index) => start + index);
}

function properties(
  options: Argument,
  lines: readonly number[],
  known: Readonly<Record<string, (line: number) => Json>>,
): Json {
  const wanted = Object.entries(asRecord(options)).filter(([, isWanted]) => isWanted === true);
  if (wanted.length === 0) throw invalidArgument();
  const reads = wanted.map(([name]) => {
    const read = known[name];
    if (read === undefined) throw apiNotFound(`Range row or column property ${name}`);
    return [name, read] as const;
  });
  return lines.map((line) => Object.fromEntries(reads.map(([name, read]) => [name, read(line)])));
}
