/** What a calculation is given and what it gives. */

/** A formula's value: '' for an empty text, 0 for a reference to an empty cell, an error as Excel writes it. */
export type CalculatedValue = string | number | boolean | { readonly error: string };

/**
 * One cell: a typed value (null or a Date, which no reader of files makes: empty), or a formula without its `=`. An error
 * is its text, such as `#N/A`.
 */
export interface CalculationCell {
  readonly value: string | number | boolean | Date | null;
  readonly formula?: string;
}

/** What a calculation can refer to. Cells are keyed by "row,column", counted from 0; absent cells are empty. */
export interface CalculationInput {
  readonly sheets: readonly { readonly name: string; readonly cells: ReadonlyMap<string, CalculationCell> }[];
  /** Defined names, their formulas without `=`; `sheet` is the name of the sheet that a name is limited to. */
  readonly names: readonly { readonly name: string; readonly formula: string; readonly sheet?: string }[];
  readonly date1904: boolean;
}

/** Cells by sheet name, each as "row,column". */
export type CellSelection = ReadonlyMap<string, ReadonlySet<string>>;

/** Values of formula cells by sheet name and "row,column". */
export type CalculatedValues = Map<string, Map<string, CalculatedValue>>;
