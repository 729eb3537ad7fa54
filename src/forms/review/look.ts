import { TABLE_MARGINS, type DataBarStep, type FormatStep, type PageSetup } from '../grid/plan';
import { REVIEW_COLUMNS, type ReviewColumn } from './columns';
import type { ReviewPlace } from './place';
import { PERIOD_COUNTS } from './formulas';
import type { Area } from '../grid/snapshot';

/** How the 季度审定表 looks, on screen and on paper; `endRow` is the first row below the people. */

const FONT = '仿宋_GB2312';
/** The heading of the counts, a line for each, and the line of the stricter figure. */
const COUNT_ROWS = Object.keys(PERIOD_COUNTS).length + 2;
/** The signatures, and the line of the seal below them. */
const SIGNATURE_ROWS = 4;
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
  return { area: area(stricterRow(endRow), 0, 1, printedColumns(place)), ...BODY, rowHeight: 48 };
}

/** The look of 结论 where it also names 好 that take no seat, which needs a second line of text. */
export function conclusionLook(place: ReviewPlace, endRow: number): FormatStep {
  const row = endRow + 1 + Object.keys(PERIOD_COUNTS).indexOf('conclusion');
  return { area: area(row, 0, 1, printedColumns(place)), rowHeight: 40 };
}

/** The cells of a pool's line that are one; N and the rest have a cell each. */
export function poolMerges({ column }: ReviewPlace, row: number): Area[] {
  return [area(row, 0, 1, 4), area(row, column('circumstances'), 1, 4)];
}

/** The looks of a pool's line; `columns` are those of the counts. */
export function poolLook(place: ReviewPlace, row: number, columns: readonly number[]): FormatStep[] {
  return [
    { area: area(row, 0, 1, printedColumns(place)), ...BODY, rowHeight: 44 },
    ...columns.flatMap((column) => [
      { area: area(row, column, 1, 1), numberFormat: '"参加"0"人"' },
      { area: area(row, column + 1, 1, 1), fontSize: 10 },
    ]),
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
    margins: TABLE_MARGINS,
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

export function reviewFormats(place: ReviewPlace, endRow: number, pools: number): FormatStep[] {
  const { column, firstRow, headerRow, months } = place;
  const printed = printedColumns(place);
  const people = endRow - firstRow;
  const plain = { fontName: FONT, fontSize: 12, vertical: 'Center' } as const;
  const title = {
    fontName: '方正小标宋简体',
    fontSize: 22,
    horizontal: 'Center',
    vertical: 'Center',
    rowHeight: 40,
  } as const;
  return [
    { area: area(0, 0, 1, printed), ...title },
    { area: area(1, 0, 1, printed), ...plain, rowHeight: 24 },
    { area: ruleVersionArea(place), shrink: true },
    { area: area(headerRow, 0, 2, printed), ...BODY, fontName: '黑体', fontSize: 14, rowHeight: 28 },
    { area: area(firstRow, 0, people + COUNT_ROWS, printed), ...BODY },
    stricterLook(place, endRow),
    { area: area(firstRow, column('circumstances'), people, 1), ...SMALL },
    ...totalFormats(place, firstRow, people),
    { area: area(signatureRow(endRow, pools), 0, SIGNATURE_ROWS, printed), ...plain, rowHeight: 30 },
    ...months.map((month) => ({ area: area(0, month, 1, 2), columnWidth: 10 })),
    ...REVIEW_COLUMNS.map(({ id, width }) => ({ area: area(0, column(id), 1, 1), columnWidth: width })),
  ];
}

/** `count` people added below those of an earlier run look like them. */
export function addedFormats(place: ReviewPlace, count: number): FormatStep[] {
  if (count === 0) return [];
  return [
    { area: area(place.endRow, 0, count, printedColumns(place)), ...BODY },
    { area: area(place.endRow, place.column('circumstances'), count, 1), ...SMALL },
    ...totalFormats(place, place.endRow, count),
  ];
}

/** 特殊情形及依据 gives clause and reason of each rule, and would else fill pages. */
const SMALL: Omit<FormatStep, 'area'> = { fontSize: 9, horizontal: 'Left' };
/** Points: a column's unit, the tallest row that Excel has with some room left. */
const COLUMN_UNIT = 5.25;
const TALLEST = 400;

/** The height of a person's row whose texts take several lines; none where the usual height will do. */
export function tallRow(
  place: ReviewPlace,
  row: number,
  texts: Partial<Readonly<Record<ReviewColumn, string>>>,
): FormatStep[] {
  const heights = REVIEW_COLUMNS.map(({ id, width }) => {
    const size = id === 'circumstances' ? 9 : BODY.fontSize;
    const glyphs = Math.max(1, Math.floor((width * COLUMN_UNIT) / size));
    return Math.ceil([...(texts[id] ?? '')].length / glyphs) * Math.ceil(size * 1.35);
  });
  const height = Math.min(TALLEST, Math.max(...heights));
  return height <= BODY.rowHeight ? [] : [{ area: area(row, 0, 1, printedColumns(place)), rowHeight: height }];
}

/** Below the months, so that 定稿 finds its place right of it. */
function ruleVersionArea({ months, column }: ReviewPlace): Area {
  const first = months[0] ?? 0;
  return area(1, first, 1, column('mean') - first);
}

/** Two decimals, and as many more as a total has: 84.995 never shows as 85.00 (ambiguity 7). */
function totalFormats({ months, column }: ReviewPlace, row: number, rows: number): FormatStep[] {
  return [...months, column('mean')].map((total) => ({ area: area(row, total, rows, 1), numberFormat: '0.00####' }));
}

function printedColumns({ column }: ReviewPlace): number {
  return column('remark') + 1;
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

/** Light enough for black figures on a black-and-white print. */
const BAR = '#D9D9D9';

/** 平均分 as bars, so that the order of the people is seen without sorting them; 50 points and less have none. */
export function meanBars(place: ReviewPlace, endRow: number): DataBarStep {
  const area = { row: place.firstRow, column: place.column('mean'), rows: endRow - place.firstRow, columns: 1 };
  return { area, min: 50, max: 100, color: BAR };
}
