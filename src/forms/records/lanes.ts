import type { SheetCells } from '../grid/cells';
import { isIndicator, readColumnLabel } from '../words/columnLabel';
import { isHeaderLabel, isSectionLabel } from './labels';
import type { Columns, LabelCell, Scan, TaskHeading } from './scan';

/** Forms below each other and beside each other: which columns are whose. */

/** A field so many columns beside the tasks is another form's. */
const FAR = 8;
/** So many rows around its heading tell how wide a form is. */
const ROWS_AROUND = 14;
/** 附件3's headings: 姓名 and so many indicators. */
const ENOUGH_INDICATORS = 4;

function overlap(a: Columns, b: Columns): boolean {
  return a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

/** The place in the list of the nearest heading above in the same columns; −1 where there is none. */
export function headingAbove(headings: readonly TaskHeading[], of: number): number {
  const heading = headings[of];
  for (let i = of - 1; heading !== undefined && i >= 0; i--) {
    const other = headings[i];
    if (other !== undefined && other.lastRow < heading.row && overlap(other, heading)) return i;
  }
  return -1;
}

/** The place in the list of the nearest heading below in the same columns; −1 where there is none. */
export function headingBelow(headings: readonly TaskHeading[], of: number): number {
  const heading = headings[of];
  for (let i = of + 1; heading !== undefined && i < headings.length; i++) {
    const other = headings[i];
    if (other !== undefined && other.row > heading.lastRow && overlap(other, heading)) return i;
  }
  return -1;
}

/** The columns that forms may use: up to the forms beside them, whose different positions are few. */
export function columnSpans(cells: SheetCells, headings: readonly TaskHeading[]): (heading: TaskHeading) => Columns {
  const distinct = [...new Map(headings.map((each) => [`${each.firstColumn},${each.lastColumn}`, each])).values()];
  return ({ firstColumn, lastColumn }) => ({
    firstColumn: Math.max(
      cells.firstColumn,
      ...distinct.filter((other) => other.lastColumn < firstColumn).map((other) => other.lastColumn + 1),
    ),
    lastColumn: Math.min(
      cells.columnEnd - 1,
      ...distinct.filter((other) => other.firstColumn > lastColumn).map((other) => other.firstColumn - 1),
    ),
  });
}

/** A form's own columns: those of its tasks, of columns beside them, and of the fields above and below. */
export function columnsOf(
  cells: SheetCells,
  { labels }: Scan,
  heading: TaskHeading,
  span: Columns,
  { from, to }: { readonly from: number; readonly to: number },
): Columns {
  let { firstColumn: first, lastColumn: last } = heading;
  const end = Math.min(span.lastColumn, heading.lastColumn + FAR);
  while (last < end && isOwnColumn(cells, heading.row, last + 1)) last++;
  for (let row = Math.max(from, heading.row - ROWS_AROUND); row < heading.row; row++) {
    const line = (labels.get(row) ?? []).filter(({ label }) => isHeaderLabel(label) || label === 'extra');
    for (const cell of line) {
      if (cell.label === 'name' && isScoreName(cells, cell)) continue;
      if (cell.column < first && cell.column >= Math.max(span.firstColumn, first - 1)) first = cell.column;
      // A label stands next to the form's columns, or behind a value that is blank.
      if (cell.column >= first && cell.column <= Math.min(end, last + 2))
        last = Math.max(last, Math.min(end, lastColumnOfValue(cells, cell)));
    }
  }
  for (let row = heading.lastRow + 1; row < Math.min(to, heading.lastRow + 2 * ROWS_AROUND); row++) {
    const [label] = labels.get(row) ?? [];
    if (label === undefined || !isSectionLabel(label.label)) continue;
    if (label.column === first - 1 && label.column >= span.firstColumn) first = label.column;
  }
  return { firstColumn: first, lastColumn: last };
}

/** A heading beside those of the tasks that the annexes do not have: 责任人, 备注. */
function isOwnColumn(cells: SheetCells, row: number, column: number): boolean {
  const text = cells.own(row, column);
  const role = readColumnLabel(text)?.role ?? 'other';
  return text !== '' && role === 'other';
}

/** Whether a 姓名 is the heading of an 附件3: indicators stand next to it, without a gap. */
export function isScoreName(cells: SheetCells, { row, column }: Pick<LabelCell, 'row' | 'column'>): boolean {
  const roles = new Set<string>();
  for (const step of [-1, 1]) {
    for (let at = column + step; ; at += step) {
      const role = readColumnLabel(cells.own(row, at))?.role;
      if (role === undefined) break;
      if (isIndicator(role)) roles.add(role);
    }
  }
  return roles.size >= ENOUGH_INDICATORS;
}

/** The cell to the right of a label, where it is filled or merged, reaches further than the label. */
function lastColumnOfValue(cells: SheetCells, { row, lastColumn }: LabelCell): number {
  const next = lastColumn + 1;
  const merge = cells.merge(row, next);
  return merge !== undefined || cells.own(row, next) !== '' ? next + (merge?.columns ?? 1) - 1 : lastColumn;
}
