import { losses, saveWorkbook } from '../../../src/host/workbook/xlsx';
import { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { faultsOf } from './integrity';
import {
  area,
  firstSheet,
  formulaAt,
  newSheet,
  opened,
  partOf,
  plain,
  reopened,
  sheetNamed,
  type,
  valueAt,
} from './modelSteps';
import { handWritten } from './ooxml';
import { richWorkbook } from './richWorkbook';

test.each([{ date1904: false }, { date1904: true }])(
  'a workbook with everything is the same after saving, and saved twice (%p)',
  async (dates) => {
    const workbook = await opened(richWorkbook(dates));
    expect(losses(workbook)).toEqual([]);
    const saved = await saveWorkbook(workbook);
    expect(faultsOf(saved)).toEqual([]);
    const again = await opened(saved);
    expect(plain(again)).toEqual(plain(workbook));
    const twice = await saveWorkbook(again);
    expect(partOf(twice, 'xl/styles.xml')).toBe(partOf(saved, 'xl/styles.xml'));
    expect(partOf(twice, 'xl/worksheets/sheet1.xml')).toBe(partOf(saved, 'xl/worksheets/sheet1.xml'));
  },
);

test('what the model does not hold goes back as it was', async () => {
  const saved = await saveWorkbook(await opened(richWorkbook()));
  const sheet = partOf(saved, 'xl/worksheets/sheet1.xml');
  for (const kept of [
    '<sheetPr codeName="测评表" filterMode="1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    'showZeros="0" view="pageBreakPreview"',
    '<selection pane="bottomRight" activeCell="E5" sqref="E5:F6"/>',
    '<sheetFormatPr defaultColWidth="10.5" defaultRowHeight="18" customHeight="1" x14ac:dyDescent="0.2"/>',
    'algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000"',
    '<protectedRange sqref="C4:C9" name="分数"/>',
    '<customFilter operator="greaterThan" val="60"/>',
    '<cfRule type="top10" dxfId="0" priority="1" percent="1" rank="20"/>',
    'type="timePeriod"',
    '<color theme="4"/><color theme="0"/>',
    'imeMode="on"',
    'prompt="只是提示"',
    '<hyperlink ref="B2:B3" location="\'名 册\'!A1" display="名册"/>',
    'paperSize="66"',
    'horizontalDpi="600" r:id="rIdPrinter"',
    '<headerFooter scaleWithDoc="0">',
    '<ignoredError sqref="B3:B9" numberStoredAsText="1"/>',
    '<x14:sparklineGroup type="column">',
    '<f t="array" ref="C6:C7">ROW(A1:A2)</f>',
    '<f>_xlfn.IFNA(B4,0)</f><v>0</v>',
    't="e"><f>B4</f><v>#N/A</v>',
  ])
    expect(sheet).toContain(kept);
  expect(sheet).toContain("<xm:f>'名 册'!$A$2:$A$9</xm:f>");
  const styles = partOf(saved, 'xl/styles.xml');
  for (const kept of [
    'quotePrefix="1"',
    '<outline/>',
    '<tableStyle name="本单位"',
    '<mruColors>',
    'name="常规"',
    'numFmtId="31"',
    'numFmtId="14"',
  ])
    expect(styles).toContain(kept);
  const book = partOf(saved, 'xl/workbook.xml');
  for (const kept of [
    'codeName="ThisWorkbook"',
    'workbookPassword="CC1A"',
    'xWindow="240"',
    '<externalReference r:id="rIdOther"/>',
    'iterate="1"',
    'calcMode="manual"',
    'activeTab="1"',
    'state="veryHidden"',
    'state="hidden"',
  ])
    expect(book).toContain(kept);
  expect(book).toContain(
    '<definedName name="_xlnm.Print_Area" localSheetId="0">测评表!$A$1:$H$9,测评表!$J$1:$K$2</definedName>',
  );
  expect(book).toContain('<definedName name="暗名" hidden="1">');
  expect(book).not.toContain('fullCalcOnLoad');
  for (const [path, kept] of [
    ['xl/theme/theme1.xml', '本单位主题'],
    ['xl/drawings/vmlDrawing1.vml', 'width:300pt'],
    ['xl/comments1.xml', '<rPr><b/></rPr>'],
    ['xl/tables/table1.xml', 'calculatedColumnFormula'],
    ['xl/charts/chart1.xml', '测评表!$C$4:$C$9'],
    ['docProps/core.xml', '草案'],
    ['docProps/custom.xml', 'KSOProductBuildVer'],
    ['xl/printerSettings/printerSettings1.bin', 'printer'],
  ] as const)
    expect(partOf(saved, path)).toContain(kept);
});

test('charts, drawings, tables, sparklines and kept ranges follow when rows come and sheets are renamed', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = firstSheet(workbook);
  sheet.insertCells(area('2:3'), 'Down');
  workbook.renameSheet(sheet, '七月');
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(partOf(saved, 'xl/charts/chart1.xml')).toContain('<c:f>七月!$C$6:$C$11</c:f>');
  expect(partOf(saved, 'xl/drawings/drawing1.xml')).toContain('<xdr:row>12</xdr:row>');
  const xml = partOf(saved, 'xl/worksheets/sheet1.xml');
  for (const moved of [
    '<xm:f>七月!C6:C11</xm:f><xm:sqref>H6</xm:sqref>',
    '<protectedRange sqref="C6:C11"',
    '<ignoredError sqref="B5:B11"',
    '<hyperlink ref="A4" r:id="new1-link1"',
    '<f t="array" ref="C8:C9">',
  ])
    expect(xml).toContain(moved);
  expect(partOf(saved, 'xl/comments1.xml')).toContain('<comment ref="B6"');
  // The table's first row is where the rows came, so it grew; its calculated column is still there.
  expect(partOf(saved, 'xl/tables/table2.xml')).toContain('ref="J1:K5"');
  expect(partOf(saved, 'xl/tables/table2.xml')).toContain('calculatedColumnFormula');
  expect(partOf(saved, 'xl/drawings/vmlDrawing1.vml')).toContain('width:300pt');
  expect(losses(workbook)).toEqual([]);
});

