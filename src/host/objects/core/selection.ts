import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { RangeRef } from './rangeRef';
import type { Session } from './session';

/** What is selected on each sheet; A1 until something was. */
export class Selection {
  private readonly ranges = new WeakMap<SheetModel, RangeRef>();

  constructor(private readonly workbook: WorkbookModel) {}

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
}

/** Shows another sheet and tells the listeners. */
export function activate(session: Session, sheet: SheetModel): void {
  const before = session.workbook.activeSheet;
  if (before === sheet) return;
  session.workbook.activeSheet = sheet;
  session.events.raise('Deactivated', before, () => ({}));
  session.events.raise('Activated', sheet, () => ({}));
}
