import type { JsonObject } from '../../wire/protocol';
import type { Table } from '../../workbook/model/data';
import { isErrorText } from '../../workbook/model/sheet';
import { followCells, tablesIn } from '../../workbook/model/tables';
import type { SheetModel } from '../../workbook/model/workbook';
import type { CellValue } from '../../workbook/model/workbook';
import { formatA1, parseCellKey, type Area } from '../../workbook/values/address';
import { formulaColumnRenamed } from '../../workbook/values/structured';
import type { Session } from '../core/object';

export type ChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';
export type ShiftDirection = 'None' | 'ShiftCellLeft' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellDown';

/** Who changed the cells: the add-in through the API, or a person in the grid. */
export type Trigger = 'ThisLocalAddin' | 'Unknown';

/** Excel's word for the kind of a value. */
export function valueType(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isErrorText(value) ? 'Error' : 'String';
}

/** Changes the content of cells and tells the listeners, for a single cell with its value before and after. */
export function editContent(
  session: Session,
  sheet: SheetModel,
  area: Area,
  change: () => void,
  trigger: Trigger = 'ThisLocalAddin',
): void {
  const touched = tablesIn(sheet, area);
  const names = touched.map(({ columns }) => columns.map(({ name }) => name));
  const single = area.rows === 1 && area.columns === 1;
  const before = single && session.events.hears('DataChanged', sheet) ? sheet.value(area.row, area.column) : undefined;
  const formulas = session.events.hears('FormulaChanged', sheet) ? formulasIn(sheet, area) : undefined;
  change();
  if (touched.length > 0) {
    followCells(sheet, area);
    touched.forEach((table, index) => renameColumns(sheet, table, names[index] ?? []));
  }
  const details = async (): Promise<JsonObject> => {
    if (before === undefined) return changed('RangeEdited', sheet, area, 'None', trigger);
    await session.workbook.calculate([{ sheet, area }]);
    const after = sheet.value(area.row, area.column);
    return {
      ...changed('RangeEdited', sheet, area, 'None', trigger),
      valueBefore: before,
      valueAfter: after,
      valueTypeBefore: valueType(before),
      valueTypeAfter: valueType(after),
    };
  };
  session.events.raise('DataChanged', sheet, details);
  for (const { id } of touched) {
    const tableId = String(id);
    session.events.raise('TableDataChanged', sheet, async () => ({ ...(await details()), tableId }), tableId);
  }
  if (formulas) raiseFormulas(session, sheet, formulas, formulasIn(sheet, area));
}

/** Formulas that name a column of the table by what it was called are rewritten. */
function renameColumns(sheet: SheetModel, { id, name }: Table, before: readonly string[]): void {
  const now = sheet.data.tables?.find((table) => table.id === id);
  before.forEach((old, index) => {
    const column = now?.columns[index];
    if (!now || !column || column.name === old) return;
    sheet.workbook.rewrite((formula, own) =>
      formulaColumnRenamed(formula, name, old, column.name, own?.tables?.some((table) => table.id === id) === true),
    );
  });
}

function formulasIn(sheet: SheetModel, area: Area): Map<string, string> {
  const formulas = new Map<string, string>();
  for (const [key, { formula }] of sheet.cellsIn(area)) if (formula !== undefined) formulas.set(key, `=${formula}`);
  return formulas;
}

function raiseFormulas(
  session: Session,
  sheet: SheetModel,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  const formulaDetails = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    if (before.get(key) === after.get(key)) return [];
    const cellAddress = formatA1({ ...parseCellKey(key), rows: 1, columns: 1 });
    return [{ cellAddress, previousFormula: before.get(key) ?? '' }];
  });
  if (formulaDetails.length > 0)
    session.events.raise('FormulaChanged', sheet, () => ({ source: 'Local', formulaDetails }));
}

/** Tells the listeners that cells were inserted or deleted. */
export function raiseShift(
  session: Session,
  sheet: SheetModel,
  area: Area,
  changeType: ChangeType,
  direction: ShiftDirection,
): void {
  session.events.raise('DataChanged', sheet, () => changed(changeType, sheet, area, direction, 'ThisLocalAddin'));
}

function changed(
  changeType: ChangeType,
  sheet: SheetModel,
  area: Area,
  shiftDirection: ShiftDirection,
  triggerSource: Trigger,
): JsonObject {
  const address = formatA1(area);
  // The client hands `referenceId` back when the handler asks for the range.
  return { changeType, address, source: 'Local', shiftDirection, triggerSource, referenceId: `${sheet.id}!${address}` };
}
