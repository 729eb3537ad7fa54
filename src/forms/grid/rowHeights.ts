import { SIZES } from './fonts';
import type { CellContent, FormatStep } from './plan';

/** Points of a line of 小四 in a cell, and of the space around the lines. */
const LINE = { height: 15.75, around: 6 } as const;
/** The tallest row that Excel has. */
const TALLEST_ROW = 409;

/** The height of a row so that a text shows whole: `usual`, or more, in points. `width` is that of its cell. */
export function heightFor(text: string, width: number, usual: number): number {
  const perLine = Math.max(1, Math.floor(width / SIZES.小四));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / perLine)), 0);
  return lines === 1 ? usual : Math.min(TALLEST_ROW, Math.max(usual, lines * LINE.height + LINE.around));
}

/** In full-width characters; those of the Latin blocks are half as wide. */
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character <= '\u024F' ? 0.5 : 1), 0);
}

/**
 * Heights of the lines of a table, so that all their texts show whole; neighbours of one height take one step. LibreOffice
 * and what is printed by it do not find them themselves.
 *
 * @param row 0-based, of the first line
 * @param lines rows × columns
 * @param widths of the columns, characters
 * @param usual points
 */
export function lineHeights(
  row: number,
  lines: readonly (readonly CellContent[])[],
  widths: readonly number[],
  usual: number,
): FormatStep[] {
  const heights = lines.map((line) =>
    Math.max(
      ...line.map((content, column) =>
        typeof content === 'string' ? heightFor(content, innerPoints(widths[column] ?? 0), usual) : usual,
      ),
    ),
  );
  const starts = heights.flatMap((height, i) => (height === heights[i - 1] ? [] : [i]));
  return starts.map((start, i) => ({
    area: { row: row + start, column: 0, rows: (starts[i + 1] ?? heights.length) - start, columns: 1 },
    rowHeight: heights[start] ?? usual,
  }));
}

/** What a column of so many characters leaves for text, points. */
function innerPoints(characters: number): number {
  return characters * 5.25;
}
