import type { Classes } from './core/object';
import { rangeAreasClass } from './range/areas';
import { rangeClass } from './range/range';
import { worksheetClass } from './sheet/worksheet';
import { workbookClass } from './workbook/workbook';

/** The classes that every session looks up by name. */
export const CLASSES: Classes = {
  Workbook: workbookClass,
  Worksheet: worksheetClass,
  Range: rangeClass,
  RangeAreas: rangeAreasClass,
};
