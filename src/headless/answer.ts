import type { Preview } from '../excel';
import type { Problem } from '../forms/grid/problem';
import { onHost, writeResult } from './embedded';
import { checkOutput, openFile, whileWriting } from './files';
import { NotDone, type Answer } from './outcome';
import { problemParts } from './problemReport';
import type { Part } from './report';
import { tell } from './terminal';

/** How a command tells what came of it. */
interface Telling<Result> {
  /** The `--json` object without its problems. */
  readonly json: (result: Result) => object;
  /** The readable report without them. */
  readonly report: (result: Result) => readonly Part[];
  /** Why there is nothing to be done with the workbook, to stand behind its name; undefined where there is. */
  readonly nothing?: (result: Result) => string | undefined;
}

export interface Reads<Result> extends Telling<Result> {
  readonly read: () => Promise<Result>;
  readonly isFalse?: (result: Result) => boolean;
}

type Planned = Pick<Preview, 'plan' | 'refused' | 'problems'>;

export interface Writes<Result> extends Telling<Result> {
  /** Its name in 操作记录. */
  readonly command: string;
  /** What --out gives, for whoever left it out. */
  readonly makes: string;
  readonly preview: () => Promise<Result>;
}

export interface ReadGiven {
  readonly book: string;
  readonly json: boolean;
}

export interface WriteGiven extends ReadGiven {
  readonly out: string | null;
  /** A file of that name may be replaced. */
  readonly force: boolean;
}

/**
 * Finds something out about a workbook.
 *
 * @throws NotDone when there is nothing to be found out
 */
export async function readBook<Result extends { readonly problems: readonly Problem[] }>(
  { book: file, json }: ReadGiven,
  { read, nothing, isFalse, ...telling }: Reads<Result>,
): Promise<Answer> {
  const workbook = await openFile(file);
  tell('正在核对');
  const result = await onHost(workbook, read);
  refuse(file, nothing?.(result));
  const { problems } = result;
  const report = () => [...telling.report(result), ...(problems.length === 0 ? [] : problemParts(problems))];
  return {
    text: json ? jsonText(telling.json(result), problems) : report(),
    problems,
    isFalse: isFalse?.(result) ?? false,
  };
}

/**
 * Previews a command, and carries it out on a copy of the workbook where `--out` names one.
 *
 * @throws NotDone when there is nothing to be done, or the copy cannot be written
 */
export async function writeBook<Result extends Planned>(
  { book: file, out, json, force }: WriteGiven,
  { command, makes, preview, nothing, ...telling }: Writes<Result>,
): Promise<Answer> {
  const workbook = await openFile(file);
  if (out !== null) await checkOutput(file, out, force);
  const run = () => onHost(workbook, carriedOut);
  return out === null ? run() : whileWriting(out, run);

  async function carriedOut(): Promise<Answer> {
    tell(`正在核算：${command}`);
    const result = await preview();
    if (result.problems.some(({ code }) => code === 'NOTHING_FOUND')) {
      return {
        text: json ? jsonText({}, result.problems) : problemParts(result.problems),
        problems: result.problems,
        isFalse: true,
      };
    }
    refuse(file, nothing?.(result));
    const isWritten = out !== null && !result.refused;
    if (isWritten) tell(`正在写入“${out}”`);
    const written = isWritten ? await writeResult(workbook, file, result.plan, out, command, force) : null;
    const problems = [...result.problems, ...(written?.problems ?? [])];
    const outcome =
      result.refused || written?.out === null
        ? '有错误，没有写文件；请改正后重新运行。'
        : written === null
          ? `没有写文件；用 --out 结果.xlsx 生成${makes}。`
          : `已写入“${written.out}”，原文件未改动。`;
    const report = () => [...telling.report(result), ...problemParts(problems), outcome];
    return { text: json ? jsonText(telling.json(result), problems) : report(), problems };
  }
}

/** For `nothing`: the message of the first problem with one of the codes. */
export function problemOf(...codes: readonly string[]) {
  return ({ problems }: { readonly problems: readonly Problem[] }): string | undefined => {
    const found = problems.find(({ code }) => codes.includes(code));
    return found === undefined ? undefined : `：${found.message}`;
  };
}

function refuse(file: string, nothing: string | undefined): void {
  if (nothing !== undefined) throw new NotDone(`“${file}”${nothing}`);
}

function jsonText(answer: object, problems: readonly Problem[]): string {
  return JSON.stringify({ ...answer, problems }, null, 1);
}
