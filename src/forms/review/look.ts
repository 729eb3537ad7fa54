import type { FormatStep, NearLineStep, PageSetup, SheetPlan } from '../grid/plan';
import { SETTING_NAMES } from '../settings/names';
import { EMPTY_WIDTH, MONTH_WIDTHS, REVIEW_COLUMNS } from './columns';
import type { ReviewPlace } from './place';
import { cellAddress } from '../grid/address';
import { PERIOD_COUNTS } from './formulas';
import { linesOfText } from '../grid/rowHeights';
import type { Area } from '../grid/snapshot';

/** How the 季度审定表 looks, on screen and on paper; `endRow` is the first row below the people. */

const FONT = '仿宋_GB2312';
/** The heading of the counts, a line for each, and the line of the stricter figure. */
const COUNT_ROWS = Object.keys(PERIOD_COUNTS).length + 2;
/** The signatures, and the line of the seal below them. */
const SIGNATURE_ROWS = 4;
/** Millimetres: narrow, so that what is printed one page wide is 9 points at least. */
const REVIEW_MARGINS = { top: 15, bottom: 15, left: 8, right: 8 } as const;
/** Points. */
const HEIGHTS = { title: 40, heading: 28, counted: 34, count: 18, stricter: 68, signature: 22 } as const;
/** A cell of the table's body. */
const BODY = {
  fontName: FONT,
  fontSize: 12,
  horizontal: 'Center',
  vertical: 'Center',
  wrap: true,
  borders: 'thin',
  rowHeight: 24,
} as const;

/** The first row of the signatures, below so many lines of pools. */
export function signatureRow(endRow: number, pools = 0): number {
  return endRow + COUNT_ROWS + pools;
}

/**
 * The row of the stricter figure, the last of the counts. On the sheets of earlier versions it is the free row above the
 * signatures.
 */
export function stricterRow(endRow: number): number {
  return endRow + COUNT_ROWS - 1;
}

/** The cells of a line of counts that are one. */
function countMerges({ column, months }: ReviewPlace, row: number): Area[] {
  return [
    area(row, 0, 1, 4),
    ...months.map((month) => area(row, month, 1, 2)),
    area(row, column('mean'), 1, 2),
    area(row, column('circumstances'), 1, 4),
    area(row, column('decision'), 1, 2),
  ];
}

/** The look of the stricter figure's line, which is taller than the others. */
export function stricterLook(place: ReviewPlace, endRow: number): FormatStep {
  return { area: area(stricterRow(endRow), 0, 1, printedColumns(place)), ...BODY, rowHeight: HEIGHTS.stricter };
}

/** The look of 结论 where it also names 好 that take no seat, which needs a second line of text. */
export function conclusionLook(place: ReviewPlace, endRow: number): FormatStep {
  const row = endRow + 1 + Object.keys(PERIOD_COUNTS).indexOf('conclusion');
  return { area: area(row, 0, 1, printedColumns(place)), rowHeight: HEIGHTS.stricter };
}

/** The cells of a pool's line that are one; N and the rest have a cell each. */
export function poolMerges({ column }: ReviewPlace, row: number): Area[] {
  return [area(row, 0, 1, 4), area(row, column('circumstances'), 1, 4)];
}

/** Points: seven lines of 上限3人，好4人，超出1人 in the narrow column. */
const POOL_HEIGHT = 124;

/** The looks of a pool's line; `columns` are those of the counts. */
export function poolLook(place: ReviewPlace, row: number, columns: readonly number[]): FormatStep[] {
  return [
    { area: area(row, 0, 1, printedColumns(place)), ...BODY, rowHeight: POOL_HEIGHT },
    ...columns.map((column) => ({
      area: area(row, column, 1, 1),
      numberFormat: '"参加"0"人"',
      wrap: false,
      shrink: true,
    })),
  ];
}

/** A column of a list, which is outside the paper. */
export function listColumnLook({ headerRow }: ReviewPlace, column: number, endRow: number): FormatStep {
  return { area: area(headerRow, column, endRow - headerRow, 1), fontColor: '#808080', columnWidth: 16 };
}

/** A4 landscape, one page wide, the headings on each page; the program's own columns stay off the paper. */
export function reviewPage(place: ReviewPlace, endRow: number, pools: number): PageSetup {
  return {
    orientation: 'Landscape',
    margins: REVIEW_MARGINS,
    pageNumbers: true,
    printArea: area(0, 0, signatureRow(endRow, pools) + SIGNATURE_ROWS, printedColumns(place)),
    titleRows: `$${place.headerRow + 1}:$${place.headerRow + 2}`,
  };
}

