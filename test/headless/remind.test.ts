import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GOLDEN } from '../excel/support/workbooks';
import { kaohe } from './kaohe';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-remind-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Answer {
  departments: {
    department: string;
    people: { name: string; owed: { what: string; due: object; isOverdue: boolean }[] }[];
  }[];
}

test('whoever owes something is named below the 科室, with what is overdue and what is not', async () => {
  const { code, out } = await kaohe('remind', GOLDEN, '--month', '2020-08', '--today', '2020-09-06', '--json');
  expect(code).toBe(0);
  const { departments } = JSON.parse(out) as Answer;
  const office = departments.find(({ department }) => department === '办公室');
  const wang = office?.people.find(({ name }) => name === '王建国');
  expect(wang?.owed).toEqual([
    { what: '附件1（全月）', due: { literal: '2020-08-31', deferred: '2020-08-31' }, isOverdue: true },
    { what: '附件2', due: { literal: '2020-09-05', deferred: '2020-09-07' }, isOverdue: true },
    {
      what: '评语和建议等次（科长或分管领导）',
      due: { literal: '2020-09-05', deferred: '2020-09-07' },
      isOverdue: true,
    },
  ]);
  // Who was scored owes no score; who works elsewhere all month owes no record.
  const all = departments.flatMap(({ people }) => people);
  expect(all.some(({ owed }) => owed.some(({ what }) => what.startsWith('附件3')))).toBe(false);
});

test('on the day of a deadline it is not overdue, and the report says until when', async () => {
  const { out } = await kaohe('remind', GOLDEN, '--month', '2020-08', '--today', '2020-09-05');
  expect(out).toContain('【2020年8月催交名单】2020年9月5日');
  expect(out).toMatch(/王建国：附件1（全月），2020年8月31日前，已逾期；附件2，2020年9月5日前（顺延至9月7日）；评语/);
});

test('what was handed in is not asked for', async () => {
  const made = join(folder, '表.xlsx');
  await kaohe('forms', GOLDEN, '--month', '2020-10', '--annex', '3', '--out', made);
  const { out } = await kaohe('remind', made, '--month', '2020-10', '--today', '2020-10-20', '--json');
  const { departments } = JSON.parse(out) as Answer;
  const owed = departments.flatMap(({ people }) => people.flatMap((each) => each.owed));
  const scores = owed.filter(({ what }) => what.startsWith('附件3'));
  expect(scores.length).toBeGreaterThan(10);
  expect(scores.every(({ due, isOverdue }) => !isOverdue && JSON.stringify(due).includes('2021-01-10'))).toBe(true);
});
