import { EmbeddedHost, type HostOptions } from '../../../src/host/bridge';
import { connect, withGlobals, type Client } from '../../../src/host/client';
import { PROFILE_NAMES, profileNamed, type ProfileName } from '../../../src/host/profiles';
import { WorkbookModel } from '../../../src/host/workbook/model/workbook';

/** A host that shows one workbook after the other to the same client: starting a client costs more than reading. */
class RelayingHost extends EmbeddedHost {
  private shown: EmbeddedHost = new EmbeddedHost(WorkbookModel.create());

  /** Opens a workbook once the one before has nothing more to answer. */
  async show(workbook: WorkbookModel, options: HostOptions): Promise<EmbeddedHost> {
    await this.shown.settled();
    this.shown.onMessageFromHost = undefined;
    this.shown = new EmbeddedHost(workbook, options);
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

/** The worst Excel of all, unless the tests are to run in another: `KAOHE_PROFILE=web npx jest test/excel`. */
const USUAL: ProfileName = usualProfile(process.env['KAOHE_PROFILE'] ?? 'strict');

function usualProfile(name: string): ProfileName {
  const profile = profileNamed(name);
  if (profile === undefined) throw new Error(`KAOHE_PROFILE is ${name}, which is none of ${PROFILE_NAMES.join(', ')}`);
  return profile;
}

/** Runs code as it runs in Excel: with the workbook behind the global Excel. One workbook at a time. */
export async function inExcel<T>(
  workbook: WorkbookModel,
  code: (host: EmbeddedHost) => Promise<T>,
  profile: ProfileName = USUAL,
  options: HostOptions = {},
): Promise<T> {
  if (isOpen) throw new Error('another workbook is open');
  isOpen = true;
  try {
    client ??= connect(host);
    const shown = await host.show(workbook, { profile, ...options });
    return await withGlobals(await client, () => code(shown));
  } finally {
    isOpen = false;
  }
}
