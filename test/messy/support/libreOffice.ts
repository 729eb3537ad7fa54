import { INDICATORS_OF_ANNEX3 } from '../../forms/support/annex3Headings';
/** What LibreOffice is given to make workbooks of: a page with a table as Word saves it, its own format, a list. */
export interface LibreOfficeSource {
  /** The file's name; LibreOffice calls a sheet without a name after it. */
  readonly file: string;
  readonly text: string;
  /** How LibreOffice is to read it, where the name does not say. */
  readonly filter?: string;
}

const WEIGHTS = [20, 10, 10, 10, 30, 10, 10];

const cells = (line: readonly (string | number)[], tag = 'td') =>
  line.map((cell) => `<${tag}>${cell}</${tag}>`).join('');

/** A table of Word: soft breaks in headings, a title over all columns, rows that span, blanks of no width. */
const html = `<html><head><meta charset="utf-8"></head><body><table>
<tr><td colspan="10" align="center">公务员平时（每月）考核测评表</td></tr>
<tr><td colspan="7">分管领导签字：</td><td colspan="3">2020年7月</td></tr>
<tr><td>科&nbsp;&nbsp;室</td><td>姓&nbsp;名</td>${cells(INDICATORS_OF_ANNEX3.map((label, i) => `<p>${label.slice(0, 2)}<br>${label.slice(2)}</p><p>（${WEIGHTS[i] ?? ''}%）</p>`))}<td>总分</td></tr>
<tr><td rowspan="3">办公室</td>${cells(['赵&nbsp;敏', 86, 85, 85, 84, 86, 85, 85, ''])}</tr>
<tr>${['李伟', 80, 82, 81, 80, 79, 83, 84, ''].map((cell) => `<td rowspan="2">${cell}</td>`).join('')}</tr>
<tr></tr>
<tr><td>外资科</td>${cells(['孙丽', '92分', 90, 91, 93, '九十一', 90, 92, ''])}</tr>
<tr><td colspan="10">备注：此表由考核领导小组根据人员各方面实际表现进行打分。</td></tr>
</table></body></html>`;

const text = (value: string | number) =>
  typeof value === 'number'
    ? `<table:table-cell office:value-type="float" office:value="${value}"/>`
    : value === ''
      ? '<table:table-cell/>'
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (line: readonly (string | number)[], attributes = '') =>
  `<table:table-row${attributes}>${line.map(text).join('')}</table:table-row>`;

/** A spreadsheet of LibreOffice: a date cell for the month, formulas of its own, an error, a hidden row. */
const fods = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="month"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
<style:style style:name="dated" style:family="table-cell" style:data-style-name="month"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="测评表">
${row(['附件3'])}
<table:table-row><table:table-cell table:number-columns-spanned="10" table:number-rows-spanned="1" office:value-type="string"><text:p>公务员平时（每月）考核测评表</text:p></table:table-cell></table:table-row>
<table:table-row>${text('分管领导签字：')}<table:table-cell table:number-columns-repeated="6"/><table:table-cell table:style-name="dated" office:value-type="date" office:date-value="2020-08-01"/></table:table-row>
${row(['科室', '姓名', ...INDICATORS_OF_ANNEX3.map((label, i) => `${label}（${WEIGHTS[i] ?? ''}%）`), '总分'])}
<table:table-row>${['办公室', '赵敏', 86, 85, 85, 84, 86, 85, 85].map(text).join('')}<table:table-cell table:formula="of:=SUMPRODUCT([.C5:.I5];{20;10;10;10;30;10;10})/100" office:value-type="float" office:value="0"/></table:table-row>
${row(['办公室', '李伟', 80, 82, 81, 80, 79, 83, 84], ' table:visibility="collapse"')}
<table:table-row>${['外资科', '孙丽'].map(text).join('')}<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"/>${[90, 91, 93, 91, 90, 92].map(text).join('')}</table:table-row>
</table:table></office:spreadsheet></office:body></office:document>`;

/** A list without title or style, as other programs export it; numbers with a space and scores with 分 become text. */
const csv = [
  ['科室', '姓名', ...INDICATORS_OF_ANNEX3.map((label, i) => `${label}（${WEIGHTS[i] ?? ''}%）`)],
  ['办公室', '赵敏', 86, 85, 85, 84, 86, 85, 85],
  ['办公室', '李伟', '80分', 82, 81, 80, 79, 83, 84],
  ['外资科', '孙丽', 92, 90, '', 93, 91, 90, 92],
  ['合计', '', 258, 257, 166, 257, 256, 258, 261],
]
  .map((line) => line.join(','))
  .join('\r\n');

export const libreOfficeSources: Readonly<Record<string, LibreOfficeSource>> = {
  'libreoffice-html': { file: '7月.html', text: html, filter: 'HTML (StarCalc)' },
  'libreoffice-ods': { file: 'messy.fods', text: fods },
  'libreoffice-csv': { file: '2020年9月.csv', text: `\uFEFF${csv}\r\n`, filter: 'CSV:44,34,76,1' },
};
