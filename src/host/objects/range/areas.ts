import { isWholeColumns, isWholeRows } from '../../workbook/values/address';
import { fullAddress } from '../cells/lookup';
import { bind, rangeAreasObject, rangeObject, worksheetObject, type ObjectClass, type Session } from '../core/object';
import type { RangeAreasRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';
import { conditionalFormatsClass, FormattedCells } from '../rules/conditionalFormats';
import { dataValidationClass, ValidatedCells } from '../rules/dataValidation';
import { formatClass } from './format';
import { Formatted } from './formatted';
import { CLEAR_WORDS, clear } from './structure';

/** `Excel.RangeAreas`: several rectangles of one sheet. */
export const rangeAreasClass: ObjectClass<RangeAreasRef> = {
  name: 'RangeAreas',
  since: '1.9',
  identity: (areas, session) => ({ _ReferenceId: session.references.idOf(areas) ?? '' }),
  wants: ({ sheet, areas }) => areas.map(({ area }) => ({ sheet, area })),
  members: {
    address: { kind: 'value', get: addressOf },
    addressLocal: { kind: 'value', get: addressOf },
    areaCount: { kind: 'value', get: ({ areas }) => areas.length },
    cellCount: {
      kind: 'value',
      get: ({ areas }) => areas.reduce((sum, { area }) => sum + area.rows * area.columns, 0),
    },
    isEntireColumn: { kind: 'value', get: ({ areas }) => areas.every(({ area }) => isWholeColumns(area)) },
    isEntireRow: { kind: 'value', get: ({ areas }) => areas.every(({ area }) => isWholeRows(area)) },
    areas: { kind: 'object', get: (areas) => bind(rangeCollectionClass, areas) },
    format: { kind: 'object', get: ({ sheet, areas }) => bind(formatClass, new Formatted(sheet, areas)) },
    dataValidation: {
      kind: 'object',
      get: ({ sheet, areas }) => bind(dataValidationClass, new ValidatedCells(sheet, areas)),
    },
    conditionalFormats: {
      kind: 'object',
      get: ({ sheet, areas }) => bind(conditionalFormatsClass, new FormattedCells(sheet, areas)),
    },
    worksheet: { kind: 'object', get: ({ sheet }) => worksheetObject(sheet) },
    clear: {
      kind: 'method',
      call: ({ sheet, areas }, given, session) => {
        const what = given.choiceOr(0, CLEAR_WORDS, 'All');
        for (const { area } of areas) clear(session, sheet, area, what);
      },
    },
    _KeepReference: {
      kind: 'method',
      call: (areas, _given, session) => {
        session.references.keep(rangeAreasObject(areas));
      },
    },
  },
};

/** The sheet is named before each area: `Sheet1!A1:B2,Sheet1!D4`; a long one may be cut after an area. */
function addressOf({ areas }: RangeAreasRef, { profile }: Session): string {
  const address = areas.map(fullAddress).join(',');
  const { got } = profile.addressLimit;
  return got === null || address.length <= got ? address : address.slice(0, address.lastIndexOf(',', got));
}

/** `Excel.RangeCollection`: the areas one by one. */
export const rangeCollectionClass: ObjectClass<RangeAreasRef> = {
  name: 'RangeCollection',
  since: '1.9',
  items: ({ areas }) => areas.map((range) => rangeObject(range)),
  members: {
    getCount: { kind: 'method', call: ({ areas }) => areas.length },
    getItemAt: {
      kind: 'method',
      call: ({ areas }, given) => {
        const range = areas[given.integer(0)];
        if (!range) throw invalidArgument();
        return rangeObject(range);
      },
    },
  },
};
