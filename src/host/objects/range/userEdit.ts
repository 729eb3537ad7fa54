import { isProtected, type DataValidation } from '../../workbook/model/data';
import type { CellInput, SheetModel } from '../../workbook/model/workbook';
import { readInput } from '../../workbook/values/input';
import { editContent } from '../cells/edits';
import { areaWithin, rangeOnSheet } from '../cells/lookup';
import { isLocked } from '../cells/permission';
import { evaluate } from '../cells/scratch';
import type { Session } from '../core/object';
import { Refusal } from '../core/refusal';
import { accepts, validationAt } from '../rules/validationCheck';
import { cellInput, isUnderMerge } from './values';

/** What became of a person's typing; `title` and `message` are what Excel would show. */
export type UserEditOutcome =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly reason: 'readOnly' | 'protected' | 'formula' | 'validation';
      readonly title: string | undefined;
      readonly message: string;
    };

interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly input: CellInput;
}

/**
 * Types values into cells as a person does in the grid; all of them, or, when Excel would refuse one, none. Throws a
 * `Refusal` when there is no such place.
 */
export async function editByUser(
  session: Session,
  sheet: SheetModel,
  address: string,
  values: readonly (readonly CellInput[])[],
): Promise<UserEditOutcome> {
  const start = rangeOnSheet(sheet, address).area;
  const area = areaWithin(start.row, start.column, values.length, values[0]?.length ?? 0);
  const cells = values.flatMap((row, r) =>
    row.map((input, c) => ({ row: area.row + r, column: area.column + c, input })),
  );
  if (session.isReadOnly) return refused('readOnly', '工作簿为只读，不能更改。');
  if (isProtected(sheet.data.protection) && cells.some((cell) => isLocked(sheet, cell.row, cell.column))) {
    return refused('protected', '您试图更改的单元格或图表位于受保护的工作表中。若要进行更改，请取消工作表保护。');
  }
  for (const cell of cells) {
    if (!isReadable(cell.input)) return refused('formula', '此公式有问题，请检查后再输入。');
    const validation = stoppingValidation(sheet, cell);
    if (validation && !(await isAccepted(sheet, validation, cell))) {
      const message = validation.errorMessage ?? '此值与此单元格定义的数据验证限制不匹配。';
      return { accepted: false, reason: 'validation', title: validation.errorTitle, message };
    }
  }
  const change = (): void => {
    for (const { row, column, input } of cells) if (!isUnderMerge(sheet, row, column)) sheet.input(row, column, input);
  };
  editContent(session, sheet, area, change, 'Unknown');
  return { accepted: true };
}

function refused(reason: 'readOnly' | 'protected' | 'formula', message: string): UserEditOutcome {
  return { accepted: false, reason, title: undefined, message };
}

function isReadable(input: CellInput): boolean {
  try {
    cellInput(input);
    return true;
  } catch (problem) {
    if (problem instanceof Refusal) return false;
    throw problem;
  }
}

/** The cell's validation, when it stops bad input; warnings and information let a person go on. */
function stoppingValidation(sheet: SheetModel, { row, column }: TypedCell): DataValidation | undefined {
  const found = validationAt(sheet, row, column);
  const stops = found?.showErrorMessage === true && (found.errorStyle ?? 'stop') === 'stop';
  return stops ? found : undefined;
}

async function isAccepted(sheet: SheetModel, validation: DataValidation, cell: TypedCell): Promise<boolean> {
  const typed = readInput(cell.input, sheet.style(cell.row, cell.column).numFmt, sheet.workbook.date1904);
  const value = typed.formula === undefined ? typed.value : await evaluate(sheet, typed.formula);
  // Emptying a cell with the Delete key is never refused.
  if (value === '') return true;
  if (validation.type !== 'custom') return accepts(sheet, validation, cell, value);
  return withValue(sheet, cell, value, () => accepts(sheet, validation, cell, value));
}

/** A custom rule speaks of the cell itself, so that it is judged with the new value in its place. */
async function withValue<T>(
  sheet: SheetModel,
  cell: TypedCell,
  value: string | number | boolean,
  judge: () => Promise<T>,
): Promise<T> {
  const key = `${cell.row},${cell.column}`;
  const old = sheet.cells.get(key);
  sheet.setValue(cell.row, cell.column, value);
  try {
    return await judge();
  } finally {
    if (old) sheet.cells.set(key, old);
    else sheet.cells.delete(key);
    sheet.workbook.cellChanged(sheet, key);
  }
}
