import { INDICATORS, type IndicatorId } from '../../assessment/indicator';
import {
  INDICATOR_ALIASES,
  LABEL_ENDINGS,
  OWN_COLUMNS,
  ROLE_ALIASES,
  type ColumnRole,
  type LabelTable,
} from './labels';
import { normalizeLabel } from './text';
import type { SheetCells } from '../grid/cells';

/** What a heading says: which column it is, and the weight printed in it. */
export interface ColumnLabel {
  /** 'own': a column of the program. */
  readonly role: IndicatorId | ColumnRole | 'own';
  /** Percent; null when the heading prints none. */
  readonly weight: number | null;
}

const ROLES: ReadonlyMap<string, ColumnLabel['role']> = new Map<string, ColumnLabel['role']>([
  ...OWN_COLUMNS.map((label) => [label, 'own'] as const),
  ...entries(ROLE_ALIASES),
  ...entries(INDICATOR_ALIASES),
]);

const INDICATOR_IDS: ReadonlySet<string> = new Set(INDICATORS.map(({ id }) => id));

/** `（20%）`, `20％`, `(20分)`, `：0.2`, `（权重20%）` at the end of a heading, after normalizeLabel. */
const WEIGHT_AT_END = /^(.*?)([([【〔:]?)(?:权重|占比|比重|分值|满分|占)?:?(\d+(?:\.\d+)?)(%|分)?[)\]】〕]?$/;

/** Reads a heading; null when it is none that 附件3 or the program knows. */
export function readColumnLabel(text: string): ColumnLabel | null {
  const label = normalizeLabel(text);
  if (label === '' || label.length > 40) return null;
  const [, name = '', bracket = '', digits = '', unit = ''] = WEIGHT_AT_END.exec(label) ?? [];
  const role = roleOf(name);
  if (role !== null && isIndicator(role)) {
    const isWeight = bracket !== '' || unit !== '' || digits.startsWith('0.');
    if (isWeight) return { role, weight: percent(digits, unit) };
  }
  const plain = roleOf(label) ?? roleOf(label.replace(/[([【〔].*?[)\]】〕]/g, ''));
  return plain === null ? null : { role: plain, weight: null };
}

export function isIndicator(role: ColumnLabel['role']): role is IndicatorId {
  return INDICATOR_IDS.has(role);
}

/** A weight that stands alone in a cell below its heading: `（20%）`, `20分`, `0.2`, 20; null for anything else. */
export function readWeight(text: string): number | null {
  const match = /^[([【〔]?(?:权重|占比|比重|分值|满分|占)?:?(\d+(?:\.\d+)?)(%|分)?[)\]】〕]?$/.exec(
    normalizeLabel(text),
  );
  return match === null ? null : percent(match[1] ?? '', match[2] ?? '');
}

/** 满分100分 in every heading names the scale, not a weight. */
function percent(digits: string, unit: string): number | null {
  const number = Number(digits);
  if (unit !== '%' && number === 100) return null;
  return unit === '' && number <= 1 ? Number((number * 100).toFixed(6)) : number;
}

function roleOf(label: string): ColumnLabel['role'] | null {
  const plain = label.replace(/^[(]?[一二三四五六七1-7][).、]/, '');
  const known = ROLES.get(label) ?? ROLES.get(plain);
  if (known !== undefined) return known;
  const ending = LABEL_ENDINGS.find((end) => plain.endsWith(end));
  return ending === undefined ? null : roleOf(plain.slice(0, -ending.length));
}

function entries<Role extends string>(aliases: LabelTable<Role>): [string, Role][] {
  return aliases.flatMap(([role, labels]) => labels.map((label): [string, Role] => [normalizeLabel(label), role]));
}

/** One heading cell. */
export interface HeadingCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly label: ColumnLabel | null;
}

export function indicatorCount(cells: readonly HeadingCell[]): number {
  return INDICATORS.filter(({ id }) => cells.some(({ label }) => label?.role === id)).length;
}

/** The row's own heading cells. */
export function headingCells(cells: SheetCells, row: number): HeadingCell[] {
  const found: HeadingCell[] = [];
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    const value = cells.value(row, column);
    if (typeof value !== 'string' || value === '') continue;
    found.push({ row, column, text: value, label: readColumnLabel(value) });
  }
  return found;
}
