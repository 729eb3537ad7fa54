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

/** 张三 with the learning score (E5) replaced; 李四 beside him. */
const learning = (cell: Cell, heading: readonly Cell[] = HEADING) => {
  const person = [...ZHANG];
  person[4] = cell;
  return read(sheet('2020年7月', annex3([person, LI], { heading })));
};
const changed = (person: readonly Cell[], at: number, cell: Cell): Cell[] =>
  person.map((old, i) => (i === at ? cell : old));

test.each<[string, Cell]>([
  ['full width', '８９'],
  ['with 分', '89分'],
  ['between spaces', ' 89 '],
  ['with an apostrophe', "'89"],
  ['as plain text', '89'],
  ['full width with 分', '８９　分'],
])('a score as text %s counts, with a note', (_, cell) => {
  const book = learning(cell);
  expect(totals(book)).toEqual({ 张三: '89', 李四: '80.7' });
  expect(only(book, 'SCORE_TEXT_NORMALISED')).toMatchObject({ severity: 'note', cell: 'E5' });
  expect(book.scores.map(({ row }) => row.scoreIsText)).toEqual([true, false]);
  expect(findings(book, 'SCORE_TEXT_NORMALISED')).toEqual([]);
});

test.each<[Cell, string, boolean]>([
  ['85。5', '85。5', true],
  ['85,5', '85,5', true],
  ['85，5', '85，5', true],
  ['八十五', '八十五', true],
  ['优', '优', true],
  ['90-95', '90-95', true],
  ['8 9', '8 9', true],
  ['89%', '89%', true],
  [true, 'TRUE', true],
  [{ value: 89, format: 'yyyy/m/d' }, '1900年3月29日（日期）', false],
  [{ value: 0.89, format: '0%' }, '89%', false],
])('%j is no score: the row gets no total, the others do', (cell, text, formulaSafe) => {
  const book = learning(cell);
  expect(totals(book)).toEqual({ 张三: null, 李四: '80.7' });
  expect(only(book, 'SCORE_NOT_A_NUMBER')).toMatchObject({
    severity: 'error',
    sheet: '2020年7月',
    cell: 'E5',
    message: `2020年7月 E5“${text}”不是有效分数，未计算；请改为数字，如85`,
  });
  expect(book.scores.map((result) => result.formulaSafe)).toEqual([formulaSafe, true]);
});

test('a blank score is an error and never 0', () => {
  for (const blank of [null, '', '　']) {
    const book = learning(blank);
    expect(totals(book)).toEqual({ 张三: null, 李四: '80.7' });
    expect(only(book, 'SCORE_MISSING')).toMatchObject({
      severity: 'error',
      cell: 'E5',
      message: '2020年7月 E5：张三缺“学习指标”分数，未计算；请补录',
    });
    expect(book.scores[0]?.formulaSafe).toBe(true);
  }
});

test('two blank scores are two errors, seven are one', () => {
  const two = read(sheet('2020年7月', annex3([changed(changed(ZHANG, 2, null), 4, null), LI])));
  expect(findings(two)).toEqual(['error SCORE_MISSING C5', 'error SCORE_MISSING E5']);
  const none = read(sheet('2020年7月', annex3([['张三'], LI])));
  expect(findings(none)).toEqual(['error SCORE_MISSING B5']);
  expect(only(none, 'SCORE_MISSING').message).toBe('2020年7月 B5：张三七项指标都没有分数，未计算；请补录');
});

test('a sheet that nobody has scored yet is one warning, and no total', () => {
  const book = read(sheet('2020年7月', annex3([['张三'], ['李四']])));
  expect(findings(book)).toEqual(['warning FORM_UNSCORED B5:H6']);
  expect(only(book, 'FORM_UNSCORED').message).toBe('2020年7月 B5:H6：2人都还没有打分，未计算；请考核领导小组打分');
  expect(totals(book)).toEqual({ 张三: null, 李四: null });
  expect(book.scores.every(({ formulaSafe }) => formulaSafe)).toBe(true);
});

test('0 counts, with a warning', () => {
  const book = learning(0);
  expect(totals(book)['张三']).toBe('80.1');
  expect(only(book, 'SCORE_ZERO')).toMatchObject({ severity: 'warning', cell: 'E5' });
  expect(only(book, 'SCORE_ZERO').message).toBe('2020年7月 E5：张三“学习指标”为0分，请确认是否漏填');
});

test.each<[Cell, string]>([
  [100.01, '100.01'],
  [105, '105'],
  [-1, '-1'],
  ['-1', '-1'],
])('%j is out of range', (cell, text) => {
  const book = learning(cell);
  expect(totals(book)).toEqual({ 张三: null, 李四: '80.7' });
  expect(only(book, 'SCORE_OUT_OF_RANGE')).toMatchObject({
    severity: 'error',
    cell: 'E5',
    message: `2020年7月 E5“${text}”超出范围，未计算；分数须为0到100`,
  });
});

test('100 is in range, and more than two decimals are a warning', () => {
  expect(learning(100).problems).toEqual([]);
  const book = learning(89.125);
  expect(totals(book)['张三']).toBe('89.0125');
  expect(only(book, 'SCORE_DECIMALS')).toMatchObject({ severity: 'warning', cell: 'E5' });
  expect(learning(89.25).problems).toEqual([]);
});

test('a score is the decimal that Excel shows, not the double', () => {
  expect(totals(learning(0.1 + 0.2 + 88.7))['张三']).toBe('89');
});

