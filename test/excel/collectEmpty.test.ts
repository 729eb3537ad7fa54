/** What comes back from files that were handed out finds the empty forms of the workbook. */
import { applyPlan, makeSplitForms, previewCollect, previewForms, previewReview, restore } from '../../src/excel';
import { readFiles, xlsxOf } from '../../src/files';
import type { FormsOfMonths } from '../../src/forms/paper/split';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { contents, inExcel, opened, workbookOf } from './support/workbooks';

const ROSTER = [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份'],
  [1, '济宁市商务局', '办公室', '张三', '科员', '2018.03', '公务员'],
  [2, '济宁市商务局', '外贸科', '周丽', '科员', '2018.03', '公务员'],
  [3, '济宁市商务局', '外贸科', '李军', '科员', '2018.03', '公务员'],
];
const everybody = { kind: 'all' } as const;

const roster = () => workbookOf({ 人员名册: ROSTER });

/** The same forms as handed out, one file each, with what a person types into the first sheet of each. */
async function filledFiles(wanted: FormsOfMonths, by: 'person' | 'rater', type: (file: WorkbookModel) => void) {
  const { files } = await inExcel(roster(), () => makeSplitForms(wanted, by));
  const sources = [];
  for (const { file, sheets } of files) {
    const workbook = await opened(await xlsxOf(sheets));
    type(workbook);
    const bytes = await saveWorkbook(workbook);
    sources.push({ name: file, bytes: () => Promise.resolve(bytes) });
  }
  return readFiles(sources);
}

async function withForms(wanted: FormsOfMonths): Promise<WorkbookModel> {
  const workbook = roster();
  await inExcel(workbook, async () => applyPlan((await previewForms(wanted)).plan));
  return workbook;
}

async function collected(workbook: WorkbookModel, files: Awaited<ReturnType<typeof readFiles>>) {
  return inExcel(workbook, async () => {
    const preview = await previewCollect(files, { as: 'sheets' });
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return { preview, copy: applied.restore };
  });
}

const names = ({ sheets }: WorkbookModel) => sheets.map(({ name }) => name);
const codes = (problems: readonly { code: string }[]) =>
  problems.map(({ code }) => code).filter((code) => code.startsWith('COLLECT'));

test('附件1 goes into the empty forms where they stand, twice as once, and is taken back', async () => {
  const wanted = { annex: 1, months: ['2020-07'], people: everybody } as const;
  const workbook = await withForms(wanted);
  const files = await filledFiles(wanted, 'person', (file) => {
    file.sheets[0]?.input(6, 2, '会务保障');
    file.sheets[0]?.input(6, 3, '已完成');
  });
  const before = contents(workbook);
  const { preview, copy } = await collected(workbook, files);
  expect(codes(preview.problems)).toContain('COLLECT_FILLED');
  expect(preview.collection.contradictions).toEqual([]);
  expect(names(workbook)).toEqual(['人员名册', '附件1 2020年7月 办公室', '附件1 2020年7月 外贸科']);
  const sheet = workbook.sheetByName('附件1 2020年7月 外贸科');
  expect([sheet?.formula(6, 2), sheet?.formula(6, 3)]).toEqual(['会务保障', '已完成']);
  const once = contents(workbook);
  const again = await collected(workbook, files);
  expect(again.preview.plan.sheets).toEqual([]);
  expect(contents(workbook)).toEqual(once);
  await inExcel(workbook, () => restore(copy, {}));
  expect(contents(workbook)).toEqual(before);
});

test('附件2 with comment and signature goes over what was printed for them', async () => {
  const wanted = { annex: 2, months: ['2020-07'], people: { kind: 'department', department: '办公室' } } as const;
  const workbook = await withForms(wanted);
  const [name = ''] = names(workbook).slice(1);
  const form = workbook.sheetByName(name);
  const printed = [...(form?.data.cells.keys() ?? [])].map((key) => key.split(',').map(Number));
  const labelled = (text: string) =>
    printed.find(([row = 0, column = 0]) => String(form?.formula(row, column)).includes(text)) ?? [0, 0];
  const [row = 0, column = 0] = labelled('签名');
  const files = await filledFiles(wanted, 'person', (file) => {
    file.sheets[0]?.input(8, 2, '起草文件');
    file.sheets[0]?.input(row, column, '签名：王科长');
  });
  const { preview } = await collected(workbook, files);
  expect(preview.collection.filings).toHaveLength(1);
  expect(names(workbook)).toHaveLength(2);
  expect(form?.formula(8, 2)).toBe('起草文件');
  expect(String(form?.formula(row, column))).toContain('王科长');
});

test('附件3 of each rater goes into the empty one; the empty one is no contradiction, and a review counts each once', async () => {
  const wanted = { annex: 3, months: ['2020-07'], people: everybody, raters: ['张局长', '李局长'] } as const;
  const workbook = await withForms(wanted);
  const files = await filledFiles(wanted, 'rater', (file) => {
    for (let row = 4; row < 7; row++) for (let i = 1; i <= 7; i++) file.sheets[0]?.input(row, i, 80 + row);
  });
  const { preview } = await collected(workbook, files);
  expect(preview.collection.contradictions).toEqual([]);
  expect(codes(preview.problems)).toEqual(['COLLECT_FILLED']);
  expect(names(workbook)).toEqual(['人员名册', '附件3 2020年7月 张局长', '附件3 2020年7月 李局长']);
  const { review } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
  expect(review.people.map(({ name, months: [july] }) => [name, july?.raters, july?.total?.toString()])).toEqual([
    ['张三', 2, '84'],
    ['周丽', 2, '85'],
    ['李军', 2, '86'],
  ]);
});

test('an empty form that comes back empty is told of and changes nothing', async () => {
  const wanted = { annex: 3, months: ['2020-07'], people: everybody, raters: ['张局长'] } as const;
  const workbook = await withForms(wanted);
  const { preview } = await collected(workbook, await filledFiles(wanted, 'rater', () => undefined));
  expect(preview.plan.sheets).toEqual([]);
  expect(codes(preview.problems)).toEqual(['COLLECT_EMPTY']);
});

test('what was written otherwise where both forms say the same stays as it is', async () => {
  const wanted = { annex: 1, months: ['2020-07'], people: { kind: 'person', department: '', name: '张三' } } as const;
  const workbook = await withForms(wanted);
  const [, name = ''] = names(workbook);
  workbook.sheetByName(name)?.input(3, 0, '科　室');
  const files = await filledFiles(wanted, 'person', (file) => file.sheets[0]?.input(6, 2, '会务保障'));
  await collected(workbook, files);
  const sheet = workbook.sheetByName(name);
  expect([sheet?.formula(3, 0), sheet?.formula(4, 4), sheet?.formula(6, 2)]).toEqual(['科　室', '2018.03', '会务保障']);
});

test('an empty form on a protected sheet stays; the filled one goes onto a new sheet, and that is told', async () => {
  const person = { annex: 1, months: ['2020-07'], people: { kind: 'person', department: '', name: '张三' } } as const;
  const workbook = await withForms({ ...person, protect: true });
  const [, name = ''] = names(workbook);
  const files = await filledFiles(person, 'person', (file) => file.sheets[0]?.input(6, 2, '会务保障'));
  const { preview } = await collected(workbook, files);
  expect(workbook.sheetByName(name)?.formula(6, 2)).toBe('');
  expect(names(workbook)).toHaveLength(3);
  expect(codes(preview.problems)).toContain('COLLECT_EMPTY_LEFT');
  expect(codes(preview.problems)).not.toContain('COLLECT_FILLED');
});
