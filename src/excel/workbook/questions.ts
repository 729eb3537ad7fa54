import { groupsBySize } from './groups';

/** Cells that one answer may carry: Excel on the web allows 5 MB, and a formula takes some 40 bytes. */
const CELLS_OF_ANSWER = 100_000;
/** Cells of one question: though all hold long texts, an answer can carry them. */
export const CELLS_OF_QUESTION = 5_000;

/** What a cell that is being edited makes Excel refuse; the documentation names the one, Excel on some platforms gives the other. */
const CELL_EDIT: readonly string[] = ['InvalidOperationInCellEditMode', 'InvalidOperation'];

/** Whether Excel refused since a cell is being edited. */
export function isCellEdit(error: unknown): boolean {
  return CELL_EDIT.includes(codeOf(error) ?? '');
}

/** The code of what Excel refused; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a sync is answered that asks about a sheet by its name; false where there is no such sheet any more. */
export async function isAnswered(sync: Promise<unknown>): Promise<boolean> {
  try {
    await sync;
    return true;
  } catch (error) {
    if (codeOf(error) === 'ItemNotFound') return false;
    throw error;
  }
}

/** Excel answered, but not all of it. */
export class IncompleteAnswer extends Error {
  readonly code = 'IncompleteAnswer';
}

/** Something that Excel is asked, which it may refuse to answer. */
export class Question<T> {
  /** Null until it is answered, and where it was refused. */
  answer: T | null = null;
  /** The code of the refusal; null where there was none. */
  refusal: string | null = null;

  /**
   * @param queue queues it; what that returns gives the answer after the next sync
   * @param size of the answer, in cells
   */
  constructor(
    readonly queue: () => () => T,
    readonly size = 1,
  ) {}
}

/**
 * Asks all questions, as many at once as an answer can carry. Of those that Excel refuses together it finds by halves the one
 * that it does not answer, so that none of the others is left without its answer.
 *
 * @returns what Excel refused last, if anything
 * @throws where a cell is being edited
 */
export async function askAll(context: Excel.RequestContext, questions: readonly Question<unknown>[]): Promise<unknown> {
  let refused: unknown;
  for (const group of groupsBySize(questions, ({ size }) => size, CELLS_OF_ANSWER)) {
    refused = (await askTogether(context, group)) ?? refused;
  }
  return refused;
}

/** @returns what Excel refused, if anything */
async function askTogether(
  context: Excel.RequestContext,
  questions: readonly Question<unknown>[],
  isAgain = false,
): Promise<unknown> {
  const answers = questions.map((question) => question.queue());
  try {
    await context.sync();
  } catch (error) {
    const refusal = codeOf(error);
    if (refusal === undefined || isCellEdit(error)) throw error;
    const [first, ...others] = questions;
    if (first !== undefined && others.length === 0) {
      // What went wrong by chance does not go wrong twice.
      if (!isAgain) return askTogether(context, questions, true);
      first.refusal = refusal;
      return error;
    }
    const half = Math.ceil(questions.length / 2);
    await askTogether(context, questions.slice(0, half));
    await askTogether(context, questions.slice(half));
    return error;
  }
  let incomplete: IncompleteAnswer | undefined;
  questions.forEach((question, i) => {
    try {
      question.answer = answers[i]?.() ?? null;
    } catch (error) {
      if (!(error instanceof IncompleteAnswer)) throw error;
      question.refusal = error.code;
      incomplete = error;
    }
  });
  return incomplete;
}
