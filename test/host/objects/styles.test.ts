import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import { openExcel, openExcelOf, refusalOf, reopened, type EmbeddedExcel } from '../embedded';
import { opened, partOf } from '../workbook/modelSteps';
import { handWritten, stylesheet } from '../workbook/ooxml';

/** The style of a cell with what it shows of it. */
async function lookOf({ run }: EmbeddedExcel, address: string): Promise<unknown[]> {
  return run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address);
    range.load('style,numberFormat,format/font/color,format/font/bold,format/fill/color');
    await context.sync();
    const { style, numberFormat, format } = range;
    const shown: unknown = numberFormat[0]?.[0];
    return [style, shown, format.font.color, format.font.bold, format.fill.color];
  });
}

test('a style of Excel’s own gives the cells its look, keeps their number format, and is in the saved file', async () => {
  const excel = await openExcel();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').numberFormat = [['0.0']];
    sheet.getRange('A1:B1').style = 'Good';
    sheet.getRange('B1').format.font.bold = true;
    sheet.getRange('A2').style = 'Heading1';
    sheet.getRange('A3').style = 'Percent';
    sheet.getRange('A4').style = 'Accent2_40';
    await context.sync();
    const mixed = sheet.getRange('A1:A2').load('style');
    await context.sync();
    expect(mixed.style).toBeNull();
  });
  const looks = [
    ['Good', '0.0', '#006100', false, '#C6EFCE'],
    ['Good', 'General', '#006100', true, '#C6EFCE'],
    ['Percent', '0%', '#000000', false, '#FFFFFF'],
    ['Normal', 'General', '#000000', false, '#FFFFFF'],
  ];
  for (const each of [excel, await reopened(excel)])
    expect([
      await lookOf(each, 'A1'),
      await lookOf(each, 'B1'),
      await lookOf(each, 'A3'),
      await lookOf(each, 'Z9'),
    ]).toEqual(looks);
  const xml = partOf(await saveWorkbook(excel.host.workbook), 'xl/styles.xml');
  expect(xml.match(/<cellStyle [^>]*builtinId="26"[^>]*>/g)).toEqual([
    '<cellStyle name="Good" xfId="1" builtinId="26"/>',
  ]);
  expect(xml).toContain('name="40% - Accent2"');
});

test('Normal takes everything off again; a word that no style has is refused', async () => {
  const excel = await openExcel();
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    range.style = 'Bad';
    range.numberFormat = [['0.0']];
    range.style = 'Normal';
    await context.sync();
    expect(await lookOf(excel, 'A1')).toEqual(['Normal', 'General', '#000000', false, '#FFFFFF']);
    range.style = '没有的样式';
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
    range.style = 'Emphasis1';
    expect((await refusalOf(context.sync())).code).toBe('ApiNotFound');
  });
});

test('the file’s own styles count, under whatever name it has them', async () => {
  const styles = stylesheet({
    fonts: '<font><b/><sz val="11"/><color rgb="FF112233"/><name val="宋体"/></font>',
    xfs: '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="1"/>',
  })
    .replace(
      '</cellStyleXfs>',
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyNumberFormat="0" applyFill="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" applyFont="0"/></cellStyleXfs>',
    )
    .replace(
      '</cellStyles>',
      '<cellStyle name="好" xfId="1" builtinId="26"/><cellStyle name="本单位" xfId="2"/></cellStyles>',
    );
  const content = '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>';
  const excel = await openExcelOf(await opened(handWritten({ sheets: [{ name: '表', content }], styles })));
  expect(await lookOf(excel, 'A1')).toEqual(['Good', 'General', '#112233', true, '#FFFFFF']);
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').format.font.color = '#FF0000';
    sheet.getRange('B1').style = 'Good';
    sheet.getRange('C1').format.fill.color = '#FFFF00';
    sheet.getRange('C1').style = '本单位';
    await context.sync();
  });
  const again = await reopened(excel);
  expect(await lookOf(again, 'A1')).toEqual(['Good', 'General', '#FF0000', true, '#FFFFFF']);
  expect(await lookOf(again, 'B1')).toEqual(['Good', 'General', '#112233', true, '#FFFFFF']);
  expect(await lookOf(again, 'C1')).toEqual(['本单位', '0.00%', '#000000', false, '#FFFFFF']);
  const xml = partOf(await saveWorkbook(again.host.workbook), 'xl/styles.xml');
  expect(xml.match(/<cellStyle /g)).toHaveLength(3);
});
