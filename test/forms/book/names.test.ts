import { folded } from '../../../src/forms/words/folding';
import { normalizeName, personKey } from '../../../src/forms/words/text';
import {
  annex3,
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
  type Cell,
} from '../support/sheets';

const scores = (name: Cell, from: readonly Cell[] = ZHANG): Cell[] => [name, ...from.slice(1)];
const named = (name: Cell) => read(sheet('2020年7月', annex3([scores(name), LI])));
const withDepartments = (
  people: readonly (readonly [Cell, Cell])[],
  merged: readonly string[] = [],
  name = '2020年7月',
) =>
  sheet(
    name,
    annex3(
      people.map(([department, person]) => [department, ...scores(person)]),
      { heading: ['科室', ...HEADING], month: name.slice(0, 7) },
    ),
    { merged },
  );

test.each([
  ['张 三', '张三'],
  ['张　三', '张三'],
  ['张\n三', '张三'],
  ['\u00A0张三\t', '张三'],
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉‧买买提', '阿卜杜拉·买买提'],
  ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
])('the name %j is %s', (text, name) => {
  expect(normalizeName(text)).toBe(name);
  const book = named(text);
  expect(book.people[0]?.key).toBe(name);
  expect(totals(book)[name]).toBe('89');
});

test('each character is folded by itself, so that a formula can repeat it', () => {
  const text = ' 外 资\u3000科\u00A0|阿卜杜拉 ‧\t买买提\r\n';
  expect([...new Set(text)].reduce((result, from) => result.split(from).join(folded(from)), text)).toBe(
    normalizeName(text),
  );
  expect(personKey('外 资科', '张　三')).toBe('外资科|张三');
  expect(personKey(null, '张 三')).toBe('张三');
});

test('the name is kept as displayed, with a note', () => {
  const book = named('张　三');
  expect(book.people[0]).toMatchObject({ name: '张三', displayName: '张　三' });
  expect(only(book, 'NAME_NORMALISED')).toMatchObject({
    severity: 'note',
    cell: 'A5',
    message: '2020年7月 A5：姓名“张　三”按“张三”处理，显示不变',
  });
});

test.each(['张三/李四', '张三、王芳', '张三，王芳', '张三 ; 王芳', '张三\n王芳'])(
  '%j in one cell is an error',
  (text) => {
    const book = named(text);
    expect(only(book, 'NAME_SEVERAL')).toMatchObject({ severity: 'error', cell: 'A5' });
    expect(book.scores.map(({ person, total }) => [person?.name ?? null, total?.toString() ?? null])).toEqual([
      [null, null],
      ['李四', '80.7'],
    ]);
  },
);

test('scores without a name, and a number for a name, are errors', () => {
  expect(findings(named(null))).toEqual(['error NAME_MISSING A5']);
  expect(findings(named(12))).toEqual(['error NAME_NOT_TEXT A5']);
  expect(findings(named('#N/A'))).toEqual(['error CELL_ERROR A5']);
  expect(named(null).scores[0]).toMatchObject({ total: null, formulaSafe: false });
});

test('a character that was lost is a warning with candidates from the roster', () => {
  const book = read([sheet('2020年7月', annex3([scores('张�'), LI])), roster(['办公室', '张珺'], ['人事科', '李四'])]);
  expect(only(book, 'NAME_UNREADABLE')).toMatchObject({
    severity: 'warning',
    cell: 'A5',
    message: '2020年7月 A5：姓名“张�”含无法识别字符，请从花名册选择：张珺',
  });
});

test('a rare character is a character like any other', () => {
  const form = sheet('2020年7月', annex3([scores('张𬭎'), LI]));
  expect(read([form, roster(['办公室', '张𬭎'], ['人事科', '李四'])]).problems).toEqual([]);
  const other = read([form, roster(['办公室', '张宏'], ['人事科', '李四'])]);
  expect(withCode(other, 'NAME_UNREADABLE')).toEqual([]);
  expect(only(other, 'NOT_ON_ROSTER').message).toContain('“张𬭎”不在花名册，是否为张宏？');
});

