import type { SheetModel } from '../../workbook/model/workbook';
import { isKind, partText } from '../../workbook/package/parts';
import type { ObjectClass } from '../core/object';
import { apiNotFound } from '../core/refusal';

/** `Excel.ShapeCollection`: how many pictures and drawings lie over the cells; what they are is not modelled. */
export const shapesClass: ObjectClass<SheetModel> = {
  name: 'ShapeCollection',
  since: '1.9',
  items: (sheet) => {
    if (shapeCount(sheet) > 0) throw apiNotFound('ShapeCollection.items');
    return [];
  },
  members: {
    getCount: { kind: 'method', call: shapeCount },
  },
};

/** Anchors of the sheet's drawing, except those of charts, which are no shapes to Excel. */
function shapeCount({ workbook, extras: { kept } }: SheetModel): number {
  let count = 0;
  for (const relationship of kept?.relationships ?? []) {
    if (!isKind(relationship, 'drawing')) continue;
    const xml = (workbook.kept && partText(workbook.kept.parts, relationship.target)) ?? '';
    for (const [anchor] of xml.matchAll(ANCHOR)) if (!/<(?:\w+:)?graphicFrame\b/.test(anchor)) count++;
  }
  return count;
}

const ANCHOR = /<(\w+:)?(twoCellAnchor|oneCellAnchor|absoluteAnchor)\b[\s\S]*?<\/\1?\2>/g;
