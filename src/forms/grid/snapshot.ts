/** A cell as Office.js gives it: '' for an empty cell, an error as its text ('#REF!'), a date as its serial number. */
export type SnapshotValue = string | number | boolean;

/** What a cell holds, as its formula is read, is a formula and not a value. */
export function isFormula(content: unknown): content is `=${string}` {
  return typeof content === 'string' && content.startsWith('=');
}

/**
 * A formula without the `@` that an Excel with dynamic arrays shows in formulas of files from before them: `=@INDEX(A1:A9,2)`.
 * It is for comparing only; what is written back keeps it.
 */
export function withoutAt(formula: string): string {
  return formula.includes('@') ? formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<!\[)@/g, keepQuoted) : formula;
}

function keepQuoted(part: string): string {
  return part === '@' ? '' : part;
}

/** A rectangle of cells; 0-based, on its sheet. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The used block of one sheet, read at once. All matrices are `area.rows` × `area.columns`; all positions are of the sheet, not of the block. */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly protected: boolean;
  readonly area: Area;
  readonly values: readonly (readonly SnapshotValue[])[];
  /** A string that begins with '=' where the cell holds a formula, else the value again. */
  readonly formulas: readonly (readonly SnapshotValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly merged: readonly Area[];
  /** 0-based rows and columns of the sheet, inside the area, that are hidden or filtered out; ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Conditional formats colour cells; the program's own marks do not count. */
  readonly coloured?: boolean;
  /** How many pictures and drawings lie over the cells. */
  readonly shapes?: number;
}

/** Everything the forms are read from; knows nothing of Office. */
export interface WorkbookSnapshot {
  /** In tab order. */
  readonly sheets: readonly SheetSnapshot[];
  readonly date1904: boolean;
}
