import { CHECK_COLUMNS, CHECK_HEADINGS, type CheckLine } from './sheet';
import type { FormatStep, PageSetup } from '../grid/plan';
import { heightSteps, linesOfText } from '../grid/rowHeights';
import type { Area } from '../grid/snapshot';
import { tablePage } from '../grid/tablePage';

/** How 检查结果 looks, on screen and on paper. */

const FONT = '宋体';
/** Characters of the standard font, in the order of CHECK_HEADINGS; null for what is hidden, which a width would show. */
const WIDTHS = [5, 9, 15, 9, 12, 52, null, 17] as const;
const LINE_HEIGHT = 15;
const TALLEST = 400;
const BODY = { fontName: FONT, fontSize: 10.5, vertical: 'Center', wrap: true, borders: 'thin' } as const;

/** What the rows of the sheet are: problems below their headings. */
export interface CheckRows {
  readonly headingRow: number;
  readonly lines: readonly Pick<CheckLine, 'sheet' | 'person' | 'message'>[];
}

/** @param rowEnd after the last row that the sheet has or had */
export function checkFormats({ headingRow, lines }: CheckRows, rowEnd: number): FormatStep[] {
  const first = headingRow + 1;
  const listRows = Math.max(1, lines.length);
  const columns = CHECK_HEADINGS.length;
  const centred = { horizontal: 'Center' } as const;
  return [
    ...WIDTHS.flatMap((columnWidth, column) =>
      columnWidth === null ? [] : [{ area: area(0, column, 1, 1), columnWidth }],
    ),
    // Rows that a longer list had go back to the usual height.
    { area: area(0, 0, rowEnd, columns), rowHeight: LINE_HEIGHT },
    { area: area(0, 0, 1, 1), fontName: '黑体', fontSize: 16, bold: true, rowHeight: 26 },
    { area: area(1, 0, headingRow - 1, 1), fontName: FONT, fontSize: 11, rowHeight: 17 },
    { area: area(headingRow, 0, 1, columns), ...BODY, ...centred, fontName: '黑体', rowHeight: 22 },
    { area: area(first, 0, listRows, columns), ...BODY },
    { area: area(first, 0, listRows, 2), ...centred },
    { area: area(first, CHECK_COLUMNS.cell, listRows, 2), ...centred },
    ...rowHeights(lines, first),
  ];
}

/** Rows as high as their texts need. */
function rowHeights(lines: CheckRows['lines'], first: number): FormatStep[] {
  // 10.5 points are a little narrower than the standard font, of whose characters a full-width one takes two.
  const taken = (text: string, column: 'sheet' | 'person' | 'message') =>
    linesOfText(text, (WIDTHS[CHECK_COLUMNS[column]] - 2) / 2);
  return heightSteps(
    first,
    lines.map(({ sheet, person, message }) =>
      Math.min(
        TALLEST,
        LINE_HEIGHT * Math.max(taken(sheet, 'sheet'), taken(person, 'person'), taken(message, 'message')) + 5,
      ),
    ),
  );
}

/** A4 landscape, one page wide, the headings on each page. */
export function checkPage({ headingRow }: CheckRows, rows: number): PageSetup {
  return tablePage(headingRow, area(0, 0, rows, CHECK_HEADINGS.length));
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}
