import { Directory } from '../../../src/forms/book/directory';
import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import { isCalendarSheet, readCalendar, unlistedLeave } from '../../../src/forms/settings/calendar';
import { layoutCalendar } from '../../../src/forms/settings/layoutCalendar';
import { isOwnSheet } from '../../../src/forms/ownSheets';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import type { SheetSnapshot, SnapshotValue } from '../../../src/forms/grid/snapshot';
import { readCircumstances } from '../../../src/forms/circumstances/register';
import { personKey } from '../../../src/forms/words/text';
import { dateOfCell } from '../../../src/forms/words/dateText';

function sheet(name: string, values: readonly (readonly SnapshotValue[])[]): SheetSnapshot {
  return {
    name,
    visibility: 'Visible',
    protected: false,
    area: { row: 0, column: 0, rows: values.length, columns: 3 },
    values,
    formulas: values,
    numberFormats: [],
    merged: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

const HEADING = ['日期', '类别', '说明'];
const table = (...lines: readonly (readonly SnapshotValue[])[]) => sheet('工作日历', [HEADING, ...lines]);
const read = (...sheets: SheetSnapshot[]) => readCalendar({ sheets, date1904: false });

test('without a table the official lists hold', () => {
  const { calendar, problems } = read(sheet('其他', [HEADING, ['2020年7月6日', '休息日', '']]));
  expect(problems).toEqual([]);
  expect(calendar.weeksOf('2020-07')).toEqual(OFFICIAL_CALENDAR.weeksOf('2020-07'));
  expect(calendar.isWorkday('2020-07-06')).toBe(true);
});

test('the table overrules the official lists, day by day, however the day is written', () => {
  const { calendar, problems } = read(
    table(
      ['2020年7月6日', '休息日', '停电'],
      ['2020-07-11', ' 工作日', '补班'],
      [44019, '休息日', ''],
      ['', '', '说明文字'],
    ),
  );
  expect(problems).toEqual([]);
  expect(['2020-07-06', '2020-07-07', '2020-07-08', '2020-07-11'].map((day) => calendar.isWorkday(day))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(calendar.weeksOf('2020-07')[1]).toEqual({ from: '2020-07-08', to: '2020-07-11' });
  expect(calendar.workdaysOfQuarter('2020Q3')).toBe(OFFICIAL_CALENDAR.workdaysOfQuarter('2020Q3') - 1);
});

test('a year is listed completely when its 1 October is in the table', () => {
  expect(read(table(['2027年1月1日', '休息日', ''])).calendar.hasOfficialList(2027)).toBe(false);
  expect(read(table(['2027年10月1日', '休息日', ''])).calendar.hasOfficialList(2027)).toBe(true);
});

test('lines that cannot be used are errors with their cells and change no day', () => {
  const { calendar, problems } = read(
    table(
      ['7月6日', '休息日', ''],
      ['2020年2月30日', '休息日', ''],
      ['2020年7月7日', '放假', ''],
      ['', '休息日', ''],
      ['2020年7月8日', '休息日', ''],
      ['2020年7月8日', '工作日', ''],
      ['2020年7月8日', '休息日', '再写一次'],
    ),
  );
  const lines = problems.map(({ severity, code, cell, message }) => [severity, code, cell, message]);
  const line = (cell: string, what: string) => {
    return ['error', 'CALENDAR_INVALID', cell, `工作日历 ${cell}${what}；请改正，否则这一天不能采用`];
  };
  expect(lines).toEqual([
    line('A2', '“7月6日”不是完整的日期，请每行写一天，如2027年10月1日'),
    line('A3', '“2020年2月30日”不是完整的日期，请每行写一天，如2027年10月1日'),
    line('B4', '“放假”应为工作日或休息日'),
    line('A5', '“”不是完整的日期，请每行写一天，如2027年10月1日'),
    line('B7', '：2020年7月8日既写了休息日又写了工作日'),
  ]);
  expect(['2020-07-06', '2020-07-07', '2020-07-08'].map((day) => calendar.isWorkday(day))).toEqual([true, true, false]);
});

test.each<[SnapshotValue, string | null]>([
  ['2027年10月1日', '2027-10-01'],
  ['2027.10.1', '2027-10-01'],
  [46661, '2027-10-01'],
  ['10月1日', null],
  ['2027年10月', null],
  ['2027年10月1日至7日', null],
  ['2027年10月1日、2日', null],
  ['２０２７ 年 10 月 1 日', '2027-10-01'],
  ['二〇二七年十月一日', '2027-10-01'],
  ['6/7/2027', null],
  ['', null],
  [true, null],
])('a cell with %j is the day %s', (value, day) => {
  expect(dateOfCell(value, 'General', false)).toBe(day);
});

test('a table is known by its name or title and its headings, and is no source of forms', () => {
  const known = (snapshot: SheetSnapshot) => [isCalendarSheet, isOwnSheet].map((is) => is(SheetGrid.of(snapshot)));
  expect(known(table())).toEqual([true, true]);
  expect(known(sheet('我局日历', [['工作日历'], ['说明'], HEADING]))).toEqual([true, true]);
  expect(known(sheet('事件登记', [HEADING]))).toEqual([false, false]);
  expect(known(sheet('工作日历', [['日期', '星期', '说明']]))).toEqual([false, false]);
});

test('what is laid out reads as a table without days, and is made once', () => {
  const [plan] = layoutCalendar(new Map()).sheets;
  const rows = plan?.blocks[0]?.cells.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : ''))) ?? [];
  expect(plan?.sheet).toBe('工作日历');
  expect(read(sheet('工作日历', rows))).toMatchObject({ problems: [] });
  const grid = SheetGrid.of(sheet('工作日历', rows));
  expect(layoutCalendar(new Map([[grid.name, grid]]))).toMatchObject({
    sheets: [],
    problems: [{ severity: 'note', code: 'REGISTER_EXISTS', sheet: '工作日历' }],
  });
  const other = SheetGrid.of(sheet('工作日历', [['我的日历']]));
  expect(layoutCalendar(new Map([[other.name, other]])).sheets.map((each) => each.sheet)).toEqual(['工作日历(2)']);
});

test('a missing official list matters to a quarter only where somebody was on leave in it', () => {
  const key = personKey('办公室', '郑凯');
  const people = [{ key, department: '办公室', name: '郑凯', displayName: '郑凯', position: '' }];
  const told = (from: string, to: string, quarter: string, kind = '病假') => {
    const register = sheet('特殊情形登记', [
      ['姓名', '情形', '开始日期', '结束日期', '天数', '依据', '批准人'],
      ['郑凯', kind, from, to, 3, '假条', '局长'],
    ]);
    const { entries } = readCircumstances(
      { sheets: [{ ...register, area: { ...register.area, columns: 7 } }], date1904: false },
      new Directory(people, null),
    );
    return unlistedLeave(quarter, entries, read().calendar).map(({ code }) => code);
  };
  expect(told('2027年7月1日', '2027年7月5日', '2027Q3')).toEqual(['CALENDAR_UNKNOWN']);
  expect(told('2027年6月1日', '2027年7月1日', '2027Q3', '事假')).toEqual(['CALENDAR_UNKNOWN']);
  expect(told('2027年7月1日', '2027年7月5日', '2027Q4')).toEqual([]);
  expect(told('2027年7月1日', '2027年7月5日', '2027Q2')).toEqual([]);
  expect(told('2027年7月1日', '2027年7月5日', '2027Q3', '试用期')).toEqual([]);
  expect(told('2020年7月1日', '2020年7月5日', '2020Q3')).toEqual([]);
});
