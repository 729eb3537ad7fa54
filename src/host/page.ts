import type { EmbeddedHost, NativeBridge } from './bridge';
import { provideContext, type ContextSlot } from './context';

declare global {
  interface Window extends ContextSlot {
    _richApiNativeBridge?: NativeBridge;
  }
}

/**
 * Connects this page to the host. To be called by a script that runs before the page's `<script>` of Microsoft's
 * unmodified `excel-web-16.00.js`, which looks for the bridge while it loads; scripts with `defer` find Office.js ready.
 * A page has one client: its namespaces are the window's own.
 */
export function connectPage(host: EmbeddedHost): void {
  window._richApiNativeBridge = host;
  // The first change, to `interactive`, comes when all scripts without `defer` have run, and before those with it.
  document.addEventListener('readystatechange', () => provideContext(window, host), { once: true });
}
