import type { SheetGrid } from '../../forms/grid/sheetGrid';
import { isSealRecord } from '../../forms/seal/recordSheet';

/** A record of the program's own that stands before other sheets, and is moved to the end. */
export interface MovedRecord {
  readonly id: string;
  /** 0-based places among all sheets, before and once the step is written. */
  readonly from: number;
  readonly to: number;
}

/** A workbook as a step meets it. */
export interface SheetsMet {
  /** In tab order. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** What is known of the cells of a sheet, by name. */
  readonly grids: ReadonlyMap<string, SheetGrid>;
  /** The sheet that is 操作记录; null where there is none. */
  readonly log: string | null;
  /** How many sheets the step adds behind all others, 操作记录 included, and without it. */
  readonly made: number;
  readonly madeOthers: number;
}

/**
 * 操作记录 and 封存记录 stand at the end of the workbook: those that have to move for it, in their order. None where they
 * stand there already, and never a sheet of anybody else's: a second sheet that looks like one is somebody's copy.
 */
export function recordsToMove({ sheets, grids, log, made, madeOthers }: SheetsMet): MovedRecord[] {
  const seal = sheets.find(({ name }) => {
    const grid = grids.get(name);
    return grid !== undefined && isSealRecord(grid);
  });
  const isRecord = (name: string): boolean => name === log || name === seal?.name;
  const first = sheets.findIndex(({ name }) => isRecord(name));
  const areLast = first < 0 || (madeOthers === 0 && sheets.slice(first).every(({ name }) => isRecord(name)));
  if (areLast) return [];
  const to = sheets.length + made - 1;
  return sheets.flatMap(({ id, name }, from) => (isRecord(name) ? [{ id, from, to }] : []));
}

/** Queues the moves to the end, once the sheets that a step makes are there. */
export function queueMoves({ worksheets }: Excel.Workbook, moved: readonly MovedRecord[]): void {
  for (const { id, to } of moved) worksheets.getItem(id).position = to;
}

/** Queues the moves back to where the records stood, once the sheets that a step made are gone. */
export function queueMovesBack(
  { worksheets }: Excel.Workbook,
  moved: readonly MovedRecord[],
  present: readonly string[],
): void {
  for (const { id, from } of moved) {
    if (present.includes(id)) worksheets.getItem(id).position = Math.min(from, present.length - 1);
  }
}
