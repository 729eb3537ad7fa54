import { emptySheetPlan, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { SheetSnapshot, SnapshotValue, WorkbookSnapshot } from '../grid/snapshot';
import { problem } from './problems';

/** Characters of the standard font that a column of the sample gets at most. */
const WIDEST = 40;

/**
 * Plans the sheets of another workbook as new sheets of this one: what stands in their cells, their merged cells and
 * number formats, columns as wide as their contents. Formulas come as their values. Sheets that are here stay as they
 * are; a sheet of the sample that stands here already does not come again.
 *
 * @param grids this workbook's sheets by their names
 */
export function layoutSample(
  { sheets }: WorkbookSnapshot,
  grids: ReadonlyMap<string, SheetGrid>,
): { readonly sheets: SheetPlan[]; readonly problems: readonly Problem[] } {
  const names = new SheetNames(grids.keys());
  const shown = sheets.filter(({ area, visibility }) => area.rows > 0 && visibility === 'Visible');
  const found = shown.map((sheet) => ({ sheet, here: [...grids.values()].find((grid) => stands(sheet, grid)) }));
  const here = found.flatMap((each) => each.here?.name ?? []);
  return {
    sheets: found.flatMap((each) =>
      each.here === undefined ? [layoutSheet(each.sheet, names.next(each.sheet.name))] : [],
    ),
    problems: here.length === 0 ? [] : [problem.sampleExists(here.length, here.join('、'))],
  };
}

/** Whether a sheet holds all that the sample's does, where that does. */
function stands({ area, values }: SheetSnapshot, grid: SheetGrid): boolean {
  return values.every((line, r) =>
    line.every((value, c) => value === '' || grid.value(area.row + r, area.column + c) === contentOf(value)),
  );
}

function contentOf(value: SnapshotValue): string | number {
  return typeof value === 'boolean' ? String(value) : value;
}

function layoutSheet({ area, values, numberFormats, merged }: SheetSnapshot, name: string): SheetPlan {
  const cells = values.map((line) => line.map(contentOf));
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