test('sheets can change places, go and come without their parts getting mixed up', async () => {
  const workbook = await opened(richWorkbook());
  const roster = sheetNamed(workbook, '名 册');
  workbook.moveSheet(roster, 0);
  workbook.addSheet('新表', 1);
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  const again = await opened(saved);
  expect(again.sheets.map(({ name }) => name)).toEqual(['名 册', '新表', '测评表', '参数', '草稿']);
  expect(again.activeSheet.name).toBe('名 册');
  expect(plain(again)).toEqual(plain(workbook));
  expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('<drawing r:id="rIdDrawing"/>');
});

test('new formats join those of the file, built-in ones by their number', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = sheetNamed(workbook, '名 册');
  type(sheet, { B1: '2020-7-1' });
  sheet.patchStyle(area('C1:C2'), () => ({
    font: { name: '仿宋_GB2312', size: 12, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFF00' } },
    alignment: { horizontal: 'center' },
    protection: { locked: false },
  }));
  sheet.data.conditionalRules = [
    {
      type: 'cellIs',
      operator: 'lessThan',
      formula: '60',
      priority: 1,
      range: 'D1',
      style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF0000' } } },
    },
  ];
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  const again = await opened(saved);
  const read = sheetNamed(again, '名 册');
  expect(read.style(0, 1)).toEqual({ numFmt: 'yyyy/m/d' });
  expect(read.style(1, 2)).toEqual(sheet.style(1, 2));
  expect(partOf(saved, 'xl/styles.xml')).toContain(
    '<xf xfId="0" applyNumberFormat="true" numFmtId="14" fontId="0" fillId="0" borderId="0"/>',
  );
  expect(partOf(saved, 'xl/styles.xml')).toContain('<dxfs count="3">');
  expect(partOf(saved, 'xl/styles.xml')).toContain('<bgColor rgb="FFFF0000"/>');
  expect(firstSheet(again).style(0, 0)).toEqual(firstSheet(workbook).style(0, 0));
});

test('a new password takes the place of the old hash, and unprotecting takes both away', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = firstSheet(workbook);
  sheet.data.protection = { sheet: true, password: 'secret' };
  const xml = partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml');
  expect(xml).toMatch(/<sheetProtection password="[0-9A-F]{4}" sheet="1"\/>/);
  delete sheet.data.protection;
  expect(partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml')).not.toContain('<sheetProtection');
});

test('other permissions of a protected sheet leave its password as it is', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = firstSheet(workbook);
  sheet.data.protection = { ...sheet.data.protection, sort: true };
  const read = firstSheet(await reopened(workbook));
  expect(read.extras.protectionHash).toEqual(sheet.extras.protectionHash);
  expect(read.data.protection).toEqual(sheet.data.protection);
});

test('a filter keeps its criteria while rows come and go, until it gets others', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = firstSheet(workbook);
  sheet.insertCells(area('2:2'), 'Down');
  const moved = partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml');
  expect(moved).toContain('<autoFilter ref="A4:C10"><filterColumn colId="2"><customFilters and="1">');
  sheet.data.autoFilter = {
    range: 'A4:C10',
    columns: [{ colIndex: 0, criteria: { filterOn: 'Values', values: ['张三'] } }],
  };
  expect(losses(workbook).map(({ kind }) => kind)).not.toContain('filterCriteria');
  const changed = partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml');
  expect(changed).toContain(
    '<autoFilter ref="A4:C10"><filterColumn colId="0"><filters><filter val="张三"/></filters></filterColumn></autoFilter>',
  );
});

