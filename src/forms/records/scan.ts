import { type ReadLabel, type RecordLabel, annexOfTitle, readLabels, continuesLabel } from './labels';
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

/** From one column to another. */
export interface Columns {
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The columns of the tasks: 序号, 工作任务进度, 完结情况, 完结时间. */
export interface TaskHeading extends Columns {
  readonly row: number;
  readonly lastRow: number;
  readonly index: number | null;
  readonly progress: number;
  readonly completion: number | null;
  readonly finished: number | null;
  /** 工作任务进度 is called something else; null where it is known. */
  readonly unknownProgress: string | null;
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

const TASK_LABELS: readonly RecordLabel[] = ['taskSection', 'index', 'progress', 'completion', 'finished'];

/**
 * Rows with the headings of tasks, several in a row where forms stand side by side: 工作任务进度 and one more, or all the
 * others around one column that is called something else.
 */
export function findTaskHeadings(cells: SheetCells, { labels }: Scan): TaskHeading[] {
  return [...labels.values()].flatMap((line) =>
    groupsOf(line).flatMap((group): TaskHeading[] => {
      const at = (label: RecordLabel) => group.find((cell) => cell.label === label);
      const [section, index, completion, finished] = [at('taskSection'), at('index'), at('completion'), at('finished')];
      const known = at('progress') ?? null;
      if (completion === undefined && finished === undefined && (known === null || index === undefined)) return [];
      const progress = known ?? unknownProgress(cells, group);
      if (progress === null) return [];
      const own = [section, index, progress, completion, finished].filter((cell) => cell !== undefined);
      return [
        {
          row: progress.row,
          lastRow: Math.max(...[index, progress, completion, finished].map((cell) => cell?.lastRow ?? 0)),
          index: index?.column ?? null,
          progress: progress.column,
          completion: completion?.column ?? null,
          finished: finished?.column ?? null,
          firstColumn: Math.min(...own.map(({ column }) => column)),
          lastColumn: Math.max(...own.map(({ lastColumn }) => lastColumn)),
          unknownProgress: known === null ? progress.text : null,
        },
      ];
    }),
  );
}

/** The headings of tasks in a row, form by form: a heading that comes again, or 工作任务完成情况, begins the next. */
function groupsOf(line: readonly LabelCell[]): LabelCell[][] {
  const groups: LabelCell[][] = [];
  for (const cell of line) {
    if (!TASK_LABELS.includes(cell.label)) continue;
    const group = groups.at(-1);
    const begins = cell.label === 'taskSection' || group?.some(({ label }) => label === cell.label) === true;
    if (group === undefined || begins) groups.push([cell]);
    else group.push(cell);
  }
  return groups;
}

/** The one heading between 序号 and 完结情况 that no label fits. */
function unknownProgress(
  cells: SheetCells,
  group: readonly LabelCell[],
): Pick<LabelCell, 'row' | 'column' | 'lastRow' | 'lastColumn' | 'text'> | null {
  const index = group.find(({ label }) => label === 'index');
  const next = group.find(({ label }) => label === 'completion' || label === 'finished');
  if (index === undefined || next === undefined || next.column !== index.lastColumn + 2) return null;
  const { row, column } = { row: index.row, column: index.lastColumn + 1 };
  const text = cells.own(row, column);
  return text === '' ? null : { row, column, lastRow: index.lastRow, lastColumn: column, text };
}
