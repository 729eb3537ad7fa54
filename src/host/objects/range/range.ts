import { bind, rangeObject, worksheetObject, type ObjectClass } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { requireFocus } from '../core/refusal';
import { conditionalFormatsClass, FormattedCells } from '../rules/conditionalFormats';
import { dataValidationClass, ValidatedCells } from '../rules/dataValidation';
import { copyMembers } from './copy';
import { edgeMembers } from './edges';
import { fillMembers } from './fill';
import { findMembers } from './find';
import { formatClass } from './format';
import { Formatted } from './formatted';
import { hyperlinkMembers } from './hyperlink';
import { navigationMembers } from './navigation';
import { outlineMembers } from './outline';
import { propertyMembers } from './properties';
import { searchMembers } from './search';
import { sizeMembers } from './size';
import { setStyle, styleOf } from './style';
import { sortClass } from './sort';
import { structureMembers } from './structure';
import { valueMembers } from './values';
import { viewMembers } from './view';

/** `Excel.Range`. */
export const rangeClass: ObjectClass<RangeRef> = {
  name: 'Range',
  identity: (range, session) => ({ _ReferenceId: session.references.idOf(range) ?? '' }),
  wants: ({ sheet, area }) => [{ sheet, area }],
  // The families import this class in turn, so that their members are looked up when they are needed.
  get members() {
    return (rangeMembers ??= {
      ...navigationMembers,
      ...valueMembers,
      ...structureMembers,
      ...copyMembers,
      ...searchMembers,
      ...hyperlinkMembers,
      ...viewMembers,
      ...findMembers,
      ...edgeMembers,
      ...fillMembers,
      ...outlineMembers,
      ...propertyMembers,
      ...sizeMembers,
      ...ownMembers,
    });
  },
};

let rangeMembers: ObjectClass<RangeRef>['members'] | undefined;

const ownMembers: ObjectClass<RangeRef>['members'] = {
  format: { kind: 'object', get: (range) => bind(formatClass, new Formatted(range.sheet, [range])) },
  style: { kind: 'value', since: '1.7', get: styleOf, set: setStyle },
  sort: { kind: 'object', since: '1.2', get: (range) => bind(sortClass, range) },
  dataValidation: {
    kind: 'object',
    since: '1.8',
    get: (range) => bind(dataValidationClass, new ValidatedCells(range.sheet, [range])),
  },
  conditionalFormats: {
    kind: 'object',
    since: '1.6',
    get: (range) => bind(conditionalFormatsClass, new FormattedCells(range.sheet, [range])),
  },
  worksheet: { kind: 'object', get: (range) => worksheetObject(range.sheet) },
  calculate: {
    kind: 'method',
    since: '1.6',
    call: ({ sheet, area }) => sheet.workbook.calculate([{ sheet, area }]),
  },
  select: {
    kind: 'method',
    call: (range, _given, session) => {
      requireFocus(session.state);
      session.selection.select(range);
    },
  },
  _KeepReference: {
    kind: 'method',
    call: (range, _given, session) => {
      session.references.keep(rangeObject(range));
    },
  },
};
