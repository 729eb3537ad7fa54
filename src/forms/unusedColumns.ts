import { INDICATORS, type IndicatorId } from '../assessment/indicator';
import { circumstancesOn } from './book/registerLine';
import type { Book, Roster } from './book/model';
import { blocksOf, findRosterTable } from './book/roster';
import { EVIDENCE_COLUMNS, evidenceOn } from './circumstances/evidenceSheet';
import { SheetCells } from './grid/cells';
import { cellAddress } from './grid/address';
import type { Problem } from './grid/problem';
import { SheetGrid } from './grid/sheetGrid';
import type { SheetSnapshot, WorkbookSnapshot } from './grid/snapshot';
import { nearColumn } from './words/nearColumn';
import { isOwnSheet } from './ownSheets';
import { KEY_LABEL } from './review/columns';
import { findReview, reviewedQuarters } from './review/table';
import { isExtra } from './score-sheet/extraColumns';
import { headingCells, readColumnLabel, type HeadingCell } from './words/columnLabel';
import {
  CIRCUMSTANCE_ALIASES,
  INDICATOR_ALIASES,
  ROLE_ALIASES,
  ROSTER_ALIASES,
  type ColumnRole,
  type LabelTable,
} from './words/labels';
import { problem } from './unusedProblems';
import type { Table } from './words/tables';
import { normalizeLabel } from './words/text';

/** What is computed is wanted of nobody, and what is passed over neither. */
const UNWANTED: readonly ColumnRole[] = ['total', 'grade', 'other'];
/** The indicators are offered as 附件3 prints them. */
const WANTED_ON_FORMS: LabelTable<IndicatorId | ColumnRole> = [
  ...INDICATORS.map(({ id, label }) => {
    return [id, [label, ...INDICATOR_ALIASES.flatMap(([each, labels]) => (each === id ? labels : []))]] as const;
  }),
  ...ROLE_ALIASES.filter(([role]) => !UNWANTED.includes(role)),
];

/**
 * Columns of the visible sheets that hold something and that nobody reads, in tables that are read otherwise: 附件3, the
 * roster, 特殊情形登记, 考核记实, and a 审定表 that was made by hand.
 */
export function columnsUnused({ sheets, date1904 }: WorkbookSnapshot, book: Book): Problem[] {
  return sheets.flatMap((sheet) => {
    if (sheet.visibility !== 'Visible') return [];
    const cells = new SheetCells(sheet, date1904);
    const forms = book.formsInOrder.filter((form) => form.sheet === sheet.name);
    const isRoster = sheet.name === book.roster?.sheet;
    if (forms.length === 0 && !isRoster) return unusedOnRegister(sheet, cells);
    return [...(isRoster ? unusedOnRoster(cells, book.roster, forms) : []), ...unusedOnForms(cells, forms)];
  });
}

function unusedOnRoster(all: SheetCells, { people }: Roster, forms: Book['formsInOrder']): Problem[] {
  // Where 附件1 and 附件2 stand, there is no roster.
  const table = findRosterTable(all.without(forms.flatMap(({ annex, area }) => (annex === 3 ? [] : [area]))));
  if (table === null) return [];
  const read = blocksOf(table).flatMap(({ columns }) => [...columns.values()]);
  return unusedInTable(table, ROSTER_ALIASES, new Set(people.map(({ row }) => row)), read);
}

/** Columns of a sheet's 附件3, or beside them, with something in people's lines. */
function unusedOnForms(cells: SheetCells, forms: Book['formsInOrder']): Problem[] {
  const told = new Set<string>();
  const isNew = ({ row, column }: HeadingCell) => told.size < told.add(`${row},${column}`).size;
  return forms.flatMap((form) => {
    if (form.annex !== 3) return [];
    const beside = forms.filter(({ area }) => area.row <= form.lastRow && form.area.row < area.row + area.rows);
    const isOutside = ({ column }: HeadingCell) =>
      !beside.some(({ area }) => column >= area.column && column < area.column + area.columns);
    const rows = new Set(form.headings.map(({ row }) => row));
    const around = [...rows].flatMap((row) => headingCells(cells, row)).filter(isOutside);
    return unusedColumns({
      grid: cells,
      unread: [...form.headings, ...around].filter(
        (heading) => heading.label === null && !isExtra(heading.text) && isNew(heading),
      ),
      rows: form.rows.map(({ row }) => row),
      wanted: WANTED_ON_FORMS,
      has: (column) => form.headings.some(({ label }) => label?.role === column),
    });
  });
}

