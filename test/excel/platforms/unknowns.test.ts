/** Guards against what no source tells for certain, and against limits that few workbooks reach. */
import { applyPlan, check, previewCheck, previewForms, previewScore, restore } from '../../../src/excel';
import { readSheets } from '../../../src/excel/commands/sheets';
import type { Plan } from '../../../src/forms/grid/plan';
import type { EmbeddedHost } from '../../../src/host/bridge';
import type { CellInput, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { beforeRequests } from '../../faults/requests';
import { longSheet } from '../support/writing';
import { all, contents, inExcel, scoreSheet, sheetOf, shown, workbookOf } from '../support/workbooks';

const JULY = '2020年7月';

/** So many people that their formulas are filled down. */
function july(people = 6): WorkbookModel {
  const lines = Array.from({ length: people }, (_, i): CellInput[] => [
    '办公室',
    `人${'一二三四五六'[i] ?? i}`,
    ...all(80 + i),
  ]);
  return workbookOf({ '7月': scoreSheet(JULY, lines), 备注: [['勿动']] });
}

/** Changes what Excel answers. */
function answering(host: EmbeddedHost, change: (text: string) => string): void {
  const tell = host.onMessageFromHost;
  host.onMessageFromHost = (text) => tell?.(change(text));
}

test('R3: merged areas of which Excel tells the first cells alone are not known, rather than none', async () => {
  const workbook = july();
  sheetOf(workbook, '7月').data.merges = [{ startRow: 4, endRow: 5, startCol: 0, endCol: 0 }];
  await inExcel(workbook, async (host) => {
    const read = async (): Promise<readonly string[]> =>
      (await Excel.run((context) => readSheets(context))).read.gaps.map(({ sheet, part }) => `${sheet ?? ''} ${part}`);
    expect(await read()).toEqual([]);
    answering(host, (text) => text.replaceAll(/("Address":"[^":]*\$?A\$?5):[^"]*"/g, '$1"'));
    expect(await read()).toEqual(['7月 merged']);
    expect((await check()).problems).toContainEqual(
      expect.objectContaining({ code: 'SHEET_PART_REFUSED', sheet: '7月' }),
    );
  });
});

test('W11: formulas reach rows that a filter hides, where filling down leaves them out', async () => {
  const workbook = july();
  const sheet = sheetOf(workbook, '7月');
  sheet.data.rowDefs = new Map([6, 7].map((row) => [row, { hidden: true }]));
  await inExcel(workbook, async () => expect((await applyPlan((await previewScore()).plan)).ok).toBe(true), 'strict');
  expect(await shown(workbook, '7月', 'J5:J10')).toEqual([[80], [81], [82], [83], [84], [85]]);
});

test('R11: a step on a sheet that one answer does not carry is undone all the same', async () => {
  const workbook = july();
  const text = '字'.repeat(300);
  // Beside the form: what no command reads as its own.
  for (let row = 0; row < 1200; row++)
    for (let column = 20; column < 26; column++) sheetOf(workbook, '7月').input(row, column, text);
  const before = contents(workbook);
  await inExcel(
    workbook,
    async (host) => {
      const applied = await applyPlan((await previewScore()).plan);
      if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join());
      expect(contents(workbook)).not.toEqual(before);
      host.resetCounters();
      expect(await restore(applied.restore)).toEqual({ ok: true, problems: [] });
      // In one request that writes: none of them was refused for its answer.
      expect(host.counters.undoRecords).toBe(1);
    },
    'web',
  );
  expect(contents(workbook)).toEqual(before);
});

test('R11: what somebody types on such a sheet just before a step is taken back is kept, and told', async () => {
  const workbook = july();
  const sheet = sheetOf(workbook, '7月');
  for (let row = 0; row < 1200; row++)
    for (let column = 20; column < 26; column++) sheet.input(row, column, '字'.repeat(300));
  await inExcel(
    workbook,
    async (host) => {
      const applied = await applyPlan((await previewScore()).plan);
      if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join());
      let isTyped = false;
      const end = beforeRequests(host, (_number, { actions }) => {
        if (isTyped || !actions.some(({ kind }) => kind === 'set')) return;
        isTyped = true;
        sheet.input(4, 9, 77);
      });
      const undone = await restore(applied.restore);
      end();
      expect(isTyped).toBe(true);
      expect(undone.problems.map(({ code }) => code)).toEqual(['STEP_OVERTAKEN']);
    },
    'web',
  );
  expect(sheet.value(4, 9)).toBe(77);
});

test('W26: a plan that no single request carries on the web is written in several', async () => {
  const workbook = july();
  const sheets = [longSheet(12_000)];
  await inExcel(
    workbook,
    async (host) => {
      host.resetCounters();
      expect((await applyPlan({ sheets, names: [], problems: [] })).ok).toBe(true);
      expect(host.counters.undoRecords).toBeGreaterThan(1);
    },
    'web',
  );
  expect(sheetOf(workbook, '新表').style(11_999, 0).numFmt).toBe('@');
});

test('U2: what Ctrl+Z took back of a step, its last request for one, does not keep the rest from being undone', async () => {
  const workbook = july();
  const before = contents(workbook);
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewCheck()).plan);
    if (!applied.ok) throw new Error('it was not written');
    const result = sheetOf(workbook, '检查结果');
    for (const key of [...result.data.cells.keys()].slice(-3)) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      result.input(row, column, '');
    }
    expect(await restore(applied.restore)).toEqual({ ok: true, problems: [] });
  });
  expect(contents(workbook)).toEqual(before);
});

test('U1: a step that makes no sheet leaves what a person may undo with Ctrl+Z', async () => {
  const workbook = july();
  await inExcel(
    workbook,
    async (host) => {
      const cleared = async (plan: Plan): Promise<number> => {
        host.resetCounters();
        expect((await applyPlan(plan, { log: { command: '检查', time: '2020-10-09 09:00' } })).ok).toBe(true);
        return host.counters.undoClears;
      };
      // 检查结果 and 操作记录 are made: sheets get their names, which clears it.
      expect(await cleared((await previewCheck()).plan)).toBe(1);
      sheetOf(workbook, '7月').input(4, 3, 'x');
      expect(await cleared((await previewCheck()).plan)).toBe(0);
    },
    'win-365',
  );
});

test('W23: a step protects sheets that it makes and no others, whatever is protected already', async () => {
  const workbook = workbookOf({
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
      [1, '市商务局', '外贸科', '李军', '科长', '2018.03', '公务员'],
    ],
  });
  await inExcel(workbook, async () => {
    for (const month of ['2020-07', '2020-08'] as const) {
      const { plan } = await previewForms({ annex: 2, month, people: { kind: 'all' }, protect: true });
      expect(plan.sheets.filter(({ protect }) => protect).map(({ create }) => create)).toEqual([true]);
      // Excel refuses to protect a sheet that is protected.
      expect((await applyPlan(plan)).ok).toBe(true);
    }
  });
  expect(workbook.sheets.map(({ data }) => data.protection?.sheet ?? false)).toEqual([false, true, true]);
});
