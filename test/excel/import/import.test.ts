import {
  applyPlan,
  previewAnnual,
  previewImport,
  previewReview,
  restore,
  type ImportPreview,
} from '../../../src/excel';
import { readFiles, type ReadFile } from '../../../src/files';
import { NO_CHOICES, type ImportChoices } from '../../../src/forms/import/choices';
import { calculateForSaving } from '../../../src/host/workbook/model/cachedValues';
import { saveWorkbook } from '../../../src/host/workbook/xlsx';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { type CellInput } from '../../../src/host/workbook/model/workbook';
import { decided } from '../support/decidedQuarter';
import { filingFile, readAll } from '../support/personFiles';
import {
  all,
  contents,
  GOLDEN,
  inExcel,
  openFixture,
  reopened,
  runReview,
  scoreSheet,
  sheetOf,
  shown,
  workbookOf,
} from '../support/workbooks';

/** A file as a person chooses it. */
async function fileOf(name: string, workbook: WorkbookModel): Promise<readonly ReadFile[]> {
  const bytes = await saveWorkbook(workbook);
  return readFiles([{ name, bytes: () => Promise.resolve(bytes) }]);
}

/** Imports files and confirms the preview. */
async function importInto(
  workbook: WorkbookModel,
  files: readonly ReadFile[],
  choices: ImportChoices = NO_CHOICES,
): Promise<ImportPreview> {
  return inExcel(workbook, async () => {
    const preview = await previewImport(files, choices);
    const applied = await applyPlan(preview.plan);
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join('\n'));
    return preview;
  });
}

const sheetNames = ({ sheets }: WorkbookModel) => sheets.map(({ name }) => name);
const codes = ({ problems }: ImportPreview) => problems.map(({ severity, code }) => `${severity} ${code}`);
const words = (...typed: readonly (readonly [string, string])[]): ImportChoices => ({
  ...NO_CHOICES,
  headings: new Map(typed),
});

const LEAVE: CellInput[][] = [
  ['姓名', '假别', '起', '止', '天数'],
  ['李晓梅', '病假', '2020.7.6', '2020.9.4', '45天'],
  ['张三', '年休假', '2020.7.6', '2020.7.10', 5],
];
const LEAVE_WORDS = words(['假别', '情形'], ['起', '开始日期'], ['止', '结束日期']);

test('an earlier quarter of another workbook counts for the year', async () => {
  const earlier = await decided();
  const files = await fileOf('三季度.xlsx', earlier);
  const workbook = workbookOf({ Sheet1: [['']] });
  const preview = await importInto(workbook, files);
  expect([...preview.counts.reviews]).toEqual([['2020Q3', 19]]);
  expect(sheetNames(workbook)).toContain('2020年第三季度审定表');
  const ours = await inExcel(workbook, () => previewAnnual({ year: 2020 }));
  const theirs = await inExcel(earlier, () => previewAnnual({ year: 2020 }));
  const grades = ({ annual }: typeof ours) =>
    annual.people.map(({ name, quarters }) => [name, quarters[2]?.grade ?? null, quarters[2]?.decided]).sort();
  expect(grades(ours).length).toBeGreaterThan(15);
  expect(grades(ours)).toEqual(grades(theirs));
});

test('formulas arrive as values', async () => {
  const earlier = await openFixture(GOLDEN);
  await runReview(earlier);
  await calculateForSaving(earlier);
  const [formula] = [sheetOf(earlier, '2020年第三季度审定表').formula(4, 10)];
  expect(String(formula)).toMatch(/^=/);
  const workbook = workbookOf({ Sheet1: [['']] });
  await importInto(workbook, await fileOf('三季度.xlsx', await reopened(earlier)));
  const imported = sheetOf(workbook, '2020年第三季度审定表');
  const onIt = Object.entries(contents(workbook)).filter(([place]) => place.startsWith(imported.name));
  expect(onIt.length).toBeGreaterThan(19);
  expect(onIt.filter(([, content]) => String(content).startsWith('='))).toEqual([]);
  const [[mean = null] = []] = await shown(earlier, '2020年第三季度审定表', 'K5:K5');
  expect(mean).toBeGreaterThan(60);
  expect(imported.value(4, 10)).toBe(mean);
});

