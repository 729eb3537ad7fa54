/** A web server over built pages: those of the workbench, or an add-in as it is installed. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { generate } from 'selfsigned';

/** As `npm run build:workbench` leaves it. */
const WORKBENCH = join(__dirname, '../../dist-workbench');

/** What the workbench opens at first. */
const SAMPLE = join('samples', '2020Q3.xlsx');

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
  /** Has the next that asks for the sample get this workbook in its place. */
  readonly offerInstead: (sample: Uint8Array) => void;
  close(): Promise<void>;
}

/** Serves the built workbench at a free port of this machine. */
export function openSite(): Promise<Site> {
  const files = new Files(WORKBENCH);
  return listen('http', createServer(files.answer), files);
}

/** Serves a folder as an office's web server does: over https, with a certificate that was made a moment ago. */
export async function openSecureSite(folder: string): Promise<Site> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const files = new Files(folder);
  return listen('https', createSecureServer({ key, cert }, files.answer), files);
}

class Files {
  private sample: Uint8Array | null = null;

  constructor(private readonly folder: string) {}

  offerInstead(sample: Uint8Array): void {
    this.sample = sample;
  }

  readonly answer: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    this.contentOf(path).then(
      (content) => {
        const type = extname(path);
        response.setHeader('content-type', TYPES[type] ?? 'application/octet-stream');
        // What is compiled is kept with what is cached: to compile 6 MB anew for each test takes longer than the test.
        response.setHeader('cache-control', ['.js', '.css'].includes(type) ? 'max-age=3600' : 'no-store');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  };

  private async contentOf(path: string): Promise<Uint8Array> {
    const { sample } = this;
    if (sample === null || !path.endsWith(SAMPLE)) return readFile(join(this.folder, path));
    this.sample = null;
    return sample;
  }
}

async function listen(protocol: string, server: Server, files: Files): Promise<Site> {
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    address: `${protocol}://localhost:${(server.address() as AddressInfo).port}`,
    offerInstead: (sample) => files.offerInstead(sample),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
