import { layoutDecisions, type Decision, type DecisionsNow } from '../../forms/review/decide';
import type { EntryLayout } from '../../forms/scoring/entry';
import type { ReviewTable } from '../../forms/review/table';
import { isAnswered } from '../workbook/questions';
import { cellOf, matrixOf } from '../workbook/snapshot';
import { runReading } from '../workbook/running';

export interface DecideOptions {
  /** Where the people stand, as the sheet was read. */
  readonly table: ReviewTable;
  readonly decisions: readonly Decision[];
}

/**
 * Plans what the group decides, into the lines in which the people still stand. Reads those lines and their headings
 * alone, so that the next person need not wait. One sync.
 */
export async function previewDecisions({ table, decisions }: DecideOptions): Promise<EntryLayout> {
  return runReading(async (context) => {
    const now = await readNow(context, table, decisions);
    return layoutDecisions({ columns: table.columns, sheet: table.grid.name }, decisions, now);
  });
}

/** The lines as they are now; null where their sheet is gone. */
async function readNow(
  context: Excel.RequestContext,
  { grid, headerRow, columns }: ReviewTable,
  decisions: readonly Decision[],
): Promise<DecisionsNow | null> {
  const width = Math.max(...columns.values()) + 1;
  // Not by a null object, of which some Excels may answer nothing more (R12).
  const sheet = context.workbook.worksheets.getItem(grid.name);
  sheet.load('protection/protected');
  const headings = sheet.getRangeByIndexes(headerRow, 0, 1, width);
  headings.load('values');
  const cellAt = (row: number, column: number | undefined): Excel.Range | null => {
    if (column === undefined) return null;
    const range = sheet.getRangeByIndexes(row, column, 1, 1);
    range.load('formulas,format/protection/locked');
    return range;
  };
  const lines = decisions.map(({ line: { row } }) => {
    const line = sheet.getRangeByIndexes(row, 0, 1, width);
    line.load('values,formulas');
    return { line, decision: cellAt(row, columns.get('decision')), remark: cellAt(row, columns.get('remark')) };
  });
  if (!(await isAnswered(context.sync()))) return null;
  const isProtected = sheet.protection.protected;
  const nowOf = (range: Excel.Range) => ({
    present: cellOf(matrixOf(range.formulas)[0]?.[0]),
    locked: isProtected && range.format.protection.locked,
  });
  return {
    headings: matrixOf(headings.values)[0] ?? [],
    lines: lines.map(({ line, decision, remark }) => ({
      shown: matrixOf(line.values)[0] ?? [],
      present: matrixOf(line.formulas)[0] ?? [],
      decision: decision === null ? { present: '', locked: false } : nowOf(decision),
      remark: remark === null ? null : nowOf(remark),
    })),
  };
}
