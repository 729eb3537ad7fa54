import { cellKey, parseCellKey } from '../workbook/values/address';
import { arrayArea, covers } from './arrayFormulas';
import { planCalculation } from './plan';
import type { FormulaStep } from './plan';
import { UNANSWERED } from './types';
import type { Answer, CalculatedValues, CalculationCell, CalculationInput, CellSelection } from './types';

/** How often formulas behind INDIRECT or OFFSET are calculated again before they count as circular: as often as Excel's iteration. */
const MAX_ROUNDS = 100;

/**
 * Answers to the wanted formula cells and to the formulas they depend on whose values are not right already, by sheet
 * name and "row,column". Nothing else is calculated. A wanted cell without a formula, or on a sheet that is not there,
 * has no entry; where the engine has no answer, a doubted value counts.
 *
 * Errors are values, but for those that say what the engine cannot do (`#NAME?`, `#SPILL!`, `#CALC!`): these, and
 * circular references, are {@link UNANSWERED}.
 */
export async function calculate(input: CalculationInput, wanted: CellSelection): Promise<CalculatedValues> {
  const plan = planCalculation(input, wanted);
  const cells = new Map(input.sheets.map((sheet) => [sheet.name, sheet.cells]));
  const values: CalculatedValues = new Map(input.sheets.map(({ name }) => [name, new Map<string, Answer>()]));
  const store = (step: FormulaStep, answer: Answer): void => {
    const ofSheet = cells.get(step.sheet);
    const cell = ofSheet?.get(step.key);
    const counted = isOwnFailure(answer, cell) ? storedIn(cell) : answer;
    const known = values.get(step.sheet);
    if (ofSheet && cell && counted === UNANSWERED)
      for (const key of filledBy(cell, ofSheet)) known?.set(key, UNANSWERED);
    known?.set(step.key, counted);
  };
  for (const step of plan.circular) store(step, UNANSWERED);
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
        store(step, engine.calculate(step));
        return !sameAnswer(before, values.get(step.sheet)?.get(step.key));
      });
    }
    for (const step of unsteady) store(step, UNANSWERED);
  } finally {
    engine.empty();
  }
  return values;
}

/** No answer; or an error where another program found a value, although nothing that is known has changed since. */
function isOwnFailure(answer: Answer, cell: CalculationCell | undefined): boolean {
  if (answer === UNANSWERED) return true;
  return typeof answer === 'object' && cell?.known === 'doubted' && !String(cell.value).startsWith('#');
}

/** The value that the file has for a formula, as long as it counts. */
function storedIn(cell: CalculationCell | undefined): Answer {
  return cell?.known !== 'doubted' || cell.value === null || cell.value instanceof Date ? UNANSWERED : cell.value;
}

/** The cells that an array formula fills, of those that there are. */
function filledBy(cell: CalculationCell, cells: ReadonlyMap<string, CalculationCell>): string[] {
  const area = arrayArea(cell);
  if (!area) return [];
  if (area.rows * area.columns > cells.size) return [...cells.keys()].filter((key) => covers(area, parseCellKey(key)));
  return Array.from({ length: area.rows * area.columns }, (_, index) =>
    cellKey(area.row + Math.floor(index / area.columns), area.column + (index % area.columns)),
  ).filter((key) => cells.has(key));
}

function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.error === other.error : one === other;
}
