/** Where the pane runs: in Excel, over the embedded host, or in a plain browser that has no workbook. */
export type Surroundings = 'excel' | 'embedded' | 'excelTooOld' | 'noWorkbook';

/** The oldest Excel that has every call the add-in makes (merged areas are the youngest). manifest.xml says the same. */
const REQUIREMENT = { set: 'ExcelApi', version: '1.13' } as const;

/**
 * Waits until the workbook can be talked to.
 *
 * In Excel that is for `Office.onReady` to say. The embedded host loads Excel's client without office.js, which alone
 * defines `onReady`; its bridge is there before any script runs. Native Excel has a bridge too, so `onReady` is asked
 * first.
 */
export async function waitForWorkbook(): Promise<Surroundings> {
  if (typeof Office === 'undefined') return 'noWorkbook';
  if (!('onReady' in Office)) return '_richApiNativeBridge' in globalThis ? 'embedded' : 'noWorkbook';
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return 'noWorkbook';
  return Office.context.requirements.isSetSupported(REQUIREMENT.set, REQUIREMENT.version) ? 'excel' : 'excelTooOld';
}

/**
 * Whether Office opened this page, by what office.js itself goes by (`_host_Info`): in a browser it finds nothing,
 * and `Office.onReady` is not heard of. Only for what is shown while waiting: if Excel answers all the same, the pane
 * starts.
 */
export function openedByOffice(): boolean {
  return (
    /[?&]_host_Info=/.test(location.search) ||
    window.name.includes('hostInfo') ||
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- where Office on Windows gives it
    'GetHostInfo' in window.external ||
    'agaveHost' in window
  );
}
