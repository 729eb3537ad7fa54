/** What a calculation is given and what it gives. */
import type { NamedTable } from '../workbook/values/structured';

/** A formula's value: '' for an empty text, 0 for a reference to an empty cell, an error as Excel writes it. */
export type CalculatedValue = string | number | boolean | { readonly error: string };

/**
 * The engine has no answer: the formula reads what no input has (another workbook), uses a function that the engine
 * does not know, runs in a circle, or reads a cell without an answer. No value is written for it.
 */
export const UNANSWERED = Symbol('unanswered');

export type Answer = CalculatedValue | typeof UNANSWERED;

/**
 * What is known of a formula's value. `right`: from the file, or calculated, and nothing that it reads has changed
 * since. `doubted`: from a file that asks to be calculated, good where the engine has no answer. `unanswered`: the engine
 * has none. Nothing: not calculated since what it reads changed.
 */
export type Known = 'right' | 'doubted' | 'unanswered';

/**
 * One cell: a typed value (null or a Date, which no reader of files makes: empty), or a formula without its `=`. An error
 * is its text, such as `#N/A`.
 */
export interface CalculationCell {
  readonly value: string | number | boolean | Date | null;
  readonly formula?: string;
  /** Of a formula; also of the other cells that an array formula filled. */
  readonly known?: Known;
  readonly formulaType?: string;
  /** The cells that an array formula fills. */
  readonly formulaRef?: string;
  readonly formulaDynamic?: boolean;
}

interface CalculationSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, CalculationCell>;
  /** Rows that do not show, which SUBTOTAL(101 … 111) leaves out; those that a filter hides are left out by all of them. */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly filteredRows?: ReadonlySet<number>;
  readonly tables?: readonly NamedTable[];
}

/** What a calculation can refer to. Cells are keyed by "row,column", counted from 0; absent cells are empty. */
export interface CalculationInput {
  readonly sheets: readonly CalculationSheet[];
  /** Defined names, their formulas without `=`; `sheet` is the name of the sheet that a name is limited to. */
  readonly names: readonly { readonly name: string; readonly formula: string; readonly sheet?: string }[];
  readonly date1904: boolean;
}

/** Cells by sheet name, each as "row,column". */
export type CellSelection = ReadonlyMap<string, ReadonlySet<string>>;

/** Answers to formula cells, and to the other cells of array formulas, by sheet name and "row,column". */
export type CalculatedValues = Map<string, Map<string, Answer>>;
