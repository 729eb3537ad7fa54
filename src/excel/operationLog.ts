import { problem } from '../forms/codes';
import { findLog, layoutLog, LOG_HEAD_ROWS, logLines, type LogPlace, type LogStamp } from '../forms/operationLog';
import type { Plan, SheetPlan } from '../forms/plan';
import type { Problem } from '../forms/problem';
import { SheetGrid } from '../forms/sheetGrid';

/** A log's headings stand in so many columns at most. */
const LOG_COLUMNS = 12;

export interface PlannedLog {
  /** Null for a plan that changes nothing. */
  readonly sheet: SheetPlan | null;
  readonly problems: readonly Problem[];
}

/**
 * The lines that 操作记录 gets for a plan (R36), to be written in the same step. Two syncs. A log that is protected takes
 * no line, so that the plan must not be carried out either.
 */
export async function planLog(context: Excel.RequestContext, plan: Plan, stamp: LogStamp): Promise<PlannedLog> {
  const lines = logLines(plan, stamp);
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
  const names = [...worksheets.items.map(({ name }) => name), ...plan.sheets.map(({ sheet }) => sheet)];
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
