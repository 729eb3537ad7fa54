/** What other programs write, and Excel reads: each opened, changed in a cell elsewhere, saved and compared. */
import { strFromU8, unzipSync } from 'fflate';
import { calculateForSaving } from '../../../src/host/workbook/model/cachedValues';
import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import { compareWorkbooks } from '../../../scripts/corpus/compare';
import { faultsOf } from './integrity';
import { firstSheet, opened, type, valueAt } from './modelSteps';
import { handWritten, relationship, stylesheet, type HandPackage } from './ooxml';

async function saved(content: string, more: Partial<HandPackage> = {}) {
  const before = handWritten({ sheets: [{ name: '表', content: `<sheetData>${content}</sheetData>` }], ...more });
  const workbook = await opened(before);
  const sheet = firstSheet(workbook);
  type(sheet, { Z90: '新' });
  await calculateForSaving(workbook);
  const after = await saveWorkbook(workbook);
  const parts = unzipSync(after);
  return {
    sheet,
    lost: compareWorkbooks(before, after, { sheet: sheet.name, address: 'Z90' }).differences,
    faults: faultsOf(after),
    paths: Object.keys(parts),
    text: (path: string) => strFromU8(parts[path] ?? new Uint8Array()),
  };
}

test('a plain text before the first with a font of its own is part of the text', async () => {
  const inline = '<is><t xml:space="preserve">截至 </t>\n<r><rPr><b/></rPr><t>7月1日</t></r></is>';
  const { sheet, lost, faults, text } = await saved(
    `<row r="1"><c r="A1" t="inlineStr">${inline}</c><c r="B1" t="s"><v>0</v></c></row>`,
    { sharedStrings: '<si><t>共 </t><r><rPr><i/></rPr><t>3 人</t></r></si>' },
  );
  expect([valueAt(sheet, 'A1'), valueAt(sheet, 'B1')]).toEqual(['截至 7月1日', '共 3 人']);
  expect([lost, faults]).toEqual([[], []]);
  expect(text('xl/sharedStrings.xml')).toMatch(/<si><r><t>共 <\/t><\/r><r><rPr><i\/><\/rPr><t>3 人<\/t><\/r><\/si>/);
});

test('old macro sheets find their texts by the same numbers', async () => {
  const { lost, text } = await saved('<row r="1"><c r="A1" t="s"><v>2</v></c></row>', {
    sharedStrings: '<si><t>甲</t></si><si><t>宏</t></si><si><t>乙</t></si>',
    parts: {
      'xl/macrosheets/sheet1.xml':
        '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></xm:macrosheet>',
    },
    types: { 'xl/macrosheets/sheet1.xml': 'application/vnd.ms-excel.macrosheet+xml' },
    workbookRelationships: relationship(
      'rIdMacro',
      'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet',
      'macrosheets/sheet1.xml',
    ),
  });
  expect(lost).toEqual([]);
  expect(text('xl/sharedStrings.xml')).toContain('<si><t>甲</t></si><si><t>宏</t></si><si><t>乙</t></si>');
});

test('formats that are written in two ways count once, and the way for everybody is read', async () => {
  const twice = (fallback: string): string =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:hs="urn:hs" Requires="hs"><xf hs:new="1" numFmtId="0"/></mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  const { sheet, lost } = await saved('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row>', {
    styles: stylesheet({
      xfs:
        twice('<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0"/>') +
        '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    }),
  });
  expect([sheet.style(0, 0).numFmt, sheet.style(0, 1).numFmt]).toEqual(['0.00', '0%']);
  expect(lost).toEqual([]);
});

test('a time alone is a part of a day, a formula without a text stays, and a range without an end is left alone', async () => {
  const { sheet, lost, text } = await saved(
    '<row r="1"><c r="A1" t="d"><v>12:00:00</v></c><c r="B1" t="d"><v>2021-12-31T06:00:00Z</v></c>' +
      '<c r="C1" t="b"><f ca="1"/><v>1</v></c><c r="D1" t="e"><f>#REF!:B4</f><v>#REF!</v></c>' +
      '<c r="E1"><f ca="1">OFFSET(E9, "2.1", 1.9)</f><v>3.5</v></c><c r="G1"><f ca="1">OFFSET(E9,2.1,"1.9")</f><v>3.5</v></c></row><row r="11"><c r="F11"><v>3.5</v></c></row>',
  );
  expect([valueAt(sheet, 'A1'), valueAt(sheet, 'B1'), valueAt(sheet, 'D1')]).toEqual([0.5, 44561.25, '#REF!']);
  expect(lost).toEqual([]);
  expect(text('xl/worksheets/sheet1.xml')).toContain('<c r="C1" t="b"><f ca="1"/><v>1</v></c>');
});

test('document properties that are named and not there stay so', async () => {
  const { faults, paths } = await saved('<row r="1"><c r="A1"><v>1</v></c></row>', {
    rootRelationships: relationship('rIdApp', 'extended-properties', 'docProps/app.xml'),
  });
  expect([faults, paths.filter((path) => path.startsWith('docProps'))]).toEqual([[], []]);
});

test('a worksheet that no tab names stays in the file', async () => {
  const { lost, paths } = await saved('<row r="1"><c r="A1"><v>1</v></c></row>', {
    parts: {
      'xl/worksheets/sheet9.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
    },
    types: {
      'xl/worksheets/sheet9.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
    },
    workbookRelationships: relationship('rIdLost', 'worksheet', 'worksheets/sheet9.xml'),
  });
  expect(lost).toEqual([]);
  expect(paths).toContain('xl/worksheets/sheet9.xml');
});
