import { findingsOf, OFFICE_VERSIONS } from '../../scripts/oracle/openXmlSdk';
import { docxBytes } from '../../src/docx';
import { makeDocuments, previewFinalise, previewNotice, previewObjections } from '../../src/excel';
import { DOCUMENT_KINDS } from '../../src/forms/documents/document';
import { confirmed, decided } from '../excel/support/decidedQuarter';
import { inExcel } from '../excel/support/workbooks';

// Each file is given to Microsoft's validator once a version of Office.
jest.setTimeout(900_000);

test("Microsoft's validator finds nothing in a document of any kind", async () => {
  const [quarter, today] = ['2020Q3', '2020-10-19'];
  const workbook = await decided();
  await confirmed(workbook, () => previewNotice({ quarter, start: '2020-10-12' }));
  const objection = ['园区科', '孙伟', '认为等次偏低 <八月> & “九月”', '2020-10-13', '', '2020-10-14', '维持原等次'];
  objection.forEach((text, i) => text !== '' && workbook.sheetByName('复核登记')?.input(1, i + 1, text));
  await confirmed(workbook, () => previewObjections({ today }));
  await confirmed(workbook, () => previewFinalise({ quarter, today }));
  const ofQuarter = await inExcel(workbook, () => makeDocuments({ quarter, today }));
  const ofYear = await inExcel(workbook, () => makeDocuments({ year: 2020, today }));
  const made = [...ofQuarter.documents, ...ofYear.documents];
  const checked = DOCUMENT_KINDS.flatMap((kind) => made.filter((document) => document.kind === kind).slice(0, 1));
  expect(checked).toHaveLength(DOCUMENT_KINDS.length);
  for (const document of checked) {
    const bytes = await docxBytes(document);
    for (const version of OFFICE_VERSIONS) {
      expect([document.name, await findingsOf(bytes, version)]).toEqual([document.name, []]);
    }
  }
});
