import type { SheetCells } from '../grid/cells';
import type { Area } from '../grid/snapshot';
import { factsOfRows, weighRecordRow } from './evidence';
import { isHeaderLabel, isSectionLabel, type RecordLabel } from './labels';
import { columnsOf, columnSpans, headingAbove, headingBelow } from './lanes';
import { readRecordRows, type ReadRecordRow, type RecordPart } from './order';
import {
  findTaskHeadings,
  scan,
  type Columns,
  type LabelCell,
  type Scan,
  type TaskHeading,
  type TitleCell,
} from './scan';

/** The cells of one 附件1 or 附件2. */
export interface RecordBlock {
  readonly annex: 1 | 2;
  /** The title says the other annex than the labels below it. */
  readonly mistitled: boolean;
  readonly area: Area;
  readonly heading: TaskHeading;
  /** Rows with title and period, and of the fields above the tasks; ascending. */
  readonly titleRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly taskRows: readonly number[];
  /** Lines below the tasks that belong to no field: 备注, 填表人. */
  readonly noteRows: ReadonlySet<number>;
  /** The last row of the fields below the tasks. */
  readonly lastFieldRow: number;
  /** Labels by what they are: the fields of this form only, each the nearest to its tasks. */
  readonly labels: ReadonlyMap<RecordLabel, LabelCell>;
  /** Every label above the tasks, those that no annex has among them. */
  readonly printed: readonly LabelCell[];
  readonly left: number;
  readonly right: number;
}

/** A title without a table below it that could be read. */
export interface LostTitle {
  readonly row: number;
  readonly column: number;
  readonly annex: 1 | 2;
}

/** So many rows a page may have. */
const ROWS_OF_A_PAGE = 60;
const FILING_LABELS: readonly RecordLabel[] = ['goals', 'duties', 'evaluation', 'committee', 'statusNote'];

/** Finds every 附件1 and 附件2 of a sheet, stacked or side by side, in the cheapest reading of its rows. */
export function findRecordBlocks(cells: SheetCells): { blocks: RecordBlock[]; lost: LostTitle[] } {
  const found = scan(cells);
  const headings = findTaskHeadings(cells, found);
  const blocks = headings.length === 0 ? [] : blocksOf(cells, found, withoutRepeated(cells, found, headings));
  return { blocks, lost: found.titles.size === 0 ? [] : lostTitles(found, blocks) };
}

/** Without the headings that a page break repeats: the same columns as above, and no field or title between. */
function withoutRepeated(cells: SheetCells, { labels, titles }: Scan, headings: readonly TaskHeading[]): TaskHeading[] {
  return headings.filter((heading, i) => {
    const above = headings[headingAbove(headings, i)];
    if (above === undefined || heading.row > above.row + ROWS_OF_A_PAGE) return true;
    const columns = ['index', 'progress', 'completion', 'finished'] as const;
    if (columns.some((column) => heading[column] !== above[column])) return true;
    for (let row = above.lastRow + 1; row < heading.row; row++) {
      if (titles.has(row) || labels.get(row)?.some(({ label }) => label !== 'footnote') === true) return true;
      if (cells.own(row, heading.progress) === '' && cells.own(row, heading.firstColumn) !== '') return true;
    }
    return labels.get(heading.row)?.some(({ label }) => isHeaderLabel(label)) === true;
  });
}

