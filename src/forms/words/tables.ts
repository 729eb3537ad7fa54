import type { CalendarDate } from '../../assessment/calendarDate';
import { dateCellText, wholeDateIn } from './dateText';
import type { CellBlock, CellContent } from '../grid/plan';
import type { SheetGrid } from '../grid/sheetGrid';
import { normalizeLabel } from './text';
import type { LabelTable } from './labels';
import type { SheetCells } from '../grid/cells';
import { type HeadingCell, readColumnLabel } from './columnLabel';

/** One of the program's own registers: found by its headings, wherever they stand and whatever the sheet is called. */
export interface RegisterTable<Column extends string> {
  readonly grid: SheetGrid;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Column, number>;
}

/** Rows from the top in which headings may stand. */
const HEADING_ROWS = 20;

/** @param telling headings that no other sheet has together */
export function registerOn<Column extends string>(
  grid: SheetGrid,
  labels: readonly Column[],
  telling: readonly Column[],
): RegisterTable<Column> | null {
  for (let row = 0; row < Math.min(grid.rowEnd, HEADING_ROWS); row++) {
    const columns = new Map<Column, number>();
    for (let column = 0; column < grid.columnEnd; column++) {
      const label = normalizeLabel(String(grid.value(row, column)));
      const known = labels.find((each) => each === label);
      if (known !== undefined && !columns.has(known)) columns.set(known, column);
    }
    if (telling.every((column) => columns.has(column))) return { grid, headerRow: row, columns };
  }
  return null;
}

export function textIn<Column extends string>(
  { grid, columns }: RegisterTable<Column>,
  row: number,
  column: Column,
): string {
  return String(grid.value(row, columns.get(column) ?? -1)).trim();
}

/** A day that a person typed, as text or date; null where none can be read. */
export function dateIn<Column extends string>(
  { grid, columns }: RegisterTable<Column>,
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

  constructor(private readonly table: RegisterTable<Column>) {}

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

/** A table whose heading row was found by its labels. */
export interface Table<Column extends string> {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Column, number>;
}

export function labelMap<Column extends string>(table: LabelTable<Column>): ReadonlyMap<string, Column> {
  return new Map(table.flatMap(([column, labels]) => labels.map((label): [string, Column] => [label, column])));
}

/** The first row of a sheet whose labels make up the table. */
export function findTable<Column extends string>(
  cells: SheetCells,
  labels: ReadonlyMap<string, Column>,
  isTable: (columns: ReadonlyMap<Column, number>, line: readonly HeadingCell[]) => boolean,
): Table<Column> | null {
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    const columns = new Map<Column, number>();
    const line: HeadingCell[] = [];
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const text = cells.own(row, column);
      if (text === '') continue;
      line.push({ row, column, text, label: readColumnLabel(text) });
      const known = labels.get(normalizeLabel(text));
      if (known !== undefined && !columns.has(known)) columns.set(known, column);
    }
    if (columns.size > 1 && isTable(columns, line)) return { headerRow: row, columns };
  }
  return null;
}
