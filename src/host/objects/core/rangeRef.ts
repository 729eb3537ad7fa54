import type { SheetModel } from '../../workbook/model/workbook';
import type { Area } from '../../workbook/values/address';
import { shiftArea, type Change } from '../../workbook/values/shift';

/** A rectangle of cells that the client holds; one that is tracked moves when cells are inserted or deleted. */
export class RangeRef {
  private deleted = false;

  constructor(
    readonly sheet: SheetModel,
    private current: Area,
  ) {}

  get area(): Area {
    return this.current;
  }

  /** Whether its sheet and its cells still exist. */
  get isAlive(): boolean {
    return !this.deleted && this.sheet.workbook.sheets.includes(this.sheet);
  }

  follow(change: Change): void {
    const area = shiftArea(change, this.current);
    if (area) this.current = area;
    else this.deleted = true;
  }
}

/** Several rectangles of one sheet, in the order in which they were named. */
export class RangeAreasRef {
  constructor(
    readonly sheet: SheetModel,
    readonly areas: readonly RangeRef[],
  ) {}

  get isAlive(): boolean {
    return this.areas.some((area) => area.isAlive);
  }

  follow(change: Change): void {
    for (const area of this.areas) area.follow(change);
  }
}
