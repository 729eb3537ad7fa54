import { losses, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { faultsOf } from './integrity';
import { firstSheet, newSheet, opened, partOf, valueAt } from './modelSteps';
import { handWritten, relationship } from './ooxml';

const EMPTY = '<sheetData/>';
const PLAIN = { sheets: [{ name: '表', content: EMPTY }] };

test('a new workbook and a plain one lose nothing', async () => {
  expect(losses(newSheet().workbook)).toEqual([]);
  expect(losses(await opened(handWritten(PLAIN)))).toEqual([]);
});

test('a signature and a history of changes are told', async () => {
  const workbook = await opened(
    handWritten({
      ...PLAIN,
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
  expect(losses(workbook).map(({ kind }) => kind)).toEqual(['signature', 'changeHistory']);
  expect(faultsOf(await saveWorkbook(workbook))).toEqual([]);
});

test('form controls are kept, beside a new note too', async () => {
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
  expect(losses(workbook)).toEqual([]);
  const noted = await saveWorkbook(workbook);
  expect(faultsOf(noted)).toEqual([]);
  const drawing = partOf(noted, 'xl/drawings/vmlDrawing1.vml');
  expect(drawing.match(/ObjectType="\w+"/g)).toEqual(['ObjectType="Checkbox"', 'ObjectType="Note"']);
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
