import { INDICATORS } from '../assessment/indicator';
import { CIRCUMSTANCE_TELLING } from './book/registerLine';
import type { Book } from './book/model';
import { isRosterHeading } from './book/roster';
import { areaAddress, cellAddress } from './grid/address';
import { SheetCells } from './grid/cells';
import type { Problem } from './grid/problem';
import type { SheetSnapshot, WorkbookSnapshot } from './grid/snapshot';
import { nearColumn } from './words/nearColumn';
import { annexOfTitle } from './records/labels';
import { isFormTitle } from './score-sheet/titleText';
import { columnsUnused } from './unusedColumns';
export { subjectProblems } from './subjectProblems';
import { problem } from './unusedProblems';
import { headingCells, isIndicator, readColumnLabel } from './words/columnLabel';
import { CIRCUMSTANCE_ALIASES, ROSTER_ALIASES, type LabelTable } from './words/labels';
import { normalizeLabel } from './words/text';

/** So many labels of the seven indicators below each other are the headings of a sheet that lies on its side. */
const ENOUGH_LABELS = 4;
/** Rows from the top in which headings are looked for that nearly are those of a table. */
const HEADING_ROWS = 20;
/** The first cells of a sheet's content, by which a person knows it again. */
const FIRST_CELLS = 3;

/**
 * What stands on visible sheets and nobody reads: what came near to a form is a warning, everything else is listed once. A
 * workbook in which nothing at all is recognised says so.
 *
 * @param sources the sheets that forms are read from, without the program's own
 * @param isOther whether another command reads the sheet
 */
export function nearMisses(
  sources: WorkbookSnapshot,
  book: Book,
  isOther: (sheet: SheetSnapshot) => boolean,
): Problem[] {
  const read = new Set([
    ...book.formsInOrder.map(({ sheet }) => sheet),
    ...(book.roster === null ? [] : [book.roster.sheet]),
  ]);
  const told = new Set(
    book.problems.flatMap(({ sheet, severity }) => (sheet === null || severity === 'note' ? [] : [sheet])),
  );
  const columns = columnsUnused(sources, book);
  const misses = sources.sheets
    .filter((sheet) => sheet.visibility === 'Visible' && !read.has(sheet.name) && !isOther(sheet))
    .map((sheet) => ({ name: sheet.name, cells: new SheetCells(sheet, sources.date1904) }))
    .map(({ name, cells }) => ({ name, cells, near: nearest(cells, book.roster === null), filled: filledCells(cells) }))
    .filter(({ filled }) => filled.length > 0);
  const problems = misses.flatMap(({ name, near, filled }) => {
    if (near !== null) return told.has(name) ? [] : [problem.sheetNear(name, near.cell, near.what)];
    return [
      problem.sheetUnused(
        name,
        filled.slice(0, FIRST_CELLS).map(({ text }) => text),
        filled.length,
      ),
    ];
  });
  const [first] = misses.flatMap(({ name, near }) => (near === null ? [] : [`${name}的${near.cell}：${near.what}`]));
  return read.size > 0 || misses.length === 0
    ? [...problems, ...columns]
    : [problem.nothingFound(first ?? '没有任何一张表与之相近'), ...problems, ...columns];
}

/** Where a sheet comes near to a form or a list, and what to do about it. */
interface Near {
  readonly cell: string;
  readonly what: string;
}

/** What of a sheet came nearest to a form, to the roster where none is read, or to 特殊情形登记. */
function nearest(cells: SheetCells, wantsRoster: boolean): Near | null {
  for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
    const rows: number[] = [];
    const found = new Set<string>();
    for (let row = cells.firstRow; row < cells.rowEnd; row++) {
      const label = readColumnLabel(cells.own(row, column));
      if (label === null || !isIndicator(label.role)) continue;
      found.add(label.role);
      rows.push(row);
    }
    const [top = 0, bottom = top] = [rows[0], rows.at(-1)];
    if (found.size >= ENOUGH_LABELS) {
      const cell = areaAddress({ row: top, column, rows: bottom - top + 1, columns: 1 });
      return { cell, what: `${INDICATORS.length}项指标中的${found.size}项自上而下排列，人员横排；请转置为每人一行` };
    }
  }
  for (const { row, column, text } of filledCells(cells)) {
    const annex = isFormTitle(text) ? 3 : annexOfTitle(text);
    if (annex !== null)
      return {
        cell: cellAddress(row, column),
        what: `标题像附件${annex}，但没有找到它的表头；请按附件${annex}恢复表头`,
      };
  }
  return (
    (wantsRoster ? nearTable(cells, '人员名册', ROSTER_ALIASES, isRosterHeading) : null) ??
    nearTable(cells, '特殊情形登记', CIRCUMSTANCE_ALIASES, (_, columns) =>
      CIRCUMSTANCE_TELLING.every((column) => columns.has(column)),
    )
  );
}

/** A row that would be a table's heading if some of its texts were written as the table has them. */
function nearTable<Column extends string>(
  cells: SheetCells,
  table: string,
  aliases: LabelTable<Column>,
  isHeading: (cells: SheetCells, columns: Pick<ReadonlySet<Column>, 'has'>, row: number) => boolean,
): Near | null {
  for (let row = cells.firstRow; row < Math.min(cells.rowEnd, cells.firstRow + HEADING_ROWS); row++) {
    const line = headingCells(cells, row).map(({ column, text }) => ({ column, text: normalizeLabel(text) }));
    const exact = aliases.filter(([, labels]) => line.some(({ text }) => labels.includes(text)));
    const columns = new Set(exact.map(([column]) => column));
    const near = line.flatMap(({ column, text }) => {
      const found = nearColumn(text, aliases);
      if (found === null || columns.has(found.column)) return [];
      columns.add(found.column);
      return [{ cell: cellAddress(row, column), change: `“${text}”改为“${found.label}”` }];
    });
    const [first] = near;
    if (first !== undefined && isHeading(cells, columns, row)) {
      return { cell: first.cell, what: `表头像${table}；如是请把${near.map(({ change }) => change).join('、')}` };
    }
  }
  return null;
}

function filledCells(cells: SheetCells): { row: number; column: number; text: string }[] {
  const filled: { row: number; column: number; text: string }[] = [];
  for (let row = cells.firstRow; row < cells.rowEnd; row++) {
    for (let column = cells.firstColumn; column < cells.columnEnd; column++) {
      const text = cells.own(row, column);
      if (text !== '') filled.push({ row, column, text });
    }
  }
  return filled;
}
