import type { SheetModel } from '../../workbook/model/workbook';
import { intersection, parseCellKey, type Area } from '../../workbook/values/address';
import { DEFAULT_ROW_HEIGHT, rowPoints } from '../../workbook/values/size';

const DEFAULT_FONT_SIZE = 11;
/** Padding left and right of a text, in characters of the default font. */
const PADDING = 0.7109375;
const WIDEST = 255;
const TALLEST = 409.5;

/** Gives each column of the area the width of its widest text. Texts that wrap or are merged do not count, as in Excel. */
export function autofitColumns(sheet: SheetModel, area: Area): void {
  const widths = new Map<number, number>();
  for (const { row, column } of filledCells(sheet, area)) {
    if (sheet.mergeAt(row, column) || sheet.style(row, column).alignment?.wrapText) continue;
    widths.set(column, Math.max(widths.get(column) ?? 0, longestLine(sheet, row, column)));
  }
  const columns = (sheet.data.columns ??= []);
  for (const [column, width] of widths) {
    while (columns.length <= column) columns.push({});
    columns[column] = { ...columns[column], width: Math.min(WIDEST, width + PADDING) };
  }
}

/** Gives each row of the area the height of its tallest text, wrapped to the widths of its columns. */
export function autofitRows(sheet: SheetModel, area: Area): void {
  const used = intersection(area, sheet.usedArea(false) ?? { row: 0, column: 0, rows: 1, columns: 1 });
  if (!used) return;
  const heights = new Map<number, number>();
  for (const { row, column } of filledCells(sheet, area)) {
    if (sheet.mergeAt(row, column)) continue;
    heights.set(row, Math.max(heights.get(row) ?? 0, textHeight(sheet, row, column)));
  }
  for (let row = used.row; row < used.row + used.rows; row++) {
    const definition = sheet.data.rowDefs?.get(row);
    if (definition) {
      const { height: _own, ...rest } = definition;
      sheet.data.rowDefs?.set(row, rest);
    }
    const height = Math.max(sheet.extras.defaultRowHeight, heights.get(row) ?? 0);
    sheet.extras.automaticHeights.set(row, Math.min(TALLEST, rowPoints(height)));
  }
}

function* filledCells(sheet: SheetModel, area: Area): Generator<{ row: number; column: number }> {
  for (const [key, cell] of sheet.cellsIn(area)) {
    if (cell.formula !== undefined || (cell.value !== null && cell.value !== '')) yield parseCellKey(key);
  }
}

/** The width of a text's longest line in characters of the default font. */
function longestLine(sheet: SheetModel, row: number, column: number): number {
  const { font } = sheet.style(row, column);
  const scale = ((font?.size ?? DEFAULT_FONT_SIZE) / DEFAULT_FONT_SIZE) * (font?.bold ? 1.05 : 1);
  return Math.max(...sheet.text(row, column).split('\n').map(characters)) * scale;
}

function textHeight(sheet: SheetModel, row: number, column: number): number {
  const { font, alignment } = sheet.style(row, column);
  const size = font?.size ?? DEFAULT_FONT_SIZE;
  const room = Math.max(1, sheet.columnWidth(column) - PADDING);
  const lines = sheet.text(row, column).split('\n');
  const needed = alignment?.wrapText
    ? lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((characters(line) * size) / DEFAULT_FONT_SIZE / room)), 0)
    : 1;
  return needed * size * (DEFAULT_ROW_HEIGHT / DEFAULT_FONT_SIZE);
}

/** Chinese characters and other wide ones are two digits wide. */
function characters(line: string): number {
  let sum = 0;
  for (const sign of line) sum += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return sum;
}
