import {
  applyPlan,
  check,
  previewCheck,
  previewClearMarks,
  previewScore,
  previewSettings,
  restore,
} from '../../../src/excel';
import { askAll, isCellEdit, Question } from '../../../src/excel/workbook/questions';
import { whileEditing } from '../../../src/excel/workbook/running';
import { MARK_TITLE } from '../../../src/forms/grid/marks';
import { emptySheetPlan } from '../../../src/forms/grid/plan';
import { queueLinks } from '../../../src/excel/workbook/write';
import { readState } from '../../../src/excel/reading/workbookState';
import { readSheets } from '../../../src/excel/commands/sheets';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { beforeRequests } from '../../faults/requests';
import { longSheet, writing } from '../support/writing';
import { all, contents, inExcel, scoreSheet, sheetOf, shown, workbookOf } from '../support/workbooks';

const JULY = '2020年7月';

function july(name = '7月'): WorkbookModel {
  return workbookOf({
    [name]: scoreSheet(JULY, [
      ['办公室', '张三', 90, 88, 88, 89, 90, 88, 87],
      ['办公室', '李四', 80, '八十五', 81, 80, 79, 83, 84],
    ]),
    备注: [['勿动']],
  });
}

const codes = (problems: readonly { readonly code: string; readonly sheet: string | null }[]) =>
  problems.map(({ code, sheet }) => `${code} ${sheet ?? ''}`);

