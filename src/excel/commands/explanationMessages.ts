import { quarterTitle, type Quarter } from '../../assessment/period';
import { cellAddress } from '../../forms/grid/address';
import { problem as reviewProblem } from '../../forms/review/problems';
import { problem } from '../../forms/review/writingProblems';
import { explanationMessages, EXPLANATION_TITLE, type WantedMessage } from '../../forms/review/explanations';
import { emptySheetPlan, type MessageStep } from '../../forms/grid/plan';
import { previewOf, refusedFor, type Preview } from './preview';
import { hasOwnMessage, isFree, messageOf } from '../workbook/marks';
import { readSheets } from './sheets';
import { reviewOf, reviewSheetOf } from '../reading/reviewOf';
import { runReading } from '../workbook/running';

export interface ExplanationOptions {
  readonly quarter: Quarter;
  /** Take the messages away instead. */
  readonly remove?: boolean;
}

/**
 * Plans a message at each 建议等次 of the quarter's 审定表 that says how it came about (R36). It is shown while the cell is
 * selected, in every version of Excel, WPS and LibreOffice, and is not printed. Cells with a validation of somebody
 * else's keep it.
 */
export async function previewExplanations({ quarter, remove = false }: ExplanationOptions): Promise<Preview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const { reading } = sheets;
    const { sheet, problems: unreadable } = reviewSheetOf(sheets, quarter);
    if (sheet === null) {
      return refusedFor(reading, unreadable[0] ?? problem.explanationsWithoutReview(quarterTitle(quarter)));
    }
    const { grid } = sheet.table;
    if (grid.protected) return refusedFor(reading, reviewProblem.reviewProtected(grid.name));
    const wanted = explanationMessages(reviewOf(sheets, quarter).review, sheet);
    const { messages, taken } = await stepsOf(
      context,
      grid.name,
      remove ? wanted.map((each) => ({ ...each, message: '' })) : wanted,
    );
    const problems = [...reading.problems, ...taken.map((cell) => problem.explanationCellTaken(grid.name, cell))];
    const planned = messages.length === 0 ? [] : [{ ...emptySheetPlan(grid.name, false), messages }];
    return previewOf(reading, { sheets: planned, refused: false, problems });
  });
}

/** The messages that are not there yet, and the cells that have something else in their place. One sync. */
async function stepsOf(
  context: Excel.RequestContext,
  sheet: string,
  wanted: readonly WantedMessage[],
): Promise<{ readonly messages: readonly MessageStep[]; readonly taken: readonly string[] }> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const cells = wanted.map((step) => {
    const { dataValidation: validation } = worksheet.getRangeByIndexes(step.row, step.column, 1, 1);
    validation.load('type,rule,prompt,errorAlert');
    return { step, validation };
  });
  await context.sync();
  const present = cells.map(({ step, validation }) => {
    const isOwn = hasOwnMessage(validation, EXPLANATION_TITLE);
    return { step, before: isOwn ? messageOf(validation) : '', isOpen: isOwn || isFree(validation) };
  });
  return {
    messages: present.flatMap(({ step, before, isOpen }) =>
      isOpen && step.message !== before ? [{ ...step, before }] : [],
    ),
    taken: present.flatMap(({ step, isOpen }) =>
      isOpen || step.message === '' ? [] : [cellAddress(step.row, step.column)],
    ),
  };
}
