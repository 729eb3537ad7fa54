import { arabicDigits } from './dateText';

/** A day as written: without the year, or without year and month (the 10日 of 7月6日-10日). */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
  readonly text: string;
}

/** From one day to another, as a line of a form says it. */
export interface WrittenRange {
  readonly from: WrittenDay;
  /** null: the line names one day only. */
  readonly to: WrittenDay | null;
  /** The line goes on after the first day, but with blanks (2020年7月6日---2020年  月  日). */
  readonly open: boolean;
  /** Written 7/6, which may be 7月6日 or 6月7日. */
  readonly slashed: boolean;
}

const WEEKDAY = '(?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?';
/** Every dash that people type, and 一 where it stands for one. */
const DASH = '(?:[-‐‑–—―─~〜至到|]|一(?=\\d))';
const FIRST_DAY = day('1');
const SECOND_DAY = `(?:${day('2')}|(?<month6>\\d{1,2})-(?<day6>\\d{1,2})|(?<day7>\\d{1,2})(?![\\d年月./-])[日号]?)`;
const RANGE = new RegExp(`(?<![\\d./-])${FIRST_DAY}${WEEKDAY}起?${DASH}+${SECOND_DAY}(?!\\d)`);
/** 7-6至7-10: a hyphen inside the days only where another sign stands between them. */
const HYPHENATED = /(?<![\d./-])(?<m1>\d{1,2})-(?<d1>\d{1,2})[日号]?[–—―─~〜至到]+(?<m2>\d{1,2})-(?<d2>\d{1,2})(?!\d)/;
const SINGLE = new RegExp(`(?<![\\d./-])${FIRST_DAY}(?![\\d])`, 'g');

/** A day in each way of writing it; the groups' names end with `n`. */
function day(n: string): string {
  const ways = [
    `(?:(?<yearA${n}>\\d{4}|\\d{2})年)?(?<monthA${n}>\\d{1,2})月(?<dayA${n}>\\d{1,2})[日号]?`,
    `(?<yearB${n}>\\d{4})(?<signB${n}>[./-])(?<monthB${n}>\\d{1,2})\\k<signB${n}>(?<dayB${n}>\\d{1,2})日?`,
    `(?<yearC${n}>20\\d{2})(?<monthC${n}>\\d{2})(?<dayC${n}>\\d{2})`,
    `(?:(?<yearD${n}>\\d{4})年)?(?<monthD${n}>\\d{1,2})(?<signD${n}>[./])(?<dayD${n}>\\d{1,2})日?`,
  ];
  return `(?:${ways.join('|')})`;
}

/**
 * The first range of days in a text, or the first day when there is no range: 2020年7月6日---2020年7月10日, 2020.7.6-7.10,
 * 7月6日至10日, 20200706—20200710, 2020年7月6日（周一）到7月10日. Null when the text names no day.
 *
 * @param text cells of one line joined by `|`
 */
export function readDays(text: string): WrittenRange | null {
  const plain = arabicDigits(text.normalize('NFKC')).replace(/\s+/g, '');
  const hyphenated = HYPHENATED.exec(plain)?.groups;
  if (hyphenated !== undefined) {
    const { m1, d1, m2, d2 } = hyphenated;
    return range({ month: m1, day: d1 }, { month: m2, day: d2 }, false);
  }
  const match = RANGE.exec(plain);
  if (match?.groups !== undefined) {
    const { month6, day6, day7 } = match.groups;
    const second = day7 === undefined ? { month: month6, day: day6 } : { day: day7 };
    const slashed = match.groups.signD1 === '/';
    return range(parts(match.groups, '1') ?? {}, parts(match.groups, '2') ?? second, slashed);
  }
  const [first, second] = [...plain.matchAll(SINGLE)];
  if (first?.groups === undefined) return null;
  const from = parts(first.groups, '1') ?? {};
  const to = second?.groups === undefined ? null : parts(second.groups, '1');
  const behind = plain.slice(first.index + first[0].length);
  return {
    ...range(from, to, first.groups.signD1 === '/'),
    open: to === null && new RegExp(`^${WEEKDAY}起?${DASH}`).test(behind),
  };
}

interface DayParts {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

function parts(groups: Readonly<Record<string, string | undefined>>, n: string): DayParts | null {
  for (const form of ['A', 'B', 'C', 'D']) {
    const number = (part: string) => groups[`${part}${form}${n}`];
    if (number('day') !== undefined) return { year: number('year'), month: number('month'), day: number('day') };
  }
  return null;
}

function range(from: DayParts, to: DayParts | null, slashed: boolean): WrittenRange {
  return { from: written(from), to: to === null ? null : written(to), open: false, slashed };
}

function written({ year, month, day: ofMonth }: DayParts): WrittenDay {
  const number = year === undefined ? null : Number(year);
  return {
    year: number !== null && number < 100 ? 2000 + number : number,
    month: month === undefined ? null : Number(month),
    day: Number(ofMonth),
    text: `${year === undefined ? '' : `${year}年`}${month === undefined ? '' : `${Number(month)}月`}${Number(ofMonth)}日`,
  };
}
