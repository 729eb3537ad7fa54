import { emptySheetPlan, type FormatStep, type SheetPlan } from '../grid/plan';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { SheetSnapshot, WorkbookSnapshot } from '../grid/snapshot';

/** Characters of the standard font that a column of the sample gets at most. */
const WIDEST = 40;

/**
 * Plans the sheets of another workbook as new sheets of this one: what stands in their cells, their merged cells and
 * number formats, columns as wide as their contents. Formulas come as their values. Sheets that are here stay as they are.
 *
 * @param present the names of this workbook's sheets
 */
export function layoutSample({ sheets }: WorkbookSnapshot, present: Iterable<string>): SheetPlan[] {
  const names = new SheetNames(present);
  return sheets
    .filter(({ area, visibility }) => area.rows > 0 && visibility === 'Visible')
    .map((sheet) => layoutSheet(sheet, names.next(sheet.name)));
}

function layoutSheet({ area, values, numberFormats, merged }: SheetSnapshot, name: string): SheetPlan {
  const cells = values.map((line) => line.map((value) => (typeof value === 'boolean' ? String(value) : value)));
  const formats = numberFormats.flatMap((line, r) =>
    line.flatMap((numberFormat, c): FormatStep[] =>
      numberFormat === 'General' || numberFormat === ''
        ? []
        : [{ area: { row: area.row + r, column: area.column + c, rows: 1, columns: 1 }, numberFormat }],
    ),
  );
  // Merged cells are titles, which go over several columns.
  const inTitle = (row: number) => merged.some((each) => row >= each.row && row < each.row + each.rows);
  const widths = Array.from({ length: area.columns }, (_, c): FormatStep => {
    const longest = Math.max(
      6,
      ...cells.map((line, r) => (inTitle(area.row + r) ? 0 : widthOf(String(line[c] ?? '')) + 2)),
    );
    const column = { row: area.row, column: area.column + c, rows: 1, columns: 1 };
    return { area: column, columnWidth: Math.min(longest, WIDEST) };
  });
  return {
    ...emptySheetPlan(name, true),
    blocks: [SheetGrid.empty(name).block('示例', area.row, area.column, cells)],
    merges: merged,
    formats: [...formats, ...widths],
  };
}

/** Chinese characters are two wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u02ff' ? 2 : 1), 0);
}
