import type { SheetCells } from '../grid/cells';
import { annexOfTitle, continuesLabel, readLabels, type ReadLabel, type RecordLabel } from './labels';
import type { Area } from '../grid/snapshot';

/** A label where it stands. */
export interface LabelCell extends ReadLabel {
  readonly row: number;
  readonly column: number;
  /** The last row and column of its cell, or of the cells that it was split over. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Written in several cells below each other that are not merged. */
  readonly split: boolean;
}

interface TitleCell {
  readonly row: number;
  readonly column: number;
  readonly lastColumn: number;
  readonly annex: 1 | 2;
}

/** The columns of the tasks: 序号, 工作任务进度, 完结情况, 完结时间. */
export interface TaskHeading {
  readonly row: number;
  readonly lastRow: number;
  readonly index: number | null;
  readonly progress: number;
  readonly completion: number | null;
  readonly finished: number | null;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

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

/** So many blank rows end a table that nothing else ends. */
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

interface Scan {
  /** By row, in column order. */
  readonly labels: ReadonlyMap<number, readonly LabelCell[]>;
  readonly titles: ReadonlyMap<number, readonly TitleCell[]>;
}

function scan(cells: SheetCells): Scan {
  const labels = new Map<number, LabelCell[]>();
  const titles = new Map<number, TitleCell[]>();
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const value = cells.value(row, column);
      if (typeof value !== 'string' || value === '') continue;
      const annex = annexOfTitle(value);
      const merge = cells.merge(row, column);
      const lastColumn = column + (merge?.columns ?? 1) - 1;
      if (annex !== null) titles.set(row, [...(titles.get(row) ?? []), { row, column, lastColumn, annex }]);
      else {
        for (const read of readLabels(value)) {
          const lastRow = merge === undefined ? lastRowOfLabel(cells, read, row, column) : merge.row + merge.rows - 1;
          const cell = { ...read, row, column, lastRow, lastColumn, split: merge === undefined && lastRow > row };
          labels.set(row, [...(labels.get(row) ?? []), cell]);
        }
      }
    }
  }
  return { labels, titles };
}

/** A long label that was pasted from Word may go on in the cells below. */
function lastRowOfLabel(cells: SheetCells, label: ReadLabel, row: number, column: number): number {
  let last = row;
  while (continuesLabel(label, cells.own(last + 1, column))) last++;
  return last;
}

/** Rows with 工作任务进度 and 完结情况 or 完结时间; several of them in a row are forms side by side. */
function findTaskHeadings({ labels }: Scan): TaskHeading[] {
  return [...labels.values()].flatMap((line) => {
    const starts = line.flatMap(({ label }, i) => (label === 'progress' ? [i] : []));
    let end = -1;
    return starts.flatMap((at, n) => {
      const part = line.slice(at, starts[n + 1]);
      const progress = line[at];
      const completion = part.find(({ label }) => label === 'completion');
      const finished = part.find(({ label }) => label === 'finished');
      if (progress === undefined || (completion === undefined && finished === undefined)) return [];
      const before = line.slice(0, at).filter(({ column }) => column > end);
      const index = before.filter(({ label }) => label === 'index').at(-1);
      const section = before.filter(({ label }) => label === 'taskSection').at(-1);
      const own = [section, index, progress, completion, finished].filter((cell) => cell !== undefined);
      end = Math.max(...own.map(({ lastColumn }) => lastColumn));
      return [
        {
          row: progress.row,
          lastRow: Math.max(...[index, progress, completion, finished].map((cell) => cell?.lastRow ?? 0)),
          index: index?.column ?? null,
          progress: progress.column,
          completion: completion?.column ?? null,
          finished: finished?.column ?? null,
          firstColumn: Math.min(...own.map(({ column }) => column)),
          lastColumn: end,
        },
      ];
    });
  });
}

function overlap(a: Columns, b: Columns): boolean {
  return a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;
}

interface Columns {
  readonly firstColumn: number;
  readonly lastColumn: number;
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
  above: TaskHeading | null,
): Start | null {
  const lowest = above === null ? cells.firstRow : above.lastRow + 1;
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
  return {
    top: topOf(cells, labels, title, headerRow, lowest, columns),
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

/** The line 附件1 above the title; without a title, the lines above the fields that a date stands in. */
function topOf(
  cells: SheetCells,
  labels: Scan['labels'],
  title: TitleCell | undefined,
  headerRow: number,
  lowest: number,
  columns: Columns,
): number {
  let top = title?.row ?? headerRow;
  for (let line = 0; title === undefined && line < LINES_WITHOUT_TITLE; line++) {
    const isDate = lineTexts(cells, top - 1, columns).some((text) => /\d\s*[年月]|年\s*月|^\d{4}[-./]\d/.test(text));
    if (top - 1 < lowest || !isDate) break;
    top--;
  }
  for (const row of [top - 1, top - 2]) {
    if (row < lowest) break;
    const line = (labels.get(row) ?? []).filter((cell) => isWithin(cell, columns));
    if (line.some(({ label }) => label === 'annexLine')) return row;
    if (lineTexts(cells, row, columns).length > 0) break;
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
  const tableEdge = heading.index ?? heading.progress;
  let bottom = heading.lastRow;
  let lastTaskRow: number | null = null;
  let blanks = 0;
  for (let row = heading.lastRow + 1; row < limit; row++) {
    const [label] = (labels.get(row) ?? []).filter(
      (cell) => isWithin(cell, columns) && cell.column <= tableEdge && distance(cell, heading) <= FAR,
    );
    if (label !== undefined && endsForm(label, own)) break;
    const isBlank = lineTexts(cells, row, heading).length === 0 && !isMergedDown(cells, row, heading);
    blanks = isBlank ? blanks + 1 : 0;
    if (label !== undefined && (FILING_LABELS.includes(label.label) || label.label === 'footnote')) {
      lastTaskRow ??= row - 1;
      if (!own.has(label.label)) own.set(label.label, label);
      bottom = Math.max(bottom, label.lastRow);
      blanks = 0;
      if (label.label === 'footnote' && !filingGoesOn(labels, label.row, limit, columns)) break;
    } else if (blanks >= GAP) break;
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
    if (line.some(({ label }) => FILING_LABELS.includes(label))) return true;
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
