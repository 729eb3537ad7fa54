import { checked, found, totals } from './support/checking';

test('name-spaces: 张 三 is 张三, and stays written as it was', async () => {
  const reading = await checked('name-spaces');
  expect(totals(reading)).toEqual({ '7月!5 张三': 85.4, '7月!6 李伟': 80.7, '7月!7 孙丽': 91.3 });
  expect(reading.book.people.map(({ displayName }) => displayName)).toEqual(['张 三', '李　伟', '孙\u00A0 丽']);
  expect(found(reading)).toEqual([
    'note NAME_NORMALISED 7月 B5：姓名“张 三”按“张三”处理，显示不变',
    'note NAME_NORMALISED 7月 B6：姓名“李　伟”按“李伟”处理，显示不变',
    'note NAME_NORMALISED 7月 B7：姓名“孙\u00A0 丽”按“孙丽”处理，显示不变',
  ]);
});

test('name-dots: · • ． ・ ‧ and dots between spaces are one dot, in all months one person', async () => {
  const reading = await checked('name-dots');
  expect(reading.book.people.map(({ key }) => key)).toEqual(['办公室|阿卜杜拉·买买提', '办公室|李伟']);
  expect(Object.values(totals(reading))).toEqual(Array.from({ length: 6 }, () => [85.4, 80.7]).flat());
  expect(found(reading)).toEqual(
    ['•', '．', '・', '‧', ' · '].map(
      (dot, i) => `note NAME_NORMALISED ${i + 2}月 B5：姓名“阿卜杜拉${dot}买买提”按“阿卜杜拉·买买提”处理，显示不变`,
    ),
  );
});

test('name-unreadable: � and private characters are reported with the roster’s names; a rare character on the roster is none', async () => {
  const reading = await checked('name-unreadable');
  expect(Object.values(totals(reading))).toEqual([85.4, 80.7, 91.3]);
  expect(found(reading)).toEqual([
    'warning NAME_UNREADABLE 7月 B5：姓名“赵�”含无法识别字符，请从花名册选择：赵敏',
    'warning NAME_UNREADABLE 7月 B6：姓名“李\uE863”含无法识别字符，请从花名册选择：李䶮',
    'warning PERSON_MISSING 7月：2020年7月缺2人：赵敏、李䶮；请补打分或在特殊情形登记中说明',
  ]);
});

test('namesakes: two people of one name without a department are nobody’s score', async () => {
  const reading = await checked('namesakes');
  expect(totals(reading)).toEqual({ '7月!5 王建国': null, '7月!6 李伟': 80.7, '7月!7 孙丽': 91.3 });
  expect(found(reading)).toEqual(['error NAMESAKE 7月 B5：王建国有2人：办公室、外资科，未计算；请填写科室以便区分']);
});

test('roster-mismatch: who is not on the roster, and who of it is missing', async () => {
  const reading = await checked('roster-mismatch');
  expect(totals(reading)).toEqual({ '7月!5 赵敏': 85.4, '7月!6 李伟': 80.7 });
  expect(found(reading)).toEqual([
    'warning PERSON_MISSING 7月：2020年7月缺1人：周丽；请补打分或在特殊情形登记中说明',
    'warning NOT_ON_ROSTER 7月 B6“李伟”不在花名册；已按一人计入，2020年7月计入为2人、“好”上限0人，不计为1人、“好”上限0人；请核对姓名或补入人员名册',
  ]);
});

test('person-twice: twice on one rater’s month is an error of both rows, once on each of two raters’ is none', async () => {
  const reading = await checked('person-twice');
  expect(totals(reading)).toEqual({
    '7月!5 赵敏': null,
    '7月!6 李伟': 80.7,
    '7月!7 赵敏': null,
    '8月张局长!5 赵敏': 85.4,
    '8月张局长!6 李伟': 80.7,
    '8月王局长!5 赵敏': 85.8,
    '8月王局长!6 李伟': 81.1,
  });
  expect(found(reading)).toEqual(
    ['B5', 'B7'].map(
      (cell) =>
        `error DUPLICATE_PERSON 7月 ${cell}：赵敏在同一评委同月的表中出现多次（7月 B5、7月 B7），均未计算；请只保留一行`,
    ),
  );
  expect(reading.book.months.get('2020-08')?.get('办公室|赵敏')).toMatchObject({ raters: 2 });
  expect(reading.book.months.get('2020-08')?.get('办公室|赵敏')?.total?.toString()).toBe('85.6');
});

test('names-in-one-cell: several names in one cell are an error of the row', async () => {
  const reading = await checked('names-in-one-cell');
  expect(Object.values(totals(reading))).toEqual([null, null, null, 80.7]);
  expect(found(reading)).toEqual([
    'error NAME_SEVERAL 7月 B5“张三/李四”一格内有多个姓名，未计算；请每人一行',
    'error NAME_SEVERAL 7月 B6“王五、赵六”一格内有多个姓名，未计算；请每人一行',
    'error NAME_SEVERAL 7月 B7“钱伟 周华”一格内有多个姓名，未计算；请每人一行',
  ]);
});

test('rater-missing: four of five raters scored a person; the month waits for the office’s word', async () => {
  const reading = await checked('rater-missing');
  expect(found(reading)).toEqual([
    'warning RATER_MISSING 7月1 B5：赵敏2020年7月5名评委中4名打分，缺杨帆；本月未计算；请补打分，或在考核设置中选择“按已打分评委平均”',
  ]);
  const july = reading.book.months.get('2020-07');
  expect(july?.get('办公室|赵敏')).toMatchObject({ total: null, raters: 4 });
  expect(july?.get('办公室|李伟')?.total?.toString()).toBe('81.1');
});
