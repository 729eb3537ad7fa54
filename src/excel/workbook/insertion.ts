import { rowBefore, type SheetPlan } from '../../forms/grid/plan';

/** A block's lines where they lie without the rows that a plan puts in; those of the rows to come are left out. */
export function piecesBeforeInsertion<Line>(
  insertRows: SheetPlan['insertRows'],
  first: number,
  lines: readonly Line[],
): { row: number; lines: Line[] }[] {
  const pieces: { row: number; lines: Line[] }[] = [];
  lines.forEach((line, r) => {
    const row = rowBefore(insertRows, first + r);
    if (row === undefined) return;
    const last = pieces.at(-1);
    if (last !== undefined && last.row + last.lines.length === row) last.lines.push(line);
    else pieces.push({ row, lines: [line] });
  });
  return pieces;
}
