import type { EmbeddedHost, NativeBridge } from './bridge';
import type { Client } from './client';
import { provideContext, type ContextSlot } from './context';

declare global {
  interface Window extends ContextSlot {
    _richApiNativeBridge?: NativeBridge;
  }
}

/**
 * Loads Microsoft's client into this page, connected to the host. `scriptUrl` is where the page finds the unmodified
 * `excel-web-16.00.js`. A page has one client: its namespaces are the window's own.
 */
export async function loadClient(host: EmbeddedHost, scriptUrl: string): Promise<Client> {
  // The script looks for the bridge while it loads.
  window._richApiNativeBridge = host;
  await loadScript(scriptUrl);
  provideContext(window, host);
  return { Excel, Office, OfficeExtension };
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = url;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${url} could not be loaded`));
    document.head.append(element);
  });
}
