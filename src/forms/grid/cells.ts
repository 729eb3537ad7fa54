import { isFormula, type Area, type SheetSnapshot, type SnapshotValue } from './snapshot';

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A sheet's cells by their position on the sheet, merged areas resolved to their top-left cell. */
export class SheetCells {
  readonly name: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  /** After the last row and column of the used block. */
  readonly rowEnd: number;
  readonly columnEnd: number;
  private readonly merges = new Map<string, Area>();

  constructor(
    private readonly sheet: SheetSnapshot,
    /** Serial numbers of the workbook count from 1904. */
    readonly date1904: boolean,
  ) {
    const { area } = sheet;
    this.name = sheet.name;
    this.firstRow = area.row;
    this.firstColumn = area.column;
    this.rowEnd = area.row + area.rows;
    this.columnEnd = area.column + area.columns;
    for (const merge of sheet.merged) this.indexMerge(merge);
  }

  /** What the cell itself holds; '' outside the used block. */
  value(row: number, column: number): SnapshotValue {
    return this.at(this.sheet.values, row, column) ?? '';
  }

  formula(row: number, column: number): string | null {
    const formula = this.at(this.sheet.formulas, row, column);
    return isFormula(formula) ? formula : null;
  }

  format(row: number, column: number): string {
    return this.at(this.sheet.numberFormats, row, column) ?? 'General';
  }

  /** The merged area over a cell. */
  merge(row: number, column: number): Area | undefined {
    return this.merges.get(key(row, column));
  }

  /** The cell that holds what is seen at a position: the top-left one of a merged area. */
  anchor(row: number, column: number): Position {
    return this.merge(row, column) ?? { row, column };
  }

  /** What is seen at a position, trimmed; a merged area shows its text at each of its cells. */
  seen(row: number, column: number): string {
    const { row: r, column: c } = this.anchor(row, column);
    return String(this.value(r, c)).trim();
  }

  /** What the cell itself holds as text, trimmed. */
  own(row: number, column: number): string {
    return String(this.value(row, column)).trim();
  }

  /** The same sheet with nothing in some areas: what stands there is another reader's. */
  without(areas: readonly Area[]): SheetCells {
    if (areas.length === 0) return this;
    const { sheet, firstRow, firstColumn } = this;
    const blank = <T>(matrix: readonly (readonly T[])[], nothing: T) => {
      const copy = matrix.map((line) => [...line]);
      for (const { row, column, rows, columns } of areas) {
        for (const line of copy.slice(Math.max(0, row - firstRow), row + rows - firstRow)) {
          line.fill(nothing, Math.max(0, column - firstColumn), column + columns - firstColumn);
        }
      }
      return copy;
    };
    return new SheetCells(
      { ...sheet, values: blank(sheet.values, ''), formulas: blank(sheet.formulas, '') },
      this.date1904,
    );
  }

  private at<T>(cells: readonly (readonly T[])[], row: number, column: number): T | undefined {
    return cells[row - this.firstRow]?.[column - this.firstColumn];
  }

  private indexMerge(merge: Area): void {
    const rowEnd = Math.min(merge.row + merge.rows, this.rowEnd);
    const columnEnd = Math.min(merge.column + merge.columns, this.columnEnd);
    for (let row = Math.max(merge.row, this.firstRow); row < rowEnd; row++) {
      for (let column = Math.max(merge.column, this.firstColumn); column < columnEnd; column++) {
        this.merges.set(key(row, column), merge);
      }
    }
  }
}

function key(row: number, column: number): string {
  return `${row},${column}`;
}
