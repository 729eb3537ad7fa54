import {
  applyPlan,
  check,
  previewCheck,
  previewClearMarks,
  previewForms,
  restore,
  type CheckOptions,
  type Preview,
} from '../../src/excel';
import { problem } from '../../src/forms/check/problems';
import type { CellInput, SheetModel, WorkbookModel } from '../../src/host/workbook/model/workbook';
import {
  contents,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from './support/workbooks';

const CHECK = '检查结果';
const JULY = '2020年7月';

/** Two people without fault; 李四 has a word for a score (C6 is D6 by 科室) and 赵敏 lacks one. */
function faulty(): WorkbookModel {
  return workbookOf({
    '7月': scoreSheet(JULY, [
      ['办公室', '张三', 90, 88, 88, 89, 90, 88, 87],
      ['办公室', '李四', 80, '八十五', 81, 80, 79, 83, 84],
      ['外资科', '赵 敏', 70, 72, '', 70, 69, 73, 74],
    ]),
  });
}

async function runCheck(workbook: WorkbookModel, options: CheckOptions = {}): Promise<Preview> {
  return inExcel(workbook, async () => {
    const preview = await previewCheck(options);
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}

async function clearMarks(workbook: WorkbookModel): Promise<void> {
  await inExcel(workbook, async () => {
    const applied = await applyPlan((await previewClearMarks()).plan);
    if (!applied.ok) throw new Error('not cleared');
  });
}

/** The problems as listed: 级别 to 处理情况. */
async function list(workbook: WorkbookModel, name = CHECK): Promise<CellInput[][]> {
  const sheet = sheetOf(workbook, name);
  const rows: CellInput[][] = [];
  for (let row = 7; sheet.value(row - 1, 0) !== ''; row++) {
    rows.push(...(await shown(workbook, name, `B${row}:H${row}`)));
  }
  return rows;
}

/** Everything about a sheet that a mark could touch. */
function looks({ data }: SheetModel): unknown {
  return structuredClone({
    cells: [...data.cells].map(([key, { style, value }]) => [key, style, value]),
    rules: data.conditionalRules ?? [],
    validations: data.dataValidations ?? [],
    comments: [...data.cells].flatMap(([key, { comment }]) => (comment ? [[key, comment]] : [])),
    merges: data.merges ?? [],
  });
}

/** Cells with a mark: address, fill and message. */
async function marks(workbook: WorkbookModel, name: string): Promise<string[]> {
  return inExcel(workbook, () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const { conditionalFormats } = sheet.getRange();
      conditionalFormats.load('items/id,items/type');
      await context.sync();
      const found = conditionalFormats.items.map((format) => {
        const ranges = format.getRanges();
        ranges.load('address');
        const { fill } = format.custom.format;
        fill.load('color');
        return { ranges, fill };
      });
      await context.sync();
      return found.flatMap(({ ranges, fill }) =>
        ranges.address.split(',').map((address) => `${address.replace(/^.*!/, '')} ${fill.color}`),
      );
    }),
  );
}

async function message(workbook: WorkbookModel, name: string, address: string): Promise<string | undefined> {
  return inExcel(workbook, () =>
    Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem(name).getRange(address);
      dataValidation.load('prompt');
      await context.sync();
      return messageOf(dataValidation);
    }),
  );
}

/** null where the cell has no validation at all. */
function messageOf({ prompt }: { readonly prompt: { readonly message: string } | null }): string | undefined {
  return prompt?.message;
}

const ERROR = '#F4B183';
const WARNING = '#FFF2CC';

