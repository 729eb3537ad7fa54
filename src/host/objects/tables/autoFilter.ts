import type { Json } from '../../wire/protocol';
import type { FilterColumn } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { formatA1, intersection, isSameArea, parseA1, type Area } from '../../workbook/values/address';
import { rangeArgument } from '../cells/lookup';
import { requirePermission } from '../cells/permission';
import type { Arguments } from '../core/arguments';
import { orNotFound, rangeObject, type HostObject, type ObjectClass } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, invalidOperation } from '../core/refusal';
import { currentRegion } from '../range/region';
import { criteriaJson, criteriaOf, filterColumn, filterRows, type Filtered } from './filters';
import { TableScope, type TableTarget } from './target';

/** The filter of a sheet, or of a table. */
export abstract class FilterOwner implements Filtered {
  abstract readonly sheet: SheetModel;
  abstract readonly area: Area | undefined;
  abstract columns: readonly FilterColumn[];
  /** Puts the filter on this area, without criteria unless it is there already. */
  abstract place(range: RangeRef): void;
  abstract remove(): void;
}

export class SheetFilter extends FilterOwner {
  constructor(readonly sheet: SheetModel) {
    super();
  }

  get area(): Area | undefined {
    const { autoFilter } = this.sheet.data;
    return autoFilter && parseA1(autoFilter.range);
  }

  get columns(): readonly FilterColumn[] {
    return this.sheet.data.autoFilter?.columns ?? [];
  }

  set columns(columns: readonly FilterColumn[]) {
    const { autoFilter } = this.sheet.data;
    if (autoFilter) this.sheet.data.autoFilter = { range: autoFilter.range, ...(columns.length > 0 && { columns }) };
  }

  place({ sheet, area }: RangeRef): void {
    if (sheet !== this.sheet) throw invalidArgument('The range is on another sheet.');
    const single = area.rows === 1 && area.columns === 1;
    const wanted = single ? currentRegion(sheet, area) : area;
    const used = intersection(wanted, sheet.usedArea(true) ?? wanted) ?? wanted;
    if (this.area && isSameArea(this.area, used)) return;
    if (new TableScope(sheet.workbook, sheet).tables.some(({ areas }) => intersection(areas.whole, used)))
      throw invalidOperation('The range has cells of a table, which has a filter of its own.');
    sheet.data.autoFilter = { range: formatA1(used) };
  }

  remove(): void {
    delete this.sheet.data.autoFilter;
  }
}

export class TableFilter extends FilterOwner {
  constructor(readonly target: TableTarget) {
    super();
  }

  get sheet(): SheetModel {
    return this.target.sheet;
  }

  /** Header and body: the totals are never filtered. */
  get area(): Area | undefined {
    const { header, body } = this.target.areas;
    const shown = header && this.target.table.showAutoFilter !== false;
    return shown ? { ...header, rows: body.rows + 1 } : undefined;
  }

  get columns(): readonly FilterColumn[] {
    return this.target.table.filter ?? [];
  }

  set columns(filter: readonly FilterColumn[]) {
    this.target.change({ filter });
  }

  place({ sheet, area }: RangeRef): void {
    const { whole, header } = this.target.areas;
    if (sheet !== this.sheet || !intersection(area, whole)) throw invalidArgument('The range is not of the table.');
    if (!header) throw invalidOperation('A table without a header has no filter.');
    this.target.change({ showAutoFilter: true });
  }

  remove(): void {
    this.target.change({ showAutoFilter: false, filter: [] });
  }
}

/** `Excel.AutoFilter`. */
export const autoFilterClass: ObjectClass<FilterOwner> = {
  name: 'AutoFilter',
  since: '1.9',
  members: {
    enabled: { kind: 'value', get: ({ area }) => area !== undefined },
    isDataFiltered: { kind: 'value', get: ({ columns }) => columns.length > 0 },
    criteria: { kind: 'value', get: criteria },
    apply: { kind: 'method', call: apply },
    clearCriteria: { kind: 'method', call: (owner) => filterRows(owner, []) },
    clearColumnCriteria: {
      kind: 'method',
      since: '1.14',
      call: (owner, given) => filterColumn(owner, columnIndex(owner, given, 0), undefined),
    },
    reapply: { kind: 'method', call: (owner) => filterRows(owner, owner.columns) },
    remove: {
      kind: 'method',
      call: async (owner) => {
        requirePermission(owner.sheet, 'autoFilter');
        await filterRows(owner, []);
        owner.remove();
      },
    },
    getRange: { kind: 'method', call: (owner) => orNotFound(rangeOf(owner)) },
    getRangeOrNullObject: { kind: 'method', call: rangeOf },
  },
};

function rangeOf({ sheet, area }: FilterOwner): HostObject | null {
  return area ? rangeObject(new RangeRef(sheet, area)) : null;
}

/** One entry for each column, null for those that show everything. */
function criteria({ area, columns }: FilterOwner): Json {
  return Array.from({ length: area?.columns ?? 0 }, (_, index) =>
    criteriaJson(columns.find(({ colIndex }) => colIndex === index)?.criteria),
  );
}

async function apply(owner: FilterOwner, given: Arguments): Promise<void> {
  requirePermission(owner.sheet, 'autoFilter');
  const range = rangeArgument(given.at(0), owner.sheet);
  const wanted = given.has(2) ? criteriaOf(given.at(2)) : undefined;
  const before = owner.area;
  if (before && owner.columns.length > 0 && !isSameArea(before, range.area) && !(owner instanceof TableFilter))
    await filterRows(owner, []);
  owner.place(range);
  if (given.has(1)) await filterColumn(owner, columnIndex(owner, given, 1), wanted);
}

function columnIndex({ area }: FilterOwner, given: Arguments, at: number): number {
  const index = given.integer(at);
  if (!area || index < 0 || index >= area.columns) throw invalidArgument('The column lies outside the filter.');
  return index;
}
