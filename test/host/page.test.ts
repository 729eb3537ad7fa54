/** @jest-environment jsdom */
import '../taskpane/nodeGlobals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EmbeddedHost } from '../../src/host/bridge';
import { connectPage } from '../../src/host/page';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';

const SCRIPT = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.js');

test('in a page the client is loaded by a script element and finds the host', async () => {
  // Browsers have it; jsdom does not.
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => '00000000-0000-4000-8000-000000000000' });
  connectPage(new EmbeddedHost(WorkbookModel.create()));
  // jsdom fetches no scripts: what a browser does with a script element is done here, in the page's global scope.
  const run = globalThis.eval;
  run(readFileSync(SCRIPT, 'utf8'));
  document.dispatchEvent(new Event('readystatechange'));

  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe('Sheet1');
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
});
