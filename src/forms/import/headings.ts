import { cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import { normalizeLabel } from '../words/text';

/** A column of a table that is not known yet. */
export interface OutsideColumn {
  readonly column: number;
  /** What stands above it: of two rows of headings both, without white space. */
  readonly heading: string;
  /** The parts of it that may tell what it is, the whole first. */
  readonly parts: readonly string[];
  /** Further columns below the same heading, as in a roster that is printed in two. */
  readonly also: readonly number[];
  /** What stands first in it. */
  readonly example: string;
}

/** The headings of a table on a sheet, one row of them or two. */
export interface OutsideHeading {
  /** 0-based, the first row and the last. */
  readonly row: number;
  readonly lastRow: number;
  /** A1 address of the first heading. */
  readonly cell: string;
  readonly columns: readonly OutsideColumn[];
}

/** Rows from the top in which headings are looked for. */
const HEADING_ROWS = 20;
/** What is longer is a sentence. */
const LONGEST = 24;

/**
 * Every row of a sheet that may be its heading, alone and with the row below it: two texts at least and no figures among
 * them. Merged cells count at each of their cells.
 */
export function possibleHeadings(cells: SheetCells): OutsideHeading[] {
  const found: OutsideHeading[] = [];
  for (let row = cells.firstRow; row < Math.min(cells.rowEnd, cells.firstRow + HEADING_ROWS); row++) {
    if (!isHeadingRow(cells, row)) continue;
    found.push(headingOf(cells, row, row));
    if (row + 1 < cells.rowEnd && isSecondRow(cells, row)) found.push(headingOf(cells, row, row + 1));
  }
  return found.filter(({ columns }) => columns.length >= 2);
}

function isHeadingRow(cells: SheetCells, row: number): boolean {
  let texts = 0;
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    const value = cells.value(row, column);
    if (value === '') continue;
    if (typeof value !== 'string' || value.trim().length > LONGEST) return false;
    texts++;
  }
  return texts >= 2;
}

/** Whether the next row goes on with the headings: it has texts only, and below a merged cell or a gap. */
function isSecondRow(cells: SheetCells, row: number): boolean {
  let reached = false;
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    const below = cells.value(row + 1, column);
    if (below !== '' && (typeof below !== 'string' || below.length > LONGEST)) return false;
    const merge = cells.merge(row, column);
    const isWide = merge !== undefined && merge.columns > 1 && merge.row === row && merge.rows === 1;
    const isTall = merge !== undefined && merge.rows === 2 && merge.row === row;
    if ((isWide && below !== '') || isTall) reached = true;
  }
  return reached;
}

function headingOf(cells: SheetCells, row: number, lastRow: number): OutsideHeading {
  const columns: OutsideColumn[] = [];
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    // What reaches down from above belongs to the headings of two rows.
    const above = cells.anchor(row, column).row === row ? normalizeLabel(cells.seen(row, column)) : '';
    const below = lastRow === row ? '' : normalizeLabel(cells.own(lastRow, column));
    const whole = below === '' || below === above ? above : above + below;
    if (whole === '') continue;
    const twin = columns.findIndex(({ heading }) => heading === whole);
    const first = columns[twin];
    if (first !== undefined) {
      columns[twin] = { ...first, also: [...first.also, column] };
      continue;
    }
    const parts = [...new Set([whole, below, above])].filter((part) => part !== '');
    columns.push({ column, heading: whole, parts, also: [], example: exampleOf(cells, lastRow, column) });
  }
  return { row, lastRow, cell: cellAddress(row, columns[0]?.column ?? cells.firstColumn), columns };
}

function exampleOf(cells: SheetCells, headerRow: number, column: number): string {
  for (let row = headerRow + 1; row < cells.rowEnd; row++) {
    const text = cells.own(row, column);
    if (text !== '') return text.slice(0, LONGEST);
  }
  return '';
}
