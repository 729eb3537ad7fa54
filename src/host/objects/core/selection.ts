import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { formatA1, intersection, isSameArea, parseA1 } from '../../workbook/values/address';
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
    const { sheet, area } = range;
    const before = this.on(sheet).area;
    this.workbook.activeSheet = sheet;
    this.ranges.set(sheet, new RangeRef(sheet, area));
    if (isSameArea(before, area)) return;
    const address = formatA1(area);
    this.events.raise('SelectionChanged', sheet, () => ({ address }));
    for (const table of sheet.data.tables ?? []) {
      const whole = parseA1(table.range);
      const [inside, was] = [whole && intersection(whole, area), whole && intersection(whole, before)];
      // Leaving a table is told with no address.
      if (inside || was) {
        const own = { address: inside ? formatA1(inside) : '', tableId: String(table.id) };
        this.events.raise('TableSelectionChanged', sheet, () => own, String(table.id));
      }
    }
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
