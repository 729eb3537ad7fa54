import type { Area } from '../../workbook/values/address';

/** The cells of the area that the test picks, as rectangles from top to bottom: runs in a row, alike runs joined down. */
export function areasWhere(area: Area, picks: (row: number, column: number) => boolean): Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const runs = runsIn(area, row, picks);
    const next: Area[] = [];
    for (const run of runs) {
      const above = open.find((one) => one.column === run.column && one.columns === run.columns);
      next.push(above ? { ...above, rows: above.rows + 1 } : run);
    }
    done.push(...open.filter((one) => !runs.some((run) => run.column === one.column && run.columns === one.columns)));
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}

function runsIn(area: Area, row: number, picks: (row: number, column: number) => boolean): Area[] {
  const runs: Area[] = [];
  let start: number | undefined;
  for (let column = area.column; column <= area.column + area.columns; column++) {
    const picked = column < area.column + area.columns && picks(row, column);
    if (picked) start ??= column;
    else if (start !== undefined) {
      runs.push({ row, column: start, rows: 1, columns: column - start });
      start = undefined;
    }
  }
  return runs;
}
