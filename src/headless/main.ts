import type { Writable } from 'node:stream';
import type { Quarter } from '../assessment/period';
import { monthsOf, quarterTitle } from '../assessment/period';
import { applyPlan, check, previewReview } from '../excel';
import type { Book } from '../forms/book';
import type { Problem } from '../forms/problem';
import { EmbeddedHost } from '../host/bridge';
import { connect, withGlobals } from '../host/client';
import type { WorkbookModel } from '../host/workbook/model';
import { NotDone, parseCommand, USAGE, type Command } from './arguments';
import { checkOutput, openFile, saveFile } from './files';
import { lossProblems } from './losses';
import { checkJson, checkReport, reviewJson, reviewReport, type CheckedBook } from './output';
import { systemError } from './systemError';

/** Up to so many formulas the result carries calculated values too; larger ones are left to the program that opens it. */
const MOST_CALCULATED = 3000;

/**
 * Runs one command: the same code as the pane's, over a file, on the embedded host.
 *
 * @returns 0 done; 1 done, and the data has errors; 2 not done, with one line on `stderr`
 */
export async function main(args: readonly string[], stdout: Writable, stderr: Writable): Promise<0 | 1 | 2> {
  try {
    const { text, problems } = await run(parseCommand(args));
    stdout.write(`${text}\n`);
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}

interface Answer {
  readonly text: string;
  readonly problems: readonly Problem[];
}

function run(command: Command): Promise<Answer> | Answer {
  switch (command.name) {
    case 'help':
      return { text: USAGE, problems: [] };
    case 'check':
      return checkBooks(command);
    case 'review':
      return reviewBook(command);
  }
}

async function checkBooks({ books, json }: Extract<Command, { name: 'check' }>): Promise<Answer> {
  const results: CheckedBook[] = [];
  for (const file of books) {
    const { book, problems } = await onHost(await openFile(file), () => check());
    results.push({ file, book, problems });
  }
  return {
    text: json ? JSON.stringify(checkJson(results), null, 1) : results.map(checkReport).join('\n\n'),
    problems: results.flatMap(({ problems }) => problems),
  };
}

async function reviewBook({
  book: file,
  quarter,
  out,
  scale,
  json,
}: Extract<Command, { name: 'review' }>): Promise<Answer> {
  const workbook = await openFile(file);
  if (out !== null) await checkOutput(file, out);
  return onHost(workbook, async () => {
    const preview = await previewReview({ quarter, ...(scale === null ? {} : { scale }) });
    if (!hasForms(preview.book, quarter)) {
      throw new NotDone(`“${file}”里没有${quarterTitle(quarter)}的测评表；请检查测评表上的年月`);
    }
    const problems = [...preview.problems];
    let written: string | null = null;
    if (out !== null && !preview.refused) {
      problems.push(...lossProblems(workbook));
      const applied = await applyPlan(preview.plan).catch((error: unknown) => {
        // The one refusal that a file can bring about: sheets cannot be added.
        if (systemError(error).code !== 'AccessDenied') throw error;
        throw new NotDone(`“${file}”的工作簿结构受保护，不能添加工作表；请在 Excel 的“审阅”中取消“保护工作簿”后再试`);
      });
      if (applied.ok) {
        if (formulaCount(workbook) <= MOST_CALCULATED) await workbook.calculate([], true);
        await saveFile(workbook, out);
        written = out;
      } else problems.push(...applied.problems);
    }
    const scaleOfQuarter = quarterScale(preview.book, quarter);
    return {
      text: json
        ? JSON.stringify(reviewJson(preview.review, preview.book, scaleOfQuarter, problems), null, 1)
        : reviewReport(preview.review, scaleOfQuarter, problems, written),
      problems,
    };
  });
}

function formulaCount({ sheets }: WorkbookModel): number {
  let count = 0;
  for (const { data } of sheets) for (const { formula } of data.cells.values()) if (formula !== undefined) count++;
  return count;
}

async function onHost<T>(workbook: WorkbookModel, command: () => Promise<T>): Promise<T> {
  return withGlobals(await connect(new EmbeddedHost(workbook)), command);
}

function hasForms(book: Book, quarter: Quarter): boolean {
  const months: readonly (string | null)[] = monthsOf(quarter);
  return book.forms.some(({ month }) => months.includes(month));
}

/** The scale of the quarter's months; both where they differ, which the problems name. */
function quarterScale(book: Book, quarter: Quarter): string {
  return [...new Set(monthsOf(quarter).flatMap((month) => book.scales.get(month) ?? []))].join('、');
}
