import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { readBook } from '../../src/forms/book/book';
import { messyWorkbook } from './support/generator';
import { judge } from './support/judge';
import { messyRecords } from './support/recordGenerator';
import { judgeRecords } from './support/recordJudge';

const WORKBOOKS = 400;

test.each([
  [
    '附件3',
    (seed: number) => {
      const messy = messyWorkbook(seed);
      return judge(messy, readBook(messy.snapshot, { settings: DEFAULT_SETTINGS }));
    },
  ],
  [
    '附件1 and 附件2',
    (seed: number) => {
      const messy = messyRecords(seed);
      return judgeRecords(messy, readBook(messy.snapshot, { settings: DEFAULT_SETTINGS }));
    },
  ],
])(`${WORKBOOKS} workbooks of %s at random: none is read wrong in silence, and at least 98 %% right`, (_, read) => {
  const judged = Array.from({ length: WORKBOOKS }, (_unused, i) => ({ seed: i + 1, ...read(i + 1) }));
  expect(judged.filter(({ verdict }) => verdict === 'in silence')).toEqual([]);
  const right = judged.filter(({ verdict }) => verdict === 'right');
  expect(right.length / WORKBOOKS).toBeGreaterThanOrEqual(0.98);
});
