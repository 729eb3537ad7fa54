import type { CellContent, SheetPlan } from '../../forms/grid/plan';
import { isFormula, withoutAt, type SheetSnapshot, type SnapshotValue } from '../../forms/grid/snapshot';
import { isWritten, writtenOn, type Contents } from './contents';
import type { Step } from './step';

/** A row that a step wrote, and where it stands now; 0-based. */
export interface Moved {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows that the step wrote on a sheet and that stand elsewhere now, since somebody inserted, deleted or sorted rows: in
 * their old place is nothing of the step's to take back. A row is known by all that the step wrote in it; one alike that
 * stood there before the step, or that the step wrote there, is another.
 *
 * @param isStrict also rows of which some cells hold, in their old place, what the step wrote: where whatever stands there
 * would be overwritten
 */
export function movedOn(step: Step, plan: SheetPlan, contents: Contents, isStrict = false): Moved[] {
  // Rows that the step put in are told otherwise.
  if (plan.insertRows.length > 0) return [];
  const written = writtenOn(step.plan, plan.sheet);
  const before = step.before.get(plan.sheet);
  const isOther = (row: number, columns: readonly number[], text: string): boolean =>
    textOf(
      columns.map((column) => written.get(`${row},${column}`) ?? ''),
      row,
    ) === text ||
    textOf(
      columns.map((column) => valueBefore(before, row, column)),
      row,
    ) === text;
  return elsewhere(writtenRows(plan, written), contents, isOther, isStrict);
}

/** Rows that the step left as they were and that stand elsewhere now: how the sheet looked is not known by its rows. */
export function isReshaped(step: Step, plan: SheetPlan, contents: Contents): boolean {
  const before = step.before.get(plan.sheet);
  if (before === undefined || plan.insertRows.length > 0) return false;
  const written = writtenOn(step.plan, plan.sheet);
  const rows = before.formulas.map((line, r): [number, [number, CellContent][]] => {
    const row = before.area.row + r;
    const cells = line.map((value, c): [number, SnapshotValue] => [before.area.column + c, value]);
    const kept = cells.flatMap(([column, value]): [number, CellContent][] =>
      value === '' || typeof value === 'boolean' || isFormula(value) || written.has(`${row},${column}`)
        ? []
        : [[column, value]],
    );
    return [row, kept];
  });
  const isOther = (row: number, columns: readonly number[], text: string): boolean =>
    textOf(
      columns.map((column) => valueBefore(before, row, column)),
      row,
    ) === text;
  const kept = new Map(rows.filter(([, cells]) => cells.length > 0));
  return elsewhere(kept, contents, isOther).length > 0;
}

type IsOther = (row: number, columns: readonly number[], text: string) => boolean;

/** Rows of which nothing stands in its place, or not all where it is strict, but all in another. */
function elsewhere(
  rows: ReadonlyMap<number, readonly [number, CellContent][]>,
  contents: Contents,
  isOther: IsOther,
  isStrict = false,
): Moved[] {
  const gone = [...rows].filter(([row, cells]) => {
    const isIn = ([column, content]: readonly [number, CellContent]) =>
      isWritten(contents.get(`${row},${column}`) ?? '', content, row);
    return isStrict ? !cells.every(isIn) : !cells.some(isIn);
  });
  if (gone.length === 0) return [];
  const present = new RowTexts(contents);
  return gone.flatMap(([from, cells]): Moved[] => {
    const columns = cells.map(([column]) => column);
    const text = textOf(
      cells.map(([, content]) => content),
      from,
    );
    const to = present.rowsLike(columns, text).find((row) => !isOther(row, columns, text));
    return to === undefined ? [] : [{ from, to }];
  });
}

/** Where rows stood and stand, in words: the first of each few that moved together. */
export function movedTold(moved: readonly Moved[]): string {
  const runs: Moved[][] = [];
  for (const each of moved) {
    const last = runs.at(-1)?.at(-1);
    if (last?.from === each.from - 1 && last.to === each.to - 1) runs.at(-1)?.push(each);
    else runs.push([each]);
  }
  const rows = (run: readonly Moved[], row: (each: Moved) => number): string => {
    const [first, last] = [run[0], run.at(-1)].map((each) => (each === undefined ? 0 : row(each) + 1));
    return first === last ? `第${first}行` : `第${first}至${last}行`;
  };
  return runs.map((run) => `${rows(run, ({ from }) => from)}的现在在${rows(run, ({ to }) => to)}`).join('、');
}

/** What a plan writes last, but for what it empties, by row: columns with their contents. */
function writtenRows(
  { blocks }: SheetPlan,
  written: ReadonlyMap<string, CellContent>,
): Map<number, [number, CellContent][]> {
  const rows = new Map<number, [number, CellContent][]>();
  for (const { row, column, cells } of blocks) {
    cells.forEach((line, r) =>
      line.forEach((content, c) => {
        if (content === null || content === '' || written.get(`${row + r},${column + c}`) !== content) return;
        const ofRow = rows.get(row + r) ?? [];
        rows.set(row + r, ofRow);
        ofRow.push([column + c, content]);
      }),
    );
  }
  return rows;
}

function valueBefore(before: SheetSnapshot | undefined, row: number, column: number): SnapshotValue {
  return before?.formulas[row - before.area.row]?.[column - before.area.column] ?? '';
}

/** The rows of a sheet by what stands in some of their columns. */
class RowTexts {
  private readonly rows = new Map<number, Map<number, SnapshotValue>>();
  private readonly byColumns = new Map<string, Map<string, number[]>>();

  constructor(contents: Contents) {
    for (const [at, value] of contents) {
      const [row = 0, column = 0] = at.split(',').map(Number);
      const ofRow = this.rows.get(row) ?? new Map<number, SnapshotValue>();
      this.rows.set(row, ofRow);
      ofRow.set(column, value);
    }
  }

  rowsLike(columns: readonly number[], text: string): readonly number[] {
    const key = columns.join();
    let rows = this.byColumns.get(key);
    if (rows === undefined) {
      rows = new Map<string, number[]>();
      this.byColumns.set(key, rows);
      for (const [row, cells] of this.rows) {
        const own = textOf(
          columns.map((column) => cells.get(column) ?? ''),
          row,
        );
        rows.set(own, [...(rows.get(own) ?? []), row]);
      }
    }
    return rows.get(text) ?? [];
  }
}

/** Contents of a row in words that are the same in another row. */
function textOf(contents: readonly CellContent[] | readonly SnapshotValue[], row: number): string {
  return JSON.stringify(
    contents.map((content) => {
      const formula = typeof content === 'object' ? (content?.formula ?? '') : isFormula(content) ? content : null;
      return formula === null ? content : formulaText(formula.replaceAll('{r}', String(row + 1)), row);
    }),
  );
}

/** A formula without quotes, in one case, and with a mark where it speaks of its own row. */
function formulaText(formula: string, row: number): string {
  return withoutAt(formula)
    .replaceAll("'", '')
    .toUpperCase()
    .replace(/(?<![A-Z0-9_.])(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(])/g, (all: string, column: string, number: string) =>
      Number(number) === row + 1 ? `${column}{R}` : all,
    );
}
