import { DEFAULT_SETTINGS, type Settings } from '../../src/assessment/settings';
import { applyPlan, previewSettings, restore, type Preview } from '../../src/excel';
import { readState } from '../../src/excel/reading/workbookState';
import type { CellInput, WorkbookModel } from '../../src/host/workbook/model/workbook';
import { all, contents, inExcel, scoreSheet, sheetOf, workbookOf } from './support/workbooks';

const SETTINGS = '考核设置';

const bureau = (): WorkbookModel => workbookOf({ '7月': scoreSheet('2020年7月', [['办公室', '甲', ...all(90)]]) });

const preview = (workbook: WorkbookModel, changes: Partial<Settings>): Promise<Preview> =>
  inExcel(workbook, () => previewSettings(changes));

async function change(workbook: WorkbookModel, changes: Partial<Settings>): Promise<Preview> {
  return inExcel(workbook, async () => {
    const found = await previewSettings(changes);
    const applied = await applyPlan(found.plan);
    if (!applied.ok) throw new Error('not applied');
    return found;
  });
}

const inForce = (workbook: WorkbookModel): Promise<Settings> =>
  inExcel(workbook, async () => (await readState({ today: '2020-10-12' })).settings);

/** The row of a setting, and the first cells of its values. */
function cells(workbook: WorkbookModel, name: string): { row: number; values: CellInput[] } {
  const sheet = sheetOf(workbook, SETTINGS);
  const row = Array.from({ length: 60 }, (_, i) => i).find((i) => sheet.value(i, 0) === name) ?? -1;
  return { row, values: Array.from({ length: 7 }, (_, i) => sheet.value(row, 1 + i)) };
}

const LINES = DEFAULT_SETTINGS.gradeLines.map(({ grade, from }) => ({ grade, from: grade === '好' ? 88 : from }));

test('the sheet is made with the new values, and read again as they are', async () => {
  const workbook = bureau();
  const changes: Partial<Settings> = {
    gradeLines: LINES,
    rounding: 2,
    atLeastOneGood: true,
    effectiveFrom: '2021-01-05',
    authority: '某某局',
  };
  await change(workbook, changes);
  expect(await inForce(workbook)).toEqual({ ...DEFAULT_SETTINGS, ...changes });
});

test('of a sheet that is there only the changed cells are written, and undone', async () => {
  const workbook = bureau();
  await change(workbook, { rounding: 1 });
  sheetOf(workbook, SETTINGS).input(cells(workbook, '单位名称').row, 5, '人事科注');
  const before = contents(workbook);
  await inExcel(workbook, async () => {
    const { plan } = await previewSettings({ weights: [15, 15, 10, 10, 30, 10, 10], rounding: 1 });
    const written = plan.sheets.flatMap(({ blocks }) => blocks.map(({ cells: contentsOf }) => contentsOf));
    expect(written).toEqual([[[15, 15, null, null, null, null, null]]]);
    const applied = await applyPlan(plan);
    expect(cells(workbook, '指标权重（%）').values).toEqual([15, 15, 10, 10, 30, 10, 10]);
    if (applied.ok) await restore(applied.restore);
  });
  expect(contents(workbook)).toEqual(before);
});

test('values that contradict each other are refused with their cell, also with what stands there already', async () => {
  const workbook = bureau();
  const refused = await preview(workbook, { weights: [25, 10, 10, 10, 30, 10, 10] });
  expect([refused.refused, refused.plan.sheets, refused.problems.map(({ message }) => message)]).toEqual([
    true,
    [],
    ['考核设置 B5：权重合计105%，应为100%；请改正后重新运行'],
  ]);
  await change(workbook, { atLeastOneGood: true });
  const { row } = cells(workbook, '人数过少时至少1人为“好”');
  const both = await preview(workbook, { quotaPercent: 0 });
  expect(both.problems.map(({ code, cell }) => [code, cell])).toEqual([['SETTING_CONTRADICTS', `B${row + 1}`]]);
  expect((await preview(workbook, { quotaPercent: 0, atLeastOneGood: false })).refused).toBe(false);
});

test('a value that cannot be read is mended by the default', async () => {
  const workbook = bureau();
  await change(workbook, { rounding: 1 });
  const { row } = cells(workbook, '打分制');
  sheetOf(workbook, SETTINGS).input(row, 1, '十分制');
  const { office } = await inExcel(workbook, () => readState({ today: '2020-10-12' }));
  expect([...office.unusable]).toEqual([['scale', '十分制']]);
  await change(workbook, { scale: '自动' });
  expect(cells(workbook, '打分制').values[0]).toBe('自动');
});

test('a protected sheet is refused by name', async () => {
  const workbook = bureau();
  await change(workbook, { rounding: 1 });
  sheetOf(workbook, SETTINGS).data.protection = { sheet: true };
  const { refused, problems } = await preview(workbook, { rounding: 2 });
  expect(refused).toBe(true);
  expect(problems.map(({ message }) => message)).toContain('考核设置：工作表受保护，未写入；请先取消保护再改设置');
});
