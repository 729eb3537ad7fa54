/** Number formats (`0.00;[Red]-0.00`, `[$-804]yyyy"年"m"月"`), read once into sections of parts. */

export type FormatPart =
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit: `0` always shown, `#` when there is one, `?` a blank when there is none. */
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'percent' | 'slash' | 'general' | 'text' }
  /** `E+00`: `plus` when a plus sign is shown. */
  | { readonly kind: 'exponent'; readonly plus: boolean }
  /** `yyyy`, `m`, `[h]` and the like; minutes are `n`, fractions of a second `.00`, halves of the day `AM/PM` or `上午/下午`. */
  | { readonly kind: 'date'; readonly code: string };

export interface Condition {
  readonly operator: string;
  readonly value: number;
}

export interface FormatSection {
  readonly parts: readonly FormatPart[];
  readonly condition: Condition | undefined;
  /** Digits of the number are grouped by thousands. */
  readonly grouped: boolean;
  /** Trailing commas: each divides by 1,000. */
  readonly thousands: number;
  /** `[DBNum1]` 一二三, `[DBNum2]` 壹贰叁. */
  readonly numerals: 0 | 1 | 2;
  /** `[$-804]`: names of months and weekdays in Chinese. */
  readonly chinese: boolean;
  readonly isDate: boolean;
}

const known = new Map<string, readonly FormatSection[]>();

/** The sections of a format: positive (or all), negative, zero, text. */
export function parseFormat(format: string): readonly FormatSection[] {
  const cached = known.get(format);
  if (cached) return cached;
  const sections = splitSections(format).map(parseSection);
  known.set(format, sections);
  return sections;
}

function splitSections(format: string): string[] {
  const sections: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < format.length; index++) {
    const sign = format[index];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\\' || sign === '!' || sign === '_' || sign === '*')) index++;
    else if (sign === ';' && !quoted) {
      sections.push(format.slice(start, index));
      start = index + 1;
    }
  }
  return [...sections, format.slice(start)];
}

/** The signs of a section in the order they are tried; the first group of each is its content. */
const SIGNS: readonly { readonly pattern: RegExp; readonly part: (content: string) => FormatPart | undefined }[] = [
  { pattern: /"([^"]*)"?/y, part: (text) => ({ kind: 'literal', text }) },
  { pattern: /[\\!](.?)/suy, part: (text) => ({ kind: 'literal', text }) },
  { pattern: /_(.?)/suy, part: () => ({ kind: 'literal', text: ' ' }) },
  { pattern: /\*(.?)/suy, part: () => undefined },
  { pattern: /\[\$([^\]-]*)[^\]]*\]/y, part: (text) => ({ kind: 'literal', text }) },
  { pattern: /(\[(?:h+|m+|s+)\])/iy, part: (code) => ({ kind: 'date', code: code.toLowerCase() }) },
  { pattern: /(\[[^\]]*\])/y, part: () => undefined },
  { pattern: /(General)/iy, part: () => ({ kind: 'general' }) },
  { pattern: /(AM\/PM|A\/P|上午\/下午)/iy, part: (code) => ({ kind: 'date', code: code.toUpperCase() }) },
  { pattern: /E([+-])/iy, part: (sign) => ({ kind: 'exponent', plus: sign === '+' }) },
  { pattern: /(y+|m+|d+|h+|s+|aaaa?|e+|b+|g+)/iy, part: (code) => ({ kind: 'date', code: code.toLowerCase() }) },
  { pattern: /([0#?])/y, part: (sign) => ({ kind: 'digit', sign: sign === '0' || sign === '#' ? sign : '?' }) },
  { pattern: /(\.)/y, part: () => ({ kind: 'point' }) },
  { pattern: /(%)/y, part: () => ({ kind: 'percent' }) },
  { pattern: /(\/)/y, part: () => ({ kind: 'slash' }) },
  { pattern: /(@)/y, part: () => ({ kind: 'text' }) },
  { pattern: /(.)/suy, part: (text) => ({ kind: 'literal', text }) },
];

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

function parseSection(text: string): FormatSection {
  const parts: FormatPart[] = [];
  let grouped = false;
  let thousands = 0;
  for (let position = 0; position < text.length;) {
    if (text[position] === ',' && parts.some(({ kind }) => kind === 'digit')) {
      // A comma between digits groups them, commas after the last digit divide.
      if (/^,+[0#?]/.test(text.slice(position))) grouped = true;
      else thousands++;
      position++;
      continue;
    }
    const { length, part } = signAt(text, position);
    if (part) parts.push(part);
    position += length;
  }
  const condition = CONDITION.exec(text);
  return {
    parts: datePoints(minutes(parts)),
    condition: condition?.[1] === undefined ? undefined : { operator: condition[1], value: Number(condition[2]) },
    grouped,
    thousands,
    numerals: /\[DBNum1\]/i.test(text) ? 1 : /\[DBNum2\]/i.test(text) ? 2 : 0,
    chinese: /\[\$[^\]]*-(?:[0-9A-F]*0?804|zh-CN)[^\]]*\]/i.test(text),
    isDate: parts.some(({ kind }) => kind === 'date'),
  };
}

function signAt(text: string, position: number): { length: number; part: FormatPart | undefined } {
  for (const { pattern, part } of SIGNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) return { length: match[0].length, part: part(match[1] ?? '') };
  }
  return { length: 1, part: undefined };
}

/** `m` after hours or before seconds means minutes. */
function minutes(parts: readonly FormatPart[]): FormatPart[] {
  const dates = parts.flatMap((part, index) => (part.kind === 'date' ? [{ code: part.code, index }] : []));
  const result = [...parts];
  dates.forEach(({ code, index }, place) => {
    if (code !== 'm' && code !== 'mm') return;
    const before = dates[place - 1]?.code.replace('[', '') ?? '';
    const after = dates[place + 1]?.code.replace('[', '') ?? '';
    if (before.startsWith('h') || after.startsWith('s'))
      result[index] = { kind: 'date', code: code.replaceAll('m', 'n') };
  });
  return result;
}

/** In dates, `.00` after seconds shows their fraction; other points are plain signs, as are slashes. */
function datePoints(parts: readonly FormatPart[]): FormatPart[] {
  if (!parts.some(({ kind }) => kind === 'date')) return [...parts];
  const result: FormatPart[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (!part) continue;
    const previous = result.at(-1);
    if (part.kind === 'slash') result.push({ kind: 'literal', text: '/' });
    else if (part.kind === 'point') {
      let digits = 0;
      while (parts[index + 1 + digits]?.kind === 'digit') digits++;
      const seconds = previous?.kind === 'date' && previous.code.includes('s');
      if (seconds && digits > 0) {
        result.push({ kind: 'date', code: `.${'0'.repeat(digits)}` });
        index += digits;
      } else result.push({ kind: 'literal', text: '.' });
    } else result.push(part);
  }
  return result;
}