function unusedOnRegister(sheet: SheetSnapshot, cells: SheetCells): Problem[] {
  const circumstances = circumstancesOn(cells);
  if (circumstances !== null) {
    return unusedInTable(circumstances, CIRCUMSTANCE_ALIASES, rowsOf(circumstances, 'name'));
  }
  const grid = SheetGrid.of(sheet);
  const evidence = evidenceOn(grid);
  if (evidence !== null) {
    const columns = EVIDENCE_COLUMNS.map((column) => [column, [column]] as const);
    return unusedInTable(evidence, columns, rowsOf(evidence, '姓名'));
  }
  // What the program copied of a 审定表 is its own.
  if (isOwnSheet(grid)) return [];
  return reviewedQuarters([grid]).flatMap((quarter) => {
    const table = findReview(grid, quarter);
    // A sheet of the program's has columns for its formulas besides.
    if (table === undefined || 'missing' in table || table.headings.has(KEY_LABEL)) return [];
    const rows = rowsOf(table, 'name').filter((row) => row >= table.firstRow && row < table.endRow);
    const months = table.months.flatMap(({ total, grade }) => [total, grade]);
    return unusedInTable(table, [], rows, months);
  });
}

/** The rows below a table's heading that name somebody. */
function rowsOf<Column extends string>(
  { grid, headerRow, columns }: Table<Column, SheetGrid | SheetCells>,
  name: Column,
): number[] {
  const rows: number[] = [];
  for (let row = headerRow + 1; row < grid.rowEnd; row++) {
    if (String(grid.value(row, columns.get(name) ?? -1)).trim() !== '') rows.push(row);
  }
  return rows;
}

/** A heading that no reader claims. */
interface UnreadHeading {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A table that is read, as far as it tells which of its columns are not. */
interface PartlyRead<Column extends string> {
  readonly grid: SheetGrid | SheetCells;
  readonly unread: readonly UnreadHeading[];
  /** The rows that are somebody's. */
  readonly rows: Iterable<number>;
  /** The columns that a near-miss is offered for, with what they may be called. */
  readonly wanted: LabelTable<Column>;
  /** Whether the table has such a column. */
  readonly has: (column: Column) => boolean;
}

/** A heading may be a whole remark; its beginning tells which it is. */
const SHOWN_LENGTH = 20;

const SIGNATURE = /签[字名章]$|^盖章$/;

/**
 * The columns of a table that hold something beside people and that nobody reads: each heading that nearly is the one of a
 * column which the table lacks is a warning that offers it, all others are one note.
 */
function unusedColumns<Column extends string>(table: PartlyRead<Column>): Problem[] {
  const { grid, wanted } = table;
  const columns = new Map<string, { readonly at: string[]; cells: number }>();
  for (const { row, column, text } of table.unread) {
    const label = normalizeLabel(text);
    const cells = [...table.rows].filter((each) => textAt(grid, each, column) !== '').length;
    if (cells === 0 || isIgnored(label)) continue;
    const same = columns.get(label) ?? { at: [], cells: 0 };
    same.at.push(cellAddress(row, column));
    same.cells += cells;
    columns.set(label, same);
  }
  const problems: Problem[] = [];
  const others: string[] = [];
  let first = '';
  for (const [label, { at, cells }] of columns) {
    const near = nearColumn(label, wanted);
    const shown = label.length <= SHOWN_LENGTH ? label : `${label.slice(0, SHOWN_LENGTH)}…`;
    const [cell = ''] = at;
    if (near !== null && !table.has(near.column)) {
      problems.push(problem.columnNear(grid.name, cell, shown, cells, near.label));
    } else {
      first ||= cell;
      others.push(`“${shown}”${at.join('、')}（${cells}个单元格）`);
    }
  }
  return others.length === 0 ? problems : [...problems, problem.columnsUnused(grid.name, first, others)];
}

/**
 * The same of a table with one heading row; what stands in a column without a heading is told, too.
 *
 * @param alsoRead columns that are read by another way than their heading
 */
function unusedInTable<Column extends string>(
  { grid, headerRow, columns }: Table<Column, SheetGrid | SheetCells>,
  wanted: LabelTable<Column>,
  rows: Iterable<number>,
  alsoRead: Iterable<number | null> = [],
): Problem[] {
  const read = new Set([...columns.values(), ...alsoRead]);
  const unread: UnreadHeading[] = [];
  for (let column = 0; column < grid.columnEnd; column++) {
    const text = textAt(grid, headerRow, column) || '（无表头）';
    if (!read.has(column)) unread.push({ row: headerRow, column, text });
  }
  return unusedColumns({ grid, unread, rows, wanted, has: (column) => columns.has(column) });
}

function textAt(grid: SheetGrid | SheetCells, row: number, column: number): string {
  return String(grid.value(row, column)).trim();
}

/** 序号, 签字 … are no content; the program's own columns are read by nobody on purpose. */
function isIgnored(label: string): boolean {
  const role = readColumnLabel(label)?.role;
  return role === 'other' || role === 'own' || SIGNATURE.test(label);
}
