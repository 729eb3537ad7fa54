import { losses, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { faultsOf } from './integrity';
import { firstSheet, formulaAt, newSheet, opened, valueAt } from './modelSteps';
import { handWritten, relationship } from './ooxml';

const EMPTY = '<sheetData/>';
const PLAIN = { sheets: [{ name: '表', content: EMPTY }] };

test('a new workbook and a plain one lose nothing', async () => {
  expect(losses(newSheet().workbook)).toEqual([]);
  expect(losses(await opened(handWritten(PLAIN)))).toEqual([]);
});

test('a chart sheet is told and left out; names keep their sheets', async () => {
  const workbook = await opened(
    handWritten({
      sheets: [{ name: '表', content: EMPTY }],
      beforeSheets: '<sheets><sheet name="图表" sheetId="9" r:id="rIdChart"/></sheets>',
      afterSheets:
        '<definedNames><definedName name="图名" localSheetId="0">图表!$A$1</definedName><definedName name="表名" localSheetId="1">表!$A$1</definedName></definedNames>',
      workbookRelationships: relationship('rIdChart', 'chartsheet', 'chartsheets/sheet1.xml'),
      parts: { 'xl/chartsheets/sheet1.xml': '<chartsheet/>' },
    }),
  );
  expect(losses(workbook)).toEqual([{ kind: 'sheetKind', sheet: '图表', detail: 'chartsheet' }]);
  expect(workbook.data.namedRanges).toEqual([{ name: '表名', range: '表!$A$1', scope: '表' }]);
  expect(faultsOf(await saveWorkbook(workbook))).toEqual([]);
});

test('a signature, a history of changes and pronunciation guides are told', async () => {
  const workbook = await opened(
    handWritten({
      ...PLAIN,
      sharedStrings: '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
      workbookRelationships: relationship('rIdHistory', 'revisionHeaders', 'revisions/revisionHeaders.xml'),
      rootRelationships: relationship(
        'rIdSign',
        'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
        '_xmlsignatures/origin.sigs',
      ),
      parts: { 'xl/revisions/revisionHeaders.xml': '<headers/>', '_xmlsignatures/origin.sigs': '' },
      types: { '_xmlsignatures/origin.sigs': 'application/vnd.openxmlformats-package.digital-signature-origin' },
    }),
  );
  expect(losses(workbook).map(({ kind }) => kind)).toEqual(['signature', 'changeHistory', 'phonetics']);
  expect(faultsOf(await saveWorkbook(workbook))).toEqual([]);
});

test('a what-if table keeps its values and is told', async () => {
  const workbook = await opened(
    handWritten({
      sheets: [
        {
          name: '表',
          content:
            '<sheetData><row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" r1="B1" r2="B2"/><v>5</v></c></row></sheetData>',
        },
      ],
    }),
  );
  expect(losses(workbook)).toEqual([{ kind: 'dataTable', sheet: '表', detail: 'A1' }]);
  expect([formulaAt(firstSheet(workbook), 'A1'), valueAt(firstSheet(workbook), 'A1')]).toEqual([5, 5]);
});

test('form controls are kept until a note changes', async () => {
  const vml =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><x:ClientData ObjectType="Checkbox"/></v:shape></xml>';
  const control =
    '<mc:AlternateContent><mc:Choice Requires="x14"><controls><control shapeId="1025" r:id="rIdControl" name="复选框"/></controls></mc:Choice></mc:AlternateContent>';
  const workbook = await opened(
    handWritten({
      sheets: [
        {
          name: '表',
          content: `${EMPTY}<legacyDrawing r:id="rIdVml"/>${control}`,
          relationships:
            relationship('rIdVml', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
            relationship('rIdControl', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'),
        },
      ],
      parts: {
        'xl/drawings/vmlDrawing1.vml': vml,
        'xl/ctrlProps/ctrlProp1.xml': '<formControlPr objectType="CheckBox"/>',
      },
    }),
  );
  expect(losses(workbook)).toEqual([]);
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(losses(await opened(saved))).toEqual([]);
  firstSheet(workbook).place('0,0', { value: null, type: 'empty', comment: { text: '批注' } });
  expect(losses(workbook)).toEqual([{ kind: 'formControls', sheet: '表', detail: 'Checkbox' }]);
});

test('a workbook in the strict format is read, told, and saved in the ordinary one', async () => {
  const { unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(
    handWritten({
      sheets: [
        { name: '表', content: '<sheetData><row r="1"><c r="A1" t="d"><v>2020-07-01</v></c></row></sheetData>' },
      ],
    }),
  );
  for (const [path, content] of Object.entries(files)) {
    const strict = new TextDecoder()
      .decode(content)
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
    files[path] = new TextEncoder().encode(strict);
  }
  const workbook = await opened(zipSync(files));
  expect(losses(workbook)).toEqual([{ kind: 'strictFormat', sheet: undefined, detail: 'ISO 29500 strict' }]);
  expect(valueAt(firstSheet(workbook), 'A1')).toBe(44013);
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(new TextDecoder().decode(unzipSync(saved)['xl/worksheets/sheet1.xml'])).not.toContain('purl.oclc.org');
});

test('a workbook with macros stays one', async () => {
  const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
  const workbook = await opened(
    handWritten({
      ...PLAIN,
      workbookRelationships: relationship(
        'rIdVba',
        'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        'vbaProject.bin',
      ),
      parts: { 'xl/vbaProject.bin': 'vba' },
      types: { 'xl/workbook.xml': macro, 'xl/vbaProject.bin': 'application/vnd.ms-office.vbaProject' },
    }),
  );
  const { unzipSync } = await import('fflate');
  const saved = unzipSync(await saveWorkbook(workbook));
  expect(new TextDecoder().decode(saved['xl/vbaProject.bin'])).toBe('vba');
  expect(new TextDecoder().decode(saved['[Content_Types].xml'])).toContain(macro);
});
