import type { Json } from '../../wire/protocol';
import { NO_STYLE, type CellStyle } from '../../workbook/model/data';
import { isWholeColumns, isWholeRows } from '../../workbook/values/address';
import type { RangeRef } from '../core/rangeRef';

/** The one value that all agree on; null when they differ, as Excel shows mixed formats, or when there are none. */
export function agreed(values: Iterable<Json>): Json {
  let common: Json | undefined;
  for (const value of values) {
    if (common !== undefined && common !== value) return null;
    common = value;
  }
  return common ?? null;
}

/** The different formats that the cells of the ranges have. */
export function stylesOf(ranges: readonly RangeRef[]): Set<CellStyle> {
  const styles = new Set<CellStyle>();
  for (const range of ranges) for (const style of stylesIn(range)) styles.add(style);
  return styles;
}

function* stylesIn({ sheet, area }: RangeRef): Generator<CellStyle> {
  if (!isWholeColumns(area) && !isWholeRows(area)) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) yield sheet.style(row, column);
    }
    return;
  }
  // Of whole rows and columns: the formats that lines have, and those of the cells that exist.
  for (const [, cell] of sheet.cellsIn(area)) yield cell.style ?? NO_STYLE;
  if (isWholeColumns(area)) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      yield sheet.data.columns?.[column]?.style ?? NO_STYLE;
      if (column >= (sheet.data.columns?.length ?? 0)) return;
    }
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row++) yield sheet.extras.rowStyles.get(row) ?? NO_STYLE;
}
