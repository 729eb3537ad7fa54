/** A calendar month as '2020-07': the period of a 平时考核 record (R14, 二·考核等次「以月为周期」). */
export type Month = string;

/** A calendar quarter as '2020Q3': the period of the official result (三（一）「季审定」, ambiguity 4). */
export type Quarter = string;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})Q([1-4])$/;
const CHINESE_ORDINALS = ['一', '二', '三', '四'] as const;

/** '2020-07' as a month; undefined for anything else, such as '2020-13'. */
export function parseMonth(text: string): Month | undefined {
  const trimmed = text.trim();
  return MONTH.test(trimmed) ? trimmed : undefined;
}

/** '2020Q3' or '2020q3' as a quarter; undefined for anything else, such as '2020Q9'. */
export function parseQuarter(text: string): Quarter | undefined {
  const upper = text.trim().toUpperCase();
  return QUARTER.test(upper) ? upper : undefined;
}

/** The quarter's three months in order. */
export function monthsOf(quarter: Quarter): readonly [Month, Month, Month] {
  const { year, ordinal } = quarterParts(quarter);
  const month = (offset: number): Month => `${year}-${String(3 * ordinal - 2 + offset).padStart(2, '0')}`;
  return [month(0), month(1), month(2)];
}

/** The quarter that holds a month. */
export function quarterOf(month: Month): Quarter {
  const { year, ordinal } = monthParts(month);
  return `${year}Q${Math.ceil(ordinal / 3)}`;
}

/** '2020Q3' → '2020年第三季度'. */
export function quarterTitle(quarter: Quarter): string {
  const { year, ordinal } = quarterParts(quarter);
  return `${year}年第${CHINESE_ORDINALS[ordinal - 1] ?? ordinal}季度`;
}

/** The quarter of a year by its ordinal as people write it, 三 or 3: '2020', '三' → '2020Q3'. */
export function quarterOfYear(year: string, ordinal: string): Quarter {
  const place = CHINESE_ORDINALS.findIndex((each) => each === ordinal);
  return `${year}Q${place < 0 ? ordinal : place + 1}`;
}

/** '2020-07' → '2020年7月'. */
export function monthTitle(month: Month): string {
  const { year, ordinal } = monthParts(month);
  return `${year}年${ordinal}月`;
}

function monthParts(month: Month): { year: string; ordinal: number } {
  return parts(MONTH, month);
}

function quarterParts(quarter: Quarter): { year: string; ordinal: number } {
  return parts(QUARTER, quarter);
}

/** Periods are parsed where they enter the program; a malformed one here is a bug. */
function parts(pattern: RegExp, period: string): { year: string; ordinal: number } {
  const match = pattern.exec(period);
  if (match === null) throw new RangeError(`not a period: ${period}`);
  const [, year = '', ordinal = ''] = match;
  return { year, ordinal: Number(ordinal) };
}
