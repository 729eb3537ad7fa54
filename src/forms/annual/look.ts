import { ANNUAL_COLUMNS, HINT_WIDTH, type AnnualPlace } from './columns';
import type { FormatStep, PageSetup } from '../grid/plan';
import { lineHeights } from '../grid/rowHeights';
import type { Area } from '../grid/snapshot';
import { tablePage } from '../grid/tablePage';

/** How the 年度汇总表 looks, on screen and on paper; `endRow` is the first row below the people. */

/** 说明, 优秀名额, three lines of rules and their version; the signature stands one free row below. */
export const NOTE_ROWS = 6;
const FONT = '仿宋_GB2312';
const PLAIN = { fontName: FONT, fontSize: 12, vertical: 'Center', wrap: true } as const;
const BODY = { ...PLAIN, horizontal: 'Center', borders: 'thin' } as const;
/** A quarter's grade, characters; a person's row, points. */
const QUARTER_WIDTH = 7.7;
const LEAST_HEIGHT = 32;

export function signatureRow(endRow: number): number {
  return endRow + NOTE_ROWS + 1;
}

/** A4 landscape, one page wide, the headings on each page; the program's own columns stay off the paper. */
export function annualPage(place: AnnualPlace, endRow: number): PageSetup {
  return tablePage([place.headerRow, place.headerRow + 1], area(0, 0, signatureRow(endRow) + 1, printedColumns(place)));
}

export function annualMerges(place: AnnualPlace, endRow: number): Area[] {
  const { column, headerRow, quarters } = place;
  const printed = printedColumns(place);
  const proposal = column('proposal');
  return [
    area(0, 0, 1, printed),
    area(1, 0, 1, column('hint')),
    area(1, column('hint'), 1, printed - column('hint')),
    ...ANNUAL_COLUMNS.map(({ id }) => area(headerRow, column(id), 2, 1)),
    area(headerRow, quarters, 1, 4),
    area(endRow, 0, 1, printed),
    area(endRow + 1, 0, 1, quarters),
    area(endRow + 1, quarters, 1, 4),
    area(endRow + 1, column('好'), 1, printed - column('好')),
    ...Array.from({ length: NOTE_ROWS - 2 }, (_, i) => area(endRow + 2 + i, 0, 1, printed)),
    area(signatureRow(endRow), 0, 1, proposal),
    area(signatureRow(endRow), proposal, 1, printed - proposal),
  ];
}

/** @param texts 年度关联提示 and the grade of each quarter, person by person */
export function annualFormats(place: AnnualPlace, endRow: number, texts: readonly (readonly string[])[]): FormatStep[] {
  const { column, firstRow, headerRow, quarters } = place;
  const printed = printedColumns(place);
  const title = { fontName: '方正小标宋简体', fontSize: 22, horizontal: 'Center', vertical: 'Center' } as const;
  const steps: FormatStep[] = [
    { area: area(0, 0, 1, printed), ...title, rowHeight: 40 },
    { area: area(1, 0, 1, printed), ...PLAIN, rowHeight: 24 },
    { area: area(headerRow, 0, 2, printed), ...BODY, fontName: '黑体', rowHeight: 34 },
    { area: area(firstRow, 0, endRow - firstRow, printed), ...BODY },
    { area: area(firstRow, column('hint'), endRow - firstRow, 1), horizontal: 'Left' },
    ...rowHeights(firstRow, texts),
    { area: area(endRow, 0, NOTE_ROWS, printed), ...PLAIN, horizontal: 'Left', rowHeight: 32 },
    { area: area(signatureRow(endRow), 0, 1, printed), ...PLAIN, rowHeight: 30 },
    { area: area(0, quarters, 1, 4), columnWidth: QUARTER_WIDTH },
    ...ANNUAL_COLUMNS.map(({ id, width }) => ({ area: area(0, column(id), 1, 1), columnWidth: width })),
  ];
  return steps.filter(({ area: { rows } }) => rows > 0);
}

/** People added below those of an earlier run look like them. */
export function addedFormats(place: AnnualPlace, texts: readonly (readonly string[])[]): FormatStep[] {
  const rows = texts.length;
  if (rows === 0) return [];
  return [
    { area: area(place.endRow, 0, rows, printedColumns(place)), ...BODY },
    { area: area(place.endRow, place.column('hint'), rows, 1), horizontal: 'Left' },
    ...rowHeights(place.endRow, texts),
  ];
}

/** Rows as high as their texts need. */
function rowHeights(firstRow: number, texts: readonly (readonly string[])[]): FormatStep[] {
  const quarters = [QUARTER_WIDTH, QUARTER_WIDTH, QUARTER_WIDTH, QUARTER_WIDTH];
  return lineHeights(firstRow, texts, [HINT_WIDTH, ...quarters], LEAST_HEIGHT);
}

function printedColumns({ column }: AnnualPlace): number {
  return column('remark') + 1;
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}
