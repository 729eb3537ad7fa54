import type { Settings } from '../../../src/assessment/settings';
import {
  annex3,
  findings,
  HEADING,
  LI,
  only,
  read,
  sheet,
  totals,
  withCode,
  ZHANG,
  ZHAO,
  type Cell,
} from '../support/sheets';

type Line = readonly Cell[];
const by = (rater: string, people: readonly Line[], name = `2020年7月${rater}`) => {
  const rows = annex3(people);
  rows[2] = [`评委：${rater}`, null, null, null, null, null, '2020年7月'];
  return sheet(name, rows);
};
/** The same person, scored `points` lower by another rater. */
const lower = ([name = null, ...scores]: Line, points: number): Line => [
  name,
  ...scores.map((score) => (typeof score === 'number' ? score - points : score)),
];
const month = (book: ReturnType<typeof read>, key: string) => {
  const result = book.months.get('2020-07')?.get(key);
  return result && [result.total?.toString() ?? null, result.scoreGrade, result.raters];
};

test('a month is the exact mean over its raters', () => {
  const book = read([
    by('王局长', [ZHANG, LI]),
    by('刘局长', [lower(ZHANG, 3), lower(LI, 1)]),
    by('孙局长', [lower(ZHANG, 1), lower(LI, 2)]),
  ]);
  expect(book.problems).toEqual([]);
  expect(book.forms.map(({ rater }) => rater)).toEqual(['王局长', '刘局长', '孙局长']);
  expect(month(book, '张三')).toEqual(['87.(6)', '好', 3]);
  expect(month(book, '李四')).toEqual(['79.7', '较好', 3]);
});

test.each([
  ['评委：王局长', null],
  ['评委', '王局长'],
  ['评委签字：王局长', null],
  ['评委姓名', '王局长'],
  ['打分人：王局长', null],
  ['测评人', '王局长'],
  ['评分人： 王 局 长', null],
  ['分管领导签字：王局长', null],
  ['分管领导签字：王局长  2020年7月31日', null],
])('the rater stands after %s', (label, next) => {
  const rows = annex3([ZHANG]);
  rows[2] = [label, next, null, null, null, null, null];
  expect(read(sheet('2020年7月', rows)).forms[0]?.rater).toBe('王局长');
});

test.each(['评委打分表', '测评人数：17', '评委会：甲、乙、丙', '分管领导签字：'])('%s names no rater', (text) => {
  const rows = annex3([ZHANG]);
  rows[2] = [text, null, null, null, null, null, '2020年7月'];
  expect(read(sheet('2020年7月', rows)).forms[0]?.rater).toBeNull();
});

test('a rater column on one sheet separates the raters', () => {
  const rows = annex3(
    [
      [...ZHANG, null, '王局长'],
      [...LI, null, '王局长'],
      [...lower(ZHANG, 3), null, '刘局长'],
      [...lower(LI, 1), null, '刘局长'],
    ],
    { heading: [...HEADING, '评委'] },
  );
  const book = read(sheet('2020年7月', rows));
  expect(book.problems).toEqual([]);
  expect(book.forms[0]?.rater).toBeNull();
  expect(month(book, '张三')).toEqual(['87.5', '好', 2]);
});

test('the rest of the sheet’s name tells raters apart when people are the same', () => {
  const book = read([
    sheet('7月张局长', annex3([ZHANG, LI])),
    sheet('7月刘局长', annex3([lower(ZHANG, 2), lower(LI, 2)])),
  ]);
  expect(book.forms.map(({ rater }) => rater)).toEqual(['张局长', '刘局长']);
  expect(book.problems).toEqual([]);
  expect(month(book, '张三')).toEqual(['88', '好', 2]);
});

test('unnamed forms with the same people are raters of their own, with a warning', () => {
  const book = read([
    sheet('2020年7月', annex3([ZHANG, LI])),
    sheet('2020年7月 (2)', annex3([lower(ZHANG, 2), lower(LI, 2)])),
  ]);
  expect(month(book, '张三')).toEqual(['88', '好', 2]);
  expect(only(book, 'RATER_UNNAMED')).toMatchObject({ severity: 'warning', sheet: '2020年7月', cell: null });
});

test('unnamed forms with different people are parts of one rater’s sheet', () => {
  const book = read([sheet('7月机关', annex3([ZHANG, LI])), sheet('7月贸促会', annex3([ZHAO]))]);
  expect(book.problems).toEqual([]);
  expect(book.forms.map(({ rater }) => rater)).toEqual([null, null]);
  expect(month(book, '赵敏')).toEqual(['70.7', '一般', 1]);
});

