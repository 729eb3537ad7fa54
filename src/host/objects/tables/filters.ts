import type { Json } from '../../wire/protocol';
import type { FilterColumn, FilterCriteria, FilterKind } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import type { Area } from '../../workbook/values/address';
import { DYNAMIC_WORDS } from '../../workbook/values/filterWords';
import { requirePermission } from '../cells/permission';
import { asChoice, asList, asRecord, asText, type Argument, type ArgumentRecord } from '../core/arguments';
import { apiNotFound, invalidArgument } from '../core/refusal';
import { matching } from './matching';

/** An area whose rows a filter shows or hides; its first row is the header. */
export interface Filtered {
  readonly sheet: SheetModel;
  /** Undefined when nothing is filtered here. */
  readonly area: Area | undefined;
  columns: readonly FilterColumn[];
}

/** Gives a column criteria, or with undefined takes them away; the rows follow. */
export async function filterColumn(
  filtered: Filtered,
  colIndex: number,
  criteria: FilterCriteria | undefined,
): Promise<void> {
  requirePermission(filtered.sheet, 'autoFilter');
  const others = filtered.columns.filter((column) => column.colIndex !== colIndex);
  await filterRows(filtered, criteria ? [...others, { colIndex, criteria }] : others);
}

/** Puts these criteria in place of all others and hides the rows that do not meet them all. */
export async function filterRows(filtered: Filtered, columns: readonly FilterColumn[]): Promise<void> {
  const { sheet, area } = filtered;
  if (!area) return;
  requirePermission(sheet, 'autoFilter');
  if (columns.some(({ criteria }) => !criteria)) throw apiNotFound('Filter.apply (besides a filter by colour or date)');
  await sheet.workbook.calculate([{ sheet, area }]);
  const rows = Array.from({ length: area.rows - 1 }, (_, index) => area.row + 1 + index);
  const shown = rows.map(() => true);
  for (const { colIndex, criteria } of columns) {
    if (!criteria) continue;
    const column = area.column + colIndex;
    const cells = rows.map((row) => ({ value: sheet.value(row, column), text: sheet.text(row, column) }));
    matching(criteria, cells, sheet.workbook.date1904).forEach((match, index) => {
      if (!match) shown[index] = false;
    });
  }
  filtered.columns = columns;
  showRows(sheet, rows, shown);
}

function showRows(sheet: SheetModel, rows: readonly number[], shown: readonly boolean[]): void {
  const definitions = (sheet.data.rowDefs ??= new Map());
  rows.forEach((row, index) => {
    const hidden = shown[index] !== true;
    const old = definitions.get(row);
    if (hidden !== (old?.hidden ?? false)) definitions.set(row, { ...old, hidden });
  });
  sheet.workbook.rowsHiddenChanged();
}

const KINDS = [
  'BottomItems',
  'BottomPercent',
  'CellColor',
  'Dynamic',
  'FontColor',
  'Values',
  'TopItems',
  'TopPercent',
  'Icon',
  'Custom',
] as const;

/** The API's `FilterCriteria` as the model keeps them. */
export function criteriaOf(value: Argument): FilterCriteria {
  const given = asRecord(value);
  const filterOn = asChoice(given['filterOn'] ?? null, KINDS);
  switch (filterOn) {
    case 'CellColor':
    case 'FontColor':
    case 'Icon':
      throw apiNotFound(`Filter.apply (${filterOn})`);
    case 'Values':
      return { filterOn, values: asList(given['values'] ?? null).map(valueText) };
    case 'Dynamic':
      return { filterOn, dynamicCriteria: asChoice(given['dynamicCriteria'] ?? null, DYNAMIC_WORDS) };
    case 'Custom': {
      const criterion2 = optional(given, 'criterion2');
      const operator = asChoice(given['operator'] ?? 'And', ['And', 'Or']);
      const criterion1 = asText(given['criterion1'] ?? null);
      return { filterOn, criterion1, ...(criterion2 !== undefined && { criterion2, operator }) };
    }
    default:
      return { filterOn, criterion1: sizeOf(filterOn, given['criterion1'] ?? null) };
  }
}

function valueText(value: Argument): string {
  if (typeof value === 'object') throw apiNotFound('Filter.apply (dates)');
  return asText(value);
}

function optional(given: ArgumentRecord, name: string): string | undefined {
  const value = given[name];
  return value === undefined || value === null ? undefined : asText(value);
}

/** How many items, or which part of them. */
function sizeOf(kind: FilterKind, value: Argument): string {
  const size = typeof value === 'number' ? value : Number(asText(value));
  const most = kind.endsWith('Percent') ? 100 : 500;
  if (!Number.isInteger(size) || size < 1 || size > most) throw invalidArgument(`A filter shows 1 to ${most}.`);
  return String(size);
}

/** Criteria as the API gives them. */
export function criteriaJson(criteria: FilterCriteria | undefined): Json {
  return criteria ? { ...criteria } : null;
}
