import { parseArgs, type ParseArgsConfig } from 'node:util';
import { localDate, parseCalendarDate, type CalendarDate } from '../assessment/calendarDate';
import { GRADES } from '../assessment/grade';
import { parseMonth, parseQuarter } from '../assessment/period';
import { SCALES } from '../assessment/total';
import type { GradeChange } from '../excel';
import { IMPORT_KINDS, targetLabel, type ImportKind } from '../forms/import/kinds';
import { DOCUMENT_KINDS } from '../forms/documents/document';
import { SPLITS } from '../forms/paper/split';
import { normalizeLabel, personKey } from '../forms/words/text';
import { NotDone, type Answer } from './outcome';
import { systemError } from './systemError';

const HINT = '；用 --help 查看用法';

/** One thing that a command is told: an option, or the workbooks. */
export interface Option<T> {
  readonly kind: 'value' | 'flag' | 'books';
  /**
   * @param typed everything that was typed for it, in order
   * @throws NotDone for what is missing or no such value
   */
  readonly read: (typed: readonly string[], command: string, option: string) => T;
}

/** A command of the command line. */
export interface CommandLine {
  /** Its lines of the usage. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option<unknown>>>;
  readonly run: (name: string, typed: ReadonlyMap<string, readonly string[]>) => Promise<Answer>;
}

/** A command by its options: each is read before anything is done. */
export function command<T>(
  usage: string,
  options: { readonly [K in keyof T]: Option<T[K]> },
  run: (given: T) => Promise<Answer>,
): CommandLine;
// The options are read by a loop, which knows no single one's type; the signature above joins them again.
export function command(
  usage: string,
  options: Readonly<Record<string, Option<unknown>>>,
  run: (given: Readonly<Record<string, unknown>>) => Promise<Answer>,
): CommandLine {
  return {
    usage,
    options,
    run: (name, typed) =>
      run(
        Object.fromEntries(
          Object.entries(options).map(([option, { read }]) => [option, read(typed.get(option) ?? [], name, option)]),
        ),
      ),
  };
}

/**
 * Reads the arguments after the script's name.
 *
 * @returns the command, to be run; null where help is asked for
 * @throws NotDone for an unknown command or option, and for values that are none
 */
export function parseCommand(
  args: readonly string[],
  commands: Readonly<Record<string, CommandLine>>,
): (() => Promise<Answer>) | null {
  // Node puts this character in the place of bytes that are no UTF-8; no file can be found by it any more.
  const garbled = args.find((each) => each.includes('\uFFFD'));
  if (garbled !== undefined) throw new NotDone(`“${garbled}”不是 UTF-8 编码，请把文件改成普通的名字再运行`);
  const { values, positionals } = parse(args, Object.values(commands));
  const [name, ...books] = positionals;
  if (values.help !== undefined || name === 'help') return null;
  if (name === undefined) throw new NotDone(`没有指定命令（${Object.keys(commands).join('、')}）${HINT}`);
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found === undefined) throw new NotDone(`没有“${name}”这个命令${HINT}`);
  const foreign = Object.keys(values).find((option) => !Object.hasOwn(found.options, option));
  if (foreign !== undefined) throw new NotDone(`${name} 没有“--${foreign}”这个选项${HINT}`);
  const typed = Object.entries(values).map(([option, value]) => [option, [value].flat().map(String)] as const);
  const positional = Object.entries(found.options).filter(([, { kind }]) => kind === 'books');
  return () => found.run(name, new Map([...typed, ...positional.map(([option]) => [option, books] as const)]));
}

function parse(args: readonly string[], commands: readonly CommandLine[]) {
  const typed: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    commands
      .flatMap(({ options }) => Object.entries(options))
      .filter(([, { kind }]) => kind !== 'books')
      .map(([option, { kind }]) => [
        option,
        kind === 'flag' ? { type: 'boolean' } : { type: 'string', multiple: true },
      ]),
  );
  const options: NonNullable<ParseArgsConfig['options']> = { ...typed, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // parseArgs says in its code which of its mistakes it met; its English text names the option.
    const { code, message } = systemError(error);
    const option = /'(-[^' ]*)/.exec(message)?.[1];
    if (option === undefined) throw error;
    throw new NotDone(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `没有“${option}”这个选项${HINT}` : `选项“${option}”的值不对${HINT}`,
    );
  }
}

