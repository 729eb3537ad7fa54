import { wildcardPattern } from '../../calculation/wildcards';
import type { FilterCriteria } from '../../workbook/model/data';
import type { CellValue } from '../../workbook/model/workbook';
import { dateSerial } from '../../workbook/values/serial';

/** A cell as a filter sees it. */
export interface FilteredCell {
  readonly value: CellValue;
  readonly text: string;
}

/** Which of a column's cells the criteria show. */
export function matching(criteria: FilterCriteria, cells: readonly FilteredCell[], date1904: boolean): boolean[] {
  const test = testOf(criteria, cells, date1904);
  return cells.map(test);
}

function testOf(
  criteria: FilterCriteria,
  cells: readonly FilteredCell[],
  date1904: boolean,
): (cell: FilteredCell) => boolean {
  const { filterOn, values = [], criterion1 = '', criterion2, operator, dynamicCriteria = '' } = criteria;
  switch (filterOn) {
    case 'Values': {
      const wanted = new Set(values.map((value) => value.toLowerCase()));
      return ({ text }) => wanted.has(text.toLowerCase());
    }
    case 'Custom': {
      const first = condition(criterion1);
      const second = criterion2 === undefined ? undefined : condition(criterion2);
      if (!second) return first;
      return operator === 'Or' ? (cell) => first(cell) || second(cell) : (cell) => first(cell) && second(cell);
    }
    case 'Dynamic':
      return dynamic(dynamicCriteria, cells, date1904);
    default:
      return top(filterOn, Number(criterion1), cells);
  }
}

/** `>50`, `=张*`, `<>`; without a sign the same as with `=`. */
function condition(text: string): (cell: FilteredCell) => boolean {
  const [, sign = '=', operand = ''] = /^(<>|>=|<=|=|>|<)?([\s\S]*)$/.exec(text) ?? [];
  const number = operand.trim() === '' ? NaN : Number(operand);
  if (sign === '=' || sign === '<>') {
    const pattern = wildcardPattern(operand, true);
    const equal = ({ value, text: shown }: FilteredCell): boolean =>
      (typeof value === 'number' && value === number) || (operand === '' ? shown === '' : pattern.test(shown));
    return sign === '=' ? equal : (cell) => !equal(cell);
  }
  const holds = (difference: number): boolean => {
    if (sign === '>') return difference > 0;
    if (sign === '<') return difference < 0;
    return sign === '>=' ? difference >= 0 : difference <= 0;
  };
  return ({ value }) => {
    if (!Number.isNaN(number)) return typeof value === 'number' && holds(value - number);
    return typeof value === 'string' && value !== '' && holds(value.localeCompare(operand, 'zh-CN'));
  };
}

function numbersOf(cells: readonly FilteredCell[]): number[] {
  return cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

/** As many of the largest or smallest numbers; those that are as large as the last one are shown too. */
function top(kind: string, size: number, cells: readonly FilteredCell[]): (cell: FilteredCell) => boolean {
  const largest = kind.startsWith('Top');
  const numbers = numbersOf(cells).sort((a, b) => (largest ? b - a : a - b));
  const count = kind.endsWith('Percent') ? Math.max(1, Math.floor((numbers.length * size) / 100)) : size;
  const last = numbers[Math.min(count, numbers.length) - 1];
  return ({ value }) => typeof value === 'number' && last !== undefined && (largest ? value >= last : value <= last);
}

function dynamic(word: string, cells: readonly FilteredCell[], date1904: boolean): (cell: FilteredCell) => boolean {
  if (word === 'AboveAverage' || word === 'BelowAverage') {
    const numbers = numbersOf(cells);
    const average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return ({ value }) => typeof value === 'number' && (word === 'AboveAverage' ? value > average : value < average);
  }
  const within = period(word, new Date());
  const serial = (day: Date): number => dateSerial(day.getFullYear(), day.getMonth() + 1, day.getDate(), date1904) ?? 0;
  if (typeof within === 'function') {
    return ({ value }) => typeof value === 'number' && within(monthOf(value, date1904));
  }
  const [from, to] = within.map(serial);
  return ({ value }) =>
    typeof value === 'number' && from !== undefined && to !== undefined && value >= from && value < to;
}

/** The month of a date, counted from 0. */
function monthOf(serial: number, date1904: boolean): number {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0) - 25_569;
  return new Date(days * 86_400_000).getUTCMonth();
}

/** First day and the day after the last; or which months of any year. */
function period(word: string, now: Date): readonly [Date, Date] | ((month: number) => boolean) {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const days = (from: number, count: number): [Date, Date] => [
    new Date(year, month, day + from),
    new Date(year, month, day + from + count),
  ];
  const months = (first: number, count: number): [Date, Date] => [
    new Date(year, first, 1),
    new Date(year, first + count, 1),
  ];
  const quarter = /^AllDatesInPeriodQuarter(\d)$/.exec(word)?.[1];
  if (quarter !== undefined) return (one) => Math.floor(one / 3) === Number(quarter) - 1;
  if (word.startsWith('AllDatesInPeriod')) {
    const index = MONTHS.indexOf(word.slice('AllDatesInPeriod'.length, 'AllDatesInPeriod'.length + 3));
    return (one) => one === index;
  }
  if (word === 'YearToDate') return [new Date(year, 0, 1), new Date(year, month, day + 1)];
  const day1 = { Yesterday: -1, Today: 0, Tomorrow: 1 }[word];
  if (day1 !== undefined) return days(day1, 1);
  const step = word.startsWith('Last') ? -1 : word.startsWith('Next') ? 1 : 0;
  if (word.endsWith('Week')) return days(step * 7 - now.getDay(), 7);
  if (word.endsWith('Month')) return months(month + step, 1);
  if (word.endsWith('Quarter')) return months(Math.floor(month / 3) * 3 + step * 3, 3);
  return months(step * 12, 12);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
