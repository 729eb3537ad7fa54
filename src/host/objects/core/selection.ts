import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import type { EventHub } from './events';
import { RangeRef } from './rangeRef';

/** What is selected on each sheet; A1 until something was. */
export class Selection {
  private readonly ranges = new WeakMap<SheetModel, RangeRef>();

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly events: EventHub,
  ) {}

  /** The selected range of the active sheet. */
  get range(): RangeRef {
    return this.on(this.workbook.activeSheet);
  }

  /** The selected range of a sheet, shown or not. */
  on(sheet: SheetModel): RangeRef {
    return this.ranges.get(sheet) ?? new RangeRef(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  }

  /** Shows the range's sheet and selects the range on it. */
  select(range: RangeRef): void {
    this.workbook.activeSheet = range.sheet;
    this.ranges.set(range.sheet, new RangeRef(range.sheet, range.area));
  }

  /** Shows another sheet and tells the listeners. */
  activate(sheet: SheetModel): void {
    const before = this.workbook.activeSheet;
    if (before === sheet) return;
    this.workbook.activeSheet = sheet;
    this.events.raise('Deactivated', before, () => ({}));
    this.events.raise('Activated', sheet, () => ({}));
  }
}
