import { tableAreas } from '../../workbook/model/tables';
import { formatA1, intersection, type Area } from '../../workbook/values/address';
import { formulaTableRenamed } from '../../workbook/values/structured';
import { isDefinedName } from '../cells/definedNames';
import { editContent } from '../cells/edits';
import { rangeArgument } from '../cells/lookup';
import { requireUnprotected } from '../cells/permission';
import { asBoolean, asText, type Argument, type Arguments } from '../core/arguments';
import { eventMembers } from '../core/eventMembers';
import {
  bind,
  orNotFound,
  rangeObject,
  worksheetObject,
  type HostObject,
  type ObjectClass,
  type Session,
  type ValueMember,
} from '../core/object';
import { invalidArgument, invalidOperation, itemAlreadyExists } from '../core/refusal';
import { autoFilterClass, TableFilter } from './autoFilter';
import { columnsClass } from './columns';
import { filterRows } from './filters';
import { rowsClass } from './rows';
import { setColumnCount, showHeaders, showTotals } from './shape';
import { tableSortClass } from './sort';
import { convertToRange, removeTable } from './remove';
import type { TableTarget } from './target';

/** A property that the file has under the same kind of name. */
function flag(
  name: 'showRowStripes' | 'showColumnStripes' | 'highlightFirstColumn' | 'highlightLastColumn' | 'showAutoFilter',
  missing: boolean,
): ValueMember<TableTarget> {
  return {
    kind: 'value',
    since: '1.3',
    get: ({ table }) => table[name] ?? missing,
    set: (target, value) => target.change({ [name]: asBoolean(value) }),
  };
}

/** `Excel.Table`. */
export const tableClass: ObjectClass<TableTarget> = {
  name: 'Table',
  identity: ({ id }) => ({ Id: String(id) }),
  members: {
    id: { kind: 'value', get: ({ table }) => String(table.id) },
    legacyId: { kind: 'value', since: '1.8', get: ({ table }) => String(table.id) },
    name: { kind: 'value', get: ({ table }) => table.name, set: rename },
    style: { kind: 'value', get: ({ table }) => table.style ?? '', set: setStyle },
    showHeaders: {
      kind: 'value',
      get: ({ table }) => table.showHeaderRow !== false,
      set: (target, value, session) => showHeaders(target, asBoolean(value), session),
    },
    showTotals: {
      kind: 'value',
      get: ({ table }) => table.showTotalRow === true,
      set: (target, value, session) => showTotals(target, asBoolean(value), session),
    },
    showBandedRows: flag('showRowStripes', true),
    showBandedColumns: flag('showColumnStripes', false),
    highlightFirstColumn: flag('highlightFirstColumn', false),
    highlightLastColumn: flag('highlightLastColumn', false),
    showFilterButton: flag('showAutoFilter', true),
    columns: { kind: 'object', get: (target) => bind(columnsClass, target) },
    rows: { kind: 'object', get: (target) => bind(rowsClass, target) },
    sort: { kind: 'object', since: '1.2', get: (target) => bind(tableSortClass, target) },
    autoFilter: { kind: 'object', since: '1.9', get: (target) => bind(autoFilterClass, new TableFilter(target)) },
    worksheet: { kind: 'object', since: '1.2', get: ({ sheet }) => worksheetObject(sheet) },
    getRange: { kind: 'method', call: (target) => part(target, target.areas.whole) },
    getHeaderRowRange: { kind: 'method', call: (target) => part(target, target.areas.header) },
    getDataBodyRange: { kind: 'method', call: (target) => part(target, target.areas.body) },
    getTotalRowRange: { kind: 'method', call: (target) => part(target, target.areas.totals) },
    clearFilters: { kind: 'method', since: '1.2', call: (target) => filterRows(new TableFilter(target), []) },
    reapplyFilters: {
      kind: 'method',
      since: '1.2',
      call: (target) => filterRows(new TableFilter(target), target.table.filter ?? []),
    },
    convertToRange: {
      kind: 'method',
      since: '1.2',
      call: async (target) => {
        const { whole } = target.areas;
        requireUnprotected(target.sheet);
        await filterRows(new TableFilter(target), []);
        convertToRange(target);
        return rangeObject(target.range(whole));
      },
    },
    delete: { kind: 'method', call: (target, _given, session) => removeTable(target, session) },
    resize: { kind: 'method', since: '1.13', call: resize },
    ...eventMembers<TableTarget>({ TableDataChanged: '1.7', TableSelectionChanged: '1.7' }, ({ id }) => String(id)),
  },
};

function part(target: TableTarget, area: Area | undefined): HostObject {
  return orNotFound(area ? rangeObject(target.range(area)) : null);
}

function rename(target: TableTarget, value: Argument): void {
  const name = asText(value);
  const { table, sheet } = target;
  const { workbook } = sheet;
  if (!isDefinedName(name)) throw invalidArgument(`${name} is no name for a table.`);
  const taken = [
    ...workbook.sheets.flatMap(({ data }) => (data.tables ?? []).filter(({ id }) => id !== table.id)),
    ...workbook.data.namedRanges.filter(({ scope }) => scope === undefined),
  ];
  if (taken.some((one) => one.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists(name);
  target.change({ name, displayName: name });
  workbook.rewrite((formula) => formulaTableRenamed(formula, table.name, name));
}

const STYLES = /^TableStyle(?:Light(?:[1-9]|1\d|2[01])|Medium(?:[1-9]|1\d|2[0-8])|Dark(?:[1-9]|1[01]))$/i;

function setStyle(target: TableTarget, value: Argument): void {
  const style = asText(value);
  if (!STYLES.test(style)) throw invalidArgument(`${style} is no style of Excel's tables.`);
  const kind = /light|medium|dark/i.exec(style)?.[0].toLowerCase() ?? '';
  const number = style.replace(/\D+/, '');
  target.change({ style: `TableStyle${kind.charAt(0).toUpperCase()}${kind.slice(1)}${number}` });
}

/** The header stays where it is; columns and rows come and go at the right and below. */
function resize(target: TableTarget, given: Arguments, session: Session): void {
  const { sheet, area } = rangeArgument(given.at(0), target.sheet);
  const { whole, header, totals } = target.areas;
  requireUnprotected(target.sheet);
  const least = (header ? 1 : 0) + 1;
  const stays = sheet === target.sheet && area.row === whole.row && intersection(area, whole) !== undefined;
  if (!stays || area.rows < least) throw invalidArgument('The header must stay in its row, with a row below it.');
  if (totals) throw invalidOperation('A table with a row of totals is not resized: hide the totals first.');
  const others = (sheet.data.tables ?? []).filter(({ id }) => id !== target.id);
  if (others.some((table) => intersection(area, tableAreas(table).whole)))
    throw invalidOperation('Another table lies in the range.');
  const columns = setColumnCount(target, area);
  const { insertRow: _blank, ...rest } = target.table;
  target.replace({ ...rest, range: formatA1(area), columns });
  editContent(session, sheet, { ...area, rows: 1 }, () => {});
}
