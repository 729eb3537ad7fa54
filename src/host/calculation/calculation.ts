import { planCalculation } from './plan';
import type { FormulaStep } from './plan';
import type { CalculatedValue, CalculatedValues, CalculationInput, CellSelection } from './types';

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
  const engine = UniverEngine.filledWith(input, plan, values);
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
    engine.empty();
  }
  return values;
}

function sameValue(one: CalculatedValue | undefined, other: CalculatedValue): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.error === other.error : one === other;
}
