import { parseArgs } from 'node:util';
import { parseMonth, parseQuarter, type Month, type Quarter } from '../assessment/period';
import { SCALES, type Scale } from '../assessment/total';
import type { PeopleChoice } from '../forms/layoutMade';
import { systemError } from './systemError';

/** What the command line was asked to do. Paths as typed. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'check'; readonly books: readonly string[]; readonly json: boolean }
  | {
      readonly name: 'review';
      readonly book: string;
      readonly quarter: Quarter;
      readonly out: string | null;
      readonly scale: Scale | null;
      readonly json: boolean;
    }
  | {
      readonly name: 'annual';
      readonly book: string;
      readonly year: number;
      readonly out: string | null;
      readonly json: boolean;
    }
  | { readonly name: 'history'; readonly book: string; readonly people: PeopleChoice; readonly json: boolean }
  | {
      readonly name: 'forms';
      readonly book: string;
      readonly month: Month;
      readonly annex: 1 | 2 | 3;
      readonly out: string | null;
      readonly people: PeopleChoice;
      readonly raters: readonly string[];
      readonly protect: boolean;
      readonly json: boolean;
    };

/** The command could not be carried out: one line for standard error, exit code 2. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}

export const USAGE = `用法：
  npm run --silent kaohe -- check  <工作簿.xlsx>… [--json]
      检查测评表：列出每人每月的总分和需要处理的问题
  npm run --silent kaohe -- review <工作簿.xlsx> --quarter 2020Q3 [--out 结果.xlsx] [--scale 百分制|分值制] [--json]
      季度审定：汇总三个月，生成审定表（写入 --out 指定的新文件，原文件不变）
  npm run --silent kaohe -- annual <工作簿.xlsx> --year 2020 [--out 结果.xlsx] [--json]
      年度汇总：汇总四个季度的审定等次，给出年度考核的关联提示，生成年度汇总表
  npm run --silent kaohe -- history <工作簿.xlsx> [--name 姓名] [--department 科室] [--json]
      考核历史：列出一个人（或一个科室、全体）各季度的得分、建议等次、审定等次、特殊情形和考核记实；只读取，不写文件
  npm run --silent kaohe -- forms  <工作簿.xlsx> --month 2020-07 --annex 1|2|3 --out 结果.xlsx
      [--department 外贸科] [--name 李军] [--rater 评委]… [--protect] [--json]
      生成空白表格：按人员名册，为全体、一个科室或一个人生成附件1、附件2或附件3；附件3可为每位评委各生成一份
退出码：0 完成；1 完成，但数据有错误；2 未完成`;

const HINT = '；用 --help 查看用法';

/** The options of each command. */
const OPTIONS_OF: Readonly<Record<Exclude<Command['name'], 'help'>, readonly string[]>> = {
  check: ['json'],
  review: ['quarter', 'out', 'scale', 'json'],
  annual: ['year', 'out', 'json'],
  history: ['name', 'department', 'json'],
  forms: ['month', 'annex', 'out', 'department', 'name', 'rater', 'protect', 'json'],
};

