import type { Area } from './address';
import type { SheetModel } from './sheet';
export declare function insertCells(sheet: SheetModel, area: Area, shift: 'Down' | 'Right'): void;
export declare function deleteCells(sheet: SheetModel, area: Area, shift: 'Up' | 'Left'): void;