/** What an option's value is: how it is asked for, read and refused. */
interface Value<T> {
  /** Behind 指定, with an example. */
  readonly what: string;
  readonly example: string;
  readonly parse: (text: string) => T | undefined;
  readonly refusal: (text: string, option: string) => string;
}

/** Terms that begin or end a year later have to be days, too. */
function inThisAge<Period extends string>(period: Period | undefined): Period | undefined {
  return period !== undefined && /^(19|20)/.test(period) ? period : undefined;
}

export const QUARTER: Value<string> = {
  what: '季度',
  example: '2020Q3',
  parse: (text) => inThisAge(parseQuarter(text)),
  refusal: (text) => `“${text}”不是季度，应写成 2020Q1 至 2020Q4 的样子（1900年至2099年）`,
};

export const MONTH: Value<string> = {
  what: '月份',
  example: '2020-07',
  parse: (text) => inThisAge(parseMonth(text)),
  refusal: (text) => `“${text}”不是月份，应写成 2020-07 的样子（1900年至2099年）`,
};

export const YEAR: Value<number> = {
  what: '年份',
  example: '2020',
  parse: (text) => (/^(19|20)\d{2}$/.test(text.trim()) ? Number(text) : undefined),
  refusal: (text) => `“${text}”不是年份，应写成 2020 的样子`,
};

export const DATE: Value<CalendarDate> = {
  what: '日期',
  example: '2020-10-12',
  parse: (text) => inThisAge(parseCalendarDate(text)),
  refusal: (text) => `“${text}”不是日期，应写成 2020-10-12 的样子（1900年至2099年）`,
};

export const ANNEX = oneOf([1, 2, 3], '附件1、2或3', '附件号，应为1、2或3');
export const SCALE = oneOf(SCALES, '计分制', `计分制，应为${SCALES.join('或')}`);

export const SPLIT = oneOf(SPLITS, '分法', `分法，应为${SPLITS.join('、')}之一`);
export const KIND = oneOf(DOCUMENT_KINDS, '文稿', `文稿，应为${DOCUMENT_KINDS.join('、')}之一`);

export const COUNT: Value<number> = {
  what: '人数',
  example: '2',
  parse: (text) => (/^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : undefined),
  refusal: (text) => `“${text}”不是人数，应写成 2 的样子`,
};

/** A person of a department, or only named, and the grade to try. */
export const CHANGE: Value<GradeChange> = {
  what: '人员和等次',
  example: '办公室/张三=较好',
  parse(text) {
    const [, department, name = '', word] = /^(?:(.+)[/／])?([^/／]+?)\s*[=＝]\s*(\S+)\s*$/.exec(text) ?? [];
    const grade = GRADES.find((each) => each === word);
    return grade === undefined ? undefined : { person: personKey(department ?? null, name), grade };
  },
  refusal: (text) =>
    `“${text}”看不出是谁、改为哪个等次，应写成 办公室/张三=较好 的样子，等次为${GRADES.join('、')}之一`,
};

/** A heading of another workbook, normalised, and the product's own that it means. */
export const HEADING: Value<readonly [heading: string, label: string]> = {
  what: '表头和栏目',
  example: '假别=情形',
  parse(typed) {
    const [, heading = '', word = ''] = /^(.+?)\s*[=＝]\s*([^=＝]+?)\s*$/.exec(typed) ?? [];
    const label = targetLabel(normalizeLabel(word));
    return heading.trim() === '' || label === undefined ? undefined : [normalizeLabel(heading), label];
  },
  refusal: (typed) =>
    `“${typed}”看不出是哪一列、对应哪个栏目，应写成 假别=情形 的样子，栏目为姓名、科室、情形、开始日期、审定等次等，不要的列写 不导入`,
};

/** A sheet of another workbook and what it is. */
export const SHEET_KIND: Value<readonly [sheet: string, kind: ImportKind]> = {
  what: '工作表和种类',
  example: '请假情况=特殊情形登记',
  parse(typed) {
    const [, sheet = '', word] = /^(.+?)\s*[=＝]\s*([^=＝]+?)\s*$/.exec(typed) ?? [];
    const kind = IMPORT_KINDS.find((each) => each === word);
    return sheet === '' || kind === undefined ? undefined : [sheet, kind];
  },
  refusal: (typed) =>
    `“${typed}”看不出是哪张表、是什么，应写成 请假情况=特殊情形登记 的样子，种类为${IMPORT_KINDS.join('、')}之一`,
};

