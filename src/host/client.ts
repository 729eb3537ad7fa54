import type { EmbeddedHost, NativeBridge } from './bridge';
import { provideContext, type ContextSlot } from './context';

/** What Microsoft's client defines, each copy connected to its own host. */
export interface Client {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** A copy of Microsoft's script: running it with a window of its own fills that window. */
type StartClient = (this: ClientWindow, window: ClientWindow) => void;

/** As much of a browser's window as the script asks for; its global variables appear here. */
interface ClientWindow extends ContextSlot {
  _richApiNativeBridge: NativeBridge;
  Excel: typeof Excel | undefined;
  Office: typeof Office | undefined;
  OfficeExtension: typeof OfficeExtension | undefined;
  [name: string]: unknown;
}

let script: Promise<StartClient> | undefined;

/**
 * Starts a copy of Microsoft's unmodified Office.js client on the host. Several copies live side by side in a process;
 * the script is read and compiled once. Only for Node; a page loads the script itself (see page.ts).
 */
export async function connect(host: EmbeddedHost): Promise<Client> {
  script ??= loadScript();
  const start = await script;
  const window = clientWindow(host);
  start.call(window, window);
  provideContext(window, host);
  const { Excel, Office, OfficeExtension } = window;
  if (!Excel || !Office || !OfficeExtension) throw new Error('The Office.js client did not define its namespaces');
  return { Excel, Office, OfficeExtension };
}

/** Makes the client's namespaces global, as in an add-in's page; the result takes them away again. */
export function installGlobals(client: Client): () => void {
  const names = ['Excel', 'Office', 'OfficeExtension'] as const;
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of names) {
    Object.defineProperty(globalThis, name, { value: client[name], configurable: true, writable: true });
  }
  return () => {
    names.forEach((name, index) => {
      const descriptor = before[index];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    });
  };
}

/** Runs a function while the client's namespaces are global. */
export async function withGlobals<T>(client: Client, run: () => Promise<T>): Promise<T> {
  const remove = installGlobals(client);
  try {
    return await run();
  } finally {
    remove();
  }
}

async function loadScript(): Promise<StartClient> {
  const [{ readFile }, { createRequire }] = await Promise.all([import('node:fs/promises'), import('node:module')]);
  const path = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.js');
  const source = await readFile(path, 'utf8');
  // In a page the script's names are the window's. `with` gives each copy a window of its own in the same way, and in
  // the same realm as the add-in, so that plain objects and errors are the same classes on both sides.
  return compile(`with (window) {${source}\n}\n//# sourceURL=excel-web-16.00.js`);
}

function compile(body: string): StartClient {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a script from node_modules, run as a page runs it
  const start = new Function('window', body);
  return function (window) {
    start.call(this, window);
  };
}

function clientWindow(host: EmbeddedHost): ClientWindow {
  const location = { href: 'https://localhost/', protocol: 'https:', search: '', hash: '' };
  const document = {
    URL: location.href,
    getElementsByTagName: () => [],
    createElement: () => ({}),
    addEventListener: () => {},
  };
  const window: ClientWindow = {
    _richApiNativeBridge: host,
    location,
    document,
    navigator: { userAgent: 'Embedded host' },
    performance,
    Promise,
    setTimeout,
    clearTimeout,
    addEventListener: () => {},
    // Names that the script declares with `var` and reads back from its window.
    OfficeExtension: undefined,
    OfficeCore: undefined,
    Excel: undefined,
    Office: undefined,
  };
  for (const name of ['window', 'self', 'top', 'parent']) window[name] = window;
  return window;
}
