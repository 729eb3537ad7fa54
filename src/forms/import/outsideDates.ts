import { firstDayOf, lastDayOf, type CalendarDate } from '../../assessment/calendarDate';
import { monthsOf, quarterOfYear, type Month } from '../../assessment/period';
import type { SheetCells } from '../grid/cells';
import { readDays, type WrittenDay } from '../words/dateRange';
import { arabicDigits, dateCellText, datesIn, wholeDate } from '../words/dateText';

/** The time that a table is about, as its title, its sheet or its file says it. */
export interface TableTime {
  /** The one year that is named; null for none, or several. */
  readonly year: number | null;
  /** The one month or quarter that is named, as its first and last day; null where there is none. */
  readonly span: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
  /** Of a quarter: 2020Q3. */
  readonly quarter: string | null;
}

const QUARTER = /(\d{4})年?第?([一二三四1-4])季度/;

/** The time of a table: what its title rows say, else the sheet's name, else the file's. */
export function timeOfTable(cells: SheetCells, headingRow: number, file: string): TableTime {
  const titles: string[] = [];
  for (let row = cells.firstRow; row < headingRow; row++) {
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const value = cells.value(row, column);
      if (value !== '') titles.push(dateCellText(value, cells.format(row, column), cells.date1904));
    }
  }
  const places = [titles.join(' '), cells.name, file.replace(/\.[^.]*$/, '')].map((text) =>
    arabicDigits(text.normalize('NFKC')).replace(/\s/g, ''),
  );
  const quarter = places.flatMap((text) => quarterIn(text) ?? [])[0] ?? null;
  const month = places.flatMap((text) => monthIn(text) ?? [])[0] ?? null;
  const year = places.flatMap((text) => yearIn(text) ?? [])[0] ?? null;
  return { year, quarter, span: spanOf(quarter, month) };
}

function spanOf(quarter: string | null, month: Month | null): TableTime['span'] {
  if (month !== null) return { from: firstDayOf(month), to: lastDayOf(month) };
  if (quarter === null) return null;
  const [first, , last] = monthsOf(quarter);
  return { from: firstDayOf(first), to: lastDayOf(last) };
}

function quarterIn(text: string): string | null {
  const [, year, ordinal] = QUARTER.exec(text) ?? [];
  return year === undefined || ordinal === undefined ? null : quarterOfYear(year, ordinal);
}

function monthIn(text: string): Month | null {
  const months = datesIn(text, false).flatMap(({ year, month, day, valid }) =>
    valid && year !== null && month !== null && day === null ? [`${year}-${String(month).padStart(2, '0')}`] : [],
  );
  const [only, ...others] = new Set(months);
  return only !== undefined && others.length === 0 ? only : null;
}

function yearIn(text: string): number | null {
  const [only, ...others] = new Set([...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([year]) => Number(year)));
  return only !== undefined && others.length === 0 ? only : null;
}

/** The days that a cell of a leave list says. */
export interface OutsideDays {
  readonly from: CalendarDate;
  /** null where the cell names one day. */
  readonly to: CalendarDate | null;
  /** The year is that of the title. */
  readonly yearTaken: boolean;
}

/** One day, or from one to another: 2020.7.6, 7月6日-7月10日, a date cell; null for what is no day, or may be two. */
export function daysOf(text: string, year: number | null): OutsideDays | null {
  const range = readDays(text);
  if (range === null || range.open || range.slashed) return null;
  const { from, to } = range;
  const fromYear = from.year ?? year;
  const first = dayOf(from, fromYear, from.month);
  if (first === null) return null;
  const yearTaken = from.year === null;
  if (to === null) return { from: first, to: null, yearTaken };
  const month = to.month ?? from.month;
  const last = dayOf(to, to.year ?? fromYear, month);
  if (last === null) return null;
  // 12月28日至1月5日 ends in the next year.
  const turned = to.year === null && fromYear !== null && last < first ? dayOf(to, fromYear + 1, month) : last;
  return turned === null ? null : { from: first, to: turned, yearTaken };
}

function dayOf({ day }: WrittenDay, year: number | null, month: number | null): CalendarDate | null {
  return wholeDate({ year, month, day });
}
