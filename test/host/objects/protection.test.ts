import { filledSheet, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
  await excel.run(async (context) => {
    const sheet = filledSheet(context, [
      ['锁', '开'],
      ['锁', '开'],
    ]);
    sheet.getRange('B1:B2').format.protection.locked = false;
    await context.sync();
  });
});

type Deed = (sheet: Excel.Worksheet) => void;

function protectThen(deed: Deed, options: Excel.WorksheetProtectionOptions = {}): Promise<void> {
  return excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.protection.protect(options);
    await context.sync();
    deed(sheet);
    await context.sync();
  });
}

test.each<[string, Deed]>([
  ['values', (sheet) => void (sheet.getRange('A1').values = [[1]])],
  ['values of a range with one locked cell', (sheet) => void (sheet.getRange('A1:B1').values = [[1, 2]])],
  ['formulas', (sheet) => void (sheet.getRange('A1').formulas = [['=1']])],
  ['copied cells', (sheet) => sheet.getRange('A1').copyFrom('B1', 'Values')],
  ['cleared contents', (sheet) => sheet.getRange('A1').clear('Contents')],
  ['a format', (sheet) => void (sheet.getRange('B1').format.font.bold = true)],
  ['a number format', (sheet) => void (sheet.getRange('B1').numberFormat = [['0']])],
  ['a border', (sheet) => void (sheet.getRange('B1').format.borders.getItem('EdgeTop').style = 'Continuous')],
  ['a column width', (sheet) => void (sheet.getRange('B1').format.columnWidth = 90)],
  ['a hidden row', (sheet) => void (sheet.getRange('1:1').rowHidden = true)],
  ['the lock itself', (sheet) => void (sheet.getRange('B1').format.protection.locked = true)],
  ['an inserted row', (sheet) => void sheet.getRange('1:1').insert('Down')],
  ['a deleted row', (sheet) => sheet.getRange('1:1').delete('Up')],
  ['an inserted block', (sheet) => void sheet.getRange('B1').insert('Down')],
  ['a merge', (sheet) => sheet.getRange('B1:B2').merge()],
  ['a validation', (sheet) => void (sheet.getRange('B1').dataValidation.rule = { custom: { formula: '=TRUE' } })],
  ['a conditional format', (sheet) => void sheet.getRange('B1').conditionalFormats.add('Custom')],
  ['a sort', (sheet) => sheet.getRange('B1:B2').sort.apply([{ key: 0 }])],
  ['a comment', (sheet) => void sheet.comments.add('B1', '看')],
  ['a second protection', (sheet) => sheet.protection.protect()],
])('a protected sheet refuses %s', async (_what, deed) => {
  expect((await refusalOf(protectThen(deed))).code).toBe('AccessDenied');
});

test('unlocked cells can be edited', async () => {
  await protectThen((sheet) => void (sheet.getRange('B1:B2').values = [[1], [2]]));
  expect(excel.host.workbook.sheets[0]?.value(1, 1)).toBe(2);
});

test.each<[Excel.WorksheetProtectionOptions, Deed]>([
  [{ allowFormatCells: true }, (sheet) => void (sheet.getRange('A1').format.font.bold = true)],
  [{ allowFormatColumns: true }, (sheet) => void (sheet.getRange('A1').format.columnWidth = 90)],
  [{ allowFormatRows: true }, (sheet) => void (sheet.getRange('1:1').rowHidden = true)],
  [{ allowInsertRows: true }, (sheet) => void sheet.getRange('1:1').insert('Down')],
  [{ allowInsertColumns: true }, (sheet) => void sheet.getRange('A:A').insert('Right')],
  [{ allowSort: true }, (sheet) => sheet.getRange('B1:B2').sort.apply([{ key: 0 }])],
])('what the options allow is allowed: %j', async (options, deed) => {
  await protectThen(deed, options);
});

test('even where rows may be deleted, one with a locked cell stays', async () => {
  const refusal = await refusalOf(
    protectThen((sheet) => sheet.getRange('1:1').delete('Up'), { allowDeleteRows: true }),
  );
  expect(refusal).toMatchObject({ code: 'AccessDenied', location: 'Range.delete' });
});

test('protection is read with its options, and ends with the right password only', async () => {
  await excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getFirst();
    protection.load('protected,options');
    await context.sync();
    expect(protection.protected).toBe(false);
    protection.protect({ allowSort: true, selectionMode: 'Unlocked' }, '口令');
    protection.load('protected,options');
    await context.sync();
    expect(protection.protected).toBe(true);
    expect(protection.options).toMatchObject({ allowSort: true, allowInsertRows: false, selectionMode: 'Unlocked' });
    protection.unprotect('猜');
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'AccessDenied',
      location: 'WorksheetProtection.unprotect',
    });
    protection.unprotect('口令');
    protection.load('protected');
    await context.sync();
    expect(protection.protected).toBe(false);
  });
});

test('a person cannot type into a locked cell either', async () => {
  await protectThen(() => {});
  expect(await excel.host.userEdit('Sheet1', 'A1:B1', [['改', '改']])).toMatchObject({
    accepted: false,
    reason: 'protected',
  });
  expect(excel.host.workbook.sheets[0]?.value(0, 1)).toBe('开');
  expect(await excel.host.userEdit('Sheet1', 'B1', [['改']])).toEqual({ accepted: true });
});

test('a formula that Excel cannot read is refused to a person as well', async () => {
  expect(await excel.host.userEdit('Sheet1', 'B1', [['=SUM(']])).toMatchObject({ accepted: false, reason: 'formula' });
});
