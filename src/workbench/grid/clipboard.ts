/** Copying and pasting as Excel does: values and formulas within the workbook, tables of text from elsewhere. */
import { CellValueType, type ICellData } from '@univerjs/core';
import type { Area } from '../../host/workbook/values/address';
import { moveRelative } from '../../host/workbook/values/formula';
import { readInput } from '../../host/workbook/values/input';
import type { SheetModel } from '../../host/workbook/model/workbook';

/** Cells that were copied. */
export interface CopiedCells {
  /** As other programs get them: lines of cells with tabs between. */
  readonly text: string;
  readonly area: Area;
  /** What each cell is when it is pasted so many rows and columns further. */
  readonly cellAt: (row: number, column: number, rowsFurther: number, columnsFurther: number) => ICellData;
}

/** Copies the cells as they are now. */
export function copyCells(sheet: SheetModel, area: Area): CopiedCells {
  const rows = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => copyCell(sheet, area.row + r, area.column + c)),
  );
  return {
    area,
    text: rows.map((row) => row.map(({ text }) => quoted(text)).join('\t')).join('\r\n'),
    cellAt: (row, column, rowsFurther, columnsFurther) => {
      const cell = rows[row]?.[column];
      if (cell?.formula === undefined) return cell?.content ?? EMPTY;
      return { ...EMPTY, f: `=${moveRelative(cell.formula, rowsFurther, columnsFurther)}` };
    },
  };
}

interface CopiedCell {
  readonly text: string;
  readonly formula: string | undefined;
  readonly content: ICellData;
}

const EMPTY: ICellData = Object.freeze({ v: null, f: null, p: null });

function copyCell(sheet: SheetModel, row: number, column: number): CopiedCell {
  const text = sheet.text(row, column);
  return { text, formula: sheet.cell(row, column)?.formula, content: contentOf(sheet, row, column, text) };
}

function contentOf(sheet: SheetModel, row: number, column: number, text: string): ICellData {
  const value = sheet.value(row, column);
  if (value === '') return EMPTY;
  if (typeof value === 'string') return { ...EMPTY, v: value, t: CellValueType.STRING };
  if (typeof value === 'boolean') return { ...EMPTY, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  // A date, percentage or amount takes its format along when its text says the same.
  const read = readInput(text, undefined, sheet.workbook.date1904);
  return { ...EMPTY, v: read.format !== undefined && read.value === value ? text : value };
}

/** The grid's cells by row and column for pasting at the area: what was copied here last, or else a table of text. */
export function pastedCells(
  text: string,
  copied: CopiedCells | undefined,
  target: Area,
): Record<number, Record<number, ICellData>> {
  const isOwn = copied !== undefined && lines(copied.text) === lines(text);
  const table = isOwn ? undefined : parseTable(text);
  const rows = table?.length ?? copied?.area.rows ?? 0;
  const columns = table ? Math.max(...table.map((row) => row.length)) : (copied?.area.columns ?? 0);
  const height = repeated(rows, target.rows);
  const width = repeated(columns, target.columns);
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let r = 0; r < height; r++) {
    const line: Record<number, ICellData> = (cells[target.row + r] = {});
    for (let c = 0; c < width; c++) {
      const [row, column] = [r % rows, c % columns];
      line[target.column + c] = table
        ? { ...EMPTY, v: table[row]?.[column] ?? '' }
        : (copied?.cellAt(row, column, ...distance(copied.area, target, r - row, c - column)) ?? EMPTY);
    }
  }
  return cells;
}

function distance(from: Area, to: Area, rows: number, columns: number): [rows: number, columns: number] {
  return [to.row - from.row + rows, to.column - from.column + columns];
}

/** A target that is a multiple of what is pasted is filled with it. */
function repeated(size: number, target: number): number {
  return target % size === 0 ? target : size;
}

function lines(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}

function quoted(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of cells with tabs between; a cell in quotes may have both, and `""` for a quote. */
function parseTable(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quotedCell, plain = '', end] of lines(text).matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push(quotedCell?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