describe('reading', () => {
  test('R5: a protected sheet is read where special cells are refused, its hidden rows told', async () => {
    const workbook = july();
    sheetOf(workbook, '7月').data.rowDefs = new Map([[5, { hidden: true }]]);
    sheetOf(workbook, '7月').data.protection = { sheet: true };
    const { book, problems } = await inExcel(workbook, () => check(), 'win-365');
    expect(book.scores.map(({ row }) => row.name)).toEqual(['张三', '李四']);
    expect(codes(problems)).toEqual(expect.arrayContaining(['SHEET_PROTECTED_READ 7月', 'HIDDEN_CELLS 7月']));
    expect(codes(problems)).not.toContain('SHEET_PART_REFUSED 7月');
  });

  test('R6: two rules of one kind on the same cells stop no reading; marks are left as they are, and that is said', async () => {
    const workbook = july();
    const twin = { type: 'expression', formula: 'A1=1', range: 'A1:A9' } as const;
    sheetOf(workbook, '7月').data.conditionalRules = [
      { ...twin, priority: 1 },
      { ...twin, priority: 2 },
    ];
    const { book, plan, problems } = await inExcel(workbook, () => previewCheck(), 'win-365');
    expect(book.scores.map(({ row }) => row.name)).toEqual(['张三', '李四']);
    expect(codes(problems)).toContain('SHEET_PART_REFUSED 7月');
    expect(codes(problems)).not.toContain('SHEET_PART_REFUSED 备注');
    const applied = await inExcel(workbook, () => applyPlan(plan), 'win-365');
    expect(applied.ok).toBe(true);
    expect(sheetOf(workbook, '7月').data.conditionalRules).toHaveLength(2);
    expect(sheetOf(workbook, '7月').data.dataValidations ?? []).toEqual([]);
    if (!applied.ok) return;
    const restored = await inExcel(workbook, () => restore(applied.restore), 'win-365');
    expect(restored).toEqual({ ok: true, problems: [] });
  });

  test('R6: marks that cannot be told any more are left by undoing, and that is said; nothing is marked over them', async () => {
    const workbook = july();
    await inExcel(
      workbook,
      async () => {
        const { plan } = await previewCheck();
        const again = await previewCheck();
        const applied = await applyPlan(plan);
        const { data } = sheetOf(workbook, '7月');
        const [mark] = data.conditionalRules ?? [];
        if (!applied.ok || mark === undefined) throw new Error('no marks');
        data.conditionalRules = [mark, { ...mark, priority: 2 }];
        expect(await applyPlan(again.plan)).toMatchObject({ ok: false, problems: [{ code: 'MARKS_LEFT' }] });
        const cleared = await previewClearMarks();
        expect([cleared.plan.sheets, codes(cleared.plan.problems)]).toEqual([[], ['MARKS_LEFT 7月']]);
        const restored = await restore(applied.restore);
        expect([restored.ok, codes(restored.problems)]).toEqual([true, ['MARKS_LEFT 7月']]);
        expect(data.conditionalRules).toHaveLength(2);
        // What a mark says goes with its colour.
        expect(data.dataValidations?.map(({ inputTitle }) => inputTitle)).toContain(MARK_TITLE);
      },
      'strict',
    );
  });

  test('what Excel refuses is found by halves: every other question gets its answer', async () => {
    const workbook = workbookOf({ 表: [[1], [2], [3], [4], [5]] });
    const [answers, syncs] = await inExcel(workbook, (host) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('表');
        const questions = ['A1', '没有', 'A3', 'A4', '也没有'].map(
          (address) =>
            new Question(() => {
              const range = sheet.getRange(address).load('values');
              return () => String(range.values[0]?.[0]);
            }),
        );
        host.resetCounters();
        await askAll(context, questions);
        return [questions.map(({ answer, refusal }) => answer ?? refusal), host.counters.syncs] as const;
      }),
    );
    expect(answers).toEqual(['1', 'InvalidArgument', '3', '4', 'InvalidArgument']);
    expect(syncs).toBeLessThan(14);
  });

  test('R10: no more is asked together than one answer carries', async () => {
    const syncs = await inExcel(workbookOf({ 表: [[1]] }), (host) =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem('表').getRange('A1');
        const asked = [60_000, 30_000, 60_000].map(
          (size) =>
            new Question(() => {
              cell.load('values');
              return () => cell.values;
            }, size),
        );
        host.resetCounters();
        await askAll(context, asked);
        return host.counters.syncs;
      }),
    );
    expect(syncs).toBe(2);
  });

  test('where Excel answers nothing at all that is an error, not an empty workbook', async () => {
    await inExcel(july(), async (host) => {
      host.faults.inject({ kind: 'failure', action: 0 }, Infinity);
      await expect(check()).rejects.toMatchObject({ code: 'GeneralException' });
    });
  });

  test('R4: merged areas and hidden rows of a sheet of a long name are all told, though long addresses come back cut', async () => {
    const name = '一'.repeat(31);
    const workbook = workbookOf({ [name]: Array.from({ length: 450 }, (_, i) => [i, '', i]) });
    const { data } = sheetOf(workbook, name);
    data.merges = Array.from({ length: 450 }, (_, row) => {
      return { startRow: row, endRow: row, startCol: 0, endCol: 1 };
    });
    const hidden = Array.from({ length: 225 }, (_, i) => 2 * i);
    data.rowDefs = new Map(hidden.map((row) => [row, { hidden: true }]));
    const { snapshot } = (await inExcel(workbook, () => Excel.run((context) => readSheets(context)), 'strict')).read;
    expect(snapshot.sheets[0]?.merged).toHaveLength(450);
    expect(snapshot.sheets[0]?.hiddenRows).toEqual(hidden);
  });

  test('R10: answers are kept small by their size: a workbook of long texts is read on the web', async () => {
    const text = '字'.repeat(250);
    const lines = Array.from({ length: 1500 }, (_, i) => Array.from({ length: 10 }, () => `${text}${i}`));
    const workbook = workbookOf({ 长文: lines, 备注: [['勿动']] });
    await inExcel(
      workbook,
      async () => {
        const { read } = await Excel.run((context) => readSheets(context));
        expect(read.gaps).toEqual([]);
        expect(read.snapshot.sheets[0]?.formulas.at(-1)?.[9]).toBe(`${text}1499`);
      },
      'web',
    );
  });

  test.each([
    [2, [] as string[]],
    [3, ['DATES_UNKNOWN ']],
  ])(
    'R9: a date system that Excel does not tell when it is asked %d times is no other system in silence',
    async (times, told) => {
      await inExcel(july(), async (host) => {
        host.faults.inject({ kind: 'failure', action: 0 }, times);
        const { problems } = await check();
        expect(codes(problems).filter((each) => each.startsWith('DATES'))).toEqual(told);
      });
    },
  );

  test('R16: a workbook that calculates by hand is told', async () => {
    const workbook = july();
    expect(codes((await inExcel(workbook, () => check())).problems)).not.toContain('CALCULATED_BY_HAND ');
    workbook.calculationMode = 'Manual';
    expect(codes((await inExcel(workbook, () => check())).problems)).toContain('CALCULATED_BY_HAND ');
  });

  test.each(['mac', 'reference'] as const)(
    'E8: while a cell is edited in %s a reading waits for its end, and says so',
    async (profile) => {
      await inExcel(
        july(),
        async (host) => {
          const told: boolean[] = [];
          const end = whileEditing((isWaiting) => {
            told.push(isWaiting);
            // The person clicks another cell.
            if (isWaiting) host.faults.clear('cellEdit');
          });
          host.faults.inject({ kind: 'cellEdit' }, Infinity);
          const { book } = await check();
          end();
          expect([book.scores.length, told]).toEqual([2, [true, false]]);
        },
        profile,
      );
    },
  );

  test('E10: reading, understanding and judging a workbook are a piece each, between which Excel has its turn', async () => {
    await inExcel(july(), async () => {
      const pieces = async (reads: () => Promise<unknown>): Promise<number> => {
        const turns = jest.spyOn(globalThis, 'setTimeout');
        await reads();
        const { length } = turns.mock.calls.filter(([, milliseconds]) => milliseconds === 0);
        turns.mockRestore();
        return length + 1;
      };
      expect(await pieces(() => check())).toBe(3);
      expect(await pieces(() => readState({ today: '2020-08-01' }))).toBe(3);
    });
  });

  test('only what a cell edit makes Excel refuse is waited for', () => {
    const refusal = (code: string) => Object.assign(new Error(code), { code });
    expect(
      ['InvalidOperation', 'InvalidOperationInCellEditMode', 'AccessDenied'].map((code) => isCellEdit(refusal(code))),
    ).toEqual([true, true, false]);
    expect(isCellEdit('InvalidOperation')).toBe(false);
  });
});

