import { type ReadLabel, annexOfTitle, readLabels, continuesLabel } from './labels';
import type { SheetCells } from '../grid/cells';

/** A label where it stands. */
export interface LabelCell extends ReadLabel {
  readonly row: number;
  readonly column: number;
  /** The last row and column of its cell, or of the cells that it was split over. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Written in several cells below each other that are not merged. */
  readonly split: boolean;
}

/** The title of a form where it stands. */
export interface TitleCell {
  readonly row: number;
  readonly column: number;
  readonly lastColumn: number;
  readonly annex: 1 | 2;
}

/** The columns of the tasks: 序号, 工作任务进度, 完结情况, 完结时间. */
export interface TaskHeading {
  readonly row: number;
  readonly lastRow: number;
  readonly index: number | null;
  readonly progress: number;
  readonly completion: number | null;
  readonly finished: number | null;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The labels and titles of a sheet. */
export interface Scan {
  /** By row, in column order. */
  readonly labels: ReadonlyMap<number, readonly LabelCell[]>;
  readonly titles: ReadonlyMap<number, readonly TitleCell[]>;
}

/** Costs one pass over the cells. */
export function scan(cells: SheetCells): Scan {
  const labels = new Map<number, LabelCell[]>();
  const titles = new Map<number, TitleCell[]>();
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const value = cells.value(row, column);
      if (typeof value !== 'string' || value === '') continue;
      const annex = annexOfTitle(value);
      const merge = cells.merge(row, column);
      const lastColumn = column + (merge?.columns ?? 1) - 1;
      if (annex !== null) titles.set(row, [...(titles.get(row) ?? []), { row, column, lastColumn, annex }]);
      else {
        for (const read of readLabels(value)) {
          const lastRow = merge === undefined ? lastRowOfLabel(cells, read, row, column) : merge.row + merge.rows - 1;
          const cell = { ...read, row, column, lastRow, lastColumn, split: merge === undefined && lastRow > row };
          labels.set(row, [...(labels.get(row) ?? []), cell]);
        }
      }
    }
  }
  return { labels, titles };
}

/** A long label that was pasted from Word may go on in the cells below. */
function lastRowOfLabel(cells: SheetCells, label: ReadLabel, row: number, column: number): number {
  let last = row;
  while (continuesLabel(label, cells.own(last + 1, column))) last++;
  return last;
}

/** Rows with 工作任务进度 and 完结情况 or 完结时间; several of them in a row are forms side by side. */
export function findTaskHeadings({ labels }: Scan): TaskHeading[] {
  return [...labels.values()].flatMap((line) => {
    const starts = line.flatMap(({ label }, i) => (label === 'progress' ? [i] : []));
    let end = -1;
    return starts.flatMap((at, n) => {
      const part = line.slice(at, starts[n + 1]);
      const progress = line[at];
      const completion = part.find(({ label }) => label === 'completion');
      const finished = part.find(({ label }) => label === 'finished');
      if (progress === undefined || (completion === undefined && finished === undefined)) return [];
      const before = line.slice(0, at).filter(({ column }) => column > end);
      const index = before.filter(({ label }) => label === 'index').at(-1);
      const section = before.filter(({ label }) => label === 'taskSection').at(-1);
      const own = [section, index, progress, completion, finished].filter((cell) => cell !== undefined);
      end = Math.max(...own.map(({ lastColumn }) => lastColumn));
      return [
        {
          row: progress.row,
          lastRow: Math.max(...[index, progress, completion, finished].map((cell) => cell?.lastRow ?? 0)),
          index: index?.column ?? null,
          progress: progress.column,
          completion: completion?.column ?? null,
          finished: finished?.column ?? null,
          firstColumn: Math.min(...own.map(({ column }) => column)),
          lastColumn: end,
        },
      ];
    });
  });
}

/** From one column to another. */
export interface Columns {
  readonly firstColumn: number;
  readonly lastColumn: number;
}
