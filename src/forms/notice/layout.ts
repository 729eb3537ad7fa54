import type { WorkCalendar } from '../../assessment/calendar';
import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { NOTICE_STARTS } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './writingProblems';
import { datesIn, wholeDate } from '../words/dateText';
import { FONTS, SIZES } from '../grid/fonts';
import {
  emptySheetPlan,
  MARGINS,
  type CellBlock,
  type CellContent,
  type FormatStep,
  type SheetPlan,
} from '../grid/plan';
import type { Problem } from '../grid/problem';
import type { NoticeLine } from './lines';
import { noticePeriod, periodTitle, type NoticePeriod } from './period';
import {
  cellWhere,
  COLUMNS,
  findNotices,
  shownKey,
  shownOn,
  type Column,
  type NoticeSheet,
  type NoticeTable,
} from './sheet';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import type { Area } from '../grid/snapshot';

/** 公示 as it is made: A:E portrait. */
const NOTICE_SHEET = '公示';
/** Characters. */
const WIDTHS: readonly number[] = [8, 18, 14, 20, 14];
/** What stands below the list. */
export const NOTICE_OBJECTION = '如有异议，请于公示期内向考核领导小组办公室（人事科）反映。';
/** The paragraph as the program writes it, for whatever period; anything else was typed, and stays. */
const OWN_PARAGRAPH = /^根据《.*》，经考核领导小组审定，现将.*公务员平时考核结果予以公示。公示期：.*（3个工作日）。$/;
const HEADER_ROW = 2;

export interface NoticeContent {
  /** Whose assessment it is, for the basis and the 落款. */
  readonly authority: string;
  readonly quarter: Quarter;
  readonly posted: CalendarDate;
  readonly period: NoticePeriod;
  readonly lines: readonly NoticeLine[];
}

/**
 * Plans the 公示 of a quarter. On a sheet made earlier the title stays, the table is brought up to date, and all that
 * was typed around it (电话, 地点, 落款, an own paragraph) stays; new people make room for themselves.
 */
export function layoutNotice(
  content: NoticeContent,
  grids: ReadonlyMap<string, SheetGrid>,
  calendar: WorkCalendar,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const present = findNotices(grids.values()).find(({ quarter }) => quarter === content.quarter);
  if (present === undefined) {
    const names = new SheetNames(grids.keys());
    const first = names.next(NOTICE_SHEET);
    const sheet = first === NOTICE_SHEET ? first : names.next(`${quarterTitle(content.quarter)}${NOTICE_SHEET}`);
    return { sheets: [newNotice(sheet, content)], problems: [] };
  }
  const { grid, table } = present;
  if ('missing' in table) return { sheets: [], problems: [problem.noticeHeadingsMissing(grid.name, table.missing)] };
  if (grid.protected) return { sheets: [], problems: [problem.noticeProtected(grid.name)] };
  return updatedNotice(content, present, table, calendar);
}

export function noticeTitle(quarter: Quarter): string {
  return `关于${quarterTitle(quarter)}公务员平时考核结果的公示`;
}

/** What stands above the list: the basis, and the days of the 公示. */
export function noticeParagraph({ authority, quarter, period }: NoticeContent): string {
  return `根据《${authority}公务员平时考核工作方案》，经考核领导小组审定，现将${quarterTitle(quarter)}公务员平时考核结果予以公示。公示期：${periodTitle(period)}（3个工作日）。`;
}

function lineCells(line: NoticeLine, index: number): Readonly<Record<Column, CellContent>> {
  return {
    序号: index + 1,
    科室: line.department,
    姓名: line.name,
    职务: line.position,
    考核等次: line.grade,
  };
}

function newNotice(sheet: string, content: NoticeContent): SheetPlan {
  const { authority, quarter, posted, lines } = content;
  const paragraph = noticeParagraph(content);
  const line = (...cells: string[]): CellContent[] => COLUMNS.map((_, column) => cells[column] ?? '');
  const tailRow = HEADER_ROW + 1 + lines.length;
  const cells: CellContent[][] = [
    line(noticeTitle(quarter)),
    line(paragraph),
    line(...COLUMNS),
    ...lines.map((each, i) => COLUMNS.map((column) => lineCells(each, i)[column])),
    line(NOTICE_OBJECTION),
    line('联系电话：'),
    line('联系地点：'),
    line(),
    line('', '', '', authority),
    line('', '', '', dateTitle(posted)),
  ];
  const whole = COLUMNS.length;
  const signature = tailRow + 4;
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: '公示', row: 0, column: 0, cells, before: cells.map((each) => each.map(() => '')) }],
    merges: [
      area(0, 0, 1, whole),
      area(1, 0, 1, whole),
      area(tailRow, 0, 1, whole),
      ...[1, 2].flatMap((i) => [area(tailRow + i, 0, 1, 2), area(tailRow + i, 2, 1, whole - 2)]),
      ...[signature, signature + 1].map((row) => area(row, 3, 1, 2)),
    ],
    formats: [
      ...WIDTHS.map((columnWidth, column) => ({ area: area(0, column, 1, 1), columnWidth })),
      { area: area(0, 0, cells.length, whole), ...BODY },
      { area: area(0, 0, 1, whole), fontName: FONTS.title, fontSize: SIZES.二号, horizontal: 'Center', rowHeight: 68 },
      { area: area(1, 0, 1, whole), rowHeight: 118 },
      ...tableLook(HEADER_ROW, 0, lines.length + 1),
      { area: area(HEADER_ROW, 0, 1, whole), fontName: FONTS.heading, fontSize: SIZES.四号 },
      { area: area(tailRow, 0, 1, whole), rowHeight: 52 },
      { area: area(signature, 3, 2, 2), horizontal: 'Center' },
    ],
    page: {
      orientation: 'Portrait',
      margins: MARGINS.公文边距,
      printArea: null,
      titleRows: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
      pageNumbers: true,
    },
  };
}

