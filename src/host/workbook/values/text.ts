/** Values as Excel shows them: numfmt's texts, put right where Excel's are others. */
import { format as textOf, getFormatDateInfo, getFormatInfo, isValidFormat } from 'numfmt';
import { calendarNumber, digitByDigit, withPlaces, type Numerals } from './numerals';

const OPTIONS = {
  // What Excel shows when a number is no date: a column full of hashes.
  overflow: '########',
  dateErrorNumber: false,
  dateSpanLarge: false,
};

const LONGEST_FORMAT = 255;
/** Colours as Chinese Excel writes them. */
const CHINESE_COLORS = /\[(?:黑|蓝|青|蓝绿|绿|洋红|红|白|黄|颜)色?\s*\d*\]/g;

/** Whether Excel would take this for a number format. */
export function isNumberFormat(format: string): boolean {
  const isGeneral = /^(?:general|G\/通用格式)$/i.test(format);
  return (
    format !== '' &&
    format.length <= LONGEST_FORMAT &&
    (isGeneral || readable(format.replace(CHINESE_COLORS, '')) !== 'General')
  );
}

/** The text of a value in a cell with this number format (undefined is General), in a wide enough column. */
export function displayText(value: string | number | boolean, format: string | undefined, date1904: boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === '') return '';
  const pattern = readable(format ?? 'General');
  // Only a section of its own, the fourth or one with @, shows a text otherwise than it is.
  if (typeof value === 'string') return /[@;]/.test(pattern) ? unmarked(textOf(pattern, value, OPTIONS), false) : value;
  const { isDate, isText } = getFormatInfo(pattern);
  if (isText) return textOf(pattern, textOf('General', elevenDigits(value), OPTIONS), OPTIONS);
  const shown = isDate ? serial1900(value, pattern, date1904) : rounded(value, pattern);
  return unmarked(textOf(pattern, shown, OPTIONS), isDate);
}

/**
 * The serial number as numfmt must be given it: in whole units of the clock that is shown, for what numfmt rounds up to
 * midnight itself stays on the day before, and counted from 1900. Spans of time count from the workbook's own first day.
 */
function serial1900(serial: number, pattern: string, date1904: boolean): number {
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
  const unit = 86_400 * 10 ** (/s\]?\.(0+)/i.exec(pattern)?.[1]?.length ?? 0);
  const shown = hours || minutes || seconds ? Math.round(serial * unit) / unit : serial;
  return date1904 && serial >= 0 && (year || month || day) ? shown + 1462 : shown;
}

/** The number as numfmt must be given it to round as Excel does. */
function rounded(value: number, pattern: string): number {
  const { type, maxDecimals, scale } = getFormatInfo(pattern);
  if (type === 'general') return elevenDigits(value);
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const power = type === 'scientific' ? 0 : Number(exponent) + Math.round(Math.log10(scale));
  const isHalf = Number(`${mantissa}e${power + maxDecimals}`) % 1 === 0.5;
  // Excel rounds the decimal number that a person reads: 1.005 is 1.01, though the nearest binary number is below the
  // half. Such a number is lifted above it by a hair, which no 15 digits show.
  return isHalf ? value * (1 + 2 ** -50) : value;
}

/** numfmt cuts the decimals of a number with eleven whole digits off; Excel rounds them. */
function elevenDigits(value: number): number {
  const size = Math.abs(value);
  return size >= 1e10 && size < 1e11 ? Math.sign(value) * Math.round(size) : value;
}

/** Noncharacters of Unicode, which stand in a text behind what has to be put right, or for the numerals of it all. */
const YEAR = '\uFDD0';
const WEEKDAY = '\uFDD1';
const NUMERALS = { '\uFDD3': 1, '\uFDD4': 2, '\uFDD5': 3 } as const;
const MARKS = /[\uFDD0-\uFDD5]/gu;

/** Texts, escaped signs and brackets, which stay; then the codes of Chinese formats. */
const CODES = /"[^"]*"|[\\_*].|!(.)|\[[^\]]*\]|General|上午\/下午|a{3,}|y+|e+(?![+-])/giu;

const known = new Map<string, string>();

/** The format as numfmt reads it, with marks; General in the place of one that Excel would not read either. */
function readable(format: string): string {
  const cached = known.get(format);
  if (cached !== undefined) return cached;
  const marked = format.replace(CODES, (code: string, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (code === '上午/下午') return '[$-804]AM/PM';
    if (/^a+$/i.test(code)) return code.length === 3 ? `[$-804]ddd${WEEKDAY}` : '[$-804]dddd';
    if (/^[ye]+$/i.test(code)) return code + YEAR;
    return Object.entries(NUMERALS).find(([, kind]) => code.toLowerCase() === `[dbnum${kind}]`)?.[0] ?? code;
  });
  const pattern = isValidFormat(marked) ? marked : 'General';
  known.set(format, pattern);
  return pattern;
}

/** The text without marks: `aaa` is 三 where numfmt says 周三, and the numbers of [DBNum] are Chinese numerals. */
function unmarked(text: string, isDate: boolean): string {
  const kind = Object.entries(NUMERALS).find(([mark]) => text.includes(mark))?.[1];
  const days = text.replace(/周(.)\uFDD1/gu, '$1');
  return (kind === undefined ? days : inNumerals(days, kind, isDate)).replace(MARKS, '');
}

/** Years digit by digit, other numbers with places. */
function inNumerals(text: string, kind: Numerals, isDate: boolean): string {
  if (!isDate) return withPlaces(text, kind);
  return text.replace(/(\d+)(\uFDD0?)/gu, (_all, digits: string, year: string) =>
    year === '' ? calendarNumber(digits, kind) : digitByDigit(digits, kind),
  );
}

/** Whether numbers in this format are shown as days or times. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && getFormatInfo(readable(format)).isDate;
}
