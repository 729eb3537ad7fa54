import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { OWN_RESULTS } from '../../../src/excel/reading/ownResults';
import { readOpenWorkbook } from '../../../src/excel/workbook/snapshot';
import { readBook } from '../../../src/forms/book/book';
import type { Book } from '../../../src/forms/book/model';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { inExcel } from '../../excel/support/oneClient';

export { inExcel };

/** Reads a workbook as the add-in does: through Microsoft's client and the embedded host. */
export async function read(workbook: WorkbookModel): Promise<Book> {
  return inExcel(workbook, async () => {
    const { snapshot } = await readOpenWorkbook(OWN_RESULTS);
    return readBook(snapshot, { settings: DEFAULT_SETTINGS });
  });
}
