import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { OWN_RESULTS } from '../../../src/excel/reading/reading';
import { readOpenWorkbook } from '../../../src/excel/workbook/snapshot';
import { readBook } from '../../../src/forms/book/book';
import type { Book } from '../../../src/forms/book/model';
import { EmbeddedHost } from '../../../src/host/bridge';
import { connect, withGlobals, type Client } from '../../../src/host/client';
import { WorkbookModel } from '../../../src/host/workbook/model/workbook';

/** A host that shows one workbook after the other to the same client: starting a client costs more than reading. */
class RelayingHost extends EmbeddedHost {
  private shown: EmbeddedHost = new EmbeddedHost(WorkbookModel.create());

  /** Opens a workbook once the one before has nothing more to answer. */
  async show(workbook: WorkbookModel): Promise<void> {
    await this.shown.settled();
    this.shown = new EmbeddedHost(workbook);
    this.shown.onMessageFromHost = (text) => this.onMessageFromHost?.(text);
  }

  override sendMessageToHost(text: string): void {
    this.shown.sendMessageToHost(text);
  }
}

const host = new RelayingHost(WorkbookModel.create());
let client: Promise<Client> | undefined;

/** Runs code as it runs in Excel: with the workbook behind the global Excel. */
export async function inExcel<T>(workbook: WorkbookModel, code: () => Promise<T>): Promise<T> {
  client ??= connect(host);
  await host.show(workbook);
  return withGlobals(await client, code);
}

/** Reads a workbook as the add-in does: through Microsoft's client and the embedded host. */
export async function read(workbook: WorkbookModel): Promise<Book> {
  return inExcel(workbook, async () => {
    const { snapshot } = await readOpenWorkbook(OWN_RESULTS);
    return readBook(snapshot, { settings: DEFAULT_SETTINGS });
  });
}
