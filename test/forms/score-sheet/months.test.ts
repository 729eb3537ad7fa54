import { annex3, findings, LI, only, read, sheet, totals, withCode, ZHANG, type Cell } from '../support/sheets';

const form = (name: string, month: Cell, signer?: string) =>
  sheet(name, annex3([ZHANG, LI], { month, ...(signer === undefined ? {} : { signer }) }));
const monthOf = (name: string, month: Cell) => read(form(name, month)).forms[0]?.month;

test.each<[string, Cell]>([
  ['2020年7月', '2020年7月'],
  ['spaces of the template', '（2020年 7 月）'],
  ['two-digit year', '20年7月'],
  ['a hyphen', '2020-07'],
  ['a full stop', '2020.7'],
  ['a number with a full stop', 2020.7],
  ['six digits', '202007'],
  ['full width', '２０２０年７月'],
  ['Chinese numerals', '二〇二〇年七月'],
  ['a period of days', '2020年7月1日—2020年7月31日'],
  ['a date cell shown as year and month', { value: 44013, format: 'yyyy"年"m"月"' }],
  ['a date cell shown as yyyy-mm', { value: 44013, format: 'yyyy-mm' }],
])('the date line names the month: %s', (_, month) => {
  const book = read(form('测评', month));
  expect(book.forms[0]?.month).toBe('2020-07');
  expect(book.problems).toEqual([]);
});

test.each(['2020年7月测评表', '202007', '2020-07打分', '2020.07', '20年7月份'])(
  'the sheet name %s names the month',
  (name) => {
    expect(monthOf(name, '年  月  日')).toBe('2020-07');
  },
);

test('year and month may stand in cells of their own', () => {
  const rows = annex3([ZHANG, LI], { month: null });
  rows[2] = ['分管领导签字：', null, null, null, '2020年', null, 7, '月'];
  expect(read(sheet('测评', rows)).forms[0]?.month).toBe('2020-07');
});

test('the 1904 date system shifts the month of a date cell', () => {
  const month = { value: 44013 - 1462, format: 'yyyy"年"m"月"' };
  expect(read(form('测评', month), { date1904: true }).forms[0]?.month).toBe('2020-07');
});

test('title and sheet name that differ are an error of the form', () => {
  const book = read([form('8月', '2020年7月'), form('2020年9月', '2020年9月')]);
  expect(only(book, 'MONTH_CONFLICT')).toMatchObject({
    severity: 'error',
    sheet: '8月',
    cell: 'G3',
    message: '8月 G3：表题7月，表名8月，整表未计入；请改为一致',
  });
  expect(book.forms.map(({ month }) => month)).toEqual([null, '2020-09']);
  expect(book.scores.map(({ total }) => total?.toString() ?? null)).toEqual([null, null, '89', '80.7']);
});

test('a signing date in the next month is no evidence against the sheet’s month', () => {
  const book = read(form('2020年7月', '2020年8月3日'));
  expect(book.forms[0]?.month).toBe('2020-07');
  expect(book.problems).toEqual([]);
});

test.each<[string, Cell]>([
  ['2020.7.31', '2020.7.31'],
  ['2020-7-31', '2020-7-31'],
  ['20200731', '20200731'],
  ['2020年7月31日', '2020年7月31日'],
  ['the serial number 44043', 44043],
  ['the serial number as text', '44043'],
  ['a date cell', { value: 44043, format: 'yyyy/m/d' }],
])('a full date is used with a warning where nothing else names the month: %s', (_, date) => {
  const book = read(form('测评', date));
  expect(book.forms[0]?.month).toBe('2020-07');
  expect(findings(book)).toEqual(['warning MONTH_FROM_SIGNING_DATE G3']);
});

test('the notice’s own serial number is 12 June 2020', () => {
  expect(read(form('测评', 43994)).forms[0]?.month).toBe('2020-06');
  expect(read(form('测评', 43994 - 1462), { date1904: true }).forms[0]?.month).toBe('2020-06');
});

test('no month at all is a warning; the rows are totalled and belong to no month', () => {
  const book = read(form('测评', '年  月  日'));
  expect(findings(book)).toEqual(['warning MONTH_MISSING A1:I7']);
  expect(totals(book)).toEqual({ 张三: '89', 李四: '80.7' });
  expect(book.months.size).toBe(0);
});

