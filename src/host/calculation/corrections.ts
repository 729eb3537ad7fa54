import {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { BaseFunction, FunctionVariantType, IFunctionService } from '@univerjs/engine-formula';
import { parseA1 } from '../workbook/values/address';
import { eachValue, pairwise } from './arrays';
import { Comparison } from './comparison';
import { exactPlace } from './lookup';
import { Unanswerable } from './unanswerable';
import { hasWildcards, wildcardPattern } from './wildcards';

type Change = (value: BaseValueObject) => BaseValueObject;

/** What some functions must be given, or what they give, for a result as Excel's. */
interface Correction {
  readonly functions: readonly string[];
  /** Which arguments are changed, counted from 0; all when left out. */
  readonly positions?: readonly number[];
  readonly argument?: Change;
  readonly result?: Change;
}

const CHINESE_DATE = /^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/;

/** Days from the start of the 1900 date system to that of the 1904 one. */
const DAYS_TO_1904 = 1462;

const plain: Change = (value) => (value.isNumber() ? NumberValueObject.create(Number(value.getValue())) : value);

const chineseDate: Change = (value) =>
  value.isString() ? StringValueObject.create(String(value.getValue()).replace(CHINESE_DATE, '$1-$2-$3')) : value;

const since1900: Change = (value) =>
  value.isNumber() || value.isNull() ? NumberValueObject.create(Number(value.getValue()) + DAYS_TO_1904) : value;

const since1904: Change = (value) =>
  value.isNumber() ? NumberValueObject.create(Number(value.getValue()) - DAYS_TO_1904) : value;

const condition: Change = (value) => {
  if (!value.isString()) return value;
  const text = String(value.getValue()).toUpperCase();
  return text === 'TRUE' || text === 'FALSE'
    ? BooleanValueObject.create(text === 'TRUE')
    : ErrorValueObject.create(ErrorType.VALUE);
};

/** Univer counts letters by Unicode, Chinese Excel by GBK: only what is the same in both is let through. */
const asciiCode: Change = (value) => {
  if (value.isNumber() && Number(value.getValue()) > 127) throw new Unanswerable();
  return value;
};

/** Univer's INDIRECT knows cells of its own workbook: no names, tables or other workbooks. */
const ownCells: Change = (value) => {
  const text = String(value.getValue());
  const address = text.slice(text.lastIndexOf('!') + 1);
  if (value.isString() && (text.includes('[') || !parseA1(address))) throw new Unanswerable();
  return value;
};

const TEXT_READERS =
  'ASC CLEAN DBCS EXACT FIND FINDB LEFT LEFTB LEN LENB LOWER MID MIDB PROPER REPLACE REPLACEB REPT RIGHT RIGHTB SEARCH ' +
  'SEARCHB SUBSTITUTE TRIM UPPER';

const corrections: readonly Correction[] = [
  // Univer takes a number for the text that its format shows: `=LEN(DATE(2020,7,1))` would be 10, not 5.
  { functions: TEXT_READERS.split(' '), argument: plain },
  { functions: ['CODE'], result: asciiCode },
  { functions: ['CHAR'], argument: asciiCode },
  { functions: ['INDIRECT'], positions: [0], argument: ownCells },
  // Univer takes any text for FALSE.
  { functions: ['IF'], positions: [0], argument: condition },
  // `2020年7月1日` is a date in Chinese Excel; Univer reads `2020-7-1`.
  { functions: ['VALUE', 'DATEVALUE', 'YEAR', 'MONTH', 'DAY'], positions: [0], argument: chineseDate },
];

/** Univer counts days as the 1900 date system does. */
const corrections1904: readonly Correction[] = [
  {
    functions: ['YEAR', 'MONTH', 'DAY', 'WEEKDAY', 'WEEKNUM', 'ISOWEEKNUM', 'EOMONTH'],
    positions: [0],
    argument: since1900,
  },
  { functions: ['DATEDIF'], positions: [0, 1], argument: since1900 },
  { functions: ['WORKDAY'], positions: [0, 2], argument: since1900 },
  { functions: ['WORKDAY.INTL'], positions: [0, 3], argument: since1900 },
  { functions: ['NETWORKDAYS'], positions: [0, 1, 2], argument: since1900 },
  { functions: ['NETWORKDAYS.INTL'], positions: [0, 1, 3], argument: since1900 },
  { functions: ['DATE', 'DATEVALUE', 'NOW', 'EOMONTH', 'WORKDAY', 'WORKDAY.INTL'], result: since1904 },
];

/** They ask a workbook of Univer's about formulas, sheets and formats, which are not there to ask. */
const UNANSWERABLE = ['CELL', 'FORMULATEXT', 'ISFORMULA', 'SHEET', 'SHEETS'];

/**
 * Makes the functions of one Univer calculate as Excel's do where they do not; `date1904` is the workbook's date system.
 * test/host/calculation lists what is known to be wrong still.
 */
export function correctFunctions(functions: IFunctionService, date1904: boolean): void {
  functions.unregisterExecutors(...UNANSWERABLE);
  functions.registerExecutors(new Comparison());
  // Univer makes numbers of the texts "2020-7-1" and "50%" between a function's parentheses.
  for (const executor of functions.getExecutors().values()) executor.isArgumentsIgnoreNumberPattern = () => true;
  for (const correction of date1904 ? [...corrections, ...corrections1904] : corrections) {
    for (const name of correction.functions) correct(executorOf(functions, name), correction);
  }
  correctToday(functions);
  correctEdate(functions);
  correctMatch(functions);
  correctSearch(functions);
  correctText(functions, date1904);
  correctAggregate(functions);
}

function executorOf(functions: IFunctionService, name: string): BaseFunction {
  const executor = functions.getExecutor(name);
  if (!executor) throw new Error(`Univer has no function ${name} any more`);
  return executor;
}

function correct(executor: BaseFunction, { positions, argument, result }: Correction): void {
  const calculate = executor.calculate.bind(executor);
  executor.calculate = (...values) => {
    const given = values.map((value, index) =>
      argument && (positions?.includes(index) ?? true) ? eachValue(value, argument) : value,
    );
    const found = calculate(...given);
    return result && found instanceof BaseValueObject ? eachValue(found, result) : found;
  };
}

/** Univer's TODAY is the day in Greenwich: yesterday, in China before 8 o'clock. Its NOW is the time here. */
function correctToday(functions: IFunctionService): void {
  executorOf(functions, 'TODAY').calculate = () =>
    NumberValueObject.create(Math.floor(Number(singleOf(executorOf(functions, 'NOW').calculate()).getValue())));
}

/** Univer's EDATE runs over the end of a shorter month: 31 July and a month back is 30 June, not 1 July. */
function correctEdate(functions: IFunctionService): void {
  const number = (name: string, ...values: BaseValueObject[]): number | BaseValueObject => {
    const found = executorOf(functions, name).calculate(...values);
    if (!(found instanceof BaseValueObject)) return ErrorValueObject.create(ErrorType.VALUE);
    return found.isError() ? found : Number(found.getValue());
  };
  executorOf(functions, 'EDATE').calculate = (start, months) =>
    pairwise(start, months, (from, count) => {
      const day = number('DAY', from);
      const monthEnd = number('EOMONTH', from, count);
      if (typeof day !== 'number') return day;
      if (typeof monthEnd !== 'number') return monthEnd;
      const lastDay = number('DAY', NumberValueObject.create(monthEnd));
      if (typeof lastDay !== 'number') return lastDay;
      return NumberValueObject.create(monthEnd - lastDay + Math.min(day, lastDay));
    });
}

const COUNTA = 3;
/** Options of AGGREGATE that leave errors out. */
const WITHOUT_ERRORS = [2, 3, 6, 7];

/** Univer's AGGREGATE counts errors that it is told to leave out. */
function correctAggregate(functions: IFunctionService): void {
  const aggregate = executorOf(functions, 'AGGREGATE');
  const calculate = aggregate.calculate.bind(aggregate);
  aggregate.calculate = (kind, options, ...areas) => {
    if (numberIn(kind) === COUNTA && WITHOUT_ERRORS.includes(numberIn(options))) throw new Unanswerable();
    return calculate(kind, options, ...areas);
  };
}

function numberIn(value: FunctionVariantType): number {
  const single = value instanceof BaseReferenceObject ? value.getFirstCell() : value;
  return Math.floor(Number(singleOf(single).getValue()));
}

/** Univer's SEARCH takes `?` and `*` for themselves. */
function correctSearch(functions: IFunctionService): void {
  const search = executorOf(functions, 'SEARCH');
  const calculate = search.calculate.bind(search);
  search.calculate = (find, within, start = NumberValueObject.create(1)) => {
    return pairwise(find, within, (one, other) => {
      const pattern = one.isString() ? String(one.getValue()) : '';
      if (!hasWildcards(pattern) || other.isError() || start.isError()) return singleOf(calculate(one, other, start));
      const from = Math.floor(Number(start.getValue())) - 1;
      const text = String(other.getValue());
      const at = from < 0 || from > text.length ? -1 : text.slice(from).search(wildcardPattern(pattern, false));
      return at < 0 ? ErrorValueObject.create(ErrorType.VALUE) : NumberValueObject.create(from + at + 1);
    });
  };
}

/** Univer's MATCH is slow where it is used most, and finds the number 85 for the text. */
function correctMatch(functions: IFunctionService): void {
  const match = executorOf(functions, 'MATCH');
  const calculate = match.calculate.bind(match);
  match.calculate = (value, line, type, ...rest) => {
    const exact =
      type instanceof BaseValueObject && !type.isString() && !type.isError() && Number(type.getValue()) === 0;
    const single = line instanceof ArrayValueObject && (line.getRowCount() === 1 || line.getColumnCount() === 1);
    return exact && single ? eachValue(value, (one) => exactPlace(one, line)) : calculate(value, line, type, ...rest);
  };
}

const WEEKDAYS = '日一二三四五六';
const WEEKDAY_CODES = /"[^"]*"|\\.|aaaa?/gi;
/** Codes that Univer would copy into the text as they are. */
const UNKNOWN_CODES = /\[DBNum|上午\/下午|通用格式/i;
const DATE_CODES = /[ymdhs]|aaa/i;

/** Weekdays in Chinese, dates of the 1904 system; and no text for a format that Univer does not know. */
function correctText(functions: IFunctionService, date1904: boolean): void {
  const text = executorOf(functions, 'TEXT');
  const calculate = text.calculate.bind(text);
  text.calculate = (value, format) =>
    pairwise(value, format, (one, other) => {
      if (one.isError()) return one;
      const pattern = other.isString() ? String(other.getValue()) : '';
      if (UNKNOWN_CODES.test(pattern)) throw new Unanswerable();
      const bare = pattern.replace(/"[^"]*"|\\./g, '');
      if (!DATE_CODES.test(bare)) return singleOf(calculate(plain(one), other));
      const read = one.isString() ? singleOf(executorOf(functions, 'VALUE').calculate(one)) : one;
      if (!read.isNumber() && !read.isNull()) return one;
      const serial = Number(read.getValue()) + (date1904 && !one.isString() ? DAYS_TO_1904 : 0);
      const weekday = WEEKDAYS[(Math.floor(serial) + 6) % 7] ?? '';
      const codes = pattern.replace(WEEKDAY_CODES, (code) => {
        if (!/^aaa/i.test(code)) return code;
        return code.length === 4 ? `"星期${weekday}"` : `"${weekday}"`;
      });
      return singleOf(calculate(NumberValueObject.create(serial), StringValueObject.create(codes)));
    });
}

function singleOf(found: ReturnType<BaseFunction['calculate']>): BaseValueObject {
  return found instanceof BaseValueObject ? found : ErrorValueObject.create(ErrorType.VALUE);
}
