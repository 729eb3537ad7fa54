import { SIZES } from './fonts';
import type { CellContent, FormatStep } from './plan';

/** How tall rows must be: a height that was set once no longer follows the text, and LibreOffice sets none by itself. */

/** Points of a line of 小四 in a cell, and of the space around the lines. */
const LINE = { height: 15.75, around: 6 } as const;
/** The tallest row that Excel has. */
const TALLEST_ROW = 409;
/** Points that a character of a column's width leaves for text. */
const COLUMN_UNIT = 5.25;
/** Width of digits and Latin letters; those of some fonts are more than half of a full-width character. */
const LATIN = 0.6;
/** What no line break parts: a sign or a number, with the marks that may not end a line before it and those that may not begin one behind it. */
const UNIT = /[（“‘《]*(?:[0-9A-Za-z.]+|.)[，。、；：？！）》”’…]*/gsu;

/** How many lines a text takes where `perLine` full-width characters have room; those of the Latin blocks take less. */
export function linesOfText(text: string, perLine: number): number {
  return text.split('\n').reduce((sum, line) => sum + wrappedLines(line, Math.max(1, perLine)), 0);
}

function wrappedLines(text: string, perLine: number): number {
  let lines = 1;
  let taken = 0;
  for (const [unit] of text.matchAll(UNIT)) {
    const width = [...unit].reduce((sum, sign) => sum + (sign <= '\u024F' ? LATIN : 1), 0);
    if (taken > 0 && taken + width > perLine) {
      lines++;
      taken = 0;
    }
    taken += width;
    // One that is wider than a line is parted all the same.
    for (; taken > perLine; taken -= perLine) lines++;
  }
  return lines;
}

/** The height of a row so that a text shows whole: `usual`, or more, in points. `width` is that of its cell. */
export function heightFor(text: string, width: number, usual: number): number {
  const lines = linesOfText(text, Math.floor(width / SIZES.小四));
  return lines === 1 ? usual : Math.min(TALLEST_ROW, Math.max(usual, lines * LINE.height + LINE.around));
}

/**
 * Heights of the lines of a table of 小四, so that all their texts show whole.
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
  const height = (content: CellContent, column: number) =>
    typeof content === 'string' ? heightFor(content, (widths[column] ?? 0) * COLUMN_UNIT, usual) : usual;
  return heightSteps(
    row,
    lines.map((line) => Math.max(usual, ...line.map(height))),
  );
}

/** Rows of so many points from 0-based `row` on; neighbours of one height take one step. */
export function heightSteps(row: number, heights: readonly number[]): FormatStep[] {
  const starts = heights.flatMap((height, i) => (height === heights[i - 1] ? [] : [i]));
  return starts.map((start, i) => ({
    area: { row: row + start, column: 0, rows: (starts[i + 1] ?? heights.length) - start, columns: 1 },
    rowHeight: heights[start] ?? 0,
  }));
}
