/**
 * Row heights and column widths. A file keeps heights in points and widths in characters: the number of digits of the
 * default font that fit, plus 5 pixels of padding (ECMA-376 part 1, 18.3.1.13). For Calibri 11 and 宋体 11 a digit is
 * 7 pixels wide at 96 dpi, a pixel is 0.75 points.
 */

export const DEFAULT_ROW_HEIGHT = 15;
/** 8.43 characters shown, 64 pixels, 48 points: what Excel gives a column of its own accord. */
export const DEFAULT_COLUMN_WIDTH = 9.140625;

const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;

/** Points of a column that is `width` characters wide in the file. */
export function columnPoints(width: number): number {
  // The standard's formula: whole pixels, a character being 1/256 exact.
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS) * POINTS_PER_PIXEL;
}

/** Characters, as the file keeps them, of a column that is `points` wide; whole pixels as on the screen. */
export function columnCharacters(points: number): number {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  return Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;
}

/** Points of a row as Excel keeps them: multiples of a pixel. */
export function rowPoints(points: number): number {
  return Math.round(points / POINTS_PER_PIXEL) * POINTS_PER_PIXEL;
}

/** The width in the file of a column that shows so many digits, rounded up to 8 pixels as Excel's default width is. */
export function characterWidth(digits: number): number {
  const pixels = Math.ceil((digits * DIGIT_PIXELS + 5) / 8) * 8;
  return Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;
}
