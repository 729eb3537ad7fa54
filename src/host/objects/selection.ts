import type { SheetModel, WorkbookModel } from '../workbook/model';
import { RangeRef } from './range-ref';

/** What is selected on each sheet; A1 until something was. */
export class Selection {
  private readonly ranges = new WeakMap<SheetModel, RangeRef>();

  constructor(private readonly workbook: WorkbookModel) {}

  /** The selected range of the active sheet. */
  get range(): RangeRef {
    const sheet = this.workbook.activeSheet;
    return this.ranges.get(sheet) ?? new RangeRef(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  }

  /** Shows the range's sheet and selects the range on it. */
  select(range: RangeRef): void {
    this.workbook.activeSheet = range.sheet;
    this.ranges.set(range.sheet, new RangeRef(range.sheet, range.area));
  }
}
