import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { punctuality, type Deadline } from '../../assessment/deadlines';
import { monthTitle, type Month } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import type { ArchiveLine } from './archiveLines';
import { problem } from './problems';
import { recordKey } from '../collect/record';
import { dateCellText, datesIn, wholeDate } from '../words/dateText';
import { emptySheetPlan, TABLE_MARGINS, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { normalizeLabel } from '../words/text';

export const FILING_LIST = '归档清单';
export const FILING_COLUMNS = [
  '序号',
  '科室',
  '姓名',
  '附件',
  '期间',
  '所在工作表',
  '签名',
  '签署日期',
  '应归档日期',
  '实际归档日期',
  '备注',
] as const;
export type FilingColumn = (typeof FILING_COLUMNS)[number];
/** Headings that no other sheet has together. */
const TELLING: readonly FilingColumn[] = ['附件', '期间', '应归档日期', '实际归档日期'];
/** Characters. */
const WIDTHS: readonly number[] = [6, 14, 10, 8, 30, 22, 10, 16, 24, 16, 22];

/** What the program writes in 备注; anything else there was typed, and stays. */
const REMARKS = {
  missing: '缺',
  late: '迟',
  deferred: '顺延期内归档',
  unsigned: '未签名',
  elsewhere: '工作簿中没有此表',
  settled: '不再缺',
} as const;
const OWN_REMARKS: ReadonlySet<string> = new Set(['', ...Object.values(REMARKS)]);

/** 归档清单 as it was found: by its headings, wherever they stand and whatever the sheet is called. */
interface FilingTable {
  readonly grid: SheetGrid;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<FilingColumn, number>;
}

interface StoredLine {
  readonly row: number;
  readonly key: string;
  readonly person: string;
  /** The program's line of a missing form, with nothing typed beside it. */
  readonly isOpen: boolean;
}

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

function findFilingTable(grids: readonly SheetGrid[]): FilingTable | null {
  for (const grid of grids) {
    for (let row = 0; row < Math.min(grid.rowEnd, 20); row++) {
      const columns = new Map<FilingColumn, number>();
      for (let column = 0; column < grid.columnEnd; column++) {
        const label = normalizeLabel(String(grid.value(row, column)));
        const known = FILING_COLUMNS.find((each) => each === label);
        if (known !== undefined && !columns.has(known)) columns.set(known, column);
      }
      if (TELLING.every((column) => columns.has(column))) return { grid, headerRow: row, columns };
    }
  }
  return null;
}

function updatedList(month: Month, lines: readonly ArchiveLine[], table: FilingTable, date1904: boolean) {
  const { grid, headerRow, columns } = table;
  const stored = storedLines(month, table);
  const rows = placeLines(lines, stored, grid.rowEnd);
  const problems: Problem[] = [];
  const first = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - first + 1;
  const last = Math.max(grid.rowEnd, ...[...rows.keys()].map((row) => row + 1));
  const cells = Array.from({ length: last - headerRow - 1 }, () =>
    Array.from({ length: width }, (): CellContent => null),
  );
  const put = (row: number, column: FilingColumn, content: CellContent) => {
    const line = cells[row - headerRow - 1];
    if (line !== undefined) line[(columns.get(column) ?? first) - first] = content;
  };
  let number = Math.max(0, ...stored.map(({ row }) => Number(text(table, row, '序号')) || 0));
  for (const [row, line] of rows) {
    const typed = filedOn(table, row, date1904, line?.due ?? null, problems);
    const own = isOwnRemark(text(table, row, '备注'));
    if (line === null) {
      if (own) put(row, '备注', REMARKS.settled);
      continue;
    }
    const contents = lineContents(line);
    for (const [column, content] of Object.entries(contents)) {
      const known = FILING_COLUMNS.find((each) => each === column);
      if (known !== undefined) put(row, known, content);
    }
    if (own) put(row, '备注', remark(line, typed));
    if (row >= grid.rowEnd) put(row, '序号', String(++number));
  }
  const block = grid.block('归档清单', headerRow + 1, first, cells);
  const added = last - grid.rowEnd;
  const isSame = block.cells.every((line) => line.every((content) => content === null));
  const plan = {
    ...emptySheetPlan(grid.name, false),
    blocks: [block],
    formats: added > 0 ? [look(grid.rowEnd, first, added, width)] : [],
  };
  return { sheets: isSame ? [] : [plan], problems };
}

/** The lines of a month, and those of other months by their key, as they stand there. */
function storedLines(month: Month, table: FilingTable): StoredLine[] {
  const { grid, headerRow } = table;
  const lines: StoredLine[] = [];
  for (let row = headerRow + 1; row < grid.rowEnd; row++) {
    const [annex, department, name, period] = (['附件', '科室', '姓名', '期间'] as const).map((column) =>
      text(table, row, column),
    );
    if (annex === undefined || annex === '' || department === undefined || name === undefined || period === undefined)
      continue;
    const [when] = datesIn(period, false);
    const isOfMonth = when !== undefined && `${when.year}年${when.month}月` === monthTitle(month);
    lines.push({
      row,
      key: recordKey(annex, department, name, period),
      person: [annex, department, name].join('|'),
      isOpen: isOfMonth && text(table, row, '备注') === REMARKS.missing && text(table, row, '实际归档日期') === '',
    });
  }
  return lines;
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
      const contents: Partial<Record<FilingColumn, CellContent>> = {
        ...lineContents(line),
        序号: String(i + 1),
        备注: remark(line, null),
      };
      return FILING_COLUMNS.map((column) => contents[column] ?? null);
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
    page: { orientation: 'Landscape', margins: TABLE_MARGINS, printArea: null, titleRows: '$1:$1' },
    freezeRows: 1,
  };
}

