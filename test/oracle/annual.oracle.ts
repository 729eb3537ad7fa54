import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecalculated, recalculate } from '../../scripts/oracle/libreoffice';
import type { AnnualPreview } from '../../src/excel';
import { NOT_DECIDED } from '../../src/forms/annual/formulas';
import { hintText } from '../../src/forms/annual/people';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { runAnnual, yearBook } from '../excel/support/annualBooks';
import { all, runReview, scoreSheet, sheetOf, workbookOf } from '../excel/support/workbooks';

const SHEET = '2020年度汇总表';

/** Has LibreOffice calculate the saved workbook from its formulas alone, and compares every person with the core. */
async function expectAgreement(workbook: WorkbookModel, { annual }: AnnualPreview): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const file = join(folder, 'annual.xlsx');
    writeFileSync(file, await saveWorkbook(workbook));
    const recalculated = await recalculate(file);
    try {
      const values = (await readRecalculated(recalculated.xlsx)).get(SHEET);
      const at = (address: string) => values?.get(address) ?? '';
      const live = annual.people.map((_, i) =>
        ['C', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N'].map((column) => at(`${column}${5 + i}`)),
      );
      const core = annual.people.map(({ displayName, quarters, counts, hints }) => [
        displayName,
        ...quarters.map(({ grade, decided }) => (grade === null ? '' : `${grade}${decided ? '' : NOT_DECIDED}`)),
        ...[counts.好, counts.较好, counts.一般, counts.较差, counts.undetermined],
        hints.map(hintText).join('；'),
      ]);
      expect(live).toEqual(core);
      expect(at(`A${5 + annual.people.length}`)).toBe('说明');
    } finally {
      recalculated.remove();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('decided years, statuses and gaps', async () => {
  const workbook = yearBook({
    甲: '好 好 好 好',
    乙: '较好 好 较好 较好',
    丙: '不确定 一般 一般 较好',
    丁: '较差 较差 较差 较差',
    戊: '不参加考核 由外单位考核 无 一般',
  });
  await expectAgreement(workbook, await runAnnual(workbook));
}, 120_000);

test('four reviews out of twelve months of score sheets, of which the group decided a part', async () => {
  const names = ['王伟', '李军', '阿卜杜拉·买买提', '赵敏'];
  const months = Array.from({ length: 12 }, (_, m) => {
    const lines = names.map((name, i): CellInput[] => ['外贸科', name, ...all(95 - 9 * i - ((m * (i + 2)) % 7))]);
    // A namesake in another 科室 who came in July.
    if (m >= 6) lines.unshift(['外资科', '王伟', ...all(70)]);
    return [`${m + 1}月`, scoreSheet(`2020年${m + 1}月`, lines)] as const;
  });
  const workbook = workbookOf(Object.fromEntries(months));
  for (const quarter of ['2020Q1', '2020Q2', '2020Q3', '2020Q4'] as const) await runReview(workbook, quarter);
  sheetOf(workbook, '2020年第一季度审定表').input(4, 16, '较好');
  sheetOf(workbook, '2020年第三季度审定表').input(5, 16, '不确定等次');
  await expectAgreement(workbook, await runAnnual(workbook));
}, 120_000);
