import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recalculate } from '../../scripts/oracle/libreoffice';
import { pageCount } from '../../scripts/oracle/pages';
import { applyPlan, previewForms } from '../../src/excel';
import type { FormsWanted } from '../../src/forms/paper/made';
import { MARGINS, type Margins } from '../../src/forms/grid/plan';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { inExcel, workbookOf } from '../excel/support/workbooks';

jest.setTimeout(120_000);

const LONG_NAME = '阿卜杜热合曼·买买提吐尔逊';
const roster = (people: number) =>
  workbookOf({
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间'],
      ...Array.from({ length: people }, (_, i) => [
        i + 1,
        '市商务局',
        i % 2 === 0 ? '外贸科' : '对外投资和经济合作科',
        i === 0 ? LONG_NAME : `人员${'甲乙丙丁戊己庚辛壬癸'.charAt(i % 10)}${'子丑寅卯'.charAt(i / 10)}`,
        '党组成员、副局长兼办公室主任，一级调研员',
        '2018年3月',
      ]),
    ],
  });

/** Pages as LibreOffice prints the workbook. */
async function pagesOf(workbook: WorkbookModel): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const file = join(folder, 'forms.xlsx');
    writeFileSync(file, await saveWorkbook(workbook));
    const printed = await recalculate(file, { pdf: true });
    const pages = pageCount(readFileSync(printed.pdf ?? ''));
    printed.remove();
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes the forms, and takes the other sheets away, which have pages of their own. */
async function printed(workbook: WorkbookModel, wanted: FormsWanted): Promise<{ forms: number; pages: number }> {
  const own = [...workbook.sheets];
  const forms = await inExcel(
    workbook,
    async () => {
      const preview = await previewForms(wanted);
      await applyPlan(preview.plan);
      return preview.forms.length;
      // An Excel that takes pages: where only a scale is taken (W13), it is for columns as wide as Excel has them.
    },
    'win-365',
  );
  for (const sheet of own) workbook.deleteSheet(sheet);
  return { forms, pages: await pagesOf(workbook) };
}

const MARGIN_NAMES: readonly Margins[] = Object.keys(MARGINS).filter((name): name is Margins => name in MARGINS);

describe.each(MARGIN_NAMES)('each form is one page with %s', (margins) => {
  test.each([1, 2] as const)('附件%s of everybody, below each other', async (annex) => {
    const { forms, pages } = await printed(roster(3), { annex, month: '2020-07', people: { kind: 'all' }, margins });
    expect(forms).toBe(annex === 1 ? 15 : 3);
    expect(pages).toBe(forms);
  });

  test.each([2, 10, 30])('附件3 with %s people', async (people) => {
    const result = await printed(roster(people), { annex: 3, month: '2020-07', people: { kind: 'all' }, margins });
    expect(result).toEqual({ forms: 1, pages: 1 });
  });
});

test('附件3 with more people than a page can show goes on over several pages', async () => {
  const { pages } = await printed(roster(40), { annex: 3, month: '2020-07', people: { kind: 'all' } });
  expect(pages).toBeGreaterThan(1);
});
