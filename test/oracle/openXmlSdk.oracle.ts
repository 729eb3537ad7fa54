import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsAdded, findingsOf, newAmong, OFFICE_VERSIONS } from '../../scripts/oracle/openXmlSdk';
import { openWorkbook, saveWorkbook } from '../../src/host/workbook/xlsx';
import { kaohe } from '../headless/kaohe';
import { richWorkbook } from '../host/workbook/richWorkbook';

// Each file is given to Microsoft's validator once a version of Office.
jest.setTimeout(900_000);

const folder = mkdtempSync(join(tmpdir(), 'openxml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOLDEN = join(__dirname, '../fixtures/2020Q3.xlsx');
const QUARTER = ['--quarter', '2020Q3'];

/** What a whole quarter's commands write, one after the other. */
const COMMANDS: readonly (readonly [command: string, ...rest: string[]])[] = [
  ['score', ...QUARTER],
  ['review', ...QUARTER],
  ['leadership', ...QUARTER],
  ['notice', ...QUARTER, '--start', '2020-10-12'],
  ['finalise', ...QUARTER, '--today', '2020-10-30'],
  ['packet', ...QUARTER],
  ['seal', ...QUARTER, '--today', '2020-10-30'],
  ['archive', '--month', '2020-07'],
  ['annual', '--year', '2020'],
  ['forms', '--month', '2020-07', '--annex', '1'],
  ['forms', '--month', '2020-07', '--annex', '2'],
  ['forms', '--month', '2020-07', '--annex', '3', '--rater', '甲', '--protect'],
];

test('what the commands write has no finding that the workbook had not', async () => {
  const before = new Uint8Array(readFileSync(GOLDEN));
  const old = await Promise.all(OFFICE_VERSIONS.map((version) => findingsOf(before, version)));
  let written = 0;
  let last = GOLDEN;
  for (const [index, [command, ...rest]] of COMMANDS.entries()) {
    const out = join(folder, `${index}-${command}.xlsx`);
    const { code, err } = await kaohe(command, last, ...rest, '--out', out);
    expect({ command, code: code < 2, err }).toEqual({ command, code: true, err });
    const bytes = fileAt(out);
    // A command that an earlier one's findings stop writes nothing.
    if (!bytes) continue;
    written++;
    last = out;
    const now = await Promise.all(OFFICE_VERSIONS.map((version) => findingsOf(bytes, version)));
    const added = now.flatMap((findings, version) => newAmong(old[version] ?? [], findings));
    expect({ command, added }).toEqual({ command, added: [] });
  }
  expect(written).toBeGreaterThan(7);
});

function fileAt(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return undefined;
  }
}

test('a new workbook has no finding at all', async () => {
  const { WorkbookModel } = await import('../../src/host/workbook/model/workbook');
  const workbook = WorkbookModel.create();
  const sheet = workbook.addSheet('测评表');
  sheet.input(0, 0, '=1+1');
  sheet.setStyle(0, 0, { font: { bold: true, name: '黑体', size: 16, color: { rgb: 'FF0000' } }, numFmt: '0.00' });
  sheet.merge({ row: 2, column: 0, rows: 1, columns: 3 });
  for (const version of OFFICE_VERSIONS) expect(await findingsOf(await saveWorkbook(workbook), version)).toEqual([]);
});

test('a rich workbook that is only passed through has no finding that it had not', async () => {
  const before = richWorkbook();
  writeFileSync(join(folder, 'rich.xlsx'), before);
  const opened = await openWorkbook(before);
  if (!opened.ok) throw new Error(opened.detail);
  opened.workbook.sheets[0]?.setValue(40, 1, 1);
  const after = await saveWorkbook(opened.workbook);
  for (const version of OFFICE_VERSIONS) expect(await findingsAdded(before, after, version)).toEqual([]);
});
