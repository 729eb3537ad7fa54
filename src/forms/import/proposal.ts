import type { SheetCells } from '../grid/cells';
import { readColumnLabel, isIndicator } from '../words/columnLabel';
import { datesIn } from '../words/dateText';
import { nearColumn } from '../words/nearColumn';
import { normalizeLabel } from '../words/text';
import { possibleHeadings, type OutsideColumn, type OutsideHeading } from './headings';
import {
  IMPORT_KINDS,
  IMPORT_TARGETS,
  LEAVE_COLUMNS,
  LEFT_OUT,
  MONTH_TARGETS,
  type ImportKind,
  type Target,
} from './kinds';

/** How it is known what a column is. */
export type Certainty = 'known' | 'chosen' | 'remembered' | 'guessed' | 'none';

export interface MappedColumn extends OutsideColumn {
  /** A label of {@link IMPORT_TARGETS}, 不导入, or '' where nobody knows. */
  readonly label: string;
  readonly certainty: Certainty;
}

/** A table of another workbook with what its columns are, or may be. */
export interface Mapping {
  /** null where nothing tells what the table is. */
  readonly kind: ImportKind | null;
  readonly heading: OutsideHeading;
  readonly columns: readonly MappedColumn[];
  /** Every column that is taken is so by a person's word: nothing of it is guessed. */
  readonly isConfirmed: boolean;
}

/** What a person says of one table. */
export interface TableChoice {
  readonly kind?: ImportKind | null;
  /** Heading, normalised → label. */
  readonly columns?: ReadonlyMap<string, string>;
}

/** What is known of headings besides the product's own. */
export interface KnownHeadings {
  /** The person's words for this table. */
  readonly chosen: TableChoice;
  /** For every table: normalised heading → label. */
  readonly everywhere: ReadonlyMap<string, string>;
  /** The workbook remembers them of an earlier import. */
  readonly remembered: (kind: ImportKind, heading: string) => string | undefined;
}

const POINTS: Readonly<Record<Certainty, number>> = { chosen: 5, remembered: 5, known: 4, guessed: 2, none: 0 };
const ENOUGH_INDICATORS = 4;

/** What a sheet that no reader knows may be; null where it has no table at all. */
export function mappingOf(cells: SheetCells, known: KnownHeadings): Mapping | null {
  const kinds = known.chosen.kind === undefined ? IMPORT_KINDS : known.chosen.kind === null ? [] : [known.chosen.kind];
  const headings = possibleHeadings(cells);
  let best: { readonly mapping: Mapping; readonly points: number } | null = null;
  for (const heading of headings) {
    for (const kind of kinds) {
      const columns = columnsOf(heading, kind, known);
      if (known.chosen.kind === undefined && !isSuch(kind, new Set(columns.map(({ label }) => label)))) continue;
      const points = columns.reduce((sum, { certainty }) => sum + POINTS[certainty], 0) - heading.lastRow + heading.row;
      if (points <= (best?.points ?? 0)) continue;
      const isConfirmed = columns.every(({ certainty }) => certainty !== 'guessed');
      best = { mapping: { kind, heading, columns, isConfirmed }, points };
    }
  }
  if (best !== null) return best.mapping;
  const [first] = [...headings].sort((a, b) => b.columns.length - a.columns.length);
  if (first === undefined) return null;
  const columns = first.columns.map((each) => ({ ...each, label: '', certainty: 'none' as const }));
  return { kind: null, heading: first, columns, isConfirmed: false };
}

/** Whether columns make a table of a kind: whom it is about, and what no list of names has. */
function isSuch(kind: ImportKind, labels: ReadonlySet<string>): boolean {
  const has = (...wanted: readonly string[]) => wanted.filter((label) => labels.has(label)).length;
  if (!labels.has('姓名')) return false;
  if (kind === '人员名册') return has('单位', '科室', '职务', '任现职时间', '身份', '分管领导', '工号') >= 2;
  if (kind === '特殊情形登记') {
    const { period, sick, personal } = LEAVE_COLUMNS;
    return has('情形', sick, personal) > 0 && has('开始日期', period, '天数', sick, personal) > 0;
  }
  if (kind === '审定表') {
    return (
      has('审定等次') > 0 || (has('建议等次', '平均分') > 0 && MONTH_TARGETS.some(({ label }) => labels.has(label)))
    );
  }
  return (
    IMPORT_TARGETS.测评表.filter(({ label }) => isIndicatorLabel(label) && labels.has(label)).length >=
    ENOUGH_INDICATORS
  );
}

