import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from '../../../src/host/workbook/xlsx';
import { handWritten, stylesheet } from './ooxml';
import { richWorkbook } from './richWorkbook';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../fixtures/xlsx', name)));
const refused = async (bytes: Uint8Array): Promise<string> => {
  const result = await openWorkbook(bytes);
  return result.ok ? 'opened' : result.kind;
};
const ROW = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

/** A compound file of one directory sector with these streams ([MS-CFB] 2.2). */
function compoundFile(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(1536);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  for (let sector = 0; sector < 128; sector++) view.setUint32(512 + sector * 4, 0xfffffffe, true);
  streams.forEach((name, index) => {
    const entry = 1024 + index * 128;
    [...name].forEach((sign, at) => view.setUint16(entry + at * 2, sign.charCodeAt(0), true));
    view.setUint16(entry + 64, (name.length + 1) * 2, true);
  });
  return bytes;
}

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'empty'],
  ['a text', strToU8('姓名,总分\n张三,90'), 'notXlsx'],
  ['a picture in a zip', zipSync({ 'a.png': strToU8('x') }), 'notXlsx'],
  [
    'a Word document',
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8('<document/>'),
    }),
    'notXlsx',
  ],
  ['the first half of a workbook', richWorkbook().slice(0, 3000), 'truncated'],
  ['two bytes of a workbook', richWorkbook().slice(0, 2), 'truncated'],
  [
    'a workbook locked with a password',
    compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    'encrypted',
  ],
  ['a workbook of Excel 2003', compoundFile(['Root Entry', 'Workbook']), 'legacyXls'],
  ['a Word document of 2003', compoundFile(['Root Entry', 'WordDocument']), 'notXlsx'],
  [
    'a sheet whose XML ends early',
    handWritten({ sheets: [{ name: '表', content: '<sheetData><row r="1"><c r="A1"><v>1' }] }),
    'damaged',
  ],
  [
    'tags that cross',
    handWritten({ sheets: [{ name: '表', content: '<sheetData><row r="1"></sheetData></row>' }] }),
    'damaged',
  ],
  [
    'a document type, whose entities may grow without end',
    handWritten({
      sheets: [{ name: '表', content: ROW }],
      styles: `<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>${stylesheet({})}`,
    }),
    'damaged',
  ],
  ['a workbook without sheets', handWritten({ sheets: [] }), 'damaged'],
  [
    'a sheet whose part is missing',
    handWritten({
      sheets: [{ name: '表', content: ROW }],
      afterSheets: '',
      beforeSheets: '<sheets><sheet name="没有" sheetId="9" r:id="rIdNone"/></sheets>',
    }),
    'damaged',
  ],
])('%s is refused for what it is', async (_name, bytes, kind) => {
  expect(await refused(bytes)).toBe(kind);
});

test('files of LibreOffice for Excel 2003 and with a password are told apart', async () => {
  expect(await refused(fixture('legacy.xls'))).toBe('legacyXls');
  expect(await refused(fixture('encrypted.xlsx'))).toBe('encrypted');
});

test('an archive whose bytes are damaged is refused and nothing is thrown', async () => {
  const bytes = richWorkbook();
  for (let at = 200; at < bytes.length - 400; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  expect(await refused(bytes)).toBe('damaged');
});

test('a sheet with a cell in its last corner opens', async () => {
  const result = await openWorkbook(
    handWritten({
      sheets: [{ name: '表', content: '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>' }],
    }),
  );
  expect(result.ok && result.workbook.sheets[0]?.value(1_048_575, 16_383)).toBe(1);
});
