import { calculate } from '../../../src/host/calculation/calculation';
import type { CalculatedValues } from '../../../src/host/calculation/calculation';
import { cases, sampleWorkbook } from './cases';

const formulas = Object.values(cases).flatMap((group) => group.map(([formula]) => formula));
const rowOf = new Map(formulas.map((formula, row) => [formula, row]));

describe('formulas calculate as in Excel:', () => {
  let values: CalculatedValues;
  beforeAll(async () => {
    values = await calculate(
      sampleWorkbook(formulas),
      new Map([['算式', new Set(formulas.map((_, row) => `${row},0`))]]),
    );
  });

  describe.each(Object.entries(cases))('%s', (_, group) => {
    test.each(group)('%s is %p', (formula, shown) => {
      const value = values.get('算式')?.get(`${rowOf.get(formula) ?? -1},0`);
      expect(typeof value === 'object' ? value.error : value).toBe(shown);
    });
  });
});
