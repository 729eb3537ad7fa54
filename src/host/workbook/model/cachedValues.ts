import type { WorkbookModel } from './workbook';

/** Up to so many formulas a saved file carries calculated values; larger ones are left to the program that opens it. */
const MOST_CALCULATED = 3000;

/** Gives formulas their values before saving, so that previews and phones show them, where that takes no longer than a person waits. */
export async function calculateForSaving(workbook: WorkbookModel): Promise<void> {
  if (formulaCount(workbook) <= MOST_CALCULATED) await workbook.calculate([], true);
}

function formulaCount({ sheets }: WorkbookModel): number {
  let count = 0;
  for (const { data } of sheets) for (const { formula } of data.cells.values()) if (formula !== undefined) count++;
  return count;
}