function blocksOf(cells: SheetCells, found: Scan, headings: readonly TaskHeading[]): RecordBlock[] {
  const spanOf = columnSpans(cells, headings);
  const ends = headings.map((_, i) => headings[headingBelow(headings, i)]?.row ?? cells.rowEnd);
  const aboves = headings.map((_, i) => headingAbove(headings, i));
  const columns = headings.map((heading, i) =>
    columnsOf(cells, found, heading, spanOf(heading), {
      from: (headings[aboves[i] ?? -1]?.lastRow ?? cells.firstRow - 1) + 1,
      to: ends[i] ?? cells.rowEnd,
    }),
  );
  const below: ReadRecordRow[][] = [];
  return headings.flatMap((heading, i) => {
    const own = columns[i] ?? heading;
    const span = spanOf(heading);
    const lines = below[aboves[i] ?? -1] ?? readRows(cells, found, heading, own, [cells.firstRow, heading.row], null);
    const start = startOf(found, heading, own, lines);
    const next = columns[headingBelow(headings, i)];
    const shared = next === undefined ? own : union(own, next, span);
    const rows = readRows(cells, found, heading, shared, [heading.lastRow + 1, ends[i] ?? cells.rowEnd], {
      taken: new Set(start.labels.keys()),
      follows: next !== undefined,
    });
    below[i] = rows;
    const block = completeBlock(cells, heading, own, start, rows);
    return isForm(block, start.title) ? [block] : [];
  });
}

/** The rows below a form hold the lines above the next one, which may be wider. */
function union(a: Columns, b: Columns, span: Columns): Columns {
  return {
    firstColumn: Math.max(span.firstColumn, Math.min(a.firstColumn, b.firstColumn)),
    lastColumn: Math.min(span.lastColumn, Math.max(a.lastColumn, b.lastColumn)),
  };
}

/** @param below what is known of the form whose tasks stand above the rows; null above the first form */
function readRows(
  cells: SheetCells,
  found: Scan,
  heading: TaskHeading,
  columns: Columns,
  [from, to]: readonly [from: number, to: number],
  below: { readonly taken: ReadonlySet<string>; readonly follows: boolean } | null,
): ReadRecordRow[] {
  const rows = factsOfRows(cells, found, heading, columns, { from, to }).map((facts) => ({
    facts,
    weights: weighRecordRow(facts),
  }));
  return readRecordRows(rows, below === null ? 'outside' : 'tasks', below?.taken ?? new Set(), below?.follows ?? true);
}

/** The lines above a form's tasks. */
interface Start {
  readonly titleRows: readonly number[];
  readonly headerRows: readonly number[];
  readonly title: TitleCell | null;
  /** Each the nearest to the tasks. */
  readonly labels: ReadonlyMap<RecordLabel, LabelCell>;
  readonly printed: readonly LabelCell[];
}

function startOf(
  { labels, titles }: Scan,
  heading: TaskHeading,
  columns: Columns,
  lines: readonly ReadRecordRow[],
): Start {
  const begun = lines.map(({ part }) => part === 'title' || part === 'header');
  const own = lines.slice(begun.lastIndexOf(false) + 1).filter(({ kind }) => kind !== 'blank');
  const rows = (wanted: RecordPart) => own.flatMap(({ part, facts }) => (part === wanted ? [facts.row] : []));
  const headerRows = rows('header');
  const printed = headerRows.flatMap((row) =>
    (labels.get(row) ?? []).filter(
      (cell) =>
        isWithin(cell, columns) && (isHeaderLabel(cell.label) || isSectionLabel(cell.label) || cell.label === 'extra'),
    ),
  );
  const nearest = new Map<RecordLabel, LabelCell>();
  const near = [...printed].sort((a, b) => b.row - a.row || distance(a, heading) - distance(b, heading));
  for (const cell of near) if (cell.label !== 'extra' && !nearest.has(cell.label)) nearest.set(cell.label, cell);
  const titleRows = rows('title');
  const titleCells = titleRows.flatMap((row) => titles.get(row) ?? []).filter((cell) => isBeside(cell, columns));
  return { titleRows, headerRows, title: titleCells.at(-1) ?? null, labels: nearest, printed };
}

function isWithin({ column }: LabelCell, columns: Columns): boolean {
  return column >= columns.firstColumn && column <= columns.lastColumn;
}

function isBeside(title: TitleCell, columns: Columns): boolean {
  return title.column <= columns.lastColumn && title.lastColumn >= columns.firstColumn;
}

