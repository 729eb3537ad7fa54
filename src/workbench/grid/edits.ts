/** What a person's change of the grid says, in the host's words. */
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { areaBetween, type Area } from '../../host/workbook/values/address';
import type { CellInput } from '../../host/workbook/model/workbook';
import { readInput } from '../../host/workbook/values/input';

/** A cell of the grid that was written, with what is to be typed into it. */
export interface EditedCell {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
}

/** Cells by row and column, as the grid's mutation carries them. */
export type WrittenCells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;

/** The written cells; those of which only the format was to change have no input. */
export function editedCells(written: WrittenCells): { row: number; column: number; input: CellInput | undefined }[] {
  return Object.entries(written).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, cell]) => ({
      row: Number(row),
      column: Number(column),
      input: inputOf(cell ?? {}),
    })),
  );
}

function inputOf({ v, f, p, t, s }: ICellData): CellInput | undefined {
  if (typeof f === 'string' && f !== '') return f.startsWith('=') ? f : `=${f}`;
  const rich = p?.body?.dataStream;
  if (rich !== undefined) return textInput(rich.replace(/\r\n$/, '').replaceAll('\r', '\n'));
  if (v === undefined && f === undefined && p === undefined && t === undefined && s !== undefined) return undefined;
  if (v === undefined || v === null) return '';
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true;
  if (typeof v === 'string' && (t === CellValueType.STRING || t === CellValueType.FORCE_STRING)) return textInput(v);
  return v;
}

/** Text that stays text: with the apostrophe where it would be read as something else. */
function textInput(text: string): string {
  const read = readInput(text, undefined, false);
  return read.formula === undefined && read.value === text ? text : `'${text}`;
}

/** A block of cells to be typed at once. */
export interface EditedBlock {
  readonly area: Area;
  readonly values: readonly (readonly CellInput[])[];
}

/** The cells in as few rectangles as their order from above makes: rows with the same columns become one block. */
export function blocksOf(cells: readonly EditedCell[]): EditedBlock[] {
  const blocks: { area: Area; values: CellInput[][] }[] = [];
  for (const run of runsOf(cells)) {
    const first = run[0];
    if (!first) continue;
    const values = run.map(({ input }) => input);
    const above = blocks.at(-1);
    if (
      above?.area.column === first.column &&
      above.area.columns === run.length &&
      above.area.row + above.area.rows === first.row
    ) {
      above.values.push(values);
      above.area = { ...above.area, rows: above.area.rows + 1 };
    } else {
      blocks.push({
        area: areaBetween(first.row, first.column, first.row, first.column + run.length - 1),
        values: [values],
      });
    }
  }
  return blocks;
}

/** Neighbours within a row. */
function runsOf(cells: readonly EditedCell[]): EditedCell[][] {
  const runs: EditedCell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last?.row === cell.row && last.column + 1 === cell.column) run?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
