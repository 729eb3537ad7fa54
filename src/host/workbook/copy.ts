import type { Area } from './address';
import type { SheetModel } from './sheet';
export type ClearWhat = 'All' | 'Contents' | 'Formats' | 'Hyperlinks';
export type CopyWhat = 'All' | 'Formulas' | 'Values' | 'Formats';
export interface CopySource { readonly sheet: SheetModel; readonly area: Area }
export declare function clearArea(sheet: SheetModel, area: Area, what: ClearWhat): void;
export declare function copyCells(sheet: SheetModel, source: CopySource, target: Area, what: CopyWhat): void;
