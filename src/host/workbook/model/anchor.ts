/** Rules of cells (validations, conditional formats), whose formulas are written as seen from their first cell. */
import type { Area } from '../values/address';
import { formatAreas, parseAreas } from '../values/areas';
import { moveRelative } from '../values/formula';
import type { ConditionalRule, DataValidation } from './data';

/** The rule on other cells; its relative references move as those of a copied formula, from its first cell to the new one. */
export function validationOn(rule: DataValidation, areas: readonly Area[]): DataValidation {
  const move = mover(rule.range, areas);
  return {
    ...rule,
    range: formatAreas(areas),
    ...(rule.formula1 !== undefined && { formula1: move(rule.formula1) }),
    ...(rule.formula2 !== undefined && { formula2: move(rule.formula2) }),
  };
}

/** The same for a conditional format. */
export function conditionOn(rule: ConditionalRule, areas: readonly Area[]): ConditionalRule {
  const move = mover(rule.range, areas);
  const { formula } = rule;
  return {
    ...rule,
    range: formatAreas(areas),
    ...(formula !== undefined && { formula: typeof formula === 'string' ? move(formula) : formula.map(move) }),
  };
}

function mover(range: string, areas: readonly Area[]): (formula: string) => string {
  const [from] = parseAreas(range);
  const [to] = areas;
  if (!from || !to) return (formula) => formula;
  return (formula) => moveRelative(formula, to.row - from.row, to.column - from.column);
}
