import { problem } from './problems';
import { findLog, LOG_HEAD_ROWS, type LogPlace } from '../../forms/words/logSheet';
import { layoutLog, type LogLine } from '../../forms/words/operationLog';
import type { SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import { SheetGrid } from '../../forms/grid/sheetGrid';

/** A log's headings stand in so many columns at most. */
const LOG_COLUMNS = 12;

export interface PlannedLog {
  /** Null where there is nothing to log. */
  readonly sheet: SheetPlan | null;
  readonly problems: readonly Problem[];
}

/**
 * Plans lines of 操作记录 (R36), to be written in the step that they tell of. Two syncs. A log that is protected takes no
 * line, so that the step must not be carried out either.
 *
 * @param planned the sheets that the same step writes
 */
export async function planLog(
  context: Excel.RequestContext,
  lines: readonly LogLine[],
  planned: readonly SheetPlan[],
): Promise<PlannedLog> {
  if (lines.length === 0) return { sheet: null, problems: [] };
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const heads = worksheets.items.map((sheet) => {
    const head = sheet.getRangeByIndexes(0, 0, LOG_HEAD_ROWS, LOG_COLUMNS);
    head.load('formulas');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount');
    return { sheet, head, used };
  });
  await context.sync();

  const logs = heads.flatMap(({ sheet, head, used }) => {
    const place = findPlace(sheet.name, head);
    return place === null || used.isNullObject ? [] : [{ sheet, place, rowEnd: used.rowIndex + used.rowCount }];
  });
  const [log] = logs;
  if (log?.sheet.protection.protected === true)
    return { sheet: null, problems: [problem.logProtected(log.sheet.name)] };
  const names = [...worksheets.items.map(({ name }) => name), ...planned.map(({ sheet }) => sheet)];
  return { sheet: layoutLog(lines, log === undefined ? null : { ...log, sheet: log.sheet.name }, names), problems: [] };
}

function findPlace(name: string, { formulas }: Excel.Range): LogPlace | null {
  const cells = formulas.map((line) => line.map(String));
  return findLog(
    SheetGrid.of({
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
    }),
  );
}
