import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { applyPlan, previewCheck } from '../../src/excel';
import { OWN_RESULTS } from '../../src/excel/reading/ownResults';
import { readOpenWorkbook } from '../../src/excel/workbook/snapshot';
import { snapshotOf } from '../../src/files/workbookSnapshot';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/forms/grid/snapshot';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { all, inExcel, openFixture, scoreSheet, sheetOf, workbookOf } from '../excel/support/workbooks';

const fixture = (name: string) => join(__dirname, '../fixtures', name);

async function snapshot(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const result = await snapshotOf(bytes);
  if (!result.ok) throw new Error(result.refusal);
  return result.snapshot;
}

/** What Excel says of the same file; number formats only where Excel is asked for them. */
async function excelSnapshot(path: string): Promise<WorkbookSnapshot> {
  const workbook = await openFixture(path);
  return inExcel(workbook, async () => (await readOpenWorkbook(OWN_RESULTS)).snapshot);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly sheet: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly workbookPr?: string;
}

/** A workbook of one sheet as its parts say. */
function bytesOf({ sheet, styles, strings, workbookPr = '' }: Parts): Uint8Array {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${part('workbook.xml', 'sheet.main')}${part('sheet1.xml', 'worksheet')}</Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

async function sheetSnapshot(parts: Parts): Promise<SheetSnapshot> {
  const [sheet] = (await snapshot(bytesOf(parts))).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('a workbook file as the forms are read from it', () => {
  test.each(['2020Q3.xlsx', 'xlsx/libreoffice.xlsx'])('is what Excel says of it: %s', async (name) => {
    const fromFile = await snapshot(readFileSync(fixture(name)));
    const fromExcel = await excelSnapshot(fixture(name));
    const without = ({ sheets }: WorkbookSnapshot) =>
      sheets.map(({ numberFormats: _, merged, ...rest }) => ({
        ...rest,
        merged: merged.map((area) => JSON.stringify(area)).sort(),
      }));
    expect(without(fromFile)).toEqual(without(fromExcel));
    expect(fromFile.date1904).toBe(fromExcel.date1904);
  });

  test('keeps a date the serial number that it is, with its format', async () => {
    const { values, numberFormats } = await sheetSnapshot({
      styles:
        '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
        '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="57"/><xf numFmtId="14"/></cellXfs>',
      sheet:
        '<sheetData><row r="1"><c r="A1" s="1"><v>44013</v></c><c r="B1" s="2"><v>44013</v></c>' +
        '<c r="C1" s="3"><v>44013.123456789</v></c><c r="D1"><v>0.1</v></c></row></sheetData>',
    });
    expect(values).toEqual([[44013, 44013, 44013.123456789, 0.1]]);
    expect(numberFormats).toEqual([['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'yyyy/m/d', 'General']]);
  });

  test('takes the format of a differential style for none of the cells', async () => {
    const { numberFormats } = await sheetSnapshot({
      styles:
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>' +
        '<dxfs><dxf><numFmt numFmtId="10" formatCode="yyyy"/></dxf></dxfs>',
      sheet: '<sheetData><row r="1"><c r="A1" s="1"><v>0.89</v></c></row></sheetData>',
    });
    expect(numberFormats).toEqual([['0.00%']]);
  });

  test('counts days from 1904 where the workbook does', async () => {
    const { date1904 } = await snapshot(bytesOf({ workbookPr: '<workbookPr date1904="1"/>', sheet: '<sheetData/>' }));
    expect(date1904).toBe(true);
  });

  test('joins rich text, and takes errors, truth values and texts within cells as Excel shows them', async () => {
    const { values } = await sheetSnapshot({
      strings: '<si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r></si>',
      sheet:
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="b"><v>1</v></c>' +
        '<c r="D1" t="inlineStr"><is><t>李四</t></is></c><c r="E1" t="str"><f>A1</f><v>张三</v></c></row></sheetData>',
    });
    expect(values).toEqual([['张三', '#REF!', true, '李四', '张三']]);
  });

  test('shows a formula that was filled down in each of its cells', async () => {
    const { formulas, values } = await sheetSnapshot({
      sheet:
        '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">SUM(B1:C1)</f><v>3</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>7</v></c></row></sheetData>',
    });
    expect(formulas).toEqual([['=SUM(B1:C1)'], ['=SUM(B1:C1)']]);
    expect(values).toEqual([[3], [7]]);
  });

  test('says what is merged, hidden and protected, by positions of the sheet', async () => {
    const sheet = await sheetSnapshot({
      sheet:
        '<cols><col min="3" max="3" hidden="1"/></cols>' +
        '<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="4" hidden="1"><c r="D4"><v>2</v></c></row></sheetData>' +
        '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="B2:C3"/></mergeCells>',
    });
    expect(sheet).toMatchObject({
      area: { row: 1, column: 1, rows: 3, columns: 3 },
      merged: [{ row: 1, column: 1, rows: 2, columns: 2 }],
      hiddenRows: [3],
      hiddenColumns: [2],
      protected: true,
      visibility: 'Visible',
    });
  });

  test.each([
    ['cellIs', '<cfRule type="cellIs" priority="1" operator="lessThan"><formula>60</formula></cfRule>', true],
    ['expression', '<cfRule type="expression" priority="1"><formula>A1&lt;60</formula></cfRule>', true],
    [
      'dataBar',
      '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF00FF00"/></dataBar></cfRule>',
      false,
    ],
  ])('says whether conditional formats colour it: %s', async (_, rule, coloured) => {
    const cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const sheet = `${cells}<conditionalFormatting sqref="A1">${rule}</conditionalFormatting>`;
    expect(await sheetSnapshot({ sheet })).toMatchObject({ coloured });
  });

  test('does not take the marks of a check for colours', async () => {
    const workbook = workbookOf({
      测评表: scoreSheet('2020年7月', [['办公室', '张三', '八十五', ...all(80).slice(1)]]),
    });
    await inExcel(workbook, async () => applyPlan((await previewCheck()).plan));
    const { sheets } = await snapshot(await saveWorkbook(workbook));
    expect(sheets.find(({ name }) => name === '测评表')).toMatchObject({ coloured: false });
    expect(sheetOf(workbook, '测评表').data.conditionalRules).not.toEqual([]);
  });

  test('counts only what stands in cells, not what is only formatted', async () => {
    const { area } = await sheetSnapshot({
      styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs>',
      sheet: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="Z900" s="1"/></row></sheetData>',
    });
    expect(area).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
  });

  test('leaves a sheet unread that is too large to be a form, and reads the others', async () => {
    const result = await snapshotOf(
      bytesOf({
        sheet:
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="20001"><c r="A20001"><v>1</v></c></row></sheetData>',
      }),
    );
    expect(result).toMatchObject({ ok: true, unread: ['表'], snapshot: { sheets: [] } });
  });

  test('is not held up by one cell in the farthest corner', async () => {
    const result = await snapshotOf(
      bytesOf({
        sheet:
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      }),
    );
    expect(result).toMatchObject({ ok: true, snapshot: { sheets: [{ values: [[1]] }] } });
  });
});

describe('what is no workbook that can be read', () => {
  const small = async () => saveWorkbook(workbookOf({ 表: [['姓名']] }));

  test.each([
    ['empty', new Uint8Array()],
    ['notXlsx', strToU8('姓名,总分\n张三,88\n')],
    ['encrypted', readFileSync(fixture('xlsx/encrypted.xlsx'))],
    ['legacyXls', readFileSync(fixture('xlsx/legacy.xls'))],
    ['notXlsx', zipSync({ 'a.txt': strToU8('a') })],
    ['notXlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
    ['tooLarge', new Uint8Array(20_000_001)],
  ])('is refused: %s', async (refusal, bytes) => {
    expect(await snapshotOf(bytes)).toEqual({ ok: false, refusal });
  });

  test('is refused as damaged when it breaks off', async () => {
    const bytes = await small();
    expect(await snapshotOf(bytes.subarray(0, bytes.length - 200))).toEqual({ ok: false, refusal: 'damaged' });
  });

  test('is refused as damaged when a sheet that it names is missing', async () => {
    const parts = unzipSync(bytesOf({ sheet: '<sheetData/>' }));
    delete parts['xl/sheet1.xml'];
    expect(await snapshotOf(zipSync(parts))).toEqual({ ok: false, refusal: 'damaged' });
  });

  test('is refused before it is unpacked when it would swell up', async () => {
    const parts = unzipSync(await small());
    const bomb = zipSync({ ...parts, 'xl/more.xml': new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await snapshotOf(bomb)).toEqual({ ok: false, refusal: 'tooLarge' });
  });

  test('is refused when many parts swell up together', async () => {
    const parts = unzipSync(await small());
    const more = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`xl/${i}.xml`, new Uint8Array(5_000_000)]));
    expect(await snapshotOf(zipSync({ ...parts, ...more }))).toEqual({ ok: false, refusal: 'tooLarge' });
  });

  test('gets no more memory than its directory says, whatever it holds', async () => {
    const parts = unzipSync(await small());
    const bytes = zipSync({ ...parts, 'xl/more.xml': new Uint8Array(30_000_000) }, { level: 9 });
    declareSize(bytes, 'xl/more.xml', 0);
    expect(await snapshotOf(bytes)).toEqual({ ok: false, refusal: 'tooLarge' });
    declareSize(bytes, 'xl/more.xml', 10);
    const before = process.memoryUsage().arrayBuffers;
    await snapshotOf(bytes);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  test('is refused when it consists of too many parts', async () => {
    const parts = unzipSync(await small());
    const more = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`xl/${i}.xml`, strToU8('<a/>')]));
    expect(await snapshotOf(zipSync({ ...parts, ...more }))).toEqual({ ok: false, refusal: 'tooLarge' });
  });

  test('has pictures that are counted and not looked at', async () => {
    const picture = { data: new Uint8Array(9_000_000), type: 'png' as const, anchor: { from: { row: 3, col: 1 } } };
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['姓名']], images: [picture, picture] }] });
    const [sheet] = (await snapshot(bytes)).sheets;
    expect(sheet).toMatchObject({ values: [['姓名']], shapes: 2 });
  });
});

/** Overwrites the size that the archive's directory states for a part. */
function declareSize(bytes: Uint8Array, part: string, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = strToU8(part);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (name.every((byte, i) => bytes[at + 46 + i] === byte)) view.setUint32(at + 24, size, true);
  }
}

test.each(['0x50', '1e999', '9'.repeat(100_000)])(
  '%.8s in the place of a number is a text, not 80 and not endless',
  async (text) => {
    const sheet = `<sheetData><row r="1"><c r="A1"><v>${text}</v></c><c r="B1"><v>85</v></c></row></sheetData>`;
    const { sheets } = await snapshot(bytesOf({ sheet }));
    expect(sheets[0]?.values).toEqual([[text.slice(0, 255), 85]]);
  },
);
