import type { SheetSnapshot } from '../../../src/forms/grid/snapshot';
import { sheet, type Cell } from '../../forms/support/sheets';

/** A sheet on which forms are drawn cell by cell. */
export class Paper {
  private readonly rows: Cell[][] = [];
  readonly merged: string[] = [];

  put(row: number, column: number, cell: Cell): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = cell;
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    if (rows > 1 || columns > 1) this.merged.push(`${at(row, column)}:${at(row + rows - 1, column + columns - 1)}`);
  }

  get height(): number {
    return this.rows.length;
  }

  snapshot(name: string): SheetSnapshot {
    return sheet(name, this.rows, { merged: this.merged });
  }
}

/** A1 address of a 0-based position. */
export function at(row: number, column: number): string {
  const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
  return `${letters}${row + 1}`;
}