function isIndicatorLabel(label: string): boolean {
  const read = readColumnLabel(label);
  return read !== null && isIndicator(read.role);
}

/** Each column's best label; a label belongs to one column, the surest. */
function columnsOf(heading: OutsideHeading, kind: ImportKind, known: KnownHeadings): MappedColumn[] {
  const found = heading.columns.map((column) => ({ column, ...labelOf(column, kind, known) }));
  const owners = new Map<string, OutsideColumn>();
  for (const certainty of ['chosen', 'remembered', 'known', 'guessed'] as const) {
    for (const { column, label } of found.filter((each) => each.certainty === certainty)) {
      if (!owners.has(label)) owners.set(label, column);
    }
  }
  return found.map(({ column, label, certainty }) =>
    label === LEFT_OUT || label === '' || owners.get(label) === column
      ? { ...column, label, certainty }
      : { ...column, label: '', certainty: 'none' },
  );
}

function labelOf(
  { heading, parts }: OutsideColumn,
  kind: ImportKind,
  { chosen, everywhere, remembered }: KnownHeadings,
): { readonly label: string; readonly certainty: Certainty } {
  const targets = IMPORT_TARGETS[kind];
  const meant = (label: string | undefined): string | undefined =>
    label === LEFT_OUT || label === ''
      ? LEFT_OUT
      : targets.find((target) => target.label === label || target.known.includes(label ?? ''))?.label;
  const typed = meant(chosen.columns?.get(heading) ?? everywhere.get(heading));
  if (typed !== undefined) return { label: typed, certainty: 'chosen' };
  const kept = meant(remembered(kind, heading));
  if (kept !== undefined) return { label: kept, certainty: 'remembered' };
  const sure = parts.flatMap(
    (part) => targets.find(({ label, known }) => label === part || known.includes(part)) ?? [],
  )[0];
  if (sure !== undefined) return { label: sure.label, certainty: 'known' };
  const guess = guessOf(parts, kind, targets);
  return guess === null ? { label: '', certainty: 'none' } : { label: guess, certainty: 'guessed' };
}

function guessOf(parts: readonly string[], kind: ImportKind, targets: readonly Target[]): string | null {
  for (const part of parts) {
    const plain = part.replace(/[([【].*?[)\]】]/g, '');
    const guessed = targets.find((target) =>
      [part, plain].some((each) => target.guessed.map(normalizeLabel).includes(each)),
    );
    if (guessed !== undefined) return guessed.label;
  }
  for (const part of parts) {
    const special = kind === '审定表' ? monthTarget(part) : kind === '测评表' ? indicatorTarget(part) : null;
    if (special !== null) return special;
    const near = nearColumn(
      part,
      targets.map((target) => [target.label, target.known.length > 0 ? target.known : [target.label]]),
    );
    if (near !== null) return near.column;
  }
  return null;
}

/** 7月得分, 七月份等次: which of a quarter's months follows from its number. */
function monthTarget(text: string): string | null {
  const [mention] = datesIn(text, false);
  if (mention?.month == null) return null;
  const part = /等次|档次|等级/.test(text) ? '等次' : '总分';
  return (
    MONTH_TARGETS.find((each) => each.month === ((mention.month ?? 1) - 1) % 3 && each.part === part)?.label ?? null
  );
}

function indicatorTarget(text: string): string | null {
  const read = readColumnLabel(text);
  if (read === null) return null;
  return IMPORT_TARGETS.测评表.find(({ label }) => readColumnLabel(label)?.role === read.role)?.label ?? null;
}
