import { problem } from './problems';
import { findLog, LOG_HEAD_ROWS, OPERATION_LOG } from '../../forms/words/logSheet';
import { layoutLog, type LogLine } from '../../forms/words/operationLog';
import type { SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { SheetGrid } from '../../forms/grid/sheetGrid';
import type { Watched } from './standing';

/** A log's headings stand in so many columns at most. */
const LOG_COLUMNS = 12;

/** A sheet that may be the log, as Excel is asked for it. */
export interface LogCandidate {
  readonly sheet: Excel.Worksheet;
  readonly head: Excel.Range;
  readonly used: Excel.Range;
}

export interface PlannedLog {
  /** Null where there is nothing to log. */
  readonly sheet: SheetPlan | null;
  /** The sheet that is the log; null where there is none yet. */
  readonly place: string | null;
  /** Where its lines go, nobody else's may come meanwhile. */
  readonly watched: readonly Watched[];
  readonly problems: readonly Problem[];
}

/** Queues a look at a sheet that may be the log. */
export function queueLog(sheet: Excel.Worksheet): LogCandidate {
  const head = sheet.getRangeByIndexes(0, 0, LOG_HEAD_ROWS, LOG_COLUMNS);
  head.load('formulas');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return { sheet, head, used };
}

/**
 * Plans lines of 操作记录 (R36), to be written in the step that they tell of. A log that is protected takes no line, so
 * that the step must not be carried out either.
 *
 * @param names of all sheets, those included that the same step adds
 */
export function planLog(
  lines: readonly LogLine[],
  candidates: readonly LogCandidate[],
  names: readonly string[],
): PlannedLog {
  const logs = candidates.flatMap((candidate) => {
    const { sheet, head, used } = candidate;
    const place = used.isNullObject ? null : findLog(headOf(sheet.name, head));
    return place === null ? [] : [{ ...candidate, place }];
  });
  const log = logs.find(({ sheet }) => sheet.name === OPERATION_LOG) ?? logs[0];
  const none = { sheet: null, place: log?.sheet.name ?? null, watched: [], problems: [] };
  if (lines.length === 0) return none;
  if (log === undefined) return { ...none, sheet: layoutLog(lines, null, names) };
  const { sheet, place, used } = log;
  if (sheet.protection.protected) return { ...none, problems: [problem.logProtected(sheet.name)] };
  const rowEnd = used.rowIndex + used.rowCount;
  const planned = layoutLog(lines, { sheet: sheet.name, place, rowEnd }, names);
  const block = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const watched = planned.blocks.map(({ row, column, before }) => {
    const area = { row, column, rows: before.length, columns: before[0]?.length ?? 1 };
    return { sheet: sheet.name, area, expected: before, used: block };
  });
  return { ...none, sheet: planned, watched };
}

/** The first cells of a sheet, once Excel has answered. */
export function headOf(name: string, { formulas }: Excel.Range): SheetGrid {
  const cells = formulas.map((line) => line.map(String));
  return SheetGrid.of({
    name,
    visibility: 'Visible',
    protected: false,
    area: { row: 0, column: 0, rows: LOG_HEAD_ROWS, columns: LOG_COLUMNS },
    values: cells,
    formulas: cells,
    numberFormats: [],
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  });
}
