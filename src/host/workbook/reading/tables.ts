/** What hucre does not read of tables and filters. */
import type { Filter, FilterColumn, FilterCriteria, SortKey, Table } from '../model/data';
import { childOf, childrenOf, isOn, parseXml, type XmlElement } from '../package/xml';
import { decodeDynamic } from '../values/filterWords';
import { parseA1 } from '../values/address';

/** The table of a part. */
export function readTable(xml: string): Table | undefined {
  const table = parseXml(xml);
  const { id, name = '', displayName = name, ref, headerRowCount, totalsRowCount, insertRow } = table?.attributes ?? {};
  if (!table || ref === undefined || parseA1(ref) === undefined) return undefined;
  const style = childOf(table, 'tableStyleInfo')?.attributes ?? {};
  const filter = childOf(table, 'autoFilter');
  const read: Table = {
    id: Number(id),
    // Formulas know the table by its display name; files where both differ are rare.
    name: displayName,
    displayName,
    range: ref,
    columns: childrenOf(childOf(table, 'tableColumns'), 'tableColumn').map((column) => readColumn(column)),
    ...(style['name'] !== undefined && { style: style['name'] }),
    showRowStripes: isOn(style['showRowStripes']),
    showColumnStripes: isOn(style['showColumnStripes']),
    highlightFirstColumn: isOn(style['showFirstColumn']),
    highlightLastColumn: isOn(style['showLastColumn']),
    showHeaderRow: headerRowCount !== '0',
    showTotalRow: Number(totalsRowCount ?? 0) > 0,
    showAutoFilter: filter !== undefined,
    ...(isOn(insertRow) && { insertRow: true }),
    ...(filter && readColumns(filter)),
    ...readSort(table, ref),
  };
  return { ...read, source: { name, held: heldOf(read) } };
}

/** The model of a table but for its place, to be compared. */
export function heldOf({ range: _range, source: _source, ...rest }: Table): string {
  return JSON.stringify(rest);
}

function readColumn(column: XmlElement): Table['columns'][number] {
  const { id, name = '', totalsRowFunction, totalsRowLabel } = column.attributes;
  // Line ends of a header are written as signs of their own.
  const plain = name.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  const formula = childOf(column, 'totalsRowFormula')?.text;
  return {
    id: Number(id),
    name: plain,
    sourceName: name,
    ...(totalsRowFunction !== undefined && { totalFunction: totalsRowFunction }),
    ...(totalsRowLabel !== undefined && { totalLabel: totalsRowLabel }),
    ...(formula !== undefined && { totalFormula: formula }),
  };
}

function readColumns(filter: XmlElement): { filter?: FilterColumn[] } {
  const columns = filterColumns(filter);
  return columns.length > 0 ? { filter: columns } : {};
}

function readSort(table: XmlElement, ref: string): Pick<Table, 'sort'> {
  const state = childOf(table, 'sortState');
  const whole = parseA1(ref);
  const keys = childrenOf(state, 'sortCondition').flatMap(({ attributes }): SortKey[] => {
    const area = parseA1(attributes['ref'] ?? '');
    const plain = attributes['sortBy'] === undefined || attributes['sortBy'] === 'value';
    return area && whole && plain
      ? [{ column: area.column - whole.column, ascending: !isOn(attributes['descending']) }]
      : [];
  });
  return keys.length > 0 ? { sort: { keys, matchCase: isOn(state?.attributes['caseSensitive']) } } : {};
}

/** The `<autoFilter>` of a sheet. */
export function readFilter(xml: string | undefined): Filter | undefined {
  const filter = xml === undefined ? undefined : parseXml(xml);
  const range = filter?.attributes['ref'];
  if (!filter || range === undefined) return undefined;
  const columns = filterColumns(filter);
  return { range, ...(columns.length > 0 && { columns }) };
}

function filterColumns(filter: XmlElement): FilterColumn[] {
  return childrenOf(filter, 'filterColumn').flatMap((column): FilterColumn[] => {
    const colIndex = Number(column.attributes['colId']);
    const criteria = readCriteria(column);
    const hasOthers = column.children.some(({ name }) => name !== 'extLst');
    return criteria ? [{ colIndex, criteria }] : hasOthers ? [{ colIndex, source: column.inner }] : [];
  });
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

function readCriteria(column: XmlElement): FilterCriteria | undefined {
  const list = childOf(column, 'filters');
  if (list) {
    if (childOf(list, 'dateGroupItem')) return undefined;
    const values = childrenOf(list, 'filter').map(({ attributes }) => attributes['val'] ?? '');
    return { filterOn: 'Values', values: isOn(list.attributes['blank']) ? [...values, ''] : values };
  }
  const custom = childOf(column, 'customFilters');
  if (custom) {
    const [criterion1, criterion2] = childrenOf(custom, 'customFilter').map(
      ({ attributes }) => (OPERATORS[attributes['operator'] ?? 'equal'] ?? '=') + (attributes['val'] ?? ''),
    );
    if (criterion1 === undefined) return undefined;
    const both = criterion2 !== undefined && {
      criterion2,
      operator: isOn(custom.attributes['and']) ? ('And' as const) : ('Or' as const),
    };
    return { filterOn: 'Custom', criterion1, ...both };
  }
  const top = childOf(column, 'top10')?.attributes;
  if (top) {
    const side = top['top'] === undefined || isOn(top['top']) ? 'Top' : 'Bottom';
    return { filterOn: `${side}${isOn(top['percent']) ? 'Percent' : 'Items'}`, criterion1: top['val'] ?? '10' };
  }
  const dynamicCriteria = decodeDynamic(childOf(column, 'dynamicFilter')?.attributes['type'] ?? '');
  return dynamicCriteria === undefined ? undefined : { filterOn: 'Dynamic', dynamicCriteria };
}
