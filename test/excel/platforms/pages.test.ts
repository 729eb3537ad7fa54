import { applyPlan, previewCheck, previewForms, restore, type Applied } from '../../../src/excel';
import { PROFILE_NAMES, PROFILES } from '../../../src/host/profiles';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { printedPages, type PrintedPages } from '../support/printedPages';
import { all, GOLDEN, inExcel, openFixture, scoreSheet, sheetOf, workbookOf } from '../support/workbooks';

const RESULT = '检查结果';

function july(): WorkbookModel {
  return workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '张三', '无', ...all(88).slice(1)]]) });
}

async function checked(): Promise<Applied> {
  return applyPlan((await previewCheck()).plan);
}

/** As many pages tall as it takes, or one. */
const ONE_WIDE: PrintedPages = { wide: 1, tall: null };
const ONE_PAGE: PrintedPages = { wide: 1, tall: 1 };

describe('W13: pages that Excel does not take', () => {
  test.each(PROFILE_NAMES)(
    'sheets are printed on the same pages in %s, in no more requests where it takes them',
    async (profile) => {
      const workbook = await openFixture(GOLDEN);
      const { fitToPages } = PROFILES[profile];
      await inExcel(
        workbook,
        async (host) => {
          const single = await previewForms({ annex: 3, month: '2020-07', people: { kind: 'all' }, protect: true });
          const many = await previewForms({ annex: 2, month: '2020-07', people: { kind: 'all' } });
          const plan = { ...many.plan, sheets: [...single.plan.sheets, ...many.plan.sheets] };
          host.resetCounters();
          const applied = await applyPlan(plan);
          expect([applied.ok, applied.problems]).toEqual([true, []]);
          const more = { kept: 0, wideAndTall: 1, dropped: 2 };
          expect(host.counters.syncs - more[fitToPages]).toBe(3);
          const made = plan.sheets.map(({ sheet, pageBreaks }) => [
            sheet,
            pageBreaks.length === 0 ? ONE_PAGE : ONE_WIDE,
          ]);
          expect(plan.sheets.map(({ sheet }) => [sheet, printedPages(sheetOf(workbook, sheet))])).toEqual(made);
          expect(new Set(made.map(([, pages]) => pages)).size).toBe(2);
          // W14: beside a height in pages its breaks would count for nothing.
          const parted = plan.sheets.filter(({ pageBreaks }) => pageBreaks.length > 0);
          const tall = parted.map(({ sheet }) => sheetOf(workbook, sheet).data.pageSetup);
          expect(tall.filter((page) => page?.fitToPage === true && page.fitToHeight !== 0)).toEqual([]);
        },
        profile,
      );
    },
  );

  test('where Excel takes neither pages nor a scale that is told, and what was written stands', async () => {
    const workbook = july();
    // An Excel that takes the width is asked no more.
    await inExcel(
      workbook,
      async (host) => {
        const send = host.sendMessageToHost.bind(host);
        let isWritten = false;
        host.sendMessageToHost = (text) => {
          if (isWritten) host.faults.inject({ kind: 'failure', action: 0 });
          isWritten = text.includes('"Zoom"');
          send(text);
        };
        const applied = await checked();
        host.faults.clear();
        expect(applied).toMatchObject({
          ok: true,
          problems: [{ code: 'PAGES_LEFT', severity: 'warning', sheet: RESULT }],
        });
        expect(applied.problems[0]?.message).toContain('页面布局');
        expect(workbook.sheets.map(({ name }) => name)).toContain(RESULT);
      },
      'strict',
    );
  });

  test.each([
    ['', undefined, { fitToPage: true, fitToWidth: 2, fitToHeight: 9999 }],
    [', with page breaks', [9], { fitToPage: false, scale: 100 }],
  ])(
    'undoing brings back the pages%s that a person has given a sheet of the program’s own',
    async (_, rowBreaks, back) => {
      const workbook = july();
      await inExcel(workbook, checked);
      const result = sheetOf(workbook, RESULT);
      const page = { ...result.data.pageSetup, fitToPage: true, fitToWidth: 2, fitToHeight: 0, scale: 100 };
      result.data.pageSetup = page;
      if (rowBreaks !== undefined) result.data.rowBreaks = rowBreaks;
      sheetOf(workbook, '7月').input(4, 3, 'x');
      await inExcel(
        workbook,
        async () => {
          const applied = await checked();
          expect(printedPages(result)).toEqual(ONE_WIDE);
          if (!applied.ok) throw new Error('it was not written');
          expect(await restore(applied.restore)).toEqual({ ok: true, problems: [] });
          expect(result.data.pageSetup).toMatchObject(back);
          expect(result.data.rowBreaks ?? []).toEqual(rowBreaks ?? []);
        },
        'web',
      );
    },
  );
});
