/**
 * What Excel makes of what a person types, or of a text written through Office.js `values`. As Excel for mainland China
 * reads it: `2020-7-1`, `2020/7/1`, `2020年7月1日` are dates, `7-1` a day of this year, `2020.7.1` a text.
 */
import { formatReference, mapTokens } from './formula';
import { dateSerial } from './serial';

/** What a cell holds after typing; `format` is the number format that Excel gives a cell that had none. */
export interface TypedInput {
  readonly value: string | number | boolean;
  /** Without its `=`. */
  readonly formula?: string;
  readonly format?: string;
}

/** Reads one input for a cell with this number format. */
export function readInput(input: string | number | boolean, format: string | undefined, date1904: boolean): TypedInput {
  if (format === '@') return { value: textInput(input) };
  if (typeof input !== 'string') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith('=') && input.length > 1) return { value: '', formula: canonicalFormula(input.slice(1)) };
  const typed = readTyped(input.trim(), date1904);
  if (!typed) return { value: input };
  const general = format === undefined || format === 'General';
  return general ? typed : { value: typed.value };
}

/** In a cell of format text everything is text, formulas too; only the apostrophe that says so is taken off. */
function textInput(input: string | number | boolean): string {
  if (typeof input === 'boolean') return input ? 'TRUE' : 'FALSE';
  const text = String(input);
  return text.startsWith("'") ? text.slice(1) : text;
}

/** Functions, references and TRUE/FALSE in capitals, as Excel writes a formula down. */
function canonicalFormula(formula: string): string {
  return mapTokens(formula, (token) => {
    if (token.kind === 'function') return token.text.toUpperCase();
    if (token.kind === 'name') return /^(true|false)$/i.test(token.text) ? token.text.toUpperCase() : undefined;
    if (token.kind !== 'reference') return undefined;
    return formatReference(token, token.start, token.end);
  });
}

function readTyped(text: string, date1904: boolean): TypedInput | undefined {
  if (/^(true|false)$/i.test(text)) return { value: text.toUpperCase() === 'TRUE' };
  return readNumber(text) ?? readDateTime(text, date1904);
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const SCIENTIFIC = /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const PERCENT = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*%$/;
const MONEY = /^([+-]?)[¥￥]\s*(\d[\d,]*(?:\.\d*)?)$/;
const NEGATIVE = /^\((\d+(?:\.\d*)?)\)$/;
const FRACTION = /^([+-]?)(\d+) (\d{1,2})\/(\d{1,2})$/;

/** Excel keeps 15 digits; the rest of a longer number becomes zeros. */
function fifteenDigits(text: string): number | undefined {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  let digits = 0;
  const kept = mantissa.replace(/\d/g, (digit) => {
    if (digit !== '0' || digits > 0) digits++;
    return digits > 15 ? '0' : digit;
  });
  const value = Number(`${kept}e${exponent}`);
  return Number.isFinite(value) ? value : undefined;
}

function numberWith(text: string, format?: string, factor = 1): TypedInput | undefined {
  const value = fifteenDigits(text);
  if (value === undefined) return undefined;
  const scaled = factor === 1 ? value : Number((value * factor).toPrecision(15));
  return format === undefined ? { value: scaled } : { value: scaled, format };
}

function readNumber(text: string): TypedInput | undefined {
  if (PLAIN.test(text)) return numberWith(text);
  if (SCIENTIFIC.test(text)) return numberWith(text, '0.00E+00');
  if (GROUPED.test(text)) return numberWith(text.replaceAll(',', ''), text.includes('.') ? '#,##0.00' : '#,##0');
  const percent = PERCENT.exec(text);
  if (percent?.[1] !== undefined) return numberWith(percent[1], percent[1].includes('.') ? '0.00%' : '0%', 0.01);
  const money = MONEY.exec(text);
  if (money?.[2] !== undefined) {
    const digits = money[2].replaceAll(',', '');
    return numberWith(
      `${money[1] ?? ''}${digits}`,
      digits.includes('.') ? '"¥"#,##0.00;"¥"-#,##0.00' : '"¥"#,##0;"¥"-#,##0',
    );
  }
  const negative = NEGATIVE.exec(text);
  if (negative?.[1] !== undefined) return numberWith(`-${negative[1]}`);
  const fraction = FRACTION.exec(text);
  if (fraction && Number(fraction[4]) > 0) {
    const value = Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4]);
    const places = (fraction[4] ?? '').length === 1 ? '# ?/?' : '# ??/??';
    return { value: fraction[1] === '-' ? -value : value, format: places };
  }
  return undefined;
}

/** The ways to write a day; `y`, `m`, `d` name the groups. */
const DATES: readonly { readonly pattern: RegExp; readonly format: string }[] = [
  { pattern: /^(?<y>\d{4}|\d{2})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})$/, format: 'yyyy/m/d' },
  { pattern: /^(?<y>\d{4}|\d{2})年(?<m>\d{1,2})月(?<d>\d{1,2})日$/, format: 'yyyy"年"m"月"d"日"' },
  { pattern: /^(?<y>\d{4}|\d{2})年(?<m>\d{1,2})月$/, format: 'yyyy"年"m"月"' },
  { pattern: /^(?<y>\d{4})[-/](?<m>\d{1,2})$/, format: 'mmm-yy' },
  { pattern: /^(?<m>\d{1,2})月(?<d>\d{1,2})日$/, format: 'm"月"d"日"' },
  { pattern: /^(?<m>\d{1,2})[-/](?<d>\d{1,2})$/, format: 'm"月"d"日"' },
];
const TIME = /^(?<half>上午|下午)?(?<h>\d{1,2}):(?<min>[0-5]?\d)(?::(?<s>[0-5]?\d))?(?:\s*(?<ap>[AaPp][Mm]))?$/;

function readDateTime(text: string, date1904: boolean): TypedInput | undefined {
  const day = readDate(text, date1904);
  if (day) return day;
  const time = readTime(text);
  if (time) return time;
  const space = text.lastIndexOf(' ');
  if (space < 0) return undefined;
  const date = readDate(text.slice(0, space).trim(), date1904);
  const hours = readTime(text.slice(space + 1));
  return date && hours && hours.value < 1 ? { value: date.value + hours.value, format: 'yyyy/m/d h:mm' } : undefined;
}

function readDate(text: string, date1904: boolean): { value: number; format: string } | undefined {
  for (const { pattern, format } of DATES) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const year = groups['y'] === undefined ? new Date().getFullYear() : fullYear(groups['y']);
    const value = dateSerial(year, Number(groups['m']), Number(groups['d'] ?? '1'), date1904);
    if (value !== undefined) return { value, format };
  }
  return undefined;
}

/** Two digits mean 1930 to 2029, as Excel and Windows have it by default. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

function readTime(text: string): { value: number; format: string } | undefined {
  const groups = TIME.exec(text)?.groups;
  if (!groups) return undefined;
  const half = groups['half'] ?? groups['ap']?.toUpperCase();
  const hour = Number(groups['h']);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const afternoon = half === '下午' || half === 'PM';
  const hours = half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0);
  const value = (hours * 3600 + Number(groups['min']) * 60 + Number(groups['s'] ?? 0)) / 86_400;
  const seconds = groups['s'] === undefined ? '' : ':ss';
  if (hours >= 24) return { value, format: '[h]:mm:ss' };
  return { value, format: `h:mm${seconds}${half === undefined ? '' : ' AM/PM'}` };
}
