import type { Cell } from '../../workbook/model/data';
import type { CellValue, SheetModel } from '../../workbook/model/workbook';
import { areaBetween, cellKey, MAX_COLUMNS, MAX_ROWS } from '../../workbook/values/address';

/** The value that a formula (without its `=`) has on the sheet. Nothing of the workbook changes. */
export async function evaluate(sheet: SheetModel, formula: string): Promise<CellValue> {
  const [value = ''] = await evaluateAll(sheet, [formula]);
  return value;
}

/** The values of several formulas, for which the engine is started once. Nothing of the workbook changes. */
export async function evaluateAll(sheet: SheetModel, formulas: readonly string[]): Promise<CellValue[]> {
  if (formulas.length === 0) return [];
  // The engine values cells, so the formulas stand in the sheet's last cells for a moment, unseen by any write.
  const column = MAX_COLUMNS - 1;
  const first = MAX_ROWS - formulas.length;
  const area = areaBetween(first, column, MAX_ROWS - 1, column);
  const old = new Map<string, Cell | undefined>();
  formulas.forEach((formula, index) => {
    const key = cellKey(first + index, column);
    old.set(key, sheet.cells.get(key));
    sheet.cells.set(key, { value: null, type: 'formula', formula });
  });
  try {
    await sheet.workbook.calculate([{ sheet, area }]);
    return formulas.map((_, index) => sheet.value(first + index, column));
  } finally {
    for (const [key, cell] of old) {
      if (cell) sheet.cells.set(key, cell);
      else sheet.cells.delete(key);
    }
  }
}
