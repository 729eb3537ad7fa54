import {
  findings,
  HEADING,
  LI,
  only,
  read,
  roster,
  sheet,
  totals,
  withCode,
  ZHANG,
  ZHAO,
  annex3,
  type Cell,
} from '../forms/support/sheets';

const scores: readonly Cell[] = ZHANG.slice(1);
const named = (name: Cell, more: readonly (readonly Cell[])[] = []) =>
  read(sheet('2020年7月', annex3([LI, ZHAO, [name, ...scores], ...more])));

test.each([
  '满分',
  '标准分',
  '分值',
  '权重',
  '基准分',
  '及格线',
  '优秀线',
  '汇总',
  '累计',
  '小计',
  '外贸科小计',
  '办公室平均',
  '全局平均',
  '去掉最高分',
  '极差',
  '得分率',
  '上月平均',
  '本科室均分',
  '参照值',
  '总平均',
  '（平均）',
  '合 计',
  '合格率',
  '本科室小计',
  '应到人数',
  '实到',
  '缺席',
  '备查',
  '统计',
  '总评',
  '折算分',
  '优秀比例',
  '有效票',
  '前三名',
  '环比',
  'AVERAGE',
  '共3人',
])('a row %s with scores is nobody, and is listed', (word) => {
  const book = named(word);
  expect(Object.keys(totals(book))).toEqual(['李四', '赵敏']);
  expect(only(book, 'ROWS_SKIPPED').message).toContain('第7行');
});

test.each([
  '领导签字',
  '制表人',
  '填表说明',
  '单位负责人签字：',
  '计分人：周敏　　复核人：',
  '（盖章）',
  '审核：李四',
  '经办人',
  '以下空白',
  '转下页',
  '办公室',
  '机关党委',
  '局领导',
  '单位公章',
])('a row %s without scores is nobody', (word) => {
  const book = read(sheet('2020年7月', annex3([LI, ZHAO, [word]])));
  expect(book.people.map(({ name }) => name)).toEqual(['李四', '赵敏']);
});

test('scores that add up other rows are nobody’s, whatever the row is called', () => {
  const sums = scores.map((value, i): Cell => ({
    formula: `=AVERAGE(${'BCDEFGH'[i] ?? ''}5:${'BCDEFGH'[i] ?? ''}6)`,
    value: Number(value),
  }));
  expect(Object.keys(totals(read(sheet('2020年7月', annex3([LI, ZHAO, ['陈列', ...sums]])))))).toEqual([
    '李四',
    '赵敏',
  ]);
});

test('averages over other sheets, or over cells of the same row, are somebody’s scores', () => {
  const across = scores.map((value): Cell => ({ formula: '=AVERAGE(甲!B5,乙!B5)', value: Number(value) }));
  const along = scores.map((value): Cell => ({ formula: '=AVERAGE(K6:M6)', value: Number(value) }));
  const book = read(
    sheet(
      '2020年7月',
      annex3([
        ['李四', ...across],
        ['赵敏', ...along],
      ]),
    ),
  );
  expect(totals(book)).toEqual({ 李四: '89', 赵敏: '89' });
});

test('a word that no list knows is counted with a warning that says what it does to the limit', () => {
  const book = named('难度系', [['王五', ...scores]]);
  const found = only(book, 'ROW_DOUBTFUL');
  expect(found).toMatchObject({ severity: 'warning', cell: 'A7' });
  expect(found.message).toContain('2020年7月计入为4人、“好”上限1人，不计为3人、“好”上限1人');
});

test.each(['外资科', '领导', '纪检监察'])(
  'a row %s with scores may be a group of people: told with its effect',
  (word) => {
    expect(only(named(word), 'ROW_DOUBTFUL').severity).toBe('warning');
  },
);

test('a line without scores that hardly is a name is told as one that may be nobody', () => {
  const book = read(sheet('2020年7月', annex3([LI, ZHAO, ['抽签号']])));
  expect(only(book, 'ROW_DOUBTFUL')).toMatchObject({ severity: 'warning', cell: 'A7' });
  expect(withCode(read(sheet('2020年7月', annex3([LI, ZHAO, ['王建科']]))), 'ROW_DOUBTFUL')).toEqual([]);
});

test('a roster’s departments are no groups of rows: 领导, 人事科, 机关党委 keep their people', () => {
  const people = [
    ['领导', '张三'],
    ['人事科', '李四'],
    ['机关党委', '赵敏'],
  ] as const;
  const book = read([sheet('2020年7月', annex3([ZHANG, LI, ZHAO])), roster(...people)]);
  expect(book.roster?.people.map(({ name }) => name)).toEqual(['张三', '李四', '赵敏']);
});

test.each(['调整分', '修正分', '罚分', '+分', '一票否优'])(
  'a column %s with something in it is a warning',
  (heading) => {
    const rows = [[...ZHANG, null, 3], [...LI]];
    const book = read(sheet('2020年7月', annex3(rows, { heading: [...HEADING, heading] })));
    const found = book.problems.filter(({ code }) => code === 'EXTRA_NOT_COUNTED' || code === 'VETO_NOT_COUNTED');
    expect(found.map(({ severity, cell }) => [severity, cell])).toEqual([['warning', 'J5']]);
  },
);

