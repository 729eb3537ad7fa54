import type { SheetModel } from '../../workbook/model/workbook';
import { isWholeColumns, isWholeRows, type Area } from '../../workbook/values/address';
import { requirePermission } from '../cells/permission';
import type { Arguments } from '../core/arguments';
import type { Member } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { invalidArgument, invalidOperation } from '../core/refusal';

const OPTIONS = ['ByRows', 'ByColumns'] as const;
/** Excel's outlines are eight levels deep; the first is what belongs to no group. */
const DEEPEST = 7;

/** Groups of rows and columns that fold. */
export const outlineMembers: Readonly<Record<string, Member<RangeRef>>> = {
  group: { kind: 'method', since: '1.10', call: (range, given) => change(range, given, 1) },
  ungroup: { kind: 'method', since: '1.10', call: (range, given) => change(range, given, -1) },
};

function change({ sheet, area }: RangeRef, given: Arguments, step: number): void {
  const option = given.choice(0, OPTIONS);
  const byRows = option === 'ByRows';
  if (byRows ? isWholeColumns(area) : isWholeRows(area)) throw invalidArgument('The whole sheet is no group.');
  requirePermission(sheet, byRows ? 'formatRows' : 'formatColumns');
  const lines = linesOf(area, byRows);
  const levels = lines.map((line) => levelOf(sheet, line, byRows));
  if (step < 0 && levels.every((level) => level === 0)) throw invalidOperation('There is no group here.');
  if (step > 0 && levels.some((level) => level >= DEEPEST)) throw invalidOperation('Groups are seven deep at most.');
  lines.forEach((line, index) => {
    const level = Math.max(0, (levels[index] ?? 0) + step);
    const shown = level === 0 ? { hidden: false } : {};
    if (byRows) {
      const rows = (sheet.data.rowDefs ??= new Map());
      rows.set(line, { ...rows.get(line), ...shown, outlineLevel: level });
    } else {
      const columns = (sheet.data.columns ??= []);
      while (columns.length <= line) columns.push({});
      columns[line] = { ...columns[line], ...shown, outlineLevel: level };
    }
  });
}

function linesOf(area: Area, byRows: boolean): number[] {
  const [start, size] = byRows ? [area.row, area.rows] : [area.column, area.columns];
  return Array.from({ length: size }, (_, index) => start + index);
}

function levelOf(sheet: SheetModel, line: number, byRows: boolean): number {
  return (byRows ? sheet.data.rowDefs?.get(line)?.outlineLevel : sheet.data.columns?.[line]?.outlineLevel) ?? 0;
}

/** Shows the groups down to a level, and hides what lies deeper; 0 leaves rows or columns as they are. */
export function showOutlineLevels(sheet: SheetModel, rows: number, columns: number): void {
  if (Math.min(rows, columns) < 0 || Math.max(rows, columns) > DEEPEST + 1) throw invalidArgument();
  if (rows > 0)
    for (const [row, definition] of sheet.data.rowDefs ?? []) {
      if (definition.outlineLevel)
        sheet.data.rowDefs?.set(row, { ...definition, hidden: definition.outlineLevel >= rows });
    }
  if (columns > 0)
    sheet.data.columns = (sheet.data.columns ?? []).map((column) =>
      column.outlineLevel ? { ...column, hidden: column.outlineLevel >= columns } : column,
    );
  sheet.workbook.rowsHiddenChanged();
}
