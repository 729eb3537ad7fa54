/** Tables and filters on saving. */
import type { Filter, FilterCriteria, Table, TableColumn } from '../model/data';
import { tableAreas } from '../model/tables';
import type { SheetModel } from '../model/workbook';
import { isKind, partText, xmlPart } from '../package/parts';
import { childOf, childrenOf, element, escapeXml, parseXml, type XmlElement } from '../package/xml';
import { heldOf } from '../reading/tables';
import { formatA1 } from '../values/address';
import { encodeDynamic } from '../values/filterWords';
import { withPrefixes } from '../values/functions';
import { shiftAddresses } from './keptParts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * The table's part: as it was in the file, with what it alone knows, when only its place changed; else written anew,
 * with the calculated columns and what else the file said of the columns that remain.
 */
export function tablePart(sheet: SheetModel, table: Table): string {
  const source = sourceOf(sheet, table);
  const own = source === undefined ? undefined : parseXml(source);
  if (source !== undefined && own?.attributes['ref'] === table.range && table.source?.held === heldOf(table))
    return source;
  const { whole, totals } = tableAreas(table);
  const filtered = { ...whole, rows: whole.rows - (totals ? 1 : 0) };
  const shown = table.showHeaderRow !== false && table.showAutoFilter !== false;
  const content = [
    shown ? filterElement({ range: formatA1(filtered), ...(table.filter && { columns: table.filter }) }) : '',
    sortState(table),
    element(
      'tableColumns',
      { count: table.columns.length },
      table.columns.map((column) => columnElement(column, own)).join(''),
    ),
    element('tableStyleInfo', {
      name: table.style,
      showFirstColumn: table.highlightFirstColumn ? 1 : 0,
      showLastColumn: table.highlightLastColumn ? 1 : 0,
      showRowStripes: table.showRowStripes === false ? 0 : 1,
      showColumnStripes: table.showColumnStripes ? 1 : 0,
    }),
    childOf(own, 'extLst')?.source ?? '',
  ];
  const {
    totalsRowShown: _shown,
    totalsRowCount: _count,
    insertRow: _insert,
    headerRowCount: _rows,
    ...rest
  } = own?.attributes ?? {};
  const attributes = {
    xmlns: MAIN,
    ...rest,
    id: table.id,
    name: table.name,
    displayName: table.name,
    ref: table.range,
    headerRowCount: table.showHeaderRow === false ? 0 : undefined,
    insertRow: table.insertRow ? 1 : undefined,
    totalsRowCount: totals ? 1 : undefined,
    totalsRowShown: totals ? undefined : 0,
  };
  return xmlPart(element('table', attributes, content.join('')));
}

/** The file's own text, its addresses where they belong now. */
function sourceOf({ extras, workbook }: SheetModel, { source }: Table): string | undefined {
  const { kept } = workbook;
  if (!kept || !source) return undefined;
  const xml = (extras.kept?.relationships ?? [])
    .filter((relationship) => isKind(relationship, 'table'))
    .map(({ target }) => partText(kept.parts, target) ?? '')
    .find((one) => parseXml(one)?.attributes['name'] === source.name);
  return xml === undefined ? undefined : shiftAddresses(extras.changes, xml);
}

function columnElement(column: TableColumn, own: XmlElement | undefined): string {
  const before = childrenOf(childOf(own, 'tableColumns'), 'tableColumn').find(
    ({ attributes }) => column.sourceName !== undefined && attributes['name'] === column.sourceName,
  );
  const { totalsRowFunction: _function, totalsRowLabel: _label, ...rest } = before?.attributes ?? {};
  const kept = ['calculatedColumnFormula', 'xmlColumnPr', 'extLst'].map((name) => childOf(before, name)?.source ?? '');
  const formula =
    column.totalFormula === undefined
      ? ''
      : `<totalsRowFormula>${escapeXml(withPrefixes(column.totalFormula))}</totalsRowFormula>`;
  return element(
    'tableColumn',
    {
      ...rest,
      id: column.id,
      // Line ends within an attribute would be read as spaces.
      name: column.name.replace(
        /[\r\n\t]/g,
        (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
      totalsRowFunction: column.totalFunction,
      totalsRowLabel: column.totalLabel,
    },
    [kept[0], formula, kept[1], kept[2]].join(''),
  );
}

function sortState(table: Table): string {
  const { body } = tableAreas(table);
  if (!table.sort) return '';
  const conditions = table.sort.keys.map(({ column, ascending }) =>
    element('sortCondition', {
      descending: ascending ? undefined : 1,
      ref: formatA1({ ...body, column: body.column + column, columns: 1 }),
    }),
  );
  return element(
    'sortState',
    { caseSensitive: table.sort.matchCase ? 1 : undefined, ref: formatA1(body) },
    conditions.join(''),
  );
}

/** `<autoFilter>` with its criteria. */
export function filterElement({ range, columns = [] }: Filter): string {
  const entries = [...columns]
    .sort((a, b) => a.colIndex - b.colIndex)
    .map(({ colIndex, criteria, source }) =>
      element('filterColumn', { colId: colIndex }, criteria ? criteriaElement(criteria) : source),
    );
  return element('autoFilter', { ref: range }, entries.join(''));
}

function criteriaElement(criteria: FilterCriteria): string {
  const { filterOn, values = [], criterion1 = '', criterion2, operator, dynamicCriteria = '' } = criteria;
  switch (filterOn) {
    case 'Values': {
      const texts = values.filter((value) => value !== '').map((val) => element('filter', { val }));
      return element('filters', { blank: values.includes('') ? 1 : undefined }, texts.join(''));
    }
    case 'Custom': {
      const both = [criterion1, ...(criterion2 === undefined ? [] : [criterion2])].map(customFilter);
      return element('customFilters', { and: both.length > 1 && operator !== 'Or' ? 1 : undefined }, both.join(''));
    }
    case 'Dynamic':
      return element('dynamicFilter', { type: encodeDynamic(dynamicCriteria) });
    default:
      return element('top10', {
        top: filterOn.startsWith('Top') ? undefined : 0,
        percent: filterOn.endsWith('Percent') ? 1 : undefined,
        val: criterion1,
      });
  }
}

const OPERATORS = [
  ['<>', 'notEqual'],
  ['>=', 'greaterThanOrEqual'],
  ['<=', 'lessThanOrEqual'],
  ['>', 'greaterThan'],
  ['<', 'lessThan'],
  ['=', undefined],
] as const;

function customFilter(criterion: string): string {
  const found = OPERATORS.find(([sign]) => criterion.startsWith(sign));
  return element('customFilter', { operator: found?.[1], val: criterion.slice(found?.[0].length ?? 0) });
}
