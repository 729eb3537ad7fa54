import { INDICATORS, type IndicatorId } from '../../assessment/indicator';
import type { SheetCells } from '../grid/cells';
import {
  isIndicator,
  readColumnLabel,
  readWeight,
  type HeadingCell,
  indicatorCount,
  headingCells,
} from '../words/columnLabel';
import type { ColumnRole } from '../words/labels';
import { normalizeLabel } from '../words/text';

/** A row counts as the heading of 附件3 when it has 姓名 and at least so many of the seven indicators. */
export const ENOUGH_INDICATORS = 4;
/** Fewer than that, but so many, make a row that looks like a damaged heading. */
const SUSPICIOUS_INDICATORS = 2;

/** The heading of one form: one row, or several with groups (共性指标/个性指标) above or weights below. */
export interface Heading {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** First column that may hold title text of this form: right of a form to the left. */
  readonly titleColumn: number;
  /** In column order, without the program's own columns. */
  readonly cells: readonly HeadingCell[];
  /** Percent below the headings by column, where a row of weights stands there. */
  readonly weightsBelow: ReadonlyMap<number, number>;
}

/** Cells of one heading with the role, first the leftmost. */
export function cellsWithRole(heading: Heading, role: IndicatorId | ColumnRole): readonly HeadingCell[] {
  return heading.cells.filter(({ label }) => label?.role === role);
}

/**
 * Finds every heading of 附件3 on a sheet, stacked or side by side, by what its cells say (never by position).
 * Rows with a few indicators only come along: whoever reads forms decides whether they are damaged headings.
 */
export function findHeadings(cells: SheetCells): Heading[] {
  const headings: Heading[] = [];
  let covered: Heading[] = [];
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    // A form beside a heading of several rows may have its own one row off.
    covered = covered.filter(({ lastRow }) => lastRow >= row);
    const isFree = ({ column }: HeadingCell) =>
      !covered.some(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn);
    if (indicatorCount(headingCells(cells, row).filter(isFree)) < SUSPICIOUS_INDICATORS) continue;
    for (const part of splitSideBySide(headingLine(cells, row).filter(isFree))) {
      const heading = completeHeading(cells, row, part);
      headings.push(heading);
      covered.push(heading);
    }
  }
  return headings
    .map((heading, i) => ({ ...heading, titleColumn: titleColumnOf(cells, heading, headings, i) }))
    .sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
}

/** Rows by which the headings of forms side by side may differ. */
const BESIDE_ROWS = 8;

/** The first column that may hold title text of a form: right of the forms beside it. */
function titleColumnOf(cells: SheetCells, heading: Heading, headings: readonly Heading[], at: number): number {
  const isNear = ({ firstRow }: Heading) => Math.abs(firstRow - heading.firstRow) <= BESIDE_ROWS;
  let [from, to] = [at, at + 1];
  for (let each = headings[from - 1]; each !== undefined && isNear(each); each = headings[from - 1]) from--;
  for (let each = headings[to]; each !== undefined && isNear(each); each = headings[to]) to++;
  const left = headings.slice(from, to).filter(({ lastColumn }) => lastColumn < heading.firstColumn);
  return Math.max(cells.firstColumn, ...left.map(({ lastColumn }) => lastColumn + 1));
}

/** The row's cells, and where they are blank those of headings that reach down from above or stand one row off. */
function headingLine(cells: SheetCells, row: number): HeadingCell[] {
  const above = headingCells(cells, row - 1);
  const below = headingCells(cells, row + 1);
  const names = (line: readonly HeadingCell[]) => line.some(({ label }) => label?.role === 'name');
  const aboveIsHeading = names(above) || above.some(({ text }) => /^[共个]性指标/.test(normalizeLabel(text)));
  const line: HeadingCell[] = [];
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    const { row: r, column: c } = cells.anchor(row, column);
    if (c !== column) continue;
    const text = cells.own(r, c);
    if (text !== '') line.push({ row: r, column, text, label: readColumnLabel(text) });
    else {
      const near =
        (aboveIsHeading ? above.find((cell) => cell.column === column && cell.label !== null) : undefined) ??
        below.find((cell) => cell.column === column && cell.label?.role === 'name');
      if (near !== undefined && !standsInHeading(cells, near)) line.push(near);
    }
  }
  return line.filter(({ label }) => label?.role !== 'own');
}

/** The cell's neighbours in its row make a heading of their own: a form beside this one, one row off. */
function standsInHeading(cells: SheetCells, { row, column }: HeadingCell): boolean {
  const line = headingCells(cells, row);
  const at = line.findIndex((cell) => cell.column === column);
  const joins = (i: number) => (line[i + 1]?.column ?? NaN) - (line[i]?.column ?? NaN) === 1;
  let [first, last] = [at, at];
  while (joins(first - 1)) first--;
  while (joins(last)) last++;
  return indicatorCount(line.slice(first, last + 1)) >= ENOUGH_INDICATORS;
}

