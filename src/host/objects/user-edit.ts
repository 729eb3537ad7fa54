import { areaWithin, rangeOnSheet } from './lookup';
import { editContent } from './edits';
import { isLocked } from './permission';
import { cellInput, isUnderMerge } from './range-values';
import { Refusal } from './refusal';
import type { Session } from './session';
import { isProtected } from '../workbook/data';
import type { CellInput } from '../workbook/model';

/** What became of a person's typing. */
export type UserEditOutcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'noSheet' | 'outside' | 'protected' | 'formula'; readonly message: string };

/** Types values into cells as a person does in the grid. */
export function editByUser(
  session: Session,
  sheetName: string,
  address: string,
  values: readonly (readonly CellInput[])[],
): UserEditOutcome {
  const sheet = session.workbook.sheetByName(sheetName);
  if (!sheet) return { accepted: false, reason: 'noSheet', message: `没有工作表“${sheetName}”。` };
  const start = rangeOnSheet(sheet, address).area;
  const area = areaWithin(start.row, start.column, values.length, values[0]?.length ?? 0);
  const cells = values.flatMap((row, r) =>
    row.map((input, c) => ({ row: area.row + r, column: area.column + c, input })),
  );
  if (isProtected(sheet.data.protection) && cells.some((cell) => isLocked(sheet, cell.row, cell.column))) {
    return { accepted: false, reason: 'protected', message: '您试图更改的单元格位于受保护的工作表中。' };
  }
  try {
    for (const cell of cells) cellInput(cell.input);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { accepted: false, reason: 'formula', message: '此公式有问题，请检查后再输入。' };
  }
  const change = (): void => {
    for (const { row, column, input } of cells) if (!isUnderMerge(sheet, row, column)) sheet.input(row, column, input);
  };
  editContent(session, sheet, area, change, 'Unknown');
  return { accepted: true };
}
