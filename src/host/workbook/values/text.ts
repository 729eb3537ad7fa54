/** Values as Excel shows them. hucre's own formatter knows no `General"分"`, `aaaa`, `[DBNum1]` or `上午/下午`. */
import { dateText } from './dateText';
import { parseFormat, type Condition, type FormatPart, type FormatSection } from './numberFormat';
import { withPlaces } from './numerals';

/** The text of a value in a cell with this number format (undefined is General), in a wide enough column. */
export function displayText(value: string | number | boolean, format: string | undefined, date1904: boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = parseFormat(format ?? 'General');
  if (typeof value === 'string') return textThrough(value, sections);
  const { section, shown } = sectionFor(value, sections);
  if (!section) return '';
  if (section.isDate) return dateText(shown, section, date1904);
  const text = numberText(shown, section);
  return section.numerals === 0 ? text : withPlaces(text, section.numerals);
}

/** Errors and texts: through the section for text, the fourth or the one with `@`. */
function textThrough(value: string, sections: readonly FormatSection[]): string {
  const section = sections[3] ?? sections.find(({ parts }) => parts.some(({ kind }) => kind === 'text'));
  if (!section || value === '') return value;
  return section.parts
    .map((part) => (part.kind === 'text' ? value : part.kind === 'literal' ? part.text : ''))
    .join('');
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};

function fulfils(value: number, { operator, value: limit }: Condition): boolean {
  return COMPARE[operator]?.(value, limit) ?? true;
}

/** The section for a number, and the number to show: without its sign where the section itself says "negative". */
function sectionFor(
  value: number,
  all: readonly FormatSection[],
): { section: FormatSection | undefined; shown: number } {
  const isText = ({ parts }: FormatSection): boolean => parts.length > 0 && parts.some(({ kind }) => kind === 'text');
  const sections =
    all.length > 1 && all.length < 4
      ? all.filter((section, index) => index === 0 || !isText(section))
      : all.slice(0, 3);
  const [first, second, third] = sections;
  if (sections.some(({ condition }) => condition)) {
    const section =
      sections.find(({ condition }) => condition && fulfils(value, condition)) ??
      sections.find(({ condition }) => !condition) ??
      third;
    const limit = section?.condition;
    const negativeOnly =
      limit !== undefined && limit.operator.startsWith('<') && limit.operator !== '<>' && limit.value <= 0;
    return { section, shown: negativeOnly ? Math.abs(value) : value };
  }
  if (value < 0 && second) return { section: second, shown: -value };
  return { section: value === 0 && third ? third : first, shown: value };
}

function numberText(value: number, section: FormatSection): string {
  const kinds = new Set(section.parts.map(({ kind }) => kind));
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  if (kinds.has('general')) return sign + section.parts.map((part) => plainPart(part, generalText(size))).join('');
  if (kinds.has('text') && !kinds.has('digit'))
    return section.parts.map((part) => plainPart(part, generalText(value))).join('');
  if (kinds.has('exponent')) return sign + scientific(size, section);
  if (kinds.has('slash')) return sign + fraction(size, section.parts);
  const percents = section.parts.filter(({ kind }) => kind === 'percent').length;
  const body = fixed(scaled(size, 2 * percents - 3 * section.thousands), section.parts, section.grouped);
  return kinds.has('digit') ? sign + body : body;
}

function plainPart(part: FormatPart, number: string): string {
  if (part.kind === 'literal') return part.text;
  if (part.kind === 'percent') return '%';
  return part.kind === 'general' || part.kind === 'text' ? number : '';
}

/** General as Excel shows it: at most 11 signs, then with a power of ten and 6 digits. */
export function generalText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  const sign = value < 0 ? '-' : '';
  const exponent = Math.floor(Math.log10(size));
  if (exponent >= 11) return sign + powerText(size);
  const decimals = exponent < 0 ? 9 : Math.max(0, 9 - exponent);
  const text = trimZeros(size.toFixed(decimals));
  // Small numbers stay plain as long as nothing of them is lost.
  const tooLong = text.length > 11 || (exponent < -4 && Number(text) !== size);
  return sign + (tooLong ? powerText(size) : text);
}

