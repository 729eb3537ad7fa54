import { openFixture, runScore, contents } from '../excel/support/workbooks';
import { checked, found, messyFile, totals } from './support/checking';

test('total-differs: a typed total that is not the computed one is kept and reported', async () => {
  const reading = await checked('total-differs');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!6 李伟': 80.7, '7月!7 孙丽': 91.3 });
  expect(found(reading)).toEqual(['warning TOTAL_DIFFERS 7月 J5：原总分86，重算85.4；原值未改动，请核对']);
  const workbook = await openFixture(messyFile('total-differs'));
  await runScore(workbook);
  expect(contents(workbook)).toMatchObject({ '7月!4,9': 86, '7月!5,9': 80.7 });
});

test('grade-differs: a typed grade stays as a suggestion', async () => {
  const reading = await checked('grade-differs');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!6 李伟': 80.7 });
  expect(found(reading)).toEqual(['warning GRADE_DIFFERS 7月 K6：原等次“好”作为建议保留，总分80.7对应“较好”，请核对']);
});

test('score-text: ８５ 85分 " 85 " \'85 and numbers stored as text count', async () => {
  const reading = await checked('score-text');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 84.9, '7月!6 李伟': 81.95 });
  expect(found(reading)).toEqual([
    'note SCORE_TEXT_NORMALISED 7月 C5：文本“８５”按85分计算',
    'note SCORE_TEXT_NORMALISED 7月 D5：文本“85分”按85分计算',
    'note SCORE_TEXT_NORMALISED 7月 E5：文本“85”按85分计算',
    "note SCORE_TEXT_NORMALISED 7月 F5：文本“'85”按85分计算",
    'note SCORE_TEXT_NORMALISED 7月 G5：文本“85”按85分计算',
    'note SCORE_TEXT_NORMALISED 7月 H5：文本“85”按85分计算',
    'note SCORE_TEXT_NORMALISED 7月 D6：文本“８５．５分”按85.5分计算',
    'note SCORE_TEXT_NORMALISED 7月 E6：文本“85”按85分计算',
    'note SCORE_TEXT_NORMALISED 7月 F6：文本“85”按85分计算',
  ]);
});

test('score-unreadable: what is not plainly a number is refused, the other person counts', async () => {
  const reading = await checked('score-unreadable');
  const read = ['85。5', '85,5', '八十五', '优', '90-95', '89%', '2020年8月13日（日期）', '3.545138888888889（时间）'];
  expect(Object.values(totals(reading))).toEqual(read.flatMap(() => [null, 80.7]));
  expect(found(reading)).toEqual(
    read.map((text, i) => `error SCORE_NOT_A_NUMBER ${i + 1}月 C5“${text}”不是有效分数，未计算；请改为数字，如85`),
  );
});

test('score-blank: a blank score is missing, never 0', async () => {
  const reading = await checked('score-blank');
  expect(Object.values(totals(reading))).toEqual([null, 80.7, null, 80.7]);
  expect(found(reading)).toEqual([
    'error SCORE_MISSING 7月 F5：赵敏缺“学习指标”分数，未计算；请补录',
    'error SCORE_MISSING 8月 F5：赵敏缺“学习指标”分数，未计算；请补录',
  ]);
});

test('score-zero: 0 counts, to be confirmed', async () => {
  const reading = await checked('score-zero');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 77, '7月!6 李伟': 80.7 });
  expect(found(reading)).toEqual(['warning SCORE_ZERO 7月 F5：赵敏“学习指标”为0分，请确认是否漏填']);
});

test('score-out-of-range: above 100 and below 0 there is no total', async () => {
  const reading = await checked('score-out-of-range');
  expect(Object.values(totals(reading))).toEqual([null, 80.7, null, 80.7, null, 80.7, null, 80.7]);
  expect(found(reading)).toEqual(
    ['105', '100.01', '-1', '-5'].map(
      (text, i) => `error SCORE_OUT_OF_RANGE ${i + 1}月 F5“${text}”超出范围，未计算；分数须为0到100`,
    ),
  );
});

test('score-decimals: more than two decimals count as they are', async () => {
  const reading = await checked('score-decimals');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4125, '7月!6 李伟': 80.7 });
  expect(found(reading)).toEqual(['warning SCORE_DECIMALS 7月 F5“84.125”超过两位小数，按原数计算，请确认']);
});

test('scale-mixed: a row in points among rows of hundred is an error of the row', async () => {
  const reading = await checked('scale-mixed');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': null, '7月!6 李伟': 80.7, '7月!7 孙丽': 91.3 });
  expect(found(reading)).toEqual([
    'error SCALE_MIXED 7月 B5：赵敏的分数疑似混用百分制与分值制，未计算；请统一按百分制打分',
  ]);
});

test('scores-uniform: equal scores for all, 100 for all, and two raters with the same scores', async () => {
  const reading = await checked('scores-uniform');
  expect(Object.values(totals(reading))).toEqual([80.7, 80.7, 100, 100, 85.4, 80.7, 85.4, 80.7]);
  expect(found(reading)).toEqual([
    'warning SCORES_IDENTICAL 7月 A1:J7：所有人员的分数完全相同，请确认是否逐人打分',
    'warning SCORES_ALL_FULL 8月 A1:J7：所有分数都是满分，请确认',
    'warning RATERS_IDENTICAL 9月王局长 A1:J7：全部分数与张局长相同，请确认是否为同一份表的副本',
  ]);
});

test('summary-rows: 小计 合计 平均分 最高分 排名 and counting formulas are nobody, and are listed', async () => {
  const reading = await checked('summary-rows');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!7 李伟': 80.7 });
  expect(found(reading)).toEqual([
    'note ROWS_SKIPPED 7月 A1:J13：以下各行不是人员，已跳过：第6行“小计”、第8行“合计”、第9行“平均分”、第10行“最高分”、第11行“共2人”、第12行“排名”',
  ]);
});

test('blank-rows: reading goes on after blank rows', async () => {
  const reading = await checked('blank-rows');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!9 李伟': 80.7, '7月!13 孙丽': 91.3 });
  expect(found(reading)).toEqual([]);
});

test('grade-words: words of other scales are errors of their cells, with the grade to write; totals stand', async () => {
  const reading = await checked('grade-words');
  expect(Object.values(totals(reading))).toEqual([80.7, 80.6, 80.5, 80.4, 80.3]);
  const rule = '不是规定的等次，等次须为好/较好/一般/较差';
  expect(found(reading)).toEqual([
    `error GRADE_WORD 7月 K5“优秀”${rule}，建议改为“好”；请改正`,
    `error GRADE_WORD 7月 K6“良好”${rule}，建议改为“较好”；请改正`,
    `error GRADE_WORD 7月 K7“A”${rule}，建议改为“好”；请改正`,
    `error GRADE_WORD 7月 K8“合格”${rule}，建议改为“一般”；请改正`,
    `error GRADE_WORD 7月 K9“不错”${rule}；请改正`,
  ]);
});
