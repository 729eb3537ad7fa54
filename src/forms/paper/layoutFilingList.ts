import { dateTitle } from '../../assessment/calendarDate';
import { punctuality, type Deadline } from '../../assessment/deadlines';
import type { Month } from '../../assessment/period';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { RegisterCells, textIn } from '../words/tables';
import type { ArchiveLine } from './archiveLines';
import { filedOn, REMARKS, storedLines, type Filed, type StoredLine } from './filingList';
import { FILING_COLUMNS, findFilingTable, type FilingColumn, type FilingTable } from './filingSheet';
import { problem } from './problems';
import { tablePage } from '../grid/tablePage';

const FILING_LIST = '归档清单';
/** What the program writes in 备注; anything else was typed. */
const OWN_REMARKS: ReadonlySet<string> = new Set(['', ...Object.values(REMARKS)]);
/** 见2022年3月 and 未填完. */
const OWN_NOTE = /^(见\d{4}年\d{1,2}月|未填完)$/;
/** Characters. */
const WIDTHS: readonly number[] = [5, 10, 9, 7, 20, 16, 8, 13, 14, 12, 11];

/**
 * The list with a month's forms, all months on one sheet. Lines stay where people put them; what is new comes below.
 * 实际归档日期 is typed by HR and never written, nor is a 备注 that somebody typed.
 *
 * @param date1904 typed dates are serial numbers from 1904
 */
export function layoutFilingList(
  month: Month,
  lines: readonly ArchiveLine[],
  grids: Iterable<SheetGrid>,
  date1904: boolean,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const all = [...grids];
  const table = findFilingTable(all);
  if (table === null) {
    const sheet = new SheetNames(all.map(({ name }) => name)).next(FILING_LIST);
    return { sheets: [newList(sheet, lines)], problems: [] };
  }
  const { grid, columns } = table;
  const missing = FILING_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0) return { sheets: [], problems: [problem.archiveHeadingsMissing(grid.name, missing)] };
  if (grid.protected) return { sheets: [], problems: [problem.archiveProtected(grid.name)] };
  return updatedList(month, lines, table, date1904);
}

function updatedList(month: Month, lines: readonly ArchiveLine[], table: FilingTable, date1904: boolean) {
  const { grid, columns } = table;
  const stored = storedLines(month, table);
  const rows = placeLines(lines, stored, grid.rowEnd);
  const problems: Problem[] = [];
  const cells = new RegisterCells(table);
  let number = Math.max(0, ...stored.map(({ row }) => Number(textIn(table, row, '序号')) || 0));
  for (const [row, line] of rows) {
    const typed = filedOn(table, row, date1904, line?.due ?? null, problems);
    const own = isOwnRemark(textIn(table, row, '备注'));
    if (line === null) {
      if (own) cells.put(row, '备注', REMARKS.settled);
      continue;
    }
    for (const [column, content] of lineContents(line)) cells.put(row, column, content);
    if (own) cells.put(row, '备注', remark(line, typed));
    if (row >= grid.rowEnd) cells.put(row, '序号', String(++number));
  }
  const block = cells.block('归档清单');
  const first = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - first + 1;
  const added = Math.max(grid.rowEnd, ...[...rows.keys()].map((row) => row + 1)) - grid.rowEnd;
  const plan = {
    ...emptySheetPlan(grid.name, false),
    blocks: block === null ? [] : [block],
    formats: added > 0 ? [look(grid.rowEnd, first, added, width)] : [],
  };
  return { sheets: block === null ? [] : [plan], problems };
}

/** Which line stands in which row; null for a form that was missing and no longer is. */
function placeLines(
  lines: readonly ArchiveLine[],
  stored: readonly StoredLine[],
  rowEnd: number,
): ReadonlyMap<number, ArchiveLine | null> {
  const rows = new Map<number, ArchiveLine | null>();
  const byKey = new Map(stored.map((line) => [line.key, line]));
  const keys = new Set(lines.map(({ key }) => key));
  // A week that was missing may have come with other days than the calendar's.
  const open = stored.filter(({ key, isOpen }) => isOpen && !keys.has(key));
  for (const { row } of open) rows.set(row, null);
  let end = rowEnd;
  for (const line of lines) {
    const person = [line.annex, line.department, line.name].join('|');
    const free = open.find((candidate) => candidate.person === person && rows.get(candidate.row) === null);
    rows.set(byKey.get(line.key)?.row ?? free?.row ?? end++, line);
  }
  return rows;
}

function newList(sheet: string, lines: readonly ArchiveLine[]): SheetPlan {
  const cells: CellContent[][] = [
    [...FILING_COLUMNS],
    ...lines.map((line, i) => {
      const contents = new Map(lineContents(line)).set('序号', String(i + 1)).set('备注', remark(line, null));
      return FILING_COLUMNS.map((column) => contents.get(column) ?? null);
    }),
  ];
  const columns = FILING_COLUMNS.length;
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: '归档清单', row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
    formats: [
      ...WIDTHS.map((columnWidth, column) => ({ area: { row: 0, column, rows: 1, columns: 1 }, columnWidth })),
      look(0, 0, cells.length, columns),
      { area: { row: 0, column: 0, rows: 1, columns }, bold: true, horizontal: 'Center' },
    ],
    page: tablePage(0),
    freezeRows: 1,
  };
}

/** What the program writes of a line, besides number and remark. */
function lineContents(line: ArchiveLine): [FilingColumn, CellContent][] {
  const { department, name, annex, period, sheet, signer, signedOn, due } = line;
  return [
    ['科室', department],
    ['姓名', name],
    ['附件', annex],
    ['期间', period],
    ['所在工作表', sheet],
    ['签名', signer],
    ['签署日期', signedOn === null ? '' : dateTitle(signedOn)],
    ['应归档日期', due === null ? '' : dueText(due)],
  ];
}

/** The literal day, and the deferred one beside it where they differ (ambiguity 23). */
function dueText({ literal, deferred }: Deadline): string {
  return literal === deferred ? dateTitle(literal) : `${dateTitle(literal)}（顺延至${dateTitle(deferred)}）`;
}

function remark({ annex, missing, signer, due, note }: ArchiveLine, filed: Filed | null): string {
  if (missing) return filed === null ? REMARKS.missing : REMARKS.elsewhere;
  const when = filed === null || filed.day === null || due === null ? '按期' : punctuality(filed.day, due);
  const parts = [
    note,
    when === '逾期' ? REMARKS.late : when === '顺延期内' ? REMARKS.deferred : '',
    annex !== '附件1' && signer === '' ? REMARKS.unsigned : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function isOwnRemark(present: string): boolean {
  return present.split('；').every((part) => OWN_REMARKS.has(part) || OWN_NOTE.test(part));
}

function look(row: number, column: number, rows: number, columns: number): FormatStep {
  return { area: { row, column, rows, columns }, borders: 'thin', wrap: true, vertical: 'Center', horizontal: 'Left' };
}