function powerText(size: number): string {
  const [mantissa = '', power = ''] = size.toExponential(5).split('e');
  return `${trimZeros(mantissa)}E${power[0] ?? '+'}${power.slice(1).padStart(2, '0')}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Times a power of ten in decimal, as Excel counts: 1.005 × 100 is 100.5 and not 100.49999…. */
function scaled(value: number, power: number): number {
  const [mantissa = '0', exponent = '0'] = value.toPrecision(15).split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}

function roundedText(value: number, decimals: number): string {
  return scaled(Math.round(scaled(value, decimals)), -decimals).toFixed(Math.min(decimals, 100));
}

/** A number through digit places: decimals from the point on, whole digits from the right. */
function fixed(value: number, parts: readonly FormatPart[], grouped: boolean): string {
  const point = parts.findIndex(({ kind }) => kind === 'point');
  const end = point < 0 ? parts.length : point;
  const places = parts.slice(end).filter(({ kind }) => kind === 'digit').length;
  const [whole = '0', decimals = ''] = roundedText(value, places).split('.');
  const significant = decimals.replace(/0+$/, '').length;
  let tail = '';
  let place = 0;
  for (const part of parts.slice(end)) {
    if (part.kind === 'digit') {
      const shown = part.sign === '0' || place < significant;
      tail += shown ? (decimals[place] ?? '0') : part.sign === '?' ? ' ' : '';
      place++;
    } else tail += part.kind === 'point' ? '.' : outside(part);
  }
  return wholeText(whole === '0' ? '' : whole, parts.slice(0, end), grouped) + tail;
}

function outside(part: FormatPart): string {
  if (part.kind === 'literal') return part.text;
  return part.kind === 'percent' ? '%' : '';
}

function wholeText(digits: string, parts: readonly FormatPart[], grouped: boolean): string {
  const first = parts.findIndex(({ kind }) => kind === 'digit');
  let rest = digits;
  let written = 0;
  let text = '';
  const put = (sign: string): void => {
    text = sign + (grouped && written > 0 && written % 3 === 0 ? ',' : '') + text;
    written++;
  };
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part?.kind !== 'digit') {
      text = (part ? outside(part) : '') + text;
      continue;
    }
    if (rest !== '') put(rest.slice(-1));
    else if (part.sign === '0') put('0');
    else if (part.sign === '?') text = ` ${text}`;
    rest = rest.slice(0, -1);
    while (index === first && rest !== '') {
      put(rest.slice(-1));
      rest = rest.slice(0, -1);
    }
  }
  return text;
}

function scientific(value: number, section: FormatSection): string {
  const at = section.parts.findIndex(({ kind }) => kind === 'exponent');
  const mantissaParts = section.parts.slice(0, at);
  const point = mantissaParts.findIndex(({ kind }) => kind === 'point');
  const digits = (parts: readonly FormatPart[]): number => parts.filter(({ kind }) => kind === 'digit').length;
  const wholeDigits = Math.max(1, digits(point < 0 ? mantissaParts : mantissaParts.slice(0, point)));
  const decimals = point < 0 ? 0 : digits(mantissaParts.slice(point));
  let power = value === 0 ? 0 : Math.floor(Math.log10(value));
  power -= ((power % wholeDigits) + wholeDigits) % wholeDigits;
  if (Number(roundedText(scaled(value, -power), decimals)) >= 10 ** wholeDigits) power += wholeDigits;
  const exponent = section.parts[at];
  const sign = power < 0 ? '-' : exponent?.kind === 'exponent' && exponent.plus ? '+' : '';
  return `${fixed(scaled(value, -power), mantissaParts, false)}E${sign}${fixed(Math.abs(power), section.parts.slice(at + 1), false)}`;
}

/** `# ?/?`: whole part, and the nearest fraction whose denominator has so many digits (or is the one given). */
function fraction(value: number, parts: readonly FormatPart[]): string {
  const slash = parts.findIndex(({ kind }) => kind === 'slash');
  const after = parts.slice(slash + 1);
  const literal = after.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  const given = Number(/^\d+/.exec(literal)?.[0] ?? 0);
  const width = Math.max(1, after.filter(({ kind }) => kind === 'digit').length);
  const before = parts
    .slice(0, slash)
    .map(({ kind }) => (kind === 'digit' ? 'd' : ' '))
    .join('');
  const whole = /d +d+$/.test(before) ? Math.floor(value) : 0;
  const [numerator, denominator] =
    given > 0 ? [Math.round((value - whole) * given), given] : nearest(value - whole, 10 ** width - 1);
  if (numerator === 0) return String(whole);
  if (numerator === denominator && before.includes(' ')) return String(whole + 1);
  const small = `${String(numerator).padStart(width)}/${String(denominator).padEnd(width)}`;
  return whole > 0 ? `${whole} ${small}` : small;
}

function nearest(value: number, limit: number): readonly [number, number] {
  let best: readonly [number, number] = [Math.round(value), 1];
  for (let denominator = 2; denominator <= limit; denominator++) {
    const numerator = Math.round(value * denominator);
    const [n, d] = best;
    if (Math.abs(value - numerator / denominator) < Math.abs(value - n / d) - 1e-12) best = [numerator, denominator];
  }
  return best;
}