/**
 * Reads the arguments after the script's name.
 *
 * @throws NotDone for an unknown command or option, and for values that are none
 */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name, ...books] = positionals;
  if (values.help === true || name === 'help') return { name: 'help' };
  const json = values.json === true;
  switch (name) {
    case 'check':
      refuse(values, name);
      if (books.length === 0) throw new NotDone(`check 需要至少一个工作簿${HINT}`);
      return { name, books, json };
    case 'review':
      refuse(values, name);
      return {
        name,
        book: onlyBook(books, name),
        quarter: quarterOf(values.quarter),
        out: outOf(values.out),
        scale: scaleOf(values.scale),
        json,
      };
    case 'annual':
      refuse(values, name);
      return { name, book: onlyBook(books, name), year: yearOf(values.year), out: outOf(values.out), json };
    case 'history':
      refuse(values, name);
      return { name, book: onlyBook(books, name), people: peopleOf(values.department, values.name), json };
    case 'forms':
      refuse(values, name);
      return {
        name,
        book: onlyBook(books, name),
        month: monthOf(values.month),
        ...annexOf(values.annex, values.rater),
        out: outOf(values.out),
        people: peopleOf(values.department, values.name),
        protect: values.protect === true,
        json,
      };
    case undefined:
      throw new NotDone(`没有指定命令（check、review、annual、history 或 forms）${HINT}`);
    default:
      throw new NotDone(`没有“${name}”这个命令${HINT}`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        quarter: { type: 'string' },
        out: { type: 'string' },
        scale: { type: 'string' },
        year: { type: 'string' },
        month: { type: 'string' },
        annex: { type: 'string' },
        department: { type: 'string' },
        name: { type: 'string' },
        rater: { type: 'string', multiple: true },
        protect: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
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

function refuse(values: Readonly<Record<string, unknown>>, command: keyof typeof OPTIONS_OF): void {
  const given = Object.keys(values).find((option) => option !== 'help' && !OPTIONS_OF[command].includes(option));
  if (given !== undefined) throw new NotDone(`${command} 没有“--${given}”这个选项${HINT}`);
}

function onlyBook([book, ...others]: readonly string[], command: string): string {
  if (book === undefined) throw new NotDone(`${command} 需要一个工作簿${HINT}`);
  if (others.length > 0) throw new NotDone(`${command} 一次只处理一个工作簿，多出“${others.join(' ')}”${HINT}`);
  return book;
}

function monthOf(text: string | undefined): Month {
  if (text === undefined) throw new NotDone(`forms 需要用 --month 指定月份，如 --month 2020-07${HINT}`);
  const month = parseMonth(text);
  if (month === undefined) throw new NotDone(`“${text}”不是月份，应写成 2020-07 的样子${HINT}`);
  return month;
}

function annexOf(text: string | undefined, raters: readonly string[] = []): { annex: 1 | 2 | 3; raters: string[] } {
  if (text === undefined) throw new NotDone(`forms 需要用 --annex 指定附件1、2或3，如 --annex 1${HINT}`);
  const annex = ([1, 2, 3] as const).find((each) => String(each) === text.trim());
  if (annex === undefined) throw new NotDone(`“${text}”不是附件号，应为1、2或3${HINT}`);
  if (annex !== 3 && raters.length > 0)
    throw new NotDone(`只有附件3按评委生成，--annex ${annex} 不能用 --rater${HINT}`);
  const named = raters.map((rater) => rater.trim());
  if (named.includes('')) throw new NotDone(`--rater 需要评委姓名${HINT}`);
  return { annex, raters: [...new Set(named)] };
}

/** Everybody, unless a department or a name is given; a name alone looks in every department. */
function peopleOf(department: string | undefined, name: string | undefined): PeopleChoice {
  for (const [option, text] of Object.entries({ department, name })) {
    if (text?.trim() === '') throw new NotDone(`--${option} 不能为空${HINT}`);
  }
  if (name !== undefined) return { kind: 'person', department: department ?? '', name };
  return department === undefined ? { kind: 'all' } : { kind: 'department', department };
}

function quarterOf(text: string | undefined): Quarter {
  if (text === undefined) throw new NotDone(`review 需要用 --quarter 指定季度，如 --quarter 2020Q3${HINT}`);
  const quarter = parseQuarter(text);
  if (quarter === undefined) throw new NotDone(`“${text}”不是季度，应写成 2020Q1 至 2020Q4 的样子${HINT}`);
  return quarter;
}

function yearOf(text: string | undefined): number {
  if (text === undefined) throw new NotDone(`annual 需要用 --year 指定年份，如 --year 2020${HINT}`);
  if (!/^(19|20)\d{2}$/.test(text.trim())) throw new NotDone(`“${text}”不是年份，应写成 2020 的样子${HINT}`);
  return Number(text);
}

function outOf(text: string | undefined): string | null {
  if (text === '') throw new NotDone(`--out 需要一个文件名${HINT}`);
  return text ?? null;
}

function scaleOf(text: string | undefined): Scale | null {
  if (text === undefined) return null;
  const scale = SCALES.find((each) => each === text);
  if (scale === undefined) throw new NotDone(`“${text}”不是计分制，应为${SCALES.join('或')}${HINT}`);
  return scale;
}
