import { strToU8, zipSync } from 'fflate';

/** Formulas as the command line and the workbench write them into files, without what only newer Excels write. */
export const FORMULAS: readonly string[] = [
  'IFERROR(INDEX($A$1:$A$3,2),"")',
  'SUM(INDEX($A$1:$A$3,1),1)',
  'IFERROR(VLOOKUP(2,$A$1:$A$3,1,FALSE),"")',
  'SUMPRODUCT(($A$1:$A$3>1)*1)',
  'IF(COUNT(A1:A3)=0,"",ROUND(AVERAGE(A1:A3),2))',
  'MATCH(2,$A$1:$A$3,0)',
  'TRIM(A1)&""',
];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A workbook of one sheet with {@link FORMULAS} in column B, as base64: a file that another program than Excel made. */
export function bytesOfFormulas(): string {
  const rows = FORMULAS.map(
    (formula, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}"><v>${row + 1}</v></c><c r="B${row + 1}"><f>${escaped(formula)}</f></c></row>`,
  );
  const part = (type: string, id: string, target: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/></Relationships>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${WORKBOOK_TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': part('officeDocument', 'rId1', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="公式" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': part('worksheet', 'rId1', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  return btoa(String.fromCharCode(...bytes));
}
