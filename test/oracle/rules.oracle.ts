/** Random quarters, and the cases of the rules' meeting: LibreOffice calculates what the answer says. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { quarterTitle } from '../../src/assessment/period';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { cellAddress } from '../../src/forms/grid/address';
import { openFixture, runReview } from '../excel/support/workbooks';
import { workbookFor } from '../rules/support/quarterWorkbook';
import { randomQuarter } from '../rules/support/randomQuarters';
import { sheetDifferences } from '../rules/support/sheetAgrees';
import { readRecalculated, recalculate } from '../../scripts/oracle/libreoffice';

const FOLDER = join(__dirname, '../fixtures/rules');
/** More are worth their time after a change of the formulas: KAOHE_SHEETS=200. */
const RUNS = Number(process.env['KAOHE_SHEETS'] ?? 3);

jest.setTimeout(120_000 + 5_000 * RUNS);

async function differencesIn(workbook: WorkbookModel, quarter: string): Promise<string[]> {
  const preview = await runReview(workbook, quarter);
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    const file = join(folder, 'review.xlsx');
    writeFileSync(file, await saveWorkbook(workbook));
    const recalculated = await recalculate(file);
    try {
      const values = (await readRecalculated(recalculated.xlsx)).get(`${quarterTitle(quarter)}审定表`);
      return sheetDifferences((row, column) => values?.get(cellAddress(row, column)) ?? '', preview);
    } finally {
      recalculated.remove();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(['c03', 'c15', 'c16', 'c22'])('the case %s', async (id) => {
  const name = readdirSync(FOLDER).find((each) => each.startsWith(id)) ?? '';
  expect(await differencesIn(await openFixture(join(FOLDER, name)), id === 'c22' ? '2021Q2' : '2020Q3')).toEqual([]);
});

test(`${RUNS} random quarters`, async () => {
  const quarters = fc.sample(randomQuarter, { seed: 20200614, numRuns: RUNS });
  for (const quarter of quarters) {
    expect({ quarter, differences: await differencesIn(workbookFor(quarter), quarter.quarter) }).toEqual({
      quarter,
      differences: [],
    });
  }
});
