import type { JsonObject } from '../../wire/protocol';
import { isErrorText } from '../../workbook/model/sheet';
import type { SheetModel } from '../../workbook/model/workbook';
import type { CellValue } from '../../workbook/model/workbook';
import { formatA1, type Area } from '../../workbook/values/address';
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
  const single = area.rows === 1 && area.columns === 1;
  const before = single && session.events.hears('DataChanged', sheet) ? sheet.value(area.row, area.column) : undefined;
  change();
  session.events.raise('DataChanged', sheet, async () => {
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
  });
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
