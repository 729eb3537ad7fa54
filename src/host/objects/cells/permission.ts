import { isProtected, type SheetProtection } from '../../workbook/model/data';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { intersection, isWholeColumns, isWholeRows, parseA1, type Area } from '../../workbook/values/address';
import { accessDenied } from '../core/refusal';

/** What a protected sheet may allow besides editing unlocked cells. */
export type Permission = Exclude<
  { [K in keyof SheetProtection]-?: SheetProtection[K] extends boolean | undefined ? K : never }[keyof SheetProtection],
  'sheet' | 'objects' | 'scenarios' | 'selectLockedCells' | 'selectUnlockedCells'
>;

/** Refuses what a protected sheet forbids unless its protection allows it. */
export function requirePermission(sheet: SheetModel, permission: Permission): void {
  const { protection } = sheet.data;
  if (isProtected(protection) && protection?.[permission] !== true) throw accessDenied();
}

/** Refuses anything that no option of the protection could allow. */
export function requireUnprotected(sheet: SheetModel): void {
  if (isProtected(sheet.data.protection)) throw accessDenied();
}

/** Refuses to change the content of a protected sheet's locked cells; without formats of their own cells are locked. */
export function requireEditable(sheet: SheetModel, area: Area): void {
  if (isProtected(sheet.data.protection) && hasLockedCell(sheet, area)) throw accessDenied();
}

function hasLockedCell(sheet: SheetModel, area: Area): boolean {
  // A whole row or column reaches beyond all formats, to cells that are locked.
  if (isWholeRows(area) || isWholeColumns(area)) return true;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (isLocked(sheet, row, column)) return true;
    }
  }
  return false;
}

/** Whether the cell may not be edited while its sheet is protected. */
export function isLocked(sheet: SheetModel, row: number, column: number): boolean {
  return sheet.style(row, column).protection?.locked !== false;
}

/** Whether a table or an AutoFilter of the sheet has cells in the area: such cells cannot be merged. */
export function touchesTableOrFilter(sheet: SheetModel, area: Area): boolean {
  const ranges = [sheet.data.autoFilter?.range, ...(sheet.data.tables ?? []).map((table) => table.range)];
  return ranges.some((range) => {
    const taken = range === undefined ? undefined : parseA1(range);
    return taken !== undefined && intersection(taken, area) !== undefined;
  });
}

export function isStructureProtected(workbook: WorkbookModel): boolean {
  return workbook.data.workbookProtection?.lockStructure === true;
}

/** Refuses to add, delete, rename, move, hide or copy sheets of a protected workbook. */
export function requireStructureUnprotected(workbook: WorkbookModel): void {
  if (isStructureProtected(workbook)) throw accessDenied();
}