describe('the sheet 检查结果', () => {
  test('lists every problem, errors first, then in the order of the sheets, with its person and a link to its cell', async () => {
    const workbook = faulty();
    await runCheck(workbook);
    expect(await shown(workbook, CHECK, 'A1:A3')).toEqual([
      ['平时考核检查结果'],
      ['错误2处，警告0处，提示2处。'],
      ['月份：2020年7月；周记实0份，备案表0份，测评表1份；人员3人。'],
    ]);
    expect(await shown(workbook, CHECK, 'A6:H6')).toEqual([
      ['序号', '级别', '工作表', '单元格', '人员', '问题', '代码', '处理情况'],
    ]);
    expect(await list(workbook)).toEqual([
      ['错误', '7月', 'D6', '李四', '“八十五”不是有效分数，未计算；请改为数字，如85', 'SCORE_NOT_A_NUMBER', ''],
      ['错误', '7月', 'E7', '赵 敏', '赵 敏缺“廉洁自律”分数，未计算；请补录', 'SCORE_MISSING', ''],
      ['提示', '（工作簿）', '', '', problem.recordsNone().message, 'RECORDS_NONE', ''],
      ['提示', '7月', 'B7', '赵 敏', '姓名“赵 敏”按“赵敏”处理，显示不变', 'NAME_NORMALISED', ''],
    ]);
    // The program's own code is for the program alone.
    const hidden = Array.from({ length: 8 }, (_, column) => sheetOf(workbook, CHECK).columnHidden(column));
    expect(hidden).toEqual([false, false, false, false, false, false, true, false]);
    expect(sheetOf(workbook, CHECK).cell(6, 3)?.hyperlink?.location).toBe("'7月'!D6");
  });

  test('says when nothing has to be done', async () => {
    const workbook = workbookOf({ '7月': scoreSheet(JULY, [['办公室', '张三', 90, 88, 88, 89, 90, 88, 87]]) });
    await runCheck(workbook);
    expect(await shown(workbook, CHECK, 'A2')).toEqual([
      ['没有发现错误和警告，可以继续计算得分、生成审定表；提示1处。'],
    ]);
  });

  test('is made anew while 处理情况 stays with its problem, also when the problem is gone', async () => {
    const workbook = faulty();
    await runCheck(workbook);
    const sheet = sheetOf(workbook, CHECK);
    sheet.input(6, 7, '已通知李四');
    sheet.input(7, 7, '等赵敏补分');
    sheet.input(6, 5, '改乱了');
    sheetOf(workbook, '7月').input(5, 3, 85);
    await runCheck(workbook);
    expect(await list(workbook)).toEqual([
      ['错误', '7月', 'E7', '赵 敏', '赵 敏缺“廉洁自律”分数，未计算；请补录', 'SCORE_MISSING', '等赵敏补分'],
      ['提示', '（工作簿）', '', '', problem.recordsNone().message, 'RECORDS_NONE', ''],
      ['提示', '7月', 'B7', '赵 敏', '姓名“赵 敏”按“赵敏”处理，显示不变', 'NAME_NORMALISED', ''],
      ['已消除', '7月', 'D6', '李四', '改乱了', 'SCORE_NOT_A_NUMBER', '已通知李四'],
    ]);
    expect(sheet.cell(6, 3)?.hyperlink?.location).toBe("'7月'!E7");
  });

  test('a shorter list leaves nothing of the longer one behind', async () => {
    const workbook = faulty();
    await runCheck(workbook);
    const sheet = sheetOf(workbook, '7月');
    sheet.input(5, 3, 85);
    sheet.input(6, 4, 71);
    sheet.input(6, 1, '赵敏');
    await runCheck(workbook);
    const fresh = workbookOf({ '7月': [] });
    fresh.sheets[0]?.data.cells.clear();
    for (const [key, cell] of sheet.data.cells) sheetOf(fresh, '7月').data.cells.set(key, cell);
    await runCheck(fresh);
    const left = [...sheetOf(workbook, CHECK).data.cells].filter(([, { hyperlink }]) => hyperlink !== undefined);
    expect(left).toEqual([]);
    expect(await shown(workbook, CHECK, 'A1:H12')).toEqual(await shown(fresh, CHECK, 'A1:H12'));
  });

  test('somebody else’s sheet of that name is left alone, and so is one that is protected', async () => {
    const workbook = faulty();
    workbook.addSheet(CHECK).input(0, 0, '我的笔记');
    await runCheck(workbook);
    expect(await shown(workbook, CHECK, 'A1:B1')).toEqual([['我的笔记', '']]);
    expect((await list(workbook, '检查结果(2)')).map(([, , , , , code]) => code)).toHaveLength(5);
    await runCheck(workbook);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['7月', CHECK, '检查结果(2)']);
    sheetOf(workbook, '检查结果(2)').data.protection = { sheet: true };
    await runCheck(workbook);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['7月', CHECK, '检查结果(2)', '检查结果(3)']);
  });

  test('is taken back as one step: a new one is gone, an old one has its lines and links again', async () => {
    const workbook = faulty();
    const before = contents(workbook);
    const looksBefore = looks(sheetOf(workbook, '7月'));
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewCheck()).plan);
      if (applied.ok) await restore(applied.restore);
    });
    expect(contents(workbook)).toEqual(before);
    expect(looks(sheetOf(workbook, '7月'))).toEqual(looksBefore);

    await runCheck(workbook);
    const listed = await list(workbook);
    const marked = await marks(workbook, '7月');
    sheetOf(workbook, '7月').input(5, 3, 85);
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewCheck()).plan);
      if (applied.ok) await restore(applied.restore);
    });
    expect(await list(workbook)).toEqual(listed);
    expect(sheetOf(workbook, CHECK).cell(6, 3)?.hyperlink?.location).toBe("'7月'!D6");
    expect(await marks(workbook, '7月')).toEqual(marked);
  });

  test('is no source: a second check of the golden quarter says the same as the first', async () => {
    const workbook = await openFixture(GOLDEN);
    const first = await runCheck(workbook);
    const saved = await reopened(workbook);
    const second = await runCheck(saved);
    expect(second.problems).toEqual(first.problems);
    expect(contents(saved)).toEqual(contents(workbook));
  });
});

