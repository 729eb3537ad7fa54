/** A workbook written by hand with everything that saving must give back. */
import { handWritten, relationship, stylesheet } from './ooxml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

const STYLES = stylesheet({
  numFmts: '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0_ "/></numFmts>',
  fonts:
    '<font><b/><outline/><sz val="16"/><color rgb="FFFF0000"/><name val="方正小标宋简体"/><charset val="134"/></font>',
  fills:
    '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.6"/><bgColor indexed="64"/></patternFill></fill>',
  borders:
    '<border><left style="thin"><color auto="1"/></left><right style="thin"/><top style="medium"><color rgb="FF00B050"/></top><bottom/><diagonal/></border>',
  xfs:
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
    '<xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0"><protection locked="0"/></xf>' +
    '<xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>' +
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  dxfs:
    '<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>' +
    '<dxf><font><b/></font></dxf>',
  rest: '<tableStyles count="1" defaultTableStyle="TableStyleMedium2"><tableStyle name="本单位" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="1"/></tableStyle></tableStyles><colors><mruColors><color rgb="FF123456"/></mruColors></colors>',
});

const SCORES =
  '<sheetPr codeName="测评表" filterMode="1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H9"/>' +
  '<sheetViews><sheetView showZeros="0" view="pageBreakPreview" zoomScale="85" zoomScaleNormal="90" workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="D8" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="E5" sqref="E5:F6"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultColWidth="10.5" defaultRowHeight="18" customHeight="1" x14ac:dyDescent="0.2"/>' +
  '<cols><col min="1" max="1" width="12.5" customWidth="1" style="1"/><col min="2" max="4" width="20.25" customWidth="1"/><col min="5" max="5" width="9" hidden="1" customWidth="1"/></cols>' +
  '<sheetData>' +
  '<row r="1" ht="30.75" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/></row>' +
  '<row r="2" ht="22.5"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 前后空格 </t></is></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><r><t>常</t></r><r><rPr><b/><sz val="12"/><rFont val="黑体"/></rPr><t>粗</t></r></is></c></row>' +
  '<row r="3" hidden="1" s="2" customFormat="1"><c r="A3" s="3"><v>44013</v></c><c r="B3" s="4" t="s"><v>2</v></c><c r="C3" s="5"><v>44013</v></c></row>' +
  '<row r="4" outlineLevel="1"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4"><v>1.5</v></c></row>' +
  '<row r="5"><c r="A5"><f>SUM(C4:C4)</f><v>1.5</v></c><c r="B5" t="str"><f>A2&amp;"好"</f><v>好</v></c><c r="C5" t="b"><f>A4</f><v>1</v></c><c r="D5" t="e"><f>B4</f><v>#N/A</v></c><c r="E5"><f>_xlfn.IFNA(B4,0)</f><v>0</v></c></row>' +
  '<row r="6"><c r="A6"><f t="shared" ref="A6:A8" si="0">C4*$C$4+B6</f><v>2.25</v></c><c r="C6"><f t="array" ref="C6:C7">ROW(A1:A2)</f><v>1</v></c></row>' +
  '<row r="7"><c r="A7"><f t="shared" si="0"/><v>0</v></c><c r="C7"><v>2</v></c></row><row r="8"><c r="A8"><f t="shared" si="0"/><v>0</v></c></row>' +
  '</sheetData>' +
  '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0"/>' +
  '<protectedRanges><protectedRange sqref="C4:C9" name="分数"/></protectedRanges>' +
  '<autoFilter ref="A3:C9"><filterColumn colId="2"><customFilters and="1"><customFilter operator="greaterThan" val="60"/><customFilter operator="lessThan" val="90"/></customFilters></filterColumn></autoFilter>' +
  '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' +
  '<conditionalFormatting sqref="C4:C9"><cfRule type="top10" dxfId="0" priority="1" percent="1" rank="20"/><cfRule type="timePeriod" dxfId="1" priority="2" timePeriod="lastWeek"><formula>AND(TODAY()-ROUNDDOWN(C4,0)&gt;=7)</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="D4:D9"><cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="max"/><color theme="4"/><color theme="0"/></colorScale></cfRule><cfRule type="containsText" dxfId="0" priority="4" operator="containsText" text="差"><formula>NOT(ISERROR(SEARCH("差",D4)))</formula></cfRule><cfRule type="aboveAverage" dxfId="1" priority="5" aboveAverage="0" stdDev="2"/></conditionalFormatting>' +
  '<dataValidations count="3"><dataValidation type="list" allowBlank="1" showErrorMessage="1" imeMode="on" sqref="B4:B9"><formula1>"好,较好,一般,较差"</formula1></dataValidation><dataValidation type="decimal" errorStyle="warning" showInputMessage="1" promptTitle="分数" prompt="0 至 100" sqref="C4:C9"><formula1>0</formula1><formula2>100</formula2></dataValidation><dataValidation showInputMessage="1" prompt="只是提示" sqref="H1"/></dataValidations>' +
  '<hyperlinks><hyperlink ref="A2" r:id="rIdLink" tooltip="通知"/><hyperlink ref="B2:B3" location="\'名 册\'!A1" display="名册"/></hyperlinks>' +
  '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.2" footer="0.2"/>' +
  '<pageSetup paperSize="66" orientation="landscape" fitToHeight="0" horizontalDpi="600" r:id="rIdPrinter"/>' +
  '<headerFooter scaleWithDoc="0"><oddHeader>&amp;C附件3</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>' +
  '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>' +
  '<ignoredErrors><ignoredError sqref="B3:B9" numberStoredAsText="1"/></ignoredErrors>' +
  '<drawing r:id="rIdDrawing"/><legacyDrawing r:id="rIdVml"/><tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>' +
  `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${X14}"><x14:dataValidations count="1" xmlns:xm="${XM}"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'名 册'!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>A4:A9</xm:sqref></x14:dataValidation></x14:dataValidations></ext>` +
  `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup type="column"><x14:sparklines><x14:sparkline><xm:f>测评表!C4:C9</xm:f><xm:sqref>H4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`;

