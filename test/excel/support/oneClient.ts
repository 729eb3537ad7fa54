import { EmbeddedHost } from '../../../src/host/bridge';
import { connect, withGlobals, type Client } from '../../../src/host/client';
import { WorkbookModel } from '../../../src/host/workbook/model/workbook';

/** A host that shows one workbook after the other to the same client: starting a client costs more than reading. */
class RelayingHost extends EmbeddedHost {
  private shown: EmbeddedHost = new EmbeddedHost(WorkbookModel.create());

  /** Opens a workbook once the one before has nothing more to answer. */
  async show(workbook: WorkbookModel): Promise<EmbeddedHost> {
    await this.shown.settled();
    this.shown.onMessageFromHost = undefined;
    this.shown = new EmbeddedHost(workbook);
    this.shown.onMessageFromHost = (text) => this.onMessageFromHost?.(text);
    return this.shown;
  }

  override sendMessageToHost(text: string): void {
    this.shown.sendMessageToHost(text);
  }
}

const host = new RelayingHost(WorkbookModel.create());
let client: Promise<Client> | undefined;
let isOpen = false;

/** Runs code as it runs in Excel: with the workbook behind the global Excel. One workbook at a time. */
export async function inExcel<T>(workbook: WorkbookModel, code: (host: EmbeddedHost) => Promise<T>): Promise<T> {
  if (isOpen) throw new Error('another workbook is open');
  isOpen = true;
  try {
    client ??= connect(host);
    const shown = await host.show(workbook);
    return await withGlobals(await client, () => code(shown));
  } finally {
    isOpen = false;
  }
}