describe('writing', () => {
  const apply = (workbook: WorkbookModel, preview: () => Promise<{ plan: Parameters<typeof applyPlan>[0] }>) =>
    inExcel(workbook, async () => {
      const applied = await applyPlan((await preview()).plan);
      if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    });
  const rules = (workbook: WorkbookModel) =>
    (sheetOf(workbook, '7月').data.dataValidations ?? [])
      .filter(({ type }) => type === 'decimal')
      .map(({ range }) => range);

  test('W2, W3: after 检查 scores get their validation all the same, messages of the check or not', async () => {
    const workbook = july();
    await apply(workbook, () => previewScore());
    const plain = rules(workbook);
    expect(plain.length).toBeGreaterThan(0);
    const checked = july();
    await apply(checked, () => previewCheck());
    expect(sheetOf(checked, '7月').data.dataValidations?.length).toBeGreaterThan(0);
    await apply(checked, () => previewScore());
    expect(rules(checked)).toEqual(plain);
  });

  test('W3: a message of the user’s among the scores is never written over', async () => {
    const workbook = july();
    const own = {
      type: 'custom',
      formula1: 'TRUE',
      allowBlank: true,
      inputTitle: '我的',
      inputMessage: '勿改',
    } as const;
    sheetOf(workbook, '7月').data.dataValidations = [{ ...own, range: 'D5', showInputMessage: true }];
    await apply(workbook, () => previewScore());
    // Its column is left out, the others are not.
    const found = sheetOf(workbook, '7月').data.dataValidations ?? [];
    expect(found.filter(({ range }) => range.startsWith('D'))).toMatchObject([{ ...own, range: 'D5' }]);
    expect(rules(workbook)).toHaveLength(6);
  });

  test('W1: while another workbook has the focus nothing is written, and afterwards all is', async () => {
    const workbook = july();
    const before = contents(workbook);
    await inExcel(workbook, async (host) => {
      const { plan } = await previewCheck();
      host.faults.inject({ kind: 'focusElsewhere' }, Infinity);
      // Not for a moment either: taking back is refused with much else there.
      const marks: unknown[] = [];
      const end = beforeRequests(host, () => marks.push(...(sheetOf(workbook, '7月').data.conditionalRules ?? [])));
      await expect(applyPlan(plan)).rejects.toMatchObject({ code: 'GeneralException' });
      end();
      expect(marks).toEqual([]);
      expect(contents(workbook)).toEqual(before);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(['7月', '备注']);
      expect(sheetOf(workbook, '7月').data.conditionalRules ?? []).toEqual([]);
      host.faults.clear('focusElsewhere');
      expect((await applyPlan(plan)).ok).toBe(true);
    });
  });

  test('W1: a long write has made and frozen its sheets with its first request: what is in front then, does not matter', async () => {
    const workbook = july();
    const sheets = [{ ...longSheet(3100), freezeRows: 1 }];
    await inExcel(workbook, async (host) => {
      const send = host.sendMessageToHost.bind(host);
      host.sendMessageToHost = (text) => {
        const isFirst = text.includes('"Add"');
        send(text);
        if (isFirst) void host.settled().then(() => host.faults.inject({ kind: 'focusElsewhere' }, Infinity));
      };
      const applied = await applyPlan({ sheets, names: [], problems: [] });
      host.faults.clear();
      expect(applied.ok).toBe(true);
    });
    expect(sheetOf(workbook, '新表').data.freezePane).toEqual({ rows: 1 });
    expect(sheetOf(workbook, '新表').style(3099, 0).numFmt).toBe('@');
  });

  test('W1: a check done again finds its marks, though the sheet of 操作记录 is made before they are renewed', async () => {
    const workbook = july();
    await apply(workbook, () => previewCheck());
    sheetOf(workbook, '7月').input(4, 3, 'x');
    await inExcel(workbook, async () => {
      const { plan } = await previewCheck();
      const log = { command: '检查', time: '2020-08-01 09:00' } as const;
      expect((await applyPlan(plan, { log })).ok).toBe(true);
    });
    expect(workbook.sheets.map(({ name }) => name)).toContain('操作记录');
    const marked = (sheetOf(workbook, '7月').data.conditionalRules ?? []).flatMap(({ range }) => range.split(' '));
    expect(marked.sort()).toEqual(['D5', 'D6']);
  });

  test('W1: a sheet that cannot be taken back meanwhile is told with words, and is taken back later', async () => {
    const workbook = july();
    await inExcel(workbook, async (host) => {
      const { plan } = await previewSettings({ rounding: 2 });
      const send = host.sendMessageToHost.bind(host);
      let isBroken = false;
      host.sendMessageToHost = (text) => {
        // The write breaks off after the sheet was made; then the person is in another workbook.
        if (!isBroken && text.includes('"Formulas"') && text.includes('"Add"')) {
          isBroken = true;
          host.faults.inject({ kind: 'failure', action: 30 });
          send(text);
          void host.settled().then(() => host.faults.inject({ kind: 'focusElsewhere' }, Infinity));
          return;
        }
        send(text);
      };
      const applied = await applyPlan(plan);
      expect(isBroken).toBe(true);
      if (applied.ok) throw new Error('it was written');
      expect(applied.problems.map(({ message }) => message).join()).toContain('请先点一下这个工作簿');
      expect(applied.restore).toBeDefined();
      host.faults.clear();
      if (applied.restore !== undefined) expect((await restore(applied.restore)).ok).toBe(true);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(['7月', '备注']);
    });
  });

  test('a row that somebody puts into 检查结果 while it is written keeps its cells: no old link is written over them', async () => {
    const workbook = july();
    await apply(workbook, () => previewCheck());
    const list = sheetOf(workbook, '检查结果');
    // The first problem of the list stays, with its link; another comes below.
    sheetOf(workbook, '7月').input(5, 4, 'y');
    const before = await shown(workbook, '检查结果', 'A1:H8');
    await inExcel(workbook, async (host) => {
      const { plan } = await previewCheck();
      writing(host, () => list.insertCells({ row: 4, column: 0, rows: 1, columns: 16_384 }, 'Down'));
      const applied = await applyPlan(plan);
      expect(applied).toMatchObject({ ok: false, problems: [{ code: 'WORKBOOK_CHANGED' }, { code: 'STEP_LOOKS' }] });
    });
    const after = await shown(workbook, '检查结果', 'A1:H9');
    expect(after.filter((_, row) => row !== 4)).toEqual(before);
  });

  test('W12: what was written is calculated, though calculation was suspended', async () => {
    const workbook = july();
    await inExcel(
      workbook,
      async () => {
        expect((await applyPlan((await previewScore()).plan)).ok).toBe(true);
        await Excel.run(async (context) => {
          const total = context.workbook.worksheets.getItem('7月').getRange('J5').load('values,formulas');
          await context.sync();
          expect(String(total.formulas[0]?.[0])).toContain('ROUND');
          expect(total.values[0]?.[0]).toBeGreaterThan(80);
        });
      },
      'strict',
    );
  });

  test('W20: a cell with a link has the look of the sheet, not that of links', async () => {
    const workbook = july();
    await apply(workbook, () => previewCheck());
    const { data } = sheetOf(workbook, '检查结果');
    const linked = [...data.cells.values()].filter(({ hyperlink }) => hyperlink !== undefined);
    const sizes = linked.map(({ style }) => [style?.font?.size, style?.font?.underline]);
    expect(new Set(sizes.map(String))).toEqual(new Set(['10.5,single']));
    expect(workbook.data.defaultFont?.size).toBe(11);
  });

  test('W21: the text of a link that looks like a date stays a text', async () => {
    const workbook = workbookOf({ '7-1': [['一']], 表: [['']] });
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('表');
        queueLinks(sheet, [{ row: 0, column: 0, sheet: '7-1', cell: 'A1', text: '7-1' }]);
        await context.sync();
      }),
    );
    expect(await shown(workbook, '表', 'A1')).toEqual([['7-1']]);
    expect(sheetOf(workbook, '表').cell(0, 0)?.hyperlink).toMatchObject({ location: "'7-1'!A1" });
  });

  test('W25: three hundred marks on a sheet of the longest name are set, however Excel counts an address', async () => {
    const name = '一'.repeat(31);
    const people = Array.from({ length: 300 }, (_, i) => [
      '办公室',
      `人${String.fromCharCode(0x4e00 + i)}`,
      '无',
      ...all(85).slice(1),
    ]);
    const workbook = workbookOf({ [name]: scoreSheet(JULY, people) });
    await inExcel(
      workbook,
      async () => {
        expect((await applyPlan((await previewCheck()).plan)).ok).toBe(true);
      },
      'strict',
    );
    const marked = sheetOf(workbook, name).data.conditionalRules ?? [];
    expect(marked.length).toBeGreaterThan(1);
    expect(marked.flatMap(({ range }) => range.split(' '))).toEqual(expect.arrayContaining(['C5', 'C304']));
  });

  test('W6: a message of 255 Chinese characters is set whole, one more is cut', async () => {
    const message = (length: number): Promise<string | undefined> => {
      const workbook = july();
      const sheet = {
        ...emptySheetPlan('7月', false),
        messages: [{ row: 4, column: 2, title: '检查', message: '字'.repeat(length), before: '' }],
      };
      return inExcel(workbook, async () => {
        const applied = await applyPlan({ sheets: [sheet], names: [], problems: [] });
        if (!applied.ok) throw new Error(codes(applied.problems).join());
        return sheetOf(workbook, '7月').data.dataValidations?.[0]?.inputMessage;
      });
    };
    expect(await message(255)).toBe('字'.repeat(255));
    await expect(message(256)).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('P17: a read-only workbook is told apart from a protected sheet, and nothing is written', async () => {
    const told = async (isReadOnly: boolean, isProtected: boolean): Promise<[string, string]> => {
      const workbook = july();
      const before = contents(workbook);
      const write = async () => {
        const { plan } = await previewScore();
        sheetOf(workbook, '7月').data.protection = { sheet: isProtected };
        return applyPlan(plan);
      };
      const applied = await inExcel(workbook, write, 'strict', { readOnly: isReadOnly });
      expect([applied.ok, contents(workbook)]).toEqual([false, before]);
      const [first] = applied.ok ? [] : applied.problems;
      return [first?.code ?? '', first?.message ?? ''];
    };
    expect(await told(true, false)).toEqual(['WORKBOOK_READ_ONLY', expect.stringMatching(/启用编辑.*另存/)]);
    expect(await told(false, true)).toEqual(['STEP_PROTECTED', expect.stringContaining('取消保护')]);
  });

  test('P17: a sheet that is protected just before the write is no read-only workbook', async () => {
    const workbook = july();
    const before = contents(workbook);
    await inExcel(workbook, async (host) => {
      const { plan } = await previewScore();
      const end = beforeRequests(host, (_, { actions }) => {
        if (actions.some(({ kind }) => kind === 'set')) sheetOf(workbook, '7月').data.protection = { sheet: true };
      });
      await expect(applyPlan(plan)).rejects.toMatchObject({ code: 'AccessDenied' });
      end();
    });
    expect(contents(workbook)).toEqual(before);
  });

  test('P17: a step in a workbook that has become read-only is not undone, says why, and can be undone later', async () => {
    const workbook = july();
    const before = contents(workbook);
    const applied = await inExcel(workbook, async () => applyPlan((await previewScore()).plan));
    if (!applied.ok) throw new Error(codes(applied.problems).join());
    const written = contents(workbook);
    const refused = await inExcel(workbook, () => restore(applied.restore), 'strict', { readOnly: true });
    expect([refused.ok, codes(refused.problems)]).toEqual([false, ['WORKBOOK_READ_ONLY ']]);
    expect(contents(workbook)).toEqual(written);
    expect(await inExcel(workbook, () => restore(applied.restore))).toEqual({ ok: true, problems: [] });
    expect(contents(workbook)).toEqual(before);
  });
});
