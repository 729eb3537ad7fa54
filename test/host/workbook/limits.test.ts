import { strFromU8, unzipSync, zipSync } from 'fflate';
import { REFUSAL_TEXTS } from '../../../src/host/workbook/messages';
import { openWorkbook, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { firstSheet, newSheet, opened, valueAt } from './modelSteps';
import { handWritten, type HandPackage } from './ooxml';

const EMPTY = '<sheetData/>';
const many = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join('');
const DEEP = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;

const hand = (content: string, more: Partial<HandPackage> = {}): Uint8Array =>
  handWritten({ sheets: [{ name: '表', content }], ...more });

function withPart(path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(hand(EMPTY));
  parts[path] = new TextEncoder().encode(change(strFromU8(parts[path] ?? new Uint8Array())));
  return zipSync(parts);
}

test.each<[string, () => Uint8Array, string]>([
  [
    '10,000 sheets',
    () =>
      hand(EMPTY, {
        afterSheets: `<sheets>${many(10_000, (i) => `<sheet name="s${i}" sheetId="${i + 9}" r:id="x${i}"/>`)}</sheets>`,
      }),
    'tooLarge',
  ],
  [
    'two million shared texts',
    () => hand(EMPTY, { sharedStrings: '<si><t>文</t></si>'.repeat(2_000_000) }),
    'tooLarge',
  ],
  [
    '100,000 names',
    () =>
      hand(EMPTY, {
        afterSheets: `<definedNames>${many(100_000, (i) => `<definedName name="n${i}">1</definedName>`)}</definedNames>`,
      }),
    'tooLarge',
  ],
  [
    '100,000 conditional formats',
    () =>
      hand(
        `${EMPTY}${many(100_000, (i) => `<conditionalFormatting sqref="A${i + 1}"><cfRule type="expression" priority="${i + 1}"><formula>1</formula></cfRule></conditionalFormatting>`)}`,
      ),
    'tooLarge',
  ],
  [
    'a deep workbook part',
    () => withPart('xl/workbook.xml', (text) => text.replace('</workbook>', `${DEEP}</workbook>`)),
    'damaged',
  ],
  [
    'deep relationships',
    () => withPart('xl/_rels/workbook.xml.rels', (text) => text.replace('</Relationships>', `${DEEP}</Relationships>`)),
    'damaged',
  ],
  [
    'deep content types',
    () => withPart('[Content_Types].xml', (text) => text.replace('</Types>', `${DEEP}</Types>`)),
    'damaged',
  ],
])('%s are refused in words', async (_what, bytes, kind) => {
  const result = await openWorkbook(bytes());
  expect(result).toMatchObject({ ok: false, kind });
  expect(REFUSAL_TEXTS[kind === 'tooLarge' ? 'tooLarge' : 'damaged']).toMatch(/\p{Script=Han}/u);
});

test('an archive is refused by what it says it unpacks to, before anything is unpacked', async () => {
  // The directory says 900 MB; there are but a few bytes.
  const bytes = hand(EMPTY);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 900_000_000, true);
  expect(await openWorkbook(bytes)).toMatchObject({ ok: false, kind: 'tooLarge' });
});

test('comments are passed over, whatever stands in them', async () => {
  const workbook = await opened(
    hand(
      `<sheetData><!-- inlineStr ${'<is><r>'.repeat(200_000)} --><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`,
    ),
  );
  expect(valueAt(firstSheet(workbook), 'A1')).toBe(1);
}, 10_000);

test.each(['0x50', '1e999', '8'.repeat(100_000), 'NaN', '1.2.3'])(
  '%.12s as a number is a text to look at',
  async (text) => {
    const value = valueAt(
      firstSheet(await opened(hand(`<sheetData><row r="1"><c r="A1"><v>${text}</v></c></row></sheetData>`))),
      'A1',
    );
    expect(value).toBe(text.slice(0, 255));
  },
);

test('a row that is hidden two hundred thousand times is written in a moment', async () => {
  const sheet = newSheet();
  const rows = (sheet.data.rowDefs ??= new Map());
  for (let row = 1; row < 200_000; row++) rows.set(row, { hidden: true });
  expect((await saveWorkbook(sheet.workbook)).length).toBeGreaterThan(0);
}, 20_000);