test('where 附件2 are handed in, 材料完整性 shows who has what, is no source either, and is made anew', async () => {
  const workbook = workbookOf({
    '7月': scoreSheet(JULY, [['办公室', '张三', 90, 88, 88, 89, 90, 88, 87]]),
    人员名册: [
      ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
      [1, '济宁市商务局', '办公室', '张三', '科员', '2018.03', '公务员'],
      [2, '济宁市商务局', '办公室', '李四', '科员', '2018.03', '公务员'],
    ],
  });
  await inExcel(workbook, async () => {
    const person = { kind: 'person', department: '办公室', name: '张三' } as const;
    await applyPlan((await previewForms({ annex: 2, month: '2020-07', people: person })).plan);
  });
  const form = workbook.sheets.find(({ name }) => name.startsWith('附件2'));
  const cells = [...(form?.data.cells ?? [])].map(([key, { value }]) => ({ key, value: String(value) }));
  const heading = cells.find(({ value }) => value.includes('本月主要任务') || value.includes('工作任务进度'));
  const [row = 0, column = 0] = (heading?.key ?? '').split(',').map(Number);
  form?.input(row + 1, column, '完成季度报表');
  const first = await runCheck(workbook);
  expect(await shown(workbook, '材料完整性', 'A3:I5')).toEqual([
    ['序号', '月份', '科室', '人员', '周记实', '备案表', '评语', '等次建议', '小组打分'],
    [1, '2020年7月', '办公室', '张三', '缺', '✓', '缺', '缺', '✓'],
    [2, '2020年7月', '办公室', '李四', '缺', '缺', '缺', '缺', '缺'],
  ]);
  const again = await runCheck(workbook);
  expect(again.problems).toEqual(first.problems);
  form?.input(row + 1, column, '');
  await runCheck(workbook);
  expect(await shown(workbook, '材料完整性', 'D4:F4')).toEqual([['张三', '缺', '缺']]);
});

