import { strFromU8, unzipSync, zipSync } from 'fflate';
import { losses, saveWorkbook } from '../../../src/host/workbook/xlsx';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { compareWorkbooks } from '../../../scripts/corpus/compare';
import { faultsOf } from './integrity';
import { area, firstSheet, opened, type, valueAt } from './modelSteps';
import { handWritten, relationship, type HandPackage } from './ooxml';

const EMPTY = '<sheetData/>';

/** Saved after a cell was written, with what the saved file has not that the opened one had. */
async function saved(bytes: Uint8Array, change: (workbook: WorkbookModel) => void = () => undefined) {
  const workbook = await opened(bytes);
  type(firstSheet(workbook), { Z90: 1 });
  change(workbook);
  const after = await saveWorkbook(workbook);
  const parts = unzipSync(after);
  const { differences } = compareWorkbooks(bytes, after, { sheet: firstSheet(workbook).name, address: 'Z90' });
  return {
    workbook,
    lost: differences.map(({ kind, detail }) => `${kind} ${detail}`),
    faults: faultsOf(after),
    paths: Object.keys(parts),
    text: (path: string) => strFromU8(parts[path] ?? new Uint8Array()),
  };
}

const sheetOf = (content: string, more: Partial<HandPackage> = {}, relationships?: string): Uint8Array =>
  handWritten({ sheets: [{ name: '表', content, ...(relationships !== undefined && { relationships }) }], ...more });

/** The package with its parts changed, as another program would have written it. */
function repacked(bytes: Uint8Array, change: (path: string, content: Uint8Array) => [string, Uint8Array]): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => change(path, content))));
}

const TEXTS = sheetOf(
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c></row></sheetData>',
  {
    sharedStrings: '<si><t>甲</t></si>',
  },
);

describe('parts are read however they are written', () => {
  test('under names in another case', async () => {
    const bytes = repacked(TEXTS, (path, content) => [
      path.replace('sharedStrings', 'SharedStrings').replace('[Content_Types]', '[content_types]'),
      content,
    ]);
    const { workbook, lost } = await saved(bytes);
    expect(valueAt(firstSheet(workbook), 'A1')).toBe('甲');
    expect(lost).toEqual([]);
  });

  test.each([
    ['UTF-16 from the low byte', 'utf16le', [0xff, 0xfe]],
    ['UTF-16 from the high byte', 'swap', [0xfe, 0xff]],
  ] as const)('in %s', async (_name, encoding, mark) => {
    const bytes = repacked(TEXTS, (path, content) => {
      if (!path.startsWith('xl/')) return [path, content];
      const text = Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${strFromU8(content)}`, 'utf16le');
      return [path, new Uint8Array([...mark, ...(encoding === 'swap' ? text.swap16() : text)])];
    });
    const { workbook, lost, faults } = await saved(bytes);
    expect([valueAt(firstSheet(workbook), 'A1'), valueAt(firstSheet(workbook), 'B1')]).toEqual(['甲', '乙']);
    expect([...lost, ...faults]).toEqual([]);
  });

  test('with CDATA, comments and line ends of Windows', async () => {
    const bytes = sheetOf(
      '<sheetData><!-- <c r="C1"><v>9</v></c> --><row r="1">\r\n<c r="A1" t="inlineStr"><is><t><![CDATA[a<b & </t>]]></t></is></c><c r="B1" t="inlineStr"><is><t>一\r\n二</t></is></c></row></sheetData>',
    );
    const { workbook, lost, text } = await saved(bytes);
    expect([valueAt(firstSheet(workbook), 'A1'), valueAt(firstSheet(workbook), 'B1')]).toEqual([
      'a<b & </t>',
      '一\n二',
    ]);
    expect(lost).toEqual([]);
    expect(text('xl/sharedStrings.xml')).not.toContain('_x000D_');
  });
});

describe('a strict workbook', () => {
  const strict = (text: string): string =>
    text
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/', 'http://purl.oclc.org/ooxml/spreadsheetml/')
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/',
        'http://purl.oclc.org/ooxml/officeDocument/',
      )
      .replaceAll('http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/')
      .replace('<workbook ', '<workbook conformance="strict" ');

  test('becomes an ordinary one, its drawings and charts included', async () => {
    const bytes = repacked(
      sheetOf(
        '<sheetData><row r="1"><c r="A1" t="d"><v>2020-07-01</v></c></row></sheetData><drawing r:id="rId1"/>',
        {
          parts: {
            'xl/drawings/drawing1.xml':
              '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
            'xl/drawings/_rels/drawing1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'chart', '../charts/chart1.xml')}</Relationships>`,
            'xl/charts/chart1.xml':
              '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:gapWidth val="150%"/><a:lumMod val="75%"/></c:chartSpace>',
          },
        },
        relationship('rId1', 'drawing', '../drawings/drawing1.xml'),
      ),
      (path, content) => [path, new TextEncoder().encode(strict(strFromU8(content)))],
    );
    const { workbook, lost, faults, text, paths } = await saved(bytes);
    expect(valueAt(firstSheet(workbook), 'A1')).toBe(44013);
    expect(losses(workbook).map(({ kind }) => kind)).toEqual(['strictFormat']);
    expect(faults).toEqual([]);
    expect(lost).toEqual([]);
    expect(text('xl/charts/chart1.xml')).toContain('<c:gapWidth val="150"/><a:lumMod val="75000"/>');
    for (const path of paths) expect(text(path)).not.toContain('purl.oclc.org');
  });
});

