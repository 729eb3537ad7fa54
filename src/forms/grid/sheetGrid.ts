import type { CellBlock, CellContent, SheetPlan } from './plan';
import { holds, rowBefore } from './plan';
import { isFormula, type Area, type SheetSnapshot, type SnapshotValue } from './snapshot';

/** A cell that keeps what a person typed where the program would have a formula. */
export interface KeptCell {
  readonly row: number;
  readonly column: number;
  /** What the program would have there. */
  readonly label: string;
  readonly present: SnapshotValue;
}

/** A sheet's cells by their position on the sheet, also outside the used block. */
export class SheetGrid {
  private constructor(
    readonly name: string,
    private readonly snapshot: SheetSnapshot | null,
    /** Empty rows that a plan puts in before it writes. */
    private readonly added: SheetPlan['insertRows'] = [],
  ) {}

  static of(snapshot: SheetSnapshot): SheetGrid {
    return new SheetGrid(snapshot.name, snapshot);
  }

  /** A sheet that a plan is going to add. */
  static empty(name: string): SheetGrid {
    return new SheetGrid(name, null);
  }

  /** The sheet as it is after rows were put in. */
  withRows(above: number, count: number): SheetGrid {
    return new SheetGrid(this.name, this.snapshot, [...this.added, { above, count }]);
  }

  get exists(): boolean {
    return this.snapshot !== null;
  }

  get protected(): boolean {
    return this.snapshot?.protected ?? false;
  }

  /** The first row and column after the used block. */
  get rowEnd(): number {
    return this.snapshot === null ? 0 : this.snapshot.area.row + this.snapshot.area.rows;
  }

  get columnEnd(): number {
    return this.snapshot === null ? 0 : this.snapshot.area.column + this.snapshot.area.columns;
  }

  isColumnHidden(column: number): boolean {
    return this.snapshot?.hiddenColumns.includes(column) ?? false;
  }

  value(row: number, column: number): SnapshotValue {
    return this.at(this.snapshot?.values, row, column);
  }

  /** The formula with its '=', or the value where there is none. */
  formula(row: number, column: number): SnapshotValue {
    return this.at(this.snapshot?.formulas, row, column);
  }

  /** True when nothing stands in the column's rows `from`…`to` and no merged area reaches into them. */
  columnIsFree(column: number, from: number, to: number): boolean {
    for (let row = from; row <= to; row++) if (this.formula(row, column) !== '') return false;
    return !(this.snapshot?.merged ?? []).some((area) => reaches(area, column, from, to));
  }

  /** True when an area can be one cell: nothing stands in it, and no merged area reaches into it unless it is this one. */
  canBeMerged(area: Area): boolean {
    const columns = Array.from({ length: area.columns }, (_, i) => area.column + i);
    const rows = Array.from({ length: area.rows }, (_, i) => area.row + i);
    return (
      rows.every((row) => columns.every((column) => this.formula(row, column) === '')) &&
      (this.snapshot?.merged ?? []).every(
        (merged) =>
          isSame(merged, area) || !columns.some((column) => reaches(merged, column, area.row, rows.at(-1) ?? 0)),
      )
    );
  }

  /** A block for a plan: contents that are there already become null, so that nothing is written twice. */
  block(label: string, row: number, column: number, cells: readonly (readonly CellContent[])[]): CellBlock {
    return {
      label,
      row,
      column,
      cells: cells.map((line, r) =>
        line.map((content, c) => (holds(this.formula(row + r, column + c), content, row + r) ? null : content)),
      ),
      before: cells.map((line, r) => line.map((_, c) => this.formula(row + r, column + c))),
    };
  }

  /** A block of the program's formulas in which what a person typed stays: such cells become null and are named. */
  formulaBlock(
    label: string,
    row: number,
    column: number,
    cells: readonly (readonly CellContent[])[],
  ): { readonly block: CellBlock; readonly kept: readonly KeptCell[] } {
    const kept: KeptCell[] = [];
    const wanted = cells.map((line, r) =>
      line.map((content, c) => {
        const present = this.formula(row + r, column + c);
        const isTyped = present !== '' && !isFormula(present);
        if (!isTyped || content === null) return content;
        if (content !== '') kept.push({ row: row + r, column: column + c, label, present });
        return null;
      }),
    );
    return { block: this.block(label, row, column, wanted), kept };
  }

  private at(cells: readonly (readonly SnapshotValue[])[] | undefined, row: number, column: number): SnapshotValue {
    if (this.snapshot === null || cells === undefined) return '';
    const original = rowBefore(this.added, row);
    if (original === undefined) return '';
    return cells[original - this.snapshot.area.row]?.[column - this.snapshot.area.column] ?? '';
  }
}

function isSame(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

function reaches(area: Area, column: number, from: number, to: number): boolean {
  return column >= area.column && column < area.column + area.columns && area.row <= to && area.row + area.rows > from;
}
