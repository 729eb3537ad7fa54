import type { SheetCells } from '../grid/cells';
import type { SheetSnapshot, SnapshotValue } from '../grid/snapshot';
import { monthLabels } from '../review/columns';
import { LEFT_OUT, MONTH_TARGETS } from './kinds';
import type { Mapping } from './proposal';

/** A sheet of another workbook as the product's readers take it, cell by cell where it was. */
export class CanonicalSheet {
  private readonly values: SnapshotValue[][];
  private readonly formats: string[][];
  private readonly columns = new Map<string, number>();
  private columnEnd: number;

  constructor(
    private readonly sheet: SheetSnapshot,
    readonly mapping: Mapping,
    headingOf: (label: string, heading: string) => string = (label) => label,
  ) {
    const { heading, columns } = mapping;
    this.values = sheet.values.map((line) => [...line]);
    this.formats = sheet.numberFormats.map((line) => [...line]);
    this.columnEnd = sheet.area.column + sheet.area.columns;
    for (let row = heading.row; row <= heading.lastRow; row++) this.values[row - sheet.area.row]?.fill('');
    for (const { column, also, label, heading: text } of columns) {
      for (const each of [column, ...also]) {
        if (label === LEFT_OUT) this.clear(each);
        else this.put(heading.lastRow, each, label === '' ? text : headingOf(label, text));
      }
      if (label !== '' && label !== LEFT_OUT) this.columns.set(label, column);
    }
  }

  /** Where a label's values stand; undefined where the sheet has none. */
  columnOf(label: string): number | undefined {
    return this.columns.get(label);
  }

  /** The column of a label, at the right of the sheet where it has none. */
  columnFor(label: string): number {
    const known = this.columns.get(label);
    if (known !== undefined) return known;
    const column = this.columnEnd++;
    this.columns.set(label, column);
    this.put(this.mapping.heading.lastRow, column, label);
    return column;
  }

  put(row: number, column: number, value: SnapshotValue): void {
    const { area } = this.sheet;
    const [values, formats] = [this.values[row - area.row], this.formats[row - area.row]];
    if (values === undefined || formats === undefined) return;
    while (values.length <= column - area.column) {
      values.push('');
      formats.push('General');
    }
    values[column - area.column] = value;
    if (typeof value === 'string') formats[column - area.column] = 'General';
  }

  clearRow(row: number): void {
    this.values[row - this.sheet.area.row]?.fill('');
  }

  /** Takes a column away, its heading too: what it said stands elsewhere. */
  clear(column: number): void {
    for (const line of this.values) line[column - this.sheet.area.column] = '';
    for (const [label, at] of this.columns) if (at === column) this.columns.delete(label);
  }

  snapshot(): SheetSnapshot {
    const { sheet, mapping } = this;
    const columns = this.columnEnd - sheet.area.column;
    const wide = <T>(matrix: readonly (readonly T[])[], nothing: T) =>
      matrix.map((line) => Array.from({ length: columns }, (_, i) => line[i] ?? nothing));
    const values = wide(this.values, '');
    return {
      ...sheet,
      area: { ...sheet.area, columns },
      values,
      // What the other workbook calculates arrives as its values.
      formulas: values,
      numberFormats: wide(this.formats, 'General'),
      merged: sheet.merged.filter(
        ({ row, rows }) => row + rows <= mapping.heading.row || row > mapping.heading.lastRow,
      ),
    };
  }
}

/** A table of people with the product's headings. */
export function canonicalTable(sheet: SheetSnapshot, mapping: Mapping): SheetSnapshot {
  return new CanonicalSheet(sheet, mapping).snapshot();
}

/** 附件3 with its headings; the weights that they print stay beside them. */
export function canonicalScores(sheet: SheetSnapshot, mapping: Mapping): SheetSnapshot {
  const weight = /[(（[【]?\d+(?:\.\d+)?[%％分]?[)）\]】]?$/;
  return new CanonicalSheet(sheet, mapping, (label, heading) => label + (weight.exec(heading)?.[0] ?? '')).snapshot();
}

/** A 审定表 with its headings, the months named as those of its quarter. */
export function canonicalReview(sheet: SheetSnapshot, mapping: Mapping, quarter: string): SheetSnapshot {
  const months = monthLabels(quarter);
  return new CanonicalSheet(sheet, mapping, (label) => {
    const target = MONTH_TARGETS.find((each) => each.label === label);
    return target === undefined ? label : `${months[target.month] ?? ''}${target.part}`;
  }).snapshot();
}

/** The rows of a table below its headings. */
export function rowsBelow(cells: SheetCells, { heading }: Mapping): number[] {
  return Array.from({ length: Math.max(0, cells.rowEnd - heading.lastRow - 1) }, (_, i) => heading.lastRow + 1 + i);
}
