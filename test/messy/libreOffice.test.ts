import { checked, found, months, totals } from './support/checking';

test('libreoffice-html: a table as Word saves it, with soft breaks and spanning rows', async () => {
  const reading = await checked('libreoffice-html');
  expect(months(reading)).toEqual(['2020-07']);
  expect(totals(reading)).toEqual({ 'Sheet1!4 赵敏': 85.4, 'Sheet1!5 李伟': 80.7, 'Sheet1!7 孙丽': null });
  expect(reading.book.people.map(({ key }) => key)).toEqual(['办公室|赵敏', '办公室|李伟', '外资科|孙丽']);
  expect(found(reading, 'SCORE_TEXT_NORMALISED', 'SCORE_NOT_A_NUMBER')).toEqual([
    'note SCORE_TEXT_NORMALISED Sheet1 C7：文本“92分”按92分计算',
    'error SCORE_NOT_A_NUMBER Sheet1 G7“九十一”不是有效分数，未计算；请改为数字，如85',
  ]);
});

test('libreoffice-ods: a date cell for the month, its own formulas, an error value and a hidden row', async () => {
  const reading = await checked('libreoffice-ods');
  expect(months(reading)).toEqual(['2020-08']);
  expect(totals(reading)).toEqual({ '测评表!5 赵敏': 85.4, '测评表!6 李伟': 80.7, '测评表!7 孙丽': null });
  expect(found(reading)).toEqual([
    'error CELL_ERROR 测评表 C7：公式结果为#DIV/0!，未计算；请改正公式或直接填写',
    'warning HIDDEN_CELLS 测评表 A1:J7：含1个隐藏行，已一并读取；请取消隐藏或筛选后核对',
  ]);
});

test('libreoffice-csv: a list without title, its month on the tab alone', async () => {
  const reading = await checked('libreoffice-csv');
  expect(months(reading)).toEqual(['2020-09']);
  expect(Object.values(totals(reading))).toEqual([85.4, 80.7, null]);
  expect(found(reading)).toEqual([
    'note SCORE_TEXT_NORMALISED 2020年9月 C3：文本“80分”按80分计算',
    'error SCORE_MISSING 2020年9月 E4：孙丽缺“廉洁自律”分数，未计算；请补录',
    'note ROWS_SKIPPED 2020年9月 A1:I5：以下各行不是人员，已跳过：第5行“合计”',
  ]);
});
