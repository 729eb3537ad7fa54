import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { calendarOf, OFFICIAL_CALENDAR as calendar } from '../../src/assessment/calendar';
import {
  addDays,
  lastDayOf,
  localDate,
  monthOf,
  parseCalendarDate,
  timeStamp,
  weekdayOf,
} from '../../src/assessment/calendarDate';

const MONTHS_OF_2020 = Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}`);
const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2012-01-01', days));
const anyMonth = anyDay.map(monthOf);

describe('the working days of 2020', () => {
  test('the last working day of each month, with the extended Spring Festival, is the one that the office knows', () => {
    expect(MONTHS_OF_2020.map((month) => calendar.lastWorkdayOf(month).slice(5))).toEqual(
      '01-23 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31'.split(' '),
    );
  });

  test('the quarters have 59, 62, 67 and 61 working days', () => {
    const quarters = ['2020Q1', '2020Q2', '2020Q3', '2020Q4'];
    expect(quarters.map((quarter) => calendar.workdaysOfQuarter(quarter))).toEqual([59, 62, 67, 61]);
  });

  test('three working days from Friday 25 September run over a working Sunday, and from 12 October to the 14th', () => {
    expect(calendar.workdaysFrom('2020-09-25', calendar.addWorkdays('2020-09-25', 2))).toEqual([
      '2020-09-25',
      '2020-09-27',
      '2020-09-28',
    ]);
    expect(calendar.addWorkdays('2020-10-12', 2)).toBe('2020-10-14');
  });

  test('five working days after 25 September end on 9 October, behind the holiday; after 13 October on the 20th', () => {
    expect(calendar.addWorkdays('2020-09-25', 5)).toBe('2020-10-09');
    expect(calendar.addWorkdays('2020-10-13', 5)).toBe('2020-10-20');
  });

  test('the next working day of a Saturday, of a holiday and of a working Saturday', () => {
    const days = ['2020-09-05', '2020-10-05', '2020-10-10', '2021-01-10'];
    expect(days.map((day) => calendar.firstWorkdayOnOrAfter(day))).toEqual([
      '2020-09-07',
      '2020-10-09',
      '2020-10-10',
      '2021-01-11',
    ]);
  });

  test('the weeks of September run from Monday to Sunday, cut to its working days', () => {
    expect(calendar.weeksOf('2020-09')).toEqual([
      { from: '2020-09-01', to: '2020-09-04' },
      { from: '2020-09-07', to: '2020-09-11' },
      { from: '2020-09-14', to: '2020-09-18' },
      { from: '2020-09-21', to: '2020-09-27' },
      { from: '2020-09-28', to: '2020-09-30' },
    ]);
  });

  test('a week of holidays is left out, and a working Saturday ends its week', () => {
    expect(calendar.weeksOf('2020-10')).toEqual([
      { from: '2020-10-09', to: '2020-10-10' },
      { from: '2020-10-12', to: '2020-10-16' },
      { from: '2020-10-19', to: '2020-10-23' },
      { from: '2020-10-26', to: '2020-10-30' },
    ]);
  });

  test('the days are the same in every time zone', () => {
    const script = `
      require(${JSON.stringify(join(__dirname, '../../scripts/typescript.js'))});
      const { OFFICIAL_CALENDAR } = require(${JSON.stringify(join(__dirname, '../../src/assessment/calendar.ts'))});
      process.stdout.write(OFFICIAL_CALENDAR.workdaysFrom('2020-09-20', '2020-10-12').join(' '));`;
    const days =
      '2020-09-21 2020-09-22 2020-09-23 2020-09-24 2020-09-25 2020-09-27 2020-09-28 2020-09-29 2020-09-30 ' +
      '2020-10-09 2020-10-10 2020-10-12';
    expect(calendar.workdaysFrom('2020-09-20', '2020-10-12').join(' ')).toBe(days);
    for (const TZ of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      expect(execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ } }).toString()).toBe(days);
    }
  });
});

describe('years and an office’s own table', () => {
  test('years have an official list from 2004 to the last one that was published', () => {
    expect([2003, 2004, 2020, 2026, 2099].map((year) => calendar.hasOfficialList(year))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test('without an official list Monday to Friday are working days', () => {
    expect(calendar.workdaysFrom('2099-10-01', '2099-10-07').map(weekdayOf)).toEqual([3, 4, 0, 1, 2]);
  });

  test('an office’s own table overrules the list, day by day, and leaves the official calendar alone', () => {
    const own = calendarOf({
      days: new Map([
        ['2020-07-31', '休息日'],
        ['2020-08-01', '工作日'],
      ]),
    });
    expect([own.lastWorkdayOf('2020-07'), own.firstWorkdayOnOrAfter('2020-07-31')]).toEqual([
      '2020-07-30',
      '2020-08-01',
    ]);
    expect(own.weeksOf('2020-08')[0]).toEqual({ from: '2020-08-01', to: '2020-08-01' });
    expect(calendar.lastWorkdayOf('2020-07')).toBe('2020-07-31');
  });

  test('a year counts as listed when the office says that its table holds it completely', () => {
    const days = new Map([['2099-10-01', '休息日' as const]]);
    expect(calendarOf({ days }).hasOfficialList(2099)).toBe(false);
    expect(calendarOf({ days, completeYears: [2099] }).hasOfficialList(2099)).toBe(true);
  });
});

describe('for any day', () => {
  test('working days counted forwards are undone by counting back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (day, n) => {
        const start = calendar.firstWorkdayOnOrAfter(day);
        const end = calendar.addWorkdays(start, n);
        expect(calendar.addWorkdays(end, -n)).toBe(start);
        expect(calendar.workdaysBetween(start, end)).toBe(n + 1);
      }),
      { numRuns: 50 },
    );
  });

  test('the weeks of a month hold each of its working days once, and begin and end with one', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const weeks = calendar.weeksOf(month);
        expect(weeks.flatMap(({ from, to }) => calendar.workdaysFrom(from, to))).toEqual(
          calendar.workdaysFrom(`${month}-01`, lastDayOf(month)),
        );
        for (const { from, to } of weeks) {
          expect([calendar.isWorkday(from), calendar.isWorkday(to)]).toEqual([true, true]);
          expect(weekdayOf(from)).toBeLessThanOrEqual(weekdayOf(to));
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('only days that exist are dates', () => {
  expect(['2020-02-29', ' 2020-12-31 ', '2021-02-29', '2020-6-1', '2020-13-01', ''].map(parseCalendarDate)).toEqual([
    '2020-02-29',
    '2020-12-31',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a day that is none is a bug', () => {
  for (const text of ['2020-6-1', 'am 2020-06-01', '2020-06-01T08:00']) {
    expect(() => addDays(text, 1)).toThrow(new RangeError(`not a date: ${text}`));
  }
});

test('today and the time are those of the person’s own clock, with two digits each', () => {
  const morning = new Date(2020, 0, 9, 4, 5);
  expect([localDate(morning), timeStamp(morning)]).toEqual(['2020-01-09', '2020-01-09 04:05']);
  expect(timeStamp(new Date(2020, 11, 31, 23, 59))).toBe('2020-12-31 23:59');
});
