import { layoutScoreEntry, type EntryLayout, type ScoreEntry, type ScoreLineNow } from '../../forms/scoring/entry';
import type { Area } from '../../forms/grid/snapshot';
import { askMergedAreas } from '../workbook/mergedAreas';
import { isAnswered } from '../workbook/questions';
import { cellOf, matrixOf } from '../workbook/snapshot';
import { runReading } from '../workbook/running';

/**
 * Plans what somebody gave one person, into the line that the person still has on the score sheet. Reads that line and
 * its headings alone, so that the next person need not wait. One sync.
 */
export async function previewScoreEntry(entry: ScoreEntry): Promise<EntryLayout> {
  return runReading(async (context) => layoutScoreEntry(entry, await readLine(context, entry)));
}

/** The line as it is now; null where its sheet is gone. */
async function readLine(context: Excel.RequestContext, { form, row }: ScoreEntry): Promise<ScoreLineNow | null> {
  const { area, columns, headerRow } = form;
  // Not by a null object, of which some Excels may answer nothing more (R12).
  const sheet = context.workbook.worksheets.getItem(form.sheet);
  sheet.load('protection/protected');
  const headings = sheet.getRangeByIndexes(area.row, area.column, headerRow - area.row + 1, area.columns);
  headings.load('values');
  const line = sheet.getRangeByIndexes(row.row, area.column, 1, columns.name - area.column + 1);
  line.load('values,formulas');
  // From the headings on: a merged area that covers the line may begin above it.
  const merged = askMergedAreas(sheet, form.sheet, { ...area, rows: row.row - area.row + 1 });
  const cells = columns.scores.map((column) => {
    // A column that the form lacks has no place; the layout then refuses.
    const range = sheet.getRangeByIndexes(row.row, Math.max(column, 0), 1, 1);
    range.load('formulas,values,numberFormat,format/protection/locked');
    return { column, range };
  });
  if (!(await isAnswered(context.sync()))) return null;
  const covered = merged();
  return {
    headings: matrixOf(headings.values),
    shown: matrixOf(line.values)[0] ?? [],
    present: matrixOf(line.formulas)[0] ?? [],
    cells: cells.map(({ column, range }) => ({
      present: cellOf(matrixOf(range.formulas)[0]?.[0]),
      shown: cellOf(matrixOf(range.values)[0]?.[0]),
      format: String(matrixOf(range.numberFormat)[0]?.[0] ?? 'General'),
      locked: sheet.protection.protected && range.format.protection.locked,
      merged: covered.some((each) => isWithin(row.row, column, each)),
    })),
  };
}

function isWithin(row: number, column: number, area: Area): boolean {
  const down = row - area.row;
  const right = column - area.column;
  return down >= 0 && down < area.rows && right >= 0 && right < area.columns;
}
