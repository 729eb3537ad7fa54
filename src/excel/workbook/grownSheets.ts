import type { FormatStep, SheetPlan } from '../../forms/grid/plan';
import type { ReviewLayout } from '../../forms/review/layout';
import { movedBreaks } from '../../forms/review/look';
import { grownHeight } from '../../forms/review/personHeights';

/** Points of a column's width that text does not have. */
const PADDING = 3.75;

/**
 * What a 审定表 of an earlier run gets beside its contents: heights of rows that do not show all that stands in them,
 * where nobody has set the height by hand, and the page breaks of its people as they are now. One sync; none for a sheet
 * that is made.
 */
export async function grownSheets(
  context: Excel.RequestContext,
  { sheets, growing, moved }: ReviewLayout,
): Promise<readonly SheetPlan[]> {
  const [plan] = sheets;
  if (plan === undefined || moved === null) return sheets;
  const sheet = context.workbook.worksheets.getItem(plan.sheet);
  const columns = new Set(growing.flatMap(({ texts }) => texts.map(({ column }) => column)));
  const widths = [...columns].map((column) => {
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
    return [column, format.load('columnWidth')] as const;
  });
  const heights = growing.map((row) => {
    const { format } = sheet.getRangeByIndexes(row.row, 0, 1, 1);
    return { row, format: format.load('rowHeight') };
  });
  const { horizontalPageBreaks: breaks } = sheet;
  breaks.load('items/rowIndex');
  await context.sync();
  const points = new Map(widths.map(([column, { columnWidth }]) => [column, Math.max(0, columnWidth - PADDING)]));
  const formats = heights.flatMap(({ row, format: { rowHeight } }): FormatStep[] => {
    const height = grownHeight(row, rowHeight, points);
    return height === null ? [] : [{ area: { row: row.row, column: 0, rows: 1, columns: 1 }, rowHeight: height }];
  });
  const rows = breaks.items.map(({ rowIndex }) => rowIndex);
  return [{ ...plan, formats: [...plan.formats, ...formats], pageBreaks: movedBreaks(moved, rows) }];
}
