import fc from 'fast-check';
import { differences, told } from './support/compare';
import { oracleOf } from './support/quarterOracle';
import { answerTo } from './support/quarterWorkbook';
import { randomQuarter } from './support/randomQuarters';

/** More are worth their time after a change of the rules: KAOHE_QUARTERS=2000. */
const RUNS = Number(process.env['KAOHE_QUARTERS'] ?? 60);
const SEED = 20200612;

test(
  `${RUNS} random quarters are what the rules give, field by field`,
  async () => {
    await fc.assert(
      fc.asyncProperty(randomQuarter, async (quarter) => {
        expect(differences(quarter, await answerTo(quarter), oracleOf(quarter)).map(told)).toEqual([]);
      }),
      // A failure is made small for as long as somebody may wait for it.
      { numRuns: RUNS, seed: SEED },
    );
  },
  240_000 + 500 * RUNS,
);
