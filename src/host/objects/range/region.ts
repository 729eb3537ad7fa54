import type { SheetModel } from '../../workbook/model/workbook';
import { areaBetween, type Area } from '../../workbook/values/address';

/** The cells around the area up to the next empty row and column (Ctrl+A in Excel). */
export function currentRegion(sheet: SheetModel, area: Area): Area {
  const used = sheet.usedArea(true);
  if (!used) return area;
  let [top, left, bottom, right] = [area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1];
  const filled = (row1: number, column1: number, row2: number, column2: number): boolean => {
    if (row1 < 0 || column1 < 0) return false;
    for (const [, cell] of sheet.cellsIn(areaBetween(row1, column1, row2, column2)))
      if (cell.formula !== undefined || (cell.value ?? '') !== '') return true;
    return false;
  };
  const [firstColumn, lastRow, lastColumn] = [
    (): number => Math.max(0, left - 1),
    used.row + used.rows - 1,
    used.column + used.columns - 1,
  ];
  // Diagonal neighbours belong to the region too.
  for (let grown = true; grown;) {
    grown = false;
    if (filled(top - 1, firstColumn(), top - 1, right + 1)) [top, grown] = [top - 1, true];
    if (bottom < lastRow && filled(bottom + 1, firstColumn(), bottom + 1, right + 1))
      [bottom, grown] = [bottom + 1, true];
    if (filled(Math.max(0, top - 1), left - 1, bottom + 1, left - 1)) [left, grown] = [left - 1, true];
    if (right < lastColumn && filled(Math.max(0, top - 1), right + 1, bottom + 1, right + 1))
      [right, grown] = [right + 1, true];
  }
  return areaBetween(top, left, bottom, right);
}
