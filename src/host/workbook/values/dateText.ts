/** Serial numbers shown as dates and times. */
import type { FormatPart, FormatSection } from './numberFormat';
import { calendarNumber, digitByDigit } from './numerals';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const CHINESE_WEEKDAYS = '日一二三四五六';

const DAY_SECONDS = 86_400;
const LAST_SERIAL = 2_958_465;
/** What Excel shows when a number is no date: a column full of hashes. */
const HASHES = '########';

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Since midnight, and since the workbook's first day for `[h]`. */
  readonly seconds: number;
  readonly elapsed: number;
}

/** The serial number through a section of date signs. */
export function dateText(serial: number, section: FormatSection, date1904: boolean): string {
  const at = momentOf(serial, fractionDigits(section), date1904);
  if (!at) return HASHES;
  const half = section.parts.some((part) => part.kind === 'date' && /^(AM|A\/|上)/.test(part.code));
  return section.parts.map((part) => partText(part, at, section, half)).join('');
}

/** Digits after the second that are shown: 0 with seconds, undefined without. */
function fractionDigits(section: FormatSection): number | undefined {
  const codes = section.parts.flatMap((part) => (part.kind === 'date' ? [part.code] : []));
  if (!codes.some((code) => code.includes('s'))) return undefined;
  return (codes.find((code) => code.startsWith('.'))?.length ?? 1) - 1;
}

function momentOf(serial: number, digits: number | undefined, date1904: boolean): Moment | undefined {
  if (serial < 0 || serial >= LAST_SERIAL + 1) return undefined;
  // Times are fractions that binary numbers miss by a hair; without seconds the minute must not fall short of them.
  const scale = 10 ** (digits ?? 4);
  const elapsed = Math.round(serial * DAY_SECONDS * scale) / scale;
  const days = Math.floor(elapsed / DAY_SECONDS);
  const seconds = elapsed - days * DAY_SECONDS;
  const serial1900 = days + (date1904 ? 1462 : 0);
  const weekday = (serial1900 + 6) % 7;
  if (!date1904 && serial1900 === 0) return { year: 1900, month: 1, day: 0, weekday, seconds, elapsed };
  if (!date1904 && serial1900 === 60) return { year: 1900, month: 2, day: 29, weekday, seconds, elapsed };
  const date = new Date(Date.UTC(1899, 11, 30) + (serial1900 < 60 ? serial1900 + 1 : serial1900) * DAY_SECONDS * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday,
    seconds,
    elapsed,
  };
}

function partText(part: FormatPart, at: Moment, section: FormatSection, half: boolean): string {
  if (part.kind === 'literal') return part.text;
  if (part.kind === 'digit') return part.sign === '0' ? '0' : '';
  return part.kind === 'date' ? codeText(part.code, at, section, half) : '';
}

function codeText(code: string, at: Moment, section: FormatSection, half: boolean): string {
  const number = (value: number, width = code.length): string => {
    const whole = Math.floor(value);
    return section.numerals === 0
      ? String(whole).padStart(Math.min(width, 2), '0')
      : calendarNumber(whole, section.numerals);
  };
  switch (code[0]) {
    case 'y':
    case 'e':
      return yearText(code, at.year, section);
    case 'm':
      return code.length <= 2 ? number(at.month) : monthName(code.length, at.month, section.chinese);
    case 'd':
      return code.length <= 2 ? number(at.day) : weekdayName(code.length, at.weekday, section.chinese);
    case 'a':
      return (code.length === 4 ? '星期' : '') + (CHINESE_WEEKDAYS[at.weekday] ?? '');
    case 'h': {
      const hour = Math.floor(at.seconds / 3600);
      return number(half ? ((hour + 11) % 12) + 1 : hour);
    }
    case 'n':
      return number(Math.floor(at.seconds / 60) % 60);
    case 's':
      return number(at.seconds % 60);
    case '.':
      return (at.seconds % 1).toFixed(code.length - 1).slice(1);
    case '[':
      return elapsedText(code, at.elapsed);
    case 'A':
      return halfText(code, at.seconds < DAY_SECONDS / 2);
    case '上':
      return at.seconds < DAY_SECONDS / 2 ? '上午' : '下午';
    default:
      return '';
  }
}

function yearText(code: string, year: number, section: FormatSection): string {
  const short = code[0] === 'y' && code.length <= 2;
  const text = short ? String(year % 100).padStart(2, '0') : String(year);
  return section.numerals === 0 ? text : digitByDigit(text, section.numerals);
}

function monthName(length: number, month: number, chinese: boolean): string {
  if (chinese) return `${CHINESE_MONTHS[month - 1] ?? ''}月`;
  const name = MONTHS[month - 1] ?? '';
  if (length === 3) return name.slice(0, 3);
  return length === 5 ? name.slice(0, 1) : name;
}

function weekdayName(length: number, weekday: number, chinese: boolean): string {
  if (chinese) return (length === 3 ? '周' : '星期') + (CHINESE_WEEKDAYS[weekday] ?? '');
  const name = WEEKDAYS[weekday] ?? '';
  return length === 3 ? name.slice(0, 3) : name;
}

function elapsedText(code: string, elapsed: number): string {
  const unit = code[1] === 'h' ? 3600 : code[1] === 'm' ? 60 : 1;
  return String(Math.floor(elapsed / unit)).padStart(code.length - 2, '0');
}

function halfText(code: string, morning: boolean): string {
  if (code === 'A/P') return morning ? 'A' : 'P';
  return morning ? 'AM' : 'PM';
}