/** One of several forms that differ, and the file, or the sheet in a file, that is gone by. */
export const TAKEN: Value<readonly [title: string, choice: string]> = {
  what: '表和采用的文件',
  example: '附件3 2020年7月=测评.xlsx',
  parse(typed) {
    const [, title = '', choice = ''] = /^(.+?)\s*[=＝]\s*(\S.*?)\s*$/.exec(typed) ?? [];
    return title === '' ? undefined : [title, choice];
  },
  refusal: (typed) => `“${typed}”看不出是哪张表、采用哪个文件，请照预览中列出的写`,
};

export const NAME = text('姓名', '张三', (option) => `--${option} 不能为空`);
export const DEPARTMENT = text('科室', '办公室', (option) => `--${option} 不能为空`);
export const RATER = text('评委', '张局长', () => '--rater 需要评委姓名');
export const FOLDER = text('结果文件夹', '文稿', (option) => `--${option} 需要一个文件夹名`);
export const FILE = text('结果文件', '结果.xlsx', (option) => `--${option} 需要一个文件名`);

function text(what: string, example: string, refusal: (option: string) => string): Value<string> {
  return {
    what,
    example,
    parse: (typed) => (typed.trim() === '' ? undefined : typed),
    refusal: (_, option) => refusal(option),
  };
}

function oneOf<T extends string | number>(values: readonly T[], what: string, kind: string): Value<T> {
  return {
    what,
    example: String(values[0]),
    parse: (typed) => values.find((value) => String(value) === typed.trim()),
    refusal: (typed) => `“${typed}”不是${kind}`,
  };
}

/** An option that may be left out; of several the last counts. */
export function optional<T>(value: Value<T>): Option<T | null> {
  return {
    kind: 'value',
    read(typed, _, option) {
      const last = typed.at(-1);
      return last === undefined ? null : parsed(value, last, option);
    },
  };
}

/** An option that the command cannot do without. */
export function required<T>(value: Value<T>): Option<T> {
  return {
    kind: 'value',
    read(typed, name, option) {
      const last = typed.at(-1);
      if (last !== undefined) return parsed(value, last, option);
      const { what, example } = value;
      throw new NotDone(`${name} 需要用 --${option} 指定${what}，如 --${option} ${example}${HINT}`);
    },
  };
}

/** An option that may be given several times. */
export function several<T>(value: Value<T>): Option<readonly T[]> {
  return { kind: 'value', read: (typed, _, option) => typed.map((each) => parsed(value, each, option)) };
}

/** One or more of them. */
export function oneOrMore<T>(value: Value<T>): Option<readonly T[]> {
  return {
    kind: 'value',
    read(typed, name, option) {
      required(value).read(typed, name, option);
      return several(value).read(typed, name, option);
    },
  };
}

function parsed<T>({ parse: parseText, refusal }: Value<T>, typed: string, option: string): T {
  const value = parseText(typed);
  if (value === undefined) throw new NotDone(`${refusal(typed, option)}${HINT}`);
  return value;
}

/** A day; today unless it is given. */
export const DAY: Option<CalendarDate> = {
  kind: 'value',
  read: (typed, name, option) => optional(DATE).read(typed, name, option) ?? localDate(new Date()),
};

export const FLAG: Option<boolean> = { kind: 'flag', read: (typed) => typed.length > 0 };

const OUT = optional(FILE);

const BOOK: Option<string> = {
  kind: 'books',
  read([book, ...others], name) {
    if (book === undefined) throw new NotDone(`${name} 需要一个工作簿${HINT}`);
    if (others.length > 0) throw new NotDone(`${name} 一次只处理一个工作簿，多出“${others.join(' ')}”${HINT}`);
    return book;
  },
};

export const BOOKS: Option<readonly string[]> = {
  kind: 'books',
  read(books, name) {
    if (books.length === 0) throw new NotDone(`${name} 需要至少一个工作簿${HINT}`);
    return books;
  },
};

/** What every command is told that only reads a workbook, and one that may write a copy of it. */
export const READS = { book: BOOK, json: FLAG };
export const WRITES = { ...READS, out: OUT, force: FLAG };
