import type { SheetCells } from '../grid/cells';
import { type RecordLabel } from './labels';
import type { Area } from '../grid/snapshot';
import {
  type LabelCell,
  type TitleCell,
  type TaskHeading,
  type Scan,
  scan,
  findTaskHeadings,
  type Columns,
} from './scan';

/** The cells of one 附件1 or 附件2. */
export interface RecordBlock {
  readonly annex: 1 | 2;
  /** The title says the other annex than the labels below it. */
  readonly mistitled: boolean;
  readonly area: Area;
  /** The first row that is no title or period line. */
  readonly headerRow: number;
  readonly heading: TaskHeading;
  /** The last row that may hold a task. */
  readonly lastTaskRow: number;
  /** Labels by what they are: the fields of this form only, each the nearest to its tasks. */
  readonly labels: ReadonlyMap<RecordLabel, LabelCell>;
  /** The columns between the forms beside it. */
  readonly left: number;
  readonly right: number;
}

/** A title without a table below it that could be read. */
export interface LostTitle {
  readonly row: number;
  readonly column: number;
  readonly annex: 1 | 2;
}

/** So many blank rows end a table in which the form has nothing more of its own below them. */
const GAP = 3;
/** A period line stands at most so many rows above the first field, where no title does. */
const LINES_WITHOUT_TITLE = 2;
/** A field so many columns beside the tasks is another form's. */
const FAR = 4;
const FILING_LABELS: readonly RecordLabel[] = ['goals', 'duties', 'evaluation', 'committee', 'statusNote'];
const HEADER_LABELS: readonly RecordLabel[] = ['department', 'name', 'position', 'since'];

/** Finds every 附件1 and 附件2 of a sheet by titles and labels, stacked or side by side; costs one pass over the cells. */
export function findRecordBlocks(cells: SheetCells): { blocks: RecordBlock[]; lost: LostTitle[] } {
  const found = scan(cells);
  const headings = findTaskHeadings(found);
  if (headings.length === 0 && found.titles.size === 0) return { blocks: [], lost: [] };
  const spans = columnSpans(cells, headings);
  const starts = headings.map((heading, i) => startOf(cells, found, heading, spans(heading), formAbove(headings, i)));
  const blocks = headings.flatMap((heading, i) => {
    const start = starts[i];
    if (start === undefined || start === null) return [];
    const next = formBelow(headings, i);
    const limit = next === null ? cells.rowEnd : (starts[next]?.top ?? headings[next]?.row ?? cells.rowEnd);
    return [completeBlock(cells, found, heading, start, limit)];
  });
  return { blocks, lost: lostTitles(found, blocks) };
}

