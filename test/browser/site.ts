/** A web server over built pages: those of the workbench, or an add-in as it is installed. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { generate } from 'selfsigned';

/** As `npm run build:workbench` leaves it. */
const WORKBENCH = join(__dirname, '../../dist-workbench');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Site {
  /** Such as `http://localhost:41234`; the workbench is at `/`, the pane's page at `/pane/taskpane.html`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built workbench at a free port of this machine. */
export function openSite(): Promise<Site> {
  return listen('http', createServer(filesOf(WORKBENCH)));
}

/** Serves a folder as an office's web server does: over https, with a certificate that was made a moment ago. */
export async function openSecureSite(folder: string): Promise<Site> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return listen('https', createSecureServer({ key, cert }, filesOf(folder)));
}

function filesOf(folder: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    readFile(join(folder, path)).then(
      (content) => {
        response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  };
}

async function listen(protocol: string, server: Server): Promise<Site> {
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    address: `${protocol}://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