describe('namesakes', () => {
  const two = roster(['办公室', '王建国'], ['外资科', '王建国'], ['人事科', '李四']);

  test('two people of one name are told apart by their departments', () => {
    const book = read([
      withDepartments([
        ['办公室', '王建国'],
        ['外资科', '王建国'],
      ]),
      two,
    ]);
    expect(book.scores.map(({ person }) => person?.key)).toEqual(['办公室|王建国', '外资科|王建国']);
    expect(withCode(book, 'NAMESAKE')).toEqual([]);
  });

  test('without a department they are an error', () => {
    const book = read([sheet('2020年7月', annex3([scores('王建国'), LI])), two]);
    expect(only(book, 'NAMESAKE')).toMatchObject({
      severity: 'error',
      cell: 'A5',
      message: '2020年7月 A5：王建国有2人：办公室、外资科，未计算；请填写科室以便区分',
    });
    expect(totals(book)).toEqual({ 王建国: null, 李四: '80.7' });
    expect(book.scores[0]).toMatchObject({ person: null, formulaSafe: false });
    expect(withCode(book, 'PERSON_MISSING')).toEqual([]);
  });

  test('without a roster the other forms know them', () => {
    const book = read([
      withDepartments([
        ['办公室', '王建国'],
        ['外资科', '王建国'],
      ]),
      sheet('2020年8月', annex3([scores('王建国'), LI], { month: '2020年8月' })),
    ]);
    expect(only(book, 'NAMESAKE')).toMatchObject({ sheet: '2020年8月', cell: 'A5' });
  });

  test('a staff number tells them apart as well', () => {
    const list = sheet('人员名册', [
      ['单位', '科室', '姓名', '职务', '工号'],
      ['商务局', '办公室', '王建国', '科员', '001'],
      ['商务局', '外资科', '王建国', '科员', '002'],
    ]);
    const form = sheet('2020年7月', annex3([[...scores('王建国'), null, '002']], { heading: [...HEADING, '工号'] }));
    expect(read([form, list]).scores[0]?.person?.key).toBe('外资科|王建国');
  });
});

test('a department merged over its people is theirs', () => {
  const form = withDepartments(
    [
      ['办公室', '张三'],
      [null, '赵敏'],
      ['人事科', '李四'],
    ],
    ['A5:A6'],
  );
  const book = read(form);
  expect(book.people.map(({ key }) => key)).toEqual(['办公室|张三', '办公室|赵敏', '人事科|李四']);
  expect(book.scores.map(({ row }) => row.departmentCell)).toEqual([
    { row: 4, column: 0 },
    { row: 4, column: 0 },
    { row: 6, column: 0 },
  ]);
});

test('a name without a department is the one bearer on the roster', () => {
  const book = read([sheet('2020年7月', annex3([ZHANG])), roster(['外贸科', '张三'])]);
  expect(book.problems).toEqual([]);
  expect(book.people).toEqual([
    { key: '外贸科|张三', department: '外贸科', name: '张三', displayName: '张三', position: '科员' },
  ]);
});

test('another department than the roster’s is a warning, and the same person', () => {
  const book = read([withDepartments([['外资科', '张三']]), roster(['外贸科', '张三'])]);
  expect(book.scores[0]?.person?.key).toBe('外贸科|张三');
  expect(only(book, 'DEPARTMENT_DIFFERS')).toMatchObject({ severity: 'warning', cell: 'B5' });
});

test('without a roster, departments that vary between months are reported', () => {
  const book = read([withDepartments([['办公室', '张三']]), withDepartments([['人事科', '张三']], [], '2020年8月')]);
  expect(only(book, 'DEPARTMENTS_VARY')).toMatchObject({ severity: 'warning' });
  expect(book.people).toHaveLength(2);
});

