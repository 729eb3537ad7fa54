import type { FilterCriteria } from '../../workbook/model/data';
import { asText } from '../core/arguments';
import type { MethodMember, ObjectClass } from '../core/object';
import { apiNotFound, invalidOperation } from '../core/refusal';
import { TableFilter } from './autoFilter';
import { criteriaJson, criteriaOf, filterColumn } from './filters';
import type { TableTarget } from './target';

/** The filter of one column of a table. */
export class ColumnFilter {
  constructor(
    readonly owner: TableTarget,
    private readonly place: () => number,
  ) {}

  get criteria(): FilterCriteria | undefined {
    const index = this.place();
    return this.owner.table.filter?.find(({ colIndex }) => colIndex === index)?.criteria;
  }

  async apply(criteria: FilterCriteria | undefined): Promise<void> {
    const filter = new TableFilter(this.owner);
    if (!filter.area) {
      if (!criteria) return;
      if (!this.owner.areas.header) throw invalidOperation('A table without a header has no filter.');
      this.owner.change({ showAutoFilter: true });
    }
    await filterColumn(filter, this.place(), criteria);
  }
}

function items(filterOn: string): MethodMember<ColumnFilter> {
  return {
    kind: 'method',
    call: (target, given) => target.apply(criteriaOf({ filterOn, criterion1: given.integer(0) })),
  };
}

function refused(kind: string): MethodMember<ColumnFilter> {
  return {
    kind: 'method',
    call: () => {
      throw apiNotFound(`Filter.${kind}`);
    },
  };
}

/** `Excel.Filter`. */
export const columnFilterClass: ObjectClass<ColumnFilter> = {
  name: 'Filter',
  since: '1.2',
  members: {
    criteria: { kind: 'value', get: ({ criteria }) => criteriaJson(criteria) },
    apply: { kind: 'method', call: (target, given) => target.apply(criteriaOf(given.at(0))) },
    applyValuesFilter: {
      kind: 'method',
      call: (target, given) => target.apply(criteriaOf({ filterOn: 'Values', values: given.at(0) })),
    },
    applyCustomFilter: {
      kind: 'method',
      call: (target, given) =>
        target.apply(
          criteriaOf({
            filterOn: 'Custom',
            criterion1: asText(given.at(0)),
            criterion2: given.at(1),
            ...(given.has(2) && { operator: given.at(2) }),
          }),
        ),
    },
    applyDynamicFilter: {
      kind: 'method',
      call: (target, given) => target.apply(criteriaOf({ filterOn: 'Dynamic', dynamicCriteria: given.at(0) })),
    },
    applyTopItemsFilter: items('TopItems'),
    applyTopPercentFilter: items('TopPercent'),
    applyBottomItemsFilter: items('BottomItems'),
    applyBottomPercentFilter: items('BottomPercent'),
    applyCellColorFilter: refused('applyCellColorFilter'),
    applyFontColorFilter: refused('applyFontColorFilter'),
    applyIconFilter: refused('applyIconFilter'),
    clear: { kind: 'method', call: (target) => target.apply(undefined) },
  },
};
