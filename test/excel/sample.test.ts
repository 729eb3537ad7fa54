import { readFile } from 'node:fs/promises';
import { applyPlan, previewReview, previewSample, restore } from '../../src/excel';
import { readFiles } from '../../src/files';
import type { WorkbookSnapshot } from '../../src/forms/grid/snapshot';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { contents, GOLDEN, inExcel, openFixture, workbookOf } from './support/workbooks';

async function sample(): Promise<WorkbookSnapshot> {
  const [file] = await readFiles([{ name: '2020Q3.xlsx', bytes: async () => new Uint8Array(await readFile(GOLDEN)) }]);
  if (file === undefined || !('snapshot' in file)) throw new Error('the sample cannot be read');
  return file.snapshot;
}

const load = (workbook: WorkbookModel, from: WorkbookSnapshot) =>
  inExcel(workbook, async () => applyPlan((await previewSample(from)).plan));

test('the sample in an empty workbook gives the same review as the sample itself', async () => {
  const empty = WorkbookModel.create();
  await load(empty, await sample());
  const reviewed = (workbook: WorkbookModel) =>
    inExcel(workbook, async () => (await previewReview({ quarter: '2020Q3' })).review);
  const loaded = await reviewed(empty);
  expect(loaded).toEqual(await reviewed(await openFixture(GOLDEN)));
  expect(loaded.people).toHaveLength(19);
});

test('sheets that are there keep their names and contents; undo takes the sample away', async () => {
  const workbook = workbookOf({ 人员名册: [['我局名册'], ['甲']] });
  const before = contents(workbook);
  const applied = await load(workbook, await sample());
  expect(workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['人员名册', '人员名册(2)']));
  await inExcel(workbook, () => (applied.ok ? restore(applied.restore) : Promise.reject(new Error('not applied'))));
  expect(contents(workbook)).toEqual(before);
});

test('loaded again it is there once; a sheet of it that was deleted comes back alone', async () => {
  const workbook = WorkbookModel.create();
  const from = await sample();
  await load(workbook, from);
  const before = contents(workbook);
  const again = await inExcel(workbook, () => previewSample(from));
  expect(again.plan.sheets).toEqual([]);
  expect(again.problems.map(({ code }) => code)).toEqual(['SAMPLE_EXISTS']);
  await load(workbook, from);
  expect(contents(workbook)).toEqual(before);

  const roster = workbook.sheetByName('人员名册');
  if (roster === undefined) throw new Error('the sample has a roster');
  workbook.deleteSheet(roster);
  await load(workbook, from);
  expect(contents(workbook)).toEqual(before);
});
