/** Text that shrinks to fit its cell, which Univer does not know: the size that it has to have. */
import { parseCellKey } from '../../host/workbook/values/address';
import type { CellStyle } from '../../host/workbook/model/data';
import type { SheetModel } from '../../host/workbook/model/workbook';
import { columnPoints } from '../../host/workbook/values/size';
import { PIXELS_PER_POINT } from './sheetData';

const DEFAULT_SIZE = 11;
/** Points left and right of a text. */
const PADDING = 4;

let context: CanvasRenderingContext2D | null | undefined;

/** The size in points at which the text fits its cell; undefined when it fits as it is, or is not to shrink. */
export function fittingSize(sheet: SheetModel, key: string, style: CellStyle | undefined): number | undefined {
  if (style?.alignment?.shrinkToFit !== true || style.alignment.wrapText === true) return undefined;
  const { row, column } = parseCellKey(key);
  const text = sheet.text(row, column);
  if (text === '') return undefined;
  const { columns, column: first } = sheet.mergeAt(row, column) ?? { columns: 1, column };
  const room = Array.from({ length: columns }, (_, index) => columnPoints(sheet.columnWidth(first + index)));
  const width = room.reduce((sum, points) => sum + points, 0) - PADDING;
  const { defaultFont } = sheet.workbook.data;
  const size = style.font?.size ?? defaultFont?.size ?? DEFAULT_SIZE;
  const needed = textWidth(
    text,
    size,
    style.font?.name ?? defaultFont?.name ?? 'sans-serif',
    style.font?.bold === true,
  );
  if (needed <= width) return undefined;
  // The grid paints sizes in whole pixels.
  return Math.max(1, Math.floor((size * PIXELS_PER_POINT * width) / needed)) / PIXELS_PER_POINT;
}

function textWidth(text: string, size: number, family: string, bold: boolean): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  // A size in pixels gives a width in pixels, so that one in points gives points.
  context.font = `${bold ? 'bold ' : ''}${size}px "${family}"`;
  return context.measureText(text).width;
}
