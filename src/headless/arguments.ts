import { parseArgs } from 'node:util';
import { parseQuarter, type Quarter } from '../assessment/period';
import { SCALES, type Scale } from '../assessment/total';
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
退出码：0 完成；1 完成，但数据有错误；2 未完成`;

const HINT = '；用 --help 查看用法';

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
      refuse(['quarter', 'out', 'scale'], values, 'check');
      if (books.length === 0) throw new NotDone(`check 需要至少一个工作簿${HINT}`);
      return { name, books, json };
    case 'review': {
      const [book, ...others] = books;
      if (book === undefined) throw new NotDone(`review 需要一个工作簿${HINT}`);
      if (others.length > 0) throw new NotDone(`review 一次只处理一个工作簿，多出“${others.join(' ')}”${HINT}`);
      return {
        name,
        book,
        quarter: quarterOf(values.quarter),
        out: outOf(values.out),
        scale: scaleOf(values.scale),
        json,
      };
    }
    case undefined:
      throw new NotDone(`没有指定命令（check 或 review）${HINT}`);
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

function refuse(
  options: readonly ('quarter' | 'out' | 'scale')[],
  values: Readonly<Record<string, unknown>>,
  command: string,
): void {
  const given = options.find((option) => values[option] !== undefined);
  if (given !== undefined) throw new NotDone(`${command} 没有“--${given}”这个选项${HINT}`);
}

function quarterOf(text: string | undefined): Quarter {
  if (text === undefined) throw new NotDone(`review 需要用 --quarter 指定季度，如 --quarter 2020Q3${HINT}`);
  const quarter = parseQuarter(text);
  if (quarter === undefined) throw new NotDone(`“${text}”不是季度，应写成 2020Q1 至 2020Q4 的样子${HINT}`);
  return quarter;
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