test('what newer Excel adds to a data bar stays with it and goes with it', async () => {
  const x14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
  const bar =
    '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ' +
    x14 +
    '><x14:id>{1}</x14:id></ext></extLst></cfRule>';
  const newer =
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ' +
    x14 +
    '><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="x"><x14:cfRule type="dataBar" id="{1}"><x14:dataBar minLength="0"/></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
  const workbook = await opened(
    handWritten({
      sheets: [
        {
          name: '表',
          content: `<sheetData/><conditionalFormatting sqref="A1:A9">${bar}</conditionalFormatting>${newer}`,
        },
      ],
    }),
  );
  const kept = partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml');
  expect(kept).toContain('<x14:id>{1}</x14:id>');
  expect(kept).toContain('<x14:dataBar minLength="0"/>');
  firstSheet(workbook).data.conditionalRules = [];
  expect(partOf(await saveWorkbook(workbook), 'xl/worksheets/sheet1.xml')).not.toContain('extLst');
});

test('a changed note is written with the others, its author too', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = firstSheet(workbook);
  sheet.place('8,1', { value: null, type: 'empty', comment: { author: '人事科', text: '请补签' } });
  const saved = await saveWorkbook(workbook);
  expect(faultsOf(saved)).toEqual([]);
  const again = firstSheet(await opened(saved));
  expect(again.cell(8, 1)?.comment).toMatchObject({ author: '人事科', text: '请补签' });
  expect(again.cell(3, 1)?.comment).toMatchObject({ author: '考核组', text: '考核组：请核对' });
});

test('settings survive saving, next to everything else, and leave no trace when they are taken away', async () => {
  const workbook = await opened(richWorkbook());
  workbook.settings.set('预览', { 单位: '商务局', 版本: 2, 文: '<&">' });
  const again = await reopened(workbook);
  expect([...again.settings]).toEqual([['预览', { 单位: '商务局', 版本: 2, 文: '<&">' }]]);
  again.settings.set('预览', 3);
  const third = await reopened(again);
  expect(third.settings.get('预览')).toBe(3);
  third.settings.clear();
  const saved = await saveWorkbook(third);
  expect(faultsOf(saved)).toEqual([]);
  expect(() => partOf(saved, 'customXml/item1.xml')).toThrow('no part');
});

test('a new workbook is a whole file with the default font of Chinese Excel', async () => {
  const sheet = newSheet();
  type(sheet, { A1: '姓名', B1: '=IFNA(A1,"")', A2: "'00123", A3: true, A4: '#N/A', A5: '_x000D_ <&>\n行' });
  sheet.data.pageSetup = { paperSize: 'a4', printArea: '$A$1:$B$9', printTitlesRow: '$1:$1' };
  sheet.data.autoFilter = { range: 'A1:B5' };
  sheet.workbook.renameSheet(sheet, '2020 年（7）');
  const saved = await saveWorkbook(sheet.workbook);
  expect(faultsOf(saved)).toEqual([]);
  expect(partOf(saved, 'xl/workbook.xml')).toContain(
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'2020 年（7）\'!$1:$1</definedName>',
  );
  expect(partOf(saved, 'xl/workbook.xml')).toContain(
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'2020 年（7）\'!$A$1:$B$5</definedName>',
  );
  expect(partOf(saved, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  const again = await opened(saved);
  expect(again.data.defaultFont).toEqual(sheet.workbook.data.defaultFont);
  const read = firstSheet(again);
  expect(['A1', 'A2', 'A3', 'A4', 'A5'].map((address) => valueAt(read, address))).toEqual([
    '姓名',
    '00123',
    true,
    '#N/A',
    '_x000D_ <&>\n行',
  ]);
  expect(formulaAt(read, 'B1')).toBe('=IFNA(A1,"")');
});

test('a stale formula is written without a value, a right one with it', async () => {
  const workbook = await opened(richWorkbook());
  const sheet = firstSheet(workbook);
  type(sheet, { C4: 2 });
  const xml = await saveWorkbook(workbook);
  expect(partOf(xml, 'xl/worksheets/sheet1.xml')).toContain('<c r="A5"><f>SUM(C4:C4)</f></c>');
  expect(partOf(xml, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  await workbook.calculate([{ sheet, area: area('A5') }]);
  const calculated = await saveWorkbook(workbook);
  expect(partOf(calculated, 'xl/worksheets/sheet1.xml')).toContain('<c r="A5"><f>SUM(C4:C4)</f><v>2</v></c>');
  expect(partOf(calculated, 'xl/worksheets/sheet1.xml')).toContain('<f>C4*$C$4+B6</f></c>');
});

test('everything calculated is written with right values, and Excel need not calculate', async () => {
  const workbook = WorkbookModel.create();
  const sheet = firstSheet(workbook);
  type(sheet, { A1: 40, A2: 2, A3: '=A1+A2', A4: '=A3&"分"', A5: '=A1/0', A6: '=A3>40' });
  await workbook.calculate([], true);
  const saved = await saveWorkbook(workbook);
  expect(partOf(saved, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
  const read = firstSheet(await opened(saved));
  expect(['A3', 'A4', 'A5', 'A6'].map((address) => valueAt(read, address))).toEqual([42, '42分', '#DIV/0!', true]);
});