test('two leaders who score only their own people miss nobody', () => {
  const book = read([by('王局长', [ZHANG, LI]), by('刘局长', [ZHAO])]);
  expect(book.problems).toEqual([]);
  expect(month(book, '赵敏')).toEqual(['70.7', '一般', 1]);
});

const five = ['甲局长', '乙局长', '丙局长', '丁局长'].map((rater) => by(rater, [ZHANG, LI]));

test('a rater who lacks a person leaves the month without a total', () => {
  const book = read([...five, by('戊局长', [ZHANG])]);
  expect(only(book, 'RATER_MISSING')).toMatchObject({
    severity: 'warning',
    sheet: '2020年7月甲局长',
    cell: 'A6',
    message:
      '2020年7月甲局长 A6：李四2020年7月5名评委中4名打分，缺戊局长；本月未计算；请补打分，或在考核设置中选择“按已打分评委平均”',
  });
  expect(month(book, '李四')).toEqual([null, null, 4]);
  expect(month(book, '张三')).toEqual(['89', '好', 5]);
});

const confirmed: Partial<Settings> = { absentRaters: '按已打分评委平均' };

test('the mean over those present is taken once the office confirms it', () => {
  const absent = read([...five, by('戊局长', [ZHANG])], { settings: confirmed });
  expect(month(absent, '李四')).toEqual(['80.7', '较好', 4]);
  const blank = read([...five, by('戊局长', [ZHANG, ['李四']])], { settings: confirmed });
  expect(month(blank, '李四')).toEqual(['80.7', '较好', 5]);
  expect(withCode(blank, 'RATER_MISSING')).toHaveLength(1);
});

test('a mistyped score is to be corrected: it is no absent rater, whatever the office confirms', () => {
  const book = read([...five, by('戊局长', [ZHANG, ['李四', '八十', 82, 81, 80, 79, 83, 84]])], {
    settings: confirmed,
  });
  expect(month(book, '李四')).toEqual([null, null, 5]);
  expect(findings(book, 'RATERS_IDENTICAL')).toEqual(['error SCORE_NOT_A_NUMBER B6']);
});

test('the trimmed mean of six raters leaves out the best and the worst', () => {
  const sheets = [0, 1, 2, 3, 4, 40].map((points, i) => by(`评委${'甲乙丙丁戊己'[i]}`, [lower(ZHANG, points)]));
  expect(month(read(sheets, { settings: { raterMethod: '去掉最高最低后平均' } }), '张三')?.[0]).toBe('86.5');
});

test('the same person twice with one rater and month is an error on both rows', () => {
  const book = read(by('王局长', [ZHANG, LI, lower(ZHANG, 1)], '7月'), { quarter: '2020Q3' });
  const duplicates = withCode(book, 'DUPLICATE_PERSON');
  expect(duplicates.map(({ cell, severity }) => [cell, severity])).toEqual([
    ['A5', 'error'],
    ['A7', 'error'],
  ]);
  expect(duplicates[0]?.message).toBe(
    '7月 A5：张三在同一评委同月的表中出现多次（7月 A5、7月 A7），均未计算；请只保留一行',
  );
  expect(book.scores.map(({ total, formulaSafe }) => [total?.toString() ?? null, formulaSafe])).toEqual([
    [null, false],
    ['80.7', true],
    [null, false],
  ]);
  expect(month(book, '张三')).toEqual([null, null, 1]);
});

test('a person twice on two sheets of one named rater is an error on both', () => {
  const book = read([by('王局长', [ZHANG, LI], '2020年7月一'), by('王局长', [ZHANG], '2020年7月二')]);
  expect(withCode(book, 'DUPLICATE_PERSON').map(({ sheet: at, cell }) => `${at} ${cell}`)).toEqual([
    '2020年7月一 A5',
    '2020年7月二 A5',
  ]);
});

test('a form on which everybody has the same scores, or full marks, is a warning', () => {
  const same = (name: string, score: number): Cell[] => [name, ...Array<number>(7).fill(score)];
  expect(findings(read(sheet('2020年7月', annex3([same('张三', 90), same('李四', 90)]))))).toEqual([
    'warning SCORES_IDENTICAL A1:I7',
  ]);
  expect(findings(read(sheet('2020年7月', annex3([same('张三', 100), same('李四', 100)]))))).toEqual([
    'warning SCORES_ALL_FULL A1:I7',
  ]);
});

test('two raters with all the same scores are a warning', () => {
  const book = read([by('王局长', [ZHANG, LI]), by('刘局长', [ZHANG, LI])]);
  expect(only(book, 'RATERS_IDENTICAL')).toMatchObject({ severity: 'warning', sheet: '2020年7月刘局长' });
  expect(totals(book)).toEqual({ 张三: '89', 李四: '80.7' });
});
