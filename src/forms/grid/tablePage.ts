import type { PageSetup } from './plan';
import type { Area } from './snapshot';

/** Millimetres: a table has the page but for a narrow edge, so that it need not be made smaller. */
const MARGINS = { top: 15, bottom: 15, left: 10, right: 10 } as const;

/**
 * How a table of many lines is printed: A4 landscape, one page wide, its headings on each page and the pages counted.
 * Its columns are no wider together than leaves 9 points to the text, also on a machine without the workbook's own
 * font, where columns are a third wider (test/excel/clippedText.test.ts).
 *
 * @param headings 0-based row, or the first and the last, of the headings
 */
export function tablePage(headings: number | readonly [number, number], printArea: Area | null = null): PageSetup {
  const [first, last] = typeof headings === 'number' ? [headings, headings] : headings;
  return {
    orientation: 'Landscape',
    margins: MARGINS,
    printArea,
    titleRows: `$${first + 1}:$${last + 1}`,
    pageNumbers: true,
  };
}
