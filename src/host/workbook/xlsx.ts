import type { WorkbookModel } from './model';
export type RefusalKind = 'empty' | 'notXlsx' | 'encrypted' | 'truncated' | 'legacyXls' | 'damaged';
export type OpenResult = { readonly ok: true; readonly workbook: WorkbookModel } | { readonly ok: false; readonly kind: RefusalKind; readonly detail: string };
export interface Loss { readonly kind: string; readonly sheet: string | undefined; readonly detail: string }
export declare function openWorkbook(bytes: Uint8Array): Promise<OpenResult>;
export declare function saveWorkbook(workbook: WorkbookModel): Promise<Uint8Array>;
export declare function losses(workbook: WorkbookModel): Loss[];
