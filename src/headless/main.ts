import type { Writable } from 'node:stream';
import type { Quarter } from '../assessment/period';
import { monthsOf, quarterTitle } from '../assessment/period';
import { check, previewReview } from '../excel';
import type { Book } from '../forms/book';
import type { Problem } from '../forms/problem';
import { annualBook } from './annualCommand';
import { NotDone, parseCommand, USAGE, type Command } from './arguments';
import { onHost, writeResult } from './embedded';
import { checkOutput, openFile } from './files';
import { makeForms } from './formsCommand';
import { historyOfPeople } from './historyCommand';
import { checkJson, checkReport, reviewJson, reviewReport, type CheckedBook } from './output';

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
    case 'annual':
      return annualBook(command);
    case 'history':
      return historyOfPeople(command);
    case 'forms':
      return makeForms(command);
  }
}

async function checkBooks({ books, json }: Extract<Command, { name: 'check' }>): Promise<Answer> {
  const results: CheckedBook[] = [];
  for (const file of books) {
    const { book, settings, problems } = await onHost(await openFile(file), () => check());
    results.push({ file, book, settings, problems });
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
      const result = await writeResult(workbook, file, preview.plan, out);
      written = result.out;
      problems.push(...result.problems);
    }
    const scaleOfQuarter = quarterScale(preview.book, quarter);
    return {
      text: json
        ? JSON.stringify(reviewJson(preview, scaleOfQuarter, problems), null, 1)
        : reviewReport(preview.review, scaleOfQuarter, preview.settings, problems, written),
      problems,
    };
  });
}

function hasForms(book: Book, quarter: Quarter): boolean {
  const months: readonly (string | null)[] = monthsOf(quarter);
  return book.forms.some(({ month }) => months.includes(month));
}

/** The scale of the quarter's months; both where they differ, which the problems name. */
function quarterScale(book: Book, quarter: Quarter): string {
  return [...new Set(monthsOf(quarter).flatMap((month) => book.scales.get(month) ?? []))].join('、');
}
