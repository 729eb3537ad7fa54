import fc from 'fast-check';
import { recordDifferences } from './support/compareMonths';
import { recordsOracle } from './support/monthOracle';
import { recordsAnswer } from './support/monthWorkbook';
import { randomMonth } from './support/randomMonths';

/** More are worth their time after a change of the rules: KAOHE_MONTHS=300. */
const RUNS = Number(process.env['KAOHE_MONTHS'] ?? 15);
const SEED = 20200612;

test(
  'the records of random months are what the rules give, field by field',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, async (month) => {
        expect(recordDifferences(month, await recordsAnswer(month), recordsOracle(month))).toEqual([]);
      }),
      // A failure is made small for as long as somebody may wait for it.
      { numRuns: RUNS, seed: SEED },
    );
  },
  240_000 + 800 * RUNS,
);