describe('what a worksheet says that the model does not', () => {
  test.each<[string, string]>([
    [
      'whole columns and rows merged',
      `${EMPTY}<mergeCells count="2"><mergeCell ref="K1:K1048576"/><mergeCell ref="A5:XFD6"/></mergeCells>`,
    ],
    [
      'whole columns and rows merged, in short',
      `${EMPTY}<mergeCells count="2"><mergeCell ref="A:A"/><mergeCell ref="5:6"/></mergeCells>`,
    ],
    ['columns', '<cols><col min="1" max="2" width="12" bestFit="1" customWidth="1"/></cols><sheetData/>'],
    [
      'rows',
      '<sheetData><row r="1" thickTop="1" thickBot="1" ht="15.75" x14ac:dyDescent="0.2"><c r="A1" ph="1"><v>1</v></c></row></sheetData>',
    ],
    ['print options', `${EMPTY}<printOptions gridLines="1" gridLinesSet="0"/>`],
    [
      'views',
      `<sheetViews><sheetView tabSelected="1" showZeros="0" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView><sheetView workbookViewId="1"/></sheetViews>${EMPTY}`,
    ],
    [
      'a what-if table',
      '<sheetData><row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" dtr="1" r1="B1" r2="B2"/><v>5</v></c></row></sheetData>',
    ],
    [
      'formulas to be calculated always',
      '<sheetData><row r="1"><c r="A1"><f ca="1">NOW()</f><v>44000.5</v></c></row></sheetData>',
    ],
    [
      'validations of newer Excel whose source is gone',
      `${EMPTY}<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>#REF!</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
    ],
    ['an empty sheet', EMPTY],
  ])('%s', async (_what, content) => {
    const { lost, faults } = await saved(sheetOf(content));
    expect([...lost, ...faults]).toEqual([]);
  });

  test('a tab that says it is not chosen, and is', async () => {
    const view = `<sheetViews><sheetView tabSelected="0" showZeros="0" workbookViewId="0"/></sheetViews>${EMPTY}`;
    const { lost, faults, text } = await saved(sheetOf(view));
    expect(text('xl/worksheets/sheet1.xml').match(/tabSelected="\d"/g)).toEqual(['tabSelected="1"']);
    expect([...lost, ...faults]).toEqual([]);
  });

  test('fonts and phonetic hints within texts', async () => {
    const bytes = sheetOf(
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>',
      {
        sharedStrings:
          '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><r><rPr><sz val="9"/><rFont val="黑体"/><family val="3"/><charset val="134"/></rPr><t>重</t></r><r><t>要</t></r></si>',
      },
    );
    const { workbook, text } = await saved(bytes);
    expect(valueAt(firstSheet(workbook), 'A1')).toBe('東京');
    expect(text('xl/sharedStrings.xml')).toContain(
      '<rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
    );
    expect(text('xl/sharedStrings.xml')).toContain('<family val="3"/><charset val="134"/>');
  });
});

describe('sheets and parts beside the worksheets', () => {
  const withOthers = handWritten({
    sheets: [{ name: '表', content: EMPTY }],
    beforeSheets:
      '<bookViews><workbookView activeTab="2"/></bookViews><sheets><sheet name="图表" sheetId="9" r:id="rIdChart"/><sheet name="Module1" sheetId="10" state="hidden" r:id=""/></sheets>',
    afterSheets:
      '<definedNames><definedName name="图名" localSheetId="0">表!$A$1</definedName><definedName name="表名" localSheetId="2">表!$A$1</definedName></definedNames>',
    workbookRelationships: relationship('rIdChart', 'chartsheet', 'chartsheets/sheet1.xml'),
    parts: {
      'xl/chartsheets/sheet1.xml': '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    },
    types: {
      'xl/chartsheets/sheet1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml',
    },
  });

  test('chart sheets and the modules of old macros stay where they are', async () => {
    const bytes = repacked(withOthers, (path, content) => [
      path,
      path === 'xl/workbook.xml'
        ? new TextEncoder().encode(strFromU8(content).replace('</sheets><sheets>', ''))
        : content,
    ]);
    const { workbook, lost, faults, text } = await saved(bytes, (book) => book.addSheet('新', 0));
    expect(losses(workbook)).toEqual([]);
    expect([...lost, ...faults]).toEqual([]);
    const names = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['图表', 'Module1', '新', '表']);
    expect(text('xl/workbook.xml')).toContain('<definedName name="图名" localSheetId="0">');
    expect(text('xl/workbook.xml')).toContain('<definedName name="表名" localSheetId="3">');
    expect(text('xl/workbook.xml')).toContain('activeTab="3"');
  });

  test('without document properties none are made', async () => {
    const { paths } = await saved(sheetOf(EMPTY));
    expect(paths.filter((path) => path.startsWith('docProps'))).toEqual([]);
  });

  test('relationships to places, to nothing, and to what only other programs know', async () => {
    const rels =
      relationship('rId1', 'hyperlink', '#表!A9') +
      relationship('rId2', 'image', 'NULL') +
      relationship('rId3', 'queryTable', '../queryTables/queryTable1.xml') +
      relationship(
        'rId4',
        'http://schemas.microsoft.com/office/2019/04/relationships/namedSheetView',
        '../namedSheetViews/namedSheetView1.xml',
      ) +
      relationship('rId5', 'tableSingleCells', '../tables/tableSingleCells1.xml');
    const bytes = sheetOf(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>',
      {
        parts: {
          'xl/queryTables/queryTable1.xml': '<queryTable/>',
          'xl/namedSheetViews/namedSheetView1.xml': '<namedSheetViews/>',
          'xl/tables/tableSingleCells1.xml': '<singleXmlCells/>',
          'xl/alone.xml': '<alone/>',
        },
      },
      rels,
    );
    const { lost, text, paths } = await saved(bytes);
    expect(lost).toEqual([]);
    expect(text('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="#表!A9"/>');
    expect(text('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="NULL"');
    expect(paths).toContain('xl/alone.xml');
  });

  test('the order of calculation is dropped only when it is no longer true', async () => {
    const bytes = sheetOf('<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>', {
      workbookRelationships: relationship('rIdC', 'calcChain', 'calcChain.xml'),
      parts: {
        'xl/calcChain.xml':
          '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>',
      },
    });
    expect((await saved(bytes)).paths).toContain('xl/calcChain.xml');
    expect((await saved(bytes, (book) => type(firstSheet(book), { B1: '=A1' }))).paths).not.toContain(
      'xl/calcChain.xml',
    );
    expect((await saved(bytes, (book) => type(firstSheet(book), { A1: 2 }))).paths).not.toContain('xl/calcChain.xml');
  });
});

test('an array formula moves with all its cells', async () => {
  const bytes = sheetOf(
    '<sheetData><row r="5"><c r="A5"><f t="array" ref="A5:A6">ROW(B1:B2)</f><v>1</v></c></row><row r="6"><c r="A6"><v>2</v></c></row></sheetData>',
  );
  const { text } = await saved(bytes, (book) => firstSheet(book).insertCells(area('2:3'), 'Down'));
  expect(text('xl/worksheets/sheet1.xml')).toContain('<c r="A7"><f t="array" ref="A7:A8">');
});