export function reviewMerges(place: ReviewPlace, endRow: number, pools: number): Area[] {
  const { column, headerRow, months } = place;
  const printed = printedColumns(place);
  const counts = Array.from({ length: COUNT_ROWS }, (_, i) => endRow + i);
  const signatures = signatureRow(endRow, pools);
  return [
    area(0, 0, 1, printed),
    area(1, 0, 1, months[0] ?? 1),
    ruleVersionArea(place),
    area(1, column('discipline'), 1, 3),
    ...REVIEW_COLUMNS.map(({ id }) => area(headerRow, column(id), 2, 1)),
    ...months.map((month) => area(headerRow, month, 1, 2)),
    ...counts.flatMap((row) => countMerges(place, row)),
    area(signatures, 0, 1, 10),
    area(signatures, column('mean'), 1, 8),
    area(signatures + 1, 0, 1, printed),
    area(signatures + 2, 0, 1, 10),
    area(signatures + 2, column('mean'), 1, 5),
    area(signatures + 2, column('discipline'), 1, 3),
  ];
}

/** What the looks of a sheet that is made depend on. */
export interface ReviewTexts {
  /** The rule version below the title. */
  readonly note: string;
  /** Somebody has 特殊情形及依据. */
  readonly hasCircumstances: boolean;
}

export function reviewFormats(
  place: ReviewPlace,
  endRow: number,
  pools: number,
  { note, hasCircumstances }: ReviewTexts,
): FormatStep[] {
  const { column, firstRow, headerRow, months } = place;
  const printed = printedColumns(place);
  const people = endRow - firstRow;
  const plain = { fontName: FONT, fontSize: 12, vertical: 'Center' } as const;
  const title = {
    fontName: '方正小标宋简体',
    fontSize: 22,
    horizontal: 'Center',
    vertical: 'Center',
    rowHeight: HEIGHTS.title,
  } as const;
  return [
    { area: area(0, 0, 1, printed), ...title },
    { area: area(1, 0, 1, printed), ...plain, rowHeight: noteHeight(note) },
    { area: ruleVersionArea(place), wrap: true },
    { area: area(headerRow, 0, 2, printed), ...BODY, fontName: '黑体', rowHeight: HEIGHTS.heading },
    { area: area(firstRow, 0, people, printed), ...BODY },
    { area: area(endRow, 0, COUNT_ROWS, printed), ...BODY, rowHeight: HEIGHTS.count },
    { area: area(endRow, 0, 1, printed), rowHeight: HEIGHTS.counted },
    stricterLook(place, endRow),
    { area: area(firstRow, column('circumstances'), people, 1), horizontal: 'Left' },
    ...totalFormats(place, firstRow, people),
    { area: area(signatureRow(endRow, pools), 0, SIGNATURE_ROWS, printed), ...plain, rowHeight: HEIGHTS.signature },
    ...months.flatMap((month) => [
      { area: area(0, month, 1, 1), columnWidth: MONTH_WIDTHS.total },
      { area: area(0, month + 1, 1, 1), columnWidth: MONTH_WIDTHS.grade },
    ]),
    ...REVIEW_COLUMNS.map(({ id, width }) => ({
      area: area(0, column(id), 1, 1),
      columnWidth: id === 'circumstances' && !hasCircumstances ? EMPTY_WIDTH : width,
    })),
  ];
}

/** `count` people added below those of an earlier run look like them. */
export function addedFormats(place: ReviewPlace, count: number): FormatStep[] {
  if (count === 0) return [];
  return [
    { area: area(place.endRow, 0, count, printedColumns(place)), ...BODY },
    { area: area(place.endRow, place.column('circumstances'), count, 1), horizontal: 'Left' },
    ...totalFormats(place, place.endRow, count),
  ];
}

/** 特殊情形及依据 of a sheet on which nobody had any, once somebody has. */
export function circumstancesWidth({ column }: ReviewPlace): FormatStep[] {
  return REVIEW_COLUMNS.filter(({ id }) => id === 'circumstances').map(({ id, width }) => ({
    area: area(0, column(id), 1, 1),
    columnWidth: width,
  }));
}

/** Points: a column's unit, the tallest row that Excel has with some room left. */
const COLUMN_UNIT = 5.25;
const TALLEST = 400;
const LINE_HEIGHT = 17;

/** Points of a column of so many characters that text has. */
export function columnPoints(width: number): number {
  return width * COLUMN_UNIT;
}

/** How many lines a text takes in so many points. */
function linesIn(points: number, text: string): number {
  return linesOfText(text, Math.floor(points / BODY.fontSize));
}

/** The rule version stands below the three months. */
function noteHeight(note: string): number {
  const width = 3 * (MONTH_WIDTHS.total + MONTH_WIDTHS.grade);
  return Math.min(TALLEST, Math.max(BODY.rowHeight, LINE_HEIGHT * linesIn(columnPoints(width), note)));
}

/** The height of a person's row with these texts. */
export function personHeight(texts: readonly { readonly points: number; readonly text: string }[]): number {
  const lines = Math.max(1, ...texts.map(({ points, text }) => linesIn(points, text)));
  return Math.max(BODY.rowHeight, Math.min(TALLEST, lines * LINE_HEIGHT));
}

