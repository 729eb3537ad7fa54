import type { WorkbookModel } from './model';
import type { SheetModel } from './sheet';
export declare function copyOfSheet(workbook: WorkbookModel, sheet: SheetModel, name: string): SheetModel;
