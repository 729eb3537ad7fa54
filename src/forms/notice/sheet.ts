import { isLogSheet } from '../words/logSheet';
import { quarterOfYear, type Quarter } from '../../assessment/period';
import { published, type NoticeLine } from './lines';
import { readPeriod, type NoticePeriod } from './period';
import type { SheetGrid } from '../grid/sheetGrid';
import { tableOn, type Table } from '../words/tables';
import { normalizeLabel, normalizeName } from '../words/text';

/** The headings of a notice's table. */
export const COLUMNS = ['序号', '科室', '姓名', '职务', '考核等次'] as const;
export type Column = (typeof COLUMNS)[number];
const TITLE = /^关于(\d{4})年第([一二三四])季度公务员平时考核结果的公示$/;
/** So many of the headings below the title make the table's heading, whatever became of the others. */
const ENOUGH_HEADINGS = 3;
const OBJECTION_BEGINS = '如有异议';

/** A notice as it stands on a sheet. */
export interface NoticeSheet {
  readonly grid: SheetGrid;
  readonly quarter: Quarter;
  readonly titleRow: number;
  /** Missing headings when they were changed. */
  readonly table: NoticeTable | { readonly missing: readonly string[] };
  /** Where the paragraph with the period stands, and the period; null where none can be read. */
  readonly paragraph: { readonly row: number; readonly column: number; readonly text: string } | null;
  readonly period: NoticePeriod | null;
}

export interface NoticeTable extends Table<Column> {
  /** The row of 如有异议…. */
  readonly tailRow: number;
}

/** Every 公示 of a workbook, found by its title. */
export function findNotices(grids: Iterable<SheetGrid>): NoticeSheet[] {
  return [...grids].flatMap((grid) => noticeOn(grid) ?? []);
}

export function isNoticeSheet(grid: SheetGrid): boolean {
  return titleOn(grid) !== null;
}

function noticeOn(grid: SheetGrid): NoticeSheet | null {
  const title = titleOn(grid);
  if (title === null) return null;
  const table = noticeTable(grid, title.row);
  const paragraph = cellWhere(
    grid,
    (text) => text.includes('公示期') && !text.startsWith(OBJECTION_BEGINS),
    title.row + 1,
    'missing' in table ? grid.rowEnd : table.headerRow,
  );
  return {
    grid,
    quarter: title.quarter,
    titleRow: title.row,
    table,
    paragraph,
    period: paragraph === null ? null : readPeriod(paragraph.text),
  };
}

function titleOn(grid: SheetGrid): { readonly row: number; readonly quarter: Quarter } | null {
  // 操作记录 repeats what was written.
  if (isLogSheet(grid)) return null;
  const title = cellWhere(grid, (text) => TITLE.test(text), 0, Math.min(grid.rowEnd, 10));
  const [, year, ordinal] = title === null ? [] : (TITLE.exec(normalizeLabel(title.text)) ?? []);
  if (title === null || year === undefined || ordinal === undefined) return null;
  return { row: title.row, quarter: quarterOfYear(year, ordinal) };
}

function noticeTable(grid: SheetGrid, titleRow: number): NoticeSheet['table'] {
  const found = tableOn(grid, COLUMNS, ({ size }) => size >= ENOUGH_HEADINGS, [titleRow + 1, grid.rowEnd]);
  const missing = COLUMNS.filter((column) => found?.columns.has(column) !== true);
  if (found === null || missing.length > 0) return { missing };
  const tail = cellWhere(grid, (text) => text.startsWith(OBJECTION_BEGINS), found.headerRow + 1, grid.rowEnd);
  return tail === null ? { missing: [OBJECTION_BEGINS] } : { ...found, tailRow: tail.row };
}

/** The first cell of the rows whose text, without white space and full-width forms or as it stands, is as wanted. */
export function cellWhere(
  grid: SheetGrid,
  matches: (text: string) => boolean,
  from: number,
  to: number,
): NonNullable<NoticeSheet['paragraph']> | null {
  for (let row = from; row < to; row++) {
    for (let column = 0; column < grid.columnEnd; column++) {
      const value = grid.value(row, column);
      if (typeof value !== 'string' || value === '') continue;
      const text = value.trim();
      if (matches(normalizeLabel(text)) || matches(text)) return { row, column, text };
    }
  }
  return null;
}

/** Whether a notice no longer says what was decided; people without a grade may stand on it or not. */
export function noticeDiffers({ grid, table }: NoticeSheet, lines: readonly NoticeLine[]): boolean {
  if ('missing' in table) return true;
  const there = shownOn(grid, table);
  const possible = new Set(published(lines, '列出不写原因').map(shownKey));
  return (
    published(lines, '不列').some((line) => !there.has(shownKey(line))) || [...there].some((key) => !possible.has(key))
  );
}

export function shownKey({ department, name, grade }: NoticeLine): string {
  return [department, name, grade].map(normalizeLabel).join('|');
}

/** The names on a notice, normalised. */
export function namesOn(grid: SheetGrid, { headerRow, columns, tailRow }: NoticeTable): ReadonlySet<string> {
  const rows = Array.from({ length: tailRow - headerRow - 1 }, (_, i) => headerRow + 1 + i);
  return new Set(rows.map((row) => normalizeName(String(grid.value(row, columns.get('姓名') ?? 0)))));
}

export function shownOn(grid: SheetGrid, { headerRow, columns, tailRow }: NoticeTable): ReadonlySet<string> {
  const there = new Set<string>();
  for (let row = headerRow + 1; row < tailRow; row++) {
    const texts = (['科室', '姓名', '考核等次'] as const).map((column) =>
      normalizeLabel(String(grid.value(row, columns.get(column) ?? 0))),
    );
    if (texts.some((text) => text !== '')) there.add(texts.join('|'));
  }
  return there;
}
