import type { Problem } from './problem';
import { isFormula, withoutAt, type Area, type SheetSnapshot, type SnapshotValue } from './snapshot';

/**
 * What a command wants to write, as plain data: made from a snapshot without touching Excel, shown to the person as a
 * preview, and carried out in one step.
 */
export interface Plan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  readonly problems: readonly Problem[];
  /** What the person is warned of and goes on all the same; 操作记录 keeps it. */
  readonly warned?: readonly Problem[];
  /** The sheet that the person asked for, written or not; without it, the first that is made, else the first. */
  readonly shows?: string;
  /** What it was laid out on: it is carried out while all of that still stands. Without it, its blocks are watched alone. */
  readonly basis?: Basis;
}

/** A workbook as a plan was laid out on it. */
export interface Basis {
  /** Every sheet that was read, but for 操作记录, which others go on writing. */
  readonly sheets: readonly SheetSnapshot[];
  /** Sheets that were there and are not among these. */
  readonly besides: readonly string[];
  /** Where the named ranges led. */
  readonly names: ReadonlyMap<string, string>;
}

/** One name for a range; made when it is missing. */
export interface NamePlan {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

/** Everything one sheet gets, in the order in which it is carried out. */
export interface SheetPlan {
  readonly sheet: string;
  /** The sheet does not exist yet and is added after the last one. */
  readonly create: boolean;
  /**
   * Whole rows put in above a row of the program's own sheet, before anything is written; each where the ones before it
   * leave that row.
   */
  readonly insertRows: readonly { readonly above: number; readonly count: number }[];
  /** Cells of the program's own sheet that lose looks, merges and links before anything is written; contents stay. */
  readonly bare: readonly Area[];
  /** Cells whose number format changes before they are written: a number put into a cell of format text stays text. */
  readonly numberFormats: readonly NumberFormatStep[];
  readonly blocks: readonly CellBlock[];
  readonly merges: readonly Area[];
  readonly formats: readonly FormatStep[];
  readonly validations: readonly ValidationStep[];
  /** Numbers shown with more decimals while a formula holds, on a sheet that the plan makes. */
  readonly nearLines: readonly NearLineStep[];
  /** Cells that lead to other cells when clicked. */
  readonly links: readonly LinkStep[];
  /** The links that the bare areas have now; for the restore copy. */
  readonly linksBefore: readonly LinkStep[];
  /** Marks over the user's cells, in place of those that the sheet has; null leaves these as they are. */
  readonly marks: MarksStep | null;
  /** Messages at cells of the program's own sheet. */
  readonly messages: readonly MessageStep[];
  readonly page: PageSetup | null;
  /** Rows kept in view when scrolling; null leaves the sheet as it is. */
  readonly freezeRows: number | null;
  /** Columns kept in view with them. */
  readonly freezeColumns: number;
  /** Rows of the program's own sheet that are taken from view and paper, or shown again. */
  readonly hiddenRows: readonly { readonly row: number; readonly hidden: boolean }[];
  /** Columns that are for the program alone, hidden from view and paper. */
  readonly hiddenColumns: readonly Area[];
  /** Columns to print when the sheet has no print area of its own yet, e.g. 'A:J'. */
  readonly printColumns: string | null;
  /**
   * 0-based rows that begin a printed page, in place of those that the sheet has; without any the sheet keeps its own,
   * unless its `page` is set up anew.
   */
  readonly pageBreaks: readonly number[];
  /** Protect the sheet, without a password, when all is written; unlocked cells stay open for input. */
  readonly protect: boolean;
}

/**
 * A native formula with its '='. `{r}` stands for the number of its own row, so that cells alike can be filled down.
 */
export interface Formula {
  readonly formula: string;
}

/** What a cell is to hold; text stays text whatever it looks like ('=1+1' too); null leaves the cell as it is. */
export type CellContent = Formula | string | number | null;

/** Contents for a rectangle, `cells` being rows × columns. */
export interface CellBlock {
  /** What it is, for the preview: 总分公式, 人员, … */
  readonly label: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellContent[])[];
  /** What the cells hold now, same shape; for the restore copy. */
  readonly before: readonly (readonly SnapshotValue[])[];
}

export interface FormatStep {
  readonly area: Area;
  /** More areas of the same look, on a sheet that the plan makes; not for number formats. */
  readonly also?: readonly Area[];
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly fontColor?: string;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Center' | 'Top' | 'Bottom';
  readonly wrap?: boolean;
  /** Text that is too wide for its cell is shown smaller; needs `wrap` to be false. */
  readonly shrink?: boolean;
  /** Black lines around each cell, or around the area alone. */
  readonly borders?: 'thin' | 'outline';
  readonly numberFormat?: string;
  /** Points. */
  readonly rowHeight?: number;
  /** Characters of the standard font. */
  readonly columnWidth?: number;
  /** Whether the cells are closed while the sheet is protected; cells are, unless told otherwise. */
  readonly locked?: boolean;
}

/** The number format of one cell, and the one it had. */
export interface NumberFormatStep {
  readonly row: number;
  readonly column: number;
  readonly format: string;
  readonly before: string;
}

/** A link within the workbook; the cell shows `text`. */
export interface LinkStep {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly sheet: string;
  /** A1 address on that sheet. */
  readonly cell: string;
}