test('people who are not on the roster are warned of once', () => {
  const book = read([
    sheet('2020年7月', annex3([ZHANG, LI])),
    sheet('2020年8月', annex3([ZHANG, LI], { month: '2020年8月' })),
    roster(['外贸科', '张三']),
  ]);
  expect(only(book, 'NOT_ON_ROSTER')).toMatchObject({
    severity: 'warning',
    sheet: '2020年7月',
    cell: 'A6',
    message:
      '2020年7月 A6“李四”不在花名册；已按一人计入，2020年7月计入为2人、“好”上限0人，不计为1人、“好”上限0人；请核对姓名或补入人员名册',
  });
  expect(totals(book)).toEqual({ 张三: '89', 李四: '80.7' });
});

test('people of the roster who stand on no sheet of a month are one warning; explained ones a note', () => {
  const circumstances = sheet('特殊情形登记', [
    ['科室', '姓名', '情形', '开始日期'],
    ['外贸科', '卫 东', '挂职', '2020-01-06'],
    ['财务科', '周丽', '警告', '2020-03-18'],
  ]);
  const book = read([
    sheet('2020年7月', annex3([ZHANG, LI])),
    roster(
      ['外贸科', '张三'],
      ['人事科', '李四'],
      ['财务科', '周丽'],
      ['外贸科', '卫东'],
      ['综合科', '褚强', '7月退休'],
    ),
    circumstances,
  ]);
  expect(only(book, 'PERSON_MISSING')).toMatchObject({
    severity: 'warning',
    sheet: '2020年7月',
    message: '2020年7月：2020年7月缺2人：周丽、褚强；请补打分或在特殊情形登记中说明',
  });
  expect(only(book, 'PERSON_ABSENT').message).toContain('没有卫东的打分');
  // A remark excuses nobody (rule 56).
  expect(only(book, 'ABSENCE_ONLY_REMARKED').message).toContain('褚强没有打分，备注写有“7月退休”');
});

test('the roster keeps what it says of its people', () => {
  const list = sheet(
    '花名册',
    [
      ['某局花名册'],
      ['序号', '单位', '科 室', '姓 名', '职务', '任现职时间', '身份', '备注'],
      [1, '商务局', '办公室', '张 三', '主任', { value: 43160, format: 'yyyy"年"m"月"' }, '公务员', null],
      [2, '商务局', null, '李四', '科员', '2018.03', '公务员', null],
      [],
      ['合计', null, null, '2人'],
    ],
    { merged: ['C3:C4'] },
  );
  const { roster: read_ } = read([list]);
  expect(read_?.sheet).toBe('花名册');
  expect(read_?.people.slice(0, 2)).toMatchObject([
    {
      unit: '商务局',
      department: '办公室',
      name: '张三',
      displayName: '张 三',
      position: '主任',
      since: '2018年3月',
      row: 2,
    },
    { department: '办公室', name: '李四', since: '2018.03', row: 3 },
  ]);
  expect(read_?.people).toHaveLength(2);
});

test('a roster is told from other lists of people by its columns, not by its sheet', () => {
  const list = (name: string, heading: readonly Cell[]) =>
    sheet(name, [[...heading], [1, '张三', '办公室', '科员', '好']]);
  expect(read(list('公示', ['序号', '姓名', '科室', '职务', '考核等次'])).roster).toBeNull();
  expect(read(list('人员', ['序号', '姓名', '单位', '职务'])).roster?.people[0]).toMatchObject({
    name: '张三',
    unit: '办公室',
  });
  expect(read(list('在编人员名册', ['序号', '姓名', '科室'])).roster?.people).toHaveLength(1);
});

test('a second roster, and a person twice on one, are warnings', () => {
  const book = read([
    roster(['办公室', '张三'], ['办公室', '张 三']),
    sheet('名册2', [
      ['单位', '姓名', '职务'],
      ['局', '李四', '科员'],
    ]),
  ]);
  expect(findings(book)).toEqual(['warning ROSTER_DUPLICATE D3', 'warning ROSTER_SEVERAL -']);
  expect(book.people).toHaveLength(1);
});

test('people come in the order of the roster, then of the sheets', () => {
  const book = read([sheet('2020年7月', annex3([ZHAO, ZHANG, LI])), roster(['人事科', '李四'], ['外贸科', '张三'])]);
  expect(book.people.map(({ name }) => name)).toEqual(['李四', '张三', '赵敏']);
});