/** Columns between a label and the table of tasks; an 附件3 beside the form prints 姓名 too. */
function distance({ column }: LabelCell, { firstColumn, lastColumn }: Columns): number {
  return Math.max(0, firstColumn - column, column - lastColumn);
}

const OWN_PARTS: readonly RecordPart[] = ['tasks', 'fields', 'opinions', 'end'];

function completeBlock(
  cells: SheetCells,
  heading: TaskHeading,
  columns: Columns,
  { titleRows, headerRows, title, labels: above, printed }: Start,
  rows: readonly ReadRecordRow[],
): RecordBlock {
  const own = rows.filter(({ part, kind }) => OWN_PARTS.includes(part) && kind !== 'blank');
  const fields = own.flatMap(({ facts, kind }) => (kind === 'field' && facts.field !== null ? [facts.field] : []));
  const all = new Map(above);
  for (const field of fields) if (!all.has(field.label)) all.set(field.label, field);
  const rowsOf = (isWanted: (row: ReadRecordRow) => boolean) => own.filter(isWanted).map(({ facts }) => facts.row);
  const isField = ({ part }: ReadRecordRow) => part === 'fields' || part === 'opinions';
  const lastFieldRow = Math.max(
    heading.lastRow,
    ...rowsOf((row) => isField(row) && row.kind !== 'footnote'),
    ...fields.map(({ lastRow }) => Math.min(lastRow, lastOwnRow(rows) ?? heading.lastRow)),
  );
  const top = Math.min(heading.row, ...titleRows, ...headerRows);
  const bottom = Math.max(lastFieldRow, ...own.map(({ facts }) => facts.row));
  const hasFilingLabels = FILING_LABELS.filter((each) => all.has(each)).length;
  const annex = hasFilingLabels >= 2 || (title === null && hasFilingLabels > 0) ? 2 : (title?.annex ?? 1);
  const lastColumn = Math.max(columns.lastColumn, title === null ? 0 : Math.min(title.lastColumn, cells.columnEnd - 1));
  return {
    annex,
    mistitled: title !== null && title.annex !== annex,
    area: {
      row: top,
      column: columns.firstColumn,
      rows: bottom - top + 1,
      columns: lastColumn - columns.firstColumn + 1,
    },
    heading,
    titleRows,
    headerRows,
    taskRows: rowsOf(({ kind }) => kind === 'task'),
    noteRows: new Set(rowsOf(({ kind, part }) => kind === 'footnote' || (kind === 'signature' && part !== 'opinions'))),
    lastFieldRow,
    labels: all,
    printed,
    left: columns.firstColumn,
    right: lastColumn,
  };
}

/** The last row before the lines above the next form. */
function lastOwnRow(rows: readonly ReadRecordRow[]): number | undefined {
  const own = rows.filter(({ part }) => part !== 'title' && part !== 'header');
  return own.at(-1)?.facts.row;
}

/** How much each part of a form says that a table of tasks is one; a register of tasks has none of them above it. */
const SAYS_FORM: Partial<Record<RecordLabel, number>> = {
  name: 3,
  since: 3,
  position: 2,
  department: 1,
  goals: 3,
  duties: 3,
  evaluation: 3,
  committee: 3,
  statusNote: 3,
};
const ENOUGH = 3;

function isForm({ labels }: RecordBlock, title: TitleCell | null): boolean {
  return title !== null || [...labels.keys()].reduce((sum, label) => sum + (SAYS_FORM[label] ?? 0), 0) >= ENOUGH;
}

/** Titles below which 姓名 or 科室 stands, but no table of tasks: somebody's form that could not be read. */
function lostTitles({ titles, labels }: Scan, blocks: readonly RecordBlock[]): LostTitle[] {
  return [...titles.values()].flat().filter(({ row, column }) => {
    const isRead = blocks.some(
      ({ area }) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
    const below = [1, 2, 3, 4, 5, 6].flatMap((lines) => labels.get(row + lines) ?? []);
    return !isRead && below.some(({ label }) => label === 'name') && below.some(({ label }) => label === 'department');
  });
}