/** What the program writes of a line, besides number and remark. */
function lineContents(line: ArchiveLine): Partial<Record<FilingColumn, CellContent>> {
  const { department, name, annex, period, sheet, signer, signedOn, due } = line;
  return {
    科室: department,
    姓名: name,
    附件: annex,
    期间: period,
    所在工作表: sheet,
    签名: signer,
    签署日期: signedOn === null ? '' : dateTitle(signedOn),
    应归档日期: due === null ? '' : dueText(due),
  };
}

/** The literal day, and the deferred one beside it where they differ (ambiguity 23). */
function dueText({ literal, deferred }: Deadline): string {
  return literal === deferred ? dateTitle(literal) : `${dateTitle(literal)}（顺延至${dateTitle(deferred)}）`;
}

/** What HR typed in 实际归档日期; `day` is null where none can be read. */
interface Filed {
  readonly day: CalendarDate | null;
}

function remark({ annex, missing, signer, due }: ArchiveLine, filed: Filed | null): string {
  if (missing) return filed === null ? REMARKS.missing : REMARKS.elsewhere;
  const when = filed === null || filed.day === null || due === null ? '按期' : punctuality(filed.day, due);
  const parts = [
    when === '逾期' ? REMARKS.late : when === '顺延期内' ? REMARKS.deferred : '',
    annex !== '附件1' && signer === '' ? REMARKS.unsigned : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function isOwnRemark(present: string): boolean {
  return present.split('；').every((part) => OWN_REMARKS.has(part));
}

/** null for a blank cell. */
function filedOn(
  table: FilingTable,
  row: number,
  date1904: boolean,
  due: Deadline | null,
  problems: Problem[],
): Filed | null {
  const column = table.columns.get('实际归档日期') ?? 0;
  const value = table.grid.value(row, column);
  if (value === '') return null;
  // The format is not known here; a number in a column of dates is a date.
  const written = dateCellText(value, typeof value === 'number' ? 'yyyy/m/d' : 'General', date1904);
  const [mention] = datesIn(written, true);
  const year = mention?.year ?? (due === null ? null : Number(due.literal.slice(0, 4)));
  const day = mention === undefined || mention.readings.length > 0 ? null : wholeDate({ ...mention, year });
  if (day === null) problems.push(problem.archiveDateUnreadable(table.grid.name, cellAddress(row, column), written));
  return { day };
}

function text({ grid, columns }: FilingTable, row: number, column: FilingColumn): string {
  return String(grid.value(row, columns.get(column) ?? -1)).trim();
}

function look(row: number, column: number, rows: number, columns: number): FormatStep {
  return { area: { row, column, rows, columns }, borders: 'thin', wrap: true, vertical: 'Center', horizontal: 'Left' };
}