/** Several 姓名 with enough indicators each are forms side by side; else the line is one form. */
function splitSideBySide(line: readonly HeadingCell[]): HeadingCell[][] {
  const names = line.flatMap(({ label }, i) => (label?.role === 'name' ? [i] : []));
  const cuts = names.slice(1).map((name, i) => cutBetween(line, names[i] ?? 0, name));
  const parts = [0, ...cuts].map((start, i) => line.slice(start, cuts[i]));
  const forms = parts.every((part) => indicatorCount(part) >= ENOUGH_INDICATORS) ? parts : [[...line]];
  return forms.map(withoutStrayText);
}

/** Text of a neighbour in the same row, behind a gap of columns, is not part of the heading. */
function withoutStrayText(part: readonly HeadingCell[]): HeadingCell[] {
  const known = part.flatMap(({ label }, i) => (label === null ? [] : [i]));
  let [first, last] = [known[0] ?? 0, known.at(-1) ?? part.length - 1];
  const adjacent = (a: number, b: number) => (part[b]?.column ?? NaN) - (part[a]?.column ?? NaN) === 1;
  while (adjacent(first - 1, first)) first--;
  while (adjacent(last, last + 1)) last++;
  return part.slice(first, last + 1);
}

/** Index at which the next form begins: after the widest gap of columns, else at the first heading that repeats. */
function cutBetween(line: readonly HeadingCell[], from: number, to: number): number {
  let cut = to;
  let widest = 1;
  for (let i = from + 1; i <= to; i++) {
    const gap = (line[i]?.column ?? 0) - (line[i - 1]?.column ?? 0);
    if (gap >= widest && gap > 1) [cut, widest] = [i, gap];
  }
  if (widest > 1) return cut;
  const role = (i: number) => line[i]?.label?.role;
  for (let i = from + 1; i <= to; i++) {
    if (role(i) !== undefined && line.slice(0, i).some((_, j) => role(j) === role(i))) return i;
  }
  return to;
}

function completeHeading(cells: SheetCells, row: number, part: readonly HeadingCell[]): Heading {
  const bottoms = part.map((cell) => {
    const merge = cells.merge(cell.row, cell.column);
    return merge === undefined ? cell.row : merge.row + merge.rows - 1;
  });
  // A heading that is merged down over somebody's line does not make it a heading.
  let bottom = row;
  while (bottom < Math.max(...bottoms) && !holdsScores(cells, bottom + 1, part)) bottom++;
  const weightsBelow = readWeightsBelow(cells, bottom + 1, part);
  const first = part[0]?.column ?? 0;
  return {
    firstRow: topOfHeading(cells, part, row),
    lastRow: weightsBelow.size > 0 ? bottom + 1 : bottom,
    firstColumn: first,
    lastColumn: part.at(-1)?.column ?? first,
    titleColumn: first,
    cells: part,
    weightsBelow,
  };
}

/** So many numbers under the indicators, which make no weights, are somebody's scores. */
function holdsScores(cells: SheetCells, row: number, part: readonly HeadingCell[]): boolean {
  const numbers = part.filter(
    ({ column, label }) => label !== null && isIndicator(label.role) && typeof cells.value(row, column) === 'number',
  );
  return numbers.length >= ENOUGH_INDICATORS && readWeightsBelow(cells, row, part).size === 0;
}

/** The row of 共性指标/个性指标 above belongs to the heading. */
function topOfHeading(cells: SheetCells, part: readonly HeadingCell[], row: number): number {
  const top = Math.min(row, ...part.map((cell) => cell.row));
  const groups = headingCells(cells, top - 1).some(({ text }) => /^[共个]性指标/.test(normalizeLabel(text)));
  return groups ? top - 1 : top;
}

/** A row of weights below the headings: no name in it, and written like weights, or 100 in all. */
function readWeightsBelow(cells: SheetCells, row: number, part: readonly HeadingCell[]): Map<number, number> {
  const name = part.find(({ label }) => label?.role === 'name');
  const nameText = name === undefined ? '' : normalizeLabel(cells.own(row, name.column));
  const labelled = /^(权重|占比|比重|分值|满分)/.test(nameText);
  if (nameText !== '' && !labelled) return new Map();
  const found = part
    .filter(({ label }) => label !== null && isIndicator(label.role))
    .flatMap(({ column }) => {
      const weight = readWeight(cells.own(row, column));
      return weight === null ? [] : [{ column, weight, text: cells.own(row, column) }];
    });
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  const isWeights = labelled || found.every(({ text }) => /^0\.|[%％(（]/.test(text)) || Math.abs(sum - 100) < 1e-6;
  const weights = found.length >= ENOUGH_INDICATORS && isWeights ? found : [];
  return new Map(weights.map(({ column, weight }) => [column, weight]));
}

/** What a form prints as its weights: percent in the order of INDICATORS, null where it prints none. */
export type PrintedWeights = readonly (number | null)[];

/** The printed weights of a form: in the headings or in a row below them. */
export function printedWeights(heading: Heading): PrintedWeights {
  return INDICATORS.map(({ id }) => {
    const [cell] = cellsWithRole(heading, id);
    return cell === undefined ? null : (cell.label?.weight ?? heading.weightsBelow.get(cell.column) ?? null);
  });
}
