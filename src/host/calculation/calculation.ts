import { planCalculation } from './plan';
import type { FormulaStep } from './plan';

/** A formula's value: '' for an empty text, 0 for a reference to an empty cell, an error as Excel writes it. */
export type CalculatedValue = string | number | boolean | { readonly error: string };

/** One cell: a typed value (null: empty), or a formula without its `=`. An error is its text, such as `#N/A`. */
export interface CalculationCell {
  readonly value: string | number | boolean | null;
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

/** A reference to itself: Excel shows 0 beside a warning, which nobody would see here. An error is no wrong number. */
const CIRCULAR: CalculatedValue = { error: '#REF!' };

/** How often formulas behind INDIRECT or OFFSET are calculated again before they count as circular: as often as Excel's iteration. */
const MAX_ROUNDS = 100;

/**
 * Values of the wanted formula cells and of the formulas they depend on, by sheet name and "row,column". Nothing else
 * is calculated: formulas that are not needed count as the value given for them. A wanted cell without a formula, or
 * on a sheet that is not there, has no entry.
 *
 * Errors are values: `#NAME?` also for a function that the engine does not have, `#REF!` for a circular reference,
 * `#SPILL!` for a formula with several values in one cell, `#CALC!` for one that the engine fails at.
 */
export async function calculate(input: CalculationInput, wanted: CellSelection): Promise<CalculatedValues> {
  const plan = planCalculation(input, wanted);
  const values: CalculatedValues = new Map(input.sheets.map(({ name }) => [name, new Map<string, CalculatedValue>()]));
  const store = (step: FormulaStep, value: CalculatedValue): void => {
    values.get(step.sheet)?.set(step.key, value);
  };
  for (const step of plan.circular) store(step, CIRCULAR);
  if (plan.settled.length + plan.unsettled.length === 0) return values;

  // Loading Univer takes about 0.2 s, which reading and writing cells should not cost.
  const { UniverEngine } = await import('./univer');
  const engine = new UniverEngine(input, plan, values);
  try {
    for (const step of plan.settled) store(step, engine.calculate(step));
    let unsteady = plan.unsettled;
    for (let round = 0; unsteady.length > 0 && round < MAX_ROUNDS; round++) {
      unsteady = plan.unsettled.filter((step) => {
        engine.forgetRanges();
        const before = values.get(step.sheet)?.get(step.key);
        const value = engine.calculate(step);
        store(step, value);
        return !sameValue(before, value);
      });
    }
    for (const step of unsteady) store(step, CIRCULAR);
  } finally {
    engine.dispose();
  }
  return values;
}

function sameValue(one: CalculatedValue | undefined, other: CalculatedValue): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.error === other.error : one === other;
}
