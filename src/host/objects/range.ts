import { bind, type ObjectClass } from './object';
import { navigationMembers } from './range-navigation';
import type { RangeRef } from './range-ref';
import { valueMembers } from './range-values';
import { worksheetObject } from './worksheet';

/** `Excel.Range`. */
export const rangeClass: ObjectClass<RangeRef> = {
  name: 'Range',
  identity: (range, session) => ({ _ReferenceId: session.references.idOf(range) ?? '' }),
  wants: ({ sheet, area }) => [{ sheet, area }],
  members: {
    ...navigationMembers,
    ...valueMembers,
    worksheet: { kind: 'object', get: (range) => worksheetObject(range.sheet) },
    _KeepReference: {
      kind: 'method',
      call: (range, _given, session) => {
        session.references.keep(bind(rangeClass, range));
      },
    },
    select: { kind: 'method', call: (range, _given, session) => session.selection.select(range) },
  },
};