describe('a leave list', () => {
  test('counts in the review once its headings are confirmed, and is not written before', async () => {
    const workbook = await openFixture(GOLDEN);
    const files = await fileOf('请假.xlsx', workbookOf({ 请假情况: LEAVE }));
    const open = await importInto(workbook, files);
    expect(open.plan.sheets).toEqual([]);
    expect(codes(open)).toContain('warning IMPORT_OPEN');
    const preview = await importInto(workbook, files, LEAVE_WORDS);
    expect(preview.counts.entries).toBe(1);
    const { review } = await inExcel(workbook, () => previewReview({ quarter: '2020Q3' }));
    expect(review.people.find(({ name }) => name === '李晓梅')?.suggestedGrade).toBe('不确定等次');
  });

  test('twice is the same as once, and the second time needs no word', async () => {
    const workbook = await openFixture(GOLDEN);
    const files = await fileOf('请假.xlsx', workbookOf({ 请假情况: LEAVE }));
    await importInto(workbook, files, LEAVE_WORDS);
    const before = contents(workbook);
    const again = await importInto(workbook, files);
    expect(contents(workbook)).toEqual(before);
    expect(codes(again)).toContain('note IMPORT_PRESENT');
    expect(again.tables[0]?.isConfirmed).toBe(true);
  });

  test('can be undone', async () => {
    const workbook = await openFixture(GOLDEN);
    const before = contents(workbook);
    const files = await fileOf('请假.xlsx', workbookOf({ 请假情况: LEAVE }));
    await inExcel(workbook, async () => {
      const applied = await applyPlan((await previewImport(files, LEAVE_WORDS)).plan);
      if (!applied.ok) throw new Error('not applied');
      const restored = await restore(applied.restore);
      expect(restored.ok).toBe(true);
    });
    expect(contents(workbook)).toEqual(before);
    expect(sheetNames(workbook)).not.toContain('导入对照');
  });

  test('goes into the register that the workbook has, which keeps what was typed', async () => {
    const workbook = workbookOf({
      人员名册: [
        ['科室', '姓名', '职务', '身份'],
        ['人事科', '李晓梅', '科长', '公务员'],
      ],
      特殊情形登记: [
        ['姓名', '情形', '开始日期', '天数'],
        ['李晓梅', '事假', 44013, 1],
        ['备注：手填', '', '', ''],
      ],
    });
    await importInto(workbook, await fileOf('请假.xlsx', workbookOf({ 请假情况: LEAVE })), LEAVE_WORDS);
    expect(await shown(workbook, '特殊情形登记', 'A2:D4')).toEqual([
      ['李晓梅', '事假', 44013, 1],
      ['备注：手填', '', '', ''],
      ['李晓梅', '病假', '2020年7月6日', 45],
    ]);
  });
});

test('rosters, score sheets and 附件2 of one file come in one step; what nobody reads is listed', async () => {
  const people = [
    ['办公室', '张三', ...all(90)],
    ['外贸科', '李军', ...all(80)],
  ];
  const outside = workbookOf({
    名册: [
      ['科室', '姓名', '现任职务', '身份', '手机'],
      ['办公室', '张三', '科长', '公务员', '139'],
      ['外贸科', '李军', '科员', '公务员', '138'],
    ],
    七月: scoreSheet('2020年7月', people),
    通讯录: [
      ['单位', '电话'],
      ['商务局', '123'],
    ],
  });
  const files = [
    ...(await fileOf('全部.xlsx', outside)),
    ...(await readAll(filingFile('李军', '2020-07', { goals: '稳外贸' }))),
  ];
  const workbook = workbookOf({ Sheet1: [['']] });
  const preview = await importInto(workbook, files);
  expect(preview.forms).toBe(2);
  expect(sheetNames(workbook)).toEqual(['Sheet1', '人员名册', '附件2 外贸科', '附件3 2020年7月']);
  const told = preview.problems.map(({ message }) => message).join('\n');
  expect(told).toContain('现任职务');
  expect(told).toContain('手机');
  expect(told).toContain('未使用：通讯录');
  // The heading that nearly is one is taken once somebody says so.
  const better = await importInto(workbook, files, words(['现任职务', '职务']));
  expect(codes(better)).toContain('note IMPORT_BLANKS_FILLED');
  expect(await shown(workbook, '人员名册', 'C2:E3')).toEqual([
    ['办公室', '张三', '科长'],
    ['外贸科', '李军', '科员'],
  ]);
  const before = contents(workbook);
  await importInto(workbook, files);
  expect(contents(workbook)).toEqual(before);
});

test('a file that cannot be read is named, and the others are imported', async () => {
  const workbook = await openFixture(GOLDEN);
  const broken = await readFiles([{ name: '坏.xlsx', bytes: () => Promise.resolve(new Uint8Array([1, 2, 3])) }]);
  const files = [...broken, ...(await fileOf('请假.xlsx', workbookOf({ 请假情况: LEAVE })))];
  const preview = await importInto(workbook, files, LEAVE_WORDS);
  expect(codes(preview)).toContain('error FILE_NOT_XLSX');
  expect(preview.counts.entries).toBe(1);
});

test('sheets of the program’s own are named, not dropped in silence', async () => {
  const outside = await openFixture(GOLDEN);
  await importInto(outside, await fileOf('请假.xlsx', workbookOf({ 请假情况: LEAVE })), LEAVE_WORDS);
  const workbook = await openFixture(GOLDEN);
  const preview = await importInto(workbook, await fileOf('别的.xlsx', outside));
  expect(preview.problems.map(({ message }) => message).join('\n')).toContain('未使用：导入对照是程序生成的');
  expect(preview.counts.entries).toBe(1);
});
