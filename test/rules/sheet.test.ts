/** Whatever the answer says, the written 审定表 shows (rules 40–51). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { quarterTitle } from '../../src/assessment/period';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { previewReview } from '../../src/excel';
import { contents, inExcel, openFixture, runReview } from '../excel/support/workbooks';
import { ReviewPage } from '../excel/support/reviewPage';
import { applyEdits, randomEdits } from './support/edits';
import { workbookFor } from './support/quarterWorkbook';
import { randomQuarter } from './support/randomQuarters';
import { sheetDifferences } from './support/sheetAgrees';

const FOLDER = join(__dirname, '../fixtures/rules');
const CASES = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
/** More are worth their time after a change of the formulas: KAOHE_SHEETS=500. */
const RUNS = Number(process.env['KAOHE_SHEETS'] ?? 12);

async function differencesAfter(workbook: WorkbookModel, quarter: string): Promise<string[]> {
  const preview = await runReview(workbook, quarter);
  const page = await ReviewPage.open(workbook, `${quarterTitle(quarter)}审定表`);
  return sheetDifferences((row, column) => page.value(row, column), preview);
}

test.each(CASES)('%s: the sheet says what the answer says, in a second run too', async (name) => {
  const quarter = name.startsWith('c22') ? '2021Q2' : '2020Q3';
  const workbook = await openFixture(join(FOLDER, name));
  expect(await differencesAfter(workbook, quarter)).toEqual([]);
  const page = ReviewPage.on(workbook, `${quarterTitle(quarter)}审定表`);
  const before = page.people.map((who) => page.results(who));
  expect(await differencesAfter(workbook, quarter)).toEqual([]);
  expect(page.people.map((who) => page.results(who))).toEqual(before);
});

test(
  `${RUNS} random quarters: the sheet says what the answer says`,
  async () => {
    await fc.assert(
      fc.asyncProperty(randomQuarter, async (quarter) => {
        expect(await differencesAfter(workbookFor(quarter), quarter.quarter)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20200613 },
    );
  },
  240_000 + 1000 * RUNS,
);

test(
  `${RUNS} random quarters: the sheet follows what people change, and a second run changes nothing of it`,
  async () => {
    await fc.assert(
      fc.asyncProperty(randomQuarter, randomEdits, async (random, edits) => {
        const people = random.people.map((person) => ({ ...person, onRoster: true }));
        const described = { ...random, people };
        const workbook = workbookFor(described);
        await runReview(workbook, described.quarter);
        const name = `${quarterTitle(described.quarter)}审定表`;
        await applyEdits(workbook, described, name, edits);
        const preview = await inExcel(workbook, () => previewReview({ quarter: described.quarter }));
        const page = await ReviewPage.open(workbook, name);
        expect(sheetDifferences((row, column) => page.value(row, column), preview)).toEqual([]);
        expect(await differencesAfter(workbook, described.quarter)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20200614 },
    );
  },
  240_000 + 2000 * RUNS,
);

test('the month’s line of a score sheet leaves out who does not count in it', async () => {
  const workbook = await openFixture(join(FOLDER, 'c03-scored-before-arrival.xlsx'));
  const { review } = await runReview(workbook, '2020Q3');
  const lines = Object.values(contents(workbook)).filter((content) => String(content).startsWith('="参加"&SUMPRODUCT'));
  expect(review.months.map(({ quota }) => quota?.participants)).toEqual([5, 5, 6]);
  expect(lines.filter((content) => String(content).includes('不含不计入考核的人员'))).toHaveLength(2);
});
