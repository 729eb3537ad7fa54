import type { FormatStep } from '../../forms/grid/plan';

/** Points of a column that is n characters wide: 7 n + 5 pixels of 96 to the inch. */
function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Queues the look of cells; what the step does not name stays as it is. */
export function queueFormat(range: Excel.Range | Excel.RangeAreas, step: FormatStep): void {
  const { format } = range;
  if (step.fontName !== undefined) format.font.name = step.fontName;
  if (step.fontSize !== undefined) format.font.size = step.fontSize;
  if (step.bold !== undefined) format.font.bold = step.bold;
  if (step.fontColor !== undefined) format.font.color = step.fontColor;
  if (step.horizontal !== undefined) format.horizontalAlignment = step.horizontal;
  if (step.vertical !== undefined) format.verticalAlignment = step.vertical;
  if (step.wrap !== undefined) format.wrapText = step.wrap;
  if (step.shrink !== undefined) format.shrinkToFit = step.shrink;
  if (step.rowHeight !== undefined) format.rowHeight = step.rowHeight;
  if (step.columnWidth !== undefined) format.columnWidth = columnPoints(step.columnWidth);
  if (step.locked !== undefined) format.protection.locked = step.locked;
  if (step.numberFormat !== undefined && 'numberFormat' in range) {
    const line = Array.from({ length: step.area.columns }, () => step.numberFormat);
    range.numberFormat = Array.from({ length: step.area.rows }, () => line);
  }
  if (step.borders !== undefined) queueBorders(range, step);
}

/** Thin black lines around, and inside unless it is outlined; a row or column has no inside in its direction. */
function queueBorders({ format }: Excel.Range | Excel.RangeAreas, { area, borders }: FormatStep): void {
  const inside = borders === 'thin';
  const edges: Excel.BorderIndex[] = [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
    ...(inside && area.rows > 1 ? [Excel.BorderIndex.insideHorizontal] : []),
    ...(inside && area.columns > 1 ? [Excel.BorderIndex.insideVertical] : []),
  ];
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = Excel.BorderLineStyle.continuous;
    border.weight = Excel.BorderWeight.thin;
  }
}
