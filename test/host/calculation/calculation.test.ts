import { calculate } from '../../../src/host/calculation/calculation';
import { UNANSWERED, type CalculatedValues } from '../../../src/host/calculation/types';
import { cases, knownDifferences, sampleWorkbook } from './cases';

const formulas = [...Object.values(cases).flat(), ...knownDifferences].map(([formula]) => formula);
const rowOf = new Map(formulas.map((formula, row) => [formula, row]));

let values: CalculatedValues;

beforeAll(async () => {
  const wanted = new Map([['算式', new Set(formulas.map((_, row) => `${row},0`))]]);
  values = await calculate(sampleWorkbook(formulas), wanted);
});

function shownBy(formula: string): string | number | boolean | undefined {
  const value = values.get('算式')?.get(`${rowOf.get(formula) ?? -1},0`);
  if (value === UNANSWERED) return undefined;
  return typeof value === 'object' ? value.error : value;
}

describe.each(Object.entries(cases))('as in Excel, among %s:', (_, group) => {
  test.each(group)('%s is %p', (formula, shown) => {
    expect(shownBy(formula)).toBe(shown);
  });
});

describe('known to differ from Excel:', () => {
  test.each(knownDifferences)('%s is %p there, and here %p', (formula, _, here) => {
    expect(shownBy(formula)).toBe(here);
  });
});
