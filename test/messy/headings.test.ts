import { openFixture, runScore, shown } from '../excel/support/workbooks';
import { checked, found, messyFile, months, totals } from './support/checking';

const BOTH = { '7月!5 赵敏': 85.4, '7月!6 李伟': 80.7 };
const NEITHER = { '7月!5 赵敏': null, '7月!6 李伟': null };

test('label-whitespace: blanks, tabs, line breaks and fonts within headings are passed over', async () => {
  const reading = await checked('label-whitespace');
  expect(totals(reading)).toEqual(BOTH);
  expect(found(reading)).toEqual([
    'note LABELS_READ 7月 A4:J4：表头写法与附件3不同，已识别：姓 名→姓名，政治品质(20%)→政治品质，工作作风(10%)→工作作风，' +
      '廉洁自律(10%)→廉洁自律，学习指标(10%)→学习指标，业务经办指标(30%)→业务经办指标',
  ]);
});

test('weight-notation: （20%） (20%) 20％ 20分 0.2 are the same weight', async () => {
  const reading = await checked('weight-notation');
  expect(Object.values(totals(reading))).toEqual(Array.from({ length: 5 }, () => [85.4, 80.7]).flat());
  expect(reading.book.forms.map(({ weights, printsWeights }) => [weights.join('/'), printsWeights])).toEqual(
    Array.from({ length: 5 }, () => ['20/10/10/10/30/10/10', true]),
  );
  expect(found(reading).map((line) => line.slice(0, 23))).toEqual(
    ['2月', '3月', '4月', '5月'].map((sheet) => `note LABELS_READ ${sheet} A4:`),
  );
});

test('weights-missing: the weights of the notice count, to be confirmed', async () => {
  const reading = await checked('weights-missing');
  expect(totals(reading)).toEqual(BOTH);
  expect(found(reading)).toEqual(['warning WEIGHTS_MISSING 7月 A4:J4：未注明权重，按20/10/10/10/30/10/10计算，请确认']);
});

test('weights-changed: a sum other than 100 is an error of the form; other weights, printed on all the others, hold and are a warning', async () => {
  const reading = await checked('weights-changed');
  expect(totals(reading)).toEqual({ ...NEITHER, '8月!5 赵敏': 85.4, '8月!6 李伟': 80.8 });
  expect(found(reading, 'WEIGHTS_TOTAL', 'WEIGHTS_PRINTED')).toEqual([
    'error WEIGHTS_TOTAL 7月 A4:J4：权重合计95%，应为100%，整表未计算；请改正表头权重',
    'warning WEIGHTS_PRINTED 8月 A4:J4：没有考核设置，按测评表一致印明的权重30/10/10/10/20/10/10计算（与方案默认不同），并写入考核设置，请确认',
  ]);
});

test('title-variants: a form is known by its headings; a title without them is reported', async () => {
  const reading = await checked('title-variants');
  expect(months(reading)).toEqual(['2020-07', '2020-08', '2020-09', '2020-10']);
  expect(Object.values(totals(reading))).toEqual(Array.from({ length: 4 }, () => [85.4, 80.7]).flat());
  expect(found(reading)).toEqual([
    'warning HEADING_MISSING 疑似 A1：标题像测评表，但没有找到“姓名”和七项指标的表头，未读取；如是附件3请改正表头',
  ]);
});

test('merged-headings: two rows of merged headings and a department merged over its people', async () => {
  const reading = await checked('merged-headings');
  expect(totals(reading)).toEqual({ '7月!6 赵敏': 85.4, '7月!7 李伟': 80.7 });
  expect(reading.book.people.map(({ key }) => key)).toEqual(['办公室|赵敏', '办公室|李伟']);
  expect(found(reading)).toEqual([]);
});

test('columns-reordered: columns are found by name, 序号 部门 备注 等次 among them', async () => {
  const reading = await checked('columns-reordered');
  expect(totals(reading)).toEqual(BOTH);
  expect(found(reading)).toEqual(['warning GRADE_DIFFERS 7月 K5：原等次“较好”作为建议保留，总分85.4对应“好”，请核对']);
});

test('column-twice: two columns for one indicator are an error of the form', async () => {
  const reading = await checked('column-twice');
  expect(totals(reading)).toEqual(NEITHER);
  expect(found(reading).filter((line) => line.startsWith('error'))).toEqual([
    'error COLUMN_MISSING 7月 A4:J4：缺少“工作作风”列，整表未计算；请补上该列或改正表头',
    'error COLUMN_DUPLICATE 7月 F4“学习指标”列重复（D4、F4），整表未计算；请只保留一列',
  ]);
});

test('column-missing: a form without an indicator is not calculated', async () => {
  const reading = await checked('column-missing');
  expect(totals(reading)).toEqual(NEITHER);
  expect(found(reading)).toEqual([
    'note COLUMNS_UNUSED 7月 E4：未使用：“勤政(10%)”E4（2个单元格）；如有考核内容请填入已识别的列或特殊情形登记',
    'error COLUMN_MISSING 7月 A4:J4：缺少“廉洁自律”列，整表未计算；请补上该列或改正表头',
  ]);
  // Nothing is written for people without a total.
  const workbook = await openFixture(messyFile('column-missing'));
  await runScore(workbook);
  expect(await shown(workbook, '7月', 'J5:K6')).toEqual([
    ['', ''],
    ['', ''],
  ]);
});
