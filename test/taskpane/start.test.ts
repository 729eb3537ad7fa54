import { waitForWorkbook } from '../../src/taskpane/app/start';

/** What office.js gives a page whose Excel supports ExcelApi up to 1.`minor`; `host` is null outside of Office. */
function officeJs(host: string | null, minor: number): object {
  return {
    HostType: { Excel: 'Excel' },
    onReady: () => Promise.resolve({ host, platform: host === null ? null : 'PC' }),
    context: {
      requirements: { isSetSupported: (set: string, version: string) => set === 'ExcelApi' && version <= `1.${minor}` },
    },
  };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
  Reflect.deleteProperty(globalThis, '_richApiNativeBridge');
});

test('without Office.js there is no workbook', async () => {
  expect(await waitForWorkbook()).toBe('noWorkbook');
});

test('in a plain browser, where Office.js finds no host, there is no workbook', async () => {
  Object.assign(globalThis, { Office: officeJs(null, 0) });
  expect(await waitForWorkbook()).toBe('noWorkbook');
});

test("Excel's client without office.js is ready as soon as the embedded host's bridge is there", async () => {
  Object.assign(globalThis, { Office: {} });
  expect(await waitForWorkbook()).toBe('noWorkbook');
  Object.assign(globalThis, { _richApiNativeBridge: {} });
  expect(await waitForWorkbook()).toBe('embedded');
});

test('native Excel, which has a bridge too, is waited for and not taken for the embedded host', async () => {
  Object.assign(globalThis, { Office: officeJs('Excel', 14), _richApiNativeBridge: {} });
  expect(await waitForWorkbook()).toBe('excel');
});

test('an Excel without the calls that the add-in makes is told apart', async () => {
  Object.assign(globalThis, { Office: officeJs('Excel', 12) });
  expect(await waitForWorkbook()).toBe('excelTooOld');
});

test('another Office program is not a workbook', async () => {
  Object.assign(globalThis, { Office: officeJs('Word', 14) });
  expect(await waitForWorkbook()).toBe('noWorkbook');
});
