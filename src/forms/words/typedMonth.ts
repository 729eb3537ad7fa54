import { cellAddress } from '../grid/address';
import type { Problem } from '../grid/problem';
import type { SnapshotValue } from '../grid/snapshot';
import { dateCellText, isDateFormat } from './dateText';
import { problem } from './problems';

/** The sheet that a cell stands on, as far as its dates go. */
interface DateCells {
  readonly name: string;
  readonly date1904: boolean;
  value(row: number, column: number): SnapshotValue;
  format(row: number, column: number): string;
}

/** A month that was typed as a number which says another one, or two. */
interface TypedMonth {
  /** 2020年3月; 2020.1 where January and October look the same. */
  readonly text: string;
  /** 2020-03, or a day, as forms keep it; the text where there is neither. */
  readonly key: string;
  readonly problems: readonly Problem[];
}

/** 2020, 2020.3, 2020.03; 202003, 20200306. As days since 1900 they are of 1905, or of no year that anybody lives in. */
const TYPED = /^((?:19[5-9]|20\d)\d)(?:\.(\d{1,2})|(\d\d)(\d\d)?)?$/;
/** A number has no last zero: 2020.10 is 2020.1. */
const UNCLEAR = /^\d{4}\.1$/;

/**
 * Reads the number 2020.3 in a cell with a date format, which shows 1905年7月: Excel takes what is typed there for days.
 * Of 2020.1, whatever its format, nobody knows whether it was January or October. null for every other cell.
 */
export function typedMonth(cells: DateCells, row: number, column: number): TypedMonth | null {
  const [value, format] = [cells.value(row, column), cells.format(row, column)];
  if (typeof value !== 'number') return null;
  const shown = dateCellText(value, format, cells.date1904);
  const at = [cells.name, cellAddress(row, column)] as const;
  if (!isDateFormat(format)) {
    if (!UNCLEAR.test(shown)) return null;
    return { text: shown, key: shown, problems: [problem.dateAmbiguous(...at, shown, '1月或10月')] };
  }
  const typed = String(Number(value.toFixed(6)));
  const [, year = '', decimals, digits, day] = TYPED.exec(typed) ?? [];
  const month = Number(decimals ?? digits ?? 1);
  if (year === '' || month < 1 || month > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return null;
  if (UNCLEAR.test(typed)) {
    return {
      text: typed,
      key: typed,
      problems: [problem.monthTyped(...at, shown, typed, '不知是1月还是10月，未判断')],
    };
  }
  const known = decimals ?? digits;
  const text = `${year}年${known === undefined ? '' : `${month}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  const parts = [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day])];
  return {
    text,
    key: known === undefined ? text : parts.join('-'),
    problems: [problem.monthTyped(...at, shown, typed, `已按${text}读取`)],
  };
}
