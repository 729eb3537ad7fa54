import type { Table } from '../../workbook/model/data';
import { putTable, tableAreas, type TableAreas } from '../../workbook/model/tables';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import type { Area } from '../../workbook/values/address';
import { RangeRef } from '../core/rangeRef';
import { itemNotFound } from '../core/refusal';

/** The tables of a sheet, or of the whole workbook. */
export class TableScope {
  constructor(
    readonly workbook: WorkbookModel,
    readonly sheet: SheetModel | undefined,
  ) {}

  get tables(): TableTarget[] {
    const sheets = this.sheet ? [this.sheet] : this.workbook.sheets;
    return sheets.flatMap((sheet) => (sheet.data.tables ?? []).map(({ id }) => new TableTarget(sheet, id)));
  }

  /** A table by its name or its number. */
  find(key: string): TableTarget | undefined {
    const wanted = key.toLowerCase();
    return this.tables.find(({ id, table }) => table.name.toLowerCase() === wanted || String(id) === key);
  }
}

/** A table, found by its number however it changes. */
export class TableTarget {
  constructor(
    readonly sheet: SheetModel,
    readonly id: number,
  ) {}

  get table(): Table {
    const table = this.sheet.workbook.sheets.includes(this.sheet)
      ? this.sheet.data.tables?.find(({ id }) => id === this.id)
      : undefined;
    if (!table) throw itemNotFound('The table is gone.');
    return table;
  }

  get areas(): TableAreas {
    return tableAreas(this.table);
  }

  change(change: Partial<Table>): void {
    this.replace({ ...this.table, ...change });
  }

  replace(table: Table): void {
    putTable(this.sheet, table);
  }

  range(area: Area): RangeRef {
    return new RangeRef(this.sheet, area);
  }

  /** Whether its only row waits for the first data. */
  get isEmpty(): boolean {
    return this.table.insertRow === true;
  }
}
