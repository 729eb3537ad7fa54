import type { WorkbookModel } from './model';
export declare function rewriteWorkbook(workbook: WorkbookModel, rewrite: (formula: string) => string): void;
export declare function formulaSheetDeleted(formula: string, name: string): string;
export declare function formulaSheetRenamed(formula: string, old: string, name: string): string;