const DRAWING = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

/** The file; `date1904` counts its days from 1904. */
export function richWorkbook({ date1904 = false } = {}): Uint8Array {
  return handWritten({
    beforeSheets:
      `<fileVersion appName="xl"/><workbookPr ${date1904 ? 'date1904="1" ' : ''}codeName="ThisWorkbook"/>` +
      '<workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews><workbookView xWindow="240" windowWidth="20000" windowHeight="9000" activeTab="1"/></bookViews>',
    sheets: [
      {
        name: '测评表',
        content: SCORES,
        relationships:
          relationship('rIdLink', 'hyperlink', 'https://example.com/通知', true) +
          relationship('rIdPrinter', 'printerSettings', '../printerSettings/printerSettings1.bin') +
          relationship('rIdDrawing', 'drawing', '../drawings/drawing1.xml') +
          relationship('rIdVml', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
          relationship('rIdNotes', 'comments', '../comments1.xml') +
          relationship('rIdTable', 'table', '../tables/table1.xml'),
      },
      {
        name: '名 册',
        content: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData>',
      },
      { name: '参数', attributes: 'state="veryHidden"', content: '<sheetData/>' },
      { name: '草稿', attributes: 'state="hidden"', content: '<sheetData/>' },
    ],
    afterSheets:
      '<externalReferences><externalReference r:id="rIdOther"/></externalReferences><definedNames>' +
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">测评表!$A$3:$C$9</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">测评表!$A$1:$H$9,测评表!$J$1:$K$2</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">测评表!$A:$A,测评表!$1:$3</definedName>' +
      '<definedName name="优秀线">90</definedName><definedName name="暗名" hidden="1">测评表!$A$1</definedName>' +
      '<definedName name="本表" localSheetId="1" comment="只在名册">\'名 册\'!$A$1</definedName></definedNames><calcPr calcId="191029" calcMode="manual" iterate="1"/>',
    styles: STYLES,
    sharedStrings:
      '<si><t>公务员平时考核测评表</t></si><si><r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/><rFont val="宋体"/><charset val="134"/></rPr><t>红</t></r><r><t xml:space="preserve"> 黑</t></r></si><si><t>00123_x000D_</t></si>',
    workbookRelationships:
      relationship('rIdTheme', 'theme', 'theme/theme1.xml') +
      relationship('rIdOther', 'externalLink', 'externalLinks/externalLink1.xml'),
    rootRelationships:
      relationship(
        'rIdCore',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ) + relationship('rIdCustom', 'custom-properties', 'docProps/custom.xml'),
    parts: {
      'xl/theme/theme1.xml':
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="本单位主题"/>',
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><externalBook r:id="rId1"><sheetNames><sheetName val="外部"/></sheetNames></externalBook></externalLink>`,
      'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'externalLinkPath', '外部.xlsx', true)}</Relationships>`,
      'xl/printerSettings/printerSettings1.bin': 'printer',
      'xl/drawings/drawing1.xml': DRAWING,
      'xl/drawings/_rels/drawing1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'chart', '../charts/chart1.xml')}</Relationships>`,
      'xl/charts/chart1.xml':
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:f>测评表!$C$4:$C$9</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" style="width:300pt;height:99pt"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>考核组</author></authors><commentList><comment ref="B4" authorId="0"><text><r><rPr><b/></rPr><t>考核组：</t></r><r><t>请核对</t></r></text></comment></commentList></comments>',
      'xl/tables/table1.xml':
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="7" name="表1" displayName="表1" ref="J1:K3" totalsRowShown="0"><autoFilter ref="J1:K3"/><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="总分" dataDxfId="0"><calculatedColumnFormula>LEN(表1[[#This Row],[姓名]])</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="本单位" showFirstColumn="1" showRowStripes="1"/></table>',
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>平时考核</dc:title><dc:creator>人事科</dc:creator><cp:contentStatus>草案</cp:contentStatus></cp:coreProperties>',
      'docProps/custom.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0</vt:lpwstr></property></Properties>',
    },
    types: {
      'xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
      'xl/externalLinks/externalLink1.xml':
        'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
      'xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
      'xl/charts/chart1.xml': 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      'xl/comments1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      'xl/tables/table1.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
      'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
      'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    },
  });
}