const BODY: Omit<FormatStep, 'area'> = {
  fontName: FONTS.body,
  fontSize: SIZES.三号,
  horizontal: 'Left',
  vertical: 'Center',
  wrap: true,
  rowHeight: 30,
};

/** A long name, 科室 or 职务 is shown smaller rather than cut. */
function tableLook(row: number, column: number, rows: number): FormatStep[] {
  if (rows === 0) return [];
  const cells = area(row, column, rows, COLUMNS.length);
  return [
    {
      area: cells,
      ...BODY,
      fontSize: SIZES.四号,
      horizontal: 'Center',
      borders: 'thin',
      rowHeight: 28,
      wrap: false,
      shrink: true,
    },
  ];
}

function updatedNotice(content: NoticeContent, present: NoticeSheet, table: NoticeTable, calendar: WorkCalendar) {
  const { lines } = content;
  const { grid, paragraph, period } = present;
  const { headerRow, columns, tailRow } = table;
  const problems: Problem[] = [];
  const first = headerRow + 1;
  const room = tailRow - first;
  const added = Math.max(0, lines.length - room);
  const left = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - left + 1;
  const later = grid.withRows(tailRow, added);
  const cells = Array.from({ length: Math.max(room, lines.length) }, (_, i) => {
    const line = lines[i];
    const contents = line === undefined ? null : lineCells(line, i);
    const row = Array.from({ length: width }, (): CellContent => null);
    for (const [column, at] of columns) row[at - left] = contents?.[column] ?? '';
    return row;
  });
  const people = later.block('公示人员', first, left, cells);
  const blocks: CellBlock[] = [people];
  if (period !== null && isChanged(grid, table, lines)) problems.push(problem.noticeChanged(grid.name));
  if (paragraph !== null && !OWN_PARAGRAPH.test(paragraph.text)) {
    if (period?.from !== content.period.from || period.to !== content.period.to)
      problems.push(
        problem.noticeParagraphKept(
          grid.name,
          cellAddress(paragraph.row, paragraph.column),
          periodTitle(content.period),
        ),
      );
  } else {
    const row = paragraph?.row ?? headerRow - 1;
    blocks.push(later.block('公示说明', row, paragraph?.column ?? left, [[noticeParagraph(content)]]));
  }
  const date = period === null ? null : ownDate(grid, tailRow, period, calendar);
  if (date !== null) blocks.push(later.block('公示日期', date.row + added, date.column, [[dateTitle(content.posted)]]));
  const written = blocks.filter((block) => block.cells.some((line) => line.some((each) => each !== null)));
  if (written.length === 0) return { sheets: [], problems };
  const plan: SheetPlan = {
    ...emptySheetPlan(grid.name, false),
    insertRows: added > 0 ? [{ above: tailRow, count: added }] : [],
    bare: lines.length < room ? [area(first + lines.length, left, room - lines.length, width)] : [],
    blocks: written,
    formats: width === COLUMNS.length ? tableLook(first, left, lines.length) : [],
  };
  return { sheets: [plan], problems };
}

/** What stands on the notice is not what is to stand there. */
function isChanged(grid: SheetGrid, table: NoticeTable, lines: readonly NoticeLine[]): boolean {
  const there = shownOn(grid, table);
  return lines.length !== there.size || lines.some((line) => !there.has(shownKey(line)));
}

/** The date below the 落款 that an earlier run wrote: the one on which its period began. */
function ownDate(grid: SheetGrid, tailRow: number, period: NoticePeriod, calendar: WorkCalendar) {
  const begins = (text: string): boolean => {
    const [mention] = datesIn(text, false);
    const day = mention === undefined ? null : wholeDate(mention);
    if (day === null || dateTitle(day) !== text) return false;
    return NOTICE_STARTS.some((start) => noticePeriod(day, calendar, start).from === period.from);
  };
  return cellWhere(grid, begins, tailRow + 1, grid.rowEnd);
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}
