import type { SheetModel, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { parseA1, parseCellKey, splitSheet } from '../../../src/host/workbook/values/address';
import { columnPoints } from '../../../src/host/workbook/values/size';

/**
 * How much wider a column is printed on a machine that lacks Calibri and 宋体, whose digits columns are counted in, as
 * measured in the pages of LibreOffice with DejaVu and Noto.
 */
const WITHOUT_OWN_FONT = 1.345;
/** A4, in points. */
const PAPER = { short: 595.3, long: 841.9 };
const POINTS_PER_INCH = 72;
const DEFAULT_SIZE = 11;

/**
 * The least size at which a sheet's texts are printed where its own font is missing; sheets that are not fitted to their
 * page, and those without a text, are left out. Columns that are hidden or outside the print area are not printed.
 *
 * @returns points by sheet
 */
export function printedSizes(workbook: WorkbookModel): Map<string, number> {
  return new Map(
    workbook.sheets.flatMap((sheet) => {
      if (sheet.data.pageSetup?.fitToPage !== true) return [];
      const columns = printedColumns(sheet);
      const sizes = [...sheet.data.cells.keys()].flatMap((key) => {
        const { row, column } = parseCellKey(key);
        return columns.includes(column) && sheet.value(row, column) !== ''
          ? [sheet.style(row, column).font?.size ?? DEFAULT_SIZE]
          : [];
      });
      return sizes.length === 0 ? [] : [[sheet.name, Math.min(...sizes) * scaleOf(sheet, columns)] as const];
    }),
  );
}

function printedColumns(sheet: SheetModel): number[] {
  const area = parseA1(splitSheet(sheet.data.pageSetup?.printArea ?? '').address) ?? sheet.usedArea(true);
  return Array.from({ length: area?.columns ?? 0 }, (_, i) => (area?.column ?? 0) + i).filter(
    (column) => !sheet.columnHidden(column),
  );
}

function scaleOf(sheet: SheetModel, columns: readonly number[]): number {
  const { orientation, margins } = sheet.data.pageSetup ?? {};
  const paper = orientation === 'landscape' ? PAPER.long : PAPER.short;
  const room = paper - ((margins?.left ?? 0) + (margins?.right ?? 0)) * POINTS_PER_INCH;
  const width = columns.reduce((sum, column) => sum + columnPoints(sheet.columnWidth(column)), 0);
  return Math.min(1, room / (width * WITHOUT_OWN_FONT));
}