function overlap(a: Columns, b: Columns): boolean {
  return a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

/** The columns that a form may use: up to the forms beside it, whose different positions are few. */
function columnSpans(cells: SheetCells, headings: readonly TaskHeading[]): (heading: TaskHeading) => Columns {
  const distinct = [...new Map(headings.map((each) => [`${each.firstColumn},${each.lastColumn}`, each])).values()];
  return ({ firstColumn, lastColumn }) => ({
    firstColumn: Math.max(
      cells.firstColumn,
      ...distinct.filter((other) => other.lastColumn < firstColumn).map((other) => other.lastColumn + 1),
    ),
    lastColumn: Math.min(
      cells.columnEnd - 1,
      ...distinct.filter((other) => other.firstColumn > lastColumn).map((other) => other.firstColumn - 1),
    ),
  });
}

/** The nearest form above in the same columns. */
function formAbove(headings: readonly TaskHeading[], of: number): TaskHeading | null {
  const heading = headings[of];
  for (let i = of - 1; heading !== undefined && i >= 0; i--) {
    const other = headings[i];
    if (other !== undefined && other.lastRow < heading.row && overlap(other, heading)) return other;
  }
  return null;
}

/** The place in the list of the nearest form below in the same columns. */
function formBelow(headings: readonly TaskHeading[], of: number): number | null {
  const heading = headings[of];
  for (let i = of + 1; heading !== undefined && i < headings.length; i++) {
    const other = headings[i];
    if (other !== undefined && other.row > heading.lastRow && overlap(other, heading)) return i;
  }
  return null;
}

function titleAbove(
  titles: Scan['titles'],
  row: number,
  lowest: number,
  { firstColumn, lastColumn }: Columns,
): TitleCell | undefined {
  for (let line = row - 1; line >= lowest; line--) {
    const found = titles.get(line)?.find((each) => each.column <= lastColumn && each.lastColumn >= firstColumn);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Start {
  readonly top: number;
  readonly headerRow: number;
  readonly title: TitleCell | null;
  readonly columns: Columns;
  readonly header: ReadonlyMap<RecordLabel, LabelCell>;
}

/** Where a form begins; null for a table that is none: neither a title nor 姓名 above it. */
function startOf(
  cells: SheetCells,
  { labels, titles }: Scan,
  heading: TaskHeading,
  columns: Columns,
  formBefore: TaskHeading | null,
): Start | null {
  const lowest = formBefore === null ? cells.firstRow : formBefore.lastRow + 1;
  const title = titleAbove(titles, heading.row, lowest, columns);
  const header = new Map<RecordLabel, LabelCell>();
  for (let row = heading.row - 1; row >= (title?.row ?? lowest); row--) {
    const line = (labels.get(row) ?? [])
      .filter((cell) => isWithin(cell, columns) && distance(cell, heading) <= FAR)
      .sort((a, b) => distance(a, heading) - distance(b, heading));
    // Above the fields of a form without a title, another form may stand.
    if (title === undefined && header.has('name') && line.some(({ label }) => header.has(label))) break;
    for (const cell of line) {
      if ([...HEADER_LABELS, 'goals', 'duties'].includes(cell.label) && !header.has(cell.label)) {
        header.set(cell.label, cell);
      }
    }
  }
  if (title === undefined && !header.has('name')) return null;
  const rows = [...header.values()].map(({ row }) => row);
  const headerRow = Math.min(heading.row, ...rows);
  const above = { cells, labels, lowest, columns };
  return {
    top: annexLineAbove(above, title?.row ?? periodLinesAbove(above, headerRow)),
    headerRow,
    title: title ?? null,
    columns,
    header,
  };
}

/** Columns between a label and the table of tasks; an 附件3 beside the form prints 姓名 too. */
function distance({ column }: LabelCell, { firstColumn, lastColumn }: Columns): number {
  return Math.max(0, firstColumn - column, column - lastColumn);
}

function isWithin({ column }: LabelCell, { firstColumn, lastColumn }: Columns): boolean {
  return column >= firstColumn && column <= lastColumn;
}

/** Where the lines above a form are looked for: below another form, in its own columns. */
interface Above {
  readonly cells: SheetCells;
  readonly labels: Scan['labels'];
  readonly lowest: number;
  readonly columns: Columns;
}

/** The line 附件1 above the title or the first line. */
function annexLineAbove({ cells, labels, lowest, columns }: Above, top: number): number {
  for (const row of [top - 1, top - 2]) {
    if (row < lowest) break;
    const line = (labels.get(row) ?? []).filter((cell) => isWithin(cell, columns));
    if (line.some(({ label }) => label === 'annexLine')) return row;
    if (lineTexts(cells, row, columns).length > 0) break;
  }
  return top;
}

/** Without a title, the lines above the fields that a date stands in. */
function periodLinesAbove({ cells, lowest, columns }: Above, headerRow: number): number {
  let top = headerRow;
  for (let line = 0; line < LINES_WITHOUT_TITLE; line++) {
    const isDate = lineTexts(cells, top - 1, columns).some((text) => /\d\s*[年月]|年\s*月|^\d{4}[-./]\d/.test(text));
    if (top - 1 < lowest || !isDate) break;
    top--;
  }
  return top;
}

/** The texts of a row between two columns, merged areas once. */
function lineTexts(cells: SheetCells, row: number, { firstColumn, lastColumn }: Columns): string[] {
  const texts: string[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    const text = cells.own(row, column);
    if (text !== '') texts.push(text);
  }
  return texts;
}

function completeBlock(
  cells: SheetCells,
  { labels }: Scan,
  heading: TaskHeading,
  start: Start,
  limit: number,
): RecordBlock {
  const { top, headerRow, title, columns, header } = start;
  const own = new Map(header);
  let bottom = heading.lastRow;
  let lastTaskRow: number | null = null;
  let blanks = 0;
  const goesOnTo = lastOwnRow(cells, labels, heading, start, limit);
  for (let row = heading.lastRow + 1; row < limit; row++) {
    const [label] = labelsBeside(labels, row, heading, columns);
    if (label !== undefined && endsForm(label, own)) break;
    const isBlank = lineTexts(cells, row, heading).length === 0 && !isMergedDown(cells, row, heading);
    blanks = isBlank ? blanks + 1 : 0;
    if (label !== undefined && (isFilingLabel(label) || label.label === 'footnote')) {
      lastTaskRow ??= row - 1;
      if (!own.has(label.label)) own.set(label.label, label);
      bottom = Math.max(bottom, label.lastRow);
      blanks = 0;
      if (label.label === 'footnote' && !filingGoesOn(labels, label.row, limit, columns)) break;
    } else if (blanks >= GAP && row > goesOnTo) break;
    else if (!isBlank && belongs(own, label, row, lastTaskRow)) bottom = Math.max(bottom, row);
  }
  const hasFilingLabels = FILING_LABELS.filter((each) => own.has(each)).length;
  const annex = hasFilingLabels >= 2 || (title === null && hasFilingLabels > 0) ? 2 : (title?.annex ?? 1);
  const edges = [...own.values(), heading];
  const first = Math.min(heading.firstColumn, ...[...own.values()].map(({ column }) => column));
  const last = Math.max(
    ...edges.map(({ lastColumn }) => lastColumn),
    title === null || title.lastColumn > columns.lastColumn ? 0 : title.lastColumn,
    ...[...own.values()].map((cell) => lastColumnOfValue(cells, cell, columns)),
  );
  return {
    annex,
    mistitled: title !== null && title.annex !== annex,
    area: { row: top, column: first, rows: Math.min(bottom, limit - 1) - top + 1, columns: last - first + 1 },
    headerRow,
    heading,
    lastTaskRow: lastTaskRow ?? Math.min(bottom, limit - 1),
    labels: own,
    left: columns.firstColumn,
    right: Math.max(last, heading.lastColumn),
  };
}

/**
 * The last row that is the form's own, however many are blank before it: a field that it does not have yet, the next
 * 序号, or a task with how or when it was completed. A field of another form ends it.
 */
function lastOwnRow(
  cells: SheetCells,
  labels: Scan['labels'],
  heading: TaskHeading,
  { columns, header }: Start,
  limit: number,
): number {
  const known = new Map(header);
  let last = heading.lastRow;
  let ordinal = 0;
  for (let row = heading.lastRow + 1; row < limit; row++) {
    const [label] = labelsBeside(labels, row, heading, columns);
    if (label !== undefined && endsForm(label, known)) break;
    if (label !== undefined && isFilingLabel(label) && !known.has(label.label)) {
      known.set(label.label, label);
      last = row;
    }
    const index = heading.index === null ? '' : cells.own(row, heading.index);
    if (index !== '' && Number(index) === ordinal + 1) {
      ordinal++;
      last = row;
    } else if (isTask(cells, row, heading)) last = row;
  }
  return last;
}

function isTask(cells: SheetCells, row: number, { progress, completion, finished }: TaskHeading): boolean {
  const isFilled = (column: number | null) => column !== null && cells.own(row, column) !== '';
  return isFilled(progress) && (isFilled(completion) || isFilled(finished));
}

/** The labels of a row that may be a form's: within its columns and not far beside its tasks. */
function labelsBeside(labels: Scan['labels'], row: number, heading: TaskHeading, columns: Columns): LabelCell[] {
  const tableEdge = heading.index ?? heading.progress;
  return (labels.get(row) ?? []).filter(
    (cell) => isWithin(cell, columns) && cell.column <= tableEdge && distance(cell, heading) <= FAR,
  );
}

function isFilingLabel({ label }: LabelCell): boolean {
  return FILING_LABELS.includes(label);
}

/** Rows of a merged 序号 or of the merged 工作任务完成情况 are part of the table, though nothing stands in them. */
function isMergedDown(cells: SheetCells, row: number, { firstColumn, progress }: TaskHeading): boolean {
  return [firstColumn, progress].some((column) => {
    const merge = cells.merge(row, column);
    return merge !== undefined && merge.rows > 1 && merge.row < row;
  });
}

/** The fields of another form. */
function endsForm({ label }: LabelCell, own: ReadonlyMap<RecordLabel, LabelCell>): boolean {
  if (label === 'annexLine' || label === 'otherForm' || label === 'name' || label === 'progress') return true;
  return (label === 'department' || label === 'goals' || label === 'duties') && own.has(label);
}

/** Below the tasks only the rows of a field belong to the form. */
function belongs(
  own: ReadonlyMap<RecordLabel, LabelCell>,
  label: LabelCell | undefined,
  row: number,
  lastTaskRow: number | null,
): boolean {
  if (lastTaskRow === null) return true;
  const lastField = Math.max(...[...own.values()].map(({ lastRow }) => lastRow));
  return label === undefined && row <= lastField;
}

/** A line like 签名： in the middle of 附件2 ends nothing. */
function filingGoesOn(labels: Scan['labels'], from: number, limit: number, columns: Columns): boolean {
  for (let row = from + 1; row < Math.min(limit, from + 12); row++) {
    const line = (labels.get(row) ?? []).filter((cell) => isWithin(cell, columns));
    if (line.some(({ label }) => label === 'name' || label === 'progress' || label === 'annexLine')) return false;
    if (line.some(isFilingLabel)) return true;
  }
  return false;
}

/** The merged cell to the right of a label reaches further than the label. */
function lastColumnOfValue(cells: SheetCells, label: LabelCell, { lastColumn }: Columns): number {
  const next = label.lastColumn + 1;
  if (next > lastColumn) return label.lastColumn;
  const merge = cells.merge(label.row, next);
  const text = cells.own(label.row, next);
  const isValue = merge !== undefined || text !== '';
  return isValue ? Math.min(lastColumn, next + (merge?.columns ?? 1) - 1) : label.lastColumn;
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
