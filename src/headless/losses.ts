import { problem } from './problems';
import type { Problem } from '../forms/grid/problem';
import { LOSS_TEXTS } from '../host/workbook/messages';
import type { WorkbookModel } from '../host/workbook/model/workbook';
import { losses } from '../host/workbook/xlsx';

/** Warnings of what the saved copy cannot keep, before it is saved. */
export function lossProblems(workbook: WorkbookModel): Problem[] {
  return losses(workbook).map(({ kind, sheet }) => problem.savingLoses(sheet ?? null, LOSS_TEXTS[kind]));
}