describe('marks', () => {
  test('colour the cells of errors and warnings, darker for errors, and explain them; notes are not marked', async () => {
    const workbook = faulty();
    sheetOf(workbook, '7月').input(4, 2, 0);
    await runCheck(workbook);
    expect((await marks(workbook, '7月')).sort()).toEqual([`C5 ${WARNING}`, `D6 ${ERROR}`, `E7 ${ERROR}`]);
    expect(await message(workbook, '7月', 'D6')).toBe('“八十五”不是有效分数，未计算；请改为数字，如85');
    expect(await message(workbook, '7月', 'B7')).toBe('');
  });

  test('vanish with the fault, and a check done twice is the same as once', async () => {
    const workbook = faulty();
    await runCheck(workbook);
    const once = looks(sheetOf(workbook, '7月'));
    const again = await runCheck(workbook);
    expect(looks(sheetOf(workbook, '7月'))).toEqual(once);
    expect(again.plan.sheets.map(({ sheet }) => sheet)).toEqual([CHECK]);
    sheetOf(workbook, '7月').input(5, 3, 85);
    await runCheck(workbook);
    expect(await marks(workbook, '7月')).toEqual([`E7 ${ERROR}`]);
    expect(await message(workbook, '7月', 'D6')).toBe('');
  });

  test.each([false, true])(
    'leave the user’s fills, formats, validations and notes as they were (saved in between: %s)',
    async (saved) => {
      const workbook = faulty();
      await inExcel(workbook, () =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('7月');
          sheet.getRange('D6').format.fill.color = '#FF0000';
          const users = sheet.getRange('C5:I7').conditionalFormats.add('Custom');
          users.custom.rule.formula = '=C5<60';
          users.custom.format.fill.color = '#00FF00';
          const always = sheet.getRange('D6').conditionalFormats.add('Custom');
          always.custom.rule.formula = '=N("我的标记")=0';
          sheet.getRange('D6').dataValidation.rule = {
            wholeNumber: { formula1: 0, formula2: 100, operator: 'Between' },
          };
          sheet.getRange('E7').dataValidation.prompt = { title: '提醒', message: '别忘了', showPrompt: true };
          sheet.comments.add('D6', '请核对');
          await context.sync();
        }),
      );
      const before = looks(sheetOf(saved ? await reopened(workbook) : workbook, '7月'));
      await runCheck(workbook);
      expect(await marks(workbook, '7月')).toHaveLength(5);
      const after = saved ? await reopened(workbook) : workbook;
      expect(await message(after, '7月', 'E7')).toBe('别忘了');
      await clearMarks(after);
      expect(looks(sheetOf(after, '7月'))).toEqual(before);
    },
  );

  test('are not set when they are not wanted, nor on a protected sheet, whose problems are listed all the same', async () => {
    const unmarked = faulty();
    await runCheck(unmarked, { marks: false });
    expect(await marks(unmarked, '7月')).toEqual([]);
    const workbook = faulty();
    sheetOf(workbook, '7月').data.protection = { sheet: true };
    await runCheck(workbook);
    expect(await marks(workbook, '7月')).toEqual([]);
    expect((await list(workbook)).map((line) => line[5])).toEqual([
      'SCORE_NOT_A_NUMBER',
      'SCORE_MISSING',
      'RECORDS_NONE',
      'SHEET_PROTECTED_READ',
      'NAME_NORMALISED',
    ]);
  });

  test('follow their cells when rows are put in, and are still found and taken away', async () => {
    const workbook = faulty();
    const before = looks(sheetOf(workbook, '7月'));
    await runCheck(workbook);
    await inExcel(workbook, () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('7月').getRange('6:6').insert('Down');
        await context.sync();
        context.workbook.worksheets.getItem('7月').getRange('6:6').delete('Up');
        await context.sync();
      }),
    );
    await clearMarks(workbook);
    expect(looks(sheetOf(workbook, '7月'))).toEqual(before);
  });
});

test('check alone writes nothing', async () => {
  const workbook = faulty();
  const before = contents(workbook);
  const { problems } = await inExcel(workbook, () => check());
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'NAME_NORMALISED',
    'RECORDS_NONE',
    'SCORE_MISSING',
    'SCORE_NOT_A_NUMBER',
  ]);
  expect(contents(workbook)).toEqual(before);
});