test('whoever is on the roster is a person, whatever the name', () => {
  const people = roster(['办公室', '李四'], ['办公室', '赵敏'], ['办公室', '平均']);
  const book = read([sheet('2020年7月', annex3([LI, ZHAO, ['平均', ...scores]])), people]);
  expect(totals(book)).toEqual({ 李四: '80.7', 赵敏: '70.7', 平均: '89' });
});

describe('a name with something beside it', () => {
  const both = (text: string) =>
    read([
      sheet('2020年7月', annex3([LI, ['王建国', ...scores]], { month: '2020年7月' })),
      sheet('2020年8月', annex3([LI, [text, ...scores]], { month: '2020年8月' })),
    ]);

  test.each([
    '王建国（借调）',
    '王建国(男)',
    '王建国【挂职】',
    '王建国 副科长',
    '王建国副科长',
    '1.王建国',
    '3、王建国',
    '（2）王建国',
    '①王建国',
    '王建国*',
    '※王建国',
    '王建国-办公室',
    '12王建国',
    '王建国（借调） 副科长',
    '王建国、',
    '王建国·外',
    '王建国(小)',
    '王建国２',
    '２王建国',
    '王建国②',
    '⑴王建国',
    '一、王建国',
    '第1名 王建国',
    '王建国 女',
    '王建国（女',
    '科长：王建国',
    '副科长王建国',
    '“王建国”',
  ])('%s is the person who is known without it', (text) => {
    const book = both(text);
    expect(book.people.map(({ name }) => name)).toEqual(['李四', '王建国']);
    expect(only(book, 'NAME_BESIDE').severity).toBe('note');
    expect(book.months.get('2020-08')?.size).toBe(2);
  });

  test('is a warning with the effect where nobody has the name', () => {
    const found = only(named('王建国（借调）'), 'NAME_BESIDE');
    expect(found.severity).toBe('warning');
    expect(found.message).toContain('是否为王建国？');
    expect(found.message).toContain('计入为3人、“好”上限1人，不计为2人、“好”上限0人');
  });
});

test('one character of another name, never on one month’s sheets: perhaps the same person', () => {
  const month = (name: string, number: number) =>
    sheet(`2020年${number}月`, annex3([LI, [name, ...scores]], { month: `2020年${number}月` }));
  const found = only(read([month('卫建涛', 7), month('卫建槎', 8)]), 'NAME_SIMILAR');
  expect(found.message).toContain('“卫建槎”与卫建涛只差一字');
});

test('a blank for the dot of a minority name, where the dotted name is known', () => {
  const month = (name: string, number: number) =>
    sheet(`2020年${number}月`, annex3([LI, [name, ...scores]], { month: `2020年${number}月` }));
  const known = read([month('阿卜杜拉·买买提', 7), month('阿卜杜拉 买买提', 8), month('阿卜杜拉⋅买买提', 9)]);
  expect(known.people.map(({ name }) => name)).toEqual(['李四', '阿卜杜拉·买买提']);
});

test('the signature of the next form in a score column stays with that form: each month keeps its own', () => {
  const form = (month: string): Cell[][] => {
    const rows = annex3([LI, ZHAO], { month, footnote: null });
    rows[2] = [null, null, null, '分管领导签字：', null, null, month];
    return rows;
  };
  const book = read(sheet('测评', [...form('2020年7月'), ...form('2020年8月'), ...form('2020年9月')]));
  expect(book.forms.map(({ month }) => month)).toEqual(['2020-07', '2020-08', '2020-09']);
  expect(findings(book)).toEqual([]);
});

test.each(['2020年第三季度公务员平时考核测评表', '2020年上半年测评表', '2020年度公务员考核测评表'])(
  'a title %s is no month’s, also on a sheet of that name',
  (title) => {
    const rows = annex3([LI, ZHAO], { month: null });
    rows[1] = [title];
    const book = read(sheet('2020年7月', rows));
    expect(only(book, 'PERIOD_NOT_MONTH').severity).toBe('error');
    expect(totals(book)).toEqual({ 李四: null, 赵敏: null });
  },
);

test('points of plus and minus are not counted, and said with what they would make', () => {
  const heading = [...HEADING, '加分项', '扣分', '一票否决'];
  const rows = [
    [...ZHANG, null, 3, null, null],
    [...LI, null, null, 1.5, null],
    [...ZHAO, null, 0, '无', '是'],
  ];
  const book = read(sheet('2020年7月', annex3(rows, { heading })));
  expect(totals(book)).toEqual({ 张三: '89', 李四: '80.7', 赵敏: '70.7' });
  expect(
    withCode(book, 'EXTRA_NOT_COUNTED').map(({ cell, message }) => [cell, /计入为([\d.]+)/.exec(message)?.[1]]),
  ).toEqual([
    ['J5', '92'],
    ['K6', '79.2'],
  ]);
  expect(only(book, 'VETO_NOT_COUNTED')).toMatchObject({ severity: 'warning', cell: 'L7' });
});
