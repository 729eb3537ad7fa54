import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { readBook } from '../../src/forms/book/book';
import { messyWorkbook } from './support/generator';
import { judge } from './support/judge';

const WORKBOOKS = 400;

test(`${WORKBOOKS} workbooks made at random: none is read wrong in silence, and at least 98 % are read right`, () => {
  const judged = Array.from({ length: WORKBOOKS }, (_, i) => {
    const messy = messyWorkbook(i + 1);
    return { seed: i + 1, ...judge(messy, readBook(messy.snapshot, { settings: DEFAULT_SETTINGS })) };
  });
  expect(judged.filter(({ verdict }) => verdict === 'in silence')).toEqual([]);
  const right = judged.filter(({ verdict }) => verdict === 'right');
  expect(right.length / WORKBOOKS).toBeGreaterThanOrEqual(0.98);
});
