import { runReading } from './running';

/** Shows a cell to the person who asked for it; the whole sheet when no cell is named. One sync. */
export async function selectCell(sheet: string, cell: string | null): Promise<void> {
  await runReading(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    if (cell !== null) worksheet.getRange(cell).select();
    await context.sync();
  });
}
