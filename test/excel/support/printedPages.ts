import type { SheetModel } from '../../../src/host/workbook/model/workbook';
import { parseA1, type Area } from '../../../src/host/workbook/values/address';
import { columnPoints } from '../../../src/host/workbook/values/size';

const POINTS_PER_INCH = 72;
const [SHORT, LONG] = [(210 / 25.4) * POINTS_PER_INCH, (297 / 25.4) * POINTS_PER_INCH];

/** Pages that a sheet takes on A4: how many wide, and how many tall where it is fitted to that; null: as many as it takes. */
export interface PrintedPages {
  readonly wide: number | null;
  readonly tall: number | null;
}

/**
 * What a sheet is printed on, whether it is fitted to pages or has a scale: a scale counts as one page in a
 * direction where its cells are within the margins, and would not be at two percent more.
 */
export function printedPages(sheet: SheetModel): PrintedPages {
  const {
    fitToPage,
    fitToWidth = 1,
    fitToHeight = 1,
    scale = 100,
    margins,
    orientation,
    printArea,
  } = sheet.data.pageSetup ?? {};
  // So many pages are as many as it takes.
  const pages = (fitted: number) => (fitted === 0 || fitted > 999 ? null : fitted);
  if (fitToPage === true) return { wide: pages(fitToWidth), tall: pages(fitToHeight) };
  const area = parseA1(printArea ?? '') ?? usedArea(sheet);
  const between = (start: number, count: number, size: (line: number) => number) =>
    Array.from({ length: count }, (_, i) => size(start + i)).reduce((a, b) => a + b, 0);
  const width = between(area.column, area.columns, (column) =>
    sheet.columnHidden(column) ? 0 : columnPoints(sheet.columnWidth(column)),
  );
  const height = between(area.row, area.rows, (row) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row)));
  const [paperWidth, paperHeight] = orientation === 'landscape' ? [LONG, SHORT] : [SHORT, LONG];
  const { left = 0, right = 0, top = 0, bottom = 0 } = margins ?? {};
  const inside = {
    wide: paperWidth - (left + right) * POINTS_PER_INCH,
    tall: paperHeight - (top + bottom) * POINTS_PER_INCH,
  };
  const isWide = (width * scale) / 100 <= inside.wide;
  const isTall = (height * scale) / 100 <= inside.tall;
  const isLargest =
    scale === 100 || (width * (scale + 2)) / 100 > inside.wide || (height * (scale + 2)) / 100 > inside.tall;
  return { wide: isWide && isLargest ? 1 : null, tall: isTall ? 1 : null };
}

function usedArea({ data }: SheetModel): Area {
  const keys = [...data.cells.keys()].map((key) => key.split(',').map(Number));
  const most = (part: number) => Math.max(0, ...keys.map((key) => (key[part] ?? 0) + 1));
  return { row: 0, column: 0, rows: most(0), columns: most(1) };
}
