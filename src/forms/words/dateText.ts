import { type CalendarDate, parseCalendarDate } from '../../assessment/calendarDate';
import type { SnapshotValue } from '../grid/snapshot';
/** Dates as people write them on the forms, with or without year or day. */
export interface DateMention {
  readonly year: number | null;
  /** null: only a year, as the template prints it. */
  readonly month: number | null;
  readonly day: number | null;
  readonly text: string;
  /** Such a day or month exists. */
  readonly valid: boolean;
  /** What else it may mean, e.g. ['6月7日', '7月6日']; empty when it is clear. */
  readonly readings: readonly string[];
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** The alternatives, tried in this order at each place of a text; separators have lost the white space around them. */
const DATE = new RegExp(
  [
    /(?<y1>\d{4}|(?<!\d)\d{2})年(?:(?<m1>\d{1,2})月(?:(?<d1>\d{1,2})[日号])?)?/,
    /(?<!\d)(?<y2>\d{4})(?<s2>[-./])(?<m2>\d{1,2})(?:\k<s2>(?<d2>\d{1,2}))?月?(?!\d)/,
    /(?<!\d)(?<y3>20\d{2})(?<m3>\d{2})(?<d3>\d{2})?(?!\d)/,
    /(?<!\d|\d[-~至—–、,.])(?<m4>\d{1,2})月(?:(?<d4>\d{1,2})[日号])?/,
    /(?<![\d./-])(?<m5>\d{1,2})(?<s5>[./-])(?<d5>\d{1,2})(?![\d./-])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * Every date of a text: 2020年7月, 2020-07, 2020.6.12, 20200612, 7月, 6.12, 二〇二〇年七月.
 *
 * @param bareDays also read 6.12 and 6/7, which only a date line can mean
 */
export function datesIn(text: string, bareDays: boolean): DateMention[] {
  const plain = arabicDigits(text.normalize('NFKC')).replace(/\s*([年月日号./~至—–-])\s*/g, '$1');
  return [...plain.matchAll(DATE)].flatMap(({ 0: matched, groups = {} }) => {
    const { y1, m1, d1, y2, m2, d2, y3, m3, d3, m4, d4, m5, d5, s5 } = groups;
    if (m5 !== undefined && !bareDays) return [];
    const year = number(y1 ?? y2 ?? y3);
    const mention = {
      year: year !== null && year < 100 ? 2000 + year : year,
      month: number(m1 ?? m2 ?? m3 ?? m4 ?? m5),
      day: number(d1 ?? d2 ?? d3 ?? d4 ?? d5),
      text: matched,
    };
    // A run of eight digits that is no date is a number of another kind, e.g. of a document.
    if (y3 !== undefined && !exists(mention)) return [];
    return [{ ...mention, valid: exists(mention), readings: s5 === '/' ? slashReadings(m5, d5) : [] }];
  });
}

/** 6/7 may be 6月7日 or 7月6日. */
function slashReadings(first = '', second = ''): string[] {
  const [a, b] = [Number(first), Number(second)];
  return a !== b && a <= 12 && b <= 12 ? [`${a}月${b}日`, `${b}月${a}日`] : [];
}

function exists({ year, month, day }: { year: number | null; month: number | null; day: number | null }): boolean {
  if (month === null) return true;
  const days = new Date(Date.UTC(year ?? 2020, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= days));
}

function number(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** 二〇二〇年十一月 → 2020年11月; other Chinese numerals of the text stay. */
export function arabicDigits(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=\s*年)/g, (year) => [...year].map(chineseDigit).join(''))
    .replace(
      /([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=\s*[月日])/g,
      (run, tens: string, ten: string, ones: string) => {
        if (run === '') return run;
        if (ten === '') return `${tens}${ones}`.length === 1 ? chineseDigit(tens + ones) : run;
        return String(
          10 * (tens === '' ? 1 : Number(chineseDigit(tens))) + (ones === '' ? 0 : Number(chineseDigit(ones))),
        );
      },
    );
}

function chineseDigit(digit: string): string {
  return String(Math.max(0, CHINESE_DIGITS.indexOf(digit)));
}

/** 1 January 2000 to 2099: serial numbers that stand for a date even without a date format. */
const PLAUSIBLE_SERIALS = { from: 36526, to: 73050 } as const;
const DAYS_TO_1904 = 1462;
const MS_PER_DAY = 86_400_000;

/**
 * What a cell shows, with dates written out: a serial number with a year-month format as 2020年7月, with a day as
 * 2020年7月31日; 43994 without a date format too.
 */
export function dateCellText(value: string | number | boolean, format: string, date1904: boolean): string {
  const serial = typeof value === 'string' && /^\d{5}$/.test(value.trim()) ? Number(value) : value;
  if (typeof serial !== 'number') return String(value);
  const parts = formatParts(format);
  const serial1900 = date1904 ? serial + DAYS_TO_1904 : serial;
  const plausible = serial1900 >= PLAUSIBLE_SERIALS.from && serial1900 < PLAUSIBLE_SERIALS.to;
  if (!parts.isDate && !plausible) {
    const decimals = /\.(0+)/.exec(format)?.[1]?.length;
    return decimals === undefined ? String(serial) : serial.toFixed(decimals);
  }
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial1900) * MS_PER_DAY);
  const month = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  return parts.isDate && !parts.hasDay ? month : `${month}${date.getUTCDate()}日`;
}

/** Whether a number format shows a date. */
export function isDateFormat(format: string): boolean {
  return formatParts(format).isDate;
}

/** Whether a number format shows hours, minutes or seconds. */
export function isTimeFormat(format: string): boolean {
  return /[hs]/i.test(format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|General|_.|\*./gi, ''));
}

function formatParts(format: string): { isDate: boolean; hasDay: boolean } {
  const [first = ''] = format.split(';');
  const codes = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|General|_.|\*./gi, '');
  // 'm' beside 'h' or 's' is minutes, not months.
  return { isDate: /[yd]/i.test(codes) || (/m/i.test(codes) && !/[hs]/i.test(codes)), hasDay: /d/i.test(codes) };
}

/** A day written with its year, month and day; null where one of them is missing, or there is no such day (6月31日). */
export function wholeDate({ year, month, day }: Pick<DateMention, 'year' | 'month' | 'day'>): CalendarDate | null {
  const parts = [year, month, day].map((part) => String(part ?? '').padStart(2, '0'));
  return parseCalendarDate(parts.join('-')) ?? null;
}

/** The first date of a text, where it is a {@link wholeDate}. */
export function wholeDateIn(text: string): CalendarDate | null {
  const [mention] = datesIn(text, true);
  return mention === undefined ? null : wholeDate(mention);
}

/** The date that is all a cell holds: a date, a serial number or a text such as 2027年10月1日; null for anything else. */
export function dateOfCell(value: SnapshotValue, format: string, date1904: boolean): CalendarDate | null {
  const text = dateCellText(value, format, date1904);
  const [mention] = datesIn(text, true);
  // Of 10月1日至7日 the first day alone is not what was meant.
  const isAll = mention?.text === arabicDigits(text.normalize('NFKC')).replace(/\s/g, '');
  return mention === undefined || !isAll ? null : wholeDate(mention);
}
