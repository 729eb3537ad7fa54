import type { FormatStep } from '../../forms/grid/plan';
import { grownHeight, type GrowingRow } from '../../forms/review/personHeights';

/** Points of a column's width that text does not have. */
const PADDING = 3.75;

/**
 * Heights of rows that do not show all that stands in them, where nobody has set the height by hand. One sync, none for
 * no rows.
 */
export async function grownRows(
  context: Excel.RequestContext,
  sheetName: string,
  rows: readonly GrowingRow[],
): Promise<FormatStep[]> {
  if (rows.length === 0) return [];
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const columns = new Set(rows.flatMap(({ texts }) => texts.map(({ column }) => column)));
  const widths = [...columns].map((column) => {
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
    return [column, format.load('columnWidth')] as const;
  });
  const heights = rows.map((row) => {
    const { format } = sheet.getRangeByIndexes(row.row, 0, 1, 1);
    return { row, format: format.load('rowHeight') };
  });
  await context.sync();
  const points = new Map(widths.map(([column, { columnWidth }]) => [column, Math.max(0, columnWidth - PADDING)]));
  return heights.flatMap(({ row, format: { rowHeight } }) => {
    const height = grownHeight(row, rowHeight, points);
    return height === null ? [] : [{ area: { row: row.row, column: 0, rows: 1, columns: 1 }, rowHeight: height }];
  });
}