test('a formula counts with its value; an error value or another workbook does not pass unseen', () => {
  expect(learning({ formula: '=80+9', value: 89 }).problems).toEqual([]);
  const error = learning({ formula: '=#REF!+1', value: '#REF!' });
  expect(totals(error)['张三']).toBeNull();
  expect(only(error, 'CELL_ERROR')).toMatchObject({ severity: 'error', cell: 'E5' });
  expect(error.scores[0]?.formulaSafe).toBe(true);
  for (const formula of ["='[5月.xlsx]打分'!C7", '=[1]Sheet1!C7']) {
    const external = learning({ formula, value: 89 });
    expect(totals(external)['张三']).toBe('89');
    expect(only(external, 'EXTERNAL_LINK')).toMatchObject({ severity: 'warning', cell: 'E5' });
  }
  expect(learning({ formula: '=表1[[#This Row],[学习]]', value: 89 }).problems).toEqual([]);
});

describe('scales', () => {
  const points: Cell[] = ['张三', 18, 9, 9, 9, 27, 9, 9];
  const more: Cell[] = ['李四', 20, 10, 8, 7, 25, 10, 10];

  test('scores within all weights are points, with one warning a month', () => {
    const book = read([sheet('7月', annex3([points])), sheet('7月续', annex3([more]))]);
    expect(totals(book)).toEqual({ 张三: '90', 李四: '90' });
    expect(only(book, 'SCALE_ASSUMED')).toMatchObject({ severity: 'warning', sheet: '7月' });
    expect(book.scales).toEqual(new Map([['2020-07', '分值制']]));
  });

  test('a score above its weight makes the month 百分制, and a row in points there is an error', () => {
    const book = read(sheet('2020年7月', annex3([points, LI, ZHAO])));
    expect(totals(book)).toEqual({ 张三: null, 李四: '80.7', 赵敏: '70.7' });
    expect(findings(book)).toEqual(['error SCALE_MIXED A5']);
    expect(only(book, 'SCALE_MIXED').message).toContain('张三的分数疑似混用百分制与分值制');
    expect(book.scores[0]?.formulaSafe).toBe(false);
  });

  test('one low score in a row of 百分制 is a warning', () => {
    const book = learning(9);
    expect(only(book, 'SCORE_UNUSUALLY_LOW')).toMatchObject({ severity: 'warning', cell: 'A5' });
    expect(only(book, 'SCORE_UNUSUALLY_LOW').message).toContain('张三的“学习指标”不超过该项权重');
    expect(totals(book)['张三']).toBe('81');
  });

  test('option and setting overrule the scale', () => {
    const form = sheet('2020年7月', annex3([points, more]));
    const hundred = read(form, { scale: '百分制' });
    expect(totals(hundred)).toEqual({ 张三: '16.2', 李四: '16' });
    expect(withCode(hundred, 'SCALE_ASSUMED')).toEqual([]);
    const set = read(sheet('2020年7月', annex3([points, LI])), { settings: { scale: '分值制' } });
    expect(totals(set)).toEqual({ 张三: '90', 李四: null });
    expect(withCode(set, 'SCORE_OUT_OF_RANGE').map(({ cell }) => cell)).toEqual([
      'B6',
      'C6',
      'D6',
      'E6',
      'F6',
      'G6',
      'H6',
    ]);
    expect(set.scores[1]?.formulaSafe).toBe(false);
  });
});

describe('totals and grades that people typed', () => {
  const typed = (total: Cell, grade: Cell = null) =>
    read(
      sheet(
        '2020年7月',
        annex3(
          [
            [...ZHAO, total, grade],
            [...LI, null, null],
          ],
          { heading: [...HEADING, '等次'] },
        ),
      ),
    );

  test('another total is a warning', () => {
    const book = typed(86);
    expect(totals(book)['赵敏']).toBe('70.7');
    expect(only(book, 'TOTAL_DIFFERS')).toMatchObject({
      severity: 'warning',
      cell: 'I5',
      message: '2020年7月 I5：原总分86，重算70.7；原值未改动，请核对',
    });
    expect(withCode(typed('七十'), 'TOTAL_DIFFERS')).toHaveLength(1);
    expect(withCode(typed({ formula: '=SUM(B5:H5)', value: 499 }), 'TOTAL_DIFFERS')).toHaveLength(1);
  });

  test('the same total, rounded or not, is none', () => {
    for (const total of [70.7, 71, '70.7', null]) expect(findings(typed(total))).toEqual([]);
  });

  test('a total that was rounded over a grade line is a warning', () => {
    const person: Cell[] = ['赵敏', 85, 85, 85, 84.95, 85, 85, 85, 85];
    const book = read(sheet('2020年7月', annex3([person, LI])));
    expect(totals(book)['赵敏']).toBe('84.995');
    expect(only(book, 'TOTAL_DIFFERS').message).toContain('原总分85，重算84.995');
  });

  test('another grade stays as a suggestion, with a warning', () => {
    expect(only(typed(null, '好'), 'GRADE_DIFFERS')).toMatchObject({
      severity: 'warning',
      cell: 'J5',
      message: '2020年7月 J5：原等次“好”作为建议保留，总分70.7对应“一般”，请核对',
    });
    for (const grade of ['一般', ' 一般 ', '一般等次', '不确定等次', null])
      expect(findings(typed(null, grade))).toEqual([]);
  });

  test.each([
    ['优秀', '，建议改为“好”'],
    ['良好', '，建议改为“较好”'],
    ['A', '，建议改为“好”'],
    ['合格', '，建议改为“一般”'],
    ['不错', ''],
  ])('the grade %s is an error of its cell, and the total stands', (word, proposal) => {
    const book = typed(null, word);
    expect(only(book, 'GRADE_WORD')).toMatchObject({
      severity: 'error',
      cell: 'J5',
      message: `2020年7月 J5“${word}”不是规定的等次，等次须为好/较好/一般/较差${proposal}；请改正`,
    });
    expect(totals(book)).toEqual({ 赵敏: '70.7', 李四: '80.7' });
  });
});
