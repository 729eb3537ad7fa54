/** What is painted in cells beside Univer's own: data bars behind the text, the corner of a cell with a note. */
import type { IRange, IScale } from '@univerjs/core';
import {
  SheetExtension,
  SpreadsheetExtensionRegistry,
  type SpreadsheetSkeleton,
  type UniverRenderingContext,
} from '@univerjs/engine-render';
import type { DataBar } from '../../host/objects/rules/conditionalLooks';
import { parseCellKey } from '../../host/workbook/values/address';

/** What a cell has beside its content and format. */
export interface Decoration {
  readonly bar: DataBar | undefined;
  readonly isNoted: boolean;
}

/** By sheet id (unique in all workbooks) and cell key. */
const decorations = new Map<string, Map<string, Decoration>>();

/** Gives a cell of the grid its decoration, or takes it away; it is painted with the cell. */
export function decorate(sheet: { readonly id: string }, key: string, decoration: Decoration | undefined): void {
  const cells = decorations.get(sheet.id) ?? new Map<string, Decoration>();
  decorations.set(sheet.id, cells);
  if (decoration) cells.set(key, decoration);
  else cells.delete(key);
}

/** Forgets the decorations of a sheet that is shown no more. */
export function undecorate(sheetId: string): void {
  decorations.delete(sheetId);
}

/** Pixels between a bar and the lines around its cell. */
const MARGIN = 1;
/** Pixels of the sides of a note's corner. */
const CORNER = 7;

/** Paints decorations over the cells' fills (21) and under their texts (45); Univer's own numbers for that. */
class DecorationExtension extends SheetExtension {
  override uKey = 'DecorationExtension';
  protected override Z_INDEX = 34;

  override draw(
    context: UniverRenderingContext,
    _scale: IScale,
    skeleton: SpreadsheetSkeleton,
    changed: IRange[] = [],
  ): void {
    const { worksheet } = skeleton;
    const cells = decorations.get(worksheet.getSheetId());
    if (!cells || cells.size === 0) return;
    context.save();
    for (const [key, decoration] of cells) {
      const { row, column } = parseCellKey(key);
      if (!worksheet.getRowVisible(row) || !worksheet.getColVisible(column)) continue;
      if (!isSeen(row, column, skeleton.rowColumnSegment)) continue;
      if (!this.isRenderDiffRangesByRow(row, row, changed)) continue;
      const cell = skeleton.getCellWithCoordByIndex(row, column, false);
      const { startX, startY, endX, endY } = cell.isMergedMainCell ? cell.mergeInfo : cell;
      if (decoration.bar) paintBar(context, decoration.bar, startX, startY, endX, endY);
      if (decoration.isNoted) paintCorner(context, startY, endX);
    }
    context.restore();
  }
}

SpreadsheetExtensionRegistry.add(DecorationExtension);

function isSeen(row: number, column: number, { startRow, endRow, startColumn, endColumn }: IRange): boolean {
  return row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
}

/** As Excel fills a bar: its colour on the left, lighter towards its end. */
function paintBar(
  context: UniverRenderingContext,
  { share, color }: DataBar,
  startX: number,
  startY: number,
  endX: number,
  endY: number,
): void {
  const width = (endX - startX - 2 * MARGIN) * share;
  if (width <= 0) return;
  const left = startX + MARGIN;
  const gradient = context.createLinearGradient(left, 0, left + width, 0);
  gradient.addColorStop(0, color);
  gradient.addColorStop(1, `${color}55`);
  context.fillStyle = gradient;
  context.fillRectByPrecision(left, startY + MARGIN, width, endY - startY - 2 * MARGIN);
}

/** Excel's sign of a note: a red corner, upper right. */
function paintCorner(context: UniverRenderingContext, startY: number, endX: number): void {
  context.fillStyle = '#C00000';
  context.beginPath();
  context.moveTo(endX - CORNER, startY);
  context.lineTo(endX, startY);
  context.lineTo(endX, startY + CORNER);
  context.closePath();
  context.fill();
}
