import { cellKey, MAX_COLUMNS, MAX_ROWS } from '../workbook/address';
import type { CellValue, SheetModel } from '../workbook/model';

/** The value that a formula (without its `=`) has on the sheet. Nothing of the workbook changes. */
export async function evaluate(sheet: SheetModel, formula: string): Promise<CellValue> {
  // The engine values cells, so the formula stands in the sheet's last cell for a moment, unseen by any write.
  const row = MAX_ROWS - 1;
  const column = MAX_COLUMNS - 1;
  const key = cellKey(row, column);
  const old = sheet.cells.get(key);
  sheet.cells.set(key, { value: null, type: 'formula', formula });
  try {
    await sheet.workbook.calculate([{ sheet, area: { row, column, rows: 1, columns: 1 } }]);
    return sheet.value(row, column);
  } finally {
    if (old) sheet.cells.set(key, old);
    else sheet.cells.delete(key);
  }
}
