/** What nobody touched is written back as it was read: the model after reading, compared with the model on saving. */
import type { CellStyle } from './data';
import type { SheetContent } from './sheet';

/** Formats are told apart as objects: cells and columns of one format share it. */
const styleIds = new WeakMap<CellStyle, number>();
let lastStyle = 0;

function styleId(style: CellStyle | undefined): number {
  if (!style) return 0;
  const known = styleIds.get(style) ?? ++lastStyle;
  styleIds.set(style, known);
  return known;
}

/** What the model holds of each element or part whose own text says more than the model. */
const HELD: Readonly<Record<string, (sheet: SheetContent) => unknown>> = {
  sheetViews: ({ data }) => [data.freezePane, data.splitPane, data.view && { ...data.view, tabColor: undefined }],
  sheetProtection: ({ data, extras }) => [data.protection, extras.protectionHash],
  autoFilter: ({ data }) => data.autoFilter,
  filterColumns: ({ data }) => data.autoFilter?.columns,
  sheetPr: ({ data }) => [data.view?.tabColor, data.outlineProperties, data.pageSetup?.fitToPage],
  sheetFormatPr: ({ extras }) => [extras.defaultRowHeight, extras.defaultColumnWidth],
  cols: ({ data, extras }) => [
    (data.columns ?? []).map(({ style, ...rest }) => [rest, styleId(style)]),
    extras.defaultColumnWidth,
  ],
  mergeCells: ({ data }) => data.merges ?? [],
  conditionalFormatting: ({ data }) => data.conditionalRules ?? [],
  dataValidations: ({ data }) => data.dataValidations ?? [],
  printOptions: pageOptions,
  pageSetup: pageOptions,
  headerFooter: ({ data }) => data.headerFooter,
  pageMargins: ({ data }) => data.pageSetup?.margins,
  rowBreaks: ({ data }) => data.rowBreaks ?? [],
  colBreaks: ({ data }) => data.colBreaks ?? [],
  tables: ({ data }) => data.tables ?? [],
  hyperlinks: ({ cells }) =>
    [...cells].flatMap(([key, { hyperlink }]) => (hyperlink ? [[key, hyperlink]] : [])).sort(byKey),
  comments: ({ cells }) => [...cells].flatMap(([key, { comment }]) => (comment ? [[key, comment]] : [])).sort(byKey),
};

function pageOptions({ data }: SheetContent): unknown {
  const { margins: _m, printArea: _a, printTitlesRow: _r, printTitlesColumn: _c, ...options } = data.pageSetup ?? {};
  return options;
}

function byKey(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]).localeCompare(String(b[0]));
}

function held(sheet: SheetContent, element: string): string {
  return JSON.stringify([HELD[element]?.(sheet)]);
}

/** Remembers the sheet as it is now. */
export function takeSnapshot(sheet: SheetContent): void {
  for (const element of Object.keys(HELD)) sheet.extras.kept?.snapshot.set(element, held(sheet, element));
}

/** Whether the element's own text, as read, still says what the model says. */
export function isUntouched(sheet: SheetContent, element: string): boolean {
  const before = sheet.extras.kept?.snapshot.get(element);
  return before !== undefined && before === held(sheet, element);
}
