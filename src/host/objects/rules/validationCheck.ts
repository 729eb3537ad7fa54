import type { DataValidation } from '../../workbook/model/data';
import type { CellValue, SheetModel } from '../../workbook/model/workbook';
import { parseCellKey } from '../../workbook/values/address';
import { parseAreas, touch } from '../../workbook/values/areas';
import { moveRelative } from '../../workbook/values/formula';
import { definedName, rangeOfName, rangeOfText } from '../cells/lookup';
import { evaluate } from '../cells/scratch';
import { isAsOperatorSays } from './operator';
import { hidesArrow } from './validationRule';

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The rule of the cell, if it has one. */
export function validationAt(sheet: SheetModel, row: number, column: number): DataValidation | undefined {
  return sheet.data.dataValidations?.find((rule) =>
    touch(parseAreas(rule.range), [{ row, column, rows: 1, columns: 1 }]),
  );
}

/** Whether Excel offers a list to choose from at the cell; a list may say that it has no arrow. */
export function hasChoices(sheet: SheetModel, row: number, column: number): boolean {
  const validation = validationAt(sheet, row, column);
  return validation?.type === 'list' && !hidesArrow(validation);
}

/** What the cell's list offers, as it reads in the cells that it comes from. */
export async function choicesAt(sheet: SheetModel, row: number, column: number): Promise<string[]> {
  const validation = validationAt(sheet, row, column);
  if (validation?.type !== 'list') return [];
  return listItems(sheet, validation, localTo(validation, { row, column }), (source, at) =>
    source.text(at.row, at.column),
  );
}

/** Whether the cell's validation accepts the value. */
export async function accepts(
  sheet: SheetModel,
  validation: DataValidation,
  cell: CellPlace,
  value: CellValue,
): Promise<boolean> {
  if (value === '') return validation.allowBlank ?? false;
  const local = localTo(validation, cell);
  if (validation.type === 'list') {
    const items = await listItems(sheet, validation, local, (source, at) => String(source.value(at.row, at.column)));
    return items.includes(String(value));
  }
  if (validation.type === 'custom') {
    const result = await evaluate(sheet, local(validation.formula1 ?? 'TRUE'));
    return result === true || (typeof result === 'number' && result !== 0);
  }
  const measure = validation.type === 'textLength' ? String(value).length : value;
  if (typeof measure !== 'number') return false;
  if (validation.type === 'whole' && !Number.isInteger(measure)) return false;
  const low = await bound(sheet, validation.formula1, local);
  const high = await bound(sheet, validation.formula2, local);
  if (low === undefined) return false;
  return isAsOperatorSays(validation.operator ?? 'between', measure - low, measure - (high ?? low));
}

/** Relative references are written as seen from the rule's first cell. */
function localTo(validation: DataValidation, cell: CellPlace): (formula: string) => string {
  const first = parseAreas(validation.range)[0] ?? cell;
  return (formula) => moveRelative(formula, cell.row - first.row, cell.column - first.column);
}

async function listItems(
  sheet: SheetModel,
  validation: DataValidation,
  local: (formula: string) => string,
  read: (sheet: SheetModel, at: CellPlace) => string,
): Promise<string[]> {
  if (validation.values) return validation.values;
  const source = local(validation.formula1 ?? '');
  const range =
    rangeOfText(sheet.workbook, source, sheet) ??
    rangeOfName(sheet.workbook, definedName(sheet.workbook, source, sheet));
  if (!range) return [String(await evaluate(sheet, source))];
  await sheet.workbook.calculate([range]);
  const items: string[] = [];
  for (const [key, cell] of range.sheet.cellsIn(range.area)) {
    if (cell.value !== null && !(cell.value instanceof Date)) items.push(read(range.sheet, parseCellKey(key)));
  }
  return items;
}

async function bound(
  sheet: SheetModel,
  formula: string | undefined,
  local: (formula: string) => string,
): Promise<number | undefined> {
  if (formula === undefined) return undefined;
  const constant = Number(formula);
  if (!Number.isNaN(constant)) return constant;
  const value = await evaluate(sheet, local(formula));
  return typeof value === 'number' ? value : undefined;
}
