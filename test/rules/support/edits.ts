import fc from 'fast-check';
import { SETTING_TABLE } from '../../../src/assessment/settingTable';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { inExcel, sheetOf } from '../../excel/support/workbooks';
import type { DescribedQuarter } from './described';
import { scoreSheetName } from './quarterWorkbook';

/** What people do to a workbook after its review has been written. */
export const EDITS = [
  'score',
  'blank',
  'sort',
  'delete',
  'insert',
  'sort review',
  'weights',
  'limit',
  'lines',
] as const;

export interface Edit {
  readonly kind: (typeof EDITS)[number];
  /** Which sheet, person and score, counted round. */
  readonly at: number;
  readonly points: number;
}

export const randomEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...EDITS),
    at: fc.nat(1000),
    points: fc.integer({ min: 4000, max: 10_000 }).map((cents) => cents / 100),
  }),
  { minLength: 1, maxLength: 3 },
);

/** People of a score sheet, and of the 审定表, stand from this row on, 0-based. */
const FIRST = 4;
const FIRST_SCORE = 2;

/**
 * Does to the workbook what somebody would do in Excel, one thing after the other.
 *
 * @param review name of the 审定表
 */
export async function applyEdits(
  workbook: WorkbookModel,
  { sheets }: DescribedQuarter,
  review: string,
  edits: readonly Edit[],
): Promise<void> {
  for (const { kind, at, points } of edits) {
    const index = at % sheets.length;
    const scored = sheets[index];
    if (scored === undefined) continue;
    const name = scoreSheetName(scored, index);
    const count = peopleOn(workbook, name);
    const row = FIRST + (at % Math.max(1, count));
    if (kind === 'score' || kind === 'blank') {
      sheetOf(workbook, name).input(row, FIRST_SCORE + (at % 7), kind === 'score' ? points : '');
    }
    if (kind === 'weights') setting(workbook, 'weights', [10, 20, 10, 10, 10, 10, 30]);
    if (kind === 'limit') setting(workbook, 'quotaPercent', [25]);
    if (kind === 'lines') setting(workbook, 'gradeLines', [0, 50, 70, 80]);
    if (kind === 'sort') await sort(workbook, name, count, at);
    if (kind === 'sort review') await sort(workbook, review, peopleOn(workbook, review), at);
    if (count < 2 || (kind !== 'insert' && kind !== 'delete')) continue;
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const line = context.workbook.worksheets.getItem(name).getRange(`${row + 1}:${row + 1}`);
        if (kind === 'insert' && row > FIRST) line.insert('Down');
        if (kind === 'delete') line.delete('Up');
        await context.sync();
      }),
    );
  }
}

/** Rows of people, from FIRST to the last that has somebody. */
function peopleOn(workbook: WorkbookModel, name: string): number {
  const sheet = sheetOf(workbook, name);
  let count = 0;
  for (let row = FIRST; row < FIRST + 60 && sheet.value(row, 0) !== '统计'; row++) {
    if (sheet.value(row, 1) !== '') count = row - FIRST + 1;
  }
  return count;
}

/** By name, up or down, with everything that stands beside. */
async function sort(workbook: WorkbookModel, name: string, count: number, at: number): Promise<void> {
  await inExcel(workbook, () =>
    Excel.run(async (context) => {
      const lines = context.workbook.worksheets.getItem(name).getRange(`A${FIRST + 1}:BZ${FIRST + count}`);
      lines.sort.apply([{ key: 1, ascending: at % 2 === 0 }]);
      await context.sync();
    }),
  );
}

function setting(workbook: WorkbookModel, id: string, values: readonly CellInput[]): void {
  const sheet = sheetOf(workbook, '考核设置');
  const label = SETTING_TABLE.find((each) => each.id === id)?.name;
  for (let row = 0; row < 60; row++) {
    if (sheet.value(row, 0) === label) values.forEach((value, i) => sheet.input(row, 1 + i, value));
  }
}