/** A cell that a check found something in: coloured and explained by an overlay that leaves the cell's own look alone. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** Shown while the cell is selected; '' for none. */
  readonly message: string;
}

export interface MarksStep {
  readonly marks: readonly Mark[];
  /** The marks that the sheet has now; for the restore copy. */
  readonly before: readonly Mark[];
}

/** The number format of cells while a formula holds, written for the first of them. */
export interface NearLineStep {
  readonly area: Area;
  readonly formula: string;
  readonly numberFormat: string;
}

/** What is shown while a cell is selected; the cell has no other validation. */
export interface MessageStep {
  readonly row: number;
  readonly column: number;
  readonly title: string;
  /** At most 255 characters; '' takes the message away. */
  readonly message: string;
  /** The program's message that the cell has now; '' for none. */
  readonly before: string;
}

export interface ValidationStep {
  readonly area: Area;
  /** More areas with the same rule, on a sheet that the plan makes. */
  readonly also?: readonly Area[];
  readonly rule:
    | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
    | { readonly kind: 'list'; readonly values: readonly string[] };
  readonly title: string;
  readonly prompt: string;
  readonly error: string;
}

/** 表格边距: what wide tables are printed with, in millimetres. */
export const TABLE_MARGINS = { top: 20, bottom: 20, left: 20, right: 20 } as const;

/** The margins that a person may choose, in millimetres; 公文边距 leaves the 156 × 225 mm of an official document. */
export const MARGINS = {
  公文边距: { top: 37, bottom: 35, left: 28, right: 26 },
  '表格边距 20 mm': TABLE_MARGINS,
} as const;
export type Margins = keyof typeof MARGINS;

/** Lengths in millimetres; A4, one page wide and, unless told otherwise, as many pages tall as it takes. */
export interface PageSetup {
  readonly orientation: 'Portrait' | 'Landscape';
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** What is printed; null for the whole sheet. */
  readonly printArea: Area | null;
  /** Heading rows repeated on each page, e.g. '$3:$4'; null for none. */
  readonly titleRows: string | null;
  /** Shrinks what is printed until it is no more than so many pages tall; Excel then heeds no page breaks. */
  readonly pagesTall?: number;
  /** 第X页 共Y页 below each page. */
  readonly pageNumbers?: boolean;
}

/** Where a row of a sheet lies before a plan puts its rows in, one insertion after the other; undefined for one of those. */
export function rowBefore(insertRows: SheetPlan['insertRows'], row: number): number | undefined {
  let at = row;
  for (let i = insertRows.length - 1; i >= 0; i--) {
    const { above, count } = insertRows[i] ?? { above: 0, count: 0 };
    if (at >= above + count) at -= count;
    else if (at >= above) return undefined;
  }
  return at;
}

/** A plan for a sheet with nothing to do yet; the makers of plans spread it and fill in what they need. */
export function emptySheetPlan(sheet: string, create: boolean): SheetPlan {
  return {
    sheet,
    create,
    insertRows: [],
    bare: [],
    numberFormats: [],
    blocks: [],
    merges: [],
    formats: [],
    validations: [],
    nearLines: [],
    links: [],
    linksBefore: [],
    marks: null,
    messages: [],
    page: null,
    freezeRows: null,
    freezeColumns: 0,
    hiddenRows: [],
    hiddenColumns: [],
    printColumns: null,
    pageBreaks: [],
    protect: false,
  };
}

/**
 * What Office.js is given for a content in 0-based `row`: formulas with their row number, text with the apostrophe that
 * keeps Excel from reading it as a formula, number or date.
 */
export function officeInput(content: CellContent, row: number): string | number | null {
  if (content === null || typeof content === 'number') return content;
  if (typeof content === 'string') return mayBeConverted(content) ? `'${content}` : content;
  return content.formula.replaceAll('{r}', String(row + 1));
}

/**
 * What Office.js is given to put back what a cell held, as it was read: text that looks like a number or date needs
 * its apostrophe again, unless the cell's number format is text.
 */
export function restoreInput(present: SnapshotValue, isTextCell = false): SnapshotValue {
  if (typeof present !== 'string' || present === '' || isFormula(present) || isTextCell) return present;
  return mayBeConverted(present) ? `'${present}` : present;
}

/** True when a cell that shows `present` (its formula, or its value) already holds the content. */
export function holds(present: SnapshotValue, content: CellContent, row: number): boolean {
  if (content === null) return true;
  if (typeof content !== 'object') return present === content;
  return typeof present === 'string' && sameFormula(present, content.formula.replaceAll('{r}', String(row + 1)));
}

/** Excel leaves out quotes around sheet names that need none, may change the case of names, and shows an `@`. */
function sameFormula(a: string, b: string): boolean {
  const plain = (formula: string) => withoutAt(formula).replaceAll("'", '').toUpperCase();
  return plain(a) === plain(b);
}

/**
 * Whether Excel may read a typed text as something else: a formula, a number, a date (5.1, １２, Jan 5) or a truth value.
 * It does so behind leading spaces and for full-width characters too.
 */
function mayBeConverted(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return (
    text.startsWith("'") ||
    /^[=+\-@\d.,/%()¥$]/.test(plain) ||
    /^[\x20-\x7E]*\d[\x20-\x7E]*$/.test(plain) ||
    /^(true|false)$/i.test(plain)
  );
}
