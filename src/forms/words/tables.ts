import type { CalendarDate } from '../../assessment/calendarDate';
import type { CellBlock, CellContent } from '../grid/plan';
import type { SheetGrid } from '../grid/sheetGrid';
import type { SnapshotValue } from '../grid/snapshot';
import { dateCellText, wholeDateIn } from './dateText';
import { normalizeLabel } from './text';

/** A sheet that tables are looked for on: a SheetGrid, or SheetCells where merged cells or formats count. */
interface Sheet {
  readonly rowEnd: number;
  readonly columnEnd: number;
  value(row: number, column: number): SnapshotValue;
}

/** The columns of a table by their headings: a column is called as it is named here, or by one of several labels. */
export type Columns<Column extends string> = readonly (Column | readonly [column: Column, labels: readonly string[]])[];

/** A table as it was found: by its headings, wherever they stand and whatever the sheet is called. */
export interface Table<Column extends string, On extends Sheet = SheetGrid> {
  readonly grid: On;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Column, number>;
}

/** Rows from the top in which the headings of the program's own registers may stand. */
const HEADING_ROWS = 20;

/**
 * The first row of a sheet that holds a table's headings.
 *
 * @param columns headings without white space
 * @param isHeading the headings that no other sheet has together, or whether a row with some of the headings is the one
 * @param rows where to look: from the first to before the second
 */
export function tableOn<Column extends string, On extends Sheet>(
  grid: On,
  columns: Columns<Column>,
  isHeading: readonly Column[] | ((found: ReadonlyMap<Column, number>, row: number) => boolean),
  [from, end] = [0, HEADING_ROWS],
): Table<Column, On> | null {
  const labels = new Map(
    columns.flatMap((column) =>
      typeof column === 'string'
        ? [[column as string, column] as const]
        : column[1].map((label) => [label, column[0]] as const),
    ),
  );
  for (let row = from; row < Math.min(grid.rowEnd, end); row++) {
    const found = new Map<Column, number>();
    for (let column = 0; column < grid.columnEnd; column++) {
      const value = grid.value(row, column);
      const known = typeof value === 'string' && value !== '' ? labels.get(normalizeLabel(value)) : undefined;
      if (known !== undefined && !found.has(known)) found.set(known, column);
    }
    if (found.size === 0) continue;
    const isTable =
      typeof isHeading === 'function' ? isHeading(found, row) : isHeading.every((label) => found.has(label));
    if (isTable) return { grid, headerRow: row, columns: found };
  }
  return null;
}

/** The first sheet's table with these headings, as {@link tableOn} finds it; null where no sheet has one. */
export function firstTable<Column extends string>(
  grids: Iterable<SheetGrid>,
  columns: readonly Column[],
  telling: readonly Column[],
): Table<Column> | null {
  for (const grid of grids) {
    const table = tableOn(grid, columns, telling);
    if (table !== null) return table;
  }
  return null;
}

/** What stands in a line of a table, trimmed; '' where the table lacks the column. */
export function textIn<Column extends string>({ grid, columns }: Table<Column>, row: number, column: Column): string {
  return String(grid.value(row, columns.get(column) ?? -1)).trim();
}

/** A day that a person typed, as text or date; null where none can be read. */
export function dateIn<Column extends string>(
  { grid, columns }: Table<Column>,
  row: number,
  column: Column,
  date1904: boolean,
): CalendarDate | null {
  const value = grid.value(row, columns.get(column) ?? -1);
  // The format is not known here; a number in a column of dates is a date.
  const shown = dateCellText(value, typeof value === 'number' ? 'yyyy/m/d' : 'General', date1904);
  return wholeDateIn(shown);
}

/** Contents by row and column of a register, as one block; null wherever nothing is to be written. */
export class RegisterCells<Column extends string> {
  private readonly contents = new Map<number, Map<number, CellContent>>();

  constructor(private readonly table: Table<Column>) {}

  put(row: number, column: Column, content: CellContent): void {
    const at = this.table.columns.get(column);
    if (at === undefined) return;
    const line = this.contents.get(row) ?? new Map<number, CellContent>();
    this.contents.set(row, line.set(at, content));
  }

  /** null when the sheet holds all of it. */
  block(label: string): CellBlock | null {
    const rows = [...this.contents.keys()];
    if (rows.length === 0) return null;
    const columns = [...this.table.columns.values()];
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    const cells = Array.from({ length: Math.max(...rows) - top + 1 }, (_, r) =>
      Array.from(
        { length: Math.max(...columns) - left + 1 },
        (__, c) => this.contents.get(top + r)?.get(left + c) ?? null,
      ),
    );
    const block = this.table.grid.block(label, top, left, cells);
    return block.cells.every((line) => line.every((content) => content === null)) ? null : block;
  }
}
