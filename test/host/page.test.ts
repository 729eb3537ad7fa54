/** @jest-environment jsdom */
import '../taskpane/nodeGlobals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EmbeddedHost } from '../../src/host/bridge';
import { loadClient } from '../../src/host/page';
import { WorkbookModel } from '../../src/host/workbook/model';

const SCRIPT = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.js');

beforeAll(() => {
  // Browsers have these; jsdom does not.
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => '00000000-0000-4000-8000-000000000000' });
});

/** jsdom fetches no scripts: what a browser does with a script element is done here, in the page's global scope. */
function runScriptElements(): void {
  jest.spyOn(document.head, 'append').mockImplementation((element) => {
    if (!(element instanceof HTMLScriptElement)) throw new Error('Only scripts are expected');
    if (element.src.endsWith('/missing.js')) {
      element.onerror?.('not found');
      return;
    }
    const run = globalThis.eval;
    run(readFileSync(SCRIPT, 'utf8'));
    element.onload?.(new Event('load'));
  });
}

test('in a page the client is loaded by a script element and finds the host', async () => {
  runScriptElements();
  const host = new EmbeddedHost(WorkbookModel.create());
  const client = await loadClient(host, '/office/excel-web-16.00.js');
  const name = await client.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe('Sheet1');
  expect(client.Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
  expect(window.Excel).toBe(client.Excel);
});

test('a script that cannot be loaded is an error that names it', async () => {
  runScriptElements();
  const host = new EmbeddedHost(WorkbookModel.create());
  await expect(loadClient(host, '/missing.js')).rejects.toThrow('/missing.js could not be loaded');
});