test('a missing year is inherited from the other forms, with a warning', () => {
  const book = read([form('7月', null), form('8月', '2020年8月')]);
  expect(book.forms.map(({ month }) => month)).toEqual(['2020-07', '2020-08']);
  expect(only(book, 'YEAR_INHERITED')).toMatchObject({
    severity: 'warning',
    sheet: '7月',
    message: '7月 A1:I7：只写了7月，按本工作簿其他表补为2020年，请核对',
  });
});

test('a missing year is inherited from the quarter asked for', () => {
  const book = read(form('5月份打分', null), { quarter: '2021Q2' });
  expect(book.forms[0]?.month).toBe('2021-05');
  expect(only(book, 'YEAR_INHERITED').message).toContain('按所选季度补为2021年');
});

test('a missing year is taken from the signature: December is signed in January', () => {
  const book = read([form('12月', '2021年1月4日'), form('7月', '2020年8月3日')]);
  expect(book.forms.map(({ month }) => month)).toEqual(['2020-12', '2020-07']);
  expect(withCode(book, 'YEAR_INHERITED').map(({ message }) => message.includes('按签字日期补为2020年'))).toEqual([
    true,
    true,
  ]);
});

test('a missing year is inherited from 附件1 and 附件2 when no score sheet has one', () => {
  const weekly = sheet('周记实', [['公务员每周工作记实'], ['（2021年5月3日—2021年5月7日）']]);
  expect(read([weekly, form('5月份打分', null)]).forms[0]?.month).toBe('2021-05');
  const template = sheet('空表', [['（2020年   月   日）']]);
  expect(read([template, form('5月份打分', null)]).forms[0]?.month).toBeNull();
});

test('a month without any year belongs to no month, with a warning', () => {
  const book = read(form('5月份打分', null));
  expect(book.forms[0]?.month).toBeNull();
  expect(findings(book)).toEqual(['warning YEAR_MISSING A1:I7']);
});

test('the template’s year left standing gives way to the later year, with a warning', () => {
  const book = read([form('2021年5月', '2020年5月')]);
  expect(book.forms[0]?.month).toBe('2021-05');
  expect(only(book, 'YEAR_DIFFERS')).toMatchObject({
    severity: 'warning',
    message: '2021年5月 G3：表内年份2020，与考核期2021不一致，归入2021年5月；请改正表内年份',
  });
  const template = read(form('5月', '2020年  月'), { quarter: '2021Q2' });
  expect(template.forms[0]?.month).toBe('2021-05');
  expect(only(template, 'YEAR_DIFFERS').message).toContain('表内年份2020，与考核期2021不一致');
});

test('a later year in the title than in the sheet’s name wins as well', () => {
  const rows = annex3([ZHANG, LI], { month: null });
  rows[1] = ['2021年公务员平时考核测评表'];
  const book = read(sheet('2020年7月', rows));
  expect(book.forms[0]?.month).toBe('2021-07');
  expect(withCode(book, 'YEAR_DIFFERS')).toHaveLength(1);
});

test('a whole month of an earlier year than the quarter asked for keeps its year, with a warning', () => {
  const book = read(form('测评', '2020年5月'), { quarter: '2021Q2' });
  expect(book.forms[0]?.month).toBe('2020-05');
  expect(findings(book)).toEqual(['warning YEAR_DIFFERS A1:I7']);
  const both = read([form('甲', '2020年5月'), form('乙', '2021年5月')], { quarter: '2021Q2' });
  expect(both.problems).toEqual([]);
});

test('6/7 is ambiguous, 6.31 is no date', () => {
  const slash = read(form('2020年6月', '6/7'));
  expect(only(slash, 'DATE_AMBIGUOUS')).toMatchObject({ severity: 'warning', cell: 'G3' });
  expect(only(slash, 'DATE_AMBIGUOUS').message).toContain('“6/7”不明确（6月7日或7月6日）');
  const invalid = read(form('2020年6月', '6.31'));
  expect(only(invalid, 'DATE_INVALID')).toMatchObject({ severity: 'error', cell: 'G3' });
  expect(invalid.forms[0]?.month).toBe('2020-06');
  expect(read(form('2020年6月', '6.12')).problems).toEqual([]);
});

test('the number 2020.1 may be January or October', () => {
  expect(only(read(form('测评', 2020.1)), 'DATE_AMBIGUOUS').message).toContain('1月或10月');
  expect(read(form('测评', { value: 2020.1, format: '0.00' })).forms[0]?.month).toBe('2020-10');
});

test('a sheet named for a range of months or a quarter names none', () => {
  for (const name of ['7-9月', '2020年第三季度']) {
    expect(withCode(read(form(name, '年 月 日')), 'MONTH_MISSING')).toHaveLength(1);
  }
});
