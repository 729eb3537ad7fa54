import type { Table, TableColumn } from '../../workbook/model/data';
import { followCells, newColumn, nextTableId, tableAreas, tablesIn, writeHeaders } from '../../workbook/model/tables';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import { formatA1, intersection, MAX_ROWS, parseA1, type Area } from '../../workbook/values/address';
import { editContent } from '../cells/edits';
import { rangeArgument } from '../cells/lookup';
import { requireUnprotected } from '../cells/permission';
import type { Argument, Arguments } from '../core/arguments';
import { asText } from '../core/arguments';
import { eventMembers } from '../core/eventMembers';
import { WORKBOOK_TARGET } from '../core/events';
import { bind, orNotFound, type HostObject, type ObjectClass, type Session } from '../core/object';
import { invalidArgument, invalidOperation } from '../core/refusal';
import { currentRegion } from '../range/region';
import { tableClass } from './table';
import type { TableScope } from './target';
import { TableTarget } from './target';

/** `Excel.TableCollection`. */
export const tablesClass: ObjectClass<TableScope> = {
  name: 'TableCollection',
  items: ({ tables }) => tables.map((table) => bind(tableClass, table)),
  item: (scope, given) => orNotFound(find(scope, given.at(0))),
  members: {
    count: { kind: 'value', get: ({ tables }) => tables.length },
    getCount: { kind: 'method', since: '1.4', call: ({ tables }) => tables.length },
    getItemAt: {
      kind: 'method',
      call: ({ tables }, given) => {
        const table = tables[given.integer(0)];
        if (!table) throw invalidArgument();
        return bind(tableClass, table);
      },
    },
    getItemOrNullObject: { kind: 'method', since: '1.4', call: (scope, given) => find(scope, given.at(0)) },
    add: { kind: 'method', call: add },
    ...eventMembers<TableScope>(
      { TableDataChanged: '1.7', TableAdded: '1.9', TableDeleted: '1.9' },
      ({ sheet }) => sheet?.id ?? WORKBOOK_TARGET,
    ),
  },
};

function find(scope: TableScope, key: Argument): HostObject | null {
  const table = scope.find(typeof key === 'number' ? String(key) : asText(key));
  return table ? bind(tableClass, table) : null;
}

function add(scope: TableScope, given: Arguments, session: Session): HostObject {
  const { sheet, area } = rangeArgument(given.at(0), scope.sheet ?? scope.workbook.activeSheet);
  if (scope.sheet && sheet !== scope.sheet) throw invalidArgument('The range is on another sheet.');
  if (given.has(1) && typeof given.at(1) !== 'boolean') throw invalidArgument();
  requireUnprotected(sheet);
  const id = makeTable(sheet, area, given.booleanOr(1, false), session);
  const tableId = String(id);
  session.events.raise('TableAdded', sheet, () => ({ source: 'Local', tableId }), tableId);
  return bind(tableClass, new TableTarget(sheet, id));
}

/** A table over the area, or around a single cell over all cells that hang together with it. */
function makeTable(sheet: SheetModel, given: Area, hasHeaders: boolean, session: Session): number {
  const single = given.rows === 1 && given.columns === 1;
  const area = single ? currentRegion(sheet, given) : given;
  if (area.columns > 16_000 || area.rows === MAX_ROWS) throw invalidArgument('A table does not cover a whole sheet.');
  if (tablesIn(sheet, area).length > 0) throw invalidOperation('A table must not lie over another one.');
  const filter = sheet.data.autoFilter && parseA1(sheet.data.autoFilter.range);
  if (filter && intersection(filter, area)) throw invalidOperation('The range has a filter: remove it first.');
  if (!hasHeaders) sheet.insertCells({ ...area, rows: 1 }, 'Down');
  const alone = hasHeaders && area.rows === 1;
  // A header alone gets a row that waits for data; what stands below moves down.
  if (alone) sheet.insertCells({ ...area, row: area.row + 1 }, 'Down');
  const whole = { ...area, rows: area.rows + (hasHeaders && !alone ? 0 : 1) };
  sheet.unmerge(whole);
  const columns: TableColumn[] = [];
  for (let index = 0; index < area.columns; index++) columns.push(newColumn(columns));
  const name = freeTableName(sheet.workbook);
  const table: Table = {
    id: nextTableId(sheet.workbook.data),
    name,
    displayName: name,
    range: formatA1(whole),
    columns,
    style: 'TableStyleMedium2',
    showAutoFilter: true,
    showRowStripes: true,
    ...(alone && { insertRow: true }),
  };
  (sheet.data.tables ??= []).push(table);
  const { header = whole } = tableAreas(table);
  editContent(session, sheet, header, () => {
    if (hasHeaders) followCells(sheet, header);
    else writeHeaders(sheet, table);
  });
  return table.id;
}

/** The first `表N` that neither a table nor a name of the workbook has. */
function freeTableName(workbook: WorkbookModel): string {
  const taken = new Set(
    [...workbook.sheets.flatMap(({ data }) => data.tables ?? []), ...workbook.data.namedRanges].map(({ name }) =>
      name.toLowerCase(),
    ),
  );
  let number = 1;
  while (taken.has(`表${number}`)) number++;
  return `表${number}`;
}