/** Points by which Excel rounds heights to whole pixels. */
const ROUNDED = 0.5;

export function isTaller(height: number, present: number): boolean {
  return height - present > ROUNDED;
}

/** Whether a person's row has a height that the program gives it: the usual one, or that of whole lines. */
export function isOwnHeight(height: number): boolean {
  const lines = Math.round(height / LINE_HEIGHT);
  const own = [BODY.rowHeight, ...(lines > 1 ? [lines * LINE_HEIGHT] : [])];
  return own.some((each) => Math.abs(each - height) <= ROUNDED);
}

/** A row of the table of another height. */
export function printedRow(place: ReviewPlace, row: number, rowHeight: number): FormatStep {
  return { area: area(row, 0, 1, printedColumns(place)), rowHeight };
}

/** People who go with the counts and signatures to the last page, as far as they have room there. */
const KEPT_TOGETHER = 3;
/** Points of a page that is not made smaller: landscape A4 less margins. */
const PAGE_HEIGHT = 505;

/**
 * Where the last page begins, so that nobody signs a page without people; null where all is on one page.
 *
 * @param heights of the people's rows, points
 */
export function lastPage(place: ReviewPlace, heights: readonly number[], pools: number, note: string): number | null {
  const headings = 2 * HEIGHTS.heading;
  const counts =
    HEIGHTS.counted +
    (COUNT_ROWS - 2) * HEIGHTS.count +
    HEIGHTS.stricter +
    pools * POOL_HEIGHT +
    SIGNATURE_ROWS * HEIGHTS.signature;
  const sum = (rows: readonly number[]) => rows.reduce((total, height) => total + height, 0);
  if (HEIGHTS.title + noteHeight(note) + headings + sum(heights) + counts <= PAGE_HEIGHT) return null;
  let kept = Math.min(KEPT_TOGETHER, heights.length - 1);
  while (kept > 1 && headings + sum(heights.slice(-kept)) + counts > PAGE_HEIGHT) kept--;
  return kept < 1 ? null : place.firstRow + heights.length - kept;
}

/** The last page of a sheet of an earlier run, which follows the people who are added. */
export interface MovedPage {
  /** The first row below the people, before any are added. */
  readonly endRow: number;
  /** All was on one page before, as it stood there. */
  readonly wasOnePage: boolean;
  /** Where the last page is to begin; null where all is on one page. */
  readonly first: number | null;
  readonly insertRows: SheetPlan['insertRows'];
}

/**
 * The page breaks of a sheet of an earlier run, once people were added: the program's own, which stands above the last
 * people, moves down with them; one is made where all was on one page, and is no longer. Nothing changes where somebody
 * has taken the program's break away, and none that somebody made by hand.
 *
 * @param present 0-based rows that begin a page, before rows are put in
 * @returns all of the sheet's breaks as they are to be; none where they may stay
 */
export function movedBreaks(
  { endRow, wasOnePage, first, insertRows }: MovedPage,
  present: readonly number[],
): number[] {
  if (first === null || (present.length === 0 && !wasOnePage)) return [];
  const isOwn = (row: number) => row < endRow && row >= endRow - KEPT_TOGETHER;
  if (present.length > 0 && !present.some(isOwn)) return [];
  const shifted = (row: number) => insertRows.reduce((at, { above, count }) => (at >= above ? at + count : at), row);
  const rows = [...present.filter((row) => !isOwn(row)).map(shifted), first];
  return rows.length === present.length && rows.every((row) => present.includes(row)) ? [] : rows;
}

/** Below the months, so that 定稿 finds its place right of it. */
function ruleVersionArea({ months, column }: ReviewPlace): Area {
  const first = months[0] ?? 0;
  return area(1, first, 1, column('mean') - first);
}

/** Two decimals; a total that needs more (near a line, see nearLines) is shown smaller rather than as ####. */
function totalFormats({ months, column }: ReviewPlace, row: number, rows: number): FormatStep[] {
  return [...months, column('mean')].map((total) => ({
    area: area(row, total, rows, 1),
    numberFormat: '0.00',
    wrap: false,
    shrink: true,
  }));
}

/** Within so many points of a line a total shows its decimals: 84.995 never stands as 85.00 (ambiguity 7). */
const NEAR = 0.05;

export function nearLines({ months, column, firstRow }: ReviewPlace, endRow: number): NearLineStep[] {
  return [...months, column('mean')].map((total) => ({
    area: area(firstRow, total, endRow - firstRow, 1),
    formula: `=SUMPRODUCT(--(ABS(${cellAddress(firstRow, total)}-${SETTING_NAMES.lines})<${NEAR}))>0`,
    numberFormat: '0.00####',
  }));
}

function printedColumns({ column }: ReviewPlace): number {
  return column('remark') + 1;
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}
