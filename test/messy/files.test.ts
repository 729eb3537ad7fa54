import { previewReview, previewScore } from '../../src/excel';
import { contents, inExcel, openFixture, runReview } from '../excel/support/workbooks';
import { checked, found, kaohe, messyFile, months, totals } from './support/checking';

const BOTH = { '7月!5 赵敏': 85.4, '7月!6 李伟': 80.7 };

test('hidden: hidden and filtered rows are read and counted; hidden sheets wait for a decision', async () => {
  const reading = await checked('hidden');
  expect(Object.values(totals(reading))).toEqual([85.4, 80.7, 91.3, 85.4, 85.4, 80.7, 91.3]);
  expect(found(reading)).toEqual([
    'warning HIDDEN_CELLS 7月 A1:J9：含3个隐藏行、1个隐藏列，已一并读取；请取消隐藏或筛选后核对',
    'warning HIDDEN_CELLS 8月 A1:J8：含1个隐藏行，已一并读取；请取消隐藏或筛选后核对',
    'warning HIDDEN_SHEET 9月：隐藏的工作表里有测评表，未读取；如需计入请取消隐藏，不需要请删除',
    'warning HIDDEN_SHEET 10月：隐藏的工作表里有测评表，未读取；如需计入请取消隐藏，不需要请删除',
    'warning PERSON_MISSING 8月：2020年8月没有钱进的打分，同季其他月份有；请补打分、在特殊情形登记中说明，或核对姓名是否一致',
  ]);
  expect(months(await checked('hidden', { includeHidden: true }))).toEqual([
    '2020-07',
    '2020-08',
    '2020-09',
    '2020-10',
  ]);
});

test('protected: a protected sheet is read; results go to a sheet of their own and no password is asked for', async () => {
  const reading = await checked('protected');
  expect(totals(reading)).toEqual(BOTH);
  expect(found(reading)).toEqual(['note SHEET_PROTECTED_READ 7月：工作表受保护，已读取，不会改动']);
  const workbook = await openFixture(messyFile('protected'));
  const preview = await inExcel(workbook, () => previewScore());
  expect(found(preview, 'SHEET_PROTECTED')).toEqual([
    expect.stringMatching(/^warning SHEET_PROTECTED 7月：工作表受保护，结果写在新表“.+”；如需写在原表，请先取消保护$/),
  ]);
  expect(preview.plan.sheets.map(({ sheet }) => sheet)).not.toContain('7月');
});

test('formulas: values of formulas count, shared ones too; error values do not; other workbooks are named', async () => {
  const reading = await checked('formulas');
  expect(totals(reading)).toEqual({ ...BOTH, '7月!7 孙丽': null, '7月!8 钱进': 90.7, '7月!9 周华': null });
  expect(found(reading)).toEqual([
    'note SCORE_TEXT_NORMALISED 7月 D5：文本“85”按85分计算',
    'error CELL_ERROR 7月 E7：公式结果为#REF!，未计算；请改正公式或直接填写',
    'warning EXTERNAL_LINK 7月 C8：分数取自其他工作簿，按现有结果计算；请核对后改为数值',
    'error CELL_ERROR 7月 F9：公式结果为#N/A，未计算；请改正公式或直接填写',
  ]);
});

test('signature-picture: a picture in place of the typed signer, over the cells or in one as WPS has it', async () => {
  const reading = await checked('signature-picture');
  expect(Object.values(totals(reading))).toEqual([85.4, 80.7, 85.4, 80.7]);
  expect(found(reading)).toEqual(
    ['7月', '8月'].map(
      (sheet) =>
        `warning SIGNATURE_PICTURE ${sheet} A3：这里没有键入签字人姓名，而表上有图片，无法核对图片签名；请在“分管领导签字：”后键入姓名`,
    ),
  );
});

test('word-table: rows that Word split are one where they are merged; scores over two rows are an error of the row', async () => {
  const reading = await checked('word-table');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!7 李伟': null, '7月!9 孙': null, '7月!10 丽': null });
  expect(found(reading, 'ROW_SPLIT', 'NAME_NORMALISED')).toEqual([
    'error ROW_SPLIT 7月 B9：第9、10行的分数合起来正好是七项（姓名“孙”“丽”），像是一个人的一行被拆成两行，未计算；请合并为一行',
    'note NAME_NORMALISED 7月 B5：姓名“赵 敏”按“赵敏”处理，显示不变',
    'error ROW_SPLIT 7月 B7:B8：李伟占了几行并各有分数，未计算；请合并为一行',
  ]);
  expect(found(reading).filter((line) => !/^(error ROW_SPLIT|note)/.test(line))).toEqual([]);
});

test('wps-saved: a workbook of WPS with its name spaces, properties and validations of newer Excel', async () => {
  const reading = await checked('wps-saved');
  expect(totals(reading)).toEqual(BOTH);
  expect(found(reading)).toEqual([]);
  expect(reading.book.roster?.people.map(({ since }) => since)).toEqual(['2018.03', '2018年3月']);
});

test('bare-package: prefixed elements, absolute targets, no styles, no shared strings, no cell positions', async () => {
  const reading = await checked('bare-package');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!6 李伟': null, '7月!7 孙丽': 91.3 });
  expect(found(reading)).toEqual(['error SCORE_NOT_A_NUMBER 7月 C6“TRUE”不是有效分数，未计算；请改为数字，如85']);
});

test('old-format: a workbook of Excel 97 is refused in one line that says what to do', async () => {
  const file = messyFile('../xlsx/legacy.xls');
  expect(await kaohe('check', file)).toEqual({
    code: 2,
    out: '',
    err: `“${file}”是旧的 .xls 格式；请在 Excel 中另存为“Excel 工作簿(*.xlsx)”\n`,
  });
});

test('colour-as-meaning: red cells and conditional colours change nothing; a warning says so of the latter', async () => {
  const reading = await checked('colour-as-meaning');
  expect(totals(reading)).toEqual(BOTH);
  expect(found(reading)).toEqual([
    'warning COLOURS_IGNORED 7月 A1:J7：表上有条件格式着色；颜色不参与计算，如以颜色表示扣分等含义，请写成数字或文字',
  ]);
});

test('formula-like-text: text that looks like a formula is written as text, never run', async () => {
  const workbook = await openFixture(messyFile('formula-like-text'));
  const before = contents(workbook);
  await runReview(workbook, '2020Q3');
  const after = contents(workbook);
  expect(after).toMatchObject(before);
  const review = workbook.sheetByName('2020年第三季度审定表');
  const departments = [4, 5].map((row) => [review?.cell(row, 1)?.formula, review?.value(row, 1)]);
  expect(departments).toEqual([
    [undefined, '=HYPERLINK("http://x")'],
    [undefined, '+1+cmd'],
  ]);
  const again = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
  expect(again.plan.sheets.flatMap(({ blocks, insertRows }) => [...blocks, ...insertRows])).toEqual([]);
});
