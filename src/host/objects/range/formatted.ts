import type { CellStyle } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { requirePermission } from '../cells/permission';
import type { RangeRef } from '../core/rangeRef';

/** The cells whose format is meant: one range, or several of a sheet. */
export class Formatted {
  constructor(
    readonly sheet: SheetModel,
    readonly ranges: readonly RangeRef[],
  ) {}

  /** Changes every cell's format, unless the sheet's protection forbids it. */
  patch(change: (style: CellStyle) => CellStyle): void {
    requirePermission(this.sheet, 'formatCells');
    for (const range of this.ranges) this.sheet.patchStyle(range.area, change);
  }
}
