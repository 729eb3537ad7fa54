import type { SnapshotValue } from '../../forms/grid/snapshot';
import { matrixOf } from './snapshot';

/** What the cells of some sheets give, and their number formats. */
export interface ReadCells {
  readonly value: (sheet: string, row: number, column: number) => SnapshotValue;
  readonly format: (sheet: string, row: number, column: number) => string;
}

/** Reads the used blocks of sheets. One sync. */
export async function readCells(context: Excel.RequestContext, sheets: readonly string[]): Promise<ReadCells> {
  const ranges = sheets.map((name) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
    range.load('rowIndex,columnIndex,values,numberFormat');
    return { name, range };
  });
  if (ranges.length > 0) await context.sync();
  const found = new Map(
    ranges
      .filter(({ range }) => !range.isNullObject)
      .map(({ name, range: { rowIndex, columnIndex, values, numberFormat } }) => [
        name,
        { rowIndex, columnIndex, values: matrixOf(values), formats: matrixOf(numberFormat) },
      ]),
  );
  return {
    value(sheet, row, column) {
      const block = found.get(sheet);
      return block?.values[row - block.rowIndex]?.[column - block.columnIndex] ?? '';
    },
    format(sheet, row, column) {
      const block = found.get(sheet);
      return String(block?.formats[row - block.rowIndex]?.[column - block.columnIndex] ?? 'General');
    },
  };
}
