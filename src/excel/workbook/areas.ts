import type { Area } from '../../forms/grid/snapshot';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Cells joined to rectangles: runs of a row, and runs alike below each other. */
export function areasOf(cells: readonly Cell[]): Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.row === row && last.column + last.columns === column) {
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    } else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const above = areas.findIndex(
      (area) => area.column === run.column && area.columns === run.columns && area.row + area.rows === run.row,
    );
    const found = areas[above];
    if (found === undefined) areas.push(run);
    else areas[above] = { ...found, rows: found.rows + 1 };
  }
  return areas;
}
