import type { Json } from '../../wire/protocol';
import type { Arguments } from '../core/arguments';
import type { ObjectClass, Session } from '../core/object';
import { sortKeys, sortMethod, sortRows } from '../range/sort';
import type { TableTarget } from './target';

/** `Excel.TableSort`: the order of a table's rows, remembered with the table. */
export const tableSortClass: ObjectClass<TableTarget> = {
  name: 'TableSort',
  since: '1.2',
  wants: ({ sheet, areas }) => [{ sheet, area: areas.body }],
  members: {
    fields: { kind: 'value', get: fields },
    matchCase: { kind: 'value', get: ({ table }) => table.sort?.matchCase ?? false },
    method: { kind: 'value', get: () => 'PinYin' },
    apply: { kind: 'method', calculated: true, call: apply },
    clear: {
      kind: 'method',
      call: (target) => {
        const { sort: _sort, ...rest } = target.table;
        target.replace(rest);
      },
    },
    reapply: {
      kind: 'method',
      calculated: true,
      call: (target, _given, session) => {
        const { sort } = target.table;
        if (sort) sortRows(target.range(target.areas.body), { ...sort, method: 'PinYin' }, 0, session);
      },
    },
  },
};

function fields({ table }: TableTarget): Json {
  return (table.sort?.keys ?? []).map(({ column, ascending }) => ({ key: column, ascending, sortOn: 'Value' }));
}

function apply(target: TableTarget, given: Arguments, session: Session): void {
  const keys = sortKeys(given.at(0), target.table.columns.length);
  const matchCase = given.booleanOr(1, false);
  sortRows(target.range(target.areas.body), { keys, matchCase, method: sortMethod(given, 2) }, 0, session);
  target.change({ sort: { keys, matchCase } });
}
