import type { SheetModel, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import {
  cellKey,
  columnName,
  parseA1,
  parseCellKey,
  splitSheet,
  type Area,
} from '../../../src/host/workbook/values/address';
import { columnPoints } from '../../../src/host/workbook/values/size';
import { TextMetrics } from './textMetrics';

const DEFAULT_SIZE = 11;
const PIXELS_PER_POINT = 96 / 72;
/** What Excel leaves free left and right of a cell's text, and for its line, in pixels. */
const PADDING = 5;
/** Pixels by which each step of an indent moves a text. */
const INDENT = 9;
/** A text that is shown smaller to fit is still read at so many points. */
const LEAST_SHRUNK = 6;
/** Rows are whole pixels high and letters have room above them: so much may be missing, in points. */
const TOLERANCE = 1;

const metrics = new TextMetrics();

/** A cell's text and how it is to be shown. */
interface Shown {
  readonly text: string;
  readonly isNumber: boolean;
  readonly size: number;
  readonly bold: boolean;
  readonly wraps: boolean;
  readonly shrinks: boolean;
  readonly horizontal: string;
  /** Pixels. */
  readonly indent: number;
}

/**
 * The cells whose text does not show whole, in what Excel would give it: column, wrapping, row, merged area, shrinking,
 * empty neighbours. Hidden rows and columns do not count; `before` are contents that stood there already, by
 * `sheet!row,column`.
 *
 * @returns a line each: sheet and cell, what there is and what is needed, the text
 */
export function clippedCells(workbook: WorkbookModel, before: Readonly<Record<string, unknown>> = {}): string[] {
  return workbook.sheets.flatMap((sheet) => {
    const measured = new MeasuredSheet(sheet);
    return [...sheet.data.cells.keys()]
      .filter((key) => !(`${sheet.name}!${key}` in before))
      .flatMap((key) => {
        const { row, column } = parseCellKey(key);
        const lack = measured.lack(row, column);
        if (lack === null) return [];
        return [`${sheet.name}!${columnName(column)}${row + 1} ${lack}：${sheet.text(row, column)}`];
      });
  });
}

class MeasuredSheet {
  private readonly heights = new Map<number, number>();
  private readonly covered = new Set<string>();
  private readonly lastPrinted: number;

  constructor(private readonly sheet: SheetModel) {
    for (const { startRow, startCol, endRow, endCol } of sheet.data.merges ?? []) {
      for (let row = startRow; row <= endRow; row++)
        for (let column = startCol; column <= endCol; column++) this.covered.add(cellKey(row, column));
    }
    const printed = parseA1(splitSheet(sheet.data.pageSetup?.printArea ?? '').address);
    this.lastPrinted = printed === undefined ? Infinity : printed.column + printed.columns - 1;
  }

  /** What a cell lacks for its text; null where it is shown whole, or not at all. */
  lack(row: number, column: number): string | null {
    const { sheet } = this;
    const area = sheet.mergeAt(row, column) ?? { row, column, rows: 1, columns: 1 };
    if (area.row !== row || area.column !== column) return null;
    const rows = numbers(area.row, area.rows).filter((each) => !sheet.rowHidden(each));
    const room = this.roomOf(area);
    const shown = this.shownAt(row, column);
    if (shown === null || rows.length === 0 || room === 0) return null;
    const height = rows.reduce((sum, each) => sum + this.heightOf(each), 0);
    return this.lackOfWidth(area, shown, room) ?? lackOfHeight(shown, room, height);
  }

  private shownAt(row: number, column: number): Shown | null {
    const value = this.sheet.value(row, column);
    if (value === '') return null;
    const { font, alignment, numFmt = 'General' } = this.sheet.style(row, column);
    const isNumber = typeof value === 'number';
    const { horizontal = 'general' } = alignment ?? {};
    return {
      // A number without a format of its own loses decimals before it becomes ####.
      text: isNumber && numFmt === 'General' ? String(Math.trunc(value)) : this.sheet.text(row, column),
      isNumber,
      size: font?.size ?? DEFAULT_SIZE,
      bold: font?.bold ?? false,
      wraps: !isNumber && alignment?.wrapText === true,
      shrinks: alignment?.shrinkToFit === true,
      horizontal: horizontal === 'general' ? (isNumber ? 'right' : 'left') : horizontal,
      indent: (alignment?.indent ?? 0) * INDENT,
    };
  }

  /** Pixels for text between the edges of an area's columns; 0 where all are hidden. */
  private roomOf({ column, columns }: Pick<Area, 'column' | 'columns'>): number {
    const width = numbers(column, columns).reduce((sum, each) => sum + this.widthOf(each), 0);
    return width === 0 ? 0 : width - PADDING;
  }

  private widthOf(column: number): number {
    return this.sheet.columnHidden(column) ? 0 : columnPoints(this.sheet.columnWidth(column)) * PIXELS_PER_POINT;
  }

  private lackOfWidth(area: Area, shown: Shown, room: number): string | null {
    const { text, size, bold, wraps, shrinks, isNumber, indent } = shown;
    if (wraps) return null;
    const width = Math.max(...text.split('\n').map((line) => metrics.width(line, size, bold))) + indent;
    if (width <= room) return null;
    if (shrinks) {
      const smaller = (size * room) / width;
      return smaller >= LEAST_SHRUNK ? null : `缩小到${smaller.toFixed(1)}磅`;
    }
    const all = isNumber || area.rows * area.columns > 1 ? room : room + this.spareBeside(area, shown, width - room);
    return width <= all ? null : `宽${all.toFixed(0)}像素，需要${width.toFixed(0)}像素`;
  }

  /** Pixels of empty cells over which a text runs, on the sides to which it is aligned, as far as it needs them there. */
  private spareBeside({ row, column }: Area, { horizontal }: Shown, missing: number): number {
    const needed = horizontal === 'center' ? missing / 2 : missing;
    const right = horizontal === 'right' ? 0 : Math.min(needed, this.emptyBeside(row, column, 1, needed));
    const left = horizontal === 'left' ? 0 : Math.min(needed, this.emptyBeside(row, column, -1, needed));
    return right + left;
  }

  private emptyBeside(row: number, column: number, step: 1 | -1, needed: number): number {
    let width = 0;
    for (let at = column + step; at >= 0 && width < needed; at += step) {
      if (column <= this.lastPrinted && at > this.lastPrinted) break;
      // A formula stops the text even where it shows nothing.
      if (this.sheet.formula(row, at) !== '' || this.covered.has(cellKey(row, at))) break;
      width += this.widthOf(at);
    }
    return width;
  }

  /** Points; a row without a height of its own grows with its cells, but for merged ones. */
  private heightOf(row: number): number {
    const own = this.sheet.data.rowDefs?.get(row)?.height;
    if (own !== undefined) return own;
    const known = this.heights.get(row);
    if (known !== undefined) return known;
    let height = this.sheet.extras.defaultRowHeight;
    for (const key of this.sheet.data.cells.keys()) {
      const cell = parseCellKey(key);
      if (cell.row !== row || this.covered.has(key)) continue;
      const shown = this.shownAt(row, cell.column);
      if (shown !== null) height = Math.max(height, heightNeeded(shown, this.roomOf({ ...cell, columns: 1 })));
    }
    this.heights.set(row, height);
    return height;
  }
}

function heightNeeded({ text, wraps, size, bold, indent }: Shown, room: number): number {
  return metrics.height(wraps ? metrics.lines(text, room - indent, size, bold) : 1, size);
}

function lackOfHeight(shown: Shown, room: number, height: number): string | null {
  const needed = heightNeeded(shown, room);
  return needed <= height + TOLERANCE ? null : `高${height.toFixed(0)}磅，需要${needed.toFixed(0)}磅`;
}

function numbers(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
