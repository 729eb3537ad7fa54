import type { EmbeddedHost } from '../host/bridge';

declare global {
  interface Window {
    /** The open workbook of the workbench, for the pane's page within it. */
    workbenchHost?: EmbeddedHost;
  }
}

/** The host that the page keeps for its pane; undefined for any other page. */
export function hostOf(page: Window): EmbeddedHost | undefined {
  return page.workbenchHost;
}

/** Opens the host to the pane's page, which is loaded after it. */
export function offerHost(host: EmbeddedHost): void {
  window.workbenchHost = host;
}
